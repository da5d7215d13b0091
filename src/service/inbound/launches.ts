import { randomBytes } from 'node:crypto'
import type { FetchDocument } from '../../checking/remote.ts'
import { Refusal } from '../../errors.ts'
import {
  type Claims,
  checkLaunch,
  isLearner,
  type LtiPlatform,
  launchClaim,
  launchPerson,
} from '../../inbound/lti-launch.ts'
import { personKey, rowOf } from '../../inbound/piece.ts'
import type { CredentialRecord } from '../../ledger/credentials.ts'
import type { Connection, Connections } from './connections.ts'
import type { Deliveries, DeliveryHouse, MessageAnswer } from './deliveries.ts'
import {
  hashOfBrowser,
  isSameSecret,
  type LaunchState,
  lostState,
  openState,
  sealState,
} from './launch-state.ts'
import { platformClaims } from './platform-token.ts'

export interface LaunchHouse extends DeliveryHouse {
  readonly publicUrl: URL
  readonly fault: (where: string, thrown: unknown) => void
  issueReservation(id: string): Promise<CredentialRecord | undefined>
}

export interface LaunchParts {
  readonly connections: Connections
  readonly deliveries: Deliveries
  readonly fetch: FetchDocument
}

/** What a platform sends to begin with (LTI 1.3 §5.1.1.1). */
export interface LoginAsked {
  readonly iss: string
  readonly loginHint: string
  readonly targetLinkUri: string
  readonly messageHint: string | undefined
  readonly clientId: string | undefined
}

/** What it posts in the end. */
export interface LaunchAsked {
  readonly idToken: string
  readonly state: string
  /** Secret that the browser was given at the beginning; `undefined` where it kept none. */
  readonly browser: string | undefined
}

/** What a launch comes to. */
export type Launched =
  | { readonly kind: 'instructor' | 'nothing' | 'no-name' | 'erased' }
  | {
      readonly kind: 'learner'
      readonly learner: string
      /** Ids of achievements that were earned by it, now or before. */
      readonly achievements: readonly string[]
      /** Whether all of them are signed. */
      readonly isSigned: boolean
      /** Whether it is the browser that began: only then may it be signed in without another step. */
      readonly isSameBrowser: boolean
    }

const stateMs = 10 * 60_000

/** LTI 1.3 launches, the last item of a course: that it could be opened is what proves that the course was completed. */
export class Launches {
  readonly #house: () => LaunchHouse
  readonly #parts: LaunchParts

  constructor(house: () => LaunchHouse, parts: LaunchParts) {
    this.#house = house
    this.#parts = parts
  }

  /** A connection that its platform is known of. @throws Refusal `connection-not-found`, `connection-incomplete`. */
  find(id: string): Connection & { readonly platform: LtiPlatform } {
    const connection = this.#parts.connections.find(id, 'lti')
    const { platform } = connection.settings
    if (platform === null)
      throw new Refusal('connection-incomplete', 'The platform of this connection is not set yet')
    return { ...connection, platform }
  }

