import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { catalogueWith, type Decided, writeDecisions } from '../support/decided.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

interface Enrolment {
  readonly id: string
  readonly state: string
  readonly location: string
  readonly position: number | null
}
interface Listed {
  readonly enrolments: readonly Enrolment[]
  readonly next: string | null
  readonly places: Record<string, unknown>
}

let folder: string
let shop: Shop
let mine: string
let theirs: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  shop = await openShop({
    env: { CATALOGUE: catalogueWith(folder, { total: 4, perCountry: 2 }) },
  })
  mine = shop.token('provider')
  theirs = shop.token('provider')
})
afterAll(async () => {
  await shop.close()
  rmSync(folder, { recursive: true, force: true })
  expect(shop.faults).toEqual([])
})

const providerOf = (token: string) => shop.service.recognise(`Bearer ${token}`).provider
const decide = (over: Partial<Decided> = {}) => {
  const decided = { provider: providerOf(mine), country: 'GR', ...over }
  const [id = ''] = writeDecisions(shop.config.databaseFile, [decided])
  return id
}
const post = (body: unknown, sent: { token?: string; key?: string; path?: string } = {}) =>
  shop.ask(sent.path ?? '/api/enrolments', {
    method: 'POST',
    token: sent.token ?? mine,
    headers: {
      'content-type': 'application/json',
      ...(sent.key ? { 'idempotency-key': sent.key } : {}),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const enrol = async (over: Partial<Decided> = {}) =>
  json<Enrolment>(await post({ decision: decide({ specialization: 'digy', ...over }) }))
const get = (path: string, token = mine) => shop.ask(path, { token })

describe('POST /api/enrolments', () => {
  test('enrols with 201 and an address, and again with 200', async () => {
    const decision = decide()
    const first = await post({ decision, reference: 'A-1' })
    const enrolment = await json<Enrolment>(first)
    expect([first.status, first.headers.get('location')]).toEqual([201, enrolment.location])
    expect(enrolment).toMatchObject({ state: 'enrolled', reference: 'A-1', country: 'GR' })
    expect(first.headers.get('cache-control')).toBe('no-store')
    const again = await post({ decision, reference: 'A-1' })
    expect([again.status, await json(again)]).toEqual([200, enrolment])
    expect(await json(await get(enrolment.location))).toEqual(enrolment)
  })

  test('takes a specialization and its eligibility credential, by id or link', async () => {
    const credential = (await issueOne(shop.service)).id
    const decision = decide({ credential })
    const link = new URL(`/c/${credential}.json`, shop.service.publicUrl).href
    const first = await post({ specialization: 'ceco', credential: link })
    expect([first.status, await json(first)]).toMatchObject([201, { decision }])
    expect((await post({ specialization: 'ceco', credential })).status).toBe(200)
    for (const other of ['x', `https://elsewhere.example/c/${credential}`, 'https://['])
      expect(await problemCode(await post({ specialization: 'ceco', credential: other }))).toBe(
        'decision-not-found',
      )
  })

  test('under a key answers another body with 422, and the same with the same', async () => {
    const [decision, other] = [decide({ country: 'BG' }), decide({ country: 'BG' })]
    const first = await post({ decision, reference: 'x' }, { key: 'one' })
    expect(first.status).toBe(201)
    const again = await post({ reference: 'x', decision }, { key: 'one' })
    expect([again.status, await json(again)]).toEqual([200, await json(first)])
    const conflict = await post({ decision: other }, { key: 'one' })
    expect([conflict.status, await problemCode(conflict)]).toEqual([422, 'idempotency-conflict'])
    expect(await problemCode(await post({ decision }, { key: 'a b' }))).toBe('bad-request')
  })

  test.each([
    ['{', 'bad-request'],
    ['[]', 'bad-request'],
    ['null', 'bad-request'],
    [{}, 'bad-request'],
    [{ decision: 5 }, 'bad-request'],
    [{ decision: 'x', person: 'Maria' }, 'bad-request'],
    [{ decision: 'x', credential: 'y' }, 'bad-request'],
    [{ specialization: 'ceco' }, 'bad-request'],
    [{ decision: 'x'.repeat(70_000) }, 'too-large'],
    [{ decision: 'x' }, 'decision-not-found'],
    [{ decision: '\u0000', country: '\u{1F600}' }, 'decision-not-found'],
  ])('answers %j with %s', async (body, expected) => {
    expect(await problemCode(await post(body))).toBe(expected)
  })

  test('needs a token of a provider, and JSON', async () => {
    const body = { decision: decide() }
    expect(await problemCode(await post(body, { token: 'x' }))).toBe('unauthorised')
    expect(await problemCode(await post(body, { token: shop.token('issuer') }))).toBe('forbidden')
    const asForm = await shop.ask('/api/enrolments', {
      method: 'POST',
      token: mine,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'decision=x',
    })
    expect(await problemCode(asForm)).toBe('unsupported-media-type')
  })

  test('is forbidden outside the scope, and blind to other providers', async () => {
    const scoped = shop.token('provider', ['digy'])
    const decision = decide({ provider: providerOf(scoped) })
    expect(await problemCode(await post({ decision }, { token: scoped }))).toBe('forbidden')
    expect(await problemCode(await post({ decision }, { token: theirs }))).toBe(
      'decision-not-found',
    )
  })
})

describe('enrolments', () => {
  test('are listed page by page, told as a table, withdrawn, and move up', async () => {
    const made = [
      await enrol({ reference: '=1+1', points: 3 }),
      await enrol({ points: 2 }),
      await enrol({ points: 1 }),
    ]
    expect(made.map(({ state, position }) => [state, position])).toEqual([
      ['enrolled', null],
      ['enrolled', null],
      ['waiting', 1],
    ])
    const first = await json<Listed>(await get('/api/enrolments?specialization=digy&limit=2'))
    const rest = await json<Listed>(
      await get(`/api/enrolments?specialization=digy&limit=2&after=${first.next}`),
    )
    expect([...first.enrolments, ...rest.enrolments].map(({ id }) => id)).toEqual(
      made.map(({ id }) => id),
    )
    expect(rest.next).toBeNull()
    expect(first.places).toMatchObject({ total: 4, taken: 2, waiting: 1 })
    const waiting = await get('/api/enrolments?specialization=digy&state=waiting')
    expect((await json<Listed>(waiting)).enrolments.map(({ id }) => id)).toEqual([made[2]?.id])

    const table = await get('/api/enrolments.csv?specialization=digy')
    const [head, row, ...others] = (await table.text()).trim().split('\r\n')
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(head).toMatch(/^id,reference,state,position,country,points,/)
    expect(row).toMatch(new RegExp(`^${made[0]?.id},"'=1\\+1",enrolled,,GR,3,`))
    expect(others).toHaveLength(2)

    const path = `${made[0]?.location}/withdraw`
    const withdrawn = await post({ note: 'moved away' }, { path })
    expect([withdrawn.status, await json(withdrawn)]).toMatchObject([
      200,
      { enrolment: { state: 'withdrawn' }, movedUp: [made[2]?.id], movedUpElsewhere: 0 },
    ])
    const again = await shop.ask(path, { method: 'POST', token: mine })
    expect(await json(again)).toMatchObject({ enrolment: { state: 'withdrawn' }, movedUp: [] })
  })

  test('of another provider are not there', async () => {
    const { location } = await enrol({ country: 'LV' })
    expect(await problemCode(await get(location, theirs))).toBe('enrolment-not-found')
    const path = `${location}/withdraw`
    expect(await problemCode(await post({}, { path, token: theirs }))).toBe('enrolment-not-found')
    const list = await json<Listed>(await get('/api/enrolments?specialization=digy', theirs))
    expect(list.enrolments).toEqual([])
    const table = await get('/api/enrolments.csv?specialization=digy', theirs)
    expect((await table.text()).trim().split('\r\n')).toHaveLength(1)
    expect((await get(location, adminToken)).status).toBe(200)
  })

  test.each([
    ['', 'bad-request'],
    ['?specialization=nothing', 'specialization-unknown'],
    ['?specialization=digy&state=gone', 'bad-request'],
    ['?specialization=digy&after=x', 'bad-request'],
    ['?specialization=digy&limit=0', 'bad-request'],
    ['?specialization=digy&limit=1001', 'bad-request'],
    ['?specialization=digy&limit=x', 'bad-request'],
  ])('asked for by %s are refused: %s', async (query, expected) => {
    expect(await problemCode(await get(`/api/enrolments${query}`))).toBe(expected)
  })

  test('need a token, a scope and a note that is one', async () => {
    const { location } = await enrol({ country: 'IT' })
    const list = '/api/enrolments?specialization=digy'
    expect(await problemCode(await shop.ask(list))).toBe('unauthorised')
    expect(await problemCode(await get(list, shop.token('provider', ['ceco'])))).toBe('forbidden')
    expect(await problemCode(await get('/api/enrolments.csv'))).toBe('bad-request')
    const path = `${location}/withdraw`
    for (const body of ['{', { note: 5 }, { why: 'x' }])
      expect(await problemCode(await post(body, { path }))).toBe('bad-request')
    const long = { note: 'x'.repeat(2_001) }
    expect(await problemCode(await post(long, { path }))).toBe('text-too-long')
  })
})
