import type { Database } from './database.ts'

export const roles = ['admin', 'issuer', 'reviewer', 'provider'] as const
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
  /** `answer`: what the request came to, by id: the batch of an import, an enrolment. */
  | { readonly kind: 'done'; readonly answer: string }

/** A request under its Idempotency-Key; the hash is over everything that makes it another one. */
export interface KeyedRequest {
  readonly token: string
  readonly key: string
  readonly hash: string
  readonly at: string
}

/** Who may call, and which requests were already answered. */
export class Tokens {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  add(token: Omit<TokenRecord, 'revokedAt'>): void {
    this.#database.act(
      { action: 'token-made', about: token.id, detail: token.role, at: token.createdAt },
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
    return this.#database.act(
      { action: 'token-revoked', about: id, at },
      'UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
      at,
      id,
    )
  }

  /** What became of the request of this key so far. */
  answered(request: KeyedRequest): IdempotencyState {
    const row = this.#database.get(
      'SELECT request_hash, answer FROM idempotency WHERE token = ? AND request_key = ?',
      request.token,
      request.key,
    )
    if (!row) return { kind: 'new' }
    if (row.request_hash !== request.hash) return { kind: 'other-request' }
    return row.answer ? { kind: 'done', answer: String(row.answer) } : { kind: 'in-flight' }
  }

  /** Keeps a request; without an answer as one that is in flight. */
  keep(request: KeyedRequest, answer: string | null): void {
    this.#database.run(
      'INSERT INTO idempotency (token, request_key, request_hash, answer, created_at) VALUES (?, ?, ?, ?, ?)',
      request.token,
      request.key,
      request.hash,
      answer,
      request.at,
    )
  }

  /** Begins a request under its Idempotency-Key, or tells what became of it the first time. */
  begin(request: KeyedRequest): IdempotencyState {
    return this.#database.transaction(() => {
      const state = this.answered(request)
      if (state.kind === 'new') this.keep(request, null)
      return state
    })
  }

  /** Remembers the answer, or forgets a request that came to nothing so that it can be tried again. */
  finish(token: string, key: string, answer: string | null): void {
    if (answer)
      this.#database.run(
        'UPDATE idempotency SET answer = ? WHERE token = ? AND request_key = ?',
        answer,
        token,
        key,
      )
    else
      this.#database.run('DELETE FROM idempotency WHERE token = ? AND request_key = ?', token, key)
  }

  /** Requests that a dead process left in flight; natural keys keep a second try from issuing twice. */
  forgetInFlight(): void {
    this.#database.run('DELETE FROM idempotency WHERE answer IS NULL')
  }
}
