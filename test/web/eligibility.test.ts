import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type AdmissionWorld, openAdmissionWorld } from '../admission/admission-world.ts'
import { adminToken, json, problemCode } from '../support/shop.ts'

interface Body {
  readonly id: string
  readonly credential: string | null
  readonly outcome: string
  readonly reason: string
  readonly message: string
  readonly priority: { readonly points: number; readonly of: number; readonly pending: number }
  readonly rules: readonly {
    readonly rule: string
    readonly outcome: string
    readonly reason: string
    readonly because: readonly string[]
    readonly message: string
  }[]
  readonly missing: readonly string[]
  readonly waivedModules: readonly { readonly module: string; readonly because: string }[]
  readonly modules: readonly { readonly module: string; readonly state: string }[]
  readonly credentials: readonly { readonly counts: string; readonly reason: string }[]
  readonly unread: readonly { readonly name: string; readonly code: string }[]
  readonly toReview: readonly { readonly item: string }[]
  readonly events: readonly { readonly action: string }[]
}

let world: AdmissionWorld
let mooc: IssuedRecord
let token: string
let another: string
let elsewhere: string

const post = (path: string, body: unknown, init: { token?: string; headers?: object } = {}) =>
  world.shop.ask(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', ...init.headers },
    token: init.token ?? token,
  })
const decide = (members: object, init: { token?: string; headers?: object } = {}) =>
  post('/api/eligibility', { specialization: 'keeper', ...members }, init)
const get = (path: string, as = token) => world.shop.ask(path, { token: as })

beforeAll(async () => {
  world = await openAdmissionWorld({ env: { CALLS_PER_MINUTE: '100000' } })
  mooc = await world.mooc()
  token = world.shop.token('provider', ['keeper'])
  another = world.shop.token('provider')
  elsewhere = world.shop.token('provider', ['something-else'])
})
afterAll(() => world.shop.close())

