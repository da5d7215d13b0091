import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { LinkPurpose, LinkSecrets } from '../../proof/link-secrets.ts'

/** How long a nonce is good for: a walk through a wallet's questions. */
const nonceSeconds = 300
/** How long a wallet has at most to fetch, to try again and to report. */
export const tokenSeconds = 600

/** Whether two texts are the same, told in a time that gives nothing away. */
export function isEqual(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What our own MAC vouches for: it is kept nowhere, and outlives a restart with the key of the links. */
export class Tickets {
  readonly #secrets: LinkSecrets
  readonly #now: () => Date

  constructor(secrets: LinkSecrets, now: () => Date) {
    this.#secrets = secrets
    this.#now = now
  }

  #write(purpose: LinkPurpose, subject: string, lifeSeconds: number): string {
    const ends = Math.floor(this.#now().getTime() / 1_000) + lifeSeconds
    const text = `${subject}.${ends}`
    return `${text}.${this.#secrets.of(purpose, text)}`
  }

  /** What the ticket is about, and when it ends; `undefined` for one that is not ours, or over. */
  #read(purpose: LinkPurpose, ticket: string): { subject: string; endsAt: Date } | undefined {
    const [, text = '', subject = '', ends = '', secret = ''] =
      /^(([0-9a-z]{26,32})\.(\d{1,12}))\.([0-9a-z]{26})$/.exec(ticket) ?? []
    if (!text || !this.#secrets.is(purpose, text, secret)) return undefined
    const endsAt = new Date(Number(ends) * 1_000)
    return endsAt > this.#now() ? { subject, endsAt } : undefined
  }

  /** The pre-authorized code of an offer: the same whenever the offer is read. */
  code(offer: string): string {
    return offer + this.#secrets.of('wallet-grant', offer)
  }

  /** Id of the offer whose code this is. */
  offerOfCode(code: string): string | undefined {
    const [, offer = '', secret = ''] = /^([0-9a-z]{26})([0-9a-z]{26})$/.exec(code) ?? []
    return offer && this.#secrets.is('wallet-grant', offer, secret) ? offer : undefined
  }

  accessToken(offer: string, lifeSeconds: number): string {
    return this.#write('wallet-token', offer, lifeSeconds)
  }

  /** Id of the offer that an access token was given for. */
  offerOf(accessToken: string): string | undefined {
    return this.#read('wallet-token', accessToken)?.subject
  }

  nonce(): string {
    return this.#write('wallet-nonce', randomBytes(16).toString('hex'), nonceSeconds)
  }

  /** By what name a nonce is remembered once it was used, and until when. */
  nonceNamed(nonce: string): { subject: string; endsAt: Date } | undefined {
    return this.#read('wallet-nonce', nonce)
  }

  /** The same for the same credential, however often it is fetched. */
  notificationId(offer: string, form: string): string {
    return this.#secrets.of('wallet-notice', `${offer} ${form}`)
  }

  isNotificationId(offer: string, form: string, id: string): boolean {
    return this.#secrets.is('wallet-notice', `${offer} ${form}`, id)
  }
}
