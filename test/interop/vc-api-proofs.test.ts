import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Loose, openVcApi, type VcApiShop } from '../support/vc-api.ts'
import { smallest } from './data-model-cases.ts'

let shop: VcApiShop
beforeAll(async () => {
  shop = await openVcApi()
})
afterAll(() => shop.close())

const issuerOf = (curve: string) =>
  ({ Ed25519: shop.issuers.ed25519, 'P-256': shop.issuers.p256, 'P-384': shop.issuers.p384 })[curve]

const first = {
  '@context': ['https://www.w3.org/2018/credentials/v1'],
  id: 'urn:uuid:86294362-4254-4f36-854f-3952fe42555d',
}
const second = { id: first.id }

const suites = [
  ['eddsa-rdfc-2022', 'Ed25519'],
  ['eddsa-jcs-2022', 'Ed25519'],
  ['ecdsa-rdfc-2019', 'P-256'],
  ['ecdsa-rdfc-2019', 'P-384'],
  ['ecdsa-jcs-2019', 'P-256'],
  ['ecdsa-jcs-2019', 'P-384'],
] as const

const dateTimeStamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

describe.each(suites)('as the W3C Data Integrity suites ask, %s of %s', (suite, curve) => {
  const issue = async (changes: Loose = second) => {
    const credential = smallest({ ...changes, issuer: issuerOf(curve) })
    const answer = await shop.post(`/${suite}/credentials/issue`, { credential })
    return [answer.status, answer.body.verifiableCredential] as const
  }

  test.each([
    ['1.1', first],
    ['2.0', second],
  ])('signs a credential of version %s, and the verifier takes it', async (_, changes) => {
    const [status, issued] = await issue(changes)
    expect(status).toBe(201)
    expect(issued.proof).toMatchObject({
      type: 'DataIntegrityProof',
      cryptosuite: suite,
      proofPurpose: 'assertionMethod',
      created: expect.stringMatching(dateTimeStamp),
      verificationMethod: expect.stringContaining(`${issuerOf(curve)}#`),
      proofValue: expect.stringMatching(/^z[1-9A-HJ-NP-Za-km-z]+$/),
    })
    expect(await shop.verify(issued)).toMatchObject({ status: 200, body: { verified: true } })
  })

  test.each<[string, (credential: Loose) => void]>([
    ['no proof', (c) => Reflect.deleteProperty(c, 'proof')],
    ['null for a proof', (c) => Object.assign(c, { proof: null })],
    ['a text for a proof', (c) => Object.assign(c, { proof: 'proof' })],
    ['an empty list of proofs', (c) => Object.assign(c, { proof: [] })],
    ['a proof without type', (c) => Reflect.deleteProperty(c.proof, 'type')],
    ['a proof of another type', (c) => Object.assign(c.proof, { type: 'UnknownProofType' })],
    ['no cryptosuite', (c) => Reflect.deleteProperty(c.proof, 'cryptosuite')],
    ['another cryptosuite', (c) => Object.assign(c.proof, { cryptosuite: 'UnknownCryptosuite' })],
    ['no created', (c) => Reflect.deleteProperty(c.proof, 'created')],
    ['a created in other words', (c) => Object.assign(c.proof, { created: 'yesterday' })],
    ['no verificationMethod', (c) => Reflect.deleteProperty(c.proof, 'verificationMethod')],
    [
      'a verificationMethod of nobody',
      (c) => Object.assign(c.proof, { verificationMethod: 'did:key:invalidVm' }),
    ],
    ['no proofPurpose', (c) => Reflect.deleteProperty(c.proof, 'proofPurpose')],
    [
      'another proofPurpose',
      (c) => Object.assign(c.proof, { proofPurpose: 'invalidProofPurpose' }),
    ],
    ['no proofValue', (c) => Reflect.deleteProperty(c.proof, 'proofValue')],
    ['null for a proofValue', (c) => Object.assign(c.proof, { proofValue: null })],
    [
      'a proofValue without its base',
      (c) => Object.assign(c.proof, { proofValue: c.proof.proofValue.slice(1) }),
    ],
    [
      'a proofValue too long',
      (c) => Object.assign(c.proof, { proofValue: `${c.proof.proofValue}abcdefgh` }),
    ],
    ['another subject', (c) => Object.assign(c.credentialSubject, { id: 'did:example:other' })],
  ])('is refused with %s', async (_, spoil) => {
    const [, issued] = await issue()
    spoil(issued)
    expect(await shop.verify(issued)).toMatchObject({ status: 400, body: { verified: false } })
  })

  test.each([
    ['another purpose', { expectedProofPurpose: 'authentication' }],
    ['a domain', { domain: 'domain.example' }],
    ['a challenge', { challenge: '1235abcd6789' }],
  ])('is refused where %s was wanted', async (_, options) => {
    const [, issued] = await issue()
    expect((await shop.verify(issued, { options })).status).toBe(400)
  })
})

describe('the issuer', () => {
  test.each([
    ['eddsa-rdfc-2022', 'P-256'],
    ['ecdsa-rdfc-2019', 'Ed25519'],
  ])('does not sign with %s for a key of %s', async (cryptosuite, curve) => {
    const credential = smallest({ issuer: issuerOf(curve) })
    expect((await shop.issue(credential, { options: { cryptosuite } })).status).toBe(400)
  })

  test('takes the suite from options, or from the issuer that is named', async () => {
    const asked = await shop.issue(smallest(), { options: { cryptosuite: 'eddsa-jcs-2022' } })
    expect(asked.body.verifiableCredential.proof.cryptosuite).toBe('eddsa-jcs-2022')
    const named = await shop.issue(smallest({ issuer: issuerOf('P-384') }))
    expect(named.body.verifiableCredential.proof.cryptosuite).toBe('ecdsa-rdfc-2019')
  })

  test('does not know other suites', async () => {
    const answer = await shop.post('/bbs-2023/credentials/issue', { credential: smallest() })
    expect(answer.status).toBe(400)
  })

  test.each(['Ed25519', 'P-256', 'P-384'])('signs a JWT with %s', async (curve) => {
    const credential = smallest({ issuer: issuerOf(curve), validFrom: '2025-01-01T00:00:00Z' })
    const { body } = await shop.post('/jose/credentials/issue', { credential })
    const [header = ''] = body.verifiableCredential.id.split(',')[1].split('.')
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
      typ: 'vc+jwt',
      kid: expect.stringContaining(`${issuerOf(curve)}#`),
    })
    expect(await shop.verify(body.verifiableCredential)).toMatchObject({ status: 200 })
  })

  test('has met no fault of its own in all this', () => {
    expect(shop.faults).toEqual([])
  })
})
