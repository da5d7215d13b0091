import { type RankedLine, stateOf } from '../admission/ranked-lines.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import { missingLine } from '../messages/tell-decision.ts'
import { plainText } from '../pages/html.ts'
import { csvRow } from './csv.ts'
import { type ShownDecision, toldOf } from './decision-body.ts'
import { decisionOf, lineProblem, type Reader } from './list-body.ts'

/** The columns of what a list came to; names are public and stable. */
const listColumns = [
  'line',
  'reference',
  'rank',
  'outcome',
  'points',
  'of',
  'points_open',
  'applied_at',
  'reason',
  'rules',
  'missing',
  'to_review',
  'waived_modules',
  'credentials',
  'unread',
  'rule_version',
  'valid_until',
  'decision',
  'credential',
  'code',
  'detail',
] as const

type Column = (typeof listColumns)[number]
type Row = Readonly<Partial<Record<Column, string | number | null | undefined>>>

const rowOf = (row: Row) =>
  csvRow(listColumns.map((column) => plainText(String(row[column] ?? ''))))

/** RFC 4180; in UTF-8, and without formulas for a spreadsheet to run. */
export const listCsvHead = csvRow(listColumns)

const rulesOf = ({ rules }: Decision) =>
  rules.map(({ rule, outcome, reason }) => `${rule}=${outcome}:${reason}`).join(' ')

/** What a decision says in the columns of its row. */
function decisionCells(shown: ShownDecision, reader: Pick<Reader, 'language' | 'service'>) {
  const { decision, application, unread } = shown
  const told = toldOf(shown, reader.language, reader.service)
  const waived = decision.modules.filter(({ state }) => state === 'waived')
  return {
    outcome: decision.outcome,
    points: decision.priority.points,
    of: decision.priority.of,
    points_open: decision.priority.pending,
    applied_at: application.appliedAt,
    reason: decision.reason,
    rules: rulesOf(decision),
    missing: told.missing.map(missingLine).join(' | '),
    to_review: decision.toReview.join(' '),
    waived_modules: waived.map(({ module }) => module).join(' '),
    credentials: decision.credentials
      .map(({ id, counts, reason }) => `${id}=${counts}:${reason}`)
      .join(' '),
    unread: unread.map(({ name, code }) => `${name}=${code}`).join(' '),
    rule_version: decision.ruleVersion,
    valid_until: decision.validUntil,
  } satisfies Row
}

/** A row without a decision. */
export const problemRow = (
  place: Pick<RankedLine, 'line' | 'reference'>,
  { code, detail }: { readonly code: string; readonly detail: string },
) => rowOf({ ...place, outcome: 'refused', code, detail })

/** The row of a decision under the line it was made for. */
export const decisionRow = (
  place: Pick<RankedLine, 'line' | 'reference'> & Row,
  shown: ShownDecision,
  reader: Pick<Reader, 'language' | 'service'>,
) => rowOf({ ...place, ...decisionCells(shown, reader) })

/** The row of a line of a list. */
export function lineRow(line: RankedLine, reader: Reader): string {
  const { reference, rank, code } = line
  const place = { line: line.line, reference }
  if (code !== null) return problemRow(place, lineProblem(code, line.detail, reader.language))
  const found = decisionOf(line, reader)
  if (!found) return rowOf({ ...place, outcome: stateOf(line) })
  if ('erased' in found) return rowOf({ ...place, rank, outcome: line.outcome, code: found.erased })
  const { credential } = found
  const url = credential ? new URL(`/c/${credential}`, reader.service.publicUrl).href : ''
  return decisionRow({ ...place, rank, decision: line.decision, credential: url }, found, reader)
}
