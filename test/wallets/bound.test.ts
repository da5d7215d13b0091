import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { JSONWebKeySet } from 'jose'
import { bind } from '../../src/wallets/bound.ts'
import { verifyJwtByReference } from '../interop/reference-verifier.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { makeWallet, type Wallet, wire } from '../support/wallet.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

let shop: Shop
let wallet: Wallet
let number = 0
beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '100000' } })
  wallet = await makeWallet()
})
afterAll(() => shop.close())

async function freshOffer() {
  number += 1
  const award = await issueOne(shop.service, { key: `email:${number}@example.org` })
  return { award, offer: shop.service.wallets.offer(award.id) }
}

const taker = (holder = wallet.did) => ({ holder, form: 'ldp_vc' }) as const

const didJwk = (kind: 'ed25519' | 'P-256' | 'P-384') => {
  const { publicKey } =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: kind })
  const jwk = publicKey.export({ format: 'jwk' })
  return `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
}

const check = async (text: string) => (await shop.service.verify(Buffer.from(text))).report

describe('a bound credential', () => {
  test('says what the award says, but for its id, its status and whose it is', async () => {
    const { award, offer } = await freshOffer()
    const bound = JSON.parse(await shop.service.wallets.bind(offer, taker()))
    const { proof: _one, id, credentialStatus, credentialSubject, ...rest } = bound
    const { proof: _other, ...own } = JSON.parse(award.signed)
    expect({ ...own, ...rest }).toEqual(own)
    expect(credentialSubject).toEqual({ ...own.credentialSubject, id: wallet.did })
    expect([id, credentialStatus]).not.toEqual([own.id, own.credentialStatus])
  })

  test.each(['ldp_vc', 'jwt_vc_json'] as const)(
    'as %s is valid to our own checking side',
    async (form) => {
      const { offer } = await freshOffer()
      const text = await shop.service.wallets.bind(offer, { holder: wallet.did, form })
      const report = await check(text)
      expect([report.verdict, report.facts.subjectId]).toEqual(['valid', wallet.did])
      expect(report.findings).toContainEqual({
        check: 'published',
        outcome: 'passed',
        reason: 'published-same',
      })
    },
  )

  test('is one credential in both forms', async () => {
    const { offer } = await freshOffer()
    const both = { holder: wallet.did }
    const ldp = JSON.parse(await shop.service.wallets.bind(offer, { ...both, form: 'ldp_vc' }))
    const jwt = await shop.service.wallets.bind(offer, { ...both, form: 'jwt_vc_json' })
    const jwks = (await wire(shop).get(`${publicUrl}/.well-known/jwks.json`)) as unknown
    const claims = await verifyJwtByReference(jwt, jwks as JSONWebKeySet, ldp.issuer.id)
    expect(claims).toMatchObject({ id: ldp.id, jti: ldp.id, sub: wallet.did })
  })

  test.each(['ed25519', 'P-256'] as const)('is bound to a did:jwk of %s as well', async (kind) => {
    const { offer } = await freshOffer()
    const holder = didJwk(kind)
    const text = await shop.service.wallets.bind(offer, taker(holder))
    expect(await check(text)).toMatchObject({ verdict: 'valid', facts: { subjectId: holder } })
  })

  test.each([
    ['did:web', 'did:web:learner.example'],
    [
      'did:key of P-384',
      'did:key:z82Lm1MpAkeJcix9K8TMiLd5NMAhnwkjjCBeWHXyu3U4oT2MVJJKXkcVBgjGhnLBn2Kaau9',
    ],
    ['did:jwk of P-384', didJwk('P-384')],
    ['did:jwk that is no JSON', `did:jwk:${Buffer.from('{').toString('base64url')}`],
    [
      'did:jwk with the private half',
      `did:jwk:${Buffer.from(
        JSON.stringify(generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })),
      ).toString('base64url')}`,
    ],
    ['key of small order', 'did:key:z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP'],
    ['text', 'Ελένη'],
    ['nothing', ''],
  ])('is not bound to a %s, and the offer stays open', async (_, holder) => {
    const { offer, award } = await freshOffer()
    await expect(shop.service.wallets.bind(offer, taker(holder))).rejects.toMatchObject({
      code: 'holder-unsupported',
    })
    expect(shop.service.ledger.walletOffers.byId(offer.id)?.state).toBe('open')
    expect(shop.service.ledger.boundCredentials.of(award.id)).toEqual([])
  })

  test('stands at its address as JSON and JWT, and leads people to the page of the award', async () => {
    const { award, offer } = await freshOffer()
    const { id, ...bound } = JSON.parse(await shop.service.wallets.bind(offer, taker()))
    const path = String(id).slice(publicUrl.length)
    expect(await json(await shop.ask(`${path}.json`))).toEqual({ id, ...bound })
    const asked = await shop.ask(path, { headers: { accept: 'application/vc' } })
    expect(await json(asked)).toEqual({ id, ...bound })
    expect((await (await shop.ask(`${path}.jwt`)).text()).split('.')).toHaveLength(3)
    const page = await shop.ask(path, { headers: { accept: 'text/html' } })
    expect([page.status, page.headers.get('location')]).toEqual([302, `/c/${award.id}`])
    expect((await shop.ask(`${path}.pdf`)).status).toBe(404)
    expect(await json(await shop.ask(`${path}/status.json`))).toEqual({ id, status: 'active' })
  })

  test('is revoked with its award, at once, for us and by its list', async () => {
    const { award, offer } = await freshOffer()
    const text = await shop.service.wallets.bind(offer, taker())
    const { id } = JSON.parse(text)
    expect((await check(text)).verdict).toBe('valid')
    shop.service.revoke(award.id, 'a test')
    expect(await check(text)).toMatchObject({ verdict: 'invalid', status: 'revoked' })
    const path = String(id).slice(publicUrl.length)
    expect(await json(await shop.ask(`${path}/status.json`))).toMatchObject({
      status: 'revoked',
      reason: 'unspecified',
    })
    await expect(shop.service.wallets.bind(offer, taker())).rejects.toMatchObject({
      code: 'offer-ended',
    })
  })

  test('takes away what rests on it in our own decisions when its award is revoked', async () => {
    const { award, offer } = await freshOffer()
    const { ledger, now } = shop.service
    const { id } = JSON.parse(await shop.service.wallets.bind(offer, taker()))
    const held = await issueOne(shop.service, { key: `email:resting-${number}@example.org` })
    ledger.supports.add({
      credential: held.id,
      restsOn: id,
      digest: 'sha256-x',
      issuer: 'did:web:badges.example.org',
      status: null,
      state: 'standing',
      lookedAt: now().toISOString(),
      holdsUntil: '2099-01-01T00:00:00Z',
    })
    shop.service.revoke(award.id, 'a test')
    expect(ledger.supports.of(held.id)).toMatchObject([{ restsOn: id, state: 'gone' }])
  })

  test('is shown to be its holder’s by a presentation, and by nobody else’s', async () => {
    const { offer } = await freshOffer()
    const credential = JSON.parse(await shop.service.wallets.bind(offer, taker()))
    const asked = { challenge: 'x' }
    const own = await wallet.present(asked, { verifiableCredential: credential })
    const other = await (await makeWallet()).present(asked, { verifiableCredential: credential })
    expect(await check(JSON.stringify(own))).toMatchObject({ verdict: 'valid', warnings: [] })
    expect((await check(JSON.stringify(other))).warnings).toContain('holder-not-subject')
  })

  test('changed by anybody is not ours', async () => {
    const { offer } = await freshOffer()
    const text = await shop.service.wallets.bind(offer, taker())
    const other = (await makeWallet()).did
    expect((await check(text.replaceAll(wallet.did, other))).verdict).toBe('invalid')
  })

  test('that was left unsigned is finished when it is asked for again, and not seen before', async () => {
    const { award, offer } = await freshOffer()
    const { ledger, issuers, now } = shop.service
    const settings = { ledger, signers: issuers, publicUrl: new URL(publicUrl), now }
    const ends = (verdict: 'undecided' | 'invalid') =>
      bind(offer.id, taker(), { ...settings, verify: async () => ({ verdict, reasons: [] }) })
    await expect(ends('undecided')).rejects.toMatchObject({ code: 'busy' })
    await expect(ends('invalid')).rejects.toThrow('is invalid')
    const [reserved, ...others] = ledger.boundCredentials.of(award.id)
    expect([others, reserved?.signed]).toEqual([[], null])
    expect((await shop.ask(`/c/${reserved?.id}`)).status).toBe(404)
    expect(await shop.service.published(`/c/${reserved?.id}`)).toBeUndefined()
    const { id } = JSON.parse(await shop.service.wallets.bind(offer, taker()))
    expect(id).toBe(`${publicUrl}/c/${reserved?.id}`)
  })

  test('is one, however many ask at once for the same holder', async () => {
    const { award, offer } = await freshOffer()
    const all = await Promise.all(
      Array.from({ length: 5 }, () => shop.service.wallets.bind(offer, taker())),
    )
    expect(new Set(all).size).toBe(1)
    expect(shop.service.ledger.boundCredentials.of(award.id)).toHaveLength(1)
  })
})
