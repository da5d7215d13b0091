import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

const body =
  'learner_id,email,name,language,completed_on,score,modules\na,a@example.org,Ana,,2026-05-04,91,\n'

let shop: Shop
let batch: string
beforeAll(async () => {
  shop = await openShop()
  const first = await json<{ batch: string }>(await post({ token: adminToken }))
  batch = first.batch
  await shop.service.issue()
})
afterAll(() => shop.close())

const post = (sent: { token?: string; key?: string; body?: string; query?: string } = {}) =>
  shop.ask(`/api/completions?course=biblio-mooc&run=1${sent.query ?? ''}`, {
    method: 'POST',
    ...(sent.token ? { token: sent.token } : {}),
    headers: {
      'content-type': 'text/csv',
      ...(sent.key ? { 'idempotency-key': sent.key } : {}),
    },
    body: sent.body ?? body,
  })

/** Every address behind a token, as a call. */
const guarded: readonly [string, (token?: string) => Promise<Response>][] = [
  ['POST /api/completions', (token) => post(token ? { token } : {})],
  ['GET /api/batches/{id}', (token) => shop.ask(`/api/batches/${batch}`, token ? { token } : {})],
  [
    'GET /api/batches/{id}/result.csv',
    (token) => shop.ask(`/api/batches/${batch}/result.csv`, token ? { token } : {}),
  ],
  [
    'POST /api/credentials/{id}/revoke',
    async (token) => {
      const { id } = await issueOne(shop.service, { key: `email:${Math.random()}@example.org` })
      return shop.ask(`/api/credentials/${id}/revoke`, {
        method: 'POST',
        ...(token ? { token } : {}),
        body: '{"reason":"a test"}',
      })
    },
  ],
]

describe.each(guarded)('%s', (_name, call) => {
  test('lets in an administrator and an issuer, of every course or of this one', async () => {
    const tokens = [
      adminToken,
      shop.token('admin'),
      shop.token('issuer'),
      shop.token('issuer', ['other', 'biblio-mooc']),
    ]
    for (const token of tokens) expect((await call(token)).ok).toBe(true)
  })

  test('keeps out an issuer of another course, and a provider', async () => {
    for (const token of [shop.token('issuer', ['other']), shop.token('provider')]) {
      const response = await call(token)
      expect([response.status, await problemCode(response)]).toEqual([403, 'forbidden'])
    }
  })

  test('tells callers it does not know nothing but how to ask', async () => {
    const good = shop.token('issuer')
    const bodies = new Set<string>()
    for (const token of [
      undefined,
      'garbage',
      `${good}x`,
      good.slice(0, -1),
      `colophon_${'0'.repeat(26)}_secret`,
      'colophon__',
      'x'.repeat(10_000),
    ]) {
      const response = await call(token)
      expect([token, response.status]).toEqual([token, 401])
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      bodies.add(await response.text())
    }
    expect(bodies.size).toBe(1)
  })
})

describe('an Idempotency-Key', () => {
  const token = adminToken

  test('gives the same batch again for the same request', async () => {
    const first = await post({ token, key: 'same' })
    const second = await post({ token, key: 'same' })
    expect([first.status, second.status]).toEqual([202, 202])
    expect(await json(second)).toEqual(await json(first))
  })

  test('is refused for another body, or another question', async () => {
    await post({ token, key: 'used' })
    for (const other of [{ body: `${body}\n` }, { query: '&lang=el' }]) {
      const response = await post({ token, key: 'used', ...other })
      expect([response.status, await problemCode(response)]).toEqual([422, 'idempotency-conflict'])
    }
  })

  test('belongs to its token', async () => {
    const first = await json(await post({ token, key: 'mine' }))
    const second = await json(await post({ token: shop.token('issuer'), key: 'mine' }))
    expect(second.batch).not.toBe(first.batch)
  })

  test('is free again after a request that came to nothing', async () => {
    const bad = await post({ token, key: 'retry', body: 'nonsense' })
    expect(bad.status).toBe(422)
    expect((await post({ token, key: 'retry' })).status).toBe(202)
  })

  test('makes one batch of twenty calls at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post({ token, key: 'parallel' })),
    )
    const batches = new Set<unknown>()
    for (const answer of answers) {
      if (answer.status === 202) batches.add((await json(answer)).batch)
      else {
        expect([answer.status, answer.headers.has('retry-after')]).toEqual([409, true])
        expect(await problemCode(answer)).toBe('idempotency-in-flight')
      }
    }
    expect(batches.size).toBe(1)
    batches.add((await json(await post({ token, key: 'parallel' }))).batch)
    expect(batches.size).toBe(1)
  })

  test.each(['with space', 'x'.repeat(201)])('is refused when it is %s', async (key) => {
    const response = await post({ token, key })
    expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
  })
})

describe('/api/batches/{id}', () => {
  const get = (path: string) => shop.ask(path, { token: adminToken })

  test('is 404 for a batch that is not there', async () => {
    for (const path of ['/api/batches/none', '/api/batches/none/result.csv'])
      expect(await problemCode(await get(path))).toBe('not-found')
  })

  test('gives its lines a page at a time', async () => {
    const lines = async (query: string) =>
      (await json<{ lines: { line: number }[] }>(await get(`/api/batches/${batch}?${query}`))).lines
    expect((await lines('')).length).toBeGreaterThan(0)
    expect(await lines('fromLine=3')).toEqual([])
    expect(await lines('limit=0')).toEqual([])
  })

  test.each(['limit=1001', 'limit=x', 'limit=-1', 'fromLine=1.5', 'limit=1e9', 'fromLine=NaN'])(
    'refuses %s',
    async (query) => {
      const response = await get(`/api/batches/${batch}?${query}`)
      expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
    },
  )
})
