import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { recipientName, type SignedBadge } from '../../src/credential/open-badge.ts'
import { bitsWith, decodeBits } from '../../src/credential/status-list.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openClock } from '../support/clock.ts'
import { issuerTo } from '../support/new-learners.ts'
import { codeOf, codeOfPromise } from '../support/refused.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { award, issueOne, reserve } from '../support/workshop.ts'

const clock = openClock()
let shop: Shop
beforeAll(async () => {
  shop = await openShop({ now: clock.now })
})
afterAll(() => shop.close())

const issued = issuerTo(() => shop, clock)

const badgeOf = ({ signed }: IssuedRecord) => JSON.parse(signed) as SignedBadge
const now = (id: string): IssuedRecord => {
  const record = shop.service.issued(id)
  if (!record) throw new Error('not issued')
  return record
}
const approval = { reason: 'a slip of the keyboard', by: 'test' }
const replace = (id: string, changes: object, more: object = {}) =>
  shop.service.corrections.replace(id, { changes, ...approval, ...more })
const check = async (text: string) => (await shop.service.verify(Buffer.from(text))).report

async function bits(list: number) {
  const text = (await shop.service.published(`/status/${list}`))?.text ?? '{}'
  const { credentialSubject } = JSON.parse(text) as { credentialSubject: { encodedList: string } }
  return decodeBits(credentialSubject.encodedList) ?? bitsWith([])
}
const isSet = async ({ statusList, statusIndex }: IssuedRecord) =>
  (((await bits(statusList))[statusIndex >> 3] ?? 0) & (0x80 >> (statusIndex & 7))) !== 0

