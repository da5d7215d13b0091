import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checks, reasons } from '../../src/checking/report.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

interface Told {
  readonly verdict: string
  readonly status: string
  readonly source: { readonly kind: string }
  readonly findings: readonly { check: string; outcome: string; reason: string; message: string }[]
  readonly [member: string]: unknown
}

let shop: Shop
let record: IssuedRecord
let credential: Record<string, unknown>

beforeAll(async () => {
  shop = await openShop({ env: { TRUST_PROXY: '1' } })
  record = await issueOne(shop.service)
  credential = JSON.parse(record.signed)
})
afterAll(() => shop.close())

// More calls than one caller may make in a minute; a proxy in front names another caller each time.
let caller = 0
const check = (body: string | Uint8Array, headers: Record<string, string> = {}) => {
  caller += 1
  return shop.ask('/api/verify', {
    method: 'POST',
    body,
    headers: { 'x-forwarded-for': `2001:db8:${caller.toString(16)}::1`, ...headers },
  })
}

const file = async (suffix: string) =>
  new Uint8Array(await (await shop.ask(`/c/${record.id}.${suffix}`)).arrayBuffer())

describe('POST /api/verify', () => {
  test.each(['json', 'jwt', 'pdf', 'png', 'svg'])('finds %s valid', async (suffix) => {
    const response = await check(await file(suffix))
    const report = await json<Told>(response)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect([report.verdict, report.status, report.source]).toEqual([
      'valid',
      'active',
      { kind: suffix, differences: [] },
    ])
  })

  test('reports in exactly the shape that programs count on', async () => {
    const report = await json<Told>(await check(record.signed))
    expect(Object.keys(report).sort()).toEqual(
      [
        ...['verdict', 'status', 'answers', 'warnings', 'findings', 'facts', 'source'],
        'checkedAt',
      ].sort(),
    )
    expect(report.answers).toEqual({
      genuine: 'yes',
      current: 'yes',
      issuer: 'known',
      person: 'not-asked',
    })
    expect(report.warnings).toEqual([])
    expect(report.checkedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    const looked = report.findings.map((finding) => finding.check)
    expect(looked).toEqual(checks.filter((check) => looked.includes(check)))
    expect(looked).toEqual(
      expect.arrayContaining(['form', 'signature', 'issuer-key', 'dates', 'status', 'issuer']),
    )
    for (const finding of report.findings) {
      expect(Object.keys(finding).sort()).toEqual(['check', 'message', 'outcome', 'reason'])
      expect(reasons).toContain(finding.reason)
      expect(finding.message.length).toBeGreaterThan(10)
    }
    expect(report.facts).toMatchObject({
      id: `${publicUrl}/c/${record.id}`,
      recipient: 'Μαρία Παπαδοπούλου',
    })
  })

  test.each(['', '.json', '.pdf'])('goes to our own address%s itself', async (suffix) => {
    const url = `${publicUrl}/c/${record.id}${suffix}`
    const response = await check(JSON.stringify({ url }), { 'content-type': 'application/json' })
    expect(await json(response)).toMatchObject({ verdict: 'valid', source: { kind: 'url' } })
  })

  test.each([
    `${publicUrl}/c/%ff`,
    `${publicUrl}/healthz`,
    'https://nowhere.example/c/1',
    'http://127.0.0.1:1/',
    'ftp://files.example/credential',
    'file:///etc/passwd',
  ])('finds nothing at %s', async (url) => {
    const response = await check(JSON.stringify({ url }), { 'content-type': 'application/json' })
    expect([response.status, await problemCode(response)]).toEqual([422, 'address-unreachable'])
  })

  test('knows that an id of ours is not there, which is more than not to reach it', async () => {
    const url = `${publicUrl}/c/${'0'.repeat(26)}`
    const response = await check(JSON.stringify({ url }), { 'content-type': 'application/json' })
    expect([response.status, await problemCode(response)]).toEqual([404, 'credential-not-found'])
  })

  describe('asked for a person', () => {
    const ask = async (members: object) => {
      const headers = { 'content-type': 'application/json' }
      const report = await json<Told>(await check(JSON.stringify(members), headers))
      return [report.verdict, Object(report.answers).person]
    }
    const url = () => `${publicUrl}/c/${record.id}`

    test.each([
      ['the name signed', ' μαρία ΠΑΠΑΔΟΠΟΎΛΟΥ', 'match'],
      ['another name', 'Anna', 'mismatch'],
      ['nobody', ' ', 'not-asked'],
    ])(
      'compares the holder with %s, and judges the credential alike',
      async (_, person, answer) => {
        expect(await ask({ url: url(), person })).toEqual(['valid', answer])
        expect(await ask({ credential, person })).toEqual(['valid', answer])
        expect(await ask({ person, credential: record.jwt })).toEqual(['valid', answer])
      },
    )

    test('judges a credential by the text it is written in', async () => {
      const twice = record.signed.replace('"name":', '"name":"x","name":')
      const body = `{"credential": ${twice}, "person": "Anna"}`
      const response = await check(body, { 'content-type': 'application/json' })
      expect(await problemCode(response)).toBe('not-strict-json')
    })

    test.each([
      { person: 'Anna' },
      { url: publicUrl, credential: {} },
      { url: publicUrl, other: 1 },
      { url: 1 },
      { url: publicUrl, person: {} },
      { url: publicUrl, preson: 'Anna' },
    ])('takes %j for what it is: a question that cannot be understood', async (members) => {
      const headers = { 'content-type': 'application/json' }
      const response = await check(JSON.stringify(members), headers)
      expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
    })

    test('judges what has a context as a credential, however it begins', async () => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ url: publicUrl, ...credential })
      const report = await json<Told>(await check(body, headers))
      expect(report.verdict).toBe('invalid')
    })
  })

  test('speaks Greek to those who prefer it', async () => {
    const english = await json<Told>(await check(record.signed))
    const greek = await json<Told>(
      await check(record.signed, { 'accept-language': 'el-GR,el;q=0.9,en;q=0.5' }),
    )
    for (const [index, { message }] of greek.findings.entries()) {
      expect(message).toMatch(/\p{Script=Greek}/u)
      expect(message).not.toBe(english.findings[index]?.message)
    }
    const refused = await check('', { 'accept-language': 'el' })
    expect((await json<{ title: string }>(refused)).title).toMatch(/\p{Script=Greek}/u)
  })
})

