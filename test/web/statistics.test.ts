import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Statistics } from '../../src/service/statistics.ts'
import { openClock } from '../support/clock.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'

const clock = openClock()
const course = 'biblio-mooc'
let shop: Shop
let modules: readonly string[]
beforeAll(async () => {
  shop = await openShop({ now: clock.now })
  modules = shop.service.catalogue.courses[0]?.modules.map(({ id }) => id) ?? []
})
afterAll(async () => {
  await shop.close()
  expect(shop.faults).toEqual([])
})

const header = 'learner_id,email,name,completed_on,score,modules\n'
const day = () => clock.now().toISOString().slice(0, 10)
const row = (who: string, done: readonly string[], isCompleted = false) =>
  `${who},${who}@example.org,Learner ${who},${isCompleted ? day() : ''},,${done.join(' ')}`

async function importRows(run: string, rows: readonly string[], more = ''): Promise<void> {
  const response = await shop.ask(`/api/completions?course=${course}&run=${run}${more}`, {
    method: 'POST',
    token: adminToken,
    headers: { 'content-type': 'text/csv' },
    body: `${header}${rows.join('\n')}\n`,
  })
  expect(response.status).toBeLessThan(300)
  await shop.service.issue()
}

const ask = (query: string, token = adminToken, init: RequestInit = {}) =>
  shop.ask(`/api/statistics${query}`, { token, ...init })
const statistics = async (run?: string) =>
  json<Statistics>(await ask(`?course=${course}${run ? `&run=${run}` : ''}`))
const funnelOf = async (run: string) => (await statistics(run)).runs[0]?.funnel

/** Public id of what a learner was issued in a run. */
function heldBy(who: string, achievement: string, run: string): string {
  const { learners, credentials } = shop.service.ledger
  const learner = learners.byKey(`email:${who}@example.org`)
  const held = learner && credentials.byNaturalKey(learner.id, achievement, run)
  if (!held) throw new Error(`${who} holds no ${achievement}`)
  return held.id
}

const areaModules = () =>
  shop.service.catalogue.courses[0]?.modules
    .filter(({ area }) => area === 'information')
    .map(({ id }) => id) ?? []

