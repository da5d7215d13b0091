import type { Command } from 'commander'
import type { Act, Preview } from '../acting/act.ts'
import type { ActTerms } from '../acting/plan.ts'
import type { Selection } from '../acting/selection.ts'
import { actStateOf } from '../service/access.ts'
import { termsOf } from '../web/operator/act-body.ts'
import { actCsv } from '../web/operator/act-routes.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'
import { askedIn, commandLine, type FindWords, withFilter } from './find.ts'
import { openInput, readAll } from './input.ts'
import { terminalText } from './report-lines.ts'

interface Words extends FindWords {
  readonly q?: string
  readonly ids?: string
  readonly rows?: string
  readonly code?: string
  readonly everybody?: boolean
  readonly reason?: string
  readonly selection?: string
}

const textOf = async (file: string) => Buffer.from(await readAll(openInput(file))).toString('utf8')

async function selectionOf({ ids, rows, q, ...words }: Words): Promise<Selection> {
  if (rows !== undefined) return { rows: await textOf(rows) }
  if (ids !== undefined)
    return { ids: (await textOf(ids)).split(/[\s,;]+/).filter((each) => each !== '') }
  return { filter: askedIn(q, words) }
}

const tallyLines = (what: string, tally: Readonly<Record<string, number>>) =>
  Object.entries(tally).map(([name, count]) => `  ${what} ${name}: ${count}`)

function previewLines(told: Preview): readonly string[] {
  return [
    `${told.kind}: ${told.toDo} of ${told.selected} selected`,
    ...tallyLines('course', told.courses),
    ...tallyLines('achievement', told.achievements),
    ...tallyLines('state', told.states),
    ...tallyLines('left out,', told.leftOut),
    ...told.first.map(({ url, name, leftOut }) =>
      [`  ${url}`, terminalText(name ?? '-'), leftOut ?? ''].join('  ').trimEnd(),
    ),
    ...(told.needsApproval ? ['a second person has to approve it'] : []),
    `to do it: --reason "…" --selection ${told.selection}`,
  ]
}

const actLine = ({ id, kind, state, counts, askedAt, askedBy, endsAt }: Act) =>
  [
    id,
    kind,
    state,
    `${counts.done} done, ${counts.failed} failed, ${counts.open + counts.begun} to do, ${counts['left-out']} left out`,
    `asked ${askedAt} by ${askedBy}`,
    ...(state === 'asked' ? [`until ${endsAt}`] : []),
  ].join('  ')

const exitOf = ({ state, counts }: Act): ExitCode => {
  if (state === 'asked' || state === 'paused' || state === 'running') return 2
  return state === 'done' && counts.failed === 0 ? 0 : 1
}

/** Waits for an act that runs in this process, and tells how it ended. */
async function follow({ service, output }: CommandContext, id: string): Promise<ExitCode> {
  const { acts, runs } = service.acting
  const watching = setInterval(() => {
    const { counts } = acts.one(id, commandLine)
    const done = counts.done + counts.failed
    output.progress(done, done + counts.open + counts.begun, 'done')
  }, 1_000)
  await runs.settled()
  clearInterval(watching)
  const act = acts.one(id, commandLine)
  output.result(act, [
    actLine(act),
    ...act.outcomes.map(({ state, code, count }) => `  ${state}: ${code}: ${count}`),
    ...(act.state === 'asked' ? ['it waits for a second person'] : []),
  ])
  return exitOf(act)
}

async function carryOut(context: CommandContext, terms: ActTerms, words: Words): Promise<ExitCode> {
  const { acts } = context.service.acting
  const selection = await selectionOf(words)
  if (words.selection === undefined) {
    const told = await acts.preview({ terms, selection }, commandLine)
    context.output.result(told, previewLines(told))
    return told.toDo > 0 ? 0 : 1
  }
  const act = await acts.ask(
    { terms, selection, digest: words.selection, reason: words.reason ?? '' },
    commandLine,
  )
  return follow(context, act.id)
}

const withTerms = (command: Command) =>
  command
    .option('--reason <text>', 'why; kept private')
    .option('--selection <digest>', 'do it, if this is still what is selected')

