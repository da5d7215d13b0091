import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { recipientName, type SignedBadge } from '../../src/credential/open-badge.ts'
import { openClock } from '../support/clock.ts'
import { decided, heldOwn, linkInMemory } from '../support/granted.ts'
import { importLearners } from '../support/importing.ts'
import { openMailServer } from '../support/mail-server.ts'
import { codeOfPromise } from '../support/refused.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

const clock = openClock()
let server: Awaited<ReturnType<typeof openMailServer>>
let shop: Shop
beforeAll(async () => {
  server = await openMailServer()
  const env = { SMTP_URL: `smtp://127.0.0.1:${server.port}`, MAIL_FROM: 'office@example.org' }
  shop = await openShop({ now: clock.now, env })
})
afterAll(async () => {
  await shop.close()
  await server.close()
})

const replace = async (id: string, name: string) => {
  clock.pass()
  await shop.service.corrections.replace(id, { changes: { name }, reason: 'r', by: 'test' })
}
const statusOf = async (text: string) =>
  (await shop.service.verify(Buffer.from(text))).report.status
const holder = 'did:key:z6MkvrvkvD1t5dbHy2pBLzHV6YXQvXzXEYZSK5gvsBkM8Yb7'

describe('what hangs on a credential that is corrected', () => {
  test('an eligibility that rests on it stands, and falls when the credential does', async () => {
    const { service } = shop
    const own = await issueOne(service, { key: 'email:rests@example.org', name: 'Marla' })
    const decision = decided(service, [heldOwn(own)], { id: 'rests' })
    const id = await service.eligibility.issue(decision, linkInMemory(), 'en')
    await replace(own.id, 'Maria')
    expect(await service.eligibility.supports(id)).toMatchObject([{ state: 'standing' }])
    expect(await service.eligibility.recheck()).toMatchObject({ gone: 0, revoked: [] })
    expect(await codeOfPromise(replace(id, 'Maria'))).toBe('not-correctable')
    service.revoke(own.id, 'a test')
    expect((await service.eligibility.recheck()).revoked).toEqual([id])
  })

  test('a copy in a wallet is revoked, and the next one says the new name', async () => {
    const { service } = shop
    const own = await issueOne(service, { key: 'email:wallet@example.org', name: 'Marla' })
    const bind = () =>
      service.wallets.bind(service.wallets.offer(own.id), { holder, form: 'ldp_vc' })
    const before = await bind()
    expect(await statusOf(before)).toBe('active')
    await replace(own.id, 'Maria')
    expect(await statusOf(before)).toBe('revoked')
    const after = await bind()
    expect(await statusOf(after)).toBe('active')
    const { credentialSubject } = JSON.parse(after) as SignedBadge
    expect(recipientName(credentialSubject)).toBe('Maria')
    service.erasure.erase({ credential: own.id }, 'test')
    expect(await statusOf(before)).toBe('revoked')
    const { report } = await service.verify(Buffer.from(after))
    expect(report.findings.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(['status-not-revoked', 'published-erased']),
    )
  })

  test('a letter tells of each correction, once', async () => {
    const { service } = shop
    await importLearners(service, [{ email: 'letters@example.org', name: 'Marla' }])
    await service.issue()
    const learner = service.erasure.learnerOf('letters@example.org')
    const [id = ''] = service.erasure.preview({ learner }).credentials
    const told = () => service.ledger.mails.list({}, 100).filter((mail) => mail.learner === learner)
    const kinds = () =>
      told()
        .map(({ kind }) => kind)
        .sort()
    const first = kinds()
    await replace(id, 'Maria')
    expect(kinds()).toEqual([...first, 'corrected'].sort())
    await service.corrections.replace(id, { changes: { name: 'Maria' }, reason: 'r', by: 'test' })
    expect(kinds()).toEqual([...first, 'corrected'].sort())
    await replace(id, 'Mária')
    expect(kinds()).toEqual([...first, 'corrected', 'corrected'].sort())
    service.erasure.erase({ learner }, 'holder')
    expect(told()).toEqual([])
  })
})