describe('the funnel of a run', () => {
  test('counts everybody who stands in an import, and how far they came', async () => {
    await importRows('funnel', [
      row('none', []),
      row('some', modules.slice(0, 1)),
      row('area', areaModules()),
      row('part', modules.slice(0, 20)),
      row('whole', modules, true),
    ])
    expect(await funnelOf('funnel')).toMatchObject({
      ...{ learners: 5, began: 4, completed: 1, eligible: 0, enrolled: 0 },
      gained: 3,
    })
    const { badges } = (await statistics('funnel')).runs[0] ?? {}
    expect(badges).toContainEqual({ achievement: 'mooc-completion', issued: 1, revoked: 0 })
    expect(badges?.find(({ achievement }) => achievement === 'area-information')?.issued).toBe(3)
    expect(badges).toHaveLength(shop.service.catalogue.courses[0]?.achievements.length ?? 0)
  })

  test('counts nobody twice, and goes by the newest import', async () => {
    await importRows('again', [row('a', []), row('b', [])])
    await importRows('again', [row('a', modules, true), row('c', [])])
    expect(await funnelOf('again')).toMatchObject({ learners: 3, began: 1, completed: 1 })
  })

  test('is not changed by a dry run, nor by rows that are left out', async () => {
    await importRows('dry', [row('a', [])])
    await importRows('dry', [row('b', [])], '&dryRun=true')
    await importRows('dry', ['x,x@example.org,,,,'])
    expect((await funnelOf('dry'))?.learners).toBe(1)
  })

  test('goes on with those whose certificate made them eligible, and who got a place', async () => {
    await importRows('onward', [row('eve', modules, true), row('adam', modules, true)])
    const specialization = 'ceco'
    const post = (path: string, body: unknown) =>
      shop.ask(path, {
        method: 'POST',
        token: adminToken,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const decided = await Promise.all(
      ['eve', 'adam'].map(async (who) => {
        const id = heldBy(who, 'mooc-completion', 'onward')
        const url = new URL(`/c/${id}`, shop.service.publicUrl).href
        const form = { specialization, credentials: [url], country: 'LV' }
        return json<{ id: string; outcome: string }>(await post('/api/eligibility', form))
      }),
    )
    expect(decided.map(({ outcome }) => outcome)).toEqual(['eligible', 'eligible'])
    expect(await funnelOf('onward')).toMatchObject({ eligible: 2, enrolled: 0 })
    const enrolled = await post('/api/enrolments', { decision: decided[0]?.id })
    expect(enrolled.status).toBe(201)
    const [run] = (await statistics('onward')).runs
    expect(run?.funnel).toMatchObject({ eligible: 2, enrolled: 1 })
    expect(run?.specializations).toContainEqual({ specialization, eligible: 2, enrolled: 1 })
  })

  test('keeps its counts and forgets who it was, once somebody is erased', async () => {
    await importRows('erased', [row('zoe', modules, true), row('max', [])])
    const before = await funnelOf('erased')
    const id = heldBy('zoe', 'mooc-completion', 'erased')
    const credential = shop.service.ledger.credentials.byId(id)
    shop.service.erasure.erase({ learner: credential?.learner ?? '' }, 'test')
    expect(await funnelOf('erased')).toEqual(before)
    await importRows('erased', [row('zoe', modules, true), row('max', [])])
    expect(await funnelOf('erased')).toEqual(before)
    await importRows('erased', [row('zoe', modules, true)], '&reissueErased=true')
    expect((await funnelOf('erased'))?.learners).toBe(3)
  })
})

describe('letters and links of a run', () => {
  test('are counted, with and without a mail server', async () => {
    await importRows('letters', [row('lea', modules, true), row('leo', [])])
    const [run] = (await statistics('letters')).runs
    expect(run?.letters).toEqual({ waiting: 0, sent: 0, refused: 0, bounced: 0, unclear: 0 })
    expect(run?.claims).toEqual({ made: 1, used: 0 })
  })
})

describe('checks', () => {
  const countOf = async (over: { achievement: string; way: string; verdict: string }) =>
    (await statistics()).checks
      .filter((each) =>
        Object.entries(over).every(([name, value]) => each[name as 'way'] === value),
      )
      .reduce((sum, { count }) => sum + count, 0)

  test('are counted by day, achievement and verdict', async () => {
    await importRows('checks', [row('kim', modules, true)])
    const id = heldBy('kim', 'mooc-completion', 'checks')
    const mine = { achievement: 'mooc-completion', way: 'handed-in', verdict: 'valid' }
    const seen = { ...mine, way: 'page' }
    const [before, seenBefore] = [await countOf(mine), await countOf(seen)]
    const signed = shop.service.issued(id)?.signed ?? ''
    await shop.ask('/api/verify', { method: 'POST', body: signed })
    await shop.ask('/api/verify', { method: 'POST', body: signed.replace('Learner kim', 'Kim') })
    const form = new FormData()
    form.append('file', new Blob([signed]), 'a.json')
    expect((await shop.ask('/verify', { method: 'POST', body: form })).status).toBe(200)
    await shop.ask(`/c/${id}`, { headers: { accept: 'text/html' } })
    expect([await countOf(mine), await countOf(seen)]).toEqual([before + 2, seenBefore + 1])
    const days = new Set((await statistics()).checks.map((each) => each.day))
    expect([...days]).toEqual([day()])
  })

  test('of what was altered say nothing of any achievement of ours', async () => {
    const { ledger } = shop.service
    const others = ledger.runFigures.checksOf('other')
    expect(others).toMatchObject([{ way: 'handed-in', verdict: 'invalid', count: 1 }])
  })

  test('that were refused are none', async () => {
    const before = (await statistics()).checks
    await shop.ask('/api/verify', { method: 'POST', body: 'nothing' })
    expect((await statistics()).checks).toEqual(before)
  })
})

describe('GET /api/statistics', () => {
  test('gives the same as a table', async () => {
    for (const response of [
      await ask(`?course=${course}&run=again`, adminToken, { headers: { accept: 'text/csv' } }),
      await shop.ask(`/api/statistics.csv?course=${course}&run=again`, { token: adminToken }),
    ]) {
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      const lines = (await response.text()).trimEnd().split('\r\n')
      expect(lines[0]).toBe('course,run,measure,of,day,count')
      expect(lines).toContain(`${course},again,learners,,,3`)
      expect(lines).toContain(`${course},again,badges-issued,mooc-completion,,1`)
      expect(lines.some((line) => line.startsWith(`${course},,checked-page-valid,`))).toBe(true)
    }
  })

  test('tells of every run of the course where none is named', async () => {
    const runs = (await statistics()).runs.map(({ run }) => run)
    expect(runs).toEqual([...runs].sort())
    expect(runs).toContain('funnel')
  })

  test('is for issuers and reviewers of the course', async () => {
    expect((await ask(`?course=${course}`, shop.token('reviewer', [course]))).status).toBe(200)
    const mine = shop.token('issuer', [course])
    expect((await ask(`?course=${course}`, mine)).status).toBe(200)
    const elsewhere = await ask(`?course=${course}`, shop.token('issuer', ['another']))
    expect(await problemCode(elsewhere)).toBe('forbidden')
    expect(await problemCode(await ask(`?course=${course}`, shop.token('provider')))).toBe(
      'forbidden',
    )
    expect((await shop.ask(`/api/statistics?course=${course}`)).status).toBe(401)
  })

  test.each([
    ['no course', '', 404, 'course-unknown'],
    ['an unknown course', '?course=none', 404, 'course-unknown'],
    ['an unknown run', `?course=${course}&run=none`, 404, 'not-found'],
  ])('refuses %s', async (_what, query, status, code) => {
    const response = await ask(query)
    expect([response.status, await problemCode(response)]).toEqual([status, code])
  })
})

describe('who took part', () => {
  test('is forgotten after RETENTION_DAYS without an import, and still counted', async () => {
    await importRows('old', [row('pia', []), row('paul', modules.slice(0, 1))])
    const { participants } = shop.service.ledger
    const later = new Date(clock.now().getTime() + 1_000).toISOString()
    expect(participants.forgetUnseen('2000-01-01')).toBe(0)
    expect(participants.forgetUnseen(later)).toBeGreaterThanOrEqual(2)
    expect(participants.forgetUnseen(later)).toBe(0)
    expect(await funnelOf('old')).toMatchObject({ learners: 2, began: 1 })
  })
})