const withSelection = (command: Command) =>
  withTerms(withFilter(command))
    .option('--q <words>', 'name, e-mail or id, as in find')
    .option('--ids <file>', 'a file of ids or addresses; - for standard input')

function kindCommands(act: Command, define: Define): void {
  const untilNamed = 'looks only, until --selection is named'
  const revoke = define(act, 'revoke', `revoke many for good; ${untilNamed}`)
  withSelection(revoke.command).option('--code <code>', 'public code of the reason')
  revoke.run((context, words: Words) =>
    carryOut(context, termsOf('revoke', words.code, false), words),
  )
  const renew = define(act, 'renew', `sign many anew with today's texts; ${untilNamed}`)
  withSelection(renew.command).option('--code <code>', 'public code of the reason')
  renew.run((context, words: Words) =>
    carryOut(context, termsOf('renew', words.code, false), words),
  )
  const resend = define(act, 'resend', `write to many again, with a new link; ${untilNamed}`)
  withSelection(resend.command).option('--everybody', 'those too who have used a link already')
  resend.run((context, words: Words) =>
    carryOut(context, termsOf('resend', undefined, words.everybody === true), words),
  )
  const correct = define(act, 'correct', `correct many by a table; ${untilNamed}`)
  withTerms(correct.command).requiredOption('--rows <file>', 'the table: id,name,score,day')
  correct.run((context, words: Words) =>
    carryOut(context, termsOf('correct', undefined, false), words),
  )
}

function settleCommands(act: Command, define: Define): void {
  define(act, 'approve <id>', 'say yes to what somebody else asked for').run(
    async (context, id: string) => {
      await context.service.acting.acts.approve(id, commandLine)
      return follow(context, id)
    },
  )
  const refuse = define(act, 'refuse <id>', 'say no to it, or take it back')
  refuse.command.requiredOption('--answer <text>', 'why; whoever asked will read it')
  refuse.run(async ({ service, output }, id: string, { answer }: { answer: string }) => {
    const refused = service.acting.acts.refuse(id, answer, commandLine)
    output.result(refused, [actLine(refused)])
    return 0
  })
  define(act, 'pause <id>', 'stop after the group that is under way').run(
    async ({ service, output }, id: string) => {
      const paused = service.acting.acts.turn(id, 'paused', commandLine)
      output.result(paused, [actLine(paused)])
      return 0
    },
  )
  define(act, 'resume <id>', 'go on').run(async (context, id: string) => {
    context.service.acting.acts.turn(id, 'running', commandLine)
    return follow(context, id)
  })
}

/** `act revoke|resend|correct|renew`, and `act list|show|approve|refuse|pause|resume`. */
export function actCommands(program: Command, define: Define): void {
  const act = program
    .command('act')
    .description('do one thing to many credentials: looked at first, then done')
    .exitOverride()
  kindCommands(act, define)
  settleCommands(act, define)

  const list = define(act, 'list', 'show what was done to many, the newest first')
  list.command.option('--state <state>', 'only those that are asked, running, paused, done, …')
  list.run(async ({ service, output }, { state }: { state?: string }) => {
    const { acts } = service.acting.acts.list(
      { state: state === undefined ? null : actStateOf(state), after: null, limit: 1_000 },
      commandLine,
    )
    output.result({ acts }, acts.map(actLine))
    return 0
  })

  const show = define(act, 'show <id>', 'show one, and what it did to each')
  show.command.option('--csv', 'each of its credentials as a table')
  show.run(async ({ service, output }, id: string, { csv }: { csv?: boolean }) => {
    const found = service.acting.acts.one(id, commandLine)
    if (csv) {
      for (const row of actCsv(id, service, commandLine)) output.line(row.trimEnd())
      return 0
    }
    if (found.state === 'asked') {
      const preview = await service.acting.acts.previewOf(id, commandLine)
      output.result({ ...found, preview }, [actLine(found), ...previewLines(preview).slice(0, -1)])
      return 2
    }
    output.result(found, [
      actLine(found),
      ...found.outcomes.map(({ state, code, count }) => `  ${state}: ${code}: ${count}`),
    ])
    return exitOf(found)
  })
}
