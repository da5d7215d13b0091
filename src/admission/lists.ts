import { Refusal } from '../errors.ts'
import { type ApplicantRow, keptDetail } from '../learning/applicants/applicant.ts'
import type { ApplicantListRecord, LineTallies } from '../ledger/applicant-lists.ts'
import { type Caller, hasInScope, providerSeen, sees } from '../ledger/caller.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { type Deciding, decideWaiting, type Turns } from './decide-lists.ts'
import { type RankedLine, rankLines } from './ranked-lines.ts'

export interface ListSettings extends Omit<Deciding, 'ledger'> {
  readonly ledger: () => Ledger
  readonly now: () => Date
}

const pageSize = 200
// Each is worked on in turn; whoever hands in many more than can be read waits until some are done.
const maxUnfinished = 20
// A list that has arrived whole is stored in seconds.
const longestStoringMs = 10 * 60_000

/** Lists of applicants: stored line by line, then decided in the background, however often the process ends. */
export class Lists {
  readonly #settings: ListSettings
  #working: Promise<void> | undefined
  #isMore = false

  constructor(settings: ListSettings) {
    this.#settings = settings
  }

  get #ledger(): Ledger {
    return this.#settings.ledger()
  }

  /**
   * Stores a list and gives back its id: durable once it returns, and then promised. `keep` is called in the transaction
   * that promises it. Lines that could not be read are stored with their complaint.
   *
   * @throws Refusal `list-unreadable` where there is no line, `too-many-requests` when 20 lists of the provider are not
   * done yet, and what reading throws; then nothing is kept.
   */
  async open(
    rows: AsyncIterable<ApplicantRow> | Iterable<ApplicantRow>,
    { specialization, caller }: { readonly specialization: string; readonly caller: Caller },
    keep: (id: string) => void = () => undefined,
  ): Promise<string> {
    this.forgetUnpromised()
    const id = randomId()
    const createdAt = this.#settings.now().toISOString()
    const { provider, token } = caller
    const record = { id, specialization, provider, requestedBy: token, createdAt }
    const unfinished = this.#ledger.applicantLists
      .waiting()
      .filter((each) => each.provider === provider)
    if (unfinished.length >= maxUnfinished)
      throw new Refusal(
        'too-many-requests',
        `${maxUnfinished} lists are not done yet; wait for one`,
      )
    this.#ledger.transaction(() => this.#ledger.applicantLists.open(record))
    try {
      const count = await this.#store(id, rows)
      if (count === 0) throw new Refusal('list-unreadable', 'There is no applicant in it')
      this.#ledger.transaction(() => {
        this.#ledger.applicantLists.promise(id)
        this.#ledger.applicantLists.closeIfDone(id)
        keep(id)
      })
    } catch (thrown) {
      this.#ledger.transaction(() => this.#ledger.applicantLists.remove(id))
      throw thrown
    }
    return id
  }

  async #store(
    id: string,
    rows: AsyncIterable<ApplicantRow> | Iterable<ApplicantRow>,
  ): Promise<number> {
    let page: ApplicantRow[] = []
    let count = 0
    const write = () => {
      const lines = page
      page = []
      count += lines.length
      this.#ledger.transaction(() => {
        for (const row of lines) this.#ledger.applicantLists.addLine(id, storedLine(row))
      })
    }
    for await (const row of rows) {
      page.push(row)
      if (page.length === pageSize) write()
    }
    write()
    return count
  }

  /**
   * Decides every line that is open, of all lists in turn, and ends when there is none. One run at a time in this
   * process: a call while it goes on makes it look again.
   */
  decideWaiting(turns: Turns): Promise<void> {
    this.#isMore = true
    this.#working ??= this.#run(turns).finally(() => {
      this.#working = undefined
    })
    return this.#working
  }

  async #run(turns: Turns): Promise<void> {
    while (this.#isMore && turns.isWanted()) {
      this.#isMore = false
      await decideWaiting({ ...this.#settings, ledger: this.#ledger }, turns)
    }
  }

  /** Takes away what a process that died had begun to store, once no process can be at it any more. */
  forgetUnpromised(): void {
    const before = new Date(this.#settings.now().getTime() - longestStoringMs).toISOString()
    for (const id of this.#ledger.applicantLists.abandoned(before))
      this.#ledger.transaction(() => this.#ledger.applicantLists.remove(id))
  }

  /** @throws Refusal `list-not-found` for an unknown one and for another provider's, alike. */
  find(id: string, caller: Caller): ApplicantListRecord {
    const found = this.#ledger.applicantLists.byId(id)
    if (!found || found.state === 'reading' || !maySee(caller, found))
      throw new Refusal('list-not-found', 'There is no such list')
    return found
  }

  /** The newest of the caller's lists about a specialization. */
  recent(specialization: string, caller: Caller, limit = 50): ApplicantListRecord[] {
    return this.#ledger.applicantLists.recent(specialization, providerSeen(caller), limit)
  }

  tallies(id: string): LineTallies {
    return this.#ledger.applicantLists.tallies(id)
  }

  /** Every line, those with a decision first and by rank. */
  ranked(id: string): readonly RankedLine[] {
    return rankLines(this.#ledger.applicantLists.lines(id))
  }
}

function maySee(caller: Caller, { provider, specialization }: ApplicantListRecord): boolean {
  const isRole = caller.role === 'admin' || caller.role === 'provider'
  return isRole && sees(caller, provider) && hasInScope(caller, specialization)
}

function storedLine(row: ApplicantRow) {
  const { line, reference } = row
  return 'applicant' in row
    ? { line, reference, asked: JSON.stringify(row.applicant), code: null, detail: null }
    : { line, reference, asked: null, ...row.complaint, detail: keptDetail(row.complaint.detail) }
}
