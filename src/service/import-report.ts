import type { Reserved } from '../issuing/reserve.ts'
import type { RowComplaint } from '../learning/completion.ts'
import type { BatchLine } from '../ledger/batch-lines.ts'

/** What one award would be, or has become. */
export interface LineAward {
  readonly achievement: string
  readonly outcome: Reserved['outcome']
  /** Public id; `null` in a dry run for what would be new. */
  readonly credential: string | null
}

/** The answer to one line of the file. */
export interface LineReport {
  readonly line: number
  readonly name: string | null
  readonly awards: readonly LineAward[]
  readonly complaints: readonly RowComplaint[]
}

/** What an import came to, counted. */
export interface ImportSummary {
  readonly batch: string | null
  readonly lines: number
  readonly rejected: number
  readonly nothingEarned: number
  readonly reserved: number
  readonly alreadyIssued: number
  readonly differsFromIssued: number
  readonly learnerErased: number
  readonly issuerOutOfScope: number
  readonly warnings: number
}

/** What is kept of the answer to one line. */
export function batchLines(report: LineReport): BatchLine[] {
  const { line } = report
  const none = { credential: null, code: null, column: null, value: null }
  const isRejected = report.name === null
  const complaints = report.complaints.map(({ severity, code, column, value }) => ({
    line,
    outcome: severity === 'error' ? ('rejected' as const) : ('warning' as const),
    credential: null,
    code,
    column,
    value,
  }))
  const awards = report.awards.map(({ outcome, credential }) => ({
    ...none,
    line,
    outcome,
    credential,
  }))
  const isIdle = !isRejected && awards.length === 0
  return [
    ...awards,
    ...(isIdle ? [{ ...none, line, outcome: 'nothing-earned' as const }] : []),
    ...complaints,
  ]
}

const counters = {
  reserved: 'reserved',
  'already-issued': 'alreadyIssued',
  'differs-from-issued': 'differsFromIssued',
  'learner-erased': 'learnerErased',
  'issuer-out-of-scope': 'issuerOutOfScope',
} as const satisfies Record<LineAward['outcome'], keyof ImportSummary>

/** Counts the answers to lines. */
export class Count {
  lines = 0
  rejected = 0
  nothingEarned = 0
  reserved = 0
  alreadyIssued = 0
  differsFromIssued = 0
  learnerErased = 0
  issuerOutOfScope = 0
  warnings = 0

  add(report: LineReport): void {
    const isRejected = report.complaints.some(({ severity }) => severity === 'error')
    // A remark about the header comes as a line of its own, and is no row.
    if (isRejected || report.name !== null) this.lines += 1
    if (isRejected) this.rejected += 1
    else if (report.name !== null && report.awards.length === 0) this.nothingEarned += 1
    this.warnings += report.complaints.filter(({ severity }) => severity === 'warning').length
    for (const { outcome } of report.awards) this[counters[outcome]] += 1
  }
}