  #targetUrl({ record }: Connection): string {
    return this.#parts.connections.addresses(record).launch ?? ''
  }

  /** A secret for the browser that begins, of 256 random bits. */
  newBrowser(): string {
    return randomBytes(32).toString('base64url')
  }

  /**
   * Where the browser is sent to have its platform say who it is (OpenID Connect third-party login, LTI 1.3 §5.1.1.2). The
   * state is signed and kept nowhere.
   *
   * @throws Refusal `lti-login-unknown` for another platform or address than those of the connection.
   */
  begin(
    connection: Connection & { readonly platform: LtiPlatform },
    asked: LoginAsked,
    browser: string,
  ): URL {
    const { platform, record } = connection
    const targetUrl = this.#targetUrl(connection)
    const isItsOwn =
      asked.iss === platform.issuer &&
      [undefined, platform.clientId].includes(asked.clientId) &&
      asked.targetLinkUri === targetUrl &&
      asked.loginHint !== ''
    if (!isItsOwn)
      throw new Refusal(
        'lti-login-unknown',
        'iss, client_id or target_link_uri are of another tool',
      )
    const endsAt = new Date(this.#house().now().getTime() + stateMs).toISOString()
    const nonce = randomBytes(24).toString('base64url')
    const { linkSecrets } = this.#house()
    const state = sealState(
      record.id,
      { nonce, browser: hashOfBrowser(browser), endsAt },
      linkSecrets,
    )
    const url = new URL(platform.authUrl)
    const query = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: platform.clientId,
      redirect_uri: targetUrl,
      login_hint: asked.loginHint,
      state,
      nonce,
      ...(asked.messageHint === undefined ? {} : { lti_message_hint: asked.messageHint }),
    }
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    return url
  }

  /**
   * Takes a launch: issues what it proves, once for each person of the platform, and tells whom to let in.
   *
   * @throws Refusal `lti-state-lost`, `lti-signature-wrong`, `lti-keys-unreachable`, `lti-token-foreign`,
   *   `lti-token-expired`, `lti-deployment-unknown`, `lti-message-unsupported`, `lti-token-replayed`,
   *   `achievement-unknown`.
   */
  async launch(
    connection: Connection & { readonly platform: LtiPlatform },
    asked: LaunchAsked,
  ): Promise<Launched> {
    const { linkSecrets: secrets, now: clock } = this.#house()
    const now = clock()
    const state = openState(connection.record.id, asked.state, { secrets, now })
    // A browser that shows another secret is another one; one that shows none may keep no cookies within a frame.
    const { browser } = asked
    if (browser !== undefined && !isSameSecret(hashOfBrowser(browser), state.browser))
      throw lostState()
    const claims = await platformClaims(
      asked.idToken,
      connection.platform.jwksUrl,
      this.#parts.fetch,
    )
    const targetUrl = this.#targetUrl(connection)
    checkLaunch(claims, { platform: connection.platform, targetUrl, now })
    if (typeof claims.nonce !== 'string' || !isSameSecret(claims.nonce, state.nonce))
      throw lostState()
    this.#useUp(state, now)
    if (!isLearner(claims)) return { kind: 'instructor' }
    return this.#claim(claims, connection, browser !== undefined)
  }

  #useUp({ nonce, endsAt }: LaunchState, now: Date): void {
    const { ledger } = this.#house()
    const isNew = ledger.transaction(() =>
      ledger.connectionProgress.useNonce(nonce, endsAt, now.toISOString()),
    )
    if (!isNew) throw new Refusal('lti-token-replayed', 'This token was used before')
  }

  async #claim(claims: Claims, connection: Connection, isSameBrowser: boolean): Promise<Launched> {
    const { deliveries } = this.#parts
    const { course, settings } = connection
    const house = this.#house()
    const person = launchPerson(claims, settings.trustsEmail)
    const key = person.sub === '' ? null : personKey(person)
    if (key === null) throw new Refusal('lti-token-foreign', 'sub says nobody')
    const { done, only } = launchClaim(claims, course, house.now().toISOString().slice(0, 10))
    const row = rowOf(1, person, done, deliveries.options(connection))
    const claimed = `${only ?? ''} ${done.modules.join(' ')}`
    const content = `${String(claims.iss)}\n${person.sub}\n${claimed}`
    // Without a name nothing can be issued yet, which is told once; with one, once more.
    const id = `launch:${row.completion ? '' : 'unnamed:'}${deliveries.digest(content)}`
    const told = { kind: 'done', row, only } as const
    const [answer] = await deliveries.take(connection, [{ id, content, told }])
    if (!answer || row.completion === null) return { kind: 'no-name' }
    return this.#outcome(answer, key, isSameBrowser)
  }

  async #outcome(answer: MessageAnswer, key: string, isSameBrowser: boolean): Promise<Launched> {
    const { ledger, erasure } = this.#house()
    const awards = answer.results.flatMap((result) => result.awards)
    const learner = ledger.learners.byKey(key)
    if (!learner) {
      const isErased = ledger.learners.byKey(erasure.tombstoneOf(key)) !== undefined
      return { kind: isErased ? 'erased' : 'nothing' }
    }
    const ids = awards.flatMap(({ credential }) => credential ?? [])
    if (ids.length === 0) return { kind: awards.length > 0 ? 'erased' : 'nothing' }
    const isSigned = await this.#sign(ids)
    const achievements = awards.map(({ achievement }) => achievement)
    return { kind: 'learner', learner: learner.id, achievements, isSigned, isSameBrowser }
  }

  /** Signs what is only reserved, while its learner waits; what cannot be now is signed later. */
  async #sign(ids: readonly string[]): Promise<boolean> {
    const { ledger, issueReservation, fault } = this.#house()
    try {
      for (const id of ids)
        if (ledger.credentials.byId(id)?.state === 'reserved')
          await issueReservation.call(this.#house(), id)
    } catch (thrown) {
      fault('launch', thrown)
    }
    return ids.every((id) => ledger.credentials.byId(id)?.state === 'issued')
  }
}
