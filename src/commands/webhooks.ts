import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { settingsCaller } from '../service/access.ts'
import {
  deliveryStateOf,
  type EndpointNow,
  eventTypes,
  type ReceiverKeys,
  stateNames,
  type WebhookDelivery,
} from '../webhooks/webhooks.ts'
import type { Define } from './command.ts'

const lineOf = ({ id, url, state, why, events, scope, deliveries }: EndpointNow) =>
  [
    id,
    why === null ? state : `${state} (${why})`,
    url,
    events.length === eventTypes.length ? 'all events' : events.join(','),
    scope.join(',') || 'everything',
    stateNames.map((name) => `${deliveries[name]} ${name}`).join(', '),
  ].join('  ')

const keyLines = ({ secret, publicKey }: ReceiverKeys) => [
  `secret      ${secret}`,
  `public key  ${publicKey}`,
]

const deliveryLine = ({ id, event, state, attempts, dueAt, changedAt, answer }: WebhookDelivery) =>
  [
    id,
    event.type,
    event.about,
    state,
    state === 'waiting' ? `due ${dueAt}` : changedAt,
    `${attempts} attempt(s)`,
    answer ?? '',
  ]
    .join('  ')
    .trimEnd()

function addCommand(webhook: Command, define: Define): void {
  const add = define(
    webhook,
    'add <url>',
    'tell an address of what happens; its secret is shown this once',
  )
  add.command
    .option('--event <type...>', `only of these: ${eventTypes.join(', ')}`)
    .option('--course <id...>', 'only of these courses or specializations')
  add.run(
    async ({ service, output }, url: string, options: { event?: string[]; course?: string[] }) => {
      const { event: events, course: scope } = options
      const wish = { url, ...(events ? { events } : {}), ...(scope ? { scope } : {}) }
      const added = service.webhooks.add(wish, settingsCaller)
      output.result(added, [added.id, ...keyLines(added)])
      return 0
    },
  )
}

function rotateCommand(webhook: Command, define: Define): void {
  const rotate = define(webhook, 'rotate <id>', 'give it another secret, shown this once')
  rotate.command.option('--keep-hours <n>', 'how long the secret before it signs as well', '24')
  rotate.run(async ({ service, output }, id: string, { keepHours }: { keepHours: string }) => {
    const rotated = service.webhooks.rotate(id, settingsCaller, Number(keepHours))
    output.result(rotated, [
      ...keyLines(rotated),
      `the secret before it signs as well until ${rotated.bothUntil}`,
    ])
    return 0
  })
}

function lookCommands(webhook: Command, define: Define): void {
  define(webhook, 'list', 'show every endpoint and how it stands').run(
    async ({ service, output }) => {
      const endpoints = service.webhooks.list(settingsCaller)
      output.result({ endpoints }, endpoints.map(lineOf))
      return 0
    },
  )

  const deliveries = define(webhook, 'deliveries <id>', 'show what was sent, the newest first')
  deliveries.command
    .option('--state <state>', `only those that are ${stateNames.join(', ')}`)
    .option('--limit <n>', 'at most so many', '100')
  deliveries.run(
    async ({ service, output }, id: string, options: { state?: string; limit: string }) => {
      const limit = Number(options.limit)
      if (!(Number.isInteger(limit) && limit > 0))
        throw new Refusal('bad-request', '--limit is a whole number from 1')
      const state = options.state === undefined ? null : deliveryStateOf(options.state)
      const found = service.webhooks.deliveries(id, { state, after: null, limit }, settingsCaller)
      output.result({ deliveries: found }, found.map(deliveryLine))
      return 0
    },
  )
}

/** `webhook add|list|rotate|test|enable|remove|deliveries|resend`. */
export function webhookCommands(program: Command, define: Define): void {
  const webhook = program
    .command('webhook')
    .description('other programs that are told of what happens')
    .exitOverride()
  addCommand(webhook, define)
  lookCommands(webhook, define)
  rotateCommand(webhook, define)

  define(webhook, 'test <id>', 'send it a test at once').run(
    async ({ service, output }, id: string) => {
      const tested = await service.webhooks.test(id, settingsCaller)
      output.result(tested, [deliveryLine(tested)])
      return tested.state === 'delivered' ? 0 : 1
    },
  )

  define(webhook, 'enable <id>', 'send there again after it was disabled').run(
    async ({ service, output }, id: string) => {
      const enabled = service.webhooks.enable(id, settingsCaller)
      output.result(enabled, [lineOf(enabled)])
      return 0
    },
  )

  define(webhook, 'remove <id>', 'remove it with all that was to be told to it').run(
    async ({ service, output }, id: string) => {
      service.webhooks.remove(id, settingsCaller)
      output.result({ id, removed: true }, [`${id} is removed`])
      return 0
    },
  )

  define(webhook, 'resend <delivery...>', 'put deliveries in line again').run(
    async ({ service, output }, ids: readonly string[]) => {
      const resent = ids.map((id) => service.webhooks.resend(id, settingsCaller))
      output.result({ deliveries: resent }, resent.map(deliveryLine))
      return 0
    },
  )
}
