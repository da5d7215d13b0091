import { basename } from 'node:path'
import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { messagesFor } from '../messages/offered.ts'
import type { Draft } from '../service/drafts/draft.ts'
import { readDraftChange } from '../service/drafts/draft-options.ts'
import type { Look, LookRow } from '../service/drafts/look.ts'
import type { CommandContext, Define } from './command.ts'
import { exitOf, issueWithProgress } from './import.ts'
import { previewLines } from './import-preview.ts'
import { openInput } from './input.ts'

const rowsPerPage = 500
const maxListed = 1_000

const lineOf = ({ id, course, options, fileName, createdAt, endsAt }: Draft) =>
  `${id}  ${course} ${options.run}  ${fileName}  handed in ${createdAt}, kept until ${endsAt}`

const words = {
  reserved: 'would be issued',
  'already-issued': 'is issued already',
  'differs-from-issued': 'is issued already, and would not be changed',
  'learner-erased': 'was erased, and would not be issued again',
  'issuer-out-of-scope': 'is nothing this issuer may issue',
} as const

function rowLines({ line, name, awards, complaints }: LookRow): string[] {
  const sentences = messagesFor('en').complaints
  return [
    ...awards.map(({ achievement, outcome, differences }) => {
      const what = differences.map(
        ({ fact, issued, file }) => `${fact} "${issued}", in the file "${file}"`,
      )
      const differs = what.length > 0 ? `: ${what.join('; ')}` : ''
      return `line ${line}: ${name}: ${achievement} ${words[outcome]}${differs}`
    }),
    ...complaints.map(
      ({ severity, code, value }) =>
        `line ${line}: ${severity}: ${sentences[code]}${value && ` (${JSON.stringify(value)})`} [${code}]`,
    ),
  ]
}

function* rowsOf(look: Look): Iterable<LookRow> {
  for (let from = 0; from < look.size(); from += rowsPerPage) yield* look.rows(from, rowsPerPage)
}

const daysLine = ({ days: { earliest, latest } }: Look) =>
  earliest === null ? [] : [`days from ${earliest} to ${latest}`]

function lookLines(draft: Draft, look: Look): string[] {
  const { summary, problem, understood } = look
  return [
    lineOf(draft),
    ...(problem ? [`${problem.code}: ${problem.message}`] : []),
    ...(understood ? previewLines(understood) : []),
    ...daysLine(look),
    `${summary.lines} rows, ${summary.rejected} rejected, ${summary.warnings} warnings, ${summary.nothingEarned} without an award`,
    `${summary.reserved} would be issued, ${summary.alreadyIssued} are already, ${summary.differsFromIssued} differ from what was issued`,
  ]
}

const lookResult = (draft: Draft, look: Look) => ({
  ...draft,
  look: {
    madeAt: look.madeAt,
    problem: look.problem,
    summary: look.summary,
    counts: look.counts,
    days: look.days,
    understood: look.understood,
  },
})

interface DraftWords {
  readonly course?: string
  readonly run?: string
  readonly format?: string
  readonly columns?: string
  readonly completedOn?: string
  readonly dates?: string
  readonly lang?: string
  readonly matchByName?: string
  readonly letters?: string
  readonly undoMinutes?: string
  readonly reissueErased?: string
}

const changeOf = ({ lang, ...others }: DraftWords) =>
  readDraftChange({ ...others, ...(lang === undefined ? {} : { language: lang }) })

const withOptions = (command: Command) =>
  command
    .option('--format <format>', 'how the file is read')
    .option('--columns <mapping>', 'which column is what')
    .option('--completed-on <day>', 'day of completion where the file has none')
    .option('--dates <order>', 'order of dates in the file: dmy, mdy or ymd')
    .option('--lang <language>', 'language of the credentials where the learner has none')
    .option(
      '--match-by-name <yes>',
      'true: tell learners apart by name where nothing else is there',
    )
    .option('--letters <yes>', 'false: write to nobody')
    .option('--undo-minutes <minutes>', 'for how long all of it can be undone')
    .option('--reissue-erased <yes>', 'true: issue anew what was erased')

async function addDraft(context: CommandContext, file: string, given: DraftWords) {
  const { service, output } = context
  const { course = '', run = '', ...options } = changeOf(given)
  const named = { name: file === '-' ? 'export' : basename(file), chunks: openInput(file) }
  const draft = await service.drafts.add(named, { ...options, course, run }, 'command line')
  const look = await service.drafts.look(draft)
  output.result(lookResult(draft, look), lookLines(draft, look))
  return look.problem ? 1 : 0
}

async function showDraft({ service, output }: CommandContext, id: string, { rows = false }) {
  const draft = service.drafts.find(id)
  if (draft.batch !== null) {
    output.result(draft, [lineOf(draft), `issued as batch ${draft.batch}`])
    return 0
  }
  const look = await service.drafts.look(draft)
  if (rows && !output.isJson)
    for (const row of rowsOf(look)) for (const text of rowLines(row)) output.line(text)
  const found = rows ? { rows: [...rowsOf(look)] } : {}
  output.result({ ...lookResult(draft, look), ...found }, lookLines(draft, look))
  return look.problem ? 1 : 0
}

async function issueDraft(
  context: CommandContext,
  id: string,
  { expected }: { expected?: string },
) {
  const { service, output } = context
  const count = expected === undefined ? undefined : Number(expected)
  if (count !== undefined && !(Number.isInteger(count) && count >= 0))
    throw new Refusal('bad-request', '--expected is a whole number')
  const batch = await service.drafts.issued.issue(id, count, 'command line')
  await service.drafts.issued.read(id)
  const issued = await issueWithProgress(context)
  output.result({ batch, issued }, [`${issued.issued} credentials signed and verified`, batch])
  return exitOf(issued)
}

/** `draft add|list|show|set|issue|discard`: imports that are looked at before anything is issued. */
export function draftCommands(program: Command, define: Define): void {
  const draft = program
    .command('draft')
    .description('imports that are looked at before anything is issued')
    .exitOverride()

  const add = define(draft, 'add <file>', 'hand in an export, and look at it')
  withOptions(add.command)
    .requiredOption('--course <id>', 'course of the catalogue')
    .requiredOption('--run <id>', 'run of the course, such as 2026-1')
  add.run(addDraft)

  define(draft, 'list', 'show the drafts that nothing was issued of').run(
    async ({ service, output }) => {
      const drafts = service.drafts.open([], maxListed)
      output.result({ drafts }, drafts.map(lineOf))
      return 0
    },
  )

  const show = define(draft, 'show <id>', 'what would become of it by now')
  show.command.option('--rows', 'every row too')
  show.run(showDraft)

  const set = define(draft, 'set <id>', 'read it otherwise')
  withOptions(set.command).option('--course <id>').option('--run <id>')
  set.run(async ({ service, output }, id: string, given: DraftWords) => {
    const changed = service.drafts.change(id, changeOf(given))
    const look = await service.drafts.look(changed)
    output.result(lookResult(changed, look), lookLines(changed, look))
    return look.problem ? 1 : 0
  })

  const issue = define(draft, 'issue <id>', 'issue what it earned, once')
  issue.command.option('--expected <count>', 'refuse if it would be another number by now')
  issue.run(issueDraft)

  define(draft, 'discard <id>', 'take the file and all that is known of it away').run(
    async ({ service, output }, id: string) => {
      service.drafts.discard(id)
      output.result({ draft: id, discarded: true }, [`${id} is discarded`])
      return 0
    },
  )
}
