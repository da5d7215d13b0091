import { randomInt } from 'node:crypto'
import type { Database } from './database.ts'

export interface StoredStatusList {
  readonly number: number
  readonly length: number
  /** Id of the partner whose list it is; `null` for the programme's. */
  readonly issuer: string | null
  /** Counts up with every change of a bit. */
  readonly version: number
  /** The signed list of `signedVersion`, JSON text. */
  readonly signed: string | null
  readonly signedVersion: number | null
  readonly signedKey: string | null
}

// A list is left half empty: random indexes stay quick to find, and the order of issuing stays hidden.
const fillLimit = 0.5

/** The status lists and which of their indexes are taken: an index once given is never given again. */
export class StatusLists {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  #open(length: number, issuer: string | null): { number: number; length: number } {
    const row = this.#database.get(
      `SELECT number, length FROM status_list WHERE taken < length * ? AND closed_at IS NULL AND COALESCE(issuer, '') = ?
       ORDER BY number DESC LIMIT 1`,
      fillLimit,
      issuer ?? '',
    )
    if (row) return { number: Number(row.number), length: Number(row.length) }
    const newest = this.#database.get('SELECT max(number) AS n FROM status_list')
    const number = Number(newest?.n ?? 0) + 1
    this.#database.run(
      'INSERT INTO status_list (number, length, taken, version, issuer) VALUES (?, ?, 0, 1, ?)',
      number,
      length,
      issuer,
    )
    return { number, length }
  }

  /**
   * Takes a random free index, within the caller's transaction; a new list is begun when one is half full. A list is
   * signed by whoever signed what is in it (Bitstring Status List v1.0 §3.2), so each issuer has its own.
   *
   * @param issuer id of a partner; `null` for the programme.
   */
  takeIndex(
    length: number,
    issuer: string | null = null,
  ): { readonly list: number; readonly index: number } {
    const list = this.#open(length, issuer)
    const isTaken = (index: number) =>
      this.#database.get(
        'SELECT 1 AS taken FROM taken_index WHERE status_list = ? AND status_index = ?',
        list.number,
        index,
      ) !== undefined
    let index = randomInt(list.length)
    while (isTaken(index)) index = randomInt(list.length)
    this.#database.run('UPDATE status_list SET taken = taken + 1 WHERE number = ?', list.number)
    return { list: list.number, index }
  }

  /** Takes an index beside one that was given out: of a list of the same issuer. */
  takeBeside(list: number, length: number): { readonly list: number; readonly index: number } {
    return this.takeIndex(length, this.byNumber(list)?.issuer ?? null)
  }

  /** Marks a list as changed, within the caller's transaction, so that the signed one is out of date. */
  touch(number: number): void {
    this.#database.run('UPDATE status_list SET version = version + 1 WHERE number = ?', number)
  }

  byNumber(number: number): StoredStatusList | undefined {
    const row = this.#database.get('SELECT * FROM status_list WHERE number = ?', number)
    return (
      row && {
        number: Number(row.number),
        length: Number(row.length),
        issuer: row.issuer as string | null,
        version: Number(row.version),
        signed: row.signed as string | null,
        signedVersion: row.signed_version as number | null,
        signedKey: row.signed_key as string | null,
      }
    )
  }

  /** Ids of the partners that have lists. */
  issuers(): string[] {
    return this.#database
      .all('SELECT DISTINCT issuer FROM status_list WHERE issuer IS NOT NULL ORDER BY issuer')
      .map((row) => String(row.issuer))
  }

  numbers(): number[] {
    return this.#database
      .all('SELECT number FROM status_list ORDER BY number')
      .map((row) => Number(row.number))
  }

  /** Keeps a signed list, unless a newer one is there already. */
  recordSigned(number: number, list: { signed: string; version: number; key: string }): void {
    this.#database.run(
      `UPDATE status_list SET signed = ?, signed_version = ?, signed_key = ?
       WHERE number = ? AND (signed_version IS NULL OR signed_version <= ?)`,
      list.signed,
      list.version,
      list.key,
      number,
      list.version,
    )
  }
}
