import type { UnsignedBadge } from '../src/credential/open-badge.ts'
import type { Service } from '../src/service/service.ts'
import { award, reserve } from '../test/support/workshop.ts'
import type { Reference } from './reference.ts'

let learners = 0

/** Awards of learners nobody has seen before. */
export const freshAwards = (count: number) =>
  Array.from({ length: count }, () => {
    learners += 1
    return award({
      key: `email:learner-${learners}@example.org`,
      name: `Μαρία Ozoliņa ${learners}`,
    })
  })

/** What is to be signed, as the real path makes it: reserved in the ledger, read back, not signed. */
export async function unsignedBadges(service: Service, count: number): Promise<UnsignedBadge[]> {
  const reserved = await reserve(service, freshAwards(count))
  return reserved.map(({ credential }) => {
    const record = service.ledger.credentials.byId(credential)
    return JSON.parse(record?.unsigned ?? '') as UnsignedBadge
  })
}

/**
 * Signed credentials that our code has never worked on, as bytes. Verifying remembers, and issuing verifies what it
 * signs; so the library signs these.
 */
export async function neverSeen(
  service: Service,
  reference: Reference,
  count: number,
): Promise<Uint8Array[]> {
  const bytes: Uint8Array[] = []
  for (const badge of await unsignedBadges(service, count)) {
    const { proof, ...document } = await reference.issue(badge)
    bytes.push(new TextEncoder().encode(JSON.stringify({ ...document, proof: [proof] })))
  }
  return bytes
}

/** Receives and checks all there is to check; throws unless valid. */
export async function verifyAll(service: Service, credentials: readonly Uint8Array[]) {
  for (const bytes of credentials) {
    const { report } = await service.verify(bytes)
    if (report.verdict !== 'valid') throw new Error(`we say ${report.verdict}`)
  }
}

/** The whole path for one group of awards: reserved together, signed, verified and recorded as an import does. */
export async function issueGroup(service: Service, count: number) {
  await reserve(service, freshAwards(count))
  const { issued } = await service.issue()
  if (issued !== count) throw new Error(`issued ${issued} of ${count}`)
}
