import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openClock } from '../support/clock.ts'
import { openLearner } from '../support/learner.ts'
import { issuerTo } from '../support/new-learners.ts'
import { openShop, problemCode, type Shop } from '../support/shop.ts'

/** Whoever wants more of the learners' side than is theirs, or more of it than it can bear. */

const clock = openClock()
let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' }, now: clock.now })
})
afterAll(() => shop.close())

const issued = issuerTo(() => shop, clock)

describe('a learner who lets a program press', () => {
  test('is told when to come back, however often the address changes; others go on', async () => {
    const [one, other] = [await issued(), await issued()]
    const greedy = await openLearner(shop, one.learner)
    const press = () => greedy.post(`/my/${one.id}/visibility`, { visibility: 'link' })
    const statuses = new Set<number>()
    for (let at = 0; at < 120; at += 1) statuses.add((await press()).status)
    expect([...statuses]).toEqual([303])
    const refused = await greedy.post(`/my/${one.id}/wallet`, {}, { accept: 'application/json' })
    expect([refused.status, await problemCode(refused)]).toEqual([429, 'too-many-requests'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await greedy.get('/my')).status).toBe(200)
    const quiet = await openLearner(shop, other.learner)
    expect((await quiet.post(`/my/${other.id}/wallet`)).status).toBe(200)
  })

  test('who is not signed in is shown the way in', async () => {
    const answer = await shop.ask('/my/erase', { method: 'POST', body: new URLSearchParams() })
    expect(answer.status).toBe(401)
  })
})

test('a cookie without a secret, which somebody planted, begins no session', async () => {
  const { learner } = await issued()
  const link = new URL(shop.service.mail.newLink(learner).url).pathname
  const planted = { cookie: '__Host-claim=', accept: 'text/html' }
  const body = new URLSearchParams()
  const answer = await shop.ask(link, { method: 'POST', headers: planted, body })
  expect([answer.status, answer.headers.getSetCookie().join()]).toEqual([
    200,
    expect.not.stringContaining('__Host-holder='),
  ])
})

test('a card with the name of somebody who was erased is not kept in memory', async () => {
  const record = await issued({ name: 'Ana Petrova' })
  const { card } = await shop.service.previews.ofCredential({ ...record, visibility: 'public' })
  expect(card.name).toBe('Ana Petrova')
  const draw = () => shop.service.previews.draw(card, 400)
  const before = await draw()
  expect(await draw()).toBe(before)
  shop.service.erasure.erase({ learner: record.learner }, 'test')
  expect(await draw()).not.toBe(before)
})

test('who asks for everything as one file and then reads nothing loses the place', async () => {
  const { learner } = await issued()
  const slow = await openLearner(shop, learner)
  const artefact = shop.service.artefact.bind(shop.service)
  let readOn = () => {}
  const read = new Promise<void>((resolve) => {
    readOn = resolve
  })
  shop.service.artefact = (...wanted) => read.then(() => artefact(...wanted))
  const sockets: Socket[] = []
  const began = 'http.server.request.start'
  const note = (message: unknown) => sockets.push((message as { readonly socket: Socket }).socket)
  subscribe(began, note)
  const asked = slow.get('/my/all.zip')
  const lost = expect(asked).rejects.toThrow()
  for (let at = 0; at < 200 && sockets[0]?.timeout !== 60_000; at += 1) await wait(20)
  unsubscribe(began, note)
  expect(sockets[0]?.timeout).toBe(60_000)
  // As after a minute of silence.
  sockets[0]?.emit('timeout')
  await lost
  shop.service.artefact = artefact
  readOn()
  expect((await slow.get('/my/all.zip')).status).toBe(200)
  expect(shop.faults).toEqual([])
})
