import * as openid from 'openid-client'
import type { OidcSettings } from '../config/sign-in-settings.ts'
import { Refusal } from '../errors.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import type { Accounts } from './accounts.ts'

export interface OrganisationSettings {
  readonly oidc: OidcSettings | null
  readonly publicUrl: URL
  readonly linkSecrets: LinkSecrets
  readonly accounts: Accounts
  readonly now: () => Date
}

/** What is remembered of a sign-in that is under way, by the browser that began it. */
interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly next: string
  readonly endsAt: number
}

const errandMs = 10 * 60 * 1_000
const timeoutSeconds = 10

const refused = (cause?: unknown) =>
  new Refusal('unauthorised', 'The organisation did not let this person in', { cause })

const unreachable = (cause: unknown) =>
  new Refusal('address-unreachable', 'The organisation could not be asked; try again shortly', {
    cause,
  })

/**
 * Signing in by the word of an organisation: OpenID Connect Core 1.0, authorisation code flow with PKCE (RFC 7636),
 * state and nonce, which the browser holds in a cookie that is sealed and good for ten minutes.
 */
export class OrganisationSignIn {
  readonly #settings: () => OrganisationSettings
  #found: Promise<openid.Configuration> | undefined

  constructor(settings: () => OrganisationSettings) {
    this.#settings = settings
  }

  /** What the button says; `null` where there is no organisation to ask. */
  get name(): string | null {
    return this.#settings().oidc?.name ?? null
  }

  /** @throws Refusal `not-found` without an organisation, `address-unreachable`. */
  #client(): Promise<openid.Configuration> {
    const { oidc } = this.#settings()
    if (!oidc) throw new Refusal('not-found', 'No organisation is set to sign in by')
    const { issuer, clientId, clientSecret } = oidc
    const execute = issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : []
    const options = { execute, timeout: timeoutSeconds }
    this.#found ??= openid
      .discovery(issuer, clientId, clientSecret ?? undefined, undefined, options)
      .catch((cause) => {
        this.#found = undefined
        throw unreachable(cause)
      })
    return this.#found
  }

  get #callback(): string {
    return new URL('/desk/sign-in/organisation/back', this.#settings().publicUrl).href
  }

  #seal(errand: Errand): string {
    const text = Buffer.from(JSON.stringify(errand)).toString('base64url')
    return `${text}.${this.#settings().linkSecrets.of('sign-in', text)}`
  }

  #open(sealed: string | undefined): Errand {
    const [text = '', seal = ''] = (sealed ?? '').split('.')
    if (!text || !this.#settings().linkSecrets.is('sign-in', text, seal)) throw refused()
    const errand = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Errand
    if (errand.endsAt < this.#settings().now().getTime()) throw refused()
    return errand
  }

  /** Where to send the browser, and what it has to bring back. @throws Refusal `not-found`, `address-unreachable`. */
  async begin(next: string): Promise<{ readonly address: URL; readonly errand: string }> {
    const client = await this.#client()
    const verifier = openid.randomPKCECodeVerifier()
    const [state, nonce] = [openid.randomState(), openid.randomNonce()]
    const address = openid.buildAuthorizationUrl(client, {
      redirect_uri: this.#callback,
      scope: 'openid email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    const endsAt = this.#settings().now().getTime() + errandMs
    return { address, errand: this.#seal({ state, nonce, verifier, next, endsAt }) }
  }

  /**
   * Takes the browser back: the secret of a new session, and the page to go on to.
   *
   * @param query of the address that the organisation sent the browser to.
   * @throws Refusal `unauthorised` for what was not begun here, has ended, or was not granted; `forbidden` for whom there is
   *   no account; `address-unreachable`.
   */
  async end(query: URLSearchParams, sealed: string | undefined) {
    const { state, nonce, verifier, next } = this.#open(sealed)
    const client = await this.#client()
    const here = new URL(this.#callback)
    here.search = query.toString()
    const tokens = await openid
      .authorizationCodeGrant(client, here, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      .catch((thrown: unknown) => {
        throw thrown instanceof TypeError ? unreachable(thrown) : refused(thrown)
      })
    const claims = tokens.claims()
    if (!claims) throw refused()
    const email =
      claims.email_verified === true && typeof claims.email === 'string' ? claims.email : null
    const person = { issuer: claims.iss, subject: claims.sub, email }
    return { secret: this.#settings().accounts.signInAs(person), next }
  }
}
