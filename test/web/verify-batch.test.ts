import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import type { IssuedRecord } from '../../src/service/service.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

interface Item {
  readonly index: number
  readonly name: string
  readonly verdict?: string
  readonly answers?: { readonly person: string }
  readonly findings?: readonly { message: string }[]
  readonly problem?: { code: string; status: number; title: string }
}

let shop: Shop
let record: IssuedRecord
let forged: string

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  record = await issueOne(shop.service)
  forged = record.signed.replace('Μαρία', 'Μάρθα')
})
afterAll(() => shop.close())

const send = (
  body: NonNullable<RequestInit['body']>,
  headers: Record<string, string> = {},
  own = shop,
) => own.ask('/api/verify/batch', { method: 'POST', body, headers })

const sendJson = (value: unknown, headers: Record<string, string> = {}) =>
  send(typeof value === 'string' ? value : JSON.stringify(value), {
    'content-type': 'application/json',
    ...headers,
  })

const itemsIn = async (response: Response) => (await json<{ items: Item[] }>(response)).items
const outcomeOf = ({ verdict, problem }: Item) => verdict ?? problem?.code

async function everything(): Promise<FormData> {
  const form = new FormData()
  for (const suffix of ['json', 'jwt', 'pdf', 'png', 'svg']) {
    const file = await (await shop.ask(`/c/${record.id}.${suffix}`)).blob()
    form.append('files', file, `one.${suffix}`)
  }
  form.append('files', new Blob([forged]), 'forged.json')
  form.append('other', new Blob(['hello']), 'hello.txt')
  form.append('files', new Blob([]), '')
  form.append('links', `${publicUrl}/c/${record.id}\r\n\r\n  https://silent.example/c \n`)
  return form
}

const outcomes = [
  ...['valid', 'valid', 'valid', 'valid', 'valid', 'invalid', 'no-credential-found'],
  ...['valid', 'address-unreachable'],
]

