import { createHash } from 'node:crypto'
import { buildMandate, mandatePath } from '../credential/mandate.ts'
import type { IssuerProfile, SignedMandate } from '../credential/open-badge.ts'
import { ownAchievement } from '../credential/own-address.ts'
import { partnerPath, partnerProfile, programmeProfile } from '../credential/profile.ts'
import { Refusal } from '../errors.ts'
import type { Signers, ToSign } from '../issuing/produce.ts'
import type { IssuingParty } from '../issuing/reserve.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Partner } from '../learning/partner.ts'
import { achievementsInScope, isInScope, programmeId, usualIssuer } from '../learning/partners.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { signDataIntegrity } from '../proof/data-integrity.ts'
import type { IssuerKey, IssuerKeys } from '../proof/issuer-keys.ts'
import type { Keyring } from './keyring.ts'

export interface IssuersParts {
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly keyring: Keyring
  readonly publicUrl: URL
  readonly now: () => Date
}

/** An issuer as operators and programs are told of it. */
export interface ListedIssuer {
  /** `programme`, or the id of the partner. */
  readonly id: string
  readonly did: string
  readonly name: string
  readonly page: string
  /** `null` for the programme, which may issue everything; `until` is `null` where no end is set. */
  readonly scope: {
    readonly achievements: readonly string[]
    readonly from: string
    readonly until: string | null
  } | null
  /** Where the mandate stands. */
  readonly mandate: string | null
  readonly keys: readonly Pick<IssuerKey, 'kid' | 'algorithm' | 'state' | 'created' | 'changed'>[]
}

const listedKeys = ({ all }: IssuerKeys): ListedIssuer['keys'] =>
  all.map(({ kid, algorithm, state, created, changed }) => ({
    kid,
    algorithm,
    state,
    created,
    changed,
  }))

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** The day that a scope is asked about: that it was earned; else the one it counts from. */
const dayOf = ({ awardedDate, validFrom }: ToSign) => (awardedDate ?? validFrom).slice(0, 10)

/** Who issues here: the programme, and on behalf of it its partners, each within its scope. */
export class Issuers implements Signers {
  readonly #parts: IssuersParts

  constructor(parts: IssuersParts) {
    this.#parts = parts
  }

  /** The partner of this id. @throws Refusal `partner-unknown`, naming those there are. */
  partner(id: string): Partner {
    const { issuers } = this.#parts.catalogue
    const found = issuers.find((partner) => partner.id === id)
    if (!found)
      throw new Refusal(
        'partner-unknown',
        `There is no issuer "${id.slice(0, 64)}"; there is ${[programmeId, ...issuers.map((known) => known.id)].join(', ')}`,
      )
    return found
  }

  /** An issuer as somebody names it, `programme` for the programme itself. @throws Refusal `partner-unknown`. */
  named(id: string): string {
    return id === programmeId ? id : this.partner(id).id
  }

  /** Ids of the achievements that a partner may issue. */
  scopeOf(partner: Partner): readonly string[] {
    return achievementsInScope(partner, this.#parts.catalogue)
  }

  /** Everybody who issues here, the programme first, for operators and programs. */
  async list(): Promise<readonly ListedIssuer[]> {
    const { catalogue, keyring, publicUrl } = this.#parts
    const at = (path: string) => new URL(path, publicUrl).href
    const { keys, profile } = await this.#programme()
    const programme = {
      id: programmeId,
      did: keys.issuer,
      name: profile.name,
      page: at('/issuer'),
      scope: null,
      mandate: null,
      keys: listedKeys(keys),
    }
    const partners = catalogue.issuers.map(async (partner) => {
      const own = await keyring.of(partner.id)
      const { from, until } = partner.scope
      return {
        id: partner.id,
        did: own.issuer,
        name: partner.name,
        page: at(partnerPath(partner.id)),
        scope: { achievements: this.scopeOf(partner), from, until },
        mandate: at(mandatePath(partner.id)),
        keys: listedKeys(own),
      }
    })
    return [programme, ...(await Promise.all(partners))]
  }

  async #programme(): Promise<{ keys: IssuerKeys; profile: IssuerProfile }> {
    const { catalogue, keyring, publicUrl } = this.#parts
    const keys = await keyring.current()
    return { keys, profile: programmeProfile(catalogue, { did: keys.issuer, publicUrl }) }
  }

