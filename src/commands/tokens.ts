import type { Command } from 'commander'
import { createToken, roleOf } from '../service/access.ts'
import type { Define } from './command.ts'

interface TokenOptions {
  readonly role: string
  readonly course?: readonly string[]
  readonly specialization?: readonly string[]
  readonly provider?: string
  readonly label: string
}

/** `token create|list|revoke`. */
export function tokenCommands(program: Command, define: Define): void {
  const token = program.command('token').description('who may use the API').exitOverride()
  const create = define(token, 'create', 'make an API token; its text is shown this once')
  create.command
    .requiredOption('--role <role>', 'admin, issuer or provider')
    .option('--course <id...>', 'limit it to these courses')
    .option('--specialization <id...>', 'limit it to these specializations (role provider)')
    .option('--provider <name>', 'whose applicants it sees, shared by the tokens of one provider')
    .option('--label <text>', 'whom it is for', '')
  create.run(async ({ service, output }, options: TokenOptions) => {
    const { role, course = [], specialization = [], label, provider } = options
    const scope = [...course, ...specialization]
    const text = createToken(
      service.ledger,
      { role: roleOf(role), scope, label, provider },
      service.now(),
    )
    output.result({ token: text, role, scope }, [text])
    return 0
  })

  define(token, 'list', 'show every token, never its text').run(async ({ service, output }) => {
    const tokens = service.ledger.tokens.all().map(({ hash: _, ...shown }) => shown)
    output.result(
      { tokens },
      tokens.map(
        ({ id, role, scope, label, createdAt, revokedAt }) =>
          `${id}  ${role}  ${scope.join(',') || 'everything'}  ${createdAt.slice(0, 10)}  ${
            revokedAt ? `revoked ${revokedAt.slice(0, 10)}` : 'active'
          }  ${label}`,
      ),
    )
    return 0
  })

  define(token, 'revoke <id>', 'take a token out of use for good').run(
    async ({ service, output }, id: string) => {
      const isDone = service.ledger.tokens.revoke(id, service.now().toISOString())
      output.result({ id, revoked: isDone }, [
        isDone ? `${id} is revoked` : `there is no active token ${id}`,
      ])
      return isDone ? 0 : 1
    },
  )
}
