import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import {
  type ConnectionRecord,
  type ConnectionView,
  connectionKinds,
} from '../service/inbound/connections.ts'
import type { Service } from '../service/service.ts'
import type { Define } from './command.ts'

interface SettingsOptions {
  readonly activity?: readonly string[]
  readonly issuer?: string
  readonly clientId?: string
  readonly deployment?: readonly string[]
  readonly authUrl?: string
  readonly jwksUrl?: string
  readonly frame?: readonly string[]
  readonly trustEmail?: boolean
}

interface AddOptions extends SettingsOptions {
  readonly kind: string
  readonly course: string
  readonly run: string
  readonly label: string
}

/** `activity=target`, parted at the last `=`: addresses have some of their own. */
function activityIn(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new Refusal('bad-request', `--activity is <id>=<course or module>: ${text}`)
  return [text.slice(0, at), text.slice(at + 1)]
}

const given = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined))

/** What is named on the command line, over what was set before. */
function settingsOf(options: SettingsOptions, before: Readonly<Record<string, unknown>> = {}) {
  const { activity, issuer, clientId, deployment, authUrl, jwksUrl, frame, trustEmail } = options
  const platform = given({
    issuer,
    clientId,
    deployments: deployment,
    authUrl,
    jwksUrl,
    frames: frame,
  })
  const hasPlatform = Object.keys(platform).length > 0
  return {
    ...before,
    ...(activity ? { activities: Object.fromEntries(activity.map(activityIn)) } : {}),
    ...(hasPlatform ? { platform: { ...Object(before.platform), ...platform } } : {}),
    ...(trustEmail ? { trustsEmail: true } : {}),
  }
}

const withSettings = (command: Command) =>
  command
    .option('--activity <id=target...>', 'what an activity, or a course key of Open edX, is here')
    .option('--issuer <url>', 'the platform, as it calls itself (LTI)')
    .option('--client-id <id>', 'what the platform calls this tool (LTI)')
    .option('--deployment <id...>', 'only these deployments (LTI); all without it')
    .option('--auth-url <url>', 'where the platform says who somebody is (LTI)')
    .option('--jwks-url <url>', 'where its keys are (LTI)')
    .option('--frame <origin...>', 'further origins whose pages may show ours within them (LTI)')
    .option(
      '--trust-email',
      'its addresses tell learners apart: nobody can give themselves another’s (LTI)',
    )

function told(record: ConnectionRecord, service: Service) {
  const { connections } = service.inbound
  const { secret, url } = connections.secretShown(record)
  const lines = Object.entries(connections.addresses(record)).map(
    ([name, address]) => `${name}  ${address}`,
  )
  return {
    shown: { ...connections.view(record), secret, url },
    lines: [
      record.id,
      ...lines,
      ...(secret === null ? [] : [`secret  ${secret}`]),
      ...(url === null ? [] : [`with the secret in it  ${url}`]),
    ],
  }
}

const lineOf = ({ id, kind, course, run, state, counts, label }: ConnectionView) =>
  [
    id,
    kind.padEnd(7),
    course,
    run,
    state === 'active' ? `${counts.taken} taken, ${counts.refused} refused` : state,
    label,
  ].join('  ')

function makingCommands(connection: Command, define: Define): void {
  const add = define(connection, 'add', 'let a machine tell of completions; shows its secret')
  withSettings(
    add.command
      .requiredOption('--kind <kind>', connectionKinds.join(', '))
      .requiredOption('--course <id>', 'course of the catalogue')
      .requiredOption('--run <id>', 'run of the course')
      .requiredOption('--label <text>', 'whose machine it is'),
  )
  add.run(async ({ service, output }, options: AddOptions) => {
    const { kind, course, run, label } = options
    const made = await service.inbound.connections.add({
      kind,
      course,
      run,
      label,
      settings: settingsOf(options),
      createdBy: 'command line',
    })
    const { shown, lines } = told(made.record, service)
    output.result(shown, lines)
    return 0
  })

  const set = define(connection, 'set <id>', 'change what is set of a connection')
  withSettings(set.command)
  set.run(async ({ service, output }, id: string, options: SettingsOptions) => {
    const { connections } = service.inbound
    const before = { ...connections.find(id).settings }
    const { record } = connections.set(id, settingsOf(options, before))
    const view = connections.view(record)
    output.result(view, [lineOf(view)])
    return 0
  })
}

/** `connection add|list|set|secret|remove`. */
export function connectionCommands(program: Command, define: Define): void {
  const connection = program
    .command('connection')
    .description('machines that tell of completions')
    .exitOverride()
  makingCommands(connection, define)

  const list = define(connection, 'list', 'every connection, never its secret')
  list.command.option('--all', 'those that were removed as well')
  list.run(async ({ service, output }, { all }: { all?: boolean }) => {
    const connections = service.inbound.connections.list(all === true)
    output.result({ connections }, connections.map(lineOf))
    return 0
  })

  define(connection, 'secret <id>', 'show the secret of a connection once more').run(
    async ({ service, output }, id: string) => {
      const shown = service.inbound.connections.showSecret(id)
      output.result(shown, [shown.url ?? shown.secret ?? 'a connection of this kind has none'])
      return 0
    },
  )

  define(connection, 'remove <id>', 'take a connection out of use for good').run(
    async ({ service, output }, id: string) => {
      service.inbound.connections.remove(id)
      output.result({ id, removed: true }, [`${id} is removed`])
      return 0
    },
  )
}
