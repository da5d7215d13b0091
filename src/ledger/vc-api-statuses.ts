import { randomInt } from 'node:crypto'
import type { Database } from './database.ts'

export const statusPurposes = ['revocation', 'suspension'] as const
export type StatusPurpose = (typeof statusPurposes)[number]

/** Where the status of a credential stands. */
export interface StatusPlace {
  readonly list: number
  readonly index: number
}

// Half empty, so that random indexes stay quick to find and tell nothing of the order.
const fillLimit = 0.5

/**
 * The statuses of what the VC-API signed, apart from those of the issuer's own credentials. A list has one purpose:
 * odd numbers are of revocations, even ones of suspensions.
 */
export class VcApiStatuses {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** What a list is for; `undefined` for one that nothing was ever put in. */
  purposeOf(list: number): StatusPurpose | undefined {
    const row = this.#database.get('SELECT purpose FROM vc_api_status WHERE list = ? LIMIT 1', list)
    return row?.purpose as StatusPurpose | undefined
  }

  #open(purpose: StatusPurpose, length: number): number {
    const newest = this.#database.get(
      'SELECT list, count(*) AS taken FROM vc_api_status WHERE purpose = ? GROUP BY list ORDER BY list DESC LIMIT 1',
      purpose,
    )
    const first = statusPurposes.indexOf(purpose) + 1
    if (!newest) return first
    return Number(newest.list) + (Number(newest.taken) < length * fillLimit ? 0 : 2)
  }

  /** Takes a random free place for a credential, within the caller's transaction; the same again when it has one. */
  take(credential: string, purpose: StatusPurpose, length: number): StatusPlace {
    const known = this.placeOf(credential, purpose)
    if (known) return known
    const list = this.#open(purpose, length)
    const isTaken = (index: number) =>
      this.#database.get(
        'SELECT 1 AS taken FROM vc_api_status WHERE list = ? AND list_index = ?',
        list,
        index,
      ) !== undefined
    let index = randomInt(length)
    while (isTaken(index)) index = randomInt(length)
    this.#database.run(
      'INSERT INTO vc_api_status (credential, purpose, list, list_index, is_set) VALUES (?, ?, ?, ?, 0)',
      credential,
      purpose,
      list,
      index,
    )
    return { list, index }
  }

  placeOf(credential: string, purpose: StatusPurpose): StatusPlace | undefined {
    const row = this.#database.get(
      'SELECT list, list_index FROM vc_api_status WHERE credential = ? AND purpose = ?',
      credential,
      purpose,
    )
    return row && { list: Number(row.list), index: Number(row.list_index) }
  }

  /** Sets or clears a bit; false when the credential has no such status. */
  set(credential: string, purpose: StatusPurpose, isSet: boolean): boolean {
    const place = this.placeOf(credential, purpose)
    const about = place ? `vc-api/${place.list}/${place.index}` : null
    return this.#database.act(
      { action: 'status-set', about, detail: `${purpose} ${isSet ? 'on' : 'off'}` },
      'UPDATE vc_api_status SET is_set = ? WHERE credential = ? AND purpose = ?',
      isSet ? 1 : 0,
      credential,
      purpose,
    )
  }

  setIndexes(list: number): number[] {
    return this.#database
      .all(
        'SELECT list_index FROM vc_api_status WHERE list = ? AND is_set = 1 ORDER BY list_index',
        list,
      )
      .map((row) => Number(row.list_index))
  }
}
