import type { Command } from 'commander'
import type { Report } from '../checking/report.ts'
import { Refusal } from '../errors.ts'
import { isLanguage, languages } from '../language.ts'
import type { Messages } from '../messages/messages.ts'
import { messagesFor } from '../messages/offered.ts'
import type { Service } from '../service/service.ts'
import { reportBody } from '../web/report-body.ts'
import { csvHead, csvRows } from '../web/report-csv.ts'
import type { Define, ExitCode } from './command.ts'
import { exitOfRefusal, worstExit } from './exit.ts'
import { openInput, readAll, refuseMissing } from './input.ts'
import type { Output } from './output.ts'
import { reportLines, terminalText } from './report-lines.ts'

const exitOf = { valid: 0, invalid: 1, undecided: 2 } as const satisfies Record<
  Report['verdict'],
  ExitCode
>

interface Wishes {
  readonly person?: string
  readonly csv?: boolean
  readonly lang: string
}

type Outcome = { readonly name: string } & (
  | { readonly report: Report }
  | { readonly thrown: Refusal }
)

const isUrl = (source: string) => /^https?:\/\//.test(source) && URL.canParse(source)

/** Looks at every argument before the first is checked, so that a misspelt name costs no waiting. */
function openSources(sources: readonly string[], service: Service, { person }: Wishes) {
  if (sources.filter((source) => source === '-').length > 1)
    throw new Refusal('bad-request', 'Standard input can be read only once')
  const question = person === undefined ? {} : { person }
  return sources.map((source) => {
    if (isUrl(source)) return () => service.verifyAt(new URL(source), question)
    refuseMissing(source)
    return async () => service.verify(await readAll(openInput(source)), question)
  })
}

async function outcomeOf(name: string, check: () => Promise<{ report: Report }>): Promise<Outcome> {
  try {
    return { name, report: (await check()).report }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { name, thrown }
    throw thrown
  }
}

const exitOfOutcome = (outcome: Outcome): ExitCode =>
  'report' in outcome ? exitOf[outcome.report.verdict] : exitOfRefusal(outcome.thrown.code)

function bodyOf(outcome: Outcome, messages: Messages): object {
  if ('report' in outcome) return reportBody(outcome.report, messages.language)
  const { code, message } = outcome.thrown
  return { problem: { code, message } }
}

const adviceOn = ({ code }: Refusal, { refusals }: Messages) =>
  `${refusals[code].title}. ${refusals[code].remedy}`

function linesOf(outcome: Outcome, messages: Messages): string[] {
  const name = `== ${terminalText(outcome.name)}`
  if ('report' in outcome) return [name, ...reportLines(outcome.report, messages), '']
  const { code, message } = outcome.thrown
  const advice = adviceOn(outcome.thrown, messages)
  return [name, `REFUSED ${code}: ${terminalText(message)}`, advice, '']
}

/** Several of them, each by itself: what cannot be read takes its own place, and nobody else's. */
function tell(outcomes: readonly Outcome[], messages: Messages, output: Output): void {
  const items = outcomes.map((outcome, index) => ({
    index,
    name: outcome.name,
    ...bodyOf(outcome, messages),
  }))
  output.result(
    { items },
    outcomes.flatMap((outcome) => linesOf(outcome, messages)),
  )
}

function tellCsv(outcomes: readonly Outcome[], output: Output): void {
  const rows = outcomes.map((outcome) => csvRows(outcome.name, outcome))
  output.line([csvHead, ...rows].join('').slice(0, -1))
}

/** The sentences of the language asked for. @throws Refusal `bad-request`. */
export function messagesIn({ lang }: { readonly lang: string }): Messages {
  if (!isLanguage(lang))
    throw new Refusal('bad-request', `--lang is one of ${languages.join(', ')}`)
  return messagesFor(lang)
}

/** `verify FILE|URL|-…`: 0 all valid, 1 one is not, 2 one is undecided. */
export function checkCommands(program: Command, define: Define): void {
  const command = define(
    program,
    'verify <source...>',
    'check credentials: files, addresses, or - for standard input',
  )
  command.command
    .option('--person <text>', 'whose it should be: a name, an e-mail address or an identifier')
    .option('--csv', 'answer as CSV, a row for each')
    .option('--lang <language>', 'language of the sentences', 'en')
  command.run(async ({ service, output }, sources: readonly string[], wishes: Wishes) => {
    const messages = messagesIn(wishes)
    if (wishes.csv && output.isJson) throw new Refusal('bad-request', 'Ask for --json or --csv')
    const checks = openSources(sources, service, wishes)
    const [first] = checks
    if (checks.length === 1 && first && !wishes.csv) {
      const { report } = await first().catch((thrown) => {
        if (thrown instanceof Refusal && !output.isJson) output.note(adviceOn(thrown, messages))
        throw thrown
      })
      output.result(reportBody(report, messages.language), reportLines(report, messages))
      return exitOf[report.verdict]
    }
    const outcomes: Outcome[] = []
    for (const [index, check] of checks.entries())
      outcomes.push(await outcomeOf(sources[index] ?? '', check))
    if (wishes.csv) tellCsv(outcomes, output)
    else tell(outcomes, messages, output)
    return worstExit(outcomes.map(exitOfOutcome))
  })
}
