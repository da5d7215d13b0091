import { DatabaseSync } from '@photostructure/sqlite'
import { type AuditEntry, chainStart, walkChain } from './audit.ts'
import { migrations } from './migrations.ts'

/** What a copy of a ledger says of itself, read without changing it. */
export interface CopyFacts {
  readonly publicUrl: string | null
  readonly schema: number
  /** Whether this Colophon can read it. */
  readonly isReadable: boolean
  /** What the database itself finds wrong; empty when sound. */
  readonly faults: readonly string[]
  /** The entry of the audit log at which the chain breaks; `null` for a sound one. */
  readonly brokenAt: number | null
  /** The newest entry of the audit log. */
  readonly head: { readonly seq: number; readonly hash: string; readonly at: string } | null
  readonly issued: number
}

type Row = Readonly<Record<string, string | number | null>>

class Copy {
  readonly #connection: InstanceType<typeof DatabaseSync>

  constructor(file: string) {
    this.#connection = new DatabaseSync(file, { readOnly: true })
  }

  all(sql: string, ...values: (string | number)[]): Row[] {
    return this.#connection.prepare(sql).all(...values) as Row[]
  }

  has(table: string): boolean {
    return (
      this.all(`SELECT 1 AS found FROM sqlite_master WHERE type = 'table' AND name = ?`, table)
        .length > 0
    )
  }

  entries(after: number): AuditEntry[] {
    if (!this.has('audit')) return []
    return this.all(
      'SELECT * FROM audit WHERE seq > ? ORDER BY seq',
      after,
    ) as unknown as AuditEntry[]
  }

  close(): void {
    this.#connection.close()
  }
}

function within<T>(file: string, work: (copy: Copy) => T): T {
  const copy = new Copy(file)
  try {
    return work(copy)
  } finally {
    copy.close()
  }
}

/** Looks a copy over. @throws whatever SQLite says of a file that is no database. */
export function lookAtCopy(file: string): CopyFacts {
  return within(file, (copy) => {
    const schema = Number(copy.all('PRAGMA user_version')[0]?.user_version)
    const entries = copy.entries(0)
    const last = entries.at(-1)
    const url = copy.has('setting')
      ? copy.all(`SELECT value FROM setting WHERE name = 'public-url'`)[0]?.value
      : undefined
    return {
      publicUrl: url === undefined ? null : String(url),
      schema,
      isReadable: schema > 0 && schema <= migrations.length,
      faults: copy
        .all('PRAGMA integrity_check')
        .map((row) => String(row.integrity_check))
        .filter((line) => line !== 'ok'),
      brokenAt: walkChain(entries, { seq: 0, hash: chainStart }).brokenAt,
      head: last ? { seq: last.seq, hash: last.hash, at: last.at } : null,
      issued: copy.has('credential')
        ? Number(copy.all(`SELECT count(*) AS n FROM credential WHERE state = 'issued'`)[0]?.n)
        : 0,
    }
  })
}

/** What a ledger was told after an entry, where it holds that entry; `undefined` for another ledger, or one that cannot be read. */
export function actsAfter(
  file: string,
  { seq, hash }: { readonly seq: number; readonly hash: string },
): readonly AuditEntry[] | undefined {
  try {
    return within(file, (copy) => {
      const [at, ...rest] = copy.entries(seq - 1)
      return at?.seq === seq && at.hash === hash ? rest : undefined
    })
  } catch {
    return undefined
  }
}
