import { Refusal } from '../errors.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import type { RuleBook } from '../learning/eligibility/rule-book.ts'
import { decide } from '../learning/eligibility.ts'
import { type Caller, hasInScope, permit, sees } from '../ledger/caller.ts'
import type { DecisionRecord } from '../ledger/decision-record.ts'
import { timeOrderedKey } from '../ledger/identifiers.ts'
import type { AdmissionSettings } from './admission-settings.ts'
import { applicantName } from './applicant-name.ts'
import { type DecisionView, openApplication, type StoredApplication } from './decision-view.ts'
import { ownStand } from './enrolment-checks.ts'
import { personKeys } from './person-keys.ts'

/** One step of what was done about a decision. */
export interface Step {
  readonly action: string
  readonly item?: string
  readonly verdict?: string
  readonly note?: string
}

/** Stored decisions as their provider sees them, with their rules and the trail of what was done. */
export class DecisionFile {
  readonly #settings: Pick<AdmissionSettings, 'ledger' | 'now'>
  // A version names what it stands for, so that a book never changes.
  readonly #books = new Map<string, RuleBook>()

  constructor(settings: Pick<AdmissionSettings, 'ledger' | 'now'>) {
    this.#settings = settings
  }

  /** Keeps the rules that a decision is made by, so that it can be made again. Within a transaction. */
  keepBook(book: RuleBook): void {
    const { ledger, now } = this.#settings
    const { version, specialization } = book
    const text = JSON.stringify(book)
    ledger.decisions.keepBook({ version, specialization, text, at: now().toISOString() })
  }

  /** Adds to the trail of a decision, in the transaction of the change that it tells of. */
  record(
    id: string,
    { outcome, ruleVersion: version }: Decision,
    { token }: Caller,
    step: Step,
  ): void {
    const { ledger, now } = this.#settings
    ledger.decisions.addEvent(id, timeOrderedKey(now()), {
      happenedAt: now().toISOString(),
      actor: token,
      action: step.action,
      item: step.item ?? null,
      verdict: step.verdict ?? null,
      note: step.note ?? null,
      outcome,
      ruleVersion: version,
    })
  }

  /** The row of a decision that the caller may see. @throws Refusal `decision-not-found`, `forbidden`. */
  mine(id: string, caller: Caller): DecisionRecord {
    permit(caller, ['provider'])
    const record = this.#settings.ledger.decisions.byId(id)
    // Whose a decision is, is not told to others: theirs and none are answered alike.
    if (!record || !sees(caller, record.provider) || !hasInScope(caller, record.specialization))
      throw new Refusal('decision-not-found', 'There is no such decision')
    return record
  }

  /** Whether an eligible one no longer stands: its credential or something it rests on was revoked since. */
  isWithdrawn(id: string): boolean {
    const { ledger } = this.#settings
    const ground = ledger.enrolmentGrounds.ofDecision(id)
    if (ground?.outcome !== 'eligible') return false
    return ground.isSupportGone || !ownStand(id, ledger)
  }

  /** The rules that a decision was made by. */
  bookOf({ ruleVersion: version }: DecisionRecord): RuleBook {
    const known = this.#books.get(version)
    if (known) return known
    const text = this.#settings.ledger.decisions.book(version)
    if (text === undefined) throw new Error('a decision without its rules')
    const book = JSON.parse(text) as RuleBook
    this.#books.set(version, book)
    return book
  }

  /** @throws Refusal `decision-not-found` (another provider's too), `decision-erased`. */
  view(id: string, caller: Caller): DecisionView {
    const record = this.mine(id, caller)
    const { application, unread } = openApplication(record)
    const { specialization, reference, country, provider, credential } = record
    return {
      id,
      specialization,
      decision: decide(this.bookOf(record), application),
      application,
      unread,
      reference,
      country,
      provider,
      credential,
      isWithdrawn: this.isWithdrawn(id),
      events: this.#settings.ledger.decisions.events(id),
    }
  }
}

/** What the row of a decision says about how it ended, and about whom it is. */
export function settled(
  decision: Decision,
  { application, unread }: StoredApplication,
  { provider }: { readonly provider: string },
) {
  const { outcome, priority, toReview, validUntil } = decision
  return {
    application: JSON.stringify({ application, unread } satisfies StoredApplication),
    name: applicantName(application, decision),
    person: personKeys(application, decision, provider),
    outcome,
    points: priority.points,
    waiting: toReview.length,
    validUntil,
  }
}
