import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { seededChance } from '../../drill/chance.ts'
import { createToken } from '../../src/service/access.ts'
import { seed } from '../support/chance.ts'
import { rowsIn, writeDecisions } from '../support/decided.ts'
import { EnrollingClient, EnrollingServer, type Told } from '../support/enrolling-client.ts'
import { observe, observed, type PlainPlaces, replay } from '../support/enrolment-observer.ts'
import { adminToken } from '../support/shop.ts'
import { openWorkshop } from '../support/workshop.ts'

const persons = 300
const atOnce = 4
// As the shipped catalogue has them.
const limits = { total: 100, perCountry: 25 }
const countries = ['GR', 'GR', 'GR', 'IT', 'IT', 'BG', 'LV', 'BE']

let folder: string
let file: string
let servers: EnrollingServer[]
let clients: EnrollingClient[]
let places: PlainPlaces
let seen: { readonly taken: number; readonly there: number }[]
let seconds: number

interface Places {
  readonly taken: number
  readonly perCountry: { readonly countries: readonly { readonly taken: number }[] }
}

/** Asks a server again and again how many places are taken, until told to stop. */
async function watch(server: EnrollingServer, isOver: () => boolean) {
  const found: typeof seen = []
  while (!isOver()) {
    const response = await fetch(`${server.base}/api/enrolments?specialization=ceco&limit=1`, {
      headers: { authorization: `Bearer ${adminToken}` },
    }).catch(() => undefined)
    if (response?.ok) {
      const { places: now } = (await response.json()) as { places: Places }
      const there = Math.max(...now.perCountry.countries.map(({ taken }) => taken))
      found.push({ taken: now.taken, there })
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return found
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  const workshop = await openWorkshop({ dataDir: folder })
  const { service } = workshop
  file = workshop.config.databaseFile
  const token = (provider: string) =>
    createToken(service.ledger, { role: 'provider', scope: [], label: '', provider }, new Date())
  const tokens = [token('a'), token('b')]
  const chance = seededChance(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance() * list.length)] as T
  // Each person has applied to both providers, so that both want a place for the same person.
  const applied = Array.from({ length: persons }, (_, index) => ({
    person: `person-${index}`,
    country: pick(countries),
    points: pick([0, 0, 10, 40, 50]),
    appliedAt: `2026-11-${String(1 + Math.floor(chance() * 20)).padStart(2, '0')}T08:00:00.000Z`,
  }))
  const decisions = ['a', 'b'].map((provider) =>
    writeDecisions(
      file,
      applied.map((each) => ({ ...each, provider })),
    ),
  )
  observe(file)
  await service.close()

  const env = {
    DATA_DIR: folder,
    PUBLIC_URL: 'https://badges.example.org',
    ADMIN_TOKEN: adminToken,
  }
  servers = [new EnrollingServer(env), new EnrollingServer(env)]
  for (const server of servers) await server.start()
  clients = servers.map((server, index) => new EnrollingClient(server, tokens[index] ?? '', chance))
  const [first, second] = clients
  if (!first || !second) throw new Error('there are two')
  // In the middle of it one process dies without a chance to tidy up, and is started again.
  second.onAnswer = async (answers) => {
    if (answers !== Math.floor(persons / 2)) return
    await second.server.end('SIGKILL')
    await second.server.start()
  }
  let isOver = false
  const watching = watch(first.server, () => isOver)
  const from = performance.now()
  // They begin at opposite ends, and meet in the middle.
  const orders = [decisions[0] ?? [], [...(decisions[1] ?? [])].reverse()]
  await Promise.all(clients.map((client, index) => client.run(orders[index] ?? [], atOnce)))
  seconds = (performance.now() - from) / 1000
  isOver = true
  seen = await watching
  places = replay(observed(file), limits)
}, 240_000)