describe('POST /api/verify/batch', () => {
  test('answers files and links each in its place, whatever the others are', async () => {
    const response = await send(await everything())
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const items = await itemsIn(response)
    expect(items.map(outcomeOf)).toEqual(outcomes)
    expect(items.map(({ index }) => index)).toEqual(outcomes.map((_, index) => index))
    expect(items[0]?.name).toBe('one.json')
    expect(items[0]?.findings?.[0]?.message.length).toBeGreaterThan(10)
    expect(items[6]?.problem).toMatchObject({ status: 422, title: expect.any(String) })
    expect(items.at(-1)?.name).toBe('https://silent.example/c')
    expect(shop.faults).toEqual([])
  })

  test('answers line by line, or as a table, where that is asked for', async () => {
    const lines = await send(await everything(), { accept: 'application/x-ndjson' })
    expect(lines.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
    const told = (await lines.text()).trimEnd().split('\n')
    expect(told.map((line) => outcomeOf(JSON.parse(line)))).toEqual(outcomes)

    const table = await send(await everything(), { accept: 'text/csv' })
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const rows = parse(await table.text(), { columns: true }) as Record<string, string>[]
    expect(rows.map(({ verdict }) => verdict)).toEqual(
      outcomes.map((outcome) => (outcome.includes('-') ? 'refused' : outcome)),
    )
    expect(rows[0]).toMatchObject({
      item: 'one.json',
      status: 'active',
      genuine: 'yes',
      current: 'yes',
      issuer: 'known',
      person: 'not-asked',
      recipient: 'Μαρία Παπαδοπούλου',
      reasons: '',
    })
    expect(rows[5]).toMatchObject({ recipient: '', genuine: 'no' })
    expect(rows[5]?.reasons).toContain('signature-broken')
    expect(rows[6]).toMatchObject({ verdict: 'refused', reasons: 'no-credential-found' })
  })

  test('takes credentials, JWTs and links as JSON', async () => {
    const items = await itemsIn(
      await sendJson({
        items: [
          { credential: JSON.parse(record.signed) },
          { credential: record.jwt },
          { url: `${publicUrl}/c/${record.id}` },
          record.jwt,
          `${publicUrl}/c/${record.id}`,
          { credential: JSON.parse(forged) },
        ],
      }),
    )
    expect(items.map(outcomeOf)).toEqual([...Array(5).fill('valid'), 'invalid'])
  })

  test('compares with a person, all of them or one', async () => {
    const person = 'Μαρία Παπαδοπούλου'
    const { jwt: credential } = record
    const items = [{ credential }, { credential, person: 'Somebody Else' }]
    const answers = async (body: object) =>
      (await itemsIn(await sendJson(body))).map((item) => item.answers?.person)
    expect(await answers({ items, person })).toEqual(['match', 'mismatch'])
    expect(await answers({ items })).toEqual(['not-asked', 'mismatch'])
    expect((await sendJson({ items, person: 7 })).status).toBe(400)
  })

  test.each<[string, string]>([
    ['nothing', '{}'],
    ['two things', '{"url":"https://a.example","credential":"x"}'],
    ['a number', '7'],
    ['a url that is none', '{"url":7}'],
    ['a credential of null', '{"credential":null}'],
    ['one member twice', '{"credential":{"a":1,"a":2}}'],
    ['a url of a file', '{"url":"file:///etc/passwd"}'],
  ])('refuses an item of %s in its own place', async (_what, item) => {
    const jwt = JSON.stringify(record.jwt)
    const response = await sendJson(`{"items":[${jwt},${item},${jwt}]}`)
    const found = await itemsIn(response)
    expect(found.map(({ verdict }) => verdict)).toEqual(['valid', undefined, 'valid'])
    expect(found[1]?.problem?.status).toBeLessThan(500)
    expect(shop.faults).toEqual([])
  })

  test('judges a credential by its own text, not by what a parser makes of it', async () => {
    const twice = record.signed.replace('{', '{"name":"Mallory",')
    const [item] = await itemsIn(await sendJson(`{"items":[{"credential":${twice}}]}`))
    expect(item?.problem?.code).toBe('not-strict-json')
  })

  test.each<[string, string, number]>([
    ['no JSON', 'hello', 400],
    ['a list', '[]', 400],
    ['no items', '{}', 400],
    ['other members', '{"items":[],"x":1}', 400],
    ['nothing to check', '{"items":[]}', 422],
    ['half of it', '{"items":["a"', 400],
    ['too many', JSON.stringify({ items: Array(201).fill('x') }), 400],
  ])('refuses %s as a whole', async (_what, body, status) => {
    const response = await sendJson(body)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
  })

  test.each<[string, string, string]>([
    ['text', 'text/plain', 'hello'],
    ['no type', '', 'hello'],
    ['a form without a boundary', 'multipart/form-data', 'hello'],
    ['a form that is none', 'multipart/form-data; boundary=b', 'hello'],
    ['a form cut off', 'multipart/form-data; boundary=b', '--b\r\ncontent-disposition: form'],
    [
      'a form of very many parts',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\ny\r\n'.repeat(5_000),
    ],
  ])('refuses %s, and takes it for no fault of ours', async (_what, type, body) => {
    const response = await send(Buffer.from(body), type ? { 'content-type': type } : {})
    expect([400, 415]).toContain(response.status)
    await problemCode(response)
    expect(shop.faults).toEqual([])
  })

  test('refuses over 50 MB, and a single file over 10 MB in its own place', async () => {
    const form = new FormData()
    form.append('files', new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]), 'large')
    form.append('files', new Blob([record.jwt]), 'good')
    expect((await itemsIn(await send(form))).map(outcomeOf)).toEqual(['input-too-large', 'valid'])
    for (let more = 0; more < 4; more += 1)
      form.append('files', new Blob([new Uint8Array(10 * 1024 * 1024)]), 'large')
    const response = await send(form)
    expect([response.status, await problemCode(response)]).toEqual([413, 'too-large'])
  })

  test('gives no form that nobody knows', async () => {
    const response = await sendJson({ items: ['x'] }, { accept: 'image/png' })
    expect([response.status, await problemCode(response)]).toEqual([406, 'not-acceptable'])
  })

  test('shows names as they are, and never as formulas of a spreadsheet', async () => {
    const form = new FormData()
    form.append('files', new Blob(['x']), '=HYPERLINK("https://evil.example")')
    form.append('files', new Blob(['x']), 'a\u202Efdp.exe')
    const table = await (await send(form, { accept: 'text/csv' })).text()
    expect(table).toContain(`"'=HYPERLINK(`)
    expect(table).not.toContain('\u202E')
  })
})

describe('a caller with many items', () => {
  test('is told when to come back; every item counts', async () => {
    const own = await openShop({ env: { CALLS_PER_MINUTE: '10' } })
    try {
      const ask = (count: number) =>
        send(
          JSON.stringify({ items: Array(count).fill('x') }),
          { 'content-type': 'application/json' },
          own,
        )
      expect((await ask(30)).status).toBe(200)
      const refused = await ask(30)
      expect([refused.status, await problemCode(refused)]).toEqual([429, 'too-many-requests'])
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await ask(20)).status).toBe(200)
    } finally {
      await own.close()
    }
  })
})
