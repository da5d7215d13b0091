import type { Database, Row, Value } from './database.ts'
import type { Role } from './tokens.ts'

/** Somebody who signs in at the desk. */
export interface AccountRecord {
  readonly id: string
  /** What they sign in with, in lower case: a name, or the e-mail address that their organisation knows them by. */
  readonly login: string
  /** What colleagues call them. */
  readonly label: string
  readonly role: Role
  /** Course or specialization ids; empty for all. */
  readonly scope: readonly string[]
  readonly provider: string | null
  /** Argon2id, PHC form; `null` for who signs in by an organisation alone. */
  readonly password: string | null
  /** Who vouched for them, once they have signed in that way. */
  readonly oidc: { readonly issuer: string; readonly subject: string } | null
  readonly createdAt: string
  readonly disabledAt: string | null
}

export type AccountChange = Pick<AccountRecord, 'label' | 'role' | 'scope' | 'provider'>

const readAccount = (row: Row): AccountRecord => ({
  id: String(row.id),
  login: String(row.login),
  label: String(row.label),
  role: row.role as Role,
  scope: JSON.parse(String(row.scope)) as string[],
  provider: row.provider as string | null,
  password: row.password as string | null,
  oidc:
    row.oidc_subject === null
      ? null
      : { issuer: String(row.oidc_issuer), subject: String(row.oidc_subject) },
  createdAt: String(row.created_at),
  disabledAt: row.disabled_at as string | null,
})

/** Who may sign in at the desk. An account is never deleted: the audit log names it. */
export class Accounts {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  #one(where: string, ...values: Value[]): AccountRecord | undefined {
    const row = this.#database.get(`SELECT * FROM account WHERE ${where}`, ...values)
    return row && readAccount(row)
  }

  add(account: Omit<AccountRecord, 'oidc' | 'disabledAt'>): void {
    this.#database.act(
      { action: 'account-made', about: account.id, detail: account.role, at: account.createdAt },
      `INSERT INTO account (id, login, label, password, role, scope, provider, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      account.id,
      account.login,
      account.label,
      account.password,
      account.role,
      JSON.stringify(account.scope),
      account.provider,
      account.createdAt,
    )
  }

  byId(id: string): AccountRecord | undefined {
    return this.#one('id = ?', id)
  }

  byLogin(login: string): AccountRecord | undefined {
    return this.#one('login = ?', login)
  }

  bySubject(issuer: string, subject: string): AccountRecord | undefined {
    return this.#one('oidc_issuer = ? AND oidc_subject = ?', issuer, subject)
  }

  /** In the order they were made. */
  all(): AccountRecord[] {
    return this.#database.all('SELECT * FROM account ORDER BY created_at, id').map(readAccount)
  }

  change(id: string, { label, role, scope, provider }: AccountChange): void {
    this.#database.act(
      { action: 'account-changed', about: id, detail: role },
      'UPDATE account SET label = ?, role = ?, scope = ?, provider = ? WHERE id = ?',
      label,
      role,
      JSON.stringify(scope),
      provider,
      id,
    )
  }

  setPassword(id: string, password: string): void {
    this.#database.act(
      { action: 'password-set', about: id },
      'UPDATE account SET password = ? WHERE id = ?',
      password,
      id,
    )
  }

  /** From the first time they sign in by an organisation, it is this person of theirs and no other. */
  bind(id: string, { issuer, subject }: { issuer: string; subject: string }): void {
    this.#database.act(
      { action: 'account-changed', about: id, detail: 'oidc' },
      'UPDATE account SET oidc_issuer = ?, oidc_subject = ? WHERE id = ? AND oidc_subject IS NULL',
      issuer,
      subject,
      id,
    )
  }

  /** Takes it out of use, or with `null` lets it in again. */
  setDisabled(id: string, at: string | null): void {
    this.#database.act(
      { action: 'account-disabled', about: id, detail: at === null ? 'off' : 'on' },
      'UPDATE account SET disabled_at = ? WHERE id = ?',
      at,
      id,
    )
  }
}
