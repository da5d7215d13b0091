import { Refusal } from '../errors.ts'
import type { Places } from '../learning/places.ts'
import type { Specialization } from '../learning/specialization.ts'
import { type Caller, permit, providerSeen, sees } from '../ledger/caller.ts'
import type { EnrolmentNow } from '../ledger/enrolment-record.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { keptText, maxNoteChars } from './application-values.ts'
import {
  type Enrolled,
  type Enrolment,
  type EnrolmentRequest,
  type EnrolmentsAsked,
  enrolmentOf,
  type RequestKey,
  type Withdrawn,
} from './enrolment.ts'
import {
  checkFree,
  checkGround,
  countryFor,
  groundOf,
  ownStand,
  referenceFor,
  toldApart,
} from './enrolment-checks.ts'
import { withReferences } from './person-keys.ts'
import { fillPlaces, placesOf } from './places.ts'

export interface EnrolmentSettings {
  readonly ledger: () => Ledger
  readonly specializations: readonly Specialization[]
  readonly now: () => Date
  /** Told of the decision by which a place was given, in the same transaction. */
  readonly onEnrolled?: (decision: string) => void
}

const pageSize = 500

/**
 * Places in specializations. Whatever has returned is on disk and in the audit trail of its decision; never are there
 * more places taken than the catalogue has, in all and per country, however many processes enrol at once.
 */
export class Enrolments {
  readonly #settings: EnrolmentSettings

  constructor(settings: EnrolmentSettings) {
    this.#settings = settings
  }