  /**
   * The mandate of a partner as the catalogue has it now, signed by the programme: once, and the same bytes from then on
   * until something of it changes, or the key.
   *
   * @throws Refusal `key-unusable`.
   */
  async mandate(partner: Partner): Promise<SignedMandate> {
    const { ledger, catalogue, keyring, publicUrl, now } = this.#parts
    const { keys, profile: programme } = await this.#programme()
    const { issuer: partnerDid } = await keyring.of(partner.id)
    const unsigned = buildMandate(partner, { catalogue, programme, partnerDid, publicUrl })
    const signer = keys.signer('Ed25519')
    const digest = digestOf(`${signer.key.kid} ${JSON.stringify(unsigned)}`)
    const kept = ledger.mandates.find(partner.id, digest)
    if (kept !== undefined) return JSON.parse(kept) as SignedMandate
    const signed = JSON.stringify(await signDataIntegrity(unsigned, signer, now()))
    const createdAt = now().toISOString()
    const record = { issuer: partner.id, digest, signed, createdAt }
    return JSON.parse(ledger.mandates.keep(record)) as SignedMandate
  }

  /** A partner's profile, with its mandate. @throws Refusal `key-unusable`. */
  async profile(partner: Partner): Promise<IssuerProfile> {
    const { keyring, publicUrl } = this.#parts
    const { issuer: did } = await keyring.of(partner.id)
    return partnerProfile(partner, await this.mandate(partner), { did, publicUrl })
  }

  /** Everybody who issues here as they are named today, partners by their id and the programme by `null`. */
  async profiles(): Promise<ReadonlyMap<string | null, IssuerProfile>> {
    const { profile } = await this.#programme()
    const found = new Map<string | null, IssuerProfile>([[null, profile]])
    for (const partner of this.#parts.catalogue.issuers)
      found.set(partner.id, await this.profile(partner))
    return found
  }

  async #party(partner: Partner): Promise<IssuingParty> {
    const { catalogue, keyring } = this.#parts
    // Told now rather than once everything is reserved: without keys it could only wait.
    const keys = await keyring.of(partner.id)
    for (const algorithm of ['Ed25519', 'ES256'] as const) keys.signer(algorithm)
    return {
      partner: partner.id,
      profile: await this.profile(partner),
      mayIssue: (question) => isInScope(partner, question, catalogue),
    }
  }

  /**
   * Who issues each achievement: the one asked for, else whom the catalogue names, else the programme. Only the partners
   * that come into question are asked for their keys.
   *
   * @param asked id of a partner, or `programme`; `null` for whoever issues each.
   * @throws Refusal `partner-unknown`, `key-unusable`.
   */
  async issuerOf(asked: string | null): Promise<(achievement: string) => IssuingParty> {
    const { catalogue } = this.#parts
    const { profile } = await this.#programme()
    const programme: IssuingParty = { partner: null, profile, mayIssue: () => true }
    if (asked === programmeId) return () => programme
    if (asked !== null) {
      const only = await this.#party(this.partner(asked))
      return () => only
    }
    const usual = new Set(namedIn(catalogue))
    const parties = new Map<string, IssuingParty>()
    for (const partner of catalogue.issuers)
      if (usual.has(partner.id)) parties.set(partner.id, await this.#party(partner))
    return (achievement) => parties.get(usualIssuer(achievement, catalogue) ?? '') ?? programme
  }

  /** The partner that a credential names, `null` for the programme. @throws Refusal `issuer-out-of-scope`. */
  #signerOf(badge: ToSign): string | null {
    const { catalogue, keyring, publicUrl } = this.#parts
    const id = keyring.whoIs(badge.issuer.id)
    if (id === null) return null
    const partner = catalogue.issuers.find((known) => known.id === id)
    const achievement = ownAchievement(badge.credentialSubject.achievement.id, publicUrl)
    const question = { achievement: achievement ?? '', day: dayOf(badge) }
    if (!partner || !isInScope(partner, question, catalogue))
      throw new Refusal(
        'issuer-out-of-scope',
        `${badge.issuer.name} may not issue this achievement of ${dayOf(badge)}`,
      )
    return partner.id
  }

  insist(badge: ToSign): void {
    this.#signerOf(badge)
  }

  async of(badge: ToSign): Promise<IssuerKeys> {
    return this.#parts.keyring.of(this.#signerOf(badge))
  }
}

/** Ids of the partners that the catalogue names as issuers of something. */
const namedIn = ({ courses, specializations }: Catalogue): string[] =>
  [
    ...courses.flatMap(({ issuer, achievements }) => [
      issuer,
      ...achievements.map((each) => each.issuer),
    ]),
    ...specializations.map(({ eligibility }) => eligibility.issuer),
  ].filter((id) => id !== null)
