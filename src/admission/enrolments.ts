import { Refusal } from '../errors.ts'
import type { Specialization } from '../learning/specialization.ts'
import type { EnrolmentAction, EnrolmentGround } from '../ledger/enrolment-grounds.ts'
import type { EnrolmentNow, EnrolmentState } from '../ledger/enrolments.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Actor, byItself, requireProvider, requireScope, sees } from './actor.ts'
import { type Enrolment, type EnrolmentRequest, enrolmentOf, type Places } from './enrolment.ts'
import { checkFree, checkGround, countryFor, referenceFor } from './enrolment-checks.ts'
import { fillPlaces, placesOf } from './places.ts'

export interface EnrolmentSettings {
  readonly ledger: () => Ledger
  readonly specializations: readonly Specialization[]
  readonly now: () => Date
}

/** The Idempotency-Key of a request, and a hash over all that makes it another one. */
export interface RequestKey {
  readonly key: string
  readonly hash: string
}

export interface Enrolled {
  readonly enrolment: Enrolment
  /** `false` where it was there already. */
  readonly isNew: boolean
}

export interface Withdrawn {
  readonly enrolment: Enrolment
  /** Who got a place by it: the actor's own by id, of all others how many. */
  readonly movedUp: readonly string[]
  readonly movedUpElsewhere: number
}

export interface EnrolmentsAsked {
  readonly specialization: string
  readonly state: EnrolmentState | null
  /** Id of the last one told before. */
  readonly after: string | null
  readonly limit: number
}

