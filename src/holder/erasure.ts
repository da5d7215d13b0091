import { Refusal } from '../errors.ts'
import type { ErasureCode, ErasureNote } from '../ledger/erasures.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'

/** One credential by its public id, or a learner with everything. */
export type ErasureTarget = { readonly credential: string } | { readonly learner: string }

/** What was erased, or would be. */
export interface Erased {
  /** Public ids of the credentials; those erased before are not told again. */
  readonly credentials: readonly string[]
  /** Whether nothing is left of who the learner was. */
  readonly isLearnerErased: boolean
}

export interface ErasureHouse {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly publicUrl: URL
  readonly now: () => Date
  /** Lets go of what ties the learner to what is counted of runs. */
  readonly participation: { forget(learnerKey: string): void }
  /** Lets go of what is kept in memory of documents that were drawn. */
  forgetDrawn(): void
}

interface Plan {
  readonly credentials: readonly string[]
  readonly learner: string
  readonly isWhole: boolean
}

/** Takes away what is kept of a person, and leaves that there was something. */
export class Erasure {
  readonly #house: ErasureHouse

  constructor(house: ErasureHouse) {
    this.#house = house
  }

  /** What stands in the place of an erased learner's key: computed with a key of ours, so that nobody finds it by guessing addresses. */
  readonly tombstoneOf = (learnerKey: string): string =>
    `erased:${this.#house.linkSecrets.of('erased', learnerKey)}`

  /** The learner behind a key, an e-mail address, or the public id of a credential. @throws Refusal `learner-not-found`. */
  learnerOf(text: string): string {
    const { learners, credentials } = this.#house.ledger
    const asked = text.normalize('NFC').trim()
    const found =
      learners.byKey(asked)?.id ??
      learners.byKey(`email:${asked.toLowerCase()}`)?.id ??
      credentials.byId(asked)?.learner
    if (found === undefined || learners.keyOf(found) === undefined)
      throw new Refusal('learner-not-found', 'Nobody is kept here under this key')
    return found
  }

  /** One credential, or with everything else of its learner. @throws Refusal `credential-not-found`. */
  targetOf(credential: string, isEverything: boolean): ErasureTarget {
    const record = this.#house.ledger.credentials.byId(credential)
    if (!record) throw new Refusal('credential-not-found', 'There is no credential with this id')
    return isEverything ? { learner: record.learner } : { credential }
  }

  /** Courses of what would be erased, for whoever may do so only in some. */
  coursesOf(target: ErasureTarget): readonly string[] {
    const { credentials } = this.#house.ledger
    const ids = this.#plan(target).credentials
    return [...new Set(ids.flatMap((id) => credentials.byId(id)?.course ?? []))]
  }

  /** What {@link erase} would do; changes nothing. @throws Refusal `credential-not-found`, `learner-not-found`. */
  preview(target: ErasureTarget): Erased {
    const { credentials, isWhole } = this.#plan(target)
    return { credentials, isLearnerErased: isWhole }
  }

  /**
   * Erases for good: names, addresses, results, all files and forms, shares, links, sessions, mails and wishes, from the
   * database and its log. Ids, times and status indexes stay, each bit as it was: what was revoked stays so, and what was
   * not is not, for a file in its holder's hands is theirs. With the last credential the learner goes as well. Erasing
   * again what is erased does nothing.
   *
   * @param by token id, `command line`, or `holder`.
   * @throws Refusal `credential-not-found`, `learner-not-found`.
   */
  erase(target: ErasureTarget, by: string, code: ErasureCode = 'requested-by-holder'): Erased {
    const { ledger, now } = this.#house
    const erased = ledger.transaction(() => {
      const plan = this.#plan(target)
      const note: ErasureNote = { at: now().toISOString(), by, code }
      for (const id of plan.credentials) ledger.erasures.eraseCredential(id, this.#stubOf(id), note)
      ledger.nameWords.refold(plan.learner)
      return { credentials: plan.credentials, isLearnerErased: this.#letGo(plan, note.at) }
    })
    ledger.erasures.overwrite()
    this.#house.forgetDrawn()
    return erased
  }

  /** Writes the database anew where anything was erased since, so that not even traces in unused pages are left. */
  rebuild(): void {
    const { ledger, now } = this.#house
    if (ledger.erasures.isRebuildDue()) ledger.erasures.rebuild(now().toISOString())
  }

  #plan(target: ErasureTarget): Plan {
    const { ledger } = this.#house
    if ('learner' in target) {
      const known = ledger.learners.byId(target.learner)
      if (!known) throw new Refusal('learner-not-found', 'There is no such learner')
      const credentials = ledger.erasures.heldBy(known.id)
      return { credentials, learner: known.id, isWhole: true }
    }
    const record = ledger.credentials.byId(target.credential)
    if (!record) throw new Refusal('credential-not-found', 'There is no credential with this id')
    const held = ledger.erasures.heldBy(record.learner)
    const isLeft = held.some(
      (id) => id !== record.id && ledger.credentials.byId(id)?.state !== 'void',
    )
    const credentials = held.filter((id) => id === record.id || !isLeft)
    return { credentials, learner: record.learner, isWhole: !isLeft }
  }

  /** The learner goes once nothing is left that was issued to them. Returns whether it has. */
  #letGo({ learner, isWhole }: Plan, at: string): boolean {
    const { learners, erasures } = this.#house.ledger
    const key = learners.keyOf(learner)
    if (isWhole && key !== undefined) {
      erasures.eraseLearner(learner, this.tombstoneOf(key), at)
      this.#house.participation.forget(key)
    }
    return isWhole
  }

  /** In the place of what was to be signed: the id alone, by which it can still be revoked. */
  #stubOf(id: string): string {
    return JSON.stringify({ id: new URL(`/c/${id}`, this.#house.publicUrl).href })
  }
}
