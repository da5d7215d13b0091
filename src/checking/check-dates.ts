import type { JsonObject, Received } from './receiving/received.ts'
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

/** VC DM 2.0 §4.9, and what VC DM 1.1 §4.6 and §4.8 called them. */
const starts = ['validFrom', 'issuanceDate']
const ends = ['validUntil', 'expirationDate']

/** VC Data Integrity 1.0 §2.1: a proof may end before what it proves, which then is proven no longer. */
const proofEnds = ({ proof }: JsonObject): readonly number[] =>
  [proof].flat().flatMap((entry) => instantsOf(Object(entry), ['expires']))

const instantsOf = (credential: JsonObject, members: readonly string[]) =>
  members.flatMap((name) => (credential[name] === undefined ? [] : [instantOf(credential[name])]))

/** RFC 7519 §4.1.4 and §4.1.5, in milliseconds: a token may end before what it carries (VC-JOSE-COSE §3.2.1). */
function claimed({ secured }: Received, name: 'nbf' | 'exp'): readonly number[] {
  if (secured.form !== 'jwt' || secured.claims[name] === undefined) return []
  const seconds = secured.claims[name]
  return [typeof seconds === 'number' ? seconds * 1_000 : Number.NaN]
}

/** When the first of the periods that the credential, its proofs and its token name ends; infinite where none does. */
export const endOf = (received: Received): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...instantsOf(received.credential, ends),
    ...proofEnds(received.credential),
    ...claimed(received, 'exp'),
  )

/** Whether now lies within every period that the credential, its proofs and its token name, both ends included. */
export function checkDates(received: Received, now: Date): Finding {
  const { credential } = received
  // One that cannot be read makes the whole NaN.
  const from = Math.max(
    Number.NEGATIVE_INFINITY,
    ...instantsOf(credential, starts),
    ...claimed(received, 'nbf'),
  )
  const until = endOf(received)
  if (Number.isNaN(from) || Number.isNaN(until)) return finding('failed', 'dates-unreadable')
  if (now.getTime() < from) return finding('failed', 'dates-not-yet-valid')
  if (now.getTime() > until) return finding('failed', 'dates-expired')
  return finding('passed', 'dates-current')
}