/** Every single member of a document, anywhere in it, changed a little. */
function* mutants(value: unknown, path = '$'): Generator<[string, (copy: unknown) => unknown]> {
  if (typeof value === 'string') yield [path, () => `${value}x`]
  if (typeof value === 'number') yield [path, () => value + 1]
  if (typeof value === 'boolean') yield [path, () => !value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const within =
      (change: (copy: unknown) => unknown) =>
      (copy: unknown): unknown => {
        if (Array.isArray(copy))
          return copy.map((each, at) => (String(at) === key ? change(each) : each))
        return { ...Object(copy), [key]: change(Object(copy)[key]) }
      }
    for (const [inner, change] of mutants(member, `${path}.${key}`)) yield [inner, within(change)]
    if (!Array.isArray(value))
      yield [
        `${path}.${key} taken away`,
        (copy) => {
          const { [key]: _, ...rest } = Object(copy)
          return rest
        },
      ]
  }
}

describe('a credential tampered with', () => {
  test('is never valid, whichever of its members was touched', async () => {
    // Every one of them is tried on the checking side; here a sample, over the wire.
    const sample = [...mutants(credential)].filter((_, at) => at % 12 === 0)
    expect(sample.length).toBeGreaterThan(40)
    for (const [path, change] of sample) {
      const response = await check(JSON.stringify(change(structuredClone(credential))))
      expect([path, response.status]).toEqual([path, 200])
      const { verdict } = await json<Told>(response)
      expect([path, verdict === 'valid']).toEqual([path, false])
    }
    expect(shop.faults).toEqual([])
  })

  test('is never valid as a JWT with any part cut, swapped or changed', async () => {
    const [head = '', payload = '', signature = ''] = record.jwt.split('.')
    const flip = (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`
    for (const token of [
      `${head}.${payload}.`,
      `${head}..${signature}`,
      `.${payload}.${signature}`,
      `${flip(head)}.${payload}.${signature}`,
      `${head}.${flip(payload)}.${signature}`,
      `${head}.${payload}.${flip(signature)}`,
      `${head}.${payload}.${signature}A`,
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.${signature}`,
    ]) {
      const response = await check(token)
      expect([200, 422]).toContain(response.status)
      if (response.ok) expect((await json<Told>(response)).verdict).not.toBe('valid')
    }
    expect(shop.faults).toEqual([])
  })
})

