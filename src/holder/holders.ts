import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { HolderProfile } from '../ledger/holdings.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { newSessionSecret } from '../ledger/sessions.ts'
import type { ShareRecord, ShareShows } from '../ledger/shares.ts'
import { initialsOf } from './initials.ts'
import { endOfShare } from './share-end.ts'
import { visibilityOf } from './visibility.ts'
import { heldAward, type Wall, wallOf } from './wall.ts'

export type { HolderProfile } from '../ledger/holdings.ts'
export type { ShareRecord, ShareShows } from '../ledger/shares.ts'

/** A credential of theirs, with its forms recorded. */
export type HeldRecord = CredentialRecord & { readonly signed: string; readonly jwt: string }

export interface HolderSettings {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly now: () => Date
}

export interface ShareWish {
  readonly shows: ShareShows
  /** One of `shareEnds`, and for `date` the day, `YYYY-MM-DD`. */
  readonly end: string
  readonly day: string
}

const maxOpenShares = 50
const idForm = /^[0-9a-z]{26}$/

const noShare = () => new Refusal('share-not-found', 'There is no such link')

/** What learners do with what is theirs, once they are signed in. Whatever is somebody else's is answered as not there. */
export class Holders {
  readonly #settings: () => HolderSettings

  constructor(settings: () => HolderSettings) {
    this.#settings = settings
  }

  /** Signs a learner in, under this secret; for 2 hours without a request, 12 hours in all. */
  signIn(learner: string, secret: string): void {
    const { ledger, now } = this.#settings()
    ledger.holderSessions.begin(learner, secret, now())
  }

  /** Who is signed in under this secret. @throws Refusal `unauthorised`. */
  signedIn(secret: string | undefined): HolderProfile {
    const { ledger, now } = this.#settings()
    const learner = secret === undefined ? undefined : ledger.holderSessions.ownerOf(secret, now())
    const holder = learner === undefined ? undefined : ledger.holdings.profile(learner)
    if (!holder) throw new Refusal('unauthorised', 'Open the link of our letter')
    return holder
  }

  /** Whether somebody is signed in under this secret, and is this learner where one is named. */
  isSignedIn(secret: string | undefined, learner?: string): boolean {
    if (secret === undefined) return false
    const { ledger, now } = this.#settings()
    const owner = ledger.holderSessions.ownerOf(secret, now())
    return owner !== undefined && (learner === undefined || owner === learner)
  }

  /** The secret of a cookie: 256 random bits. For the web, which does not know the ledger. */
  newSecret(): string {
    return newSessionSecret()
  }

  /** What is said of a learner before they are let in. @throws Refusal `unauthorised` for one who was erased. */
  summary(learner: string): { readonly initials: string; readonly count: number } {
    const { ledger } = this.#settings()
    const profile = ledger.holdings.profile(learner)
    if (!profile) throw new Refusal('unauthorised', 'There is nobody of this link any more')
    return { initials: initialsOf(profile.name), count: ledger.holdings.count(learner) }
  }

  /** Everybody with this address, as it is kept: trimmed, in lower case. */
  withEmail(email: string): readonly string[] {
    return this.#settings().ledger.holdings.withEmail(email)
  }

  signOut(secret: string): void {
    this.#settings().ledger.holderSessions.end(secret)
  }

  /** Everything of theirs, the newest first. */
  all(learner: string): HeldRecord[] {
    return this.#settings().ledger.holdings.of(learner) as HeldRecord[]
  }

  wall(learner: string): Wall {
    const { catalogue, now } = this.#settings()
    const held = this.all(learner).map((record) => heldAward(record, now()))
    return wallOf(held, catalogue)
  }

  /** One of theirs. @throws Refusal `credential-not-found`. */
  one(learner: string, id: string): HeldRecord {
    const record = idForm.test(id) ? this.#settings().ledger.holdings.one(learner, id) : undefined
    if (!record) throw new Refusal('credential-not-found', 'There is no such certificate of yours')
    return record as HeldRecord
  }

  /** Chooses who may see one. @throws Refusal `credential-not-found`, `bad-request`. */
  setVisibility(learner: string, id: string, visibility: string): void {
    const record = this.one(learner, id)
    this.#settings().ledger.holdings.setVisibility(record.id, visibilityOf(visibility))
  }

  /** The language of letters, and of their own view on another device. */
  setLanguage(learner: string, language: Language): void {
    this.#settings().ledger.holdings.setLanguage(learner, language)
  }

  /** Links of one that lead somewhere, the newest first. @throws Refusal `credential-not-found`. */
  shares(learner: string, id: string): ShareRecord[] {
    const { ledger, now } = this.#settings()
    return ledger.shares.openOf(this.one(learner, id).id, now().toISOString())
  }

  /** Makes a link with an end. @throws Refusal `credential-not-found`, `share-end-wrong`, `too-many-shares`. */
  share(learner: string, id: string, { shows, end, day }: ShareWish): string {
    const { ledger, now } = this.#settings()
    const { id: credential } = this.one(learner, id)
    const share = {
      id: randomId(),
      credential,
      shows,
      createdAt: now().toISOString(),
      expiresAt: endOfShare(end, day, now()).toISOString(),
    }
    ledger.transaction(() => {
      if (ledger.shares.openOf(credential, share.createdAt).length >= maxOpenShares)
        throw new Refusal('too-many-shares', `At most ${maxOpenShares} links may be open`)
      ledger.shares.add(share)
    })
    return share.id
  }

  /** Takes a link back; one that had ended stays ended. @throws Refusal `credential-not-found`, `share-not-found`. */
  withdraw(learner: string, id: string, share: string): void {
    const { ledger, now } = this.#settings()
    const { id: credential } = this.one(learner, id)
    const found = idForm.test(share) ? ledger.shares.byId(share) : undefined
    if (found?.credential !== credential) throw noShare()
    ledger.shares.end(share, now().toISOString())
  }

  /** What a link leads to, for whoever has it. @throws Refusal `share-not-found`, `share-ended`. */
  shared(id: string): { readonly share: ShareRecord; readonly record: HeldRecord } {
    const { ledger, now } = this.#settings()
    const share = idForm.test(id) ? ledger.shares.byId(id) : undefined
    if (!share) throw noShare()
    const isOver = share.endedAt !== null || new Date(share.expiresAt) <= now()
    if (isOver) throw new Refusal('share-ended', 'This link has ended')
    const record = ledger.credentials.byId(share.credential)
    if (record?.state !== 'issued' || !record.signed || !record.jwt) throw noShare()
    return { share, record: record as HeldRecord }
  }
}
