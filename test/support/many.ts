import type { Service } from '../../src/service/service.ts'
import { award, reserve } from './workshop.ts'

/** Somebody who is issued to in bulk. */
export interface One {
  readonly name: string
  readonly course?: string
  readonly run?: string
  readonly key?: string
  readonly email?: string | null
}

/** Reserves an award for each and writes it down as issued: signing takes its time, and most of this needs none. */
export async function issueMany(service: Service, ones: readonly One[]): Promise<string[]> {
  const reserved = await reserve(
    service,
    ones.map(({ name, course, run, key = `name:${name}`, email = null }) => {
      const made = award({ name, key, ...(course ? { course } : {}), ...(run ? { run } : {}) })
      return { ...made, learner: { ...made.learner, email } }
    }),
  )
  const { ledger } = service
  ledger.transaction(() => {
    for (const { rowKey, unsigned } of ledger.credentials.pending('', 10_000))
      ledger.credentials.recordIssued(rowKey, {
        signed: unsigned,
        jwt: 'not a real one',
        issuedAt: service.now().toISOString(),
      })
  })
  return reserved.map(({ credential }) => credential ?? '')
}
