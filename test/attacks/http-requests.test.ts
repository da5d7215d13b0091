import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { rawHttp, requestText, statusesIn } from '../support/raw-http.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
beforeAll(async () => {
  shop = await openShop({ env: { TRUST_PROXY: '1', CALLS_PER_MINUTE: '10000' } })
  record = await issueOne(shop.service)
})
afterEach(async () => {
  expect(shop.faults).toEqual([])
  expect((await shop.ask('/healthz')).status).toBe(200)
})
afterAll(() => shop.close())

const raw = (pieces: Parameters<typeof rawHttp>[1]) => rawHttp(shop.base, pieces)

const second = 'GET /robots.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
const post = (...headers: string[]) =>
  `POST /api/verify HTTP/1.1\r\nHost: x\r\n${headers.map((each) => `${each}\r\n`).join('')}\r\n`

describe('two readings of where a request ends', () => {
  test('are there for nobody when it is honest: both requests are answered', async () => {
    const answer = await raw(`${post('Content-Length: 1')}x${second}`)
    expect(statusesIn(answer)).toEqual([422, 200])
    expect(
      statusesIn(await raw(`${post('Transfer-Encoding: chunked')}1\r\nx\r\n0\r\n\r\n${second}`)),
    ).toEqual([422, 200])
  })

  test.each<[string, string]>([
    ['a length and chunks', `${post('Content-Length: 4', 'Transfer-Encoding: chunked')}0\r\n\r\n`],
    ['chunks and a length', `${post('Transfer-Encoding: chunked', 'Content-Length: 4')}0\r\n\r\n`],
    ['two lengths', `${post('Content-Length: 0', 'Content-Length: 1')}`],
    ['a list of lengths', `${post('Content-Length: 0, 1')}`],
    ['a length with a sign', `${post('Content-Length: +1')}x`],
    ['a length below zero', `${post('Content-Length: -1')}x`],
    ['a length in hexadecimal', `${post('Content-Length: 0x1')}x`],
    ['an endless length', `${post(`Content-Length: ${'9'.repeat(40)}`)}x`],
    ['a blank before the colon', `${post('Content-Length : 1')}x`],
    ['chunks spelt otherwise', `${post('Transfer-Encoding: xchunked')}0\r\n\r\n`],
    ['chunks that are not last', `${post('Transfer-Encoding: chunked, identity')}0\r\n\r\n`],
    ['a header over two lines', `${post('Transfer-Encoding:\r\n chunked')}0\r\n\r\n`],
    ['a tab in a name', `${post('Transfer-Encoding\t: chunked')}0\r\n\r\n`],
    ['a chunk of no size', `${post('Transfer-Encoding: chunked')}\r\n\r\n`],
    ['a chunk of a size below zero', `${post('Transfer-Encoding: chunked')}-1\r\n\r\n`],
    [
      'a chunk that is longer than it says',
      `${post('Transfer-Encoding: chunked')}1\r\nxyz\r\n0\r\n\r\n`,
    ],
    [
      'a chunk of an endless size',
      `${post('Transfer-Encoding: chunked')}${'f'.repeat(20)}\r\nx\r\n`,
    ],
    ['a NUL in a header', `${post('X: a\0b')}`],
    ['a line break of one letter', `GET / HTTP/1.1\nHost: x\n\n`],
    ['a carriage return alone', `GET / HTTP/1.1\rHost: x\r\r`],
  ])('%s: refused, and what follows is not answered', async (_what, text) => {
    const statuses = statusesIn(await raw(text + second))
    expect(statuses).toHaveLength(1)
    expect(statuses[0]).toBe(400)
  })
})

