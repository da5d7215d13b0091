import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { signedWith } from '../../src/issuing/signed-with.ts'
import { makeMissingKeys, retireKey } from '../../src/proof/issuer-keys.ts'
import { diagnose } from '../../src/service/doctor.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openClock } from '../support/clock.ts'
import { codeOfPromise as refusal } from '../support/refused.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { makeWallet } from '../support/wallet.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

const clock = openClock()
let shop: Shop
let number = 0
beforeAll(async () => {
  shop = await openShop({ now: clock.now })
})
afterAll(() => shop.close())

const issue = () => {
  number += 1
  return issueOne(shop.service, { key: `email:${number}@example.org`, name: `Learner ${number}` })
}
const activeKid = async (algorithm: 'Ed25519' | 'ES256') =>
  (await shop.service.keyring.current()).signer(algorithm).key.kid
const steal = async (kid: string) => {
  const { settings } = shop.service.keyring
  retireKey(settings, kid, { state: 'compromised', now: shop.service.now() })
  await makeMissingKeys(settings, shop.service.now())
}
const check = async (text: string) => (await shop.service.verify(Buffer.from(text))).report
const now = (id: string) => shop.service.issued(id) as IssuedRecord
const by = 'test'

describe.each(['Ed25519', 'ES256'] as const)('when the %s key is stolen', (algorithm) => {
  let kid: string
  let before: IssuedRecord[]
  let revoked: IssuedRecord
  let copy: string
  let spared: string
  beforeAll(async () => {
    kid = await activeKid(algorithm)
    before = [await issue(), await issue()]
    revoked = await issue()
    shop.service.revoke(revoked.id, 'a test', 'issued-in-error')
    clock.pass()
    const take = async (id: string) => {
      const holder = (await makeWallet()).did
      return shop.service.wallets.bind(shop.service.wallets.offer(id), { holder, form: 'ldp_vc' })
    }
    copy = await take(before[0]?.id ?? '')
    await steal(kid)
    clock.pass()
    spared = await take(before[0]?.id ?? '')
    await issue()
    await shop.service.reissues.run({ kid, by })
    clock.pass()
  })

  test('each keeps its id, its day and what it says, with new keys, status and start', () => {
    for (const old of before) {
      const next = now(old.id)
      const [was, is] = [old, next].map(({ signed }) => JSON.parse(signed) as SignedBadge)
      const { proof: _a, validFrom: from, credentialStatus: _b, ...rest } = was as SignedBadge
      expect(is).toMatchObject(rest)
      expect(Date.parse(String(is?.validFrom))).toBeGreaterThan(Date.parse(from))
      expect(`${next.statusList} ${next.statusIndex}`).not.toBe(
        `${old.statusList} ${old.statusIndex}`,
      )
      expect(signedWith(next)).not.toContain(kid)
      expect(signedWith(old)).toContain(kid)
    }
  })

  test('each new version is valid in both forms, and the service finds nothing wrong with itself', async () => {
    for (const { id } of before)
      for (const text of [now(id).signed, now(id).jwt])
        expect(await check(text)).toMatchObject({ verdict: 'valid', status: 'active' })
    expect((await diagnose(shop.service)).filter(({ isFine }) => !isFine)).toEqual([])
  })

  test('the old file that it signed reads "key compromised", and where the one that counts is', async () => {
    for (const old of before) {
      const text = algorithm === 'Ed25519' ? old.signed : old.jwt
      const report = await check(text)
      expect(report).toMatchObject({ verdict: 'invalid', status: 'revoked', facts: {} })
      expect(report.findings.filter(({ outcome }) => outcome === 'failed')).toEqual([
        expect.objectContaining({ reason: 'issuer-key-compromised' }),
        expect.objectContaining({ reason: 'published-newer' }),
      ])
      expect(report.replacement).toMatchObject({ url: `${publicUrl}/c/${old.id}`, changed: [] })
      const form = new FormData()
      form.set('text', text)
      const page = await (await shop.ask('/verify', { method: 'POST', body: form })).text()
      expect(page).toContain('signed it anew with another key')
      expect(page).toContain(`href="${publicUrl}/c/${old.id}"`)
    }
  })

  test('the old file in the other form, whose key is sound, reads "replaced"', async () => {
    const text = algorithm === 'Ed25519' ? before[0]?.jwt : before[0]?.signed
    expect(await check(text ?? '')).toMatchObject({ verdict: 'invalid', status: 'replaced' })
  })

  test('its address tells that it was signed anew, and why', async () => {
    const path = `/c/${before[0]?.id}`
    expect(await json(await shop.ask(`${path}/status.json`))).toMatchObject({
      status: 'active',
      replaced: [{ reason: 'key-compromised' }],
    })
    const page = await (await shop.ask(path, { headers: { accept: 'text/html' } })).text()
    expect(page).toContain('Signed anew on')
    expect(page).not.toContain('Corrected on')
  })

  test('what was revoked stays revoked and is not signed anew', () => {
    expect(now(revoked.id)).toMatchObject({
      signed: revoked.signed,
      statusIndex: revoked.statusIndex,
    })
    expect(now(revoked.id).revocationCode).toBe('issued-in-error')
  })

  test('a copy in a wallet that it signed is revoked for this; one that it did not sign stays', async () => {
    const pathOf = (text: string) => (JSON.parse(text) as { id: string }).id.slice(publicUrl.length)
    expect(await json(await shop.ask(`${pathOf(copy)}/status.json`))).toMatchObject({
      status: 'revoked',
      reason: 'key-compromised',
    })
    expect(await json(await shop.ask(`${pathOf(spared)}/status.json`))).toMatchObject({
      status: 'active',
    })
  })

  test('the same command again finds nothing to do', async () => {
    const { ledger } = shop.service
    const count = () => ledger.reissues.count('done')
    const done = count()
    expect(await shop.service.reissues.run({ kid, by })).toMatchObject({ left: 0, boundLeft: 0 })
    expect(count()).toBe(done)
  })
})