describe('a correction', () => {
  test('keeps id, subject and day, and has a newer start, another index and the new name', async () => {
    const before = await issued({ name: 'Marla Rosi' })
    await replace(before.id, { name: 'Maria Rossi' })
    const after = now(before.id)
    const [old, corrected] = [badgeOf(before), badgeOf(after)]
    expect(corrected.id).toBe(old.id)
    expect(corrected.awardedDate).toBe(old.awardedDate)
    expect(corrected.credentialSubject.id).toBe(old.credentialSubject.id)
    expect(Date.parse(corrected.validFrom)).toBeGreaterThan(Date.parse(old.validFrom))
    expect(corrected.credentialStatus?.id).not.toBe(old.credentialStatus?.id)
    expect(recipientName(corrected.credentialSubject)).toBe('Maria Rossi')
    expect(after.jwt).not.toBe(before.jwt)
    expect([await isSet(before), await isSet(after)]).toEqual([true, false])
  })

  test('changes nothing else', async () => {
    const before = await issued({ name: 'Marla Rosi' })
    await replace(before.id, { name: 'Maria Rossi' })
    const bare = (record: IssuedRecord) => {
      const {
        proof: _p,
        validFrom: _v,
        credentialStatus: _s,
        credentialSubject,
        ...rest
      } = badgeOf(record)
      const { identifier: _i, ...subject } = credentialSubject
      return { ...rest, subject }
    }
    expect(bare(now(before.id))).toEqual(bare(before))
  })

  test('is valid itself, and what it replaces reads replaced, with the day, the fact and the way to it', async () => {
    const before = await issued({ name: 'Marla Rosi' })
    await replace(before.id, { name: 'Maria Rossi' })
    const after = now(before.id)
    for (const text of [after.signed, after.jwt])
      expect(await check(text)).toMatchObject({ verdict: 'valid', status: 'active' })
    for (const text of [before.signed, before.jwt]) {
      const report = await check(text)
      expect(report).toMatchObject({
        verdict: 'invalid',
        status: 'replaced',
        answers: { genuine: 'yes', current: 'no' },
        replacement: {
          url: badgeOf(after).id,
          since: badgeOf(after).validFrom,
          changed: ['recipient'],
        },
      })
      expect(JSON.stringify(report)).not.toContain('Maria Rossi')
      const reasons = report.findings.map(({ reason }) => reason)
      expect(reasons).toEqual(expect.arrayContaining(['status-revoked', 'published-newer']))
    }
  })

  test('of a score decides anew on the distinction, both ways', async () => {
    const before = await issued({
      results: [
        { kind: 'score', percent: 62 },
        { kind: 'hours', hours: 72 },
      ],
    })
    const results = () =>
      badgeOf(now(before.id)).credentialSubject.result?.map(({ value }) => value)
    await replace(before.id, { score: 96.04 })
    expect(results()).toEqual(['96', '72', 'with distinction'])
    clock.pass()
    await replace(before.id, { score: 62 })
    expect(results()).toEqual(['62', '72'])
  })

  test('of the day says so', async () => {
    const before = await issued({ awardedOn: '2026-11-20' })
    await replace(before.id, { awardedOn: '2026-11-19' })
    expect(badgeOf(now(before.id)).awardedDate).toBe('2026-11-19T00:00:00Z')
    const report = await check(before.signed)
    expect(report.replacement?.changed).toEqual(['awardedDate'])
  })

  test('can be corrected again; each earlier version stays replaced', async () => {
    const first = await issued({ name: 'A One' })
    await replace(first.id, { name: 'A Two' })
    const second = now(first.id)
    clock.pass()
    await replace(first.id, { name: 'A Three' })
    for (const older of [first, second]) expect((await check(older.signed)).status).toBe('replaced')
    expect((await check(now(first.id).signed)).verdict).toBe('valid')
    expect(shop.service.ledger.versions.superseded(first.id)).toHaveLength(2)
  })

  test('made within the second of the version before waits for the next one', async () => {
    const before = await issueOne(shop.service, { key: 'email:quick@example.org', name: 'Qick' })
    setTimeout(() => clock.pass(1), 300)
    await replace(before.id, { name: 'Quick' })
    expect((await check(now(before.id).signed)).verdict).toBe('valid')
  })

  test('makes the name the learner goes by', async () => {
    const key = 'email:goes-by@example.org'
    const before = await issued({ key, name: 'Marla Rosi' })
    await replace(before.id, { name: 'Maria Rossi' })
    const again = async (name: string) =>
      (await reserve(shop.service, [award({ key, name })]))[0]?.outcome
    expect(await again('Maria Rossi')).toBe('already-issued')
    expect(await again('Marla Rosi')).toBe('differs-from-issued')
  })

  test('of a score is what the next import finds as well', async () => {
    const hours = { kind: 'hours', hours: 72 } as const
    const key = 'email:scored@example.org'
    const before = await issued({ key, results: [{ kind: 'score', percent: 80 }, hours] })
    await replace(before.id, { score: 88.5 })
    const results = [{ kind: 'score', percent: 88.5 } as const, hours]
    const [again] = await reserve(shop.service, [award({ key, results })])
    expect(again?.outcome).toBe('already-issued')
  })

  test('made everywhere puts the name into everything of the learner', async () => {
    const key = 'email:many@example.org'
    const one = await issued({ key, name: 'Ana Petrova' })
    const two = await issued({ key, name: 'Ana Petrova', run: '2025-1' })
    const revoked = await issued({ key, name: 'Ana Petrova', run: '2024-1' })
    shop.service.revoke(revoked.id, 'a test')
    const made = await replace(one.id, { name: 'Anna Petrova' }, { isEverywhere: true })
    expect(made.map(({ credential }) => credential)).toEqual([one.id, two.id])
    expect(recipientName(badgeOf(now(two.id)).credentialSubject)).toBe('Anna Petrova')
  })
})

describe('the same correction twice', () => {
  test('makes one', async () => {
    const { id } = await issued({ name: 'Marla' })
    const [first] = await replace(id, { name: 'Maria' })
    const version = now(id)
    clock.pass()
    const [again] = await replace(id, { name: 'Maria' })
    expect(again).toEqual(first)
    expect(now(id)).toEqual(version)
  })

  test('at once makes one', async () => {
    const { id } = await issued({ name: 'Marla' })
    const made = await Promise.all([replace(id, { name: 'Maria' }), replace(id, { name: 'Maria' })])
    expect(made[0]?.[0]?.id).toBe(made[1]?.[0]?.id)
    expect(shop.service.ledger.versions.superseded(id)).toHaveLength(1)
  })

  test('of two that differ, one at a time', async () => {
    const { id } = await issued({ name: 'Marla' })
    const first = replace(id, { name: 'Maria' })
    expect(await codeOfPromise(replace(id, { name: 'Marta' }))).toBe('correction-under-way')
    await first
    expect(recipientName(badgeOf(now(id)).credentialSubject)).toBe('Maria')
  })
})

