import type { Database, Row } from './database.ts'
import { type DecisionSummary, readSummary } from './decision-record.ts'
import { timeOrderedKey } from './identifiers.ts'
import { type PersonKeys, readPersonKeys } from './person-keys.ts'

/** What an enrolment rests on: a decision, and whether it still stands. */
export interface EnrolmentGround extends DecisionSummary {
  readonly person: PersonKeys
  /** Its eligibility credential was revoked, or what that rests on is gone. */
  readonly isSupportGone: boolean
}

export type EnrolmentAction = 'enrolled' | 'waiting' | 'told-apart' | 'moved-up' | 'withdrawn'

export interface EnrolmentEvent {
  readonly decision: string
  readonly enrolment: string
  readonly action: EnrolmentAction
  readonly actor: string
  readonly note: string | null
  readonly at: Date
}

/** Of a decision `d` and its eligibility credential `c`: it no longer stands. */
export const supportGone = `CASE WHEN d.outcome <> 'eligible' OR c.revoked_at IS NOT NULL OR EXISTS (
  SELECT 1 FROM support s WHERE s.credential = d.credential AND s.state = 'gone') THEN 1 ELSE 0 END`

const readGround = (row: Row): EnrolmentGround => ({
  ...readSummary(row),
  person: readPersonKeys(row.person as string | null),
  isSupportGone: row.is_support_gone === 1,
})

/** Decisions as enrolments see them, and what enrolments add to their audit trail. */
export class EnrolmentGrounds {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  #found(column: 'd.id' | 'd.credential', value: string): EnrolmentGround | undefined {
    const row = this.#database.get(
      `SELECT d.*, d.application IS NULL AS is_erased, ${supportGone} AS is_support_gone
       FROM decision d LEFT JOIN credential c ON c.id = d.credential WHERE ${column} = ?`,
      value,
    )
    return row && readGround(row)
  }

  ofDecision(id: string): EnrolmentGround | undefined {
    return this.#found('d.id', id)
  }

  /** By the id of the eligibility credential that was issued for it. */
  ofCredential(id: string): EnrolmentGround | undefined {
    return this.#found('d.credential', id)
  }

  /**
   * Tells the audit trail of the decision, as it stands, with `enrolment:{id}` as its item; within the transaction of the
   * caller.
   */
  tell({ decision, enrolment, action, actor, note, at }: EnrolmentEvent): void {
    this.#database.run(
      `INSERT INTO decision_event (row_key, decision, happened_at, actor, action, item, note, outcome, rule_version)
       SELECT ?, id, ?, ?, ?, ?, ?, outcome, rule_version FROM decision WHERE id = ?`,
      timeOrderedKey(at),
      at.toISOString(),
      actor,
      action,
      `enrolment:${enrolment}`,
      note,
      decision,
    )
  }
}
