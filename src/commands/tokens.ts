import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { createToken, roleOf } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import type { Define } from './command.ts'

interface TokenOptions {
  readonly role: string
  readonly course?: readonly string[]
  readonly specialization?: readonly string[]
  readonly provider?: string
  readonly label: string
}

function requireKnown(
  asked: readonly string[],
  known: readonly string[],
  code: 'course-unknown' | 'specialization-unknown',
): void {
  const unknown = asked.find((id) => !known.includes(id))
  if (unknown !== undefined)
    throw new Refusal(code, `There is no "${unknown}"; there is ${known.join(', ') || 'none'}`)
}

/** A token limited to what is not there would open nothing, which nobody sees until it is used. */
function scopeOf(
  { course = [], specialization = [] }: TokenOptions,
  { catalogue }: Service,
): readonly string[] {
  const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id)
  requireKnown(course, ids(catalogue.courses), 'course-unknown')
  requireKnown(specialization, ids(catalogue.specializations), 'specialization-unknown')
  return [...course, ...specialization]
}

/** `token create|list|revoke`. */
export function tokenCommands(program: Command, define: Define): void {
  const token = program.command('token').description('who may use the API').exitOverride()
  const create = define(token, 'create', 'make an API token; its text is shown this once')
  create.command
    .requiredOption('--role <role>', 'admin, issuer, reviewer or provider')
    .option('--course <id...>', 'limit it to these courses')
    .option('--specialization <id...>', 'limit it to these specializations (role provider)')
    .option('--provider <name>', 'whose applicants it sees, shared by the tokens of one provider')
    .option('--label <text>', 'whom it is for', '')
  create.run(async ({ service, output }, options: TokenOptions) => {
    const { role, label, provider } = options
    const scope = scopeOf(options, service)
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
