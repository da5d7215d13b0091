import { Refusal } from '../errors.ts'
import { type Applicant, keptDetail } from '../learning/applicants/applicant.ts'
import type { ApplicantListRecord } from '../ledger/applicant-lists.ts'
import type { Caller } from '../ledger/caller.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { formOfApplicant, type SourceOf } from './applicant-form.ts'
import type { ApplicationForm, Source } from './application-form.ts'

/** What lines are decided with. */
export interface Deciding {
  readonly ledger: Ledger
  readonly sourceOf: SourceOf
  /** Decides and stores; `onStored` is called in the transaction that stores, with the id of the decision. */
  decide(form: ApplicationForm, caller: Caller, onStored: (id: string) => void): Promise<unknown>
}

/** How lists share the machine with everything else that is checked. */
export interface Turns {
  /** Does the work when its turn has come. @throws Refusal `busy` when it will not come. */
  inTurn<T>(work: () => Promise<T>): Promise<T>
  /** Whether to go on: what is open stays so, for the next start. */
  isWanted(): boolean
  onFault(thrown: unknown): void
  /** Waits a moment before asking again what was busy. */
  readonly pauseMs?: number
}

interface Open {
  readonly list: ApplicantListRecord
  readonly line: number
  readonly asked: string
}

// One waits for another server while the other is calculated.
const atOnce = 2
const attempts = 60
const sourceAttempts = 4
const usualPauseMs = 1_000

/** Goes from list to list, a line of each, so that a short one does not wait for a long one. */
class Walk {
  readonly #ledger: Ledger
  readonly #taken = new Map<string, number>()
  #turn = 0

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  next(): Open | undefined {
    const { applicantLists } = this.#ledger
    const lists = applicantLists.waiting()
    const from = this.#turn % Math.max(1, lists.length)
    for (const list of [...lists.slice(from), ...lists.slice(0, from)]) {
      const found = applicantLists.nextOpen(list.id, this.#taken.get(list.id) ?? 0)
      this.#turn += 1
      if (!found) continue
      this.#taken.set(list.id, found.line)
      return { list, ...found }
    }
    return undefined
  }
}

/** Thrown where another process has answered the line meanwhile, so that its decision is not stored twice. */
class AnsweredElsewhere extends Error {}

const isBusy = (thrown: unknown) =>
  thrown instanceof Refusal && ['busy', 'ledger-busy'].includes(thrown.code)

/** What is busy is asked again: a list has time. */
async function patiently<T>(work: () => Promise<T>, turns: Turns, left: number): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    if (!isBusy(thrown) || left <= 1 || !turns.isWanted()) throw thrown
    await new Promise((resolve) => setTimeout(resolve, turns.pauseMs ?? usualPauseMs))
    return patiently(work, turns, left - 1)
  }
}

/** Threads that are busy with other callers must not make a decision say that something could not be had. */
const patientSource = (source: Source, turns: Turns): Source => ({
  name: source.name,
  check: () => patiently(() => source.check(), turns, sourceAttempts),
})

/** `false` where the line was answered before. */
function settle(
  { list, line }: Open,
  answer: { readonly decision: string } | { readonly code: string; readonly detail: string },
  { applicantLists }: Ledger,
): boolean {
  const isFirst = applicantLists.settle({ list: list.id, line }, answer)
  applicantLists.closeIfDone(list.id)
  return isFirst
}

/** Whoever handed the list in, as far as it was written down: for this specialization and nothing else. */
const callerOf = ({ provider, requestedBy, specialization }: ApplicantListRecord): Caller => ({
  token: requestedBy,
  role: 'provider',
  scope: [specialization],
  provider,
})

async function decideLine(open: Open, deciding: Deciding, turns: Turns): Promise<void> {
  const { ledger, sourceOf } = deciding
  try {
    const asked = JSON.parse(open.asked) as Applicant
    // Who is in a list has applied when it was handed in, however long it waits for its turn.
    const applicant = { ...asked, appliedAt: asked.appliedAt ?? open.list.createdAt }
    const form = formOfApplicant(applicant, open.list.specialization, (text, place) =>
      patientSource(sourceOf(text, place), turns),
    )
    const onStored = (decision: string) => {
      if (!settle(open, { decision }, ledger)) throw new AnsweredElsewhere()
    }
    const work = () => deciding.decide(form, callerOf(open.list), onStored)
    await patiently(() => turns.inTurn(work), turns, attempts)
  } catch (thrown) {
    if (thrown instanceof AnsweredElsewhere || !turns.isWanted()) return
    if (!(thrown instanceof Refusal)) turns.onFault(thrown)
    const answer =
      thrown instanceof Refusal
        ? { code: thrown.code, detail: keptDetail(thrown.particular ?? thrown.message) }
        : { code: 'fault', detail: '' }
    ledger.transaction(() => settle(open, answer, ledger))
  }
}

/** Decides what is open, two lines at a time, until nothing is or nobody wants it any more. */
export async function decideWaiting(deciding: Deciding, turns: Turns): Promise<void> {
  const walk = new Walk(deciding.ledger)
  const lane = async () => {
    for (let open = walk.next(); open && turns.isWanted(); open = walk.next())
      await decideLine(open, deciding, turns)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
