import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { JSONWebKeySet } from 'jose'
import { rotateKeys } from '../../src/proof/issuer-keys.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'
import { verifyByReference, verifyJwtByReference } from './reference-verifier.ts'

let shop: Shop
let record: IssuedRecord
beforeAll(async () => {
  shop = await openShop()
  record = await issueOne(shop.service)
})
afterAll(() => shop.close())

/** Over HTTP, from the port that stands behind PUBLIC_URL. */
const get = async (url: string) => {
  if (!url.startsWith(`${publicUrl}/`)) throw new Error(`not the issuer: ${url}`)
  return json(await shop.ask(url.slice(publicUrl.length)))
}

const document = (text: string) => JSON.parse(text) as Record<string, unknown>
const jwks = async () =>
  (await get(`${publicUrl}/.well-known/jwks.json`)) as unknown as JSONWebKeySet

describe('@digitalbazaar/vc, knowing only what the issuer publishes', () => {
  test('verifies what the service serves', async () => {
    const served = await json(await shop.ask(`/c/${record.id}.json`))
    expect(await verifyByReference(served, get)).toMatchObject({ verified: true })
  })

  test('verifies a badge, whatever was earned and in whatever script', async () => {
    const names = ['Ģirts Bērziņš', 'Иван Щърбаков', 'Ana "A." O’Neil', 'தமிழ் செல்வி']
    for (const [at, name] of names.entries()) {
      const { signed } = await issueOne(shop.service, { key: `email:${at}@example.org`, name })
      expect(await verifyByReference(document(signed), get)).toMatchObject({ verified: true })
    }
  })

  test('does not verify it with another name, title or day', async () => {
    for (const change of [{ name: 'Another' }, { awardedDate: '2020-01-01T00:00:00Z' }]) {
      const changed = { ...document(record.signed), ...change }
      expect(await verifyByReference(changed, get)).toMatchObject({ verified: false })
    }
  })

  test('finds it revoked as soon as it is', async () => {
    const revoked = await issueOne(shop.service, { key: 'email:revoked@example.org' })
    expect(await verifyByReference(document(revoked.signed), get)).toMatchObject({ verified: true })
    shop.service.revoke(revoked.id, 'a test')
    expect(await verifyByReference(document(revoked.signed), get)).toMatchObject({
      verified: false,
    })
    expect(await verifyByReference(document(record.signed), get)).toMatchObject({ verified: true })
  })
})

describe('jose, knowing only the JWK set', () => {
  const issuer = `did:web:${new URL(publicUrl).host}`

  test('verifies the JWT the service serves', async () => {
    const token = await (await shop.ask(`/c/${record.id}.jwt`)).text()
    const payload = await verifyJwtByReference(token, await jwks(), issuer)
    expect(payload).toMatchObject({ iss: issuer, jti: `${publicUrl}/c/${record.id}` })
  })

  test('does not verify it with another payload', async () => {
    const [head, payload = '', signature] = record.jwt.split('.')
    const claims = document(Buffer.from(payload, 'base64url').toString())
    const changed = Buffer.from(JSON.stringify({ ...claims, name: 'x' })).toString('base64url')
    const token = `${head}.${changed}.${signature}`
    await expect(verifyJwtByReference(token, await jwks(), issuer)).rejects.toThrow('signature')
  })
})

describe('a rotation of the keys', () => {
  test('leaves what was signed before verifying for both', async () => {
    await rotateKeys(shop.service.keyring.settings, shop.service.now())
    const issuer = `did:web:${new URL(publicUrl).host}`
    const later = await issueOne(shop.service, { key: 'email:later@example.org' })
    for (const { signed, jwt } of [record, later]) {
      expect(await verifyByReference(document(signed), get)).toMatchObject({ verified: true })
      await expect(verifyJwtByReference(jwt, await jwks(), issuer)).resolves.toBeTruthy()
    }
  })
})
