import type { Database } from './database.ts'

export const roles = ['admin', 'issuer', 'provider'] as const
export type Role = (typeof roles)[number]

export interface TokenRecord {
  readonly id: string
  /** SHA-256 of the secret, hex: the secret itself is shown once and kept nowhere. */
  readonly hash: string
  readonly role: Role
  /** Course or specialization ids the role is limited to; empty for all. */
  readonly scope: readonly string[]
  readonly label: string
  /** Whose applicants it sees, role `provider`; `null` for those of this token alone. */
  readonly provider: string | null
  readonly createdAt: string
  readonly revokedAt: string | null
}

export type IdempotencyState =
  | { readonly kind: 'new' }
  | { readonly kind: 'in-flight' }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'done'; readonly batch: string }

/** Who may call, and which requests were already answered. */
export class Tokens {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(token: Omit<TokenRecord, 'revokedAt'>): void {
    this.#database.run(
      'INSERT INTO token (id, hash, role, scope, label, provider, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      token.id,
      token.hash,
      token.role,
      JSON.stringify(token.scope),
      token.label,
      token.provider,
      token.createdAt,
    )
  }

  byId(id: string): TokenRecord | undefined {
    const row = this.#database.get('SELECT * FROM token WHERE id = ?', id)
    return (
      row && {
        id: String(row.id),
        hash: String(row.hash),
        role: row.role as Role,
        scope: JSON.parse(String(row.scope)) as string[],
        label: String(row.label),
        provider: row.provider as string | null,
        createdAt: String(row.created_at),
        revokedAt: row.revoked_at as string | null,
      }
    )
  }

  all(): TokenRecord[] {
    return this.#database
      .all('SELECT id FROM token ORDER BY created_at')
      .flatMap((row) => this.byId(String(row.id)) ?? [])
  }

  /** `false` when there is no such token, or it was revoked before. */
  revoke(id: string, at: string): boolean {
    return (
      this.#database.run(
        'UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
        at,
        id,
      ) === 1
    )
  }

  /** Begins a request under its Idempotency-Key, or tells what became of it the first time. */
  begin(request: { token: string; key: string; hash: string; at: string }): IdempotencyState {
    return this.#database.transaction(() => {
      const row = this.#database.get(
        'SELECT request_hash, batch FROM idempotency WHERE token = ? AND request_key = ?',
        request.token,
        request.key,
      )
      if (row && row.request_hash !== request.hash) return { kind: 'other-request' }
      if (row) return row.batch ? { kind: 'done', batch: String(row.batch) } : { kind: 'in-flight' }
      this.#database.run(
        'INSERT INTO idempotency (token, request_key, request_hash, created_at) VALUES (?, ?, ?, ?)',
        request.token,
        request.key,
        request.hash,
        request.at,
      )
      return { kind: 'new' }
    })
  }

  /** Remembers the answer, or forgets a request that came to nothing so that it can be tried again. */
  finish(token: string, key: string, batch: string | null): void {
    if (batch)
      this.#database.run(
        'UPDATE idempotency SET batch = ? WHERE token = ? AND request_key = ?',
        batch,
        token,
        key,
      )
    else
      this.#database.run('DELETE FROM idempotency WHERE token = ? AND request_key = ?', token, key)
  }

  /** Requests that a dead process left in flight; natural keys keep a second try from issuing twice. */
  forgetInFlight(): void {
    this.#database.run('DELETE FROM idempotency WHERE batch IS NULL')
  }
}
