import type { UnsignedBadge } from '../src/credential/open-badge.ts'
import { signJwt } from '../src/proof/jwt.ts'
import { artefact } from '../src/service/artefacts.ts'
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
    const record = service.ledger.credentials.byId(credential ?? '')
    return JSON.parse(record?.unsigned ?? '') as UnsignedBadge
  })
}

/** What is handed in, and the JSON in it, which is all that the reference can read. */
export interface Handed {
  readonly bytes: Uint8Array
  readonly json: string
}

/**
 * Signed credentials that our code has never worked on. Verifying remembers, and issuing verifies what it signs; so the
 * library signs these.
 */
export async function neverSeen(
  { pool, reference }: { readonly pool: Service; readonly reference: Reference },
  count: number,
  form: 'json' | 'jwt' | 'pdf' = 'json',
): Promise<Handed[]> {
  const keys = await pool.keyring.current()
  const handed: Handed[] = []
  for (const { credential } of await reserve(pool, freshAwards(count))) {
    const record = pool.ledger.credentials.byId(credential ?? '')
    const badge = JSON.parse(record?.unsigned ?? '') as UnsignedBadge
    const { proof, ...document } = await reference.issue(badge)
    const signed = JSON.stringify({ ...document, proof: [proof] })
    const jwt = await signJwt(badge, keys.signer('ES256'))
    if (!record) throw new Error('was not reserved')
    const { body } = await artefact({ ...record, signed, jwt }, form, pool)
    handed.push({ bytes: body, json: signed })
  }
  return handed
}

/** Receives and checks all there is to check, so many at once; throws unless valid. */
export async function verifyAll(service: Service, handed: readonly Handed[], atOnce = 1) {
  const waiting = [...handed]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { report } = await service.verify(next.bytes)
      if (report.verdict !== 'valid') throw new Error(`we say ${report.verdict}`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** The whole path for one group of awards: reserved together, signed, verified and recorded as an import does. */
export async function issueGroup(service: Service, count: number) {
  await reserve(service, freshAwards(count))
  const { issued } = await service.issue()
  if (issued !== count) throw new Error(`issued ${issued} of ${count}`)
}