describe('what is not corrected', () => {
  test('is what says that already', async () => {
    const { id } = await issued({ name: 'Maria Rossi' })
    expect(await codeOfPromise(replace(id, { name: '  Maria   Rossi ' }))).toBe(
      'nothing-to-correct',
    )
    expect(await codeOfPromise(replace(id, {}))).toBe('bad-request')
  })
  test('is what was revoked, never issued, or is not known', async () => {
    const { id } = await issued()
    shop.service.revoke(id, 'a test')
    expect(await codeOfPromise(replace(id, { name: 'Another' }))).toBe('already-revoked')
    expect(await codeOfPromise(replace('x'.repeat(26), { name: 'A' }))).toBe('credential-not-found')
    const [reserved] = await reserve(shop.service, [award({ key: 'email:later@example.org' })])
    const pending = reserved?.credential ?? ''
    expect(await codeOfPromise(replace(pending, { name: 'A' }))).toBe('credential-not-issued')
    await shop.service.issue()
  })
  test('is a score where none is earned', async () => {
    const { id } = await issued({ achievement: 'mooc-participation', results: [] })
    expect(await codeOfPromise(replace(id, { score: 90 }))).toBe('not-correctable')
  })
  test('is anything without a reason', async () => {
    const { id } = await issued()
    expect(await codeOfPromise(replace(id, { name: 'A' }, { reason: ' ' }))).toBe('reason-missing')
  })
  test.each([
    { name: '\u202e' },
    { name: 'x'.repeat(201) },
    { score: 101 },
    { score: Number.NaN },
    { awardedOn: '2026-13-01' },
    { awardedOn: '2199-01-01' },
    { awardedOn: '1/2/2026' },
  ])('is into nonsense: %j', async (changes) => {
    const { id } = await issued()
    expect(await codeOfPromise(replace(id, changes))).toBe('bad-request')
  })
})

describe('a wish', () => {
  test('waits until it is approved, and is told to whoever asked', async () => {
    const { id } = await issued({ name: 'Marla' })
    const asked = shop.service.corrections.ask(id, { name: 'Maria', note: 'my passport says so' })
    expect(asked).toMatchObject({ state: 'asked', askedBy: 'holder', wish: { name: 'Maria' } })
    expect(recipientName(badgeOf(now(id)).credentialSubject)).toBe('Marla')
    await replace(id, { name: 'Maria' }, { correction: asked.id })
    expect(shop.service.corrections.of(id)).toMatchObject([
      { id: asked.id, state: 'done', changes: { name: 'Maria' }, settledBy: 'test' },
    ])
  })

  test('is declined with an answer, once', async () => {
    const { id } = await issued({ name: 'Marla' })
    const asked = shop.service.corrections.ask(id, { note: 'I want a better grade' })
    const decline = (answer: string) => shop.service.corrections.decline(asked.id, answer, 'test')
    expect(codeOf(() => decline(''))).toBe('reason-missing')
    expect(decline('The grade is as the examiners gave it.').state).toBe('declined')
    expect(decline('The grade is as the examiners gave it.').state).toBe('declined')
    expect(codeOf(() => decline('Another answer'))).toBe('correction-settled')
    expect(await codeOfPromise(replace(id, { name: 'M' }, { correction: asked.id }))).toBe(
      'correction-settled',
    )
    expect(shop.service.corrections.of(id)[0]?.answer).toContain('examiners')
  })

  test('asked again is the same one; another waits for its answer', async () => {
    const { id } = await issued({ name: 'Marla' })
    const first = shop.service.corrections.ask(id, { name: 'Maria' })
    expect(shop.service.corrections.ask(id, { name: 'Maria' })).toEqual(first)
    expect(codeOf(() => shop.service.corrections.ask(id, { name: 'Mara' }))).toBe(
      'correction-under-way',
    )
  })

  test('says something', async () => {
    const { id } = await issued()
    for (const wish of [{}, { note: ' ' }, { name: '' }, { note: 'x'.repeat(2_001) }])
      expect(codeOf(() => shop.service.corrections.ask(id, wish))).toBe('bad-request')
  })

  test('stays open while the operator corrects something else', async () => {
    const { id } = await issued({ name: 'Marla' })
    const asked = shop.service.corrections.ask(id, { name: 'Maria' })
    await replace(id, { score: 91 })
    expect(shop.service.corrections.one(asked.id).state).toBe('asked')
    clock.pass()
    await replace(id, { name: 'Maria' }, { correction: asked.id })
    expect(badgeOf(now(id)).credentialSubject.result?.[0]?.value).toBe('91')
  })
})

