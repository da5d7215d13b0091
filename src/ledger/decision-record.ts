import type { Row } from './database.ts'
import { type PersonKeys, readPersonKeys } from './person-keys.ts'

export type StoredOutcome = 'eligible' | 'not-yet' | 'needs-review'

/** Everything recorded of one decision. */
export interface DecisionRecord {
  readonly rowKey: string
  readonly id: string
  readonly specialization: string
  /** Of the rule book that it was made with, which is kept. */
  readonly ruleVersion: string
  readonly provider: string
  readonly reference: string | null
  readonly country: string | null
  /** For enrolments; nobody's once they are erased. */
  readonly person: PersonKeys
  /** What to call the applicant; `null` for nothing, and once it is erased. */
  readonly name: string | null
  /** JSON text of what was decided on; `null` once it is erased. */
  readonly application: string | null
  readonly outcome: StoredOutcome
  readonly points: number
  /** How many items wait for a person. */
  readonly waiting: number
  readonly appliedAt: string
  readonly decidedAt: string
  readonly validUntil: string
  /** The signed credential of it, by the random id in `/c/{id}`. */
  readonly credential: string | null
  readonly erasedAt: string | null
}

/** A decision as it stands in a list: without what it was made from, which may be long. */
export interface DecisionSummary
  extends Omit<DecisionRecord, 'application' | 'person' | 'erasedAt'> {
  readonly isErased: boolean
}

/** One step of the audit trail. */
export interface DecisionEvent {
  readonly happenedAt: string
  /** Id of the token that did it. */
  readonly actor: string
  readonly action: string
  readonly item: string | null
  readonly verdict: string | null
  /** `null` where there was none, and once it is erased. */
  readonly note: string | null
  readonly outcome: StoredOutcome
  readonly ruleVersion: string
}

function readCommon(row: Row) {
  return {
    rowKey: String(row.row_key),
    id: String(row.id),
    specialization: String(row.specialization),
    ruleVersion: String(row.rule_version),
    provider: String(row.provider),
    reference: row.reference as string | null,
    country: row.country as string | null,
    name: row.name as string | null,
    outcome: row.outcome as StoredOutcome,
    points: Number(row.points),
    waiting: Number(row.waiting),
    appliedAt: String(row.applied_at),
    decidedAt: String(row.decided_at),
    validUntil: String(row.valid_until),
    credential: row.credential as string | null,
  }
}

export const readDecision = (row: Row): DecisionRecord => ({
  ...readCommon(row),
  person: readPersonKeys(row.person as string | null),
  application: row.application as string | null,
  erasedAt: row.erased_at as string | null,
})

/** The columns of a summary. */
export const summaryColumns = `row_key, id, specialization, rule_version, provider, reference, country, name, outcome, points, waiting,
  applied_at, decided_at, valid_until, credential, application IS NULL AS is_erased`

export const readSummary = (row: Row): DecisionSummary => ({
  ...readCommon(row),
  isErased: row.is_erased === 1,
})

export const readEvent = (row: Row): DecisionEvent => ({
  happenedAt: String(row.happened_at),
  actor: String(row.actor),
  action: String(row.action),
  item: row.item as string | null,
  verdict: row.verdict as string | null,
  note: row.note as string | null,
  outcome: row.outcome as StoredOutcome,
  ruleVersion: String(row.rule_version),
})
