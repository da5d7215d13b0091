import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { Refusal } from '../errors.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { CheckpointKeys } from '../proof/checkpoint-keys.ts'
import { Checkpoints, type KeptCheckpoint } from '../safety/checkpoints.ts'
import type { Keyring } from './keyring.ts'

export interface SafetyParts {
  readonly config: Config
  readonly keyring: Keyring
  readonly now: () => Date
  readonly fault: (where: string, thrown: unknown) => void
}

/** What sees to it that nothing is lost unseen: the ledger is opened through it, and let go through it. */
export class Safety {
  readonly checkpointKeys: CheckpointKeys
  readonly checkpoints: Checkpoints
  readonly #parts: SafetyParts

  constructor(parts: SafetyParts) {
    this.#parts = parts
    this.checkpointKeys = new CheckpointKeys(parts.keyring.settings)
    this.checkpoints = new Checkpoints({
      file: parts.config.checkpointFile,
      keys: this.checkpointKeys,
      now: parts.now,
      issuer: async () => (await parts.keyring.current()).issuer,
    })
  }

  /**
   * Opens the ledger, where it is the one that was last published.
   *
   * @throws Refusal `ledger-rolled-back`, and what opening a ledger refuses.
   */
  open(): Ledger {
    const { config, now } = this.#parts
    const last = existsSync(config.databaseFile) ? undefined : this.checkpoints.last()
    // Looked at first, so that no new ledger is begun where one has gone missing.
    if (last)
      throw new Refusal(
        'ledger-rolled-back',
        `There is no ledger at ${config.databaseFile}, but entry ${last.checkpoint.seq} of one was published: put it there, or restore a copy with "colophon restore"`,
      )
    const ledger = openLedger(config.databaseFile, config.publicUrl, now)
    try {
      this.checkpoints.insistOn(ledger)
      return ledger
    } catch (thrown) {
      ledger.close()
      throw thrown
    }
  }

  /** Publishes how far the audit log has come, where it has; what goes wrong is told, and tried again the next time. */
  async checkpoint(ledger: Ledger): Promise<void> {
    await this.checkpoints
      .write(ledger)
      .catch((thrown: unknown) => this.#parts.fault('checkpoint', thrown))
  }

  /** The last checkpoint as anybody gets it, with the keys to check it by; `undefined` before the first. */
  published(): object | undefined {
    const kept: KeptCheckpoint | undefined = this.checkpoints.last()
    return kept && { ...kept.checkpoint, jws: kept.jws, jwks: this.checkpointKeys.jwks() }
  }

  async leave(ledger: Ledger | undefined): Promise<void> {
    if (!ledger) return
    await this.checkpoint(ledger)
    ledger.close()
  }
}