describe('POST /api/eligibility', () => {
  test('decides on one of ours by its id, and keeps the decision', async () => {
    const answer = await decide({ credentials: [mooc.id], person: 'Maria Rossi', reference: 'A-1' })
    expect(answer.status).toBe(200)
    const body = await json<Body>(answer)
    expect(body).toMatchObject({
      specialization: 'keeper',
      outcome: 'eligible',
      reason: 'conditions-met',
      missing: [],
      reference: 'A-1',
      credential: null,
      ruleVersion: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
      validUntil: expect.any(String),
    })
    expect(body.rules[0]).toMatchObject({
      rule: 'mooc',
      outcome: 'met',
      because: [new URL(`/c/${mooc.id}`, world.service.publicUrl).href],
      message: expect.stringMatching(/held/),
    })
    expect(answer.headers.get('location')).toBe(`/api/eligibility/${body.id}`)
    const kept = await json<Body>(await get(`/api/eligibility/${body.id}`))
    expect(kept).toMatchObject({ outcome: 'eligible', events: [{ action: 'decided' }] })
  })

  test('takes an object, its text, a JWT and a link alike', async () => {
    const link = new URL(`/c/${mooc.id}`, world.service.publicUrl)
    const bare = `${link.host}${link.pathname}`
    const handed = [JSON.parse(mooc.signed), mooc.signed, mooc.jwt, link.href, bare]
    for (const credential of handed) {
      const body = await json<Body>(await decide({ credentials: [credential] }))
      expect([typeof credential, body.outcome]).toEqual([typeof credential, 'eligible'])
    }
  })

  test('judges an object by its own text: one altered in it counts for nothing', async () => {
    const altered = mooc.signed.replace('Maria Rossi', 'Mario Rossi')
    const text = `{"specialization": "keeper", "credentials": [${altered}]}`
    const body = await json<Body>(await post('/api/eligibility', text))
    expect(body).toMatchObject({ outcome: 'not-yet' })
    expect(body.credentials).toMatchObject([{ counts: 'no', reason: 'not-genuine' }])
  })

  test('says what is missing and where to get it, in the language asked for', async () => {
    const body = await json<Body>(await decide({ credentials: [] }))
    expect(body).toMatchObject({ outcome: 'not-yet', priority: { points: 0 } })
    expect(body.missing.join(' ')).toContain('Get mooc')
    const greek = await json<Body>(
      await decide({ credentials: [] }, { headers: { 'Accept-Language': 'el' } }),
    )
    expect(greek.message).not.toBe(body.message)
    expect(greek.message).toMatch(/[α-ω]/)
  })

  test('takes statements with a note or a document, and waits for a person', async () => {
    const digest = `sha256-${'A'.repeat(43)}=`
    const host = { note: 'In Chania', document: { name: 'letter.pdf', digest } }
    const statements = { 'project-idea': true, 'host-library': host }
    const body = await json<Body>(await decide({ credentials: [], statements }))
    expect(body.outcome).toBe('needs-review')
    expect(body.toReview.map(({ item }) => item)).toEqual(
      expect.arrayContaining(['statement:project-idea', 'statement:host-library', 'admission']),
    )
    const without = await json<Body>(await decide({ statements: { 'host-library': 'In Chania' } }))
    expect(without.rules[3]).toMatchObject({ reason: 'statement-without-document' })
  })

  test('names what no credential could be read from, and is not refused for it', async () => {
    const body = await json<Body>(await decide({ credentials: ['hello', mooc.id] }))
    expect(body).toMatchObject({
      outcome: 'eligible',
      unread: [{ name: 'hello', code: 'no-credential-found' }],
    })
    const gone = await json<Body>(await decide({ credentials: ['https://gone.example/c/1'] }))
    expect(gone).toMatchObject({
      outcome: 'needs-review',
      reason: 'sources-unreachable',
      unread: [{ code: 'address-unreachable' }],
    })
  })

  test('never lists a module as waived before a person accepted it', async () => {
    const hours = await world.signed()
    const body = await json<Body>(await decide({ credentials: [hours] }))
    expect(body.modules).toMatchObject([{ module: 'data', state: 'proven' }])
    expect(body.waivedModules).toEqual([])
    const item = { item: 'module:data', verdict: 'accepted', note: 'Looked at the syllabus' }
    const reviewed = await json<Body>(await post(`/api/eligibility/${body.id}/review`, item))
    expect(reviewed.waivedModules).toMatchObject([
      { module: 'data', because: 'https://school.example/credentials/1' },
    ])
    expect(reviewed.events.map(({ action }) => action)).toEqual(['decided', 'reviewed'])
  })

  test('keeps nothing when it is told so', async () => {
    const page = '/api/eligibility?specialization=keeper'
    const before = await json<{ decisions: object[] }>(await get(page))
    const answer = await decide({ credentials: [mooc.id], store: false })
    expect(answer.headers.get('location')).toBeNull()
    expect(await json<Body>(answer)).not.toHaveProperty('id')
    const after = await json<{ decisions: object[] }>(await get(page))
    expect(after.decisions).toHaveLength(before.decisions.length)
  })

  test('takes files and fields of a form', async () => {
    const form = new FormData()
    form.set('specialization', 'keeper')
    form.append('any', new Blob([mooc.signed]), 'mooc.json')
    form.append('links', `${mooc.id}\nhttps://gone.example/c/1`)
    form.append('statement', 'project-idea')
    form.set('note:project-idea', 'A map of all libraries')
    form.append('document:host-library', new Blob(['a letter']), 'letter.pdf')
    form.set('person', 'Maria Rossi')
    const answer = await world.shop.ask('/api/eligibility', { method: 'POST', body: form, token })
    const body = await json<Body>(answer)
    expect(body).toMatchObject({ outcome: 'eligible', unread: [{ code: 'address-unreachable' }] })
    const reasons = body.rules.map(({ reason }) => reason)
    expect(reasons.slice(3)).toEqual(['statement-to-review', 'statement-to-review'])
  })

  test('answers the same request under the same key with the same decision', async () => {
    const headers = { 'Idempotency-Key': 'once' }
    const members = { credentials: [mooc.id], reference: 'K-1' }
    const first = await json<Body>(await decide(members, { headers }))
    const second = await decide(members, { headers })
    expect(second.headers.get('location')).toBe(`/api/eligibility/${first.id}`)
    expect((await json<Body>(second)).id).toBe(first.id)
    const other = await decide({ credentials: [] }, { headers })
    expect([other.status, await problemCode(other)]).toEqual([422, 'idempotency-conflict'])
    const [one, two] = await Promise.all(
      [1, 2].map(() => decide(members, { headers: { 'Idempotency-Key': 'both' } })),
    )
    const codes = [one!.status, two!.status].sort()
    expect([200, 409]).toContain(codes[1])
    expect(codes[0]).toBe(200)
  })
})

