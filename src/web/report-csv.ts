import type { Report } from '../checking/report.ts'
import { Refusal } from '../errors.ts'
import { plainText } from '../pages/html.ts'
import { csvRow } from './csv.ts'

/** The columns of a table of reports; names are public and stable. */
export const reportColumns = [
  'item',
  'verdict',
  'status',
  'genuine',
  'current',
  'issuer',
  'person',
  'recipient',
  'title',
  'achievement',
  'issuer_id',
  'issuer_name',
  'valid_from',
  'valid_until',
  'awarded',
  'reasons',
  'checked_at',
  'on_behalf_of',
] as const

type Column = (typeof reportColumns)[number]
type Row = Readonly<Partial<Record<Column, string | undefined>>>

const rowOf = (row: Row) => csvRow(reportColumns.map((column) => plainText(row[column] ?? '')))

/** Why it is not simply good: what failed, then what could not be looked at. */
export function reasonsOf({ findings }: Report): readonly string[] {
  const having = (outcome: string) =>
    findings.filter((finding) => finding.outcome === outcome).map(({ reason }) => reason)
  return [...having('failed'), ...having('unknown')]
}

function reportRow(item: string, report: Report): string {
  const { facts, answers } = report
  return rowOf({
    item,
    verdict: report.verdict,
    status: report.status,
    ...answers,
    recipient: facts.recipient,
    title: facts.title,
    achievement: facts.achievement?.name,
    issuer_id: facts.issuer?.id,
    issuer_name: facts.issuer?.name,
    valid_from: facts.validFrom,
    valid_until: facts.validUntil,
    awarded: facts.awardedDate,
    reasons: reasonsOf(report).join(' '),
    checked_at: report.checkedAt,
    on_behalf_of: facts.issuer?.onBehalfOf?.id,
  })
}

/** RFC 4180; in UTF-8, and without formulas for a spreadsheet to run. */
export const csvHead = csvRow(reportColumns)

/** The row of an item; of a presentation with several credentials one more for each, as `name [1]`. */
export function csvRows(item: string, outcome: { report: Report } | { thrown: unknown }): string {
  if ('thrown' in outcome) {
    const { thrown } = outcome
    const code = thrown instanceof Refusal ? thrown.code : 'fault'
    return rowOf({ item, verdict: 'refused', reasons: code })
  }
  const inside = outcome.report.credentials ?? []
  const rows = inside.map((report, at) => reportRow(`${item} [${at + 1}]`, report))
  return [reportRow(item, outcome.report), ...rows].join('')
}
