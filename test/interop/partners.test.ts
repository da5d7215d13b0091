import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { JSONWebKeySet } from 'jose'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { catalogueWithPartners } from '../support/partners.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'
import { verifyByReference, verifyJwtByReference } from './reference-verifier.ts'

const did = 'did:web:badges.example.org:issuers:harbour-library'
let shop: Shop
let record: IssuedRecord
beforeAll(async () => {
  shop = await openShop({ env: { CATALOGUE: catalogueWithPartners() } })
  record = await issueOne(shop.service, {}, 'harbour-library')
})
afterAll(() => shop.close())

/** Over HTTP, from the port that stands behind PUBLIC_URL. */
const get = async (url: string) => {
  if (!url.startsWith(`${publicUrl}/`)) throw new Error(`not the issuer: ${url}`)
  return json(await shop.ask(url.slice(publicUrl.length)))
}
const badge = () => JSON.parse(record.signed) as SignedBadge
const mandate = () => badge().issuer.endorsement?.[0] ?? {}
const jwks = async (path: string) => (await get(`${publicUrl}${path}`)) as unknown as JSONWebKeySet

describe('@digitalbazaar/vc, knowing only what is published', () => {
  test('verifies what a partner issued, by the DID of the partner', async () => {
    expect(badge().issuer.id).toBe(did)
    expect(await verifyByReference(badge(), get)).toMatchObject({ verified: true })
  })
  test('verifies the mandate in it, by the DID of the programme', async () => {
    expect(mandate()).toMatchObject({ issuer: { id: 'did:web:badges.example.org' } })
    expect(await verifyByReference(mandate(), get)).toMatchObject({ verified: true })
  })
  test('verifies neither with another achievement in the mandate', async () => {
    const text = record.signed.replaceAll(
      '/achievements/mooc-completion"',
      '/achievements/mooc-participation"',
    )
    const changed = JSON.parse(text) as SignedBadge
    expect(text).not.toBe(record.signed)
    expect(await verifyByReference(changed, get)).toMatchObject({ verified: false })
    const [inside = {}] = changed.issuer.endorsement ?? []
    expect(await verifyByReference(inside, get)).toMatchObject({ verified: false })
  })
  test('finds it revoked as soon as it is, by a list of the partner', async () => {
    const other = await issueOne(shop.service, { key: 'email:r@example.org' }, 'harbour-library')
    const signed = JSON.parse(other.signed) as SignedBadge
    const list = await get(signed.credentialStatus?.statusListCredential ?? '')
    expect(list).toMatchObject({ issuer: did })
    expect(await verifyByReference(signed, get)).toMatchObject({ verified: true })
    shop.service.revoke(other.id, 'a test')
    expect(await verifyByReference(signed, get)).toMatchObject({ verified: false })
  })
})

describe('jose, knowing only a JWK set', () => {
  test.each(['/issuers/harbour-library/jwks.json', '/.well-known/jwks.json'])(
    'verifies the token of a partner by %s',
    async (path) => {
      const payload = await verifyJwtByReference(record.jwt, await jwks(path), did)
      expect(payload).toMatchObject({ iss: did, jti: `${publicUrl}/c/${record.id}` })
    },
  )
  test('does not verify it by the keys of another partner', async () => {
    const others = await jwks('/issuers/hill-academy/jwks.json')
    await expect(verifyJwtByReference(record.jwt, others, did)).rejects.toThrow('applicable key')
  })
})
