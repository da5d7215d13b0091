import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type AdmissionWorld, openAdmissionWorld } from '../admission/admission-world.ts'
import { openDesk } from '../support/desk.ts'
import { adminToken, json, problemCode } from '../support/shop.ts'

interface Line {
  readonly line: number
  readonly reference: string | null
  readonly state: string
  readonly rank: number | null
  readonly decision?: { readonly outcome: string; readonly id: string }
  readonly problem?: { readonly code: string; readonly title: string; readonly detail: string }
}

interface Body {
  readonly list: string
  readonly state: string
  readonly total: number
  readonly done: number
  readonly tallies: Readonly<Record<string, number>>
  readonly decisions: readonly Line[]
  readonly lines: readonly Line[]
  readonly next: number | null
}

let world: AdmissionWorld
let mooc: IssuedRecord
let token: string
let another: string

const lists = '/api/eligibility/lists'
const batch = '/api/eligibility/batch?specialization=keeper'

const post = (body: string, init: { token?: string; headers?: object; path?: string } = {}) =>
  world.shop.ask(init.path ?? batch, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'text/csv', ...init.headers },
    token: init.token ?? token,
  })
const postJson = (applicants: readonly object[], headers: object = {}) =>
  post(JSON.stringify({ specialization: 'keeper', applicants }), {
    headers: { 'Content-Type': 'application/json', ...headers },
  })
const get = (path: string, as = token) => world.shop.ask(path, { token: as })

