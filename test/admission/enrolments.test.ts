import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { EnrolmentRequest } from '../../src/admission/enrolment.ts'
import type { Caller } from '../../src/ledger/caller.ts'
import {
  catalogueWith,
  changeIn,
  type Decided,
  rowsIn,
  writeDecisions,
} from '../support/decided.ts'
import { refusalOf } from '../support/refused.ts'
import { issueOne, openWorkshop } from '../support/workshop.ts'

const caller = (provider: string, over: Partial<Caller> = {}): Caller => ({
  token: `token-${provider}`,
  role: 'provider',
  scope: [],
  provider,
  ...over,
})
const [mine, theirs] = [caller('mine'), caller('theirs')]
const admin = caller('settings', { role: 'admin' })

let folder: string
let now: Date
let workshop: Awaited<ReturnType<typeof openWorkshop>>

async function open(places = { total: 3, perCountry: 2 } as Parameters<typeof catalogueWith>[1]) {
  const env = { CATALOGUE: catalogueWith(folder, places) }
  workshop = await openWorkshop({ env, dataDir: join(folder, 'data'), now: () => now })
  // The ledger is made when it is first asked for.
  workshop.service.ledger.faults()
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  now = new Date('2026-12-01T09:00:00Z')
  await open()
})
afterEach(async () => {
  await workshop.service.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = () => workshop.config.databaseFile
const decide = (over: Partial<Decided> = {}) => {
  const [id = ''] = writeDecisions(file(), [{ provider: 'mine', country: 'GR', ...over }])
  return id
}
const asking = (decision: string, over: Partial<EnrolmentRequest> = {}): EnrolmentRequest => ({
  ground: { decision },
  country: null,
  reference: null,
  ...over,
})
const enrol = (over: Partial<Decided> = {}, by: Caller = mine) => {
  now = new Date(now.getTime() + 1000)
  return workshop.service.enrolments.enrol(asking(decide({ provider: by.provider, ...over })), by)
    .enrolment
}
const withdraw = (id: string, by: Caller = mine) =>
  workshop.service.enrolments.withdraw(id, null, by)
const find = (id: string, by: Caller = admin) => workshop.service.enrolments.find(id, by)

const code = (work: () => unknown) => refusalOf(work).code
const enrolCode = (over: Partial<Decided>, request: Partial<EnrolmentRequest> = {}, by = mine) => {
  const decision = decide(over)
  return code(() => workshop.service.enrolments.enrol(asking(decision, request), by))
}
const events = (decision: string) =>
  rowsIn(
    file(),
    'SELECT action, actor, item, note, outcome FROM decision_event WHERE decision = ? ORDER BY row_key',
    decision,
  )

describe('an enrolment', () => {
  test('gives a place, with what the decision says of the person', () => {
    const decision = decide({ reference: 'A-1', points: 40, appliedAt: '2026-11-03T08:00:00Z' })
    const { enrolment, isNew } = workshop.service.enrolments.enrol(asking(decision), mine)
    expect(isNew).toBe(true)
    expect(enrolment).toMatchObject({
      specialization: 'ceco',
      provider: 'mine',
      decision,
      reference: 'A-1',
      country: 'GR',
      state: 'enrolled',
      position: null,
      points: 40,
      appliedAt: '2026-11-03T08:00:00.000Z',
      supportGone: false,
    })
    expect(Object.keys(enrolment)).not.toContain('person')
    expect(find(enrolment.id, mine)).toEqual(enrolment)
    expect(events(decision)).toMatchObject([
      { action: 'enrolled', actor: 'token-mine', item: `enrolment:${enrolment.id}` },
    ])
  })

  test('is one: the same decision again is answered with it', () => {
    const decision = decide()
    const first = workshop.service.enrolments.enrol(asking(decision), mine)
    const again = workshop.service.enrolments.enrol(asking(decision), mine)
    expect(again).toEqual({ enrolment: first.enrolment, isNew: false })
    expect(events(decision)).toHaveLength(1)
  })

  test('is one per person: another decision is refused with the one that is there', () => {
    const { id } = enrol({ person: 'maria' })
    const decision = decide({ person: 'maria' })
    const refused = refusalOf(() => workshop.service.enrolments.enrol(asking(decision), mine))
    expect(refused.code).toBe('already-enrolled')
    expect(JSON.stringify(refused.details)).toContain(id)
  })

  test('tells another provider nothing of the one that is there', () => {
    const { id } = enrol({ person: 'maria', reference: 'secret' })
    const decision = decide({ person: 'maria', provider: 'theirs' })
    const refused = refusalOf(() => workshop.service.enrolments.enrol(asking(decision), theirs))
    expect([refused.code, refused.details]).toEqual(['already-enrolled', []])
    expect(refused.particular).toEqual({ kind: 'enrolled-elsewhere', at: 'person' })
    expect(refused.message).not.toMatch(new RegExp(`${id}|secret|mine`))
  })

  describe('of somebody who may have one already', () => {
    const known = { certain: ['ours'], likely: ['name'] }
    const foreign = { certain: ['theirs'], likely: ['name', 'subject'] }
    const nameless = { certain: [], likely: ['subject'] }
    const again = (person: Decided['person'], isAnotherPerson = false) => {
      const decision = decide({ person: person ?? null })
      return () => workshop.service.enrolments.enrol(asking(decision, { isAnotherPerson }), mine)
    }

    test('stops until somebody says that it is another person, which the trail keeps', () => {
      const { id } = enrol({ person: known })
      const refused = refusalOf(again(foreign))
      expect(refused.code).toBe('maybe-enrolled')
      expect(JSON.stringify(refused.details)).toContain(id)
      const { enrolment } = again(foreign, true)()
      expect(events(enrolment.decision)).toMatchObject([
        { action: 'told-apart', actor: 'token-mine', item: `enrolment:${id}` },
        { action: 'enrolled', item: `enrolment:${enrolment.id}` },
      ])
      expect(code(again(nameless))).toBe('maybe-enrolled')
    })

    test('is refused for a subject in common, whatever is said', () => {
      enrol({ person: known })
      expect(code(again({ ...foreign, certain: ['theirs', 'ours'] }, true))).toBe(
        'already-enrolled',
      )
    })

    test('is asked about where each of two of one name has a subject of its own', () => {
      enrol({ person: known })
      expect(code(again({ ...known, certain: ['another'] }))).toBe('maybe-enrolled')
    })

    test('is free again once the other one was withdrawn', () => {
      withdraw(enrol({ person: known }).id)
      expect(again(foreign)().isNew).toBe(true)
    })
  })

  test('of one person in another specialization stands beside it', () => {
    enrol({ person: 'maria' })
    expect(enrol({ person: 'maria', specialization: 'digy' }).state).toBe('enrolled')
  })

  test('can be made anew once it was withdrawn', () => {
    const first = enrol({ person: 'maria' })
    withdraw(first.id)
    const second = enrol({ person: 'maria' })
    expect([second.state, second.id === first.id]).toEqual(['enrolled', false])
  })

  test('of decisions about nobody in particular is one for each of them', () => {
    expect([enrol({ person: null }).state, enrol({ person: null }).state]).toEqual([
      'enrolled',
      'enrolled',
    ])
  })

  test('follows from the eligibility credential as well as from its decision', async () => {
    const credential = (await issueOne(workshop.service)).id
    const decision = decide({ credential })
    const by = (specialization: string, actor = mine) =>
      workshop.service.enrolments.enrol(
        { ground: { specialization, credential }, country: null, reference: null },
        actor,
      )
    expect(code(() => by('digy'))).toBe('decision-not-found')
    expect(code(() => by('ceco', theirs))).toBe('decision-not-found')
    expect(code(() => by('ceco', caller('mine', { scope: ['digy'] })))).toBe('forbidden')
    expect(by('ceco').enrolment.decision).toBe(decision)
  })
})

describe('enrolling is refused', () => {
  test.each([
    ['decision-not-found', { provider: 'theirs' }],
    ['not-eligible', { outcome: 'needs-review' }],
    ['not-eligible', { outcome: 'not-yet' }],
    ['decision-expired', { validUntil: '2026-11-30T00:00:00.000Z' }],
    ['decision-erased', { erasedAt: '2026-11-30T00:00:00.000Z', person: null }],
    ['specialization-unknown', { specialization: 'gone' }],
    ['country-needed', { country: null }],
    ['country-needed', { country: 'DE' }],
  ] as const)('%s: %j', (expected, over) => {
    expect(enrolCode(over)).toBe(expected)
    expect(rowsIn(file(), 'SELECT * FROM enrolment')).toEqual([])
    expect(rowsIn(file(), 'SELECT * FROM decision_event')).toEqual([])
  })

  test('for a decision that is not there', () => {
    expect(code(() => workshop.service.enrolments.enrol(asking('nothing'), mine))).toBe(
      'decision-not-found',
    )
  })

  test('for a specialization outside the scope, and for another role', () => {
    expect(enrolCode({}, {}, caller('mine', { scope: ['digy'] }))).toBe('forbidden')
    expect(enrolCode({}, {}, caller('mine', { role: 'issuer' }))).toBe('forbidden')
  })

  test('for another country than that of the decision, and not for the same in small letters', () => {
    expect(enrolCode({}, { country: 'IT' })).toBe('country-needed')
    const decision = decide()
    const { enrolment } = workshop.service.enrolments.enrol(
      asking(decision, { country: ' gr ' }),
      mine,
    )
    expect(enrolment.country).toBe('GR')
  })

  test('for a reference without end', () => {
    expect(enrolCode({}, { reference: 'x'.repeat(201) })).toBe('text-too-long')
    expect(enrolCode({}, { reference: 'x'.repeat(200), country: 'XX' })).toBe('country-needed')
  })

  test('for a credential that was revoked', async () => {
    const credential = (await issueOne(workshop.service)).id
    workshop.service.revoke(credential, 'a test')
    expect(enrolCode({ credential })).toBe('not-eligible')
  })
})

describe('places', () => {
  test('run out per country, and then in all', () => {
    const states = ['GR', 'GR', 'GR', 'IT', 'IT'].map((country) => enrol({ country }).state)
    expect(states).toEqual(['enrolled', 'enrolled', 'waiting', 'enrolled', 'waiting'])
    expect(workshop.service.enrolments.places('ceco')).toEqual({
      total: 3,
      taken: 3,
      waiting: 2,
      perCountry: {
        limit: 2,
        countries: [
          { country: 'BE', taken: 0, waiting: 0 },
          { country: 'BG', taken: 0, waiting: 0 },
          { country: 'GR', taken: 2, waiting: 1 },
          { country: 'IT', taken: 1, waiting: 1 },
          { country: 'LV', taken: 0, waiting: 0 },
        ],
      },
    })
  })

  test('are without end where the catalogue has no limit', async () => {
    await workshop.service.close()
    await open({ total: null, perCountry: null })
    const states = Array.from({ length: 30 }, () => enrol().state)
    expect(new Set(states)).toEqual(new Set(['enrolled']))
    expect(workshop.service.enrolments.places('ceco')).toMatchObject({ total: null, taken: 30 })
  })

  test('need no country where the specialization is offered everywhere', async () => {
    await workshop.service.close()
    const env = {
      CATALOGUE: catalogueWith(folder, { total: 2, perCountry: null }, { countries: [] }),
    }
    workshop = await openWorkshop({ env, dataDir: join(folder, 'data'), now: () => now })
    workshop.service.ledger.faults()
    const made = [1, 2, 3].map(() => enrol({ country: null }))
    expect(made.map(({ state }) => state)).toEqual(['enrolled', 'enrolled', 'waiting'])
    expect(enrol({ country: 'GR' }).country).toBeNull()
  })

  test('more of them in the catalogue are given at the next start, fewer take none away', async () => {
    const made = ['GR', 'GR', 'GR', 'GR', 'IT'].map((country) => enrol({ country }))
    await workshop.service.close()
    await open({ total: 4, perCountry: 3 })
    expect(workshop.service.enrolments.fill()).toBe(1)
    expect(made.map(({ id }) => find(id).state)).toEqual([
      'enrolled',
      'enrolled',
      'enrolled',
      'waiting',
      'enrolled',
    ])
    await workshop.service.close()
    await open({ total: 1, perCountry: 1 })
    expect(workshop.service.enrolments.fill()).toBe(0)
    expect(workshop.service.enrolments.places('ceco')).toMatchObject({ taken: 4, waiting: 1 })
    expect(withdraw(made[0]?.id ?? '').movedUp).toEqual([])
  })
})

describe('the waiting list', () => {
  const fullHouse = () => ['GR', 'GR', 'IT'].map((country) => enrol({ country }))

  test('goes by points, then by the time of application, then by who came first', () => {
    fullHouse()
    const late = enrol({ points: 10, appliedAt: '2026-11-09T00:00:00.000Z' })
    const early = enrol({ points: 10, appliedAt: '2026-11-02T00:00:00.000Z' })
    const best = enrol({ points: 50, appliedAt: '2026-11-20T00:00:00.000Z' })
    const twin = enrol({ points: 10, appliedAt: '2026-11-09T00:00:00.000Z' })
    expect([best, early, late, twin].map(({ id }) => find(id).position)).toEqual([1, 2, 3, 4])
    const listed = workshop.service.enrolments
      .list({ specialization: 'ceco', state: 'waiting', after: null, limit: 10 }, mine)
      .map(({ id, position }) => [id, position])
    expect(listed).toEqual([best, early, late, twin].map(({ id }, index) => [id, index + 1]))
  })

  test('gives a place that is free to the first whom the limit of the country lets in', () => {
    const [, , italian] = fullHouse()
    const greek = enrol({ country: 'GR', points: 90 })
    const bulgarian = enrol({ country: 'BG', points: 10 })
    const latvian = enrol({ country: 'LV', points: 5 })
    expect(withdraw(italian?.id ?? '')).toMatchObject({
      enrolment: { state: 'withdrawn' },
      movedUp: [bulgarian.id],
      movedUpElsewhere: 0,
    })
    expect([greek, bulgarian, latvian].map(({ id }) => find(id).state)).toEqual([
      'waiting',
      'enrolled',
      'waiting',
    ])
    expect(find(latvian.id).position).toBe(2)
    expect(events(bulgarian.decision)).toMatchObject([
      { action: 'waiting', actor: 'token-mine' },
      { action: 'moved-up', actor: 'colophon' },
    ])
  })

  test('moves nobody up for one who only waited, and never twice for one withdrawal', () => {
    const [first] = fullHouse()
    const [waiting, next] = [enrol({ country: 'BE' }), enrol({ country: 'BE' })]
    expect(withdraw(waiting.id).movedUp).toEqual([])
    expect(withdraw(first?.id ?? '').movedUp).toEqual([next.id])
    const third = enrol({ country: 'BE' })
    expect(withdraw(first?.id ?? '')).toMatchObject({ movedUp: [], movedUpElsewhere: 0 })
    expect(find(third.id).state).toBe('waiting')
    expect(events(first?.decision ?? '').map(({ action }) => action)).toEqual([
      'enrolled',
      'withdrawn',
    ])
  })

  test('passes over all whose certificate was revoked, in its order, however many they are', async () => {
    const placed = fullHouse()
    const lost = await issueOne(workshop.service)
    workshop.service.revoke(lost.id, 'a test')
    const id = new URL(`/c/${lost.id}`, workshop.service.publicUrl).href
    const credentials = [{ id, isOwn: true, standing: 'current' }]
    const application = JSON.stringify({ application: { person: null, credentials }, unread: [] })
    const waiting = Array.from({ length: 14 }, (_, at) => enrol({ country: 'BE', points: 50 - at }))
    const stand = [5, 12]
    for (const { decision } of waiting.filter((_, at) => !stand.includes(at)))
      changeIn(file(), 'UPDATE decision SET application = ? WHERE id = ?', application, decision)
    const movedUp = placed.map((each) => withdraw(each.id).movedUp)
    expect(movedUp).toEqual([...stand.map((at) => [waiting[at]?.id]), []])
    expect(workshop.service.enrolments.places('ceco')).toMatchObject({ taken: 2, waiting: 12 })
  })

  test('tells a provider that somebody moved up, but of others not who', () => {
    const [first] = fullHouse()
    const other = enrol({ country: 'BE' }, theirs)
    const told = withdraw(first?.id ?? '')
    expect([told.movedUp, told.movedUpElsewhere]).toEqual([[], 1])
    expect(find(other.id, theirs).state).toBe('enrolled')
    // Who freed the place is not in the other provider's audit trail either.
    expect(JSON.stringify(events(other.decision))).not.toContain('token-mine')
  })
})

describe('a list of enrolments', () => {
  const list = (by: Caller, over: object = {}) =>
    workshop.service.enrolments.list(
      { specialization: 'ceco', state: null, after: null, limit: 10, ...over },
      by,
    )

  test('has the own ones only, an administrator sees all', () => {
    const [own, other] = [enrol(), enrol({}, theirs)]
    expect(list(mine).map(({ id }) => id)).toEqual([own.id])
    expect(list(theirs).map(({ id }) => id)).toEqual([other.id])
    expect(list(admin)).toHaveLength(2)
    expect(list(mine, { specialization: 'digy' })).toEqual([])
  })

  test('comes page by page, and all of it whatever the size of a page', () => {
    const made = Array.from({ length: 7 }, (_, index) => enrol({ points: index % 3 }).id)
    const told: string[] = []
    let after: string | null = null
    for (;;) {
      const page = list(mine, { after, limit: 2 })
      if (page.length === 0) break
      told.push(...page.map(({ id }) => id))
      after = told.at(-1) ?? null
    }
    expect([...told].sort()).toEqual([...made].sort())
    const whole = workshop.service.enrolments.all({ specialization: 'ceco', state: null }, mine)
    expect([...whole].map(({ id }) => id)).toEqual(told)
  })

  test('is refused outside the scope, for what is not there, and after nothing', () => {
    expect(code(() => list(caller('mine', { scope: ['digy'] })))).toBe('forbidden')
    expect(code(() => list(caller('mine', { role: 'issuer' })))).toBe('forbidden')
    expect(code(() => list(mine, { specialization: 'nothing' }))).toBe('specialization-unknown')
    expect(code(() => list(mine, { after: 'nothing' }))).toBe('bad-request')
    const { id } = enrol({}, theirs)
    expect(code(() => list(mine, { after: id }))).toBe('bad-request')
    expect(code(() => list(theirs, { specialization: 'digy', after: id }))).toBe('bad-request')
  })

  test('flags whose decision stands no longer, and leaves them their place', async () => {
    const credential = (await issueOne(workshop.service)).id
    const { id } = enrol({ credential })
    const reviewed = enrol()
    expect(list(mine).map(({ supportGone }) => supportGone)).toEqual([false, false])
    workshop.service.revoke(credential, 'a test')
    changeIn(file(), `UPDATE decision SET outcome = 'not-yet' WHERE id = ?`, reviewed.decision)
    expect(list(mine).map(({ supportGone }) => supportGone)).toEqual([true, true])
    expect(find(id)).toMatchObject({ state: 'enrolled', supportGone: true })
  })
})

describe('another provider', () => {
  test('finds no enrolment, and withdraws none', () => {
    const { id } = enrol()
    expect(code(() => find(id, theirs))).toBe('enrolment-not-found')
    expect(code(() => withdraw(id, theirs))).toBe('enrolment-not-found')
    expect(code(() => withdraw('nothing'))).toBe('enrolment-not-found')
    expect(code(() => withdraw(id, caller('mine', { scope: ['digy'] })))).toBe('forbidden')
    expect(find(id).state).toBe('enrolled')
  })
})

describe('a request under a key', () => {
  const key = { key: 'k1', hash: 'h1' }
  const once = (decision: string, keyed = key, by = mine) =>
    workshop.service.enrolments.enrol(asking(decision), by, keyed)

  test('is answered once and for all, with what has become of it', () => {
    const decision = decide()
    const { enrolment } = once(decision)
    withdraw(enrolment.id)
    expect(once(decision)).toMatchObject({
      isNew: false,
      enrolment: { id: enrolment.id, state: 'withdrawn' },
    })
  })

  test('is another one with another body, and free to each token', () => {
    const decision = decide()
    once(decision)
    expect(code(() => once(decision, { key: 'k1', hash: 'h2' }))).toBe('idempotency-conflict')
    const other = decide({ provider: 'theirs' })
    expect(once(other, { key: 'k1', hash: 'h2' }, theirs).isNew).toBe(true)
  })

  test('that was refused leaves its key free', () => {
    const decision = decide({ country: null })
    expect(code(() => once(decision))).toBe('country-needed')
    const mended = asking(decision, { country: 'GR' })
    const keyed = { key: 'k1', hash: 'h2' }
    expect(workshop.service.enrolments.enrol(mended, mine, keyed).isNew).toBe(true)
  })
})

describe('after the retention time', () => {
  test('who withdrew is forgotten, the count stays; who has a place is not', () => {
    const [gone, kept] = [enrol({ reference: 'A', person: 'ana' }), enrol({ reference: 'B' })]
    withdraw(gone.id)
    expect(workshop.service.enrolments.erase(new Date('2026-11-30T00:00:00Z'))).toBe(0)
    now = new Date('2027-06-01T00:00:00Z')
    expect(workshop.service.enrolments.erase(new Date('2027-05-01T00:00:00Z'))).toBe(1)
    expect(find(gone.id)).toMatchObject({ state: 'withdrawn', reference: null, country: 'GR' })
    expect(find(gone.id).erasedAt).toBe(now.toISOString())
    expect(find(kept.id)).toMatchObject({ reference: 'B', erasedAt: null })
    const keysOf = ({ id }: typeof kept) =>
      rowsIn(file(), 'SELECT key FROM enrolment_key WHERE enrolment = ?', id)
    expect([keysOf(gone).length, keysOf(kept).length]).toEqual([0, 2])
    expect(workshop.service.enrolments.erase(new Date('2027-05-01T00:00:00Z'))).toBe(0)
  })

  test('all are forgotten of a specialization that is no longer offered', () => {
    const { id } = enrol({ reference: 'A' })
    changeIn(file(), `UPDATE enrolment SET specialization = 'gone'`)
    expect(workshop.service.enrolments.erase(new Date('2027-05-01T00:00:00Z'))).toBe(1)
    expect(find(id)).toMatchObject({ state: 'enrolled', reference: null })
  })
})
