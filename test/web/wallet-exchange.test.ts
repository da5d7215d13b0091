import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eraseOld } from '../../src/service/erase-old.ts'
import { verifyByReference } from '../interop/reference-verifier.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { makeWallet, type Wallet, type WalletSuite, wire } from '../support/wallet.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

const env = { CALLS_PER_MINUTE: '100000' }
let shop: Shop
let wallet: Wallet
let number = 0
beforeAll(async () => {
  shop = await openShop({ env })
  wallet = await makeWallet()
})
afterAll(() => shop.close())

const freshAward = () => {
  number += 1
  return issueOne(shop.service, { key: `email:${number}@example.org`, name: 'Ģirts Щърбаков' })
}

/** An offer of an award of its own, and its exchange. */
async function freshOffer() {
  const award = await freshAward()
  const { url, id } = shop.service.wallets.offer(award.id)
  return { award, url, id, exchange: await wire(shop).exchange(url) }
}

const refused = async (response: Response) => [response.status, await problemCode(response)]

describe('a wallet that scans the code', () => {
  test.each<[WalletSuite, number]>([
    ['eddsa-rdfc-2022', 2],
    ['eddsa-rdfc-2022', 1],
    ['ecdsa-rdfc-2019', 2],
    ['Ed25519Signature2020', 2],
    ['Ed25519Signature2020', 1],
  ])('with %s and data model %d gets a credential about its own DID', async (suite, version) => {
    const own = await makeWallet(suite)
    const { award, url } = await freshOffer()
    const credential = await wire(shop).take(url, own, { version })
    const { id, credentialSubject, credentialStatus } = JSON.parse(award.signed)
    expect(credential.credentialSubject).toEqual({ ...credentialSubject, id: own.did })
    expect(credential.id).toMatch(/^https:\/\/badges\.example\.org\/c\/[0-9a-z]{26}$/)
    expect(credential.id).not.toBe(id)
    expect(credential.credentialStatus.id).not.toBe(credentialStatus.id)
    expect(await verifyByReference(credential, wire(shop).get)).toMatchObject({ verified: true })
  })

  test('is asked for its DID as VCALM has it', async () => {
    const { exchange } = await freshOffer()
    const { query, challenge, domain, interact } = await wire(shop).request(exchange)
    expect(query).toEqual([
      {
        type: 'DIDAuthentication',
        acceptedMethods: [{ method: 'key' }, { method: 'jwk' }],
        acceptedCryptosuites: expect.arrayContaining([{ cryptosuite: 'eddsa-rdfc-2022' }]),
      },
    ])
    expect(challenge).toMatch(/^[0-9a-z]{52}$/)
    expect(domain).toBe(publicUrl)
    expect(interact.service[0].serviceEndpoint).toBe(exchange)
  })

  test('may begin with an empty body, and ask for the protocols at the exchange', async () => {
    const { exchange, url } = await freshOffer()
    const begun = await json(await wire(shop).post(exchange, ''))
    expect(begun).toHaveProperty('verifiablePresentationRequest.challenge')
    const listed = await wire(shop).protocols(`${exchange}/protocols`)
    expect(listed).toEqual(await wire(shop).protocols(url))
  })

  test('gets the same credential when it asks again, and nothing is made twice', async () => {
    const { award, url } = await freshOffer()
    const first = await wire(shop).take(url, wallet)
    expect(await wire(shop).take(url, wallet)).toEqual(first)
    expect(shop.service.ledger.boundCredentials.of(award.id)).toHaveLength(1)
  })

  test('gets it from another offer too, while the award stands', async () => {
    const { award, url } = await freshOffer()
    const first = await wire(shop).take(url, wallet)
    const second = shop.service.wallets.offer(award.id)
    expect(await wire(shop).take(second.url, wallet)).toEqual(first)
  })

  test('of the years before exchanges sends its presentation at once, without a domain', async () => {
    const { award, id, exchange } = await freshOffer()
    const challenge = shop.service.wallets.challenge({ id })
    const bare = await wallet.present({ challenge })
    const credential = await json<{ credentialSubject: { id: string } }>(
      await wire(shop).post(exchange, bare),
    )
    expect(credential.credentialSubject.id).toBe(wallet.did)
    expect(shop.service.ledger.boundCredentials.of(award.id)).toHaveLength(1)
  })

  test('that is a web page is let in from any origin', async () => {
    const { exchange } = await freshOffer()
    const path = exchange.slice(publicUrl.length)
    const asked = await shop.ask(path, { method: 'OPTIONS' })
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST')
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('an exchange', () => {
  test('survives a restart between the request and the presentation', async () => {
    const { url, exchange } = await freshOffer()
    const request = await wire(shop).request(exchange)
    await shop.stop()
    shop = await openShop({ env, dataDir: shop.dataDir })
    const verifiablePresentation = await wallet.present(request)
    const answer = await wire(shop).post(exchange, { verifiablePresentation })
    expect([answer.status, await wire(shop).take(url, wallet)]).toEqual([
      200,
      expect.objectContaining({ credentialSubject: expect.anything() }),
    ])
  })

  test('takes a challenge once', async () => {
    const { exchange } = await freshOffer()
    const verifiablePresentation = await wallet.present(await wire(shop).request(exchange))
    expect((await wire(shop).post(exchange, { verifiablePresentation })).status).toBe(200)
    const again = await wire(shop).post(exchange, { verifiablePresentation })
    expect(await refused(again)).toEqual([422, 'challenge-unknown'])
  })

  test('refuses a challenge that it did not give, or gave for another offer', async () => {
    const { exchange } = await freshOffer()
    const other = await wire(shop).request((await freshOffer()).exchange)
    for (const challenge of ['made-up', other.challenge, `${'0'.repeat(52)}`]) {
      const verifiablePresentation = await wallet.present({ challenge, domain: publicUrl })
      const answer = await wire(shop).post(exchange, { verifiablePresentation })
      expect(await refused(answer)).toEqual([422, 'challenge-unknown'])
    }
  })

  test('refuses a presentation that was signed for somebody else', async () => {
    const { exchange } = await freshOffer()
    const { challenge } = await wire(shop).request(exchange)
    for (const domain of ['https://other.example', undefined]) {
      const verifiablePresentation = await wallet.present({
        challenge,
        ...(domain === undefined ? {} : { domain }),
      })
      const answer = await wire(shop).post(exchange, { verifiablePresentation })
      expect(await refused(answer)).toEqual([422, 'holder-unproven'])
    }
    const bare = await wallet.present({ challenge, domain: 'https://other.example' })
    expect(await refused(await wire(shop).post(exchange, bare))).toEqual([422, 'holder-unproven'])
  })

  test('refuses a holder who did not sign, a changed presentation, and one without a proof', async () => {
    const { exchange } = await freshOffer()
    const request = await wire(shop).request(exchange)
    const other = await makeWallet()
    const stolen = await wallet.present(request, { holder: other.did })
    const signed = await wallet.present(request)
    const changed = { ...signed, id: 'urn:uuid:9c9a36f8-518f-4976-a934-6649502d0008' }
    for (const verifiablePresentation of [stolen, changed]) {
      const answer = await wire(shop).post(exchange, { verifiablePresentation })
      expect(await refused(answer)).toEqual([422, 'holder-unproven'])
    }
    const { proof: _, ...unsigned } = signed
    const answer = await wire(shop).post(exchange, { verifiablePresentation: unsigned })
    expect(await refused(answer)).toEqual([422, 'challenge-unknown'])
  })

  test('refuses a holder whose key is not in the DID', async () => {
    const { exchange, award } = await freshOffer()
    const request = await wire(shop).request(exchange)
    const signed = JSON.stringify(await wallet.present(request))
    const moved = JSON.parse(signed.replaceAll(wallet.did, 'did:web:learner.example'))
    const answer = await wire(shop).post(exchange, { verifiablePresentation: moved })
    expect(await refused(answer)).toEqual([422, 'holder-unsupported'])
    expect(shop.service.ledger.boundCredentials.of(award.id)).toEqual([])
  })

  test.each<[string, unknown, number]>([
    ['no JSON', '{', 422],
    ['a list', [], 400],
    ['a number for a presentation', { verifiablePresentation: 4 }, 400],
    ['a text for a presentation', { verifiablePresentation: 'hello' }, 422],
    [
      'a credential for a presentation',
      { verifiablePresentation: { type: ['VerifiableCredential'] } },
      422,
    ],
  ])('refuses %s', async (_, body, status) => {
    const { exchange } = await freshOffer()
    const answer = await wire(shop).post(exchange, body)
    expect(answer.status).toBe(status)
    await problemCode(answer)
  })

  test('gives an offer to one of two who take it at once', async () => {
    const { award, exchange } = await freshOffer()
    const takers = await Promise.all([makeWallet(), makeWallet(), makeWallet()])
    const answers = await Promise.all(
      takers.map(async (taker) => {
        const verifiablePresentation = await taker.present(await wire(shop).request(exchange))
        return wire(shop).post(exchange, { verifiablePresentation })
      }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(shop.service.ledger.boundCredentials.of(award.id)).toHaveLength(1)
    const late = await makeWallet()
    const verifiablePresentation = await late.present(await wire(shop).request(exchange))
    const answer = await wire(shop).post(exchange, { verifiablePresentation })
    expect(await refused(answer)).toEqual([409, 'offer-taken'])
  })

  test('ends with ten wrong proofs', async () => {
    const { exchange } = await freshOffer()
    const wrong = { verifiablePresentation: await wallet.present({ challenge: 'x' }) }
    for (let count = 0; count < 10; count += 1)
      expect((await wire(shop).post(exchange, wrong)).status).toBe(422)
    expect(await refused(await wire(shop).post(exchange, {}))).toEqual([410, 'offer-ended'])
  })

  test('left no fault behind in any of this', () => {
    expect(shop.faults).toEqual([])
  })
})

describe('an offer', () => {
  test('ends after 15 minutes, for the page, the protocols and the exchange', async () => {
    let now = new Date()
    const own = await openShop({ env, now: () => now })
    try {
      const award = await issueOne(own.service)
      const { url } = own.service.wallets.offer(award.id)
      const exchange = await wire(own).exchange(url)
      const path = url.slice(publicUrl.length)
      now = new Date(now.getTime() + 14 * 60_000)
      expect((await own.ask(path)).status).toBe(200)
      now = new Date(now.getTime() + 61_000)
      const page = await own.ask(path)
      expect([page.status, await page.text()]).toEqual([410, expect.stringContaining('has ended')])
      const listed = await own.ask(path, { headers: { accept: 'application/json' } })
      expect(await refused(listed)).toEqual([410, 'offer-ended'])
      expect(await refused(await wire(own).post(exchange, {}))).toEqual([410, 'offer-ended'])
      now = new Date(now.getTime() + 25 * 60 * 60_000)
      eraseOld(own.service)
      expect((await own.ask(path)).status).toBe(404)
    } finally {
      await own.close()
    }
  })

  test('ends when a new one is made, and when its award is revoked', async () => {
    const { award, exchange } = await freshOffer()
    const second = shop.service.wallets.offer(award.id)
    expect(await refused(await wire(shop).post(exchange, {}))).toEqual([410, 'offer-ended'])
    const newer = await wire(shop).exchange(second.url)
    shop.service.revoke(award.id, 'a test')
    expect(await refused(await wire(shop).post(newer, {}))).toEqual([410, 'offer-ended'])
    expect(() => shop.service.wallets.offer(award.id)).toThrow('revoked')
  })

  test('is found by nobody who lacks its secret', async () => {
    const { id } = await freshOffer()
    for (const reference of [id, `${id}${'0'.repeat(26)}`, 'x', `${'0'.repeat(52)}`]) {
      expect((await shop.ask(`/wallets/${reference}?iuv=1`)).status).toBe(404)
      expect((await wire(shop).post(`${publicUrl}/vc-api/exchanges/${reference}`, {})).status).toBe(
        404,
      )
    }
  })

  test('keeps its link and its code over a restart', async () => {
    const award = await freshAward()
    const { id, url, txCode } = shop.service.wallets.offer(award.id)
    expect(txCode).toMatch(/^\d{6}$/)
    await shop.stop()
    shop = await openShop({ env, dataDir: shop.dataDir })
    expect(shop.service.wallets.txCode({ id })).toBe(txCode)
    expect((await shop.ask(url.slice(publicUrl.length))).status).toBe(200)
  })
})
