import type { RowSource } from '../import-completions.ts'
import type { Draft } from './draft.ts'
import type { Look } from './look.ts'
import { type LookSettings, lookThrough } from './look-through.ts'

interface Kept {
  readonly mark: string
  readonly look: Promise<Look>
}

const keptLooks = 3
const keptMs = 10 * 60 * 1_000

type SettingsOf = (draft: Draft) => Promise<{ source: RowSource; settings: LookSettings }>

/** The last few dry runs, so that a page of rows does not read a file of a hundred thousand again. One runs at a time. */
export class Looks {
  readonly #settingsOf: SettingsOf
  readonly #kept = new Map<string, Kept>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(settingsOf: SettingsOf) {
    this.#settingsOf = settingsOf
  }

  async of(draft: Draft, isAnew: boolean): Promise<Look> {
    const known = this.#kept.get(draft.id)
    if (known?.mark === draft.changedAt && !isAnew) {
      const look = await known.look
      if (Date.now() - Date.parse(look.madeAt) < keptMs) return look
    }
    const look = this.#inTurn(draft)
    this.#keep(draft.id, { mark: draft.changedAt, look })
    return look
  }

  #inTurn(draft: Draft): Promise<Look> {
    const look = this.#last
      .then(() => this.#settingsOf(draft))
      .then(({ source, settings }) => lookThrough(source, settings))
    this.#last = look.catch(() => this.#kept.delete(draft.id))
    return look
  }

  #keep(id: string, kept: Kept): void {
    this.#kept.delete(id)
    this.#kept.set(id, kept)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > keptLooks && oldest !== undefined) this.#kept.delete(oldest)
  }

  forget(): void {
    this.#kept.clear()
  }
}
