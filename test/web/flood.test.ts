import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord

/** Whoever asks for anything outside waits until it is opened. */
function barrier() {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, opened }
}
let outside = barrier()

beforeAll(async () => {
  shop = await openShop({
    env: { CALLS_PER_MINUTE: '10000', TRUST_PROXY: '1' },
    fetch: async () => {
      await outside.opened
      return { contentType: 'text/plain', body: Buffer.from('nothing') }
    },
  })
  record = await issueOne(shop.service)
})
afterAll(() => shop.close())

/** A network of its own for each number. */
const client = (number: number) => `2001:db8:0:${number.toString(16)}::1`

interface Answer {
  readonly status: number
  readonly retryAfter: number
  readonly told: { readonly verdict?: string; readonly code?: string }
}

/** A call on a connection of its own: one kept from before may just be closing. */
function check(body: string | Uint8Array, address: string, type = 'text/plain'): Promise<Answer> {
  const headers = { 'x-forwarded-for': address, 'content-type': type }
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers, agent: false }
    const call = request(`${shop.base}/api/verify`, options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: Number(response.headers['retry-after']),
          told: JSON.parse(Buffer.concat(chunks).toString()),
        }),
      )
    })
    call.on('error', reject)
    call.end(body)
  })
}

const slow = (number: number) =>
  check(JSON.stringify({ url: 'https://slow.example/c' }), client(number), 'application/json')

describe('a flood', () => {
  test('is answered, or turned away with the time to come back, and leaves the service as it was', async () => {
    outside = barrier()
    const flood = Array.from({ length: 90 }, (_, number) => slow(number))
    // The last of them can only be turned away, for nothing is finished yet.
    const turnedAway = await Promise.any(
      flood.map(async (each) => ((await each).status === 503 ? each : Promise.reject())),
    )
    expect(turnedAway.retryAfter).toBeGreaterThan(0)
    for (const path of ['/healthz', `/c/${record.id}`, '/.well-known/did.json', '/verify'])
      expect((await shop.ask(path)).status).toBe(200)
    outside.open()
    const answers = await Promise.all(flood)
    for (const { status, told, retryAfter } of answers)
      if (status === 503) expect([told.code, retryAfter > 0]).toEqual(['busy', true])
      else expect([status, told.code]).toEqual([422, 'no-credential-found'])
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(2 + 48 + 12)
    const after = await check(record.signed, client(500))
    expect(after.told.verdict).toBe('valid')
    expect(shop.faults).toEqual([])
  })

  test('of good and forged ones at once is never answered wrong', async () => {
    const forged = record.signed.replace('Μαρία', 'Μάρθα')
    const answers = await Promise.all(
      Array.from({ length: 300 }, async (_, number) => ({
        expected: number % 2 === 0 ? 'valid' : 'invalid',
        answer: await check(number % 2 === 0 ? record.signed : forged, client(number % 40)),
      })),
    )
    for (const { expected, answer } of answers)
      if (answer.status === 200) expect(answer.told.verdict).toBe(expected)
      else expect([[429, 503].includes(answer.status), answer.retryAfter > 0]).toEqual([true, true])
    expect(answers.filter(({ answer }) => answer.status === 200).length).toBeGreaterThan(15)
    expect(shop.faults).toEqual([])
  })

  test('of large files from many clients is survived', async () => {
    const photo = new Uint8Array(10 * 1024 * 1024)
    const flood = Array.from({ length: 30 }, (_, number) => check(photo, client(number)))
    for (const { status } of await Promise.all(flood)) expect([413, 422, 503]).toContain(status)
    expect(shop.faults).toEqual([])
    expect((await check(record.signed, client(50))).status).toBe(200)
  })
})

describe('one client', () => {
  test('with many slow addresses leaves places for the others', async () => {
    outside = barrier()
    const crowd = Array.from({ length: 20 }, () => slow(300))
    const turnedAway = await Promise.any(
      crowd.map(async (each) => ((await each).status === 429 ? each : Promise.reject())),
    )
    expect([turnedAway.told.code, turnedAway.retryAfter > 0]).toEqual(['too-many-requests', true])
    expect((await check(record.signed, client(301))).told.verdict).toBe('valid')
    outside.open()
    const statuses = (await Promise.all(crowd)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 422)).toHaveLength(12)
    expect((await check(record.signed, client(300))).told.verdict).toBe('valid')
  })

  test('is the whole of an IPv6 network, whichever address of it calls', async () => {
    const own = await openShop({ env: { CALLS_PER_MINUTE: '5', TRUST_PROXY: '1' } })
    const ask = async (address: string) => {
      const headers = { 'x-forwarded-for': address }
      return (await own.ask('/api/verify', { method: 'POST', body: 'x', headers })).status
    }
    try {
      const same = []
      for (let call = 1; call <= 6; call += 1) same.push(await ask(`2001:db8:1:1::${call}`))
      expect(same).toEqual([422, 422, 422, 422, 422, 429])
      expect(await ask('2001:db8:1:2::1')).toBe(422)
      expect(await ask('192.0.2.1')).toBe(422)
    } finally {
      await own.close()
    }
  })

  test('that sends slowly keeps its own places busy and nobody else waiting', async () => {
    const { port } = new URL(shop.base)
    const slow = Array.from({ length: 25 }, () => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.on('error', () => undefined)
      socket.write(
        `POST /api/verify HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${client(60)}\r\nContent-Length: 100\r\n\r\nhalf`,
      )
      return socket
    })
    const firstAnswer = new Promise<string>((resolve) => {
      for (const socket of slow) socket.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    })
    expect(await firstAnswer).toMatch(/^HTTP\/1\.1 429 /)
    expect((await check(record.signed, client(61))).status).toBe(200)
    for (const socket of slow) socket.destroy()
  })
})

/** Bytes as they are, and the first line of the answer. */
function raw(text: string): Promise<string> {
  const { port } = new URL(shop.base)
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''))
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk
      socket.end()
    })
    socket.write(text)
  })
}

describe('what is no proper request', () => {
  test.each<[string, string]>([
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(40_000)}`],
    [
      'a thousand headers',
      `GET /verify HTTP/1.1\r\nHost: x\r\n${Array.from({ length: 1_000 }, (_, n) => `X-${n}: 1234567890123456`).join('\r\n')}\r\n\r\n`,
    ],
    ['nonsense', 'hello\r\n\r\n'],
    [
      'two lengths',
      'POST /api/verify HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd',
    ],
    [
      'a length and chunks',
      'POST /api/verify HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'a chunk that is none',
      'POST /api/verify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ],
  ])('%s is refused, and is no fault of ours', async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(shop.faults).toEqual([])
  })

  test.each(['', 'text/html', 'multipart/form-data', 'nonsense', 'a/b; c="', 'x'.repeat(5_000)])(
    'a form called %j is refused, and is no fault of ours',
    async (type) => {
      for (const path of ['/verify', '/verify/batch', '/api/verify/batch']) {
        const headers = { 'content-type': type, accept: 'application/json' }
        const response = await shop.ask(path, { method: 'POST', body: Buffer.from('x'), headers })
        expect([path, [400, 415].includes(response.status)]).toEqual([path, true])
      }
      expect(shop.faults).toEqual([])
    },
  )
})
