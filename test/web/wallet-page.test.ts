import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { qrDataUrl } from '../../src/documents/qr-image.ts'
import { languages } from '../../src/language.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { makeWallet, wire } from '../support/wallet.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

const name = 'Ģirts Щърбаков'
let shop: Shop
let offer: { id: string; url: string; txCode: string }
let path: string
beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '100000' } })
  const award = await issueOne(shop.service, { name })
  offer = shop.service.wallets.offer(award.id)
  path = offer.url.slice(publicUrl.length)
})
afterAll(() => shop.close())

const pageFor = async (accept: string, query = '') => {
  const response = await shop.ask(`${path}${query}`, { headers: { accept } })
  return { response, text: await response.text() }
}

describe('the address of an offer', () => {
  test('is a short interaction URL', () => {
    expect(offer.url).toMatch(/^https:\/\/badges\.example\.org\/wallets\/[0-9a-z]{52}\?iuv=1$/)
    expect(offer.url.length).toBeLessThan(100)
  })

  test.each(['text/html', '*/*', 'application/x-unheard-of', ''])(
    'answers a page to whoever accepts %j',
    async (accept) => {
      const { response } = await pageFor(accept)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('vary')).toContain('Accept')
    },
  )

  test.each(['application/json', 'application/json, text/plain, */*'])(
    'answers the protocols to a wallet that accepts %s',
    async (accept) => {
      const { response, text } = await pageFor(accept)
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
      const { vcapi } = JSON.parse(text).protocols
      expect(vcapi).toMatch(/^https:\/\/badges\.example\.org\/vc-api\/exchanges\/[0-9a-z]{52}$/)
    },
  )

  test('is kept by nobody and found by no search engine', async () => {
    const { response } = await pageFor('text/html')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toContain('noindex')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  })
})

describe('the page of an offer', () => {
  test('has one code and one link for every wallet', async () => {
    const { text } = await pageFor('text/html')
    expect(text).toContain(qrDataUrl(offer.url))
    expect(text).toContain(`href="interaction:${offer.url}"`)
    expect(text).toContain(`value="${offer.url}"`)
    expect(text).toContain('15 more minutes')
  })

  test('never shows the six digits, nor whose credential it is', async () => {
    const { text } = await pageFor('text/html')
    expect(text).not.toContain(offer.txCode)
    expect(text).not.toContain(name)
  })

  test.each(languages)('is in %s, and small', async (language) => {
    const { text } = await pageFor('text/html', `&lang=${language}`)
    expect(text).toContain(`<html lang="${language}">`)
    expect(Buffer.byteLength(text)).toBeLessThan(50_000)
  })

  test('has a link for older wallets, whose challenge is good for this offer', async () => {
    const { text } = await pageFor('text/html')
    const href =
      /href="(https:\/\/lcw\.app\/[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const query = new URL(href).searchParams
    expect(query.get('auth_type')).toBe('bearer')
    expect(query.get('issuer')).toBe('badges.example.org')
    const own = await issueOne(shop.service, { key: 'email:older@example.org' })
    const other = shop.service.wallets.offer(own.id)
    const challenge = query.get('challenge') ?? ''
    expect(shop.service.wallets.isChallenge(offer, challenge)).toBe(true)
    expect(shop.service.wallets.isChallenge(other, challenge)).toBe(false)
    const wallet = await makeWallet('Ed25519Signature2020')
    const bare = await wallet.present({ challenge }, { version: 1 })
    const taken = await wire(shop).post(query.get('vc_request_url') ?? '', bare)
    expect(await json(taken)).toMatchObject({ credentialSubject: { id: wallet.did } })
  })

  test('says that it is in a wallet once it is, and offers it no longer', async () => {
    const { response, text } = await pageFor('text/html')
    expect([response.status, text]).toEqual([200, expect.stringContaining('It is in a wallet')])
    expect(text).not.toContain('interaction:')
    expect(text).not.toContain('lcw.app')
  })
})

describe('two processes over one ledger', () => {
  test('give an offer to one taker', async () => {
    const other = await openShop({ dataDir: shop.dataDir })
    try {
      const award = await issueOne(shop.service, { key: 'email:two@example.org' })
      const { id } = shop.service.wallets.offer(award.id)
      const takers = await Promise.all([makeWallet(), makeWallet()])
      const results = await Promise.allSettled(
        [shop, other].map(({ service }, at) =>
          service.wallets.bind({ id }, { holder: takers[at]?.did ?? '', form: 'ldp_vc' }),
        ),
      )
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(shop.service.ledger.boundCredentials.of(award.id)).toHaveLength(1)
    } finally {
      await other.stop()
    }
  })

  test('give one holder one credential', async () => {
    const other = await openShop({ dataDir: shop.dataDir })
    try {
      const award = await issueOne(shop.service, { key: 'email:same@example.org' })
      const { id } = shop.service.wallets.offer(award.id)
      const taker = { holder: (await makeWallet()).did, form: 'jwt_vc_json' } as const
      const [one, two] = await Promise.all(
        [shop, other].map(({ service }) => service.wallets.bind({ id }, taker)),
      )
      expect(one).toBe(two)
    } finally {
      await other.stop()
    }
  })
})