describe('signing anew what a key signed', () => {
  test('is refused for a key that signs, and for one that there is not', async () => {
    const kid = await activeKid('Ed25519')
    const run = (each: string) => shop.service.reissues.run({ kid: each, by })
    expect(await refusal(run(kid))).toBe('key-in-use')
    expect(await refusal(run('ed25519-nobody'))).toBe('key-not-found')
  })

  test('is refused while there is no other key to sign with, and nothing is reserved then', async () => {
    const one = await issue()
    const { settings } = shop.service.keyring
    const kid = await activeKid('Ed25519')
    retireKey(settings, kid, { state: 'compromised', now: shop.service.now() })
    expect(await refusal(shop.service.reissues.run({ kid, by }))).toBe('key-unusable')
    expect(shop.service.ledger.reissues.inState(one.id, 'reserved')).toBeUndefined()
    await makeMissingKeys(settings, shop.service.now())
    clock.pass()
    expect(await shop.service.reissues.run({ kid, by })).toMatchObject({ left: 0 })
    expect(signedWith(now(one.id))).not.toContain(kid)
  })

  test('over HTTP is for administrators, answers at once and tells how far it is', async () => {
    const one = await issue()
    const kid = await activeKid('ES256')
    const path = `/api/keys/${kid}/reissue`
    const post = (token?: string) => shop.ask(path, { method: 'POST', ...(token && { token }) })
    expect((await post()).status).toBe(401)
    expect((await post(shop.token('issuer'))).status).toBe(403)
    expect(await problemCode(await post(adminToken))).toBe('key-in-use')
    await steal(kid)
    clock.pass()
    const begun = await post(adminToken)
    expect(begun.status).toBe(202)
    expect(begun.headers.get('location')).toBe(path)
    const told = () => shop.ask(path, { token: adminToken }).then((answer) => json(answer))
    while ((await told()).isRunning) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await told()).toMatchObject({ kid, left: 0, reissued: expect.any(Number) })
    expect(signedWith(now(one.id))).not.toContain(kid)
    expect((await told()).endedAt).not.toBeNull()
  })
})

describe('one credential', () => {
  test('can be signed anew for another reason, with what the catalogue says today', async () => {
    const one = await issue()
    clock.pass()
    const order = { credential: one.id, reason: 'replaced', texts: 'of-today', by } as const
    expect(await shop.service.reissues.one(order)).toMatchObject({ state: 'done' })
    clock.pass()
    expect(await check(one.signed)).toMatchObject({ status: 'replaced' })
    expect(await check(now(one.id).signed)).toMatchObject({ verdict: 'valid' })
  })

  test('that is revoked or unknown is refused', async () => {
    const one = await issue()
    shop.service.revoke(one.id, 'a test')
    const order = (credential: string) =>
      shop.service.reissues.one({ credential, reason: 'replaced', texts: 'as-signed', by })
    expect(await refusal(order(one.id))).toBe('already-revoked')
    expect(await refusal(order('0'.repeat(26)))).toBe('credential-not-found')
  })

  test('is not corrected while it is being signed anew', async () => {
    const one = await issue()
    const { ledger } = shop.service
    // It begins in the next second, so it is still reserved.
    const order = { credential: one.id, reason: 'replaced', texts: 'as-signed', by } as const
    expect(await shop.service.reissues.one(order)).toMatchObject({ state: 'reserved' })
    const approval = { changes: { name: 'Another' }, reason: 'a test', by }
    expect(await refusal(shop.service.corrections.replace(one.id, approval))).toBe(
      'correction-under-way',
    )
    clock.pass()
    expect((await shop.service.issue()).reissued).toBe(1)
    expect(ledger.reissues.inState(one.id, 'reserved')).toBeUndefined()
    clock.pass()
    expect(await check(now(one.id).jwt)).toMatchObject({ verdict: 'valid' })
  })
})
