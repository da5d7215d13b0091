import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { Refusal } from '../errors.ts'
import { Audit, type AuditedAct } from './audit.ts'
import { migrations } from './migrations.ts'

export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

const busyTimeoutMs = 20_000

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && /database is locked|SQLITE_BUSY/i.test(thrown.message)
}

/** Names and addresses are in it: nobody else on the machine reads it. SQLite fills an empty file as if it were new. */
function createPrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600))
}

/**
 * One SQLite file in WAL mode with `synchronous=FULL`: a transaction that has returned is on disk. Any number of
 * processes may read; writers take turns.
 */
export class Database {
  readonly #connection: DatabaseSyncInstance
  /** What is done to the ledger is told here, by whatever does it. */
  readonly audit: Audit
  readonly #statements = new Map<string, ReturnType<DatabaseSyncInstance['prepare']>>()

  constructor(file: string, now: () => Date = () => new Date()) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    createPrivate(file)
    this.#connection = new DatabaseSync(file)
    this.#connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    this.#connection.exec('PRAGMA journal_mode = WAL')
    this.#connection.exec('PRAGMA synchronous = FULL')
    this.#connection.exec('PRAGMA foreign_keys = ON')
    // What is deleted is overwritten, not left in the file for whoever finds a copy.
    this.#connection.exec('PRAGMA secure_delete = ON')
    this.audit = new Audit(this, now)
    this.#migrate()
  }

  #statement(sql: string) {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#connection.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  get(sql: string, ...values: Value[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  all(sql: string, ...values: Value[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  /** Returns how many rows changed. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.#statement(sql).run(...values).changes)
  }

  /**
   * Runs the work in one transaction that waits its turn among all processes: durable once it returns, as if it never
   * was when it throws. The work is synchronous, so nothing of this process can come between.
   *
   * @throws Refusal `ledger-busy` when another process has held the ledger for 20 seconds.
   */
  transaction<T>(work: () => T): T {
    try {
      this.#connection.exec('BEGIN IMMEDIATE')
    } catch (cause) {
      if (isBusy(cause))
        throw new Refusal('ledger-busy', 'Another process is writing; try again shortly', { cause })
      throw cause
    }
    try {
      const result = work()
      this.#connection.exec('COMMIT')
      return result
    } catch (thrown) {
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK')
      throw thrown
    }
  }

  /** Does the work in the caller's transaction where there is one, else in its own. */
  together<T>(work: () => T): T {
    return this.#connection.isTransaction ? work() : this.transaction(work)
  }

  /** Changes a row and tells the audit log, both or neither; `false` where there was none to change, and nothing is told. */
  act(act: AuditedAct, sql: string, ...values: Value[]): boolean {
    return this.together(() => {
      const isDone = this.run(sql, ...values) > 0
      if (isDone) this.audit.append(act)
      return isDone
    })
  }

  #migrate(): void {
    const version = () => Number(this.get('PRAGMA user_version')?.user_version)
    if (version() > migrations.length)
      throw new Refusal('ledger-mismatch', 'This ledger was written by a newer Colophon')
    if (version() === migrations.length) return
    this.transaction(() => {
      // Another process may have migrated while this one waited for its turn.
      for (const step of migrations.slice(version())) this.#connection.exec(step)
      this.#connection.exec(`PRAGMA user_version = ${migrations.length}`)
    })
    this.#statements.clear()
  }

  /** Writes a consistent copy while others go on working; refuses to overwrite. */
  backup(file: string): void {
    createPrivate(file)
    this.#connection.prepare('VACUUM INTO ?').run(file)
  }

  /** Brings the log into the file and empties it, as far as readers let it, so that nothing old stays there either. */
  emptyLog(): void {
    this.#connection.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  /**
   * Brings the log into the file before a process ends, so that the file alone is the whole ledger; a second at most
   * where others are at work, and then it is left to them.
   */
  settle(): void {
    this.#connection.exec('PRAGMA busy_timeout = 1000')
    try {
      this.emptyLog()
    } catch (thrown) {
      if (!isBusy(thrown)) throw thrown
    } finally {
      this.#connection.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
    }
  }

  /** Writes the whole file anew: what was deleted is in no unused page any more, and in the log neither. */
  rebuild(): void {
    this.#connection.exec('VACUUM')
    this.emptyLog()
  }

  /** What SQLite itself finds wrong with the file; empty when it is sound. */
  faults(): string[] {
    const found = this.all('PRAGMA integrity_check').map((row) => String(row.integrity_check))
    return found.filter((line) => line !== 'ok')
  }

  /**
   * Takes no more work. The driver lets the file go only when its statements are garbage-collected or the process ends:
   * until then this process still counts as a reader.
   */
  close(): void {
    this.#statements.clear()
    this.#connection.close()
  }
}
