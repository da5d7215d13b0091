import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openVcApi, type VcApiShop } from '../support/vc-api.ts'
import { refused, smallest, taken } from './data-model-cases.ts'

let shop: VcApiShop
beforeAll(async () => {
  shop = await openVcApi()
})
afterAll(() => shop.close())

describe('as w3c/vc-data-model-2.0-test-suite asks, the issuer', () => {
  test.each(taken)('takes %s', async (_, changes) => {
    const { status, body } = await shop.issue(smallest(changes))
    expect([status, body.errors ?? []]).toEqual([201, []])
    const issued = body.verifiableCredential
    expect(issued).toMatchObject({
      '@context': expect.arrayContaining(['https://www.w3.org/ns/credentials/v2']),
      proof: { type: 'DataIntegrityProof', proofPurpose: 'assertionMethod' },
    })
    expect(issued.type).toContain('VerifiableCredential')
    expect(issued.issuer.id ?? issued.issuer).toBe(shop.issuers.ed25519)
    // The proof of everything that was taken holds, whatever else a verifier may find.
    expect(await shop.verify(issued, { options: { checks: ['proof'] } })).toMatchObject({
      status: 200,
      body: { verified: true, errors: [] },
    })
  })

  test.each(refused)('refuses %s', async (_, changes) => {
    const { status, body } = await shop.issue(smallest(changes))
    expect([status, body.code]).toEqual([400, 'bad-request'])
  })

  test('has met no fault of its own in all this', () => {
    expect(shop.faults).toEqual([])
  })
})
