import type { Changes } from '../credential/correct.ts'
import { Refusal } from '../errors.ts'
import { type CorrectionSettings, reserveCorrection } from '../issuing/correct.ts'
import { type ReissueSettings, reserveReissue } from '../issuing/reissue.ts'
import { settleReissue } from '../issuing/settle-reissue.ts'
import { revokeWithin } from '../issuing/status.ts'
import type { ActItem, ActRecord } from '../ledger/act-record.ts'
import { actingAs, systemActor } from '../ledger/actor.ts'
import type { CorrectionRecord } from '../ledger/correction-record.ts'
import type { Ledger } from '../ledger/ledger.ts'

export interface RunHouse {
  readonly ledger: Ledger
  readonly now: () => Date
  readonly correcting: CorrectionSettings
  /** Makes a new link and puts the letter in line, within the caller's transaction; the id of the link. */
  sendAgain(learner: string): string
  /** Letters are in line. */
  wakeLetters(): void
  /** Steps 3 to 6 of docs/ISSUANCE.md for one correction. */
  settle(correction: string): Promise<CorrectionRecord | undefined>
  /** What is signed anew with, now. */
  renewing(): Promise<ReissueSettings>
  fault(where: string, thrown: unknown): void
}

const groupSize = 50
const signedAtOnce = 25
const busyMs = 700

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

interface Done {
  readonly state: 'begun' | 'done'
  readonly code: string | null
  readonly about: string | null
}

/**
 * Does what acts are to do, in groups: what a group does and that it was done are on disk together, so a process that
 * dies leaves nothing half done and nothing is done twice, by whichever process goes on.
 */
export class ActRuns {
  readonly #house: () => RunHouse
  #running: Promise<void> | undefined
  #isAskedAgain = false
  #isStopping = false

  constructor(house: () => RunHouse) {
    this.#house = house
  }

  /** Goes on with everything that is to be gone on with, in the background. */
  wake(): void {
    if (this.#isStopping) return
    if (this.#running) {
      this.#isAskedAgain = true
      return
    }
    this.#running = this.#runAgain()
  }

  /** What is asked for while it looks is looked for again; that it has ended is known at once, so that nothing is missed. */
  async #runAgain(): Promise<void> {
    try {
      do {
        this.#isAskedAgain = false
        await this.#runAll()
      } while (this.#isAskedAgain && !this.#isStopping)
    } catch (thrown) {
      this.#house().fault('acts', thrown)
    } finally {
      this.#running = undefined
    }
  }

  /** Begins no further group, and waits for the one under way. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#running
  }

  /** Once nothing is under way any more. */
  async settled(): Promise<void> {
    await this.#running
  }

  async #runAll(): Promise<void> {
    const tried = new Set<string>()
    for (;;) {
      const id = this.#house()
        .ledger.acts.running()
        .find((each) => !tried.has(each))
      if (id === undefined || this.#isStopping) return
      tried.add(id)
      try {
        const by = this.#house().ledger.acts.byId(id)?.askedBy ?? systemActor
        await actingAs(by, () => this.#run(id))
      } catch (thrown) {
        // It stays as it is, for the next start or the next call; others are not to wait for it.
        this.#house().fault(`act ${id}`, thrown)
      }
    }
  }

  async #run(id: string): Promise<void> {
    while (!this.#isStopping) {
      const act = this.#house().ledger.acts.byId(id)
      if (act?.state !== 'running') return
      const isSigned = act.kind === 'correct' || act.kind === 'renew'
      const isLeft = isSigned ? await this.#signedGroup(act) : this.#groupAtOnce(act, groupSize)
      if (!isLeft) return
      // Others of this process have their turn between two groups.
      await pause(0)
    }
  }

  /** Does one item; a refusal is its result. */
  #tryItem(act: ActRecord, item: ActItem, renewing?: ReissueSettings): void {
    const { ledger, now } = this.#house()
    const at = now().toISOString()
    try {
      const done = this.#doItem(act, item, renewing)
      ledger.actItems.mark(act.id, item.ordinal, { ...done, at: done.state === 'done' ? at : null })
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      ledger.actItems.mark(act.id, item.ordinal, { state: 'failed', code: thrown.code, at })
    }
  }

