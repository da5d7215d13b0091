import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import type { Review } from '../learning/eligibility/application.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import type { RuleBook } from '../learning/eligibility/rule-book.ts'
import { ruleVersion } from '../learning/eligibility/rule-book-of.ts'
import { decide } from '../learning/eligibility.ts'
import type { Specialization } from '../learning/specialization.ts'
import { type Caller, permit, providerSeen } from '../ledger/caller.ts'
import type { DecisionRecord, DecisionSummary } from '../ledger/decision-record.ts'
import type { DecisionFilter } from '../ledger/decisions.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { PersonKeys } from '../ledger/person-keys.ts'
import type { Erased } from '../ledger/retention.ts'
import type { AdmissionSettings } from './admission-settings.ts'
import type { ApplicationForm, Considered } from './application-form.ts'
import { applicationValues, checkOpen, keptText, maxNoteChars } from './application-values.ts'
import { Considering } from './considering.ts'
import { DecisionFile, settled } from './decision-file.ts'
import { type DecisionView, openApplication } from './decision-view.ts'
import { formerSpecialization } from './former-specialization.ts'
import type { DecisionLink } from './issue-eligibility.ts'
import { withReferences } from './person-keys.ts'
import { takeBack } from './take-back.ts'

/** What a caller wants to see of the decisions about a specialization. */
export interface DecisionQuestion extends Pick<DecisionFilter, 'outcome' | 'after' | 'limit'> {
  readonly specialization: string
  /** Only those with something that waits for a person. */
  readonly waiting?: boolean | undefined
}

/** A verdict on one item of a decision, and why. */
export interface ReviewRequest extends Review {
  readonly note: string
}

const maxPage = 1_000

/** Decisions on who may enrol: made, kept, reviewed and made again. What a method has returned is on disk. */
export class Admissions {
  readonly #settings: AdmissionSettings
  readonly #considering: Considering
  readonly #file: DecisionFile

  constructor(settings: AdmissionSettings) {
    this.#settings = settings
    this.#considering = new Considering(settings)
    this.#file = new DecisionFile(settings)
  }

  /** @throws Refusal `specialization-unknown`, naming those there are. */
  specialization(id: string): Specialization {
    return this.#considering.specialization(id)
  }

  /** That of a stored decision: as the catalogue has it now, or, where it has it no longer, by its id alone. */
  specializationOf({ specialization: id }: { readonly specialization: string }): Specialization {
    const { specializations } = this.#settings.catalogue
    return specializations.find((each) => each.id === id) ?? formerSpecialization(id)
  }

  /** The rules of a specialization as the catalogue has them now. @throws Refusal `specialization-unknown`. */
  ruleBook(id: string): RuleBook {
    return this.#considering.ruleBook(id)
  }

  /**
   * Decides and keeps nothing: for whoever asks about themselves. Whether one may apply at the moment does not matter.
   *
   * @throws Refusal `specialization-unknown`, `statement-unknown`, `country-needed`, `too-large`, `bad-request`.
   */
  consider(form: ApplicationForm): Promise<Considered> {
    return this.#considering.consider(form)
  }