describe('over HTTP', () => {
  const post = (path: string, body: object, token = adminToken) =>
    shop.ask(path, { method: 'POST', body: JSON.stringify(body), token })

  test('a credential is corrected; page, files and status tell at once', async () => {
    const before = await issued({ name: 'Marla Rosi' })
    const pdf = Buffer.from(await (await shop.ask(`/c/${before.id}.pdf`)).arrayBuffer())
    const answer = await post(`/api/credentials/${before.id}/replace`, {
      name: 'Maria Rossi',
      reason: 'typing error',
    })
    expect(answer.status).toBe(200)
    expect(await json(answer)).toMatchObject({ status: 'active', correction: expect.any(String) })
    expect(await json(await shop.ask(`/c/${before.id}/status.json`))).toMatchObject({
      status: 'active',
      correctedAt: expect.any(String),
      replaced: [{ replacedAt: expect.any(String), reason: 'replaced' }],
    })
    const page = await (await shop.ask(`/c/${before.id}?lang=en`)).text()
    expect(page).toContain('Maria Rossi')
    expect(page).toContain('Corrected on')
    expect(page).not.toContain('Marla')
    const later = Buffer.from(await (await shop.ask(`/c/${before.id}.pdf`)).arrayBuffer())
    expect(later.equals(pdf)).toBe(false)
    const form = new FormData()
    form.set('file', new Blob([pdf]), 'certificate.pdf')
    const report = await (await shop.ask('/verify?lang=en', { method: 'POST', body: form })).text()
    expect(report).toContain('Replaced on 27 November 2026')
    expect(report).toContain('Because this was corrected: the name.')
    expect(report).toContain(`href="https://badges.example.org/c/${before.id}"`)
  })

  test('is done only by issuers, in their courses', async () => {
    const { id } = await issued()
    const path = `/api/credentials/${id}/replace`
    const body = { name: 'Another', reason: 'r' }
    expect(await problemCode(await post(path, body, ''))).toBe('unauthorised')
    expect(await problemCode(await post(path, body, shop.token('provider')))).toBe('forbidden')
    expect(await problemCode(await post(path, body, shop.token('issuer', ['other'])))).toBe(
      'forbidden',
    )
    expect((await post(path, body, shop.token('issuer', ['biblio-mooc']))).status).toBe(200)
  })

  test('reaches no course beyond the scope of the issuer, not even everywhere', async () => {
    const key = 'email:two-courses@example.org'
    const one = await issued({ key, name: 'Ana Petrova' })
    const other = await issued({ key, name: 'Ana Petrova', course: 'other', run: '2025-1' })
    const body = { name: 'Anna Petrova', reason: 'r', everywhere: true }
    const path = `/api/credentials/${one.id}/replace`
    const scoped = shop.token('issuer', ['biblio-mooc'])
    expect(await problemCode(await post(path, body, scoped))).toBe('forbidden')
    expect([now(one.id), now(other.id)]).toEqual([one, other])
    const both = shop.token('issuer', ['biblio-mooc', 'other'])
    const answer = await json(await post(path, body, both))
    expect(answer).toMatchObject({ alsoCorrected: [expect.stringContaining(other.id)] })
  })

  test.each([
    [{ reason: 'r', grade: 1 }],
    [{ reason: 'r', name: 7 }],
    [{ reason: 'r', score: '90' }],
    [['name']],
  ])('a body that is not understood is refused: %j', async (body) => {
    const { id } = await issued()
    const answer = await post(`/api/credentials/${id}/replace`, body)
    expect(await problemCode(answer)).toBe('bad-request')
  })

  test('wishes are listed a page at a time, and declined', async () => {
    const ids = [(await issued()).id, (await issued()).id, (await issued()).id]
    const asked = ids.map((id) => shop.service.corrections.ask(id, { note: 'wrong' }).id)
    const list = async (query: string, token = adminToken) =>
      json<{ corrections: { id: string }[]; next: string | null }>(
        await shop.ask(`/api/corrections?state=asked${query}`, { token }),
      )
    const seen: string[] = []
    let page = await list('&limit=1')
    for (;;) {
      seen.push(...page.corrections.map(({ id }) => id))
      if (!page.next) break
      page = await list(`&limit=1&after=${page.next}`)
    }
    expect(seen).toEqual(expect.arrayContaining(asked))
    expect((await list('', shop.token('issuer', ['other']))).corrections).toEqual([])
    const declined = await post(`/api/corrections/${asked[0]}/decline`, { answer: 'It is right.' })
    expect(await json(declined)).toMatchObject({ state: 'declined', answer: 'It is right.' })
    expect(await problemCode(await post('/api/corrections/none/decline', { answer: 'x' }))).toBe(
      'correction-not-found',
    )
    expect(
      await problemCode(await shop.ask('/api/corrections?state=odd', { token: adminToken })),
    ).toBe('bad-request')
  })
})
