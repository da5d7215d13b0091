import type { JsonObject } from './receive.ts'
import type { Finding } from './report.ts'

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'dates',
  outcome,
  reason,
})

const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/** Milliseconds of an XSD dateTime; without a zone it is read as UTC (VC DM 2.0 §4.9). `NaN` when it is none. */
export function instantOf(value: unknown): number {
  if (typeof value !== 'string' || !dateTime.test(value)) return Number.NaN
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`)
}

/** Whether now lies within validFrom and validUntil (VC DM 2.0 §4.9), both ends included. */
export function checkDates(credential: JsonObject, now: Date): Finding {
  const { validFrom, validUntil } = credential
  const from = validFrom === undefined ? Number.NEGATIVE_INFINITY : instantOf(validFrom)
  const until = validUntil === undefined ? Number.POSITIVE_INFINITY : instantOf(validUntil)
  if (Number.isNaN(from) || Number.isNaN(until)) return finding('failed', 'dates-unreadable')
  if (now.getTime() < from) return finding('failed', 'dates-not-yet-valid')
  if (now.getTime() > until) return finding('failed', 'dates-expired')
  return finding('passed', 'dates-current')
}
