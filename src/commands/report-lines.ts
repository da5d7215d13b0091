import type { Answers, Difference, Endorsement, Facts, Reason, Report } from '../checking/report.ts'
import type { Messages } from '../messages/messages.ts'

// A terminal obeys control characters, and some letters only change how others are read.
const disguises = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/** Text by someone else on one line of a terminal. */
export const terminalText = (text: string) => text.replace(disguises, '\uFFFD')

/** The identifier first: a name can be claimed by anyone. */
const namedText = ({ id, name }: { readonly id: string; readonly name?: string }) =>
  name === undefined ? id : `${id} (${name})`

const issuerText = ({ onBehalfOf, ...issuer }: NonNullable<Facts['issuer']>) =>
  onBehalfOf ? `${namedText(issuer)}, on behalf of ${namedText(onBehalfOf)}` : namedText(issuer)

function factLines({ facts }: Report): string[] {
  const { issuer } = facts
  const named: readonly (readonly [string, string | undefined])[] = [
    ['recipient', facts.recipient],
    ['title', facts.title],
    ['issuer', issuer && issuerText(issuer)],
    ['awarded', facts.awardedDate?.slice(0, 10)],
    ['until', facts.validUntil?.slice(0, 10)],
  ]
  return named.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name.padEnd(11)}${terminalText(value)}`],
  )
}

/** Why there is no better answer, where it is not what that answer usually means. */
function otherReason(name: keyof Answers, { answers, findings }: Report): Reason | undefined {
  if (name === 'person' && answers.genuine !== 'yes') return 'earlier-check-failed'
  if (name !== 'issuer' || answers.issuer === 'impostor') return undefined
  const reason = findings.find(({ check }) => check === 'issuer')?.reason
  return reason === 'issuer-unknown' || reason === 'issuer-known' ? undefined : reason
}

const reply = <A extends keyof Answers>(name: A, report: Report, messages: Messages): string => {
  const told: Readonly<Record<string, string>> = messages.answers[name].replies
  const reason = otherReason(name, report)
  const sentence = reason ? messages.reasons[reason] : told[report.answers[name]]
  return `${name.padEnd(8)} ${report.answers[name].padEnd(9)} ${sentence}`
}

const answerLines = (report: Report, messages: Messages) =>
  (['genuine', 'current', 'issuer', 'person'] as const).map((name) => reply(name, report, messages))

/** Since when another version counts, where it stands, and what it corrects. */
function replacementLines({ replacement }: Report): string[] {
  if (!replacement) return []
  const { since, url, changed } = replacement
  const what = changed.length > 0 ? ` (${changed.join(', ')})` : ''
  return [`replaced   ${since.slice(0, 10)}${what} by ${terminalText(url)}`]
}

const differenceLine = ({ fact, printed, signed }: Difference) =>
  `  ${fact}: printed ${JSON.stringify(terminalText(printed))}, signed ${JSON.stringify(terminalText(signed))}`

function endorsementLines({ comment, report }: Endorsement, messages: Messages): string[] {
  const { issuer } = report.facts
  const by = issuer ? terminalText(issuerText(issuer)) : '?'
  const said = comment === undefined ? '' : `: ${terminalText(comment)}`
  return [`  ${messages.verdicts[report.verdict]} (${report.verdict}), ${by}${said}`]
}

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? [`${title}:`, ...lines] : []

/** A report as lines of text: the verdict, the four answers, what is signed, then why. */
export function reportLines(report: Report, messages: Messages): string[] {
  const { reasons, warnings, statuses } = messages
  const { answers, endorsements = [], credentials = [] } = report
  // A forger may write any status, so without a signature there is none to tell.
  const status = answers.genuine === 'yes' ? `, ${statuses[report.status]}` : ''
  return [
    `${report.verdict.toUpperCase()}${status}`,
    // Of several, each has answers of its own.
    ...(credentials.length > 1 ? [] : answerLines(report, messages)),
    ...factLines(report),
    ...replacementLines(report),
    ...section('differences', report.source.differences.map(differenceLine)),
    ...section(
      'checks',
      report.findings.flatMap(({ check, outcome, reason, places = [] }) => [
        `  ${check.padEnd(12)} ${outcome.padEnd(7)} ${reasons[reason]} [${reason}]`,
        ...places.map((place) => `    ${terminalText(place)}`),
      ]),
    ),
    ...section(
      'remarks',
      report.warnings.map((warning) => `  ${warnings[warning]} [${warning}]`),
    ),
    ...section(
      'endorsements',
      endorsements.flatMap((each) => endorsementLines(each, messages)),
    ),
    ...credentials.flatMap((each, at) => [
      `credential ${at + 1}:`,
      ...reportLines(each, messages).map((line) => `  ${line}`),
    ]),
  ]
}
