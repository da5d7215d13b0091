import type { Config } from '../config.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import type { Caller } from './access.ts'
import { type AccountSettings, Accounts, accountActor } from './accounts.ts'
import { CatalogueOffice } from './catalogue-office.ts'
import { KeyOffice } from './key-office.ts'
import type { Keyring } from './keyring.ts'
import { OrganisationSignIn } from './organisation-sign-in.ts'
import { TokenOffice } from './token-office.ts'

/** What the parts of the desk are made with: the service, of which each takes what it needs. */
interface OperatorWorld extends AccountSettings {
  readonly config: Config
  readonly catalogue: Catalogue
  readonly publicUrl: URL
  readonly linkSecrets: LinkSecrets
  readonly keyring: Keyring
}

/** What the operator's desk has for itself, wired in one place; the ledger is opened when a part first asks for it. */
export class Operator {
  readonly accounts: Accounts
  readonly tokens: TokenOffice
  readonly catalogue: CatalogueOffice
  readonly keys: KeyOffice
  /** Signing in by the word of an organisation. */
  readonly organisation: OrganisationSignIn

  readonly #world: OperatorWorld

  constructor(world: OperatorWorld) {
    this.#world = world
    this.accounts = new Accounts(() => world)
    this.tokens = new TokenOffice(() => world)
    this.catalogue = new CatalogueOffice(world)
    this.keys = new KeyOffice(() => world)
    this.organisation = new OrganisationSignIn(() => ({
      oidc: world.config.oidc,
      publicUrl: world.publicUrl,
      linkSecrets: world.linkSecrets,
      accounts: this.accounts,
      now: world.now,
    }))
  }

  /** Who is greeted at the desk: an account by its name, a token by its label. */
  personOf({ token, role }: Caller) {
    const { accounts, tokens } = this.#world.ledger
    const account = accounts.byId(token.replace(accountActor(''), ''))
    if (account) return { name: account.label, role, hasPassword: account.password !== null }
    return { name: tokens.byId(token)?.label || token, role, hasPassword: false }
  }
}
