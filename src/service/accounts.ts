import { Refusal } from '../errors.ts'
import type { AccountRecord } from '../ledger/accounts.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { newSessionSecret } from '../ledger/sessions.ts'
import { type Role, roles } from '../ledger/tokens.ts'
import { hashPassword, insistOnStrength, isPassword, newPassword } from './passwords.ts'

export type { AccountRecord } from '../ledger/accounts.ts'

/** What an account is made or changed to. */
export interface AccountWish {
  readonly login: string
  readonly label: string
  readonly role: Role
  readonly scope: readonly string[]
  readonly provider: string | null
}

/** An account as administrators see it: never its password. */
export type AccountView = Omit<AccountRecord, 'password' | 'oidc'> & {
  readonly hasPassword: boolean
  /** Who vouches for them. */
  readonly signsInBy: string | null
}

export interface AccountSettings {
  readonly ledger: Ledger
  readonly catalogue: {
    readonly courses: readonly { readonly id: string }[]
    readonly specializations: readonly { readonly id: string }[]
  }
  readonly now: () => Date
}

export const viewOf = ({ password, oidc, ...account }: AccountRecord): AccountView => ({
  ...account,
  hasPassword: password !== null,
  signsInBy: oidc?.issuer ?? null,
})

/** As it is kept and compared: in lower case, without spaces around it. */
export const loginOf = (text: string) => text.trim().normalize('NFKC').toLowerCase()

const loginForm = /^[^\s/]{2,200}$/u

/** How a session of an account is known, and what the audit log calls it. */
export const accountActor = (id: string) => `account/${id}`

/** People who sign in at the desk, by a password of theirs or by the word of an organisation. */
export class Accounts {
  readonly #settings: () => AccountSettings

  constructor(settings: () => AccountSettings) {
    this.#settings = settings
  }

  all(): AccountView[] {
    return this.#settings().ledger.accounts.all().map(viewOf)
  }

  /** @throws Refusal `account-not-found`. */
  one(id: string): AccountRecord {
    const found = this.#settings().ledger.accounts.byId(id)
    if (!found) throw new Refusal('account-not-found', 'There is no account of this id')
    return found
  }

