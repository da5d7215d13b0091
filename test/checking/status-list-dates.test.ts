import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { issueOne, openWorkshop } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let at = Date.parse('2026-11-24T12:00:00Z')

beforeAll(async () => {
  // A clock that is a second later at every look, as any clock may be.
  workshop = await openWorkshop({
    now: () => {
      at += 1_000
      return new Date(at)
    },
  })
})
afterAll(() => workshop.close())

describe('a status list signed while a credential is being checked', () => {
  test('is no list from the future: the next credential after a revocation is issued', async () => {
    const { service } = workshop
    const first = await issueOne(service)
    service.revoke(first.id, 'a test')
    const second = await issueOne(service, { key: 'email:second@example.org' })
    service.revoke(second.id, 'a test')
    const { report } = await service.verify(Buffer.from(first.signed))
    expect([report.verdict, report.status]).toEqual(['invalid', 'revoked'])
  })
})
