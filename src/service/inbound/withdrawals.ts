import { lostWithout } from '../../inbound/done.ts'
import { type OpenEdxEvent, openEdxPiece } from '../../inbound/openedx-event.ts'
import { personKey } from '../../inbound/piece.ts'
import type { CredentialRecord, RevocationCode } from '../../ledger/credentials.ts'
import type { Connection } from './connections.ts'
import type { DeliveryHouse } from './deliveries.ts'

export interface WithdrawalHouse extends DeliveryHouse {
  issueReservation(id: string): Promise<CredentialRecord | undefined>
  revoke(id: string, note: string, code: RevocationCode): CredentialRecord
}

/** What became of a certificate that a platform took back. */
export interface Withdrawn {
  /** Public ids of what was revoked. */
  readonly revoked: readonly string[]
}

const code = 'achievement-withdrawn'

/**
 * Takes back what a connection brought a learner and is no longer earned, because the platform revoked its certificate:
 * revoked with the code `achievement-withdrawn`, never what came in another way. What was only reserved is signed first,
 * so that there is something whose status says so. Told again, it finds nothing left to do.
 */
export async function withdraw(
  event: OpenEdxEvent,
  connection: Connection,
  house: WithdrawalHouse,
): Promise<Withdrawn> {
  const { ledger, erasure, now } = house
  const { record, settings } = connection
  const piece = openEdxPiece(event, settings.activities)
  const key = piece ? personKey(piece.person) : null
  if (!piece || key === null) return { revoked: [] }
  const learner = erasure.tombstoneOf(key)
  const isLost = lostWithout(
    piece.target,
    ledger.connectionProgress.of(record.id, learner),
    connection.course,
  )
  const revoked: string[] = []
  for (const id of ledger.connections.broughtTo(record.id, key)) {
    const held = ledger.credentials.byId(id)
    if (!held || !isLost(held.achievement)) continue
    const signed = held.state === 'reserved' ? await house.issueReservation(id) : held
    if (signed?.state !== 'issued') continue
    house.revoke(id, `Taken back by ${record.id}`, code)
    revoked.push(id)
  }
  ledger.transaction(() => {
    ledger.connectionProgress.takeBack(record.id, learner, piece.target)
    const day = { connection: record.id, run: record.run, day: now().toISOString().slice(0, 10) }
    ledger.connections.count(day, { taken: 1, refused: 0, ignored: 0 })
  })
  return { revoked }
}