async function untilDone(location: string): Promise<Body> {
  for (;;) {
    const body = await json<Body>(await get(location))
    if (body.state === 'done') return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function handIn(csv: string): Promise<Body> {
  const answer = await post(csv)
  expect(answer.status).toBe(202)
  return untilDone(answer.headers.get('location') ?? '')
}

const tableOf = async (list: string, query = '') => {
  const text = await (await get(`${lists}/${list}/result.csv${query}`)).text()
  return parse(text, { columns: true, bom: true }) as Record<string, string>[]
}

beforeAll(async () => {
  world = await openAdmissionWorld({ env: { CALLS_PER_MINUTE: '100000' } })
  mooc = await world.mooc()
  token = world.shop.token('provider', ['keeper'])
  another = world.shop.token('provider')
})
afterAll(() => world.shop.close())

const csv = () =>
  [
    'reference,credentials,name,country,applied,statements',
    `late,${mooc.id},Maria Rossi,GR,2026-11-20,`,
    'nothing,,,,2026-11-02,',
    'idea,,,IT,2026-11-03,project-idea',
    `early,${new URL(`/c/${mooc.id}`, world.service.publicUrl).href},,,2026-11-05T09:00:00+02:00,`,
    'elsewhere,,,Greece,,',
    `other,${mooc.id},Somebody Else,,,`,
    'broken,"open',
    'abroad,,,FR,,',
    'before,,,,2026-10-01,',
    '=cmd(),,,,,holiday',
  ].join('\r\n')

describe('a list of applicants as CSV', () => {
  test('is kept at once and decided in the background, every line under its number', async () => {
    const body = await handIn(csv())
    expect(body).toMatchObject({
      total: 10,
      done: 10,
      tallies: { eligible: 2, 'needs-review': 2, 'not-yet': 1, refused: 5, waiting: 0 },
      next: null,
    })
    const told = body.lines.map(({ rank, reference, line, state, problem }) => [
      rank,
      reference,
      line,
      problem?.code ?? state,
    ])
    expect(told).toEqual([
      [1, 'early', 5, 'eligible'],
      [2, 'late', 2, 'eligible'],
      [3, 'idea', 4, 'needs-review'],
      [4, 'other', 7, 'needs-review'],
      [5, 'nothing', 3, 'not-yet'],
      [null, 'elsewhere', 6, 'country-needed'],
      [null, null, 8, 'quote-not-closed'],
      [null, 'abroad', 9, 'country-needed'],
      [null, 'before', 10, 'applications-closed'],
      [null, '=cmd()', 11, 'statement-unknown'],
    ])
  })

  test('comes back as a table by rank, without formulas', async () => {
    const { list } = await handIn(csv())
    const rows = await tableOf(list)
    expect(rows).toHaveLength(10)
    expect(rows[0]).toMatchObject({
      line: '5',
      reference: 'early',
      rank: '1',
      outcome: 'eligible',
      reason: 'conditions-met',
      points: '3',
      of: '8',
      rules: expect.stringContaining('mooc=met:achievement-held'),
      credentials: expect.stringMatching(/\/c\/\w{26}=yes:counts$/),
      applied_at: '2026-11-05T07:00:00.000Z',
    })
    expect(rows[2]?.missing).toContain('Get mooc')
    expect(rows[9]).toMatchObject({ reference: "'=cmd()", code: 'statement-unknown' })
    const refused = await tableOf(list, '?outcome=refused')
    expect(refused.map(({ line }) => line)).toEqual(['6', '8', '9', '10', '11'])
  })

  test('tells of a page of its lines, or of those of one outcome', async () => {
    const { list } = await handIn(csv())
    const page = await json<Body>(await get(`${lists}/${list}?from=1&limit=2`))
    expect(page.lines.map(({ rank }) => rank)).toEqual([2, 3])
    expect(page.next).toBe(3)
    const only = await json<Body>(await get(`${lists}/${list}?outcome=eligible`))
    expect(only.lines.map(({ reference }) => reference)).toEqual(['early', 'late'])
    for (const query of ['outcome=good', 'from=-1', 'limit=0'])
      expect(await problemCode(await get(`${lists}/${list}?${query}`))).toBe('bad-request')
  })

  test('tells how far it is until it is done', async () => {
    const answer = await post(csv())
    const events = await (await get(`${answer.headers.get('location')}/events`)).text()
    const last = events.trim().split('\n\n').at(-1) ?? ''
    expect(last).toMatch(/^event: done\ndata: \{/)
    expect(JSON.parse(/^data: (.*)$/m.exec(last)?.[1] ?? '')).toMatchObject({ total: 10, done: 10 })
  })

  test('is forgotten line by line as it is decided', async () => {
    const { list } = await handIn(csv())
    const open = world.service.ledger.applicantLists.nextOpen(list, 0)
    expect(open).toBeUndefined()
    const { databaseFile } = world.shop.config
    const { DatabaseSync } = await import('@photostructure/sqlite')
    const database = new DatabaseSync(databaseFile)
    const asked = database.prepare(
      'SELECT count(*) AS n FROM applicant_line WHERE asked IS NOT NULL',
    )
    expect(asked.get()).toEqual({ n: 0 })
    database.close()
  })

  test('of 10,000 rows with broken ones among them answers each', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => {
      if (at % 100 === 0) return `row-${at},,2026-11-02`
      return at % 2 === 0 ? `row-${at},too few` : `row-${at},,31.12.2025`
    })
    const body = await handIn(['reference,credentials,applied', ...rows].join('\n'))
    expect(body).toMatchObject({ total: 10_000, done: 10_000 })
    expect(body.tallies).toMatchObject({ 'not-yet': 100, refused: 9_900 })
    const table = await tableOf(body.list)
    const lines = table.map(({ line }) => Number(line)).sort((a, b) => a - b)
    expect(lines).toEqual(rows.map((_, at) => at + 2))
    const codes = new Set(table.map(({ code }) => code))
    expect(codes).toEqual(new Set(['', 'row-length', 'date-unreadable']))
  })
})

describe('a list of applicants as JSON', () => {
  test('is answered at once, each in its place and one that is wrong in its own', async () => {
    const answer = await postJson([
      { reference: 'a' },
      { reference: 'b', credentials: [JSON.parse(mooc.signed)], appliedAt: '2026-11-02' },
      { reference: 'c', credential: 'x' },
      { reference: 'd', credentials: [7] },
    ])
    expect(answer.status).toBe(200)
    const { decisions } = await json<Body>(answer)
    expect(decisions).toMatchObject([
      { line: 1, reference: 'a', state: 'not-yet', rank: 2, decision: { outcome: 'not-yet' } },
      { line: 2, reference: 'b', state: 'eligible', rank: 1, decision: { outcome: 'eligible' } },
      { line: 3, reference: 'c', state: 'refused', rank: null, problem: { code: 'bad-request' } },
      { line: 4, reference: 'd', state: 'refused', problem: { code: 'bad-request' } },
    ])
    const found = await get(`/api/eligibility/${decisions[1]?.decision?.id}`)
    expect(found.status).toBe(200)
  })

  test('is decided later where that is preferred, or where there are more than 50', async () => {
    const preferred = await postJson([{}], { Prefer: 'respond-async' })
    expect(preferred.status).toBe(202)
    const many = await postJson(Array.from({ length: 51 }, () => ({})))
    expect(many.status).toBe(202)
    expect(await untilDone(many.headers.get('location') ?? '')).toMatchObject({ total: 51 })
  })

  test('is the same list again under the same key', async () => {
    const headers = { 'Idempotency-Key': 'a-list' }
    const first = await json<Body>(await postJson([{ reference: 'once' }], headers))
    const second = await json<Body>(await postJson([{ reference: 'once' }], headers))
    expect(second.list).toBe(first.list)
    expect(second.decisions).toEqual(first.decisions)
    const other = await postJson([{ reference: 'twice' }], headers)
    expect(await problemCode(other)).toBe('idempotency-conflict')
  })
})

describe('a list is refused', () => {
  test('where it cannot be read, and nothing of it is kept', async () => {
    const all = `${lists}?specialization=keeper`
    const before = (await json<{ lists: object[] }>(await get(all))).lists.length
    const texts = ['', 'reference,credentials\n', 'reference,credentails\na,b\n', '\u0000\u0001']
    for (const text of texts)
      expect([text, await problemCode(await post(text))]).toEqual([text, 'list-unreadable'])
    const rows = 'x\n'.repeat(10_001)
    expect(await problemCode(await post(`credentials\n${rows}`))).toBe('input-too-large')
    const bodies = [
      '{"applicants": {}}',
      '{"specialization": "keeper"}',
      '{"applicants": [], "x": 1}',
    ]
    for (const body of bodies) {
      const headers = { 'Content-Type': 'application/json' }
      expect([body, await problemCode(await post(body, { headers }))]).toEqual([
        body,
        'list-unreadable',
      ])
    }
    const after = (await json<{ lists: object[] }>(await get(all))).lists.length
    expect(after).toBe(before)
    expect(world.service.ledger.applicantLists.abandoned('2027')).toEqual([])
  })

  test('from a caller without a token, of another role or scope, or of another kind', async () => {
    const bare = await world.shop.ask(batch, { method: 'POST', body: 'x' })
    expect(await problemCode(bare)).toBe('unauthorised')
    const issuer = await post(csv(), { token: world.shop.token('issuer') })
    expect(await problemCode(issuer)).toBe('forbidden')
    const elsewhere = await post(csv(), { token: world.shop.token('provider', ['none']) })
    expect(await problemCode(elsewhere)).toBe('forbidden')
    const path = '/api/eligibility/batch?specialization=none'
    expect(await problemCode(await post(csv(), { path, token: another }))).toBe(
      'specialization-unknown',
    )
    const pdf = await post(csv(), { headers: { 'Content-Type': 'application/pdf' } })
    expect(await problemCode(pdf)).toBe('unsupported-media-type')
  })

  test('to another provider as if it were not there, and shown to an administrator', async () => {
    const { list } = await handIn(csv())
    for (const path of ['', '/result.csv', '/events']) {
      const address = `${lists}/${list}${path}`
      expect(await problemCode(await get(address, another))).toBe('list-not-found')
      expect((await get(address, adminToken)).status).toBe(200)
    }
    expect(await problemCode(await get(`${lists}/none`))).toBe('list-not-found')
    const theirs = await json<{ lists: object[] }>(
      await get(`${lists}?specialization=keeper`, another),
    )
    expect(theirs.lists).toEqual([])
  })
})

describe('lists at the desk', () => {
  const path = '/provider/keeper/lists'

  async function chosen(text: string | undefined, desk: Awaited<ReturnType<typeof openDesk>>) {
    const form = new FormData()
    form.set('form', desk.form)
    if (text !== undefined) form.set('list', new Blob([text]), 'applicants.csv')
    return world.shop.ask(path, {
      method: 'POST',
      body: form,
      headers: { cookie: desk.cookie, accept: 'text/html' },
    })
  }

  test('are handed in with a form, and shown by rank, by outcome and as a table', async () => {
    const desk = await openDesk(world.shop, token)
    const answer = await chosen(csv(), desk)
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    await untilDone(`${lists}/${location.split('/').at(-1)}`)
    const page = await desk.text(location)
    expect(page).toMatch(/early.*late.*idea/s)
    expect(page).toContain('3 of 8 points')
    expect(page).not.toContain('Somebody Else')
    const only = await desk.text(`${location}?outcome=refused`)
    expect(only).toContain('=cmd()')
    expect(only).toContain('line 11')
    expect(only).not.toContain('early')
    const table = await desk.get(`${location}.csv`)
    expect(table.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(await desk.text(path)).toContain(location)
  })

  test('are asked for again when none was chosen or it cannot be read', async () => {
    const desk = await openDesk(world.shop, token)
    for (const text of [undefined, 'reference,credentails\n']) {
      const answer = await chosen(text, desk)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('role="alert"')
    }
  })

  test('come with an example that can be handed in as it stands', async () => {
    const desk = await openDesk(world.shop, token)
    const page = await desk.text(path)
    const example = /<pre[^>]*>([^<]+)<\/pre>/.exec(page)?.[1] ?? ''
    const header = example.split('\n')[0] ?? ''
    for (const column of header.split(','))
      expect(page).toContain(`<dt><code>${column}</code></dt>`)
    const answer = await chosen(example, desk)
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    const done = await untilDone(`${lists}/${location.split('/').at(-1)}`)
    expect(done).toMatchObject({ total: 2, tallies: { refused: 0 } })
  })

  test('are for nobody else, and not without the token of the form', async () => {
    const { list } = await handIn(csv())
    const stranger = await openDesk(world.shop, another)
    expect((await stranger.get(`${path}/${list}`)).status).toBe(404)
    expect((await world.shop.ask(path, { headers: { accept: 'text/html' } })).status).toBe(401)
    const forged = await chosen(csv(), { ...stranger, form: 'guessed' })
    expect(forged.status).toBe(403)
  })
})