  get #ledger(): Ledger {
    return this.#settings.ledger()
  }

  #offered(id: string): Specialization | undefined {
    return this.#settings.specializations.find((each) => each.id === id)
  }

  /**
   * Gives a person a place, or a position in the waiting list: one per person and specialization. The same decision again
   * is answered with the enrolment that is there, the same key with what it led to the first time, as it is now.
   *
   * @throws Refusal `decision-not-found`, `forbidden`, `specialization-unknown`, `decision-erased`, `not-eligible`,
   * `decision-expired`, `country-needed`, `already-enrolled`, `maybe-enrolled`, `idempotency-conflict`, `bad-request`.
   */
  enrol(request: EnrolmentRequest, caller: Caller, keyed?: RequestKey): Enrolled {
    permit(caller, ['provider'])
    const now = this.#settings.now()
    return this.#ledger.transaction(() => {
      const asked = keyed && { ...keyed, token: caller.token, at: now.toISOString() }
      const state = asked && this.#ledger.tokens.answered(asked)
      if (state?.kind === 'done')
        return { enrolment: this.find(state.answer, caller), isNew: false }
      if (state && state.kind !== 'new')
        throw new Refusal('idempotency-conflict', 'This key was used for another request')
      const enrolled = this.#enrol(request, caller, now)
      if (asked) this.#ledger.tokens.keep(asked, enrolled.enrolment.id)
      return enrolled
    })
  }

  #enrol(request: EnrolmentRequest, caller: Caller, now: Date): Enrolled {
    const grounds = this.#ledger.enrolmentGrounds
    const ground = groundOf(request, caller, grounds)
    const offered = this.#offered(ground.specialization)
    if (!offered)
      throw new Refusal('specialization-unknown', 'This specialization is no longer offered')
    const existing = this.#ledger.enrolments.ofDecision(ground.id)
    if (existing) return { enrolment: this.find(existing.id, caller), isNew: false }
    checkGround(ground, now)
    if (!ownStand(ground.id, this.#ledger))
      throw new Refusal('not-eligible', 'A credential was revoked since the decision; decide again')
    const country = countryFor(offered, request.country, ground.country)
    const reference = referenceFor(request.reference, ground.reference)
    const { enrolledPersons } = this.#ledger
    const { person, provider } = ground
    const keys = withReferences(person, provider, [ground.reference, reference])
    const found = enrolledPersons.find(offered.id, keys)
    checkFree(found, request.isAnotherPerson === true, caller)
    const id = randomId()
    this.#ledger.enrolments.addWaiting({
      rowKey: timeOrderedKey(now),
      id,
      specialization: offered.id,
      provider,
      decision: ground.id,
      reference,
      country,
      points: ground.points,
      appliedAt: new Date(ground.appliedAt).toISOString(),
      createdAt: now.toISOString(),
    })
    enrolledPersons.set(offered.id, id, keys)
    const moved = this.#fill(offered, { now, justCome: id })
    const action = moved.some((each) => each.id === id) ? 'enrolled' : 'waiting'
    const step = { decision: ground.id, actor: caller.token, note: null, at: now }
    for (const enrolment of toldApart(found, provider, id))
      grounds.tell({ ...step, enrolment, action: 'told-apart' })
    grounds.tell({ ...step, enrolment: id, action })
    return { enrolment: this.find(id, caller), isNew: true }
  }

  #fill(offered: Specialization, more: Parameters<typeof fillPlaces>[2]) {
    const moved = fillPlaces(this.#ledger, offered, more)
    for (const { decision } of moved) this.#settings.onEnrolled?.(decision)
    return moved
  }

  /**
   * Gives a place back, or the wait for one; it goes to the first in the waiting list whom the limit of its country lets
   * in. Again, it changes nothing.
   *
   * @throws Refusal `enrolment-not-found`, `forbidden`, `text-too-long`.
   */
  withdraw(id: string, note: string | null, caller: Caller): Withdrawn {
    const why = keptText(note, 'note', maxNoteChars)
    const now = this.#settings.now()
    return this.#ledger.transaction(() => {
      const before = this.#found(id, caller)
      if (before.state === 'withdrawn')
        return { enrolment: enrolmentOf(before), movedUp: [], movedUpElsewhere: 0 }
      const at = now.toISOString()
      this.#ledger.enrolments.setState(id, 'withdrawn', at)
      const { specialization } = before
      this.#ledger.webhookEvents.tellOfEnrolment('enrolment.withdrawn', id, { specialization, at })
      this.#ledger.enrolmentGrounds.tell({
        decision: before.decision,
        enrolment: id,
        action: 'withdrawn',
        actor: caller.token,
        note: why,
        at: now,
      })
      const offered = this.#offered(before.specialization)
      const moved = offered ? this.#fill(offered, { now }) : []
      const own = moved.filter(({ provider }) => sees(caller, provider))
      return {
        enrolment: this.find(id, caller),
        movedUp: own.map((each) => each.id),
        movedUpElsewhere: moved.length - own.length,
      }
    })
  }

  #found(id: string, caller: Caller): EnrolmentNow {
    permit(caller, ['provider'])
    const record = this.#ledger.enrolments.byId(id)
    if (!record || !sees(caller, record.provider))
      throw new Refusal(
        'enrolment-not-found',
        caller.role === 'admin' ? 'There is no such enrolment' : 'You have no such enrolment',
      )
    permit(caller, ['provider'], record.specialization)
    return record
  }

  /** @throws Refusal `enrolment-not-found`, `forbidden`. */
  find(id: string, caller: Caller): Enrolment {
    return enrolmentOf(this.#found(id, caller))
  }

  /**
   * The caller's own in the order of the waiting list, whatever their state; an administrator's are all. The order of one
   * and another never changes, so that nobody is skipped between two pages.
   *
   * @throws Refusal `forbidden`, `specialization-unknown`, `bad-request` for an `after` that is no enrolment of the list.
   */
  list(asked: EnrolmentsAsked, caller: Caller): readonly Enrolment[] {
    this.#mayList(asked.specialization, caller)
    const last = asked.after === null ? undefined : this.#ledger.enrolments.byId(asked.after)
    const isOfList = last?.specialization === asked.specialization && sees(caller, last.provider)
    if (asked.after !== null && !isOfList)
      throw new Refusal('bad-request', 'after is the next of the page before')
    return this.#ledger.enrolments
      .list({ ...asked, provider: providerSeen(caller) })
      .map(enrolmentOf)
  }

  /** The whole list, read page by page so that memory stays bounded. Refuses at once what {@link list} refuses. */
  all(
    asked: Pick<EnrolmentsAsked, 'specialization' | 'state'>,
    caller: Caller,
  ): Iterable<Enrolment> {
    this.#mayList(asked.specialization, caller)
    return this.#pages(asked, caller)
  }

  *#pages(
    asked: Pick<EnrolmentsAsked, 'specialization' | 'state'>,
    caller: Caller,
  ): Iterable<Enrolment> {
    let after: string | null = null
    for (;;) {
      const page: readonly Enrolment[] = this.list({ ...asked, after, limit: pageSize }, caller)
      yield* page
      const last = page.at(-1)
      if (!last || page.length < pageSize) return
      after = last.id
    }
  }

  #mayList(specialization: string, caller: Caller): void {
    permit(caller, ['provider'])
    const isKnown =
      this.#offered(specialization) ?? this.#ledger.enrolments.counts(specialization)[0]
    if (!isKnown) throw new Refusal('specialization-unknown', 'There is no such specialization')
    permit(caller, ['provider'], specialization)
  }

  /** Places of a specialization over all providers. */
  places(specialization: string): Places {
    return placesOf(this.#ledger, specialization, this.#offered(specialization))
  }

  /** Lets the waiting have what a changed catalogue has more of. Returns how many moved up. */
  fill(): number {
    const now = this.#settings.now()
    return this.#settings.specializations.reduce(
      (count, offered) =>
        count + this.#ledger.transaction(() => this.#fill(offered, { now })).length,
      0,
    )
  }

  /**
   * Erases who it was and what the provider called them, of those withdrawn before an instant and of specializations that
   * are no longer offered; the counts stay. Returns how many.
   */
  erase(before: Date): number {
    const offered = this.#settings.specializations.map(({ id }) => id)
    const { enrolments } = this.#ledger
    return enrolments.erase(before.toISOString(), offered, this.#settings.now().toISOString())
  }
}