describe('a line that is no request of ours', () => {
  test.each<[string, string, number]>([
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an unknown version', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', 400],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['TRACE', requestText('TRACE /verify'), 404],
    [
      'another method by a header',
      requestText('GET /verify', ['X-HTTP-Method-Override: DELETE']),
      200,
    ],
    ['a method nobody knows', requestText('VERIFY /verify'), 400],
    ['another protocol', requestText('GET /verify', ['Upgrade: h2c']), 200],
    ['an expectation nobody knows', requestText('POST /api/verify', ['Expect: 200-ok'], 'x'), 417],
    ['a path of 20 kB', requestText(`GET /${'a'.repeat(20_000)}`), 431],
    ['a path of 10 kB', requestText(`GET /c/${'a'.repeat(10_000)}`), 404],
    ['a cookie of 20 kB', requestText('GET /', [`Cookie: lang=${'e'.repeat(20_000)}`]), 431],
  ])('%s: refused or answered, and nothing else', async (_what, text, status) => {
    expect(statusesIn(await raw(text))).toEqual([status])
  })

  test('a tunnel: the connection is closed', async () => {
    expect(await raw('CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('')
  })
})

/** Paths that lead, or seem to lead, to somewhere else. */
const paths = [
  ...['/%00', '/c/%00', '/c/a%00.json', '/keys/%00', '/achievements/%00', '/problems/%00'],
  ...['/assets/../package.json', '/assets/%2e%2e%2fpackage.json', '/assets/..%5c..%5cpackage.json'],
  ...['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '//etc/passwd', '/c/..%2f..%2fkeys'],
  ...['/%', '/c/%', '/c/%E0%A4', '/c/%c0%ae', '/status/%ff', '/%25%30%30', '/.env', '/.git/config'],
  ...['//evil.example/', '/\\evil.example/', '/%5cevil.example', '/https://evil.example/'],
  ...['/__proto__', '/constructor', '/c/__proto__', '/keys/constructor', '/problems/__proto__'],
  ...['/achievements/toString', '/problems/hasOwnProperty', '/verify/batch/__proto__'],
]

describe('a path that leads elsewhere', () => {
  test.each(paths)('%s is not found, and leads nowhere', async (path) => {
    for (const accept of ['text/html', 'application/json']) {
      const { status, headers, body } = await shop.askPlainly(path, { accept })
      expect([path, [400, 404].includes(status)]).toEqual([path, true])
      expect(headers.location).toBeUndefined()
      // What was asked for may be told, as an address of ours.
      expect(body).not.toMatch(/root:|"dependencies"|\0|(?:href|src|action)="(?:\/\/|\\)/)
    }
  })

  test('with a letter that no path may hold is refused', async () => {
    for (const letter of ['\0', '\u007f', '\u00e9'])
      expect([400, 404]).toContain(statusesIn(await raw(requestText(`GET /c/a${letter}`)))[0])
  })

  test('at another host is one of ours', async () => {
    const answer = await raw(requestText('GET http://evil.example/verify'))
    expect([200, 404]).toContain(statusesIn(answer)[0])
    expect(answer).not.toContain('evil.example')
  })
})

const questions = [
  ...[
    'lang=el&lang=en',
    'lang[]=el',
    'lang[__proto__]=el',
    'lang.x=el',
    'lang=%0d%0aSet-Cookie:a=b',
  ],
  ...[
    '__proto__=1',
    '__proto__[lang]=el',
    'constructor[prototype][lang]=el',
    'toString=1',
    '%00=1',
  ],
  ...['lang=%E0%A4%A', 'lang=%ff', '=', '&&&&', 'a'.repeat(8_000), 'a=1&'.repeat(3_000)],
]

describe('a question behind the address', () => {
  test.each(questions.map((each) => [each.slice(0, 40), each]))(
    '%j changes nothing',
    async (_start, question) => {
      for (const path of [
        '/',
        '/verify',
        `/c/${record.id}`,
        `/c/${record.id}.json`,
        '/openapi.json',
      ]) {
        const plain = await shop.askPlainly(path)
        const { status, headers, body } = await shop.askPlainly(`${path}?${question}`)
        expect([path, status]).toEqual([path, plain.status])
        expect(JSON.stringify(headers['set-cookie'] ?? '')).not.toContain('a=b')
        if (!path.includes('json')) expect(body).toMatch(/<html[^>]* lang="en"/)
      }
      expect(({} as { lang?: string }).lang).toBeUndefined()
    },
  )
})

const evil = 'evil.example'
const hosts: readonly (readonly string[])[] = [
  [`Host: ${evil}`],
  [`Host: ${evil}:443`],
  [`Host: badges.example.org@${evil}`],
  [`Host: badges.example.org`, `X-Forwarded-Host: ${evil}`],
  [`Host: x`, `Forwarded: host=${evil};proto=http`],
  [`Host: x`, `X-Original-URL: //${evil}/`, `X-Rewrite-URL: //${evil}/`],
  [`Host: x`, `Origin: https://${evil}`, `Referer: https://${evil}/`],
  [`Host: "><script src=//${evil}>`],
]

describe('a host that is not ours', () => {
  test.each(hosts)('%s is nowhere in an answer', async (...headers) => {
    const form = `--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n${record.jwt}\r\n--b--`
    const multipart = 'Content-Type: multipart/form-data; boundary=b'
    const requests: readonly (readonly [string, readonly string[], string])[] = [
      ['GET /verify', [], ''],
      ['GET /openapi.json', [], ''],
      ['GET /nothing', ['Accept: text/html'], ''],
      ['POST /api/verify', [], record.jwt],
      ['POST /api/verify', [], 'x'],
      ['POST /verify', [multipart, 'Accept: text/html'], form],
      ['POST /verify/batch', [multipart, 'Accept: text/html'], form],
    ]
    for (const [line, more, body] of requests) {
      const text = requestText(line, [...more, ...headers], body).replace('Host: x\r\n', '')
      const answer = await raw(text)
      expect([line, statusesIn(answer).length]).toEqual([line, 1])
      expect(answer).not.toContain(evil)
    }
  })
})

describe('a caller who says to be another', () => {
  test.each([
    'nonsense',
    'unknown',
    '<script>alert(1)</script>',
    '127.0.0.1:80',
    '[::1]:80',
    '[::1',
    '::ffff:127.0.0.1',
    'fe80::1%eth0',
    '1.2.3.4, 5.6.7.8, ',
    ',,,,',
    `${'1.1.1.1, '.repeat(1_500)}1.1.1.1`,
    "'; DROP TABLE credentials; --",
  ])('by %j is answered like any other', async (address) => {
    const headers = [`X-Forwarded-For: ${address}`]
    const answer = await raw(requestText('POST /api/verify', headers, record.jwt))
    expect(statusesIn(answer)).toEqual([200])
  })
})

/** The same credential, told to be in some other form than it is. */
const labels = [
  ...['application/json; charset=utf-7', 'application/json; charset=utf-16', 'text/plain'],
  ...['application/json; charset=ibm500', 'application/json; charset=nonsense', 'nonsense', ''],
  ...['application/vc+jwt', 'image/png', 'application/xml', 'text/html; charset=utf-7'],
  ...[`application/json; ${'a=b;'.repeat(2_000)}`, 'application/json; charset="', '/', ';;;'],
]

describe('a body that is called something else', () => {
  test.each(labels.map((label) => [label.slice(0, 40), label]))(
    '%j is judged by its bytes',
    async (_start, label) => {
      const headers = label ? [`Content-Type: ${label}`] : []
      const answer = await raw(requestText('POST /api/verify', headers, record.signed))
      expect(statusesIn(answer)).toEqual([200])
      expect(answer).toContain('"verdict":"valid"')
    },
  )

  test('is not decoded by that: what is UTF-7 is no JSON', async () => {
    const utf7 = record.signed.replaceAll('{', '+AHs-').replaceAll('"', '+ACI-')
    const headers = ['Content-Type: application/json; charset=utf-7']
    const answer = await raw(requestText('POST /api/verify', headers, utf7))
    expect(statusesIn(answer)).toEqual([422])
  })

  test('is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    for (const [encoding, body] of [
      ['gzip', bomb],
      ['gzip', gzipSync(record.signed)],
      ['deflate', gzipSync(record.signed)],
      ['gzip, gzip, gzip', bomb],
    ] as const)
      for (const path of [
        '/api/verify',
        '/verify',
        '/api/verify/batch',
        '/vc-api/credentials/verify',
      ]) {
        const headers = { 'content-encoding': encoding, 'content-type': 'application/json' }
        const response = await shop.ask(path, { method: 'POST', body, headers })
        expect([path, [400, 415, 422].includes(response.status)]).toEqual([path, true])
      }
  })
})

