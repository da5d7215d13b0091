import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openClock } from '../support/clock.ts'
import { course, csvOf, drafter, people } from '../support/drafting.ts'
import { type MailServerOfTests, openMailServer } from '../support/mail-server.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'

let server: MailServerOfTests
let shop: Shop
let desk: ReturnType<typeof drafter>
let clock: ReturnType<typeof openClock>

beforeEach(async () => {
  clock = openClock('2026-11-27T09:00:00.000Z')
  server = await openMailServer()
  shop = await openShop({
    now: clock.now,
    env: { SMTP_URL: server.url, MAIL_FROM: 'office@example.org', MAIL_PER_MINUTE: '60000' },
  })
  desk = drafter(shop)
})
afterEach(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
  await server.close()
})

const letters = () => shop.service.ledger.mails.list({}, 1_000).length

async function issued(count: number, run = '1') {
  const { draft } = await desk.draft(csvOf(people(count)), `course=${course}&run=${run}`)
  const batch = await desk.issue(draft)
  await desk.until(batch, 'done')
  return batch
}

const undo = (batch: string) => desk.call(`/api/batches/${batch}/undo`, 'POST')

describe('the time to undo an import', () => {
  test('holds letters and links until it is over', async () => {
    const batch = await issued(2)
    expect(await desk.batch(batch)).toMatchObject({
      mayUndo: true,
      undoUntil: '2026-11-27T09:10:00.000Z',
    })
    shop.service.batches.tellReleased()
    expect(letters()).toBe(0)
    clock.pass(601)
    shop.service.batches.tellReleased()
    expect(letters()).toBe(2)
    expect(await desk.batch(batch)).toMatchObject({ mayUndo: false, undoUntil: null })
    const refused = await undo(batch)
    expect(refused.status).toBe(409)
    expect(await problemCode(refused)).toBe('undo-over')
    expect((await desk.batch(batch)).progress.issued).toBe(2)
  }, 60_000)

  test('is ended by releasing it', async () => {
    const batch = await issued(1)
    expect((await desk.call(`/api/batches/${batch}/release`, 'POST')).status).toBe(200)
    expect(letters()).toBe(1)
    expect(await problemCode(await undo(batch))).toBe('undo-over')
  }, 60_000)

  test('is none for an import by program, unless it asks for one', async () => {
    const send = (run: string, more: string) =>
      shop.ask(`/api/completions?course=${course}&run=${run}${more}`, {
        method: 'POST',
        token: adminToken,
        headers: { 'content-type': 'text/csv' },
        body: csvOf(people(1)),
      })
    const plain = await json<{ batch: string }>(await send('a', ''))
    await desk.until(plain.batch, 'done')
    expect(await problemCode(await undo(plain.batch))).toBe('undo-over')
    const held = await json<{ batch: string }>(await send('b', '&undoMinutes=5'))
    await desk.until(held.batch, 'done')
    expect((await undo(held.batch)).status).toBe(202)
    expect((await send('c', '&undoMinutes=many')).status).toBe(400)
  }, 60_000)

  test('stands still while the batch is paused', async () => {
    const batch = await issued(1)
    clock.pass(300)
    await desk.call(`/api/batches/${batch}/pause`, 'POST')
    clock.pass(3600)
    shop.service.batches.tellReleased()
    expect(letters()).toBe(0)
    expect(await desk.batch(batch)).toMatchObject({ state: 'paused', mayUndo: true })
    await desk.call(`/api/batches/${batch}/resume`, 'POST')
    expect((await desk.batch(batch)).undoUntil).toBe('2026-11-27T10:10:00.000Z')
  }, 60_000)
})