afterAll(async () => {
  for (const server of servers ?? []) await server.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const stored = () =>
  rowsIn(
    file,
    `SELECT e.id, json_extract(d.person, '$.certain[0]') AS person, e.state, e.decision
     FROM enrolment e JOIN decision d ON d.id = e.decision`,
  ) as unknown as readonly (Told & {
    readonly person: string
  })[]

describe('two processes that enrol the same persons at once', () => {
  test('never give more places than there are, in all and per country, at any moment', () => {
    expect({ seed, faults: places.faults }).toEqual({ seed, faults: [] })
    expect(places.most).toEqual({ taken: limits.total, there: limits.perCountry })
    expect(seen.length).toBeGreaterThan(0)
    expect(Math.max(...seen.map(({ taken }) => taken))).toBeLessThanOrEqual(limits.total)
    expect(Math.max(...seen.map(({ there }) => there))).toBeLessThanOrEqual(limits.perCountry)
  })

  test('leave everybody enrolled or waiting exactly once, who has not withdrawn', () => {
    const active = stored().filter(({ state }) => state !== 'withdrawn')
    const withdrawn = new Set(
      stored()
        .filter(({ state }) => state === 'withdrawn')
        .map(({ person }) => person),
    )
    expect(new Set(active.map(({ person }) => person)).size).toBe(active.length)
    const missing = Array.from({ length: persons }, (_, index) => `person-${index}`).filter(
      (person) => !withdrawn.has(person) && !active.some((each) => each.person === person),
    )
    expect(missing).toEqual([])
    expect(
      active
        .filter(({ state }) => state === 'enrolled')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...places.enrolled.keys()].sort())
    expect(
      active
        .filter(({ state }) => state === 'waiting')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...places.waiting.keys()].sort())
  })

  test('move the right ones up while others withdraw', () => {
    expect(places.movedUp).toBeGreaterThan(10)
    const told = clients.reduce((sum, { movedUp }) => sum + movedUp, 0)
    // An answer that the kill cut off told nobody of the move it had made.
    expect(told).toBeLessThanOrEqual(places.movedUp)
    expect(told).toBeGreaterThan(0)
    expect(places.withdrawn.size).toBeGreaterThan(10)
  })

  test('have lost nothing that was answered when one of them was killed', () => {
    expect(clients.map(({ server }) => server.starts)).toEqual([1, 2])
    expect(clients.flatMap(({ odd }) => odd)).toEqual([])
    const byId = new Map(stored().map((each) => [each.id, each]))
    const lost = clients.flatMap(({ told }) =>
      [...told.values()].filter(({ id, decision, state }) => {
        const now = byId.get(id)
        const mayBe = state === 'waiting' ? ['waiting', 'enrolled'] : [state]
        return now?.decision !== decision || !mayBe.includes(now.state)
      }),
    )
    expect(lost).toEqual([])
    const told = clients.flatMap((client) => [...client.told.keys()])
    expect([...byId.keys()].sort()).toEqual([...new Set(told)].sort())
  })

  test('tell the whole of it in the audit trails', () => {
    const count = (action: string) =>
      rowsIn(file, 'SELECT count(*) AS n FROM decision_event WHERE action = ?', action)[0]?.n
    expect(count('withdrawn')).toBe(places.withdrawn.size)
    expect(count('moved-up')).toBe(places.movedUp)
    expect(Number(count('enrolled')) + Number(count('waiting'))).toBe(stored().length)
    console.info(
      JSON.stringify({
        persons,
        requests: clients.reduce((sum, { answers }) => sum + answers, 0),
        atOnce: atOnce * clients.length,
        seconds: Math.round(seconds * 10) / 10,
        alreadyEnrolled: clients.reduce((sum, { conflicts }) => sum + conflicts, 0),
        withdrawn: places.withdrawn.size,
        movedUp: places.movedUp,
        mostTaken: places.most.taken,
        mostTakenInOneCountry: places.most.there,
        stillWaiting: places.waiting.size,
        cutOffByTheKill: clients.reduce((sum, { unanswered }) => sum + unanswered, 0),
        looks: seen.length,
      }),
    )
  })
})

describe('the observer', () => {
  const at = (id: string, state: 'enrolled' | 'waiting' | 'withdrawn', over: object = {}) => ({
    id,
    person: id,
    country: 'GR',
    points: 0,
    appliedAt: '',
    rowKey: id,
    state,
    taken: 0,
    takenThere: 0,
    ...over,
  })
  const one = { taken: 1, takenThere: 1 }

  test('notices one place too many, the wrong one, a double and a place left free', () => {
    const small = { total: 1, perCountry: 1 }
    const faults = (...changes: Parameters<typeof replay>[0]) => replay(changes, small).faults
    expect(faults(at('a', 'waiting'), at('a', 'enrolled', one))).toEqual([])
    const full = [at('a', 'waiting'), at('a', 'enrolled', one), at('b', 'waiting', one)]
    expect(faults(...full)).toEqual([])
    expect(faults(...full, at('b', 'enrolled', { taken: 2, takenThere: 2 }))).not.toEqual([])
    const better = at('c', 'waiting', { ...one, points: 9 })
    const freed = [...full, better, at('a', 'withdrawn')]
    expect(faults(...freed, at('c', 'enrolled', one))).toEqual([])
    expect(faults(...freed, at('b', 'enrolled', one))).not.toEqual([])
    expect(faults(...freed, at('d', 'waiting'))).not.toEqual([])
    expect(faults(...full, at('b2', 'waiting', { ...one, person: 'b' }))).not.toEqual([])
    expect(faults(...freed, at('a', 'withdrawn'))).not.toEqual([])
  })
})
