import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { type MailRecord, type MailState, mailStates } from '../service/mail.ts'
import type { CommandContext, Define } from './command.ts'
import { openInput, readAll } from './input.ts'
import { issuedOrRefuse } from './records.ts'

const maxListed = 10_000

/** @throws Refusal `bad-request`. */
function stateOf(name: string | undefined): MailState | undefined {
  const state = mailStates.find((candidate) => candidate === name)
  if (name !== undefined && !state)
    throw new Refusal('bad-request', `--state is one of ${mailStates.join(', ')}`)
  return state
}

const lineOf = ({ id, kind, state, attempts, dueAt, changedAt, replyCode, reply }: MailRecord) =>
  [
    id,
    kind,
    state,
    state === 'waiting' ? `due ${dueAt}` : changedAt,
    `${attempts} attempt(s)`,
    [replyCode, reply].filter((part) => part !== null).join(' '),
  ]
    .join('  ')
    .trimEnd()

function refuseWithoutServer({ service }: CommandContext): void {
  if (!service.mail.isOn)
    throw new Refusal('bad-request', 'No letters are sent: set SMTP_URL and MAIL_FROM')
}

function sendCommand(mail: Command, define: Define): void {
  define(mail, 'send', 'send the letters that are due by now, as serve does by itself').run(
    async (context) => {
      const { service, output } = context
      refuseWithoutServer(context)
      service.mail.enqueueIssued()
      const total = service.ledger.mails.counts().waiting ?? 0
      // The letter under way is answered before the process ends: else nobody knows whether it arrived.
      for (const signal of ['SIGTERM', 'SIGINT'] as const)
        process.once(signal, () => void service.mail.stop())
      const done = await service.mail.sendDue(({ sent, refused, later, unclear }) =>
        output.progress(Math.min(sent + refused + later + unclear, total), total, 'letters'),
      )
      const so = done ?? { sent: 0, refused: 0, later: 0, unclear: 0 }
      const waiting = service.ledger.mails.counts().waiting ?? 0
      output.result({ ...so, waiting }, [
        `${so.sent} sent, ${so.refused} refused, ${so.unclear} unclear, ${waiting} waiting`,
      ])
      return so.refused + so.unclear > 0 ? 1 : waiting > 0 ? 2 : 0
    },
  )
}

function listCommand(mail: Command, define: Define): void {
  const list = define(mail, 'list', 'show letters and how they went, the newest first')
  list.command
    .option('--state <state>', `only those that are ${mailStates.join(', ')}`)
    .option('--batch <id>', 'only those about this batch')
  list.run(async ({ service, output }, options: { state?: string; batch?: string }) => {
    const { batch } = options
    const mails = service.ledger.mails.list({ state: stateOf(options.state), batch }, maxListed)
    const counts = service.ledger.mails.counts()
    output.result({ counts, mails }, [
      ...mails.map(lineOf),
      mailStates.map((state) => `${counts[state] ?? 0} ${state}`).join(', '),
    ])
    return 0
  })
}

function retryCommand(mail: Command, define: Define): void {
  define(mail, 'retry <id...>', 'put letters in line again that were refused or are unclear').run(
    async ({ service, output }, ids: readonly string[]) => {
      const done = ids.map((id) => ({ id, retried: service.mail.retry(id) }))
      output.result(
        { mails: done },
        done.map(({ id, retried }) =>
          retried ? `${id} is in line again` : `${id} is no letter that was refused or is unclear`,
        ),
      )
      return done.every(({ retried }) => retried) ? 0 : 1
    },
  )
}

function bouncedCommand(mail: Command, define: Define): void {
  define(
    mail,
    'bounced <file>',
    'read a delivery status notification and mark the letter that came back',
  ).run(async ({ service, output }, file: string) => {
    const text = Buffer.from(await readAll(openInput(file))).toString('utf8')
    const bounced = service.mail.bounced(text)
    if (!bounced)
      throw new Refusal('bad-request', `${file} is no delivery status notification (RFC 3464)`)
    output.result(bounced, [
      ...bounced.refused.map((id) => `${id} came back`),
      ...(bounced.unknown > 0 ? [`${bounced.unknown} recipient(s) fit no letter`] : []),
      ...(bounced.refused.length + bounced.unknown === 0 ? ['it tells of no failure'] : []),
    ])
    return bounced.refused.length > 0 ? 0 : 1
  })
}

function batchCommand(mail: Command, define: Define): void {
  define(
    mail,
    'batch <id>',
    'write to the learners of a batch that was imported without letters',
  ).run(async (context, id: string) => {
    refuseWithoutServer(context)
    const { service, output } = context
    if (!service.ledger.batches.byId(id)) throw new Refusal('not-found', `There is no batch ${id}`)
    const count = service.mail.writeToBatch(id)
    output.result({ batch: id, letters: count }, [
      `${count} learner(s) are written to: serve or "colophon mail send" sends it`,
    ])
    return 0
  })
}

/** `mail send|list|retry|bounced|batch`, and `claim` for whoever is not reached by mail. */
export function mailCommands(program: Command, define: Define): void {
  const mail = program.command('mail').description('letters to learners').exitOverride()
  sendCommand(mail, define)
  listCommand(mail, define)
  retryCommand(mail, define)
  bouncedCommand(mail, define)
  batchCommand(mail, define)

  define(program, 'claim <id>', 'make a new claim link for the learner of a credential').run(
    async ({ service, output }, id: string) => {
      const { learner } = issuedOrRefuse(service, id)
      const { url, expiresAt } = service.mail.newLink(learner)
      output.result({ url, expiresAt }, [
        url,
        `good once, until ${expiresAt}; older links are over`,
      ])
      return 0
    },
  )
}
