import type { ReservationSettings } from '../issuing/reserve.ts'
import type { Language } from '../language.ts'
import type { Keyring } from './keyring.ts'

export interface ReservationWorld
  extends Pick<ReservationSettings, 'ledger' | 'achievements' | 'catalogue' | 'publicUrl'> {
  readonly keyring: Keyring
  readonly config: Pick<ReservationSettings, 'identifyBy'>
  readonly erasure: Pick<ReservationSettings, 'tombstoneOf'>
  readonly participation: Required<Pick<ReservationSettings, 'onParticipant'>>
}

/** What is reserved with by now, in a language for learners who have none. @throws Refusal `key-unusable`. */
export async function reservationSettingsOf(
  world: ReservationWorld,
  language: Language,
): Promise<ReservationSettings> {
  const { ledger, achievements, catalogue, publicUrl } = world
  const { issuer } = await world.keyring.current()
  const { identifyBy } = world.config
  const { tombstoneOf } = world.erasure
  const { onParticipant } = world.participation
  return {
    ...{ ledger, achievements, catalogue, issuer, publicUrl, language, identifyBy },
    ...{ tombstoneOf, onParticipant },
  }
}
