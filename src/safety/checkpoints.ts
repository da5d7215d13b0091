import { readFileSync } from 'node:fs'
import type { Checkpoint } from '../credential/checkpoint.ts'
import { Refusal } from '../errors.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { CheckpointKeys } from '../proof/checkpoint-keys.ts'
import { writeWhole } from './whole-file.ts'

export interface CheckpointHouse {
  readonly file: string
  readonly keys: CheckpointKeys
  readonly now: () => Date
  /** DID of the issuer. */
  issuer(): Promise<string>
}

type Store = Pick<Ledger, 'audit' | 'gaps'>

/** A checkpoint as it stands in its file. */
export interface KeptCheckpoint {
  readonly checkpoint: Checkpoint
  readonly jws: string
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw thrown
  }
}

/** How far the audit log has come, signed and kept outside of the ledger, so that an older ledger is told by it. */
export class Checkpoints {
  readonly #house: CheckpointHouse

  constructor(house: CheckpointHouse) {
    this.#house = house
  }

  /**
   * The newest there is; `undefined` before the first.
   *
   * @throws Refusal `ledger-rolled-back` for a file that holds none of ours: then nothing tells how old the ledger is.
   */
  last(): KeptCheckpoint | undefined {
    const jws = textOf(this.#house.file)
    if (jws === undefined) return undefined
    const checkpoint = this.#house.keys.read(jws)
    if (!checkpoint)
      throw new Refusal(
        'ledger-rolled-back',
        `${this.#house.file} is no checkpoint that a key of ours signed: put it back, with its key`,
      )
    return { checkpoint, jws }
  }

  /**
   * Lets only a ledger through that holds what was last published of it (security: a database that was swapped or rolled
   * back).
   *
   * @throws Refusal `ledger-rolled-back`.
   */
  insistOn({ audit }: Store): void {
    const checkpoint = this.last()?.checkpoint
    if (!checkpoint || audit.bySeq(checkpoint.seq)?.hash === checkpoint.hash) return
    const has = audit.head()?.seq ?? 0
    throw new Refusal(
      'ledger-rolled-back',
      `The ledger ends at entry ${has} or is another one: entry ${checkpoint.seq} of ${checkpoint.at} was published. Put the newest copy in place, or restore one with "colophon restore"`,
    )
  }

  /** Writes where the log is now, where that has changed; never an older one over a newer. Returns what stands there. */
  async write({ audit, gaps }: Store): Promise<KeptCheckpoint | undefined> {
    const head = audit.head()
    const last = this.last()
    if (!head || (last && last.checkpoint.seq >= head.seq)) return last
    return this.#put({ seq: head.seq, hash: head.hash, at: head.at, gaps: gaps.all() })
  }

  /** Begins anew behind a ledger that was put back knowingly, whatever stood there. */
  async accept({ audit, gaps }: Store): Promise<KeptCheckpoint | undefined> {
    const head = audit.head()
    return head && this.#put({ seq: head.seq, hash: head.hash, at: head.at, gaps: gaps.all() })
  }

  async #put(checkpoint: Checkpoint): Promise<KeptCheckpoint> {
    const { keys, file, now, issuer } = this.#house
    const jws = await keys.sign(checkpoint, await issuer(), now())
    writeWhole(file, `${jws}\n`)
    return { checkpoint, jws }
  }
}