describe('a hostile body', () => {
  const deep = (count: number) => `${'{"a":'.repeat(count)}1${'}'.repeat(count)}`
  const random = (size: number) =>
    Uint8Array.from({ length: size }, (_, at) => (Math.imul(at + 7, 2_654_435_761) >>> 11) & 255)

  test.each<[string, string, string | Uint8Array]>([
    ['nothing', 'no-credential-found', ''],
    ['white space', 'no-credential-found', ' \n '],
    ['words', 'no-credential-found', 'Please verify me'],
    ['a list', 'no-credential-found', '[]'],
    ['null', 'no-credential-found', 'null'],
    ['random bytes', 'no-credential-found', random(5_000)],
    ['a PDF that is none', 'input-unreadable', '%PDF-1.7\ngarbage'],
    ['a PNG that is none', 'input-unreadable', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
    [
      'an SVG with nothing in it',
      'no-credential-found',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
    ['HTML', 'no-credential-found', '<!doctype html><script>alert(1)</script>'],
    ['half of a JSON', 'not-strict-json', '{"a":'],
    ['a key twice', 'not-strict-json', '{"a":1,"a":2}'],
    ['a prototype', 'not-strict-json', '{"__proto__":{"a":1}}'],
    ['a number nobody can hold', 'not-strict-json', '{"a":1e999}'],
    [
      'bytes that are no UTF-8',
      'not-strict-json',
      new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    ],
    ['great depth', 'input-too-large', deep(5_000)],
    ['greater depth', 'input-too-large', deep(300_000)],
    ['very many values', 'input-too-large', `{"a":[${'0,'.repeat(60_000)}0]}`],
  ])('%s is refused as %s', async (_what, code, body) => {
    const response = await check(body)
    expect(await problemCode(response)).toBe(code)
    expect(response.status).toBeLessThan(500)
    expect(shop.faults).toEqual([])
  })

  test.each<[string, unknown]>([
    ['nothing', {}],
    [
      'a context by the hundred',
      { '@context': Array(500).fill('https://www.w3.org/ns/credentials/v2') },
    ],
    ['a context nobody has', { '@context': ['https://evil.example/context'] }],
    ['an inline context', { '@context': [{ '@vocab': 'https://evil.example/' }] }],
    ['numbers for objects', { '@context': 1, issuer: 2, proof: 3, credentialSubject: 4, type: 5 }],
    ['nulls', { '@context': null, issuer: null, proof: null, credentialSubject: null, type: null }],
    ['lists in lists', { '@context': [[[]]], issuer: [[]], proof: [[[]]], type: [[]] }],
    ['an issuer that is no address', { issuer: 'did:web:%00%ff', proof: {} }],
  ])('%s is reported on, never valid', async (_what, members) => {
    const response = await check(JSON.stringify(members))
    expect(response.status).toBe(200)
    expect((await json<Told>(response)).verdict).not.toBe('valid')
    const onTop = await check(JSON.stringify({ ...credential, ...Object(members), x: 1 }))
    expect((await json<Told>(onTop)).verdict).not.toBe('valid')
    expect(shop.faults).toEqual([])
  })

  test('that is compressed is refused as that, not judged by its packed bytes', async () => {
    const response = await check(gzipSync(record.signed), { 'content-encoding': 'gzip' })
    expect([response.status, await problemCode(response)]).toEqual([415, 'unsupported-media-type'])
  })

  test('over 10 MB is refused, to a caller who is still sending it too', async () => {
    for (const size of [10 * 1024 * 1024 + 1, 40 * 1024 * 1024]) {
      const response = await check(new Uint8Array(size))
      expect([response.status, await problemCode(response)]).toEqual([413, 'too-large'])
    }
  })
})
