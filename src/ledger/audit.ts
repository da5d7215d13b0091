import { createHash } from 'node:crypto'
import { currentActor } from './actor.ts'

/** What was done. A name is public (docs/AUDIT.md): never rename or reuse one. */
export const auditActions = [
  'ledger-begun',
  'signed-in',
  'signed-out',
  'account-made',
  'account-changed',
  'account-disabled',
  'password-set',
  'token-made',
  'token-revoked',
  'import-begun',
  'import-reserved',
  'import-failed',
  'import-paused',
  'import-resumed',
  'import-released',
  'import-undo-begun',
  'import-undone',
  'draft-made',
  'draft-changed',
  'draft-issued',
  'draft-discarded',
  'credential-issued',
  'credential-void',
  'credential-revoked',
  'credential-replaced',
  'credential-erased',
  'learner-erased',
  'learner-renamed',
  'correction-asked',
  'correction-approved',
  'correction-declined',
  'correction-void',
  'visibility-set',
  'share-made',
  'share-ended',
  'link-made',
  'link-used',
  'letter-retried',
  'wallet-offered',
  'wallet-issued',
  'wallet-revoked',
  'status-set',
  'list-taken',
  'decision-made',
  'decision-event',
  'enrolment-set',
  'act-asked',
  'act-begun',
  'act-approved',
  'act-refused',
  'act-ended',
  'act-paused',
  'act-resumed',
  'act-done',
  'retention-run',
  'reissue-begun',
  'ledger-restored',
  'learner-exported',
  'backup-made',
  'audit-exported',
  'catalogue-in-force',
  'key-made',
  'key-retired',
  'webhook-added',
  'webhook-rotated',
  'webhook-tested',
  'webhook-enabled',
  'webhook-disabled',
  'webhook-resent',
  'webhook-removed',
  'connection-made',
  'connection-changed',
  'connection-removed',
  'connection-secret-shown',
] as const

export type AuditAction = (typeof auditActions)[number]

/** What an act says of itself: ids, codes and counts; never a name, an address or anybody's words. */
export interface AuditedAct {
  readonly action: AuditAction
  /** Id of what it is about. */
  readonly about: string | null
  readonly detail?: string | null
  /** ISO 8601 instant; now unless told. */
  readonly at?: string
}

/** One line of the audit log. */
export interface AuditEntry {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly about: string | null
  readonly detail: string | null
  /** SHA-256, hex, over the hash before and everything in this entry: see {@link chainedHash}. */
  readonly hash: string
}

/** Where the chain begins. */
export const chainStart = '0'.repeat(64)

/** The hash of an entry: SHA-256 over the hash before, a line feed, and its six facts as one JSON array, in UTF-8. */
export function chainedHash(before: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, actor, action, about, detail } = entry
  const facts = JSON.stringify([seq, at, actor, action, about, detail])
  return createHash('sha256').update(`${before}\n${facts}`).digest('hex')
}

export interface AuditFilter {
  readonly about?: string
  readonly actor?: string
  readonly action?: string
  /** ISO 8601 instants: from the one on, before the other. */
  readonly from?: string
  readonly to?: string
}

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

/** As much of the database as the log needs. */
export interface AuditStore {
  get(sql: string, ...values: Value[]): Row | undefined
  all(sql: string, ...values: Value[]): Row[]
  run(sql: string, ...values: Value[]): number
  together<T>(work: () => T): T
}

const readEntry = (row: Row): AuditEntry => ({
  seq: Number(row.seq),
  at: String(row.at),
  actor: String(row.actor),
  action: String(row.action),
  about: row.about as string | null,
  detail: row.detail as string | null,
  hash: String(row.hash),
})

const pageSize = 1_000

/**
 * Who did what, when: written in the transaction of the act itself, so that neither is there without the other. Each entry
 * holds a hash over the one before, so that none can be changed, left out or put in later without breaking the chain.
 */
export class Audit {
  readonly #database: AuditStore
  readonly #now: () => Date

  constructor(database: AuditStore, now: () => Date) {
    this.#database = database
    this.#now = now
  }

  /** Adds an entry, in the name of whoever acts; within the caller's transaction where there is one. */
  append({ action, about, detail = null, at }: AuditedAct): void {
    this.#database.together(() => {
      const last = this.head()
      const entry = {
        seq: (last?.seq ?? 0) + 1,
        at: at ?? this.#now().toISOString(),
        actor: currentActor(),
        action,
        about,
        detail,
      }
      this.#database.run(
        'INSERT INTO audit (seq, at, actor, action, about, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
        entry.seq,
        entry.at,
        entry.actor,
        entry.action,
        entry.about,
        entry.detail,
        chainedHash(last?.hash ?? chainStart, entry),
      )
    })
  }

  /** The newest entry; its hash stands for the whole log. */
  head(): AuditEntry | undefined {
    const row = this.#database.get('SELECT * FROM audit ORDER BY seq DESC LIMIT 1')
    return row && readEntry(row)
  }

  bySeq(seq: number): AuditEntry | undefined {
    const row = this.#database.get('SELECT * FROM audit WHERE seq = ?', seq)
    return row && readEntry(row)
  }

  /** Entries after a number, in order, at most `limit`. */
  after(seq: number, limit: number, filter: AuditFilter = {}): AuditEntry[] {
    const { about = null, actor = null, action = null, from = null, to = null } = filter
    return this.#database
      .all(
        `SELECT * FROM audit WHERE seq > ? AND (? IS NULL OR about = ?) AND (? IS NULL OR actor = ?)
           AND (? IS NULL OR action = ?) AND (? IS NULL OR at >= ?) AND (? IS NULL OR at < ?)
         ORDER BY seq LIMIT ?`,
        ...[seq, about, about, actor, actor, action, action, from, from, to, to, limit],
      )
      .map(readEntry)
  }

  /** The newest entries that are wanted, the last one first. */
  newest(limit: number, filter: AuditFilter = {}, before = Number.MAX_SAFE_INTEGER): AuditEntry[] {
    const { about = null, actor = null, action = null, from = null, to = null } = filter
    return this.#database
      .all(
        `SELECT * FROM audit WHERE seq < ? AND (? IS NULL OR about = ?) AND (? IS NULL OR actor = ?)
           AND (? IS NULL OR action = ?) AND (? IS NULL OR at >= ?) AND (? IS NULL OR at < ?)
         ORDER BY seq DESC LIMIT ?`,
        ...[before, about, about, actor, actor, action, action, from, from, to, to, limit],
      )
      .map(readEntry)
  }

  /** Everything from an entry on, read page by page. */
  *all(from = 0, filter: AuditFilter = {}): Generator<AuditEntry> {
    let page = this.after(from, pageSize, filter)
    for (let last = page.at(-1); last; last = page.at(-1)) {
      yield* page
      page = this.after(last.seq, pageSize, filter)
    }
  }
}

/**
 * The first entry at which a chain does not hold, and how many held before; `brokenAt` is `null` for a sound one.
 *
 * @param from where the chain is taken up: entry and hash before the first one given.
 */
export function walkChain(
  entries: Iterable<AuditEntry>,
  from: { readonly seq: number; readonly hash: string } = { seq: 0, hash: chainStart },
): { readonly sound: number; readonly brokenAt: number | null } {
  let before = from
  let sound = 0
  for (const entry of entries) {
    const isNext = entry.seq === before.seq + 1 && entry.hash === chainedHash(before.hash, entry)
    if (!isNext) return { sound, brokenAt: before.seq + 1 }
    sound += 1
    before = entry
  }
  return { sound, brokenAt: null }
}
