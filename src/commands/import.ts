import { basename } from 'node:path'
import type { Command } from 'commander'
import { Refusal } from '../errors.ts'
import { isLanguage, languages } from '../language.ts'
import { csvFormats, readCompletions } from '../learning/csv.ts'
import { previewCompletions } from '../learning/exports/preview.ts'
import { readProfiles } from '../learning/exports/profiles.ts'
import { messagesFor } from '../messages/offered.ts'
import { readDraftChange } from '../service/drafts/draft-options.ts'
import { courseOf } from '../service/import-completions.ts'
import type { ImportSummary, LineReport } from '../service/import-report.ts'
import { readOptions } from '../service/read-options.ts'
import type { CommandContext, Define, ExitCode } from './command.ts'
import { letterLines, linkLines, linksToHandOver } from './import-links.ts'
import { previewLines } from './import-preview.ts'
import { openInput, repeatable } from './input.ts'
import type { Output } from './output.ts'

function complaintLines(report: LineReport): string[] {
  const { complaints } = messagesFor('en')
  return report.complaints.map(({ severity, column, code, value }) => {
    const where = column === null ? '' : `, column "${column}"`
    const what = value === '' ? '' : ` (${JSON.stringify(value)})`
    return `line ${report.line}${where}: ${severity}: ${complaints[code]}${what} [${code}]`
  })
}

type AwardOutcome = LineReport['awards'][number]['outcome']

const plannedWords: Readonly<Record<AwardOutcome, string>> = {
  reserved: 'would be issued',
  'already-issued': 'is issued already',
  'differs-from-issued':
    'is issued already with another name or other results, which would not be changed',
  'learner-erased': 'was erased, and would not be issued again without --reissue-erased',
  'issuer-out-of-scope': 'is not within what its issuer may issue, and would not be issued',
}

const awardLines = (report: LineReport) =>
  report.awards.map(
    ({ achievement, outcome, credential }) =>
      `line ${report.line}: ${report.name}: ${achievement} ${plannedWords[outcome]}${credential ? ` (${credential})` : ''}`,
  )

/** After an import proper, only what the operator may want to act on. */
const unchangedLines = (report: LineReport) =>
  report.awards.flatMap(({ achievement, outcome, credential }) => {
    const award = `line ${report.line}: ${report.name}: ${achievement}`
    if (outcome === 'learner-erased')
      return `${award} was erased; nothing was issued (--reissue-erased issues it anew)`
    if (outcome === 'issuer-out-of-scope')
      return `${award} is not within what its issuer may issue; nothing was issued`
    return outcome === 'differs-from-issued'
      ? `${award} was issued before with another name or other results; nothing was changed (${credential})`
      : []
  })

function tellLine(report: LineReport, isDryRun: boolean, output: Output): void {
  if (isDryRun) for (const text of awardLines(report)) output.line(text)
  const remarks = isDryRun ? [] : unchangedLines(report)
  for (const text of [...complaintLines(report), ...remarks]) output.note(text)
}

const summaryLines = (summary: ImportSummary) => [
  `${summary.lines} rows, ${summary.rejected} rejected, ${summary.warnings} warnings, ${summary.nothingEarned} without an award`,
  `${summary.reserved} new awards, ${summary.alreadyIssued} already issued, ${summary.differsFromIssued} differ from what was issued`,
  ...(summary.learnerErased > 0
    ? [`${summary.learnerErased} erased before, not issued again`]
    : []),
  ...(summary.issuerOutOfScope > 0
    ? [`${summary.issuerOutOfScope} not within what their issuer may issue, not issued`]
    : []),
]

interface Done {
  readonly issued: number
  readonly corrected: number
  readonly reissued: number
  readonly void: number
  readonly waiting: number
}

const issuedLine = (done: Done) =>
  [
    `${done.issued} credentials signed and verified`,
    ...(done.corrected > 0 ? [`${done.corrected} corrected`] : []),
    ...(done.reissued > 0 ? [`${done.reissued} signed anew`] : []),
    ...(done.void > 0 ? [`${done.void} void`] : []),
    ...(done.waiting > 0 ? [`${done.waiting} waiting: run "colophon issue"`] : []),
  ].join(', ')

/** What was given up is a fault of ours; what waits could not be told yet. */
export const exitOf = (done: { void: number; waiting: number }): ExitCode =>
  done.void > 0 ? 70 : done.waiting > 0 ? 2 : 0

