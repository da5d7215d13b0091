import { Refusal } from '../errors.ts'
import { type Caller, hasInScope, permit } from '../ledger/caller.ts'
import type { FoundCredential, FoundLearner } from '../ledger/finding.ts'
import type { Role } from '../ledger/tokens.ts'
import { type FindAsked, type IssuerOf, readFind } from './find-asked.ts'
import { type Found, type FoundHouse, foundOf } from './found.ts'
import { type HeldFile, heldFile, type LearnerFile, learnerFile } from './learner-file.ts'

export interface FindHouse extends FoundHouse {
  readonly issuerOf: IssuerOf
}

/** Who may look at what was issued, within their scope. */
export const lookers: readonly Role[] = ['issuer', 'reviewer']

/** Some of what was found, and where to go on. */
export interface FoundPage<T> {
  readonly found: readonly T[]
  /** Id of the last one, where there may be more behind it. */
  readonly next: string | null
}

const pageSize = 500
const keysAtOnce = 5_000

const pageOf = <T extends { readonly id: string }>(found: readonly T[], limit: number) => ({
  found,
  next: found.length === limit ? (found.at(-1)?.id ?? null) : null,
})

/** Looks for what was issued and to whom. Whoever has no say in a course is shown nothing of it. */
export class Finds {
  readonly #house: () => FindHouse

  /** @param house asked when something is looked for, since the ledger is opened late. */
  constructor(house: () => FindHouse) {
    this.#house = house
  }

  #rowKeyOf(id: string | null): string | null {
    if (id === null) return null
    const found = this.#house().ledger.finding.byId(id)
    if (!found) throw new Refusal('bad-request', 'after is an id that a page ended with')
    return found.rowKey
  }

  /**
   * Credentials, the newest first, after one that was shown; new ones come before the first page and move nothing.
   *
   * @throws Refusal `forbidden`, `bad-request`.
   */
  credentials(
    asked: FindAsked,
    caller: Caller,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): FoundPage<Found> {
    permit(caller, lookers)
    const house = this.#house()
    const filter = readFind(asked, caller, house.issuerOf)
    const keys = filter
      ? house.ledger.finding.credentials(filter, this.#rowKeyOf(after), limit)
      : []
    return pageOf(
      keys.flatMap(({ id }) => this.#told(id)),
      limit,
    )
  }

  #told(id: string): readonly Found[] {
    const record = this.#house().ledger.credentials.byId(id)
    return record ? [foundOf(record, this.#house())] : []
  }

  /** All that fit, page by page, so that memory stays bounded. @throws Refusal as {@link credentials}. */
  *all(asked: FindAsked, caller: Caller): Generator<Found> {
    let after: string | null = null
    do {
      const page: FoundPage<Found> = this.credentials(asked, caller, { after, limit: pageSize })
      yield* page.found
      after = page.next
    } while (after !== null)
  }

  /** The keys of all that fit, at most `limit`, without anything that was signed. @throws Refusal as {@link credentials}. */
  async keys(asked: FindAsked, caller: Caller, limit: number): Promise<readonly FoundCredential[]> {
    permit(caller, lookers)
    const { ledger, issuerOf } = this.#house()
    const filter = readFind(asked, caller, issuerOf)
    const keys: FoundCredential[] = []
    while (filter && keys.length < limit) {
      const size = Math.min(keysAtOnce, limit - keys.length)
      const page = ledger.finding.credentials(filter, keys.at(-1)?.rowKey ?? null, size)
      keys.push(...page)
      if (page.length < size) break
      // Others of the process have their turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return keys
  }

  /** One credential with its past. @throws Refusal `forbidden`, `credential-not-found` for one out of scope alike. */
  one(id: string, caller: Caller): HeldFile {
    permit(caller, lookers)
    const found = heldFile(id, this.#house())
    if (!found || !hasInScope(caller, found.course))
      throw new Refusal('credential-not-found', 'There is no credential with this id')
    return found
  }

  /** Learners who were issued what fits, the newest first. @throws Refusal as {@link credentials}. */
  learners(
    asked: FindAsked,
    caller: Caller,
    { after, limit }: { readonly after: string | null; readonly limit: number },
  ): FoundPage<FoundLearner> {
    permit(caller, lookers)
    const { ledger, issuerOf } = this.#house()
    const filter = readFind(asked, caller, issuerOf)
    return pageOf(filter ? ledger.finding.learners(filter, after, limit) : [], limit)
  }

  /**
   * Everything about a learner that the caller may see: of courses out of scope nothing, and what was decided and who
   * is enrolled for an administrator alone.
   *
   * @throws Refusal `forbidden`, `learner-not-found` for one with nothing in scope alike.
   */
  learner(id: string, caller: Caller): LearnerFile {
    permit(caller, lookers)
    const file = learnerFile(id, caller, this.#house())
    if (!file) throw new Refusal('learner-not-found', 'There is no such learner')
    return file
  }
}