  #checked(wish: AccountWish): AccountWish {
    const { catalogue } = this.#settings()
    const login = loginOf(wish.login)
    if (!loginForm.test(login))
      throw new Refusal('bad-request', 'A login is 2 to 200 characters without spaces')
    const label = wish.label.trim()
    if (label.length > 200) throw new Refusal('text-too-long', 'A name has at most 200 characters')
    if (!roles.includes(wish.role))
      throw new Refusal('bad-request', `A role is one of ${roles.join(', ')}`)
    const ofRole = wish.role === 'provider' ? catalogue.specializations : catalogue.courses
    const unknown = wish.scope.find((id) => !ofRole.some((known) => known.id === id))
    if (unknown !== undefined)
      throw new Refusal(
        wish.role === 'provider' ? 'specialization-unknown' : 'course-unknown',
        `There is no "${unknown.slice(0, 60)}"`,
      )
    return { ...wish, login, label: label || login, provider: wish.provider?.trim() || null }
  }

  /**
   * Makes an account; with a password it is the one given, else nobody signs in with one.
   *
   * @throws Refusal `account-exists`, `password-too-weak`, `bad-request`, `course-unknown`, `specialization-unknown`.
   */
  async make(wish: AccountWish, password: string | null): Promise<AccountView> {
    const { ledger, now } = this.#settings()
    const checked = this.#checked(wish)
    if (password !== null) insistOnStrength(password)
    const hashed = password === null ? null : await hashPassword(password)
    const id = randomId()
    return ledger.transaction(() => {
      if (ledger.accounts.byLogin(checked.login))
        throw new Refusal('account-exists', `There is an account "${checked.login}" already`)
      ledger.accounts.add({ ...checked, id, password: hashed, createdAt: now().toISOString() })
      return viewOf(this.one(id))
    })
  }

  /** The administrator of a new service with a random password, told this once; `undefined` where there is any account. */
  async makeFirst(): Promise<{ login: string; password: string } | undefined> {
    const { ledger, now } = this.#settings()
    if (ledger.accounts.all().length > 0) return undefined
    const password = newPassword()
    const hashed = await hashPassword(password)
    const login = 'admin'
    return ledger.transaction(() => {
      if (ledger.accounts.all().length > 0) return undefined
      const wish = { login, label: login, role: 'admin', scope: [], provider: null } as const
      const createdAt = now().toISOString()
      ledger.accounts.add({ ...wish, id: randomId(), password: hashed, createdAt })
      return { login, password }
    })
  }

  /** Nobody could let anybody in again. */
  #keepAnAdministrator(id: string): void {
    const left = this.#settings()
      .ledger.accounts.all()
      .filter(({ role, disabledAt, ...other }) => {
        return role === 'admin' && disabledAt === null && other.id !== id
      })
    if (this.one(id).role === 'admin' && left.length === 0)
      throw new Refusal('last-administrator', 'There would be no administrator left')
  }

  /** Changes name, role and scope; sessions go on with the new ones. @throws Refusal as {@link make}, `last-administrator`. */
  change(id: string, wish: Omit<AccountWish, 'login'>): AccountView {
    const { ledger } = this.#settings()
    return ledger.transaction(() => {
      const { login } = this.one(id)
      const checked = this.#checked({ ...wish, login })
      if (checked.role !== 'admin') this.#keepAnAdministrator(id)
      ledger.accounts.change(id, checked)
      return viewOf(this.one(id))
    })
  }

  /** Takes an account out of use and ends its sessions, or lets it in again. @throws Refusal `last-administrator`. */
  setDisabled(id: string, isDisabled: boolean): AccountView {
    const { ledger, now } = this.#settings()
    return ledger.transaction(() => {
      this.one(id)
      if (isDisabled) this.#keepAnAdministrator(id)
      ledger.accounts.setDisabled(id, isDisabled ? now().toISOString() : null)
      if (isDisabled) ledger.deskSessions.endAllOf(accountActor(id))
      return viewOf(this.one(id))
    })
  }

  /** Sets a password and ends every session of the account. @throws Refusal `password-too-weak`, `account-not-found`. */
  async setPassword(id: string, password: string): Promise<void> {
    insistOnStrength(password)
    const hashed = await hashPassword(password)
    const { ledger } = this.#settings()
    ledger.transaction(() => {
      this.one(id)
      ledger.accounts.setPassword(id, hashed)
      ledger.deskSessions.endAllOf(accountActor(id))
    })
  }

  /**
   * Sets one's own password, for whoever is signed in as `actor` and knows the present one.
   *
   * @throws Refusal `password-wrong`, `password-too-weak`; `account-not-found` for a token, which has none.
   */
  async changeOwnPassword(actor: string, current: string, next: string): Promise<void> {
    const account = this.one(actor.replace(accountActor(''), ''))
    if (!(await isPassword(current.slice(0, 1_000), account.password)))
      throw new Refusal('password-wrong', 'The present password is another')
    await this.setPassword(account.id, next)
  }

  /** Sets a random password, for whoever forgot theirs. @returns the password, told this once. */
  async resetPassword(id: string): Promise<string> {
    const password = newPassword()
    await this.setPassword(id, password)
    return password
  }

  /**
   * Signs in with a password: the secret of a new session.
   *
   * @throws Refusal `unauthorised` for an unknown login, a wrong password and an account out of use, alike.
   */
  async signIn(login: string, password: string): Promise<string> {
    const account = this.#settings().ledger.accounts.byLogin(loginOf(login))
    const isRight = await isPassword(password.slice(0, 1_000), account?.password ?? null)
    if (!account || !isRight || account.disabledAt !== null)
      throw new Refusal('unauthorised', 'This login and password do not belong together')
    return this.#begin(account)
  }

  /**
   * Signs in by the word of an organisation: whom it named before, else the account whose login is the e-mail address
   * that it vouches for, which from then on is bound to this person.
   *
   * @throws Refusal `forbidden` for whom there is no account.
   */
  signInAs(person: { issuer: string; subject: string; email: string | null }): string {
    const { ledger } = this.#settings()
    return ledger.transaction(() => {
      const known = ledger.accounts.bySubject(person.issuer, person.subject)
      const named =
        known ?? (person.email ? ledger.accounts.byLogin(loginOf(person.email)) : undefined)
      if (!named || named.disabledAt !== null || (!known && named.oidc !== null))
        throw new Refusal('forbidden', 'There is no account here for this person')
      if (!known) ledger.accounts.bind(named.id, person)
      return this.#begin(named)
    })
  }

  #begin({ id }: AccountRecord): string {
    const { ledger, now } = this.#settings()
    const secret = newSessionSecret()
    ledger.deskSessions.begin(accountActor(id), secret, now())
    return secret
  }
}
