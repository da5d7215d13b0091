import { Refusal } from '../errors.ts'
import type { ClaimRecord } from '../ledger/claims.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'

export interface ClaimSettings {
  readonly ledger: Ledger
  readonly linkSecrets: LinkSecrets
  readonly publicUrl: URL
  readonly now: () => Date
}

/** Whose own view a link leads to, and until when. */
export interface OpenClaim {
  readonly id: string
  readonly learner: string
  readonly expiresAt: string
}

const dayMs = 24 * 60 * 60 * 1_000
const claimDays = 90
const briefMs = 15 * 60 * 1_000
const form = /^([0-9a-z]{26})([0-9a-z]{26})$/

// The same for a link that was used, is over, or never was: nobody learns from it what there is.
const refused = () => new Refusal('claim-not-valid', 'This link was used before, or is over')

/**
 * Links that let learners in: `/claim/{id}{secret}`, good once and for 90 days. The secret is computed from the id, so
 * the ledger holds nothing that opens anything, and a letter that is sent again has the same link.
 */
export class ClaimLinks {
  readonly #settings: () => ClaimSettings

  /** @param settings asked when something is done, since the ledger is opened late. */
  constructor(settings: () => ClaimSettings) {
    this.#settings = settings
  }

  #add(learner: string, about: string | null, lastsMs = claimDays * dayMs): ClaimRecord {
    const { ledger, now } = this.#settings()
    const at = now()
    const claim = {
      id: randomId(),
      learner,
      createdAt: at.toISOString(),
      expiresAt: new Date(at.getTime() + lastsMs).toISOString(),
      about,
    }
    ledger.claims.add(claim)
    return { ...claim, usedAt: null }
  }

  /**
   * The link of a learner from a batch or a correction, made where there is none; older ones go on. To be called within
   * a transaction.
   */
  makeFor(about: string, learner: string): ClaimRecord {
    return this.#settings().ledger.claims.madeFor(about, learner) ?? this.#add(learner, about)
  }

  /** A new link that was asked for: every older one is over from now on. To be called within a transaction. */
  makeNew(learner: string): ClaimRecord {
    const { ledger, now } = this.#settings()
    ledger.claims.endOpen(learner, now().toISOString())
    return this.#add(learner, null)
  }

  /** A link for whoever is there at this moment, good for 15 minutes; the others go on. Within a transaction. */
  makeBrief(learner: string): ClaimRecord {
    return this.#add(learner, null, briefMs)
  }

  /** The address that leads in; a secret. */
  urlOf(id: string): string {
    const { linkSecrets, publicUrl } = this.#settings()
    return new URL(`/claim/${id}${linkSecrets.of('claim', id)}`, publicUrl).href
  }

  /** The one of this secret whose learner is still there. */
  #known(text: string): ClaimRecord | undefined {
    const { ledger, linkSecrets } = this.#settings()
    const [, id = '', secret = ''] = form.exec(text) ?? []
    const claim = id && linkSecrets.is('claim', id, secret) ? ledger.claims.byId(id) : undefined
    return claim && ledger.letters.addressee(claim.learner) ? claim : undefined
  }

  /** How it stands with a link, for whoever has it whole; `unknown` for one that never was, and of an erased learner. */
  stateOf(text: string): 'open' | 'used' | 'ended' | 'unknown' {
    const claim = this.#known(text)
    if (!claim) return 'unknown'
    if (claim.usedAt) return 'used'
    return claim.expiresAt <= this.#settings().now().toISOString() ? 'ended' : 'open'
  }

  /** Whose it is, whether or not it still opens anything; `undefined` for one that never was. */
  learnerOf(text: string): string | undefined {
    return this.#known(text)?.learner
  }

  /**
   * Looks at what stands behind `/claim/` without using it: programs that look through mail follow links too.
   *
   * @throws Refusal `claim-not-valid`, alike for used, ended and unknown ones.
   */
  open(text: string): OpenClaim {
    const claim = this.#known(text)
    if (!claim || this.stateOf(text) !== 'open') throw refused()
    const { id, learner, expiresAt } = claim
    return { id, learner, expiresAt }
  }

  /**
   * Uses it, once: of two at the same time the second is refused. `also` is done in the same transaction, so that a
   * link is never used up for nothing.
   *
   * @throws Refusal `claim-not-valid`.
   */
  use<T>(text: string, also: (claim: OpenClaim) => T): T {
    const { ledger, now } = this.#settings()
    return ledger.transaction(() => {
      const claim = this.open(text)
      ledger.webhookEvents.tellOfClaim(claim.learner, now().toISOString())
      if (!ledger.claims.use(claim.id, now().toISOString())) throw refused()
      return also(claim)
    })
  }
}
