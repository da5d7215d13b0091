import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { roleOf } from '../service/access.ts'
import { type AccountView, loginOf } from '../service/accounts.ts'
import { newPassword } from '../service/passwords.ts'
import type { Service } from '../service/service.ts'
import type { CommandContext, Define } from './command.ts'

interface AccountWords {
  readonly role: string
  readonly course?: readonly string[]
  readonly specialization?: readonly string[]
  readonly provider?: string
  readonly label?: string
  /** `--no-password`. */
  readonly password: boolean
}

const lineOf = ({
  id,
  login,
  role,
  scope,
  label,
  disabledAt,
  hasPassword,
  signsInBy,
}: AccountView) =>
  `${id}  ${login}  ${role}  ${scope.join(',') || 'everything'}  ${
    disabledAt
      ? `out of use since ${disabledAt.slice(0, 10)}`
      : (signsInBy ?? (hasPassword ? 'password' : 'not yet signed in'))
  }  ${label}`

/** The account of this login or id. @throws Refusal `account-not-found`. */
function accountOf(service: Service, text: string): AccountView {
  const found = service.operator.accounts
    .all()
    .find(({ id, login }) => id === text || login === loginOf(text))
  if (!found) throw new Refusal('account-not-found', `There is no account "${text}"`)
  return found
}

function createCommand(account: Command, define: Define): void {
  const create = define(account, 'create <login>', 'let somebody sign in at the desk')
  create.command
    .requiredOption('--role <role>', 'admin, issuer, reviewer or provider')
    .option('--course <id...>', 'limit it to these courses')
    .option('--specialization <id...>', 'limit it to these specializations (role provider)')
    .option('--provider <name>', 'whose applicants it sees, role provider')
    .option('--label <text>', 'what colleagues call them')
    .option('--no-password', 'they sign in through the organisation of the settings')
  create.run(async ({ service, output }, login: string, words: AccountWords) => {
    const password = words.password ? newPassword() : null
    const made = await service.operator.accounts.make(
      {
        login,
        label: words.label ?? '',
        role: roleOf(words.role),
        scope: [...(words.course ?? []), ...(words.specialization ?? [])],
        provider: words.provider ?? null,
      },
      password,
    )
    output.result({ account: made, ...(password !== null && { password }) }, [
      lineOf(made),
      ...(password === null ? [] : [`password, told this once: ${password}`]),
    ])
    return 0
  })
}

/** `account create|list|password|disable|enable`. */
export function accountCommands(program: Command, define: Define): void {
  const account = program
    .command('account')
    .description('who may sign in at the desk')
    .exitOverride()
  createCommand(account, define)

  define(account, 'list', 'show every account').run(async ({ service, output }) => {
    const accounts = service.operator.accounts.all()
    output.result({ accounts }, accounts.map(lineOf))
    return 0
  })

  define(account, 'password <login>', 'set a random password, shown this once').run(
    async ({ service, output }, login: string) => {
      const { id } = accountOf(service, login)
      const password = await service.operator.accounts.resetPassword(id)
      output.result({ id, password }, [`password, told this once: ${password}`])
      return 0
    },
  )

  const setDisabled = (isDisabled: boolean) => async (context: CommandContext, login: string) => {
    const { service, output } = context
    const changed = service.operator.accounts.setDisabled(accountOf(service, login).id, isDisabled)
    output.result({ account: changed }, [lineOf(changed)])
    return 0 as const
  }
  define(account, 'disable <login>', 'take an account out of use, and end its sessions').run(
    setDisabled(true),
  )
  define(account, 'enable <login>', 'let an account in again').run(setDisabled(false))
}