const maxNoteChars = 2_000
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
   * `decision-expired`, `country-needed`, `already-enrolled`, `idempotency-conflict`, `bad-request`.
   */
  enrol(request: EnrolmentRequest, actor: Actor, keyed?: RequestKey): Enrolled {
    requireProvider(actor)
    const now = this.#settings.now()
    return this.#ledger.transaction(() => {
      const asked = keyed && { ...keyed, token: actor.token, at: now.toISOString() }
      const state = asked && this.#ledger.tokens.answered(asked)
      if (state?.kind === 'done') return { enrolment: this.find(state.answer, actor), isNew: false }
      if (state && state.kind !== 'new')
        throw new Refusal('idempotency-conflict', 'This key was used for another request')
      const enrolled = this.#enrol(request, actor, now)
      if (asked) this.#ledger.tokens.keep(asked, enrolled.enrolment.id)
      return enrolled
    })
  }

  #groundOf({ ground }: EnrolmentRequest, actor: Actor): EnrolmentGround {
    if ('specialization' in ground) requireScope(actor, ground.specialization)
    const grounds = this.#ledger.enrolmentGrounds
    const found =
      'decision' in ground
        ? grounds.ofDecision(ground.decision)
        : grounds.ofCredential(ground.credential)
    const isAsked = !('specialization' in ground) || ground.specialization === found?.specialization
    if (!found || !isAsked || !sees(actor, found.provider))
      throw new Refusal('decision-not-found', 'You have no such decision')
    requireScope(actor, found.specialization)
    return found
  }

  #enrol(request: EnrolmentRequest, actor: Actor, now: Date): Enrolled {
    const ground = this.#groundOf(request, actor)
    const offered = this.#offered(ground.specialization)
    if (!offered)
      throw new Refusal('specialization-unknown', 'This specialization is no longer offered')
    // Without a name or an identifier nobody can tell whether two decisions are about one person.
    const person = ground.person ?? `decision:${ground.decision}`
    const existing = this.#ledger.enrolments.ofPerson(offered.id, person)
    if (existing && existing.decision === ground.decision)
      return { enrolment: this.find(existing.id, actor), isNew: false }
    checkGround(ground, now)
    const country = countryFor(offered, request.country, ground.country)
    const reference = referenceFor(request.reference, ground.reference)
    checkFree(existing, actor)
    const id = randomId()
    this.#ledger.enrolments.addWaiting({
      rowKey: timeOrderedKey(now),
      id,
      specialization: offered.id,
      provider: ground.provider,
      person,
      decision: ground.decision,
      reference,
      country,
      points: ground.points,
      appliedAt: new Date(ground.appliedAt).toISOString(),
      createdAt: now.toISOString(),
    })
    const moved = this.#fill(offered, now, id)
    const action = moved.some((each) => each.id === id) ? 'enrolled' : 'waiting'
    this.#tell({ id, decision: ground.decision }, action, { actor: actor.token, now })
    return { enrolment: this.find(id, actor), isNew: true }
  }

  #tell(
    { id, decision }: { readonly id: string; readonly decision: string },
    action: EnrolmentAction,
    told: { readonly actor: string; readonly now: Date; readonly note?: string | null },
  ): void {
    const { actor, now: at, note = null } = told
    this.#ledger.enrolmentGrounds.tell({ decision, enrolment: id, action, actor, note, at })
  }

  /** Fills the places that are free; who has just come is not told as moved up. */
  #fill(offered: Specialization, now: Date, justCome?: string) {
    const moved: { readonly id: string; readonly provider: string }[] = []
    fillPlaces(
      this.#ledger,
      offered,
      (each) => {
        moved.push(each)
        // Somebody else may have freed the place: who, is not for this provider's files.
        if (each.id !== justCome) this.#tell(each, 'moved-up', { actor: byItself, now })
      },
      now.toISOString(),
    )
    return moved
  }

  /**
   * Gives a place back, or the wait for one; it goes to the first in the waiting list whom the limit of its country lets
   * in. Again, it changes nothing.
   *
   * @throws Refusal `enrolment-not-found`, `forbidden`, `bad-request`.
   */
  withdraw(id: string, note: string | null, actor: Actor): Withdrawn {
    if (note !== null && note.length > maxNoteChars)
      throw new Refusal('bad-request', `A note has at most ${maxNoteChars} characters`)
    const now = this.#settings.now()
    return this.#ledger.transaction(() => {
      const before = this.#found(id, actor)
      if (before.state === 'withdrawn')
        return { enrolment: enrolmentOf(before), movedUp: [], movedUpElsewhere: 0 }
      this.#ledger.enrolments.setState(id, 'withdrawn', now.toISOString())
      this.#tell(before, 'withdrawn', { actor: actor.token, now, note: note?.trim() || null })
      const offered = this.#offered(before.specialization)
      const moved = offered ? this.#fill(offered, now) : []
      const own = moved.filter(({ provider }) => sees(actor, provider))
      return {
        enrolment: this.find(id, actor),
        movedUp: own.map((each) => each.id),
        movedUpElsewhere: moved.length - own.length,
      }
    })
  }

  #found(id: string, actor: Actor): EnrolmentNow {
    requireProvider(actor)
    const record = this.#ledger.enrolments.byId(id)
    if (!record || !sees(actor, record.provider))
      throw new Refusal('enrolment-not-found', 'You have no such enrolment')
    requireScope(actor, record.specialization)
    return record
  }

  /** @throws Refusal `enrolment-not-found`, `forbidden`. */
  find(id: string, actor: Actor): Enrolment {
    return enrolmentOf(this.#found(id, actor))
  }

  /**
   * The actor's own in the order of the waiting list, whatever their state; an administrator's are all. The order of one
   * and another never changes, so that nobody is skipped between two pages.
   *
   * @throws Refusal `forbidden`, `specialization-unknown`, `bad-request` for an `after` that is no enrolment of the list.
   */
  list(asked: EnrolmentsAsked, actor: Actor): readonly Enrolment[] {
    this.#mayList(asked.specialization, actor)
    if (asked.after !== null && this.#ledger.enrolments.byId(asked.after) === undefined)
      throw new Refusal('bad-request', 'after is the next of the page before')
    const provider = actor.role === 'admin' ? null : actor.provider
    return this.#ledger.enrolments.list({ ...asked, provider }).map(enrolmentOf)
  }

  /** The whole list, read page by page so that memory stays bounded. Refuses at once what {@link list} refuses. */
  all(asked: Pick<EnrolmentsAsked, 'specialization' | 'state'>, actor: Actor): Iterable<Enrolment> {
    this.#mayList(asked.specialization, actor)
    return this.#pages(asked, actor)
  }

  *#pages(
    asked: Pick<EnrolmentsAsked, 'specialization' | 'state'>,
    actor: Actor,
  ): Iterable<Enrolment> {
    let after: string | null = null
    for (;;) {
      const page: readonly Enrolment[] = this.list({ ...asked, after, limit: pageSize }, actor)
      yield* page
      const last = page.at(-1)
      if (!last || page.length < pageSize) return
      after = last.id
    }
  }

  #mayList(specialization: string, actor: Actor): void {
    requireScope(actor, specialization)
    const isKnown =
      this.#offered(specialization) ?? this.#ledger.enrolments.counts(specialization)[0]
    if (!isKnown) throw new Refusal('specialization-unknown', 'There is no such specialization')
  }

  /** Places of a specialization over all providers. */
  places(specialization: string): Places {
    return placesOf(this.#ledger, specialization, this.#offered(specialization))
  }

  /** Lets the waiting have what a changed catalogue has more of. Returns how many moved up. */
  fill(): number {
    const now = this.#settings.now()
    return this.#settings.specializations.reduce(
      (count, offered) => count + this.#ledger.transaction(() => this.#fill(offered, now)).length,
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
