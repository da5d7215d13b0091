import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { recipientName, type SignedBadge } from '../../src/credential/open-badge.ts'
import { openClock } from '../support/clock.ts'
import { issuerTo } from '../support/new-learners.ts'
import { makeWalletKey, type OpenIdWallet, openWallet } from '../support/openid-wallet.ts'
import { openShop, type Shop } from '../support/shop.ts'

const clock = openClock()
let shop: Shop
let wallet: OpenIdWallet
beforeAll(async () => {
  shop = await openShop({ now: clock.now, env: { CALLS_PER_MINUTE: '100000' } })
  wallet = openWallet(shop)
})
afterAll(() => shop.close())

const issued = issuerTo(() => shop, clock)
const offered = async () => wallet.offered((await issued()).id)
const statusOf = async (reference: string) =>
  (await shop.ask(`/oid4vci/offers/${reference}`, { headers: { accept: 'application/json' } }))
    .status

describe('an award that is erased while a wallet is about to take it', () => {
  const erase = (id: string) => shop.service.erasure.erase({ credential: id }, 'test')

  test('is offered no more, and its code gives nothing', async () => {
    const { credential, reference, code, txCode } = await offered()
    erase(credential)
    expect(await statusOf(reference)).toBe(404)
    const { body } = await wallet.token({ 'pre-authorized_code': code, tx_code: txCode })
    expect(body.error).toBe('invalid_grant')
  })

  test('gives nothing for a token that was given before, nor a second time', async () => {
    const key = makeWalletKey()
    const [before, after] = [await offered(), await offered()]
    const tokens = [await wallet.tokenOf(before), await wallet.tokenOf(after)] as const
    expect((await wallet.fetchWith(tokens[1], key)).status).toBe(200)
    erase(before.credential)
    erase(after.credential)
    for (const token of tokens) {
      const { status, body } = await wallet.fetchWith(token, key)
      expect([status, body.error]).toEqual([401, 'invalid_token'])
    }
  })
})

describe('an award that is corrected while a wallet is about to take it', () => {
  const correct = (id: string) =>
    shop.service.corrections.replace(id, {
      changes: { name: 'Maria Rossi' },
      reason: 'a slip of the keyboard',
      by: 'test',
    })
  const nameIn = (body: { credentials: [{ credential: SignedBadge }] }) =>
    recipientName(body.credentials[0].credential.credentialSubject)

  test('is given corrected, also to who asks again', async () => {
    const key = makeWalletKey()
    const [early, late] = [await offered(), await offered()]
    const tokens = [await wallet.tokenOf(early), await wallet.tokenOf(late)] as const
    const first = await wallet.fetchWith(tokens[0], key)
    clock.pass()
    await correct(early.credential)
    await correct(late.credential)
    const again = await wallet.fetchWith(tokens[0], key)
    const fresh = await wallet.fetchWith(tokens[1], key)
    expect([nameIn(again.body), nameIn(fresh.body)]).toEqual(['Maria Rossi', 'Maria Rossi'])
    expect(nameIn(first.body)).not.toBe('Maria Rossi')
    const old = Buffer.from(JSON.stringify(first.body.credentials[0].credential))
    expect((await shop.service.verify(old)).report.verdict).toBe('invalid')
  })
})