  #doItem(act: ActRecord, { credential, changes }: ActItem, renewing?: ReissueSettings): Done {
    const house = this.#house()
    const note = act.note ?? ''
    switch (act.kind) {
      case 'revoke':
        revokeWithin(credential, { code: act.code ?? 'unspecified', note }, house)
        return { state: 'done', code: 'revoked', about: null }
      case 'resend':
        return { state: 'done', code: 'sent', about: this.#sendAgain(credential) }
      case 'renew': {
        if (!renewing) throw new Error('nothing to sign anew with')
        const order = { credential, reason: act.code ?? 'replaced', by: act.askedBy } as const
        const { id } = reserveReissue({ ...order, texts: 'of-today' }, renewing)
        return { state: 'begun', code: null, about: id }
      }
      case 'correct': {
        if (changes === null) throw new Refusal('credential-erased', 'Nothing of it is kept')
        const { id } = reserveCorrection(
          { credential, changes: JSON.parse(changes) as Changes, note, by: act.askedBy },
          house.correcting,
        )
        return { state: 'begun', code: null, about: id }
      }
    }
  }

  /** @throws Refusal `credential-erased`, `already-revoked`, and where there is no address any more. */
  #sendAgain(credential: string): string {
    const { ledger, sendAgain } = this.#house()
    const record = ledger.credentials.byId(credential)
    if (!record || record.erasedAt) throw new Refusal('credential-erased', 'Nothing of it is kept')
    if (record.revokedAt) throw new Refusal('already-revoked', 'It was revoked meanwhile')
    return sendAgain(record.learner)
  }

  /** Does the next ones in one transaction; `false` where there is nothing to go on with. */
  #groupAtOnce({ id }: ActRecord, size: number, renewing?: ReissueSettings): boolean {
    const { ledger, now } = this.#house()
    const isLeft = ledger.transaction(() => {
      const act = ledger.acts.byId(id)
      if (act?.state !== 'running') return false
      const items = ledger.actItems.next(id, 'open', size)
      for (const item of items) this.#tryItem(act, item, renewing)
      return !ledger.acts.closeIfDone(id, now().toISOString()) && items.length > 0
    })
    this.#house().wakeLetters()
    return isLeft
  }

  /** Signs what is reserved, whoever left it; then reserves the next ones. */
  async #signedGroup(act: ActRecord): Promise<boolean> {
    const { ledger, renewing: settings } = this.#house()
    const renewing = act.kind === 'renew' ? await settings() : undefined
    const begun = ledger.actItems.next(act.id, 'begun', signedAtOnce)
    if (begun.length === 0) return this.#groupAtOnce(act, signedAtOnce, renewing)
    let isAnyBusy = false
    for (const item of begun) {
      if (this.#isStopping) return false
      if (!(await this.#sign(act.id, item, renewing))) isAnyBusy = true
    }
    // A version begins in the second after the one before it, so there can be something to wait for.
    if (isAnyBusy) await pause(busyMs)
    ledger.transaction(() => ledger.acts.closeIfDone(act.id, this.#house().now().toISOString()))
    return true
  }

  /** `false` where it could not be signed yet. */
  async #sign(
    act: string,
    { ordinal, about }: ActItem,
    renewing: ReissueSettings | undefined,
  ): Promise<boolean> {
    const { ledger, now, settle } = this.#house()
    const settled =
      about === null ? undefined : renewing ? settleReissue(about, renewing) : settle(about)
    const state = (await settled)?.state
    if (state === 'reserved') return false
    const at = now().toISOString()
    const result =
      state === 'done'
        ? ({ state: 'done', code: renewing ? 'renewed' : 'corrected', at } as const)
        : ({ state: 'failed', code: 'not-correctable', at } as const)
    ledger.transaction(() => ledger.actItems.mark(act, ordinal, result))
    return true
  }
}
