import { Refusal } from '../errors.ts'
import { readNote } from '../holder/changes.ts'
import type { NewItem } from '../ledger/act-items.ts'
import type { ActItem, ActRecord, ActState } from '../ledger/act-record.ts'
import { type Caller, permit } from '../ledger/caller.ts'
import { randomId, timeOrderedKey } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Role } from '../ledger/tokens.ts'
import { type Act, type Preview, tellPlan } from './act.ts'
import {
  type ActHouse,
  actSeen,
  endOverdue,
  isSeenBy,
  personBehind,
  settled,
  tellAct,
} from './act-seen.ts'
import { lookers } from './finds.ts'
import { inTurns } from './in-turns.ts'
import { type ActTerms, type Plan, type Planned, planOf } from './plan.ts'
import { holdTo, isApprovalNeeded, planNow, tellPreview } from './preview.ts'
import { type Selection, select } from './selection.ts'

/** What is asked for, with the digest that the preview gave. */
export interface ActAsked {
  readonly terms: ActTerms
  readonly selection: Selection
  readonly digest: string
  /** Why; stays private. */
  readonly reason: string
}

const starters: readonly Role[] = ['issuer']

const askedDays = 7
const dayMs = 24 * 60 * 60 * 1_000

const itemOf = ({ id, leftOut, changes }: Planned): NewItem => ({
  credential: id,
  state: leftOut === null ? 'open' : 'left-out',
  code: leftOut,
  changes: changes === null ? null : JSON.stringify(changes),
})

/** One thing done to many credentials: looked at, asked for, approved by a second person where it reaches many. */
export class Acts {
  readonly #house: () => ActHouse

  /** @param house asked when something is done, since the ledger is opened late. */
  constructor(house: () => ActHouse) {
    this.#house = house
  }