describe('a body without end', () => {
  const megabyte = Buffer.alloc(1024 * 1024, 0x20)

  /**
   * Goes on sending until it is answered, on a connection of its own, which stays open: one kept from before may just be
   * closing, and one that is closed with the answer may be broken before that is read.
   */
  const pour = (path: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', accept: 'application/json' }
      const agent = new Agent({ keepAlive: true })
      const call = request(`${shop.base}${path}`, { method: 'POST', headers, agent })
      const send = () => {
        if (call.write(megabyte)) setImmediate(send)
        else call.once('drain', send)
      }
      call.on('error', reject)
      call.on('response', async (response) => {
        const body = await text(response)
        call.off('error', reject).on('error', () => undefined)
        call.removeAllListeners('drain').destroy()
        agent.destroy()
        resolve({ status: response.statusCode ?? 0, body })
      })
      send()
    })

  test.each([
    '/api/verify',
    '/verify',
    '/api/verify/batch',
    '/vc-api/credentials/verify',
    '/vc-api/presentations/verify',
  ])('in chunks to %s is refused', async (path) => {
    const { status, body } = await pour(path)
    expect([status, JSON.parse(body)]).toEqual([
      413,
      expect.objectContaining({ code: 'too-large', detail: expect.stringMatching(/over [1-9]/) }),
    ])
  })

  test.each(['/api/verify', '/verify', '/api/verify/batch'])(
    'but over the limit, on a connection that ends with the answer, to %s: the refusal is read',
    async (path) => {
      const length = 64 * 1024 * 1024
      const socket = connect(Number(new URL(shop.base).port), '127.0.0.1')
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nConnection: close\r\n`
      socket.write(`${head}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`)
      const answer = text(socket)
      for (let sent = 0; sent < length; sent += megabyte.length)
        await new Promise<void>((resolve, reject) =>
          socket.write(megabyte, (fault) => (fault ? reject(fault) : resolve())),
        )
      expect(await answer).toMatch(/^HTTP\/1\.1 413 .*"code":"too-large"/s)
    },
  )

  test('that breaks off is nobody’s fault', async () => {
    for (const path of ['/api/verify', '/verify', '/api/verify/batch']) {
      const socket = connect(Number(new URL(shop.base).port), '127.0.0.1')
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx`
      await new Promise<void>((resolve) => socket.write(head, () => resolve()))
      socket.destroy()
    }
  })
})
