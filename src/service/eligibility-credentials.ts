import type { Publish } from '../admission/eligibility-award.ts'
import {
  type DecisionLink,
  issueEligibility,
  type StoredDecision,
} from '../admission/issue-eligibility.ts'
import { lookAtSupport } from '../admission/look-at-support.ts'
import { type RecheckSummary, recheck } from '../admission/recheck.ts'
import type { CheckSettings } from '../checking/verify.ts'
import type { ReservationSettings } from '../issuing/reserve.ts'
import type { Language } from '../language.ts'
import type { CredentialRecord } from '../ledger/credentials.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { SupportRecord } from '../ledger/support.ts'

export interface EligibilityHouse {
  readonly ledger: Ledger
  readonly publicUrl: URL
  readonly now: () => Date
  published: Publish
  checkSettings(): Promise<CheckSettings>
  reservationSettings(language: Language): Promise<ReservationSettings>
  issueReservation(id: string): Promise<CredentialRecord | undefined>
}

/** The signed answers of decisions, and what becomes of them. */
export class EligibilityCredentials {
  readonly #house: EligibilityHouse

  constructor(house: EligibilityHouse) {
    this.#house = house
  }

  /** The credential of a decision, once and for all; see {@link issueEligibility} for what it refuses. */
  async issue(stored: StoredDecision, link: DecisionLink, language: Language): Promise<string> {
    const house = this.#house
    return issueEligibility(stored, link, {
      reservation: await house.reservationSettings(language),
      checking: await house.checkSettings(),
      now: house.now,
      publish: (path) => house.published(path),
      sign: (credential) => house.issueReservation(credential),
    })
  }

  /** Looks at everything that they rest on, and revokes those that rest on what was withdrawn. */
  async recheck(): Promise<RecheckSummary> {
    const { ledger, now } = this.#house
    return recheck({ ledger, now, checking: await this.#house.checkSettings() })
  }

  /**
   * What a credential rests on: ours as they stand at this moment, those of others as they were last seen. Empty for
   * whatever rests on nothing.
   */
  async supports(credential: string): Promise<readonly SupportRecord[]> {
    const supports = this.#house.ledger.supports.of(credential)
    if (supports.length === 0) return []
    const checking = await this.#house.checkSettings()
    return Promise.all(
      supports.map(async (support) =>
        checking.ownIssuers?.has(support.issuer) && support.state !== 'gone'
          ? { ...support, state: await lookAtSupport(support, checking) }
          : support,
      ),
    )
  }
}
