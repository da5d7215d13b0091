import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openClock } from '../support/clock.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'
import { verifyByReference } from './reference-verifier.ts'

// The reference asks the real time.
const clock = openClock(new Date(Date.now() - 3_600_000).toISOString())
let shop: Shop
beforeAll(async () => {
  shop = await openShop({ now: clock.now })
})
afterAll(() => shop.close())

const get = async (url: string) => {
  if (!url.startsWith(`${publicUrl}/`)) throw new Error(`not the issuer: ${url}`)
  return json(await shop.ask(url.slice(publicUrl.length)))
}
const document = (text: string) => JSON.parse(text) as Record<string, unknown>

describe('@digitalbazaar/vc, knowing only what the issuer publishes', () => {
  test('verifies the corrected credential, and finds the old file revoked though its signature holds', async () => {
    const before = await issueOne(shop.service, { name: 'Marla' })
    clock.pass()
    await shop.service.corrections.replace(before.id, {
      changes: { name: 'Maria' },
      reason: 'a typing error',
      by: 'test',
    })
    const served = await json(await shop.ask(`/c/${before.id}.json`))
    expect(await verifyByReference(served, get)).toMatchObject({ verified: true })
    const old = await verifyByReference(document(before.signed), get)
    expect(old).toMatchObject({ verified: false })
    const report = (await shop.service.verify(Buffer.from(before.signed))).report
    expect(report.findings).toContainEqual(
      expect.objectContaining({ check: 'signature', outcome: 'passed' }),
    )
    expect(report.status).toBe('replaced')
  })

  test('still verifies the file of one that was erased', async () => {
    const record = await issueOne(shop.service, { key: 'email:erased@example.org' })
    shop.service.erasure.erase({ credential: record.id }, 'test')
    expect(await verifyByReference(document(record.signed), get)).toMatchObject({ verified: true })
  })
})
