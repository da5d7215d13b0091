import type { Config } from '../config.ts'
import type { ReservationSettings } from '../issuing/reserve.ts'
import type { Language } from '../language.ts'
import type { Issuers } from './issuers.ts'

interface House
  extends Pick<ReservationSettings, 'ledger' | 'achievements' | 'catalogue' | 'publicUrl'> {
  readonly config: Pick<Config, 'identifyBy'>
  readonly erasure: Pick<ReservationSettings, 'tombstoneOf'>
  readonly participation: Required<Pick<ReservationSettings, 'onParticipant'>>
  readonly issuers: Issuers
}

/** How credentials are reserved, issued by whom the catalogue names or by whoever is asked for. */
export async function reservationSettingsOf(
  house: House,
  language: Language,
  issuer: string | null,
): Promise<ReservationSettings> {
  const { ledger, achievements, catalogue, publicUrl, config, erasure, issuers } = house
  const issuerOf = await issuers.issuerOf(issuer)
  const { identifyBy } = config
  const { tombstoneOf } = erasure
  const { onParticipant } = house.participation
  const own = { ledger, achievements, catalogue, publicUrl, tombstoneOf, onParticipant }
  return { ...own, language, identifyBy, issuerOf }
}