describe('what POST /api/eligibility refuses', () => {
  const many = Array.from({ length: 51 }, () => 'x')
  const cases: readonly (readonly [string, object, number, string])[] = [
    ['an unknown specialization', { specialization: 'none' }, 404, 'specialization-unknown'],
    ['no specialization', { specialization: '' }, 400, 'bad-request'],
    ['an unknown statement', { statements: { holiday: true } }, 422, 'statement-unknown'],
    ['statements of another form', { statements: ['project-idea'] }, 400, 'bad-request'],
    ['an unknown member', { credential: 'x' }, 400, 'bad-request'],
    ['one credential, not in a list', { credentials: 'x' }, 400, 'bad-request'],
    ['credentials that are none', { credentials: [7] }, 400, 'bad-request'],
    ['too many credentials', { credentials: many }, 413, 'too-large'],
    ['a country where it is not offered', { country: 'FR' }, 422, 'country-needed'],
    ['what is no country', { country: 'Greece' }, 422, 'country-needed'],
    ['a time that cannot be read', { appliedAt: '31/12/2025' }, 400, 'bad-request'],
    ['a time to come', { appliedAt: '2027-01-01' }, 400, 'bad-request'],
    ['a time when nobody could apply', { appliedAt: '2026-10-01' }, 409, 'applications-closed'],
    ['a name nobody has', { person: 'x'.repeat(201) }, 422, 'text-too-long'],
    ['store that is neither', { store: 'no' }, 400, 'bad-request'],
  ]
  test.each(cases)('is %s', async (_name, members, status, code) => {
    const answer = await decide(members)
    expect([answer.status, await problemCode(answer)]).toEqual([status, code])
  })

  test('names the member, where one credential is not in a list', async () => {
    const answer = await decide({ credentials: 'x' })
    expect(await answer.json()).toMatchObject({ detail: 'credentials is a list' })
  })

  test('is whoever has no token, or one of another role or scope', async () => {
    const bare = await world.shop.ask('/api/eligibility', { method: 'POST', body: '{}' })
    expect(await problemCode(bare)).toBe('unauthorised')
    for (const wrong of [world.shop.token('issuer'), elsewhere])
      expect(await problemCode(await decide({}, { token: wrong }))).toBe('forbidden')
    const admin = await decide({ specialization: 'none' }, { token: adminToken })
    expect(await problemCode(admin)).toBe('specialization-unknown')
  })

  test('is a body of another kind, or none that is JSON', async () => {
    const plain = await post('/api/eligibility', 'x', { headers: { 'Content-Type': 'text/csv' } })
    expect(await problemCode(plain)).toBe('unsupported-media-type')
    expect(await problemCode(await post('/api/eligibility', '[1]'))).toBe('bad-request')
    const twice = '{"specialization": "keeper", "specialization": "keeper"}'
    expect(await problemCode(await post('/api/eligibility', twice))).toBe('bad-request')
    const large = JSON.stringify({ credentials: ['x'.repeat(9 * 1024 * 1024)] })
    expect(await problemCode(await post('/api/eligibility', large))).toBe('too-large')
  })
})