/** Completes whatever is reserved, with a bar; with `each`, tells every address once its credential is on disk. */
export async function issueWithProgress({ service, output }: CommandContext, each = false) {
  const total = service.ledger.credentials.pendingCount()
  const progress = await service.issue(({ left, recorded }) => {
    if (each && !output.isJson)
      for (const id of recorded) output.line(new URL(`/c/${id}`, service.publicUrl).href)
    output.progress(total - left, total)
  })
  const { issued, corrected, reissued, void: given, waiting } = progress
  return { issued, corrected, reissued, void: given, waiting }
}

interface ImportWords {
  readonly course: string
  readonly run: string
  readonly format?: string
  readonly dates?: string
  readonly lang?: string
  readonly matchByName?: boolean
  readonly columns?: string
  readonly completedOn?: string
  readonly profiles?: string
  readonly dryRun?: boolean
  /** `false` for --no-mail. */
  readonly mail?: boolean
  readonly each?: boolean
  readonly reissueErased?: boolean
  readonly undoMinutes?: string
  readonly issuer?: string
}

const undoMinutesOf = ({ undoMinutes }: ImportWords) =>
  readDraftChange({ undoMinutes }).undoMinutes ?? 0

async function importFile(
  context: CommandContext,
  file: string,
  words: ImportWords,
): Promise<ExitCode> {
  const { service, output } = context
  const course = courseOf(service.catalogue.courses, words.course)
  const language = words.lang ?? course.language
  if (!isLanguage(language))
    throw new Refusal('bad-request', `--lang is one of ${languages.join(', ')}`)
  const asked = readOptions({
    course,
    run: words.run,
    format: words.format,
    dates: words.dates,
    matchByName: words.matchByName === true,
    columns: words.columns,
    completedOn: words.completedOn,
    now: service.now(),
  })
  const profiles = words.profiles ? await readProfiles(openInput(words.profiles)) : null
  const options = { ...asked, profiles }
  const isDryRun = words.dryRun === true
  const request = {
    course,
    run: words.run,
    language,
    isDryRun,
    isQuiet: words.mail === false,
    requestedBy: 'command line',
    mayReissueErased: words.reissueErased === true,
    undoMinutes: undoMinutesOf(words),
    fileName: file === '-' ? null : basename(file),
    ...(words.issuer === undefined ? {} : { issuer: service.issuers.named(words.issuer) }),
  }
  const lines: LineReport[] = []
  const openFile = await repeatable(file)
  const summary = await service.import(
    () => readCompletions(openFile(), options),
    request,
    (report) => {
      if (output.isJson) lines.push(report)
      else tellLine(report, isDryRun, output)
    },
  )
  const preview = isDryRun ? await previewCompletions(openFile(), options) : null
  const issued = isDryRun ? null : await issueWithProgress(context, words.each)
  const links = issued ? linksToHandOver(summary.batch, context) : []
  output.result({ dryRun: isDryRun, summary, issued, lines, links, ...preview }, [
    ...(preview ? previewLines(preview) : []),
    ...summaryLines(summary),
    issued ? issuedLine(issued) : 'dry run: nothing was written',
    ...linkLines(links),
    ...(issued ? letterLines(context, summary.batch) : []),
  ])
  return issued ? exitOf(issued) : 0
}

const eachHelp = 'print the address of each credential once it is on disk'

/** `import`, and `issue` for what an import left pending. */
export function importCommands(program: Command, define: Define): void {
  const command = define(program, 'import <file>', 'read a course export and issue what it earned')
  command.command
    .requiredOption('--course <id>', 'course of the catalogue')
    .requiredOption('--run <id>', 'run of the course, such as 2026-1')
    .option('--format <format>', csvFormats.join(', '), 'auto')
    .option('--columns <mapping>', 'which column is what: name=Full name,email=#3, or JSON')
    .option('--profiles <file>', 'who the learners are, where the export does not say')
    .option('--completed-on <day>', 'day of completion where the export has none; else today')
    .option('--dates <order>', 'order of dates in the file: dmy, mdy or ymd')
    .option('--lang <language>', 'language of the credentials where the learner has none')
    .option('--issuer <id>', 'who issues: a partner of the catalogue, or "programme"')
    .option('--match-by-name', 'tell learners apart by name where nothing else is there')
    .option('--dry-run', 'show everything, write nothing')
    .option('--no-mail', 'write to nobody, even where SMTP_URL is set')
    .option('--each', eachHelp)
    .option('--undo-minutes <minutes>', 'for how long all of it can be undone, and nobody is told')
    .option('--reissue-erased', 'issue anew what was erased, because the learner asks for it')
  command.run(importFile)

  const issue = define(program, 'issue', 'complete what an import left pending')
  issue.command.option('--each', eachHelp)
  issue.run(async (context, options: { each?: boolean }) => {
    const done = await issueWithProgress(context, options.each)
    context.output.result(done, [issuedLine(done)])
    return exitOf(done)
  })
}
