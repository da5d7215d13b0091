import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { recipientName, type SignedBadge } from '../../src/credential/open-badge.ts'
import { diagnose } from '../../src/service/doctor.ts'
import { openClock } from '../support/clock.ts'
import { issuerTo } from '../support/new-learners.ts'
import { codeOf } from '../support/refused.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { award, reserve } from '../support/workshop.ts'

const clock = openClock()
let shop: Shop
beforeAll(async () => {
  shop = await openShop({ now: clock.now })
})
afterAll(() => shop.close())

const issued = issuerTo(() => shop, clock)
const erase = (id: string) => shop.service.erasure.erase({ credential: id }, 'test')
const check = async (text: string) => (await shop.service.verify(Buffer.from(text))).report

/** In how many of the files that make up the ledger a text stands, as UTF-8. */
function traces(text: string): readonly string[] {
  return readdirSync(shop.dataDir)
    .filter((name) => name.includes('sqlite') || name.includes('db'))
    .filter((name) => readFileSync(join(shop.dataDir, name)).includes(text))
}

const unusual = 'Żółcisława Überquellberger'

describe('an erased credential', () => {
  test('is gone on every path, with nothing about anybody', async () => {
    const { id } = await issued({ name: unusual })
    for (const suffix of ['', '.json', '.pdf'])
      expect((await shop.ask(`/c/${id}${suffix}`)).status).toBe(200)
    erase(id)
    for (const path of [
      '',
      '.json',
      '.jwt',
      '.pdf',
      '.png',
      '.svg',
      '/status.json',
      '/eligibility',
    ])
      for (const accept of ['text/html', 'application/json', 'application/vc', 'image/png']) {
        const answer = await shop.ask(`/c/${id}${path}`, { headers: { accept } })
        expect([path, accept, answer.status]).toEqual([path, accept, 410])
        const body = await answer.text()
        expect(body).not.toContain(unusual)
        expect(body).not.toContain('mooc-completion')
      }
  })

  test('leaves its bit as it was, and reads as one that cannot be told any more', async () => {
    const record = await issued()
    erase(record.id)
    for (const text of [record.signed, record.jwt])
      expect(await check(text)).toMatchObject({
        verdict: 'undecided',
        findings: expect.arrayContaining([
          expect.objectContaining({ reason: 'status-not-revoked' }),
          expect.objectContaining({ reason: 'published-erased' }),
        ]),
      })
  })

  test('that was revoked stays revoked, and one that was not can still be', async () => {
    const [before, after] = [await issued(), await issued()]
    shop.service.revoke(before.id, 'it names somebody')
    erase(before.id)
    erase(after.id)
    shop.service.revoke(after.id, 'found out later')
    for (const { signed } of [before, after])
      expect(await check(signed)).toMatchObject({ verdict: 'invalid', status: 'revoked' })
  })

  test('leaves the versions before it replaced', async () => {
    const before = await issued({ name: 'Marla' })
    await shop.service.corrections.replace(before.id, {
      changes: { name: 'Maria' },
      reason: 'typing error by Marla',
      by: 'test',
    })
    erase(before.id)
    expect(await check(before.signed)).toMatchObject({ verdict: 'invalid', status: 'revoked' })
    expect(shop.service.corrections.of(before.id)).toMatchObject([
      { state: 'done', wish: null, changes: null, answer: null },
    ])
  })

  test('is neither corrected nor erased twice', async () => {
    const { id } = await issued()
    expect(erase(id)).toEqual({ credentials: [id], isLearnerErased: true })
    expect(erase(id)).toMatchObject({ credentials: [] })
    expect(codeOf(() => shop.service.corrections.ask(id, { name: 'A' }))).toBe('credential-erased')
    expect(codeOf(() => erase('x'.repeat(26)))).toBe('credential-not-found')
  })

  test('that is only reserved is never signed', async () => {
    const [reserved] = await reserve(shop.service, [award({ key: 'email:waiting@example.org' })])
    const id = reserved?.credential ?? ''
    erase(id)
    await shop.service.issue()
    expect(shop.service.ledger.credentials.byId(id)).toMatchObject({ state: 'void', signed: null })
  })

  test('while a correction is being signed leaves nothing', async () => {
    const { id } = await issued({ name: 'Marla' })
    const correcting = shop.service.corrections.replace(id, {
      changes: { name: unusual },
      reason: 'r',
      by: 'test',
    })
    erase(id)
    await expect(correcting).rejects.toThrow()
    expect(shop.service.issued(id)).toBeUndefined()
    expect(traces(unusual)).toEqual([])
  })
})