describe('the decisions of a provider', () => {
  test('are there for it and an administrator, and for no other provider', async () => {
    const { id } = await json<Body>(await decide({ credentials: [mooc.id] }))
    const path = `/api/eligibility/${id}`
    expect((await get(path)).status).toBe(200)
    expect((await get(path, adminToken)).status).toBe(200)
    const review = { item: 'admission', verdict: 'accepted', note: 'x' }
    for (const stranger of [another, elsewhere]) {
      expect(await problemCode(await get(path, stranger))).toBe('decision-not-found')
      const reviewed = await post(`${path}/review`, review, { token: stranger })
      expect(await problemCode(reviewed)).toBe('decision-not-found')
    }
    expect(await problemCode(await get('/api/eligibility/none'))).toBe('decision-not-found')
    const theirs = await json<{ decisions: object[] }>(
      await get('/api/eligibility?specialization=keeper', another),
    )
    expect(theirs.decisions).toEqual([])
  })

  test('are listed a page at a time, by outcome and by what waits', async () => {
    type Page = {
      decisions: { id: string; outcome: string; waiting: number }[]
      next: string | null
    }
    const page = async (query: string) =>
      json<Page>(await get(`/api/eligibility?specialization=keeper&${query}`))
    const all = await page('')
    expect(all.next).toBeNull()
    const found: string[] = []
    for (let after = ''; ; ) {
      const { decisions, next } = await page(`limit=3${after && `&after=${after}`}`)
      found.push(...decisions.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    expect(found).toEqual(all.decisions.map(({ id }) => id))
    const eligible = await page('outcome=eligible')
    expect(new Set(eligible.decisions.map(({ outcome }) => outcome))).toEqual(new Set(['eligible']))
    const waiting = await page('waiting=true')
    expect(waiting.decisions.length).toBeGreaterThan(0)
    expect(waiting.decisions.every(({ waiting: items }) => items > 0)).toBe(true)
    for (const query of ['outcome=good', 'waiting=maybe', 'limit=0', 'limit=1001'])
      expect((await get(`/api/eligibility?specialization=keeper&${query}`)).status).toBe(400)
    expect(await problemCode(await get('/api/eligibility'))).toBe('specialization-unknown')
  })

  test('are reviewed with a note, and only where something waits', async () => {
    const statements = { 'project-idea': 'A map' }
    const { id } = await json<Body>(await decide({ statements }))
    const path = `/api/eligibility/${id}/review`
    const item = 'statement:project-idea'
    const codes = await Promise.all(
      [
        { item, verdict: 'accepted', note: ' ' },
        { item: 'rule:none', verdict: 'accepted', note: 'x' },
        { item, verdict: 'perhaps', note: 'x' },
        { item, verdict: 'accepted' },
      ].map(async (body) => problemCode(await post(path, body))),
    )
    expect(codes).toEqual(['reason-missing', 'not-to-review', 'bad-request', 'bad-request'])
    const settled = await json<Body>(
      await post(path, { item, verdict: 'refused', note: 'Too thin' }),
    )
    expect(settled.rules[4]).toMatchObject({ outcome: 'unmet', reason: 'statement-refused' })
  })
})

describe('the credential of a decision', () => {
  const issue = (id: string, body: object = { language: 'en' }, as = token) =>
    post(`/api/eligibility/${id}/issue`, body, { token: as })

  test('are made again as on their day, which changes nothing, and only for whom they belong to', async () => {
    const { id } = await json<Body>(await decide({ credentials: [mooc.id] }))
    const before = await json<Body>(await get(`/api/eligibility/${id}`))
    const again = await json<{ same: boolean; decision: Body }>(
      await get(`/api/eligibility/${id}/rerun`),
    )
    const { events: _, ...decision } = before
    expect(again).toEqual({ same: true, decision })
    expect(await json<Body>(await get(`/api/eligibility/${id}`))).toEqual(before)
    expect(await problemCode(await get(`/api/eligibility/${id}/rerun`, another))).toBe(
      'decision-not-found',
    )
    const { ledger } = world.service
    const record = ledger.decisions.byId(id)
    if (!record) throw new Error('it was kept')
    ledger.decisions.settle(id, { ...record, points: record.points + 1 })
    expect(await json(await get(`/api/eligibility/${id}/rerun`))).toMatchObject({ same: false })
  })

  test('is signed once, however often it is asked for, and checked by anybody', async () => {
    const { id } = await json<Body>(await decide({ credentials: [mooc.id] }))
    const first = await json<Body>(await issue(id))
    expect(first.credential).toMatch(/^\/c\/[0-9a-z]{26}$/)
    expect(first.events.map(({ action }) => action)).toEqual(['decided', 'issued'])
    const again = await json<Body>(await issue(id))
    expect(again.credential).toBe(first.credential)
    const url = new URL(first.credential ?? '', world.service.publicUrl).href
    const report = await world.shop.ask('/api/verify', {
      method: 'POST',
      body: JSON.stringify({ url }),
      headers: { 'Content-Type': 'application/json' },
    })
    expect(await json(report)).toMatchObject({ verdict: 'valid' })
  })

  test('is refused for who is not eligible, to another provider, and in no language', async () => {
    const { id } = await json<Body>(await decide({ credentials: [] }))
    expect(await problemCode(await issue(id))).toBe('not-eligible')
    expect(await problemCode(await issue(id, { language: 'en' }, another))).toBe(
      'decision-not-found',
    )
    for (const body of [{}, { language: 'xx' }, { language: 'en', more: 1 }])
      expect(await problemCode(await issue(id, body))).toBe('bad-request')
  })
})

describe('GET /api/specializations', () => {
  test('gives everybody the rules as data, with the version that decisions name', async () => {
    const answer = await world.shop.ask('/api/specializations')
    const { specializations } = await json<{ specializations: { ruleVersion: string }[] }>(answer)
    const body = await json<{ ruleVersion: string }>(await decide({ credentials: [] }))
    expect(specializations).toMatchObject([
      { id: 'keeper', ruleVersion: body.ruleVersion, admission: { validDays: 90 } },
    ])
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })
})