  /**
   * Decides for a provider and keeps the decision, the rules it was made by and who asked for it. `onStored` is told its
   * id in the transaction that keeps it, so that nothing falls between the two; what it throws undoes it.
   *
   * @throws Refusal `forbidden`, `applications-closed`, and what {@link consider} refuses.
   */
  async decide(
    form: ApplicationForm,
    caller: Caller,
    onStored: (id: string) => void = () => undefined,
  ): Promise<DecisionView> {
    permit(caller, ['provider'], form.specialization)
    const specialization = this.specialization(form.specialization)
    const values = applicationValues(form, specialization, this.#settings.now())
    checkOpen(specialization, values.appliedAt)
    const { decision, application, unread } = await this.#considering.considerWith(form, values)
    const { ledger, now } = this.#settings
    const id = randomId()
    const applicant = { provider: caller.provider, reference: values.reference }
    ledger.transaction(() => {
      const book = this.ruleBook(form.specialization)
      this.#file.keepBook(book)
      ledger.decisions.add({
        rowKey: timeOrderedKey(now()),
        id,
        specialization: specialization.id,
        ...applicant,
        country: values.country,
        appliedAt: application.appliedAt,
        decidedAt: application.decidedAt,
        ruleVersion: book.version,
        ...settled(decision, { application, unread }, applicant),
      })
      this.#file.record(id, decision, caller, { action: 'decided' })
      this.#settings.participation.reached(id, 'eligible')
      onStored(id)
    })
    return this.find(id, caller)
  }

  /** A stored decision. @throws Refusal `decision-not-found` (another provider's too), `decision-erased`. */
  find(id: string, caller: Caller): DecisionView {
    return this.#file.view(id, caller)
  }

  /** Decisions in the order they were made; go on from the `rowKey` of the last. @throws Refusal `forbidden`. */
  list(caller: Caller, question: DecisionQuestion): readonly DecisionSummary[] {
    permit(caller, ['provider'], question.specialization)
    const { specialization, outcome, waiting, after, limit } = question
    return this.#settings.ledger.decisions.page({
      specialization,
      provider: providerSeen(caller),
      outcome,
      isWaiting: waiting,
      after,
      limit: Math.max(1, Math.min(limit, maxPage)),
    })
  }

  /**
   * Settles one item of a decision and decides again: on the stored application, by the rules of the decision and for
   * its instant, which is when the credentials were checked. A review never changes the rules or looks at a credential
   * anew. An item that waits can be settled, and one that was settled can be settled otherwise; the trail keeps both.
   * Where it leaves a decision no longer `eligible`, the credential that was signed for it is revoked at once.
   *
   * @throws Refusal `decision-not-found`, `decision-erased`, `not-to-review`, `reason-missing`, `text-too-long`.
   */
  review(id: string, request: ReviewRequest, caller: Caller): DecisionView {
    const note = keptText(request.note, 'note', maxNoteChars)
    if (!note)
      throw new Refusal('reason-missing', 'Say why, in a note', {
        particular: { kind: 'missing', at: 'note' },
      })
    const { ledger } = this.#settings
    ledger.transaction(() => {
      const record = this.#file.mine(id, caller)
      const { application, unread } = openApplication(record)
      const book = this.#file.bookOf(record)
      const { item, verdict } = request
      const others = application.reviews.filter((each) => each.item !== item)
      const isSettled = others.length < application.reviews.length
      if (!isSettled && !decide(book, application).toReview.includes(item))
        throw new Refusal('not-to-review', `"${item.slice(0, 80)}" does not wait for a verdict`)
      const reviewed = { ...application, reviews: [...others, { item, verdict }] }
      const decision = decide(book, reviewed)
      const now = settled(decision, { application: reviewed, unread }, record)
      ledger.decisions.settle(id, now)
      this.#settings.participation.reached(id, 'eligible')
      this.#knowAnew(record, now.person)
      this.#file.record(id, decision, caller, { action: 'reviewed', item, verdict, note })
      if (record.credential !== null && decision.outcome !== 'eligible')
        takeBack(record.credential, id, ledger, this.#settings.now())
    })
    return this.find(id, caller)
  }

  /** A review may say who it is: whoever is enrolled by that decision is known by it from then on. */
  #knowAnew({ id, provider, reference }: DecisionRecord, person: PersonKeys): void {
    const { enrolments, enrolledPersons } = this.#settings.ledger
    const enrolment = enrolments.ofDecision(id)
    if (!enrolment || enrolment.erasedAt !== null) return
    const keys = withReferences(person, provider, [reference, enrolment.reference])
    enrolledPersons.set(enrolment.specialization, enrolment.id, keys)
  }

  /**
   * Signs what an `eligible` decision says: once, however often it is asked for; see {@link issueEligibility}.
   *
   * @throws Refusal `decision-not-found`, `decision-erased`, `not-eligible`, `decision-expired`, `bad-request`, `busy`.
   */
  async issue(
    id: string,
    { language }: { readonly language: Language },
    caller: Caller,
  ): Promise<DecisionView> {
    const { ledger, eligibility } = this.#settings
    const { application, decision } = this.find(id, caller)
    const book = this.#file.bookOf(this.#file.mine(id, caller))
    const link: DecisionLink = {
      held: () => ledger.decisions.byId(id)?.credential ?? null,
      record: (credential) => {
        // A reviewer may have decided otherwise while what it rests on was looked at once more.
        if (ledger.decisions.byId(id)?.outcome !== 'eligible')
          throw new Refusal('not-eligible', 'The decision was reviewed meanwhile')
        ledger.decisions.setCredential(id, credential)
        this.#file.record(id, decision, caller, { action: 'issued', item: credential })
      },
    }
    await eligibility.issue({ id, decision, application, book }, link, language)
    return this.find(id, caller)
  }

  /**
   * Makes a decision again, by the rules and for the instant of its day, from what was kept.
   *
   * @returns whether it ends as it was recorded, and its rules are still those that its version names.
   * @throws Refusal `decision-not-found`, `decision-erased`.
   */
  rerun(id: string, caller: Caller): { decision: Decision; isSame: boolean } {
    const record = this.#file.mine(id, caller)
    const stored = openApplication(record)
    const book = this.#file.bookOf(record)
    const decision = decide(book, stored.application)
    const again = settled(decision, stored, record)
    const isSame =
      ruleVersion(book) === record.ruleVersion &&
      (['outcome', 'points', 'waiting', 'validUntil', 'person'] as const).every((name) =>
        isDeepStrictEqual(again[name], record[name]),
      )
    return { decision, isSame }
  }

  /**
   * Erases what an applicant gave for a decision from before an instant: the application, reference and notes. Such a
   * decision is answered with `decision-erased`; how it ended stays in lists. One with an enrolment goes by the last
   * change of that.
   */
  erase(before: Date): Erased {
    const { ledger, now } = this.#settings
    return ledger.retention.erase(before.toISOString(), now().toISOString())
  }
}