  get #ledger(): Ledger {
    return this.#house().ledger
  }

  async #plan({ terms, selection }: Pick<ActAsked, 'terms' | 'selection'>, caller: Caller) {
    permit(caller, starters)
    const house = this.#house()
    if (terms.kind === 'resend' && !house.lettersAreSent)
      throw new Refusal('letters-off', 'No letters are sent: set SMTP_URL and MAIL_FROM')
    if ((terms.kind === 'correct') !== 'rows' in selection)
      throw new Refusal('bad-request', 'A correction has rows; nothing else has')
    return planOf(terms, await select(selection, caller, house), house)
  }

  /**
   * What an act would do and what it would leave out, with why; changes nothing. The first 50 of either are told one by
   * one.
   *
   * @throws Refusal `forbidden`, `bad-request`, `letters-off`.
   */
  async preview(asked: Pick<ActAsked, 'terms' | 'selection'>, caller: Caller): Promise<Preview> {
    return tellPreview(await this.#plan(asked, caller), this.#house())
  }

  /**
   * Begins an act, or asks a second person where it reaches many; durable once it returns. Asked for again while it is
   * not through, it is the same one.
   *
   * @throws Refusal as {@link preview}; `reason-missing`, `selection-changed` with what it is now, `nothing-to-do`.
   */
  async ask(asked: ActAsked, caller: Caller): Promise<Act> {
    const note = readNote(asked.reason)
    if (!note) throw new Refusal('reason-missing', 'Say why; the text stays private')
    const plan = await this.#plan(asked, caller)
    const open = this.#ledger.acts.openWith(plan.digest)
    if (open && plan.digest === asked.digest && isSeenBy(open, caller))
      return tellAct(open, this.#ledger)
    holdTo(asked.digest, plan)
    const { toDo } = tellPlan(plan)
    if (toDo === 0) throw new Refusal('nothing-to-do', 'All that is selected is left out')
    const id = await this.#open({ plan, note, by: caller.token })
    this.#house().wake()
    return this.one(id, caller)
  }

  /** Written down some at a time, so that others have their turn; it is nothing until the last step. */
  async #open({
    plan,
    note,
    by,
  }: {
    readonly plan: Plan
    readonly note: string
    readonly by: string
  }): Promise<string> {
    const ledger = this.#ledger
    const isAsked = isApprovalNeeded(plan, this.#house())
    const courses = plan.items.flatMap(({ found }) => found?.course ?? [])
    const at = this.#house().now()
    const id = randomId()
    ledger.acts.open({
      ...plan.terms,
      rowKey: timeOrderedKey(at),
      id,
      note,
      courses: [...new Set(courses)].sort(),
      digest: plan.digest,
      askedAt: at.toISOString(),
      askedBy: by,
      endsAt: isAsked ? new Date(at.getTime() + askedDays * dayMs).toISOString() : null,
    })
    for await (const { from, some } of inTurns(plan.items.map(itemOf)))
      ledger.transaction(() => ledger.actItems.add(id, from, some))
    return ledger.transaction(() => {
      // The same asked for at the same time: the first is the one.
      const first = ledger.acts.openWith(plan.digest)
      if (first) return first.id
      ledger.acts.begin(
        id,
        isAsked ? 'asked' : 'running',
        `${plan.terms.kind} ${tellPlan(plan).toDo}`,
      )
      return id
    })
  }

  /** @throws Refusal `forbidden`, `act-not-found` for one that reaches out of scope alike. */
  one(id: string, caller: Caller): Act {
    return tellAct(actSeen(id, caller, this.#house()), this.#ledger)
  }

  /** The newest first, those out of scope left out; `next` goes on behind the last one looked at. */
  list(
    { state, after, limit }: { state: ActState | null; after: string | null; limit: number },
    caller: Caller,
  ): { readonly acts: readonly Act[]; readonly next: string | null } {
    permit(caller, lookers)
    endOverdue(this.#house())
    const last = after === null ? undefined : this.#ledger.acts.byId(after)
    if (after !== null && !last) throw new Refusal('act-not-found', 'There is no act to go on from')
    const found = this.#ledger.acts.list({ state, after: last?.rowKey ?? null, limit })
    return {
      acts: found
        .filter((each) => isSeenBy(each, caller))
        .map((each) => tellAct(each, this.#ledger)),
      next: found.length === limit ? (found.at(-1)?.id ?? null) : null,
    }
  }

  /** In the order of the selection, behind a given ordinal. @throws Refusal as {@link one}. */
  items(id: string, after: number, limit: number, caller: Caller): readonly ActItem[] {
    return this.#ledger.actItems.after(actSeen(id, caller, this.#house()).id, after, limit)
  }

  /** What waits for approval, as it would be done now. @throws Refusal as {@link one}. */
  async previewOf(id: string, caller: Caller): Promise<Preview> {
    const house = this.#house()
    return tellPreview(await planNow(actSeen(id, caller, house), house), house)
  }

  /** Whether it is the same person who asked, by whatever token of theirs. */
  isOwn({ askedBy }: Pick<ActRecord, 'askedBy'>, caller: Caller): boolean {
    return personBehind(askedBy, this.#ledger) === personBehind(caller.token, this.#ledger)
  }

  /**
   * A second person says yes: it is done from now on. Of two at once, the second is told that it was settled.
   *
   * @throws Refusal as {@link one}; `own-act` for whoever asked, `act-settled`, `selection-changed` where anything of it
   *   would now be done otherwise: then it has to be asked for anew.
   */
  async approve(id: string, caller: Caller): Promise<Act> {
    const record = actSeen(id, caller, this.#house())
    if (this.isOwn(record, caller))
      throw new Refusal('own-act', 'Somebody else than who asked has to approve it')
    if (record.state !== 'asked') throw settled(record)
    holdTo(record.digest, await planNow(record, this.#house()))
    const at = this.#house().now().toISOString()
    this.#ledger.transaction(() => {
      const answer = { at, by: caller.token, answer: null }
      if (!this.#ledger.acts.settle(id, 'running', answer))
        throw settled(this.#ledger.acts.byId(id))
    })
    this.#house().wake()
    return this.one(id, caller)
  }

  /** Says no, with a note to whoever asked; who asked may take it back so. @throws Refusal as {@link one}; `reason-missing`, `act-settled`. */
  refuse(id: string, answer: string, caller: Caller): Act {
    const words = readNote(answer)
    if (!words) throw new Refusal('reason-missing', 'Say why; whoever asked will read it')
    const at = this.#house().now().toISOString()
    actSeen(id, caller, this.#house())
    this.#ledger.transaction(() => {
      const note = { at, by: caller.token, answer: words }
      if (!this.#ledger.acts.settle(id, 'refused', note)) throw settled(this.#ledger.acts.byId(id))
    })
    return this.one(id, caller)
  }

  /** Stops after the group that is under way, or goes on. @throws Refusal as {@link one}; `act-settled`. */
  turn(id: string, to: 'running' | 'paused', caller: Caller): Act {
    const record = actSeen(id, caller, this.#house())
    permit(caller, starters)
    const from = to === 'running' ? 'paused' : 'running'
    if (!this.#ledger.acts.turn(id, from, to)) throw settled(record)
    if (to === 'running') this.#house().wake()
    return this.one(id, caller)
  }
}
