import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import express from 'express'
import type { Refusal } from '../../../src/errors.ts'
import type { Lateness } from '../../../src/service/lateness.ts'
import { letOthersGoFirst } from '../../../src/service/lateness.ts'
import { Gate } from '../../../src/web/gate.ts'
import { Intake } from '../../../src/web/operations/intake.ts'
import { Pace } from '../../../src/web/operations/pace.ts'
import { Turn } from '../../../src/web/operations/turn.ts'
import { adminToken, openShop, problemCode } from '../../support/shop.ts'
import { issueOne } from '../../support/workshop.ts'

/** One request of each class, the most urgent first. */
const requests = {
  check: ['GET', '/c/x'],
  status: ['GET', '/status/1'],
  page: ['GET', '/achievements'],
  issue: ['POST', '/api/enrolments'],
  bulk: ['POST', '/api/verify/batch'],
} as const

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A service behind an intake; what is let in waits until it is let out. */
async function openHouse(options: { lateness?: Lateness; views?: number; isHeld?: boolean } = {}) {
  const gate = new Gate({ running: 1, waiting: 4, batchesRunning: 1 })
  const lateness = options.lateness ?? { lastingMs: 0, nowMs: 0 }
  const intake = new Intake(gate, options.views ?? 1_000, lateness)
  const held: (() => void)[] = []
  const app = express()
  app.use(
    intake.admit((refusal: Refusal, _request, response, _next) => {
      response.status(refusal.code === 'busy' ? 503 : 429).end(refusal.code)
    }),
  )
  app.use((_request, response) => {
    if (options.isHeld) held.push(() => response.end('in'))
    else response.end('in')
  })
  server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server?.once('listening', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const ask = (of: keyof typeof requests) => {
    const [method, path] = requests[of]
    return fetch(`${base}${path}`, { method })
  }
  return { intake, gate, held, ask, base }
}

const classes = Object.keys(requests) as (keyof typeof requests)[]

describe('an intake', () => {
  test.each([
    [0, ['check', 'status', 'page', 'issue', 'bulk']],
    [100, ['check', 'status', 'page', 'issue']],
    [150, ['check', 'status', 'page']],
    [300, ['check', 'status']],
    [400, ['check']],
    [600, []],
  ])('that is %d ms late lets in %j, and probes', async (lastingMs, letIn) => {
    const { ask, base } = await openHouse({ lateness: { lastingMs, nowMs: lastingMs } })
    const found = []
    for (const of of classes) if ((await ask(of)).status === 200) found.push(of)
    expect(found).toEqual(letIn)
    for (const probe of ['/healthz', '/readyz', '/metrics'])
      expect((await fetch(`${base}${probe}`)).status).toBe(200)
  })

  test('has so many places for a class and a short queue, and room again afterwards', async () => {
    const { ask, held, intake } = await openHouse({ isHeld: true })
    const asked = Array.from({ length: 150 }, () => ask('page'))
    const turnedAway = await Promise.any(
      asked.map(async (each) => ((await each).status === 503 ? each : Promise.reject())),
    )
    expect(turnedAway.status).toBe(503)
    expect(intake.retryAfter('page')).toBeGreaterThanOrEqual(1)
    const { running, waiting } = intake.load('page')
    expect([running, waiting > 0]).toEqual([4, true])
    const drained = setInterval(() => held.shift()?.(), 1)
    const statuses = (await Promise.all(asked)).map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    const again = await ask('page')
    clearInterval(drained)
    expect(again.status).toBe(200)
    expect(intake.load('page')).toEqual({ running: 0, waiting: 0 })
  })

  test('turns away bulk and issuing while checks queue', async () => {
    const { ask, gate } = await openHouse()
    let finish = () => {}
    const work = () =>
      new Promise<void>((resolve) => {
        finish = resolve
      })
    const running = gate.run(work)
    const waiting = [1, 2, 3].map(() => gate.run(async () => undefined))
    const statuses = []
    for (const of of classes) statuses.push((await ask(of)).status)
    expect(statuses).toEqual([200, 200, 200, 503, 503])
    finish()
    await Promise.all([running, ...waiting])
    expect((await ask('bulk')).status).toBe(200)
  })

  test('gives everybody so many views of credentials a minute, and says when there are more', async () => {
    const { ask } = await openHouse({ views: 3 })
    const statuses = []
    for (let at = 0; at < 5; at += 1) statuses.push((await ask('check')).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect(Number((await ask('check')).headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ask('page')).status).toBe(200)
  })
})

describe('the service', () => {
  test('counts views by address, of pages and files alike, and answers those above as they like it', async () => {
    const shop = await openShop({ env: { VIEWS_PER_MINUTE: '4', TRUST_PROXY: '1' } })
    try {
      const { id } = await issueOne(shop.service)
      const view = (path: string, from: string, accept = 'application/json') =>
        shop.ask(path, { headers: { 'x-forwarded-for': from, accept } })
      for (const path of [`/c/${id}`, `/c/${id}.json`, `/c/${id}/status.json`, '/s/nothing'])
        expect((await view(path, '192.0.2.1')).status).toBeLessThan(429)
      const over = await view(`/c/${id}`, '192.0.2.1')
      expect([over.status, await problemCode(over)]).toEqual([429, 'too-many-requests'])
      expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(30)
      for (const path of [`/c/${id}`, `/c/${id}.pdf`]) {
        const page = await view(path, '192.0.2.1', 'text/html')
        expect([page.status, page.headers.get('content-type')]).toEqual([
          429,
          'text/html; charset=utf-8',
        ])
        expect(await page.text()).toContain(`href="${path}?lang=it"`)
      }
      expect((await view(`/c/${id}`, '192.0.2.2')).status).toBe(200)
      expect((await view('/verify', '192.0.2.1')).status).toBe(200)
      const metrics = await (await shop.ask('/metrics', { token: adminToken })).text()
      expect(metrics).toContain('colophon_refusals_total{code="too-many-requests"} 3\n')
    } finally {
      await shop.close()
    }
  })
})

describe('when to come again', () => {
  test('is told from how fast work gets on, and how much is waiting', () => {
    let now = 0
    const pace = new Pace(
      () => now,
      () => 0,
    )
    expect(pace.secondsFor(10)).toBe(1)
    for (let at = 0; at < 50; at += 1) {
      now += 100
      pace.done()
    }
    // Some ten a second.
    expect(pace.secondsFor(5)).toBe(1)
    expect([10, 11, 12]).toContain(pace.secondsFor(95))
    expect(pace.secondsFor(10_000)).toBe(30)
  })

  test('is later the longer others have been turned away, and forgotten when it is calm', () => {
    let now = 0
    const pace = new Pace(
      () => now,
      () => 0,
    )
    for (; now < 8_000; now += 500) pace.turnedAway()
    expect(pace.secondsFor(0)).toBe(9)
    now = 60_000
    pace.turnedAway()
    expect(pace.secondsFor(0)).toBe(1)
  })

  test('differs, so that not all come at once', () => {
    const found = Array.from({ length: 50 }, () => new Pace(() => 0).secondsFor(5))
    expect(new Set(found).size).toBeGreaterThan(1)
  })
})

test('a turn lasts until the process looks for new requests', async () => {
  const turn = new Turn()
  expect(turn.busyMs).toBe(0)
  for (const until = Date.now() + 5; Date.now() < until; );
  expect(turn.busyMs).toBeGreaterThan(3)
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
  expect(turn.busyMs).toBe(0)
})

describe('work that nobody waits for', () => {
  test('waits while the process is late, and goes on when it is not', async () => {
    let looks = 0
    const late: Lateness = {
      lastingMs: 0,
      get nowMs() {
        looks += 1
        return looks < 3 ? 500 : 0
      },
    }
    await letOthersGoFirst(late)
    expect(looks).toBe(3)
    await letOthersGoFirst({ lastingMs: 0, nowMs: 0 })
  })
})
