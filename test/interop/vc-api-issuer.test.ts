import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Loose, openVcApi, type VcApiShop } from '../support/vc-api.ts'

let shop: VcApiShop
beforeAll(async () => {
  shop = await openVcApi()
})
afterAll(() => shop.close())

/** The suite's sample, but for a context that is not pinned: the examples of 1.1. */
const sample = (changes: Loose = {}): Loose =>
  JSON.parse(
    JSON.stringify({
      '@context': ['https://www.w3.org/2018/credentials/v1'],
      id: 'urn:uuid:7d5b0c36-6a8b-4b35-8d2e-0c6d1a0a3f10',
      type: ['VerifiableCredential'],
      credentialSubject: { id: 'did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b' },
      ...changes,
    }),
  )

describe('as w3c-ccg/vc-api-issuer-test-suite asks, the issuer', () => {
  test.each<[string, Loose]>([
    ['without issuer', {}],
    ['with the issuer as a text', { issuer: 'did:example:issuer' }],
    ['with the issuer as an object', { issuer: { id: 'did:example:issuer' } }],
    ['with an issuanceDate', { issuanceDate: '2025-01-01T00:00:00Z' }],
    ['with an expirationDate', { expirationDate: '2143-01-01T00:00:00Z' }],
  ])('takes a credential of 1.1 %s', async (_, changes) => {
    const { status, body } = await shop.issue(sample(changes))
    expect(status).toBe(201)
    const issued = body.verifiableCredential
    expect(issued).toMatchObject({ id: expect.any(String), issuanceDate: expect.any(String) })
    expect(issued.type).toContain('VerifiableCredential')
    expect(issued.issuer.id ?? issued.issuer).toBe(shop.issuers.ed25519)
    // One proof is an object, as the suite wants it, and not a list.
    expect(issued.proof).toMatchObject({ type: 'DataIntegrityProof' })
    expect((await shop.verify(issued)).status).toBe(200)
  })

  test.each<[string, Loose]>([
    ['no context', { '@context': undefined }],
    ['a number for a context', { '@context': 4 }],
    ['contexts that are no texts', { '@context': [{ foo: true }, 4, false, null] }],
    ['no type', { type: undefined }],
    ['a number for a type', { type: 4 }],
    ['types that are no texts', { type: [2, null, { foo: true }, false] }],
    ['a number for an issuer', { issuer: 4 }],
    ['no subject', { credentialSubject: undefined }],
    ['subjects that are no objects', { credentialSubject: [null, true, 4] }],
    ['a date in other words', { issuanceDate: 'yesterday' }],
    ['a proof already', { proof: { type: 'DataIntegrityProof' } }],
    ['another issuer', { issuer: 'did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b' }],
    ['the type of a presentation', { type: ['VerifiableCredential', 'VerifiablePresentation'] }],
  ])('refuses a credential with %s', async (_, changes) => {
    const { status, body } = await shop.issue(sample(changes))
    expect([status, body.code, body.status]).toEqual([400, 'bad-request', 400])
  })

  test('says of a credential everything that is wrong with it', async () => {
    const { body } = await shop.issue(sample({ id: 'plain', credentialSubject: {} }))
    expect(body.errors.map(({ at }: Loose) => at)).toEqual(['$.id', '$.credentialSubject'])
  })

  test.each<[string, unknown]>([
    ['another member', { verifiableCredential: sample() }],
    ['a list', [sample()]],
    ['no object', '"credential"'],
    ['no JSON', '{"credential":'],
    ['a member twice', '{"credential":{},"credential":{}}'],
    ['nothing', ''],
    ['options that are none', { credential: sample(), options: 'all' }],
    ['a suite that is no text', { credential: sample(), options: { cryptosuite: 4 } }],
    ['a suite that nobody knows', { credential: sample(), options: { cryptosuite: 'rot13' } }],
    ['an id that is no text', { credential: sample(), options: { credentialId: 4 } }],
  ])('refuses a body with %s', async (_, body) => {
    const answer = await shop.post('/credentials/issue', body)
    expect([400, 422]).toContain(answer.status)
    expect(answer.body.code).toMatch(/^(bad-request|not-strict-json)$/)
  })

  test('has met no fault of its own in all this', () => {
    expect(shop.faults).toEqual([])
  })
})
