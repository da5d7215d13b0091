import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openClock } from '../support/clock.ts'
import { type BatchAnswer, course, csvOf, drafter, people, rowOf } from '../support/drafting.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'

let shop: Shop
let desk: ReturnType<typeof drafter>
const clock = openClock('2026-11-27T09:00:00.000Z')

beforeAll(async () => {
  shop = await openShop({ now: clock.now })
  desk = drafter(shop)
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

const files = () => readdirSync(join(shop.dataDir, 'drafts'))
const reservations = () => shop.service.ledger.credentials.count('reserved')

describe('a draft', () => {
  test('keeps the file for nobody else to read, and writes nothing of its rows', async () => {
    const text = csvOf(people(3))
    const made = await desk.draft(text, `course=${course}&run=1&fileName=../spring/export.csv`)
    expect(made).toMatchObject({
      course,
      run: '1',
      batch: null,
      file: { name: 'export.csv', bytes: text.length },
      options: { format: 'auto', letters: true, undoMinutes: 10 },
    })
    const kept = join(shop.dataDir, 'drafts', made.draft)
    expect(statSync(kept).mode & 0o777).toBe(0o600)
    expect(statSync(join(shop.dataDir, 'drafts')).mode & 0o777).toBe(0o700)
    expect((await desk.look(made.draft)).look.summary).toMatchObject({ lines: 3, reserved: 3 })
    expect(reservations()).toBe(0)
    expect(shop.service.ledger.learners.byKey('email:l0@example.org')).toBeUndefined()
  })

  test('comes from a form as well', async () => {
    const form = new FormData()
    form.append('course', course)
    form.append('run', 'form')
    form.append('letters', 'false')
    form.append('file', new File([csvOf(people(2))], 'Frühling.csv'))
    const answer = await shop.ask('/api/drafts', {
      method: 'POST',
      token: shop.token('issuer', [course]),
      body: form,
    })
    expect(answer.status).toBe(201)
    const made = await json<{ draft: string }>(answer)
    expect(answer.headers.get('location')).toBe(`/api/drafts/${made.draft}`)
    expect(made).toMatchObject({
      run: 'form',
      options: { letters: false },
      file: { name: 'Frühling.csv' },
    })
  })

  test('says row by row what would become of it, and picks rows out', async () => {
    const rows = [
      ...people(2),
      { email: 'l0@example.org' },
      { email: 'not an address', name: 'Nobody' },
      { email: 'late@example.org', on: '2031-01-01' },
    ]
    const { draft } = await desk.draft(csvOf(rows), `course=${course}&run=rows`)
    const all = await desk.look(draft)
    expect(all.look.counts).toMatchObject({ reserved: 2, rejected: 2, 'learner-twice': 1 })
    expect(all.look.days).toEqual(
      expect.objectContaining({ earliest: '2026-05-04', latest: '2026-05-04' }),
    )
    expect(all.total).toBe(5)
    const twice = await desk.look(draft, '?show=learner-twice')
    expect(twice.rows.map(({ line }) => line)).toEqual([4])
    const second = await desk.look(draft, '?from=2&limit=2')
    expect(second.rows.map(({ line }) => line)).toEqual([4, 5])
    expect(second.next).toBe(4)
    expect(await problemCode(await desk.call(`/api/drafts/${draft}?show=nonsense`))).toBe(
      'bad-request',
    )
  })

  test('is put right where the file cannot be read as it is told to be', async () => {
    const text = csvOf([{ email: 'd@example.org', on: '04.05.2026' }])
    const { draft } = await desk.draft(text, `course=${course}&run=dates`)
    const before = await desk.look(draft)
    expect(before.look.problem?.code).toBe('dates-order-needed')
    expect(await problemCode(await desk.call(`/api/drafts/${draft}/issue`, 'POST'))).toBe(
      'dates-order-needed',
    )
    await desk.call(`/api/drafts/${draft}`, 'PATCH', { dates: 'dmy' })
    expect((await desk.look(draft)).look).toMatchObject({
      problem: null,
      days: { earliest: '2026-05-04' },
    })
    await desk.call(`/api/drafts/${draft}`, 'PATCH', { dates: 'mdy' })
    expect((await desk.look(draft)).look.days.earliest).toBe('2026-04-05')
    expect(
      await problemCode(await desk.call(`/api/drafts/${draft}`, 'PATCH', { colour: 'red' })),
    ).toBe('bad-request')
  })

  test('tells what differs from what was issued', async () => {
    const first = await desk.draft(
      csvOf([{ email: 'ana@example.org', name: 'Ana Rossi', score: 70 }]),
      `course=${course}&run=differs`,
    )
    await desk.until(await desk.issue(first.draft), 'done')
    const again = await desk.draft(
      csvOf([{ email: 'ana@example.org', name: 'Anna Rossi', score: 75, on: '2026-05-05' }]),
      `course=${course}&run=differs`,
    )
    const { look, rows } = await desk.look(again.draft)
    expect(look.summary).toMatchObject({ reserved: 0, differsFromIssued: 1 })
    expect(rows[0]?.awards[0]?.differences).toEqual([
      { fact: 'name', issued: 'Ana Rossi', file: 'Anna Rossi' },
      { fact: 'score', issued: '70', file: '75' },
      { fact: 'awardedOn', issued: '2026-05-04', file: '2026-05-05' },
    ])
  }, 60_000)

  test('remembers for the next file of the course how this one was read', async () => {
    const dated = (email: string) => csvOf([{ email, on: '01/02/2026' }])
    const first = await desk.draft(dated('r1@example.org'), `course=${course}&run=r&dates=mdy`)
    await desk.issue(first.draft)
    const next = await desk.draft(dated('r2@example.org'), `course=${course}&run=r`)
    expect(next.options.dates).toBe('mdy')
    expect((await desk.look(next.draft)).look.days.earliest).toBe('2026-01-02')
  }, 60_000)
})

describe('issuing a draft', () => {
  test('happens once, however often it is asked for, and leaves no file', async () => {
    const { draft } = await desk.draft(csvOf(people(4, 100)), `course=${course}&run=once`)
    const [one, other] = await Promise.all([desk.issue(draft), desk.issue(draft, { expected: 4 })])
    expect(other).toBe(one)
    const done = await desk.until(one, 'done')
    expect(done.progress).toMatchObject({ issued: 4, lines: 4 })
    expect(await desk.issue(draft)).toBe(one)
    expect(files()).not.toContain(draft)
    for (const [method, path] of [
      ['PATCH', ''],
      ['DELETE', ''],
    ])
      expect(
        await problemCode(await desk.call(`/api/drafts/${draft}${path}`, method, '{"run":"x"}')),
      ).toBe('draft-issued')
  }, 60_000)

  test('asks again where the ledger has changed, and issues nothing', async () => {
    const text = csvOf(people(3, 200))
    const first = await desk.draft(text, `course=${course}&run=changed`)
    const second = await desk.draft(
      text + rowOf({ email: 'new@example.org' }),
      `course=${course}&run=changed`,
    )
    expect((await desk.look(second.draft)).look.summary.reserved).toBe(4)
    await desk.until(await desk.issue(first.draft), 'done')
    const refused = await desk.call(`/api/drafts/${second.draft}/issue`, 'POST', { expected: 4 })
    expect(refused.status).toBe(409)
    expect(await json(refused)).toMatchObject({
      code: 'draft-differs',
      errors: [{ at: 'expected', message: '1' }],
    })
    const batch = await desk.issue(second.draft, { expected: 1 })
    expect((await desk.until(batch, 'done')).progress.issued).toBe(1)
  }, 60_000)

  test('refuses a file that is another one by now', async () => {
    const { draft } = await desk.draft(csvOf(people(2, 300)), `course=${course}&run=tampered`)
    const { appendFileSync } = await import('node:fs')
    appendFileSync(join(shop.dataDir, 'drafts', draft), rowOf({ email: 'mallory@example.org' }))
    const answer = await desk.call(`/api/drafts/${draft}/issue`, 'POST')
    expect(answer.status).toBe(500)
    expect(shop.faults.splice(0)).toHaveLength(1)
    expect(shop.service.ledger.drafts.byId(draft)?.batch).toBeNull()
  })
})

describe('a draft ends', () => {
  test('when it is discarded, file and all', async () => {
    const { draft } = await desk.draft(csvOf(people(1)), `course=${course}&run=gone`)
    expect((await desk.call(`/api/drafts/${draft}`, 'DELETE')).status).toBe(204)
    expect(await problemCode(await desk.call(`/api/drafts/${draft}`))).toBe('draft-not-found')
    expect(files()).not.toContain(draft)
  })

  test('by itself after seven days, and not before', async () => {
    const { draft } = await desk.draft(csvOf(people(1)), `course=${course}&run=old`)
    clock.pass(7 * 24 * 3600 - 60)
    shop.service.drafts.expire()
    expect(existsSync(join(shop.dataDir, 'drafts', draft))).toBe(true)
    clock.pass(120)
    expect(shop.service.drafts.expire()).toBeGreaterThan(0)
    expect(existsSync(join(shop.dataDir, 'drafts', draft))).toBe(false)
    expect(await problemCode(await desk.call(`/api/drafts/${draft}`))).toBe('draft-not-found')
  })
})

describe('who may see a draft', () => {
  test('are issuers of its course alone', async () => {
    const { draft } = await desk.draft(csvOf(people(1)), `course=${course}&run=mine`)
    const stranger = drafter(shop, shop.token('issuer', ['another-course']))
    const provider = drafter(shop, shop.token('provider'))
    for (const other of [stranger, provider]) {
      for (const [method, path] of [
        ['GET', ''],
        ['PATCH', ''],
        ['DELETE', ''],
        ['POST', '/issue'],
        ['GET', '/previews/1.png'],
      ])
        expect(
          await problemCode(await other.call(`/api/drafts/${draft}${path}`, method ?? 'GET')),
        ).toBe('forbidden')
      expect((await other.handIn(csvOf(people(1)))).status).toBe(403)
    }
    const { drafts } = await json<{ drafts: unknown[] }>(await stranger.call('/api/drafts'))
    expect(drafts).toEqual([])
    const mine = drafter(shop, shop.token('issuer', [course]))
    expect((await mine.look(draft)).look.summary.reserved).toBe(1)
    expect((await shop.ask(`/api/drafts/${draft}`)).status).toBe(401)
  })
})

describe('previews', () => {
  test('show the first, the longest name and one of each script, and leave no trace', async () => {
    const names = ['Anna', 'Eva', 'Ida', 'Jo', 'Мария', 'Ελένη', 'A'.repeat(60)]
    const rows = names.map((name, n) => ({ email: `p${n}@example.org`, name }))
    const { draft } = await desk.draft(csvOf(rows), `course=${course}&run=shown`)
    const { look } = await desk.look(draft)
    expect(look.samples.map(({ why, name }) => [why, name])).toEqual([
      ['first', 'Anna'],
      ['first', 'Eva'],
      ['first', 'Ida'],
      ['longest', 'A'.repeat(60)],
      ['script', 'Мария'],
      ['script', 'Ελένη'],
    ])
    const before = reservations()
    for (const form of ['certificate', 'badge']) {
      const answer = await desk.call(`/api/drafts/${draft}/previews/5.png?form=${form}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(bytes.subarray(1, 4).toString()).toBe('PNG')
      expect(bytes.includes('openbadgecredential')).toBe(false)
    }
    expect(reservations()).toBe(before)
    expect((await desk.call(`/api/drafts/${draft}/previews/7.png`)).status).toBe(404)
    expect((await shop.ask('/c/preview')).status).toBe(404)
  }, 60_000)

  test('carry a code that leads nowhere', async () => {
    const { draft } = await desk.draft(
      csvOf([{ email: 'q@example.org' }]),
      `course=${course}&run=q`,
    )
    const answer = await desk.call(`/api/drafts/${draft}/previews/1.png`)
    const { readPhotoApart } = await import('../../src/documents/documents-apart.ts')
    const { codes } = await readPhotoApart(new Uint8Array(await answer.arrayBuffer()))
    expect(codes).toEqual([`${shop.service.publicUrl.origin}/c/preview`])
  }, 60_000)
})

describe('a list of batches', () => {
  test('has the newest first, a page at a time', async () => {
    const { batches, next } = await json<{ batches: BatchAnswer[]; next: string }>(
      await desk.call('/api/batches?limit=1'),
    )
    expect(batches).toHaveLength(1)
    const behind = await json<{ batches: BatchAnswer[] }>(
      await desk.call(`/api/batches?limit=1&before=${next}`),
    )
    expect(behind.batches).toHaveLength(1)
    expect(behind.batches[0]?.batch).not.toBe(batches[0]?.batch)
  })
})