describe('undoing an import', () => {
  test('revokes what was signed, tells nobody, and lets the corrected file issue anew', async () => {
    const batch = await issued(3)
    const before = await desk.batch(batch)
    expect((await undo(batch)).status).toBe(202)
    const undone = await desk.until(batch, 'undone')
    expect(undone.progress).toMatchObject({ issued: 0, undone: 3 })
    expect(undone.lines.map(({ outcome }) => outcome)).toEqual(['undone', 'undone', 'undone'])
    const page = before.lines[0]?.url ?? ''
    const state = await json(await shop.ask(`${new URL(page).pathname}/status.json`))
    expect(state).toMatchObject({ status: 'revoked', reason: 'issued-in-error' })
    const table = await (await desk.call(`/api/batches/${batch}/result.csv`)).text()
    expect(table.match(/,undone,|undone/g)).toHaveLength(3)

    const right = csvOf(people(3).map((row) => ({ ...row, name: 'Corrected Name' })))
    const { draft } = await desk.draft(right, `course=${course}&run=1`)
    expect((await desk.look(draft)).look.summary).toMatchObject({ reserved: 3, alreadyIssued: 0 })
    const next = await desk.until(await desk.issue(draft), 'done')
    expect(next.progress.issued).toBe(3)
    clock.pass(601)
    shop.service.batches.tellReleased()
    expect(letters()).toBe(3)
    const { learner } = shop.service.ledger.mails.list({}, 1)[0] ?? { learner: '' }
    expect(shop.service.ledger.letters.addressee(learner)?.name).toBe('Corrected Name')
  }, 90_000)

  test('gives up what is only reserved, and nothing of it is signed afterwards', async () => {
    const { draft } = await desk.draft(csvOf(people(60)), `course=${course}&run=half`)
    const batch = await desk.issue(draft)
    await shop.service.drafts.issued.read(draft)
    expect((await undo(batch)).status).toBe(202)
    const undone = await desk.until(batch, 'undone')
    expect(undone.progress).toMatchObject({ issued: 0, reserved: 0, undone: 60 })
    await shop.service.issue()
    expect((await desk.batch(batch)).progress).toMatchObject({ issued: 0, undone: 60 })
  }, 90_000)

  test('is the same when it is asked for twice, and ends every other way', async () => {
    const batch = await issued(1)
    await undo(batch)
    expect((await undo(batch)).status).toBe(202)
    await desk.until(batch, 'undone')
    for (const act of ['pause', 'resume', 'release'])
      expect(await problemCode(await desk.call(`/api/batches/${batch}/${act}`, 'POST'))).toBe(
        'batch-undone',
      )
    const acts = [...shop.service.ledger.audit.all()].filter(({ about }) => about === batch)
    expect(acts.map(({ action }) => action)).toEqual([
      'import-begun',
      'import-reserved',
      'import-undo-begun',
      'import-undone',
    ])
  }, 60_000)
})

describe('a paused batch', () => {
  test('is not signed, across a restart, until it is resumed; others are', async () => {
    const { draft } = await desk.draft(csvOf(people(30)), `course=${course}&run=paused`)
    const batch = await desk.issue(draft)
    await desk.call(`/api/batches/${batch}/pause`, 'POST')
    await shop.service.drafts.issued.read(draft)
    await shop.service.issue()
    const { issued: done = 0 } = (await desk.batch(batch)).progress
    expect(done).toBeLessThan(30)
    const other = await issued(1, 'other')
    expect((await desk.batch(other)).progress.issued).toBe(1)
    await shop.stop()
    const { dataDir } = shop
    shop = await openShop({ now: clock.now, dataDir })
    desk = drafter(shop)
    await shop.service.issue()
    expect((await desk.batch(batch)).state).toBe('paused')
    expect((await desk.batch(batch)).progress.issued).toBe(done)
    await desk.call(`/api/batches/${batch}/resume`, 'POST')
    expect((await desk.until(batch, 'done')).progress.issued).toBe(30)
  }, 120_000)
})

describe('the events of a batch', () => {
  test('end with done, and tell whoever comes back only what has changed', async () => {
    const batch = await issued(2)
    const listen = (last?: string) =>
      shop.ask(`/api/batches/${batch}/events`, {
        token: adminToken,
        ...(last === undefined ? {} : { headers: { 'Last-Event-ID': last } }),
      })
    const text = await (await listen()).text()
    expect(text).toMatch(/^event: done\ndata: \{.*"state":"done".*\}\nid: [\w-]{16}\n\n$/)
    const id = /^id: (.*)$/m.exec(text)?.[1] ?? ''
    expect(await (await listen(id)).text()).toContain(`id: ${id}`)
    expect((await shop.ask(`/api/batches/${batch}/events`)).status).toBe(401)
    const stranger = shop.token('issuer', ['another-course'])
    for (const path of ['events', 'undo', 'pause', 'resume', 'release'])
      expect(
        (
          await shop.ask(`/api/batches/${batch}/${path}`, {
            token: stranger,
            method: path === 'events' ? 'GET' : 'POST',
          })
        ).status,
      ).toBe(403)
  }, 60_000)
})
