import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openIssuerKeys } from '../../src/proof/issuer-keys.ts'
import { makeVcApiKeys, readVcApiKeys } from '../../src/proof/vc-api-keys.ts'
import { smallest } from '../interop/data-model-cases.ts'
import { openShop, problemCode, type Shop } from '../support/shop.ts'
import { openVcApi, type VcApiShop } from '../support/vc-api.ts'

const token = 'a-token-for-the-vc-api-of-the-tests'
const issuing = ['/credentials/issue', '/eddsa-rdfc-2022/credentials/issue', '/credentials/status']

describe('without VC_API_KEY', () => {
  let shop: Shop
  beforeAll(async () => {
    shop = await openShop()
  })
  afterAll(() => shop.close())

  test.each(issuing)('nothing stands at %s', async (path) => {
    const body = JSON.stringify({ credential: smallest() })
    const response = await shop.ask(`/vc-api${path}`, { method: 'POST', body })
    expect([response.status, await problemCode(response)]).toEqual([404, 'not-found'])
  })

  test('there is no status list', async () => {
    expect((await shop.ask('/vc-api/status/ed25519-1')).status).toBe(404)
  })

  test('what others signed is still checked', async () => {
    const body = JSON.stringify({ verifiableCredential: smallest() })
    const response = await shop.ask('/vc-api/credentials/verify', { method: 'POST', body })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ verified: false, errors: expect.any(Array) })
  })
})

describe('with VC_API_TOKEN', () => {
  let shop: VcApiShop
  beforeAll(async () => {
    shop = await openVcApi({ env: { VC_API_TOKEN: token } })
  })
  afterAll(() => shop.close())

  test.each(issuing)('%s asks for it', async (path) => {
    for (const wrong of [undefined, 'another', `${token}x`, shop.token('admin')])
      expect((await shop.post(path, { credential: smallest() }, wrong)).status).toBe(401)
  })

  test('its holder may sign, and anybody may check', async () => {
    const answer = await shop.post('/credentials/issue', { credential: smallest() }, token)
    expect(answer.status).toBe(201)
    expect((await shop.verify(answer.body.verifiableCredential)).status).toBe(200)
  })

  test('signs with a key that is none of the issuer, and is not called known', async () => {
    const { issuer, all } = await openIssuerKeys(shop.service.keyring.settings)
    const answer = await shop.post('/credentials/issue', { credential: smallest() }, token)
    const { proof, issuer: named } = answer.body.verifiableCredential
    expect(named).not.toBe(issuer)
    expect(all.map(({ id }) => id)).not.toContain(proof.verificationMethod)
    const asIssuer = await shop.post(
      '/credentials/issue',
      { credential: smallest({ issuer }) },
      token,
    )
    expect(asIssuer.status).toBe(400)
  })
})

describe('the keys of the VC-API', () => {
  test('are one of each curve, each a did:key that is its own', async () => {
    const keys = await readVcApiKeys(makeVcApiKeys())
    expect(keys.map(({ curve }) => curve)).toEqual(['Ed25519', 'P-256', 'P-384'])
    expect(keys.map(({ did }) => did.slice(0, 12))).toEqual([
      'did:key:z6Mk',
      'did:key:zDna',
      'did:key:z82L',
    ])
    expect(JSON.stringify(keys)).not.toMatch(/"d"/)
  })

  test('may be a single JWK', async () => {
    const [, jwk] = JSON.parse(makeVcApiKeys()).keys
    expect(await readVcApiKeys(JSON.stringify(jwk))).toMatchObject([{ curve: 'P-256' }])
  })

  test.each<[string, (keys: Record<string, string>[]) => unknown]>([
    ['no JSON', () => undefined],
    ['null', () => null],
    ['no keys', () => ({ keys: [] })],
    ['two of one curve', ([first]) => ({ keys: [first, first] })],
    ['a public key', ([first]) => ({ kty: first?.kty, crv: first?.crv, x: first?.x })],
    ['another curve', ([first]) => ({ ...first, crv: 'secp256k1' })],
    ['a broken key', ([, second]) => ({ ...second, d: 'AA' })],
    ['no JWK', () => ({ keys: ['key'] })],
  ])('may not be %s', async (_, spoil) => {
    const text = String(JSON.stringify(spoil(JSON.parse(makeVcApiKeys()).keys)))
    await expect(readVcApiKeys(text)).rejects.toMatchObject({ code: 'key-unusable' })
  })
})
