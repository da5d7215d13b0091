import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Turns } from '../../src/admission/decide-lists.ts'
import { Refusal } from '../../src/errors.ts'
import type { ApplicantRow } from '../../src/learning/applicants/applicant.ts'
import { codeOfPromise } from '../support/refused.ts'
import { type AdmissionWorld, openAdmissionWorld } from './admission-world.ts'

let world: AdmissionWorld
beforeAll(async () => {
  world = await openAdmissionWorld()
})
afterAll(() => world.shop.close())

const applicant = (credentials: readonly string[] = []) => ({
  credentials,
  statements: [],
  person: null,
  country: null,
  reference: null,
  appliedAt: null,
})
const rows = (count: number, credentials: readonly string[] = []): ApplicantRow[] =>
  Array.from({ length: count }, (_, at) => ({
    line: at + 1,
    reference: `row-${at + 1}`,
    applicant: applicant(credentials),
  }))
const turns = (over: Partial<Turns> = {}): Turns => ({
  inTurn: (work) => work(),
  isWanted: () => true,
  onFault: (thrown) => {
    throw thrown
  },
  pauseMs: 1,
  ...over,
})
const decisionsOf = (provider: string, { service }: AdmissionWorld = world) =>
  service.admissions.list(world.caller(provider), { specialization: 'keeper', limit: 1_000 })
const open = (provider: string, lines: readonly ApplicantRow[], { service } = world) =>
  service.lists.open(lines, { specialization: 'keeper', caller: world.caller(provider) })

describe('a list of applicants', () => {
  test('is decided in full when the service stopped in the middle of it, each line once', async () => {
    const first = await openAdmissionWorld()
    const mooc = await first.mooc()
    const id = await open('stopped', rows(12, [mooc.id]), first)
    let left = 5
    const isWanted = () => left > 0
    const inTurn = async <T>(work: () => Promise<T>) => {
      left -= 1
      return work()
    }
    await first.service.lists.decideWaiting(turns({ isWanted, inTurn }))
    const then = first.service.lists.tallies(id)
    expect([then.eligible, then.waiting]).toEqual([5, 7])
    const { dataDir } = first.shop
    await first.shop.stop()

    const again = await openAdmissionWorld({ dataDir })
    const { lists, ledger } = again.service
    while (ledger.applicantLists.byId(id)?.state !== 'done')
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(lists.tallies(id)).toEqual({ eligible: 12 })
    expect(decisionsOf('stopped', again)).toHaveLength(12)
    await again.shop.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('that was not stored in full is gone after the next start, and was never promised', async () => {
    async function* brokenOff() {
      yield* rows(300)
      throw new Refusal('list-unreadable', 'not CSV from here on')
    }
    const { lists, ledger } = world.service
    const asked = { specialization: 'keeper', caller: world.caller('broken') }
    expect(await codeOfPromise(lists.open(brokenOff(), asked))).toBe('list-unreadable')
    expect(ledger.applicantLists.abandoned('2027')).toEqual([])
    const record = { id: 'died', specialization: 'keeper', provider: 'broken', requestedBy: 't' }
    ledger.applicantLists.open({ ...record, createdAt: '2026-11-24T11:55:00.000Z' })
    expect(
      await codeOfPromise(Promise.resolve().then(() => lists.find('died', asked.caller))),
    ).toBe('list-not-found')
    // Another process may still be at it.
    lists.forgetUnpromised()
    expect(ledger.applicantLists.byId('died')).toBeDefined()
    world.setNow('2026-11-24T12:06:00Z')
    lists.forgetUnpromised()
    expect(ledger.applicantLists.byId('died')).toBeUndefined()
  })

  test('keeps no second decision of a line that another process answered meanwhile', async () => {
    const id = await open('twice', rows(2))
    const { lists, ledger } = world.service
    const inTurn = async <T>(work: () => Promise<T>) => {
      ledger.applicantLists.settle({ list: id, line: 1 }, { code: 'busy', detail: '' })
      return work()
    }
    await lists.decideWaiting(turns({ inTurn }))
    expect(lists.tallies(id)).toEqual({ refused: 1, 'not-yet': 1 })
    expect(decisionsOf('twice')).toHaveLength(1)
  })

  test('asks again what was busy, and answers a fault of ours in its line only', async () => {
    const id = await open('busy', rows(3))
    const faults: unknown[] = []
    let asked = 0
    const inTurn = async <T>(work: () => Promise<T>) => {
      asked += 1
      if (asked === 1) throw new Refusal('busy', 'later')
      if (asked === 2) throw new TypeError('a fault')
      return work()
    }
    const { lists } = world.service
    await lists.decideWaiting(turns({ inTurn, onFault: (thrown) => faults.push(thrown) }))
    expect(lists.tallies(id)).toEqual({ refused: 1, 'not-yet': 2 })
    expect(faults).toHaveLength(1)
    expect(lists.ranked(id).at(-1)).toMatchObject({ code: 'fault', line: 2 })
  })

  test('that is short does not wait for a long one', async () => {
    const long = await open('fair', rows(40))
    const short = await open('fair', rows(2))
    const { lists, ledger } = world.service
    let openWhenDone = 0
    const inTurn = async <T>(work: () => Promise<T>) => {
      const done = await work()
      if (ledger.applicantLists.byId(short)?.state === 'done' && openWhenDone === 0)
        openWhenDone = lists.tallies(long).waiting ?? 0
      return done
    }
    await lists.decideWaiting(turns({ inTurn }))
    expect(openWhenDone).toBeGreaterThan(30)
    expect(lists.tallies(long)).toEqual({ 'not-yet': 40 })
  })

  test('was handed in when it came, and ranks who is alike as in the file', async () => {
    world.setNow('2026-12-30T12:00:00Z')
    const id = await open('in-time', rows(5))
    world.setNow('2027-01-02T12:00:00Z')
    const { lists } = world.service
    await lists.decideWaiting(turns())
    expect(lists.ranked(id)).toMatchObject(
      [1, 2, 3, 4, 5].map((line) => ({
        line,
        rank: line,
        outcome: 'not-yet',
        appliedAt: '2026-12-30T12:00:00.000Z',
      })),
    )
    world.setNow('2026-11-24T12:00:00Z')
  })

  test('is refused when twenty of the provider are not done', async () => {
    for (let count = 0; count < 20; count += 1) await open('eager', rows(1))
    expect(await codeOfPromise(open('eager', rows(1)))).toBe('too-many-requests')
    expect(await codeOfPromise(open('patient', rows(1)))).toBeUndefined()
    await world.service.lists.decideWaiting(turns())
    expect(await codeOfPromise(open('eager', rows(1)))).toBeUndefined()
  })

  test('has at least one line', async () => {
    expect(await codeOfPromise(open('empty', []))).toBe('list-unreadable')
  })
})
