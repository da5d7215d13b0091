import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { diagnose } from '../../src/service/doctor.ts'
import { bind } from '../../src/wallets/bound.ts'
import { openClock } from '../support/clock.ts'
import { codeOf } from '../support/refused.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { makeWallet, type Wallet } from '../support/wallet.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

const clock = openClock()
let shop: Shop
let wallet: Wallet
let number = 0
beforeAll(async () => {
  shop = await openShop({ now: clock.now })
  wallet = await makeWallet()
})
afterAll(() => shop.close())

const taker = () => ({ holder: wallet.did, form: 'ldp_vc' }) as const
const check = async (text: string) => (await shop.service.verify(Buffer.from(text))).report
const pathOf = (text: string) => String(JSON.parse(text).id).slice(publicUrl.length)

async function taken() {
  number += 1
  const award = await issueOne(shop.service, { key: `email:${number}@example.org`, name: 'Marla' })
  clock.pass()
  const offer = shop.service.wallets.offer(award.id)
  return { award, offer, text: await shop.service.wallets.bind(offer, taker()) }
}

describe('what a wallet holds', () => {
  test('is revoked by a correction, and the wallet gets the corrected one when it asks again', async () => {
    const { award, offer, text } = await taken()
    const approval = { reason: 'a slip', by: 'test', changes: { name: 'Maria' } }
    await shop.service.corrections.replace(award.id, approval)
    clock.pass()
    expect(await check(text)).toMatchObject({ verdict: 'invalid', status: 'revoked' })
    const { ledger } = shop.service
    expect(await json(await shop.ask(`${pathOf(text)}/status.json`))).toMatchObject({
      status: 'revoked',
      reason: 'replaced',
    })
    const again = await shop.service.wallets.bind(offer, taker())
    expect(await check(again)).toMatchObject({ verdict: 'valid', facts: { recipient: 'Maria' } })
    expect(pathOf(again)).not.toBe(pathOf(text))
    expect(ledger.boundCredentials.of(award.id)).toHaveLength(2)
  })

  test('is gone with an erasure, with its offers and whose it was', async () => {
    const { award, offer, text } = await taken()
    shop.service.erasure.erase({ credential: award.id }, 'test')
    for (const suffix of ['', '.json', '.jwt', '/status.json']) {
      const answer = await shop.ask(`${pathOf(text)}${suffix}`)
      expect([suffix, answer.status]).toEqual([suffix, 410])
    }
    const refused = await shop.ask(`${pathOf(text)}.json`, { headers: { accept: 'text/json' } })
    expect(await problemCode(refused)).toBe('credential-erased')
    expect((await shop.ask(offer.url.slice(publicUrl.length))).status).toBe(404)
    expect(codeOf(() => shop.service.wallets.offer(award.id))).toBe('credential-erased')
    const kept = JSON.stringify(shop.service.ledger.boundCredentials.of(award.id))
    expect(kept).not.toContain(wallet.did)
    expect(kept).not.toContain('Marla')
    const { findings } = await check(text)
    expect(findings).toContainEqual(expect.objectContaining({ reason: 'published-erased' }))
  })

  test('is not recorded when the award is erased, or corrected, while it is being signed', async () => {
    const { ledger, issuers, now, corrections, erasure } = shop.service
    const settings = { ledger, signers: issuers, publicUrl: new URL(publicUrl), now }
    const during: Record<string, (id: string) => unknown> = {
      erased: (id) => erasure.erase({ credential: id }, 'test'),
      corrected: (id) =>
        corrections.replace(id, { reason: 'a slip', by: 'test', changes: { name: 'Maria' } }),
      revoked: (id) => shop.service.revoke(id, 'a test'),
    }
    for (const [what, work] of Object.entries(during)) {
      number += 1
      const award = await issueOne(shop.service, { key: `email:${number}@example.org` })
      clock.pass()
      const { id } = shop.service.wallets.offer(award.id)
      let isDone = false
      const verify = async () => {
        if (!isDone) await work(award.id)
        isDone = true
        return { verdict: 'valid' as const, reasons: [] }
      }
      await expect(bind(id, taker(), { ...settings, verify })).rejects.toMatchObject({
        code: 'offer-ended',
      })
      const signed = ledger.boundCredentials.of(award.id).map((bound) => [what, bound.signed])
      expect(signed).toEqual([[what, null]])
      clock.pass()
    }
  })

  test('is in order to doctor, whatever became of the awards', async () => {
    const found = await diagnose(shop.service, true)
    expect(found.filter(({ isFine }) => !isFine)).toEqual([])
    expect(found.find(({ check }) => check === 'wallets')?.detail).toMatch(/^\d+ credentials bound/)
  })
})
