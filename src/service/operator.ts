import type { Config } from '../config.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import { type AccountSettings, Accounts } from './accounts.ts'
import { OrganisationSignIn } from './organisation-sign-in.ts'

/** What the parts of the desk are made with: the service, of which each takes what it needs. */
interface OperatorWorld extends AccountSettings {
  readonly config: Config
  readonly publicUrl: URL
  readonly linkSecrets: LinkSecrets
}

/** What the operator's desk has for itself, wired in one place; the ledger is opened when a part first asks for it. */
export class Operator {
  readonly accounts: Accounts
  /** Signing in by the word of an organisation. */
  readonly organisation: OrganisationSignIn

  constructor(world: OperatorWorld) {
    this.accounts = new Accounts(() => world)
    this.organisation = new OrganisationSignIn(() => ({
      oidc: world.config.oidc,
      publicUrl: world.publicUrl,
      linkSecrets: world.linkSecrets,
      accounts: this.accounts,
      now: world.now,
    }))
  }
}