describe('a learner', () => {
  test('goes with the last credential, and stays while there is another', async () => {
    const key = 'email:two@example.org'
    const [one, two] = [await issued({ key }), await issued({ key, run: '2025-1' })]
    expect(erase(one.id).isLearnerErased).toBe(false)
    expect(shop.service.erasure.learnerOf('Two@Example.org')).toBe(two.learner)
    expect(erase(two.id).isLearnerErased).toBe(true)
    expect(codeOf(() => shop.service.erasure.learnerOf('two@example.org'))).toBe(
      'learner-not-found',
    )
  })

  test('goes whole', async () => {
    const key = 'email:whole@example.org'
    const ids = [(await issued({ key })).id, (await issued({ key, run: '2025-1' })).id]
    const learner = shop.service.erasure.learnerOf(key)
    expect(shop.service.erasure.preview({ learner })).toEqual({
      credentials: ids,
      isLearnerErased: true,
    })
    expect(shop.service.issued(ids[0] ?? '')).toBeDefined()
    expect(shop.service.erasure.erase({ learner }, 'holder').credentials).toEqual(ids)
    expect(ids.map((id) => shop.service.issued(id))).toEqual([undefined, undefined])
  })

  test('who was erased is not issued to again, unless the operator says so', async () => {
    const key = 'email:again@example.org'
    const { id } = await issued({ key, name: unusual })
    erase(id)
    const outcomes = async (mayReissueErased: boolean) => {
      const settings = await shop.service.reservationSettings('en')
      const { reserveAwards } = await import('../../src/issuing/reserve.ts')
      return shop.service.ledger.transaction(() =>
        reserveAwards(
          [award({ key, name: unusual })],
          { ...settings, mayReissueErased },
          clock.now(),
        ).map(({ outcome, credential }) => [outcome, credential]),
      )
    }
    expect(await outcomes(false)).toEqual([['learner-erased', null]])
    expect(shop.service.ledger.credentials.count('reserved')).toBe(0)
    const [[outcome, credential] = []] = await outcomes(true)
    expect(outcome).toBe('reserved')
    await shop.service.issue()
    const again = shop.service.issued(String(credential))
    expect(again?.id).not.toBe(id)
    expect(await outcomes(false)).toEqual([['already-issued', credential]])
    expect((await shop.ask(`/c/${id}`)).status).toBe(410)
  })

  test('of whom one award was erased is not issued it again either', async () => {
    const key = 'email:part@example.org'
    const [one] = [await issued({ key }), await issued({ key, run: '2025-1' })]
    erase(one.id)
    const again = async () => (await reserve(shop.service, [award({ key })]))[0]
    expect(await again()).toMatchObject({ outcome: 'learner-erased', credential: null })
  })
})

describe('the files of the ledger', () => {
  test('hold nothing of whoever was erased', async () => {
    const rare = 'Ksantypa Ćwierćiżyńska'
    const mail = 'zolcislawa.unusual@example.org'
    const key = `email:${mail}`
    const others = Array.from({ length: 40 }, (_, at) => award({ key: `email:o${at}@example.org` }))
    await reserve(shop.service, others)
    await shop.service.issue()
    clock.pass()
    const csv = `name,email,completed_on\n${rare},${mail},2026-11-20\n${rare},${mail},2026-11-20\n`
    const imported = await shop.ask('/api/completions?course=biblio-mooc&run=2026-3', {
      method: 'POST',
      token: adminToken,
      headers: { 'Content-Type': 'text/csv' },
      body: csv,
    })
    expect(imported.status).toBe(202)
    await shop.service.issue()
    const learner = shop.service.erasure.learnerOf(mail)
    const [id = ''] = shop.service.erasure.preview({ learner }).credentials
    shop.service.corrections.ask(id, { note: `I am ${rare}` })
    clock.pass()
    await shop.service.corrections.replace(id, {
      changes: { name: `${rare} Jr` },
      reason: `asked by ${rare}`,
      by: 'test',
    })
    expect(traces(rare).length).toBeGreaterThan(0)
    const { subject } = shop.service.ledger.learners.byId(learner) ?? { subject: '' }
    shop.service.erasure.erase({ learner }, 'test')
    for (const text of [rare, mail, key, subject]) expect(traces(text)).toEqual([])
    shop.service.erasure.rebuild()
    for (const text of [rare, mail, subject]) expect(traces(text)).toEqual([])
    expect((await diagnose(shop.service)).filter(({ isFine }) => !isFine)).toEqual([])
  })
})

describe('over HTTP', () => {
  const post = (id: string, body: object, token = adminToken) =>
    shop.ask(`/api/credentials/${id}/erase`, { method: 'POST', body: JSON.stringify(body), token })

  test('an issuer erases in the courses of its token', async () => {
    const { id } = await issued()
    expect(await problemCode(await post(id, {}, shop.token('issuer', ['other'])))).toBe('forbidden')
    expect(await problemCode(await post(id, {}, ''))).toBe('unauthorised')
    expect(await problemCode(await post(id, { reason: 'because' }))).toBe('bad-request')
    expect(await problemCode(await post('x'.repeat(26), {}))).toBe('credential-not-found')
    const done = await post(
      id,
      { reason: 'requested-by-holder' },
      shop.token('issuer', ['biblio-mooc']),
    )
    expect(await json(done)).toEqual({
      erased: [`https://badges.example.org/c/${id}`],
      learnerErased: true,
    })
  })

  test('a dry run says who was erased', async () => {
    const mail = 'dry@example.org'
    const { id } = await issued({ key: `email:${mail}` })
    erase(id)
    const answer = await shop.ask(
      '/api/completions?course=biblio-mooc&run=2026-1&dryRun=true&format=colophon',
      {
        method: 'POST',
        token: adminToken,
        headers: { 'Content-Type': 'text/csv' },
        body: `name,email,completed_on\nDry Run,${mail},2026-11-20\n`,
      },
    )
    expect(await json(answer)).toMatchObject({
      summary: { learnerErased: expect.any(Number), reserved: 0 },
      lines: [{ awards: [{ outcome: 'learner-erased', credential: null }] }],
    })
  })
})

test('nothing of an erased person is told by the service itself', async () => {
  const record = await issued({ name: unusual })
  erase(record.id)
  expect(shop.faults).toEqual([])
  const badge = JSON.parse(record.signed) as SignedBadge
  expect(recipientName(badge.credentialSubject)).toBe(unusual)
})
