import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { badge } from './base-documents.ts'
import { pngWith, svgWith } from './pictures.ts'

/**
 * A reader who puts U+FFFD for what is no UTF-8 makes other bytes into a text that was signed: the honest name here
 * holds that letter, and each attack has a byte in its place that only such a reader would take for it.
 */

let world: ForeignWorld
let text: string
beforeAll(async () => {
  world = await openForeignWorld()
  text = JSON.stringify(await world.sign(badge({ name: 'Certificate \ufffd' })))
})
afterAll(() => world.close())

type Send = (text: string, swap: (bytes: Uint8Array) => Uint8Array) => Promise<unknown>

const boundary = 'multipart/form-data; boundary=b'
const part = (content: string | Uint8Array, disposition: string) =>
  Buffer.concat([
    Buffer.from(`--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n--b--'),
  ])

let caller = 0
async function post(path: string, body: Uint8Array, type: string): Promise<string> {
  caller += 1
  const headers = {
    'content-type': type,
    accept: path.startsWith('/api') ? 'application/json' : 'text/html',
    'x-forwarded-for': `2001:db8:${caller.toString(16)}::1`,
  }
  const response = await world.shop.ask(path, {
    method: 'POST',
    body: Uint8Array.from(body),
    headers,
  })
  expect(response.status).toBeLessThan(500)
  return response.text()
}

const json = 'application/json'
const doors: readonly (readonly [string, Send])[] = [
  ['as a body', (given, swap) => post('/api/verify', swap(Buffer.from(given)), '')],
  [
    'in a question',
    (given, swap) => post('/api/verify', swap(Buffer.from(`{"credential":${given}}`)), json),
  ],
  [
    'as a text in a question',
    (given, swap) =>
      post('/api/verify', swap(Buffer.from(JSON.stringify({ credential: given }))), json),
  ],
  [
    'among many',
    (given, swap) =>
      post('/api/verify/batch', swap(Buffer.from(`{"items":[{"credential":${given}}]}`)), json),
  ],
  [
    'as a text among many',
    (given, swap) =>
      post('/api/verify/batch', swap(Buffer.from(JSON.stringify({ items: [given] }))), json),
  ],
  [
    'as a file among many',
    (given, swap) =>
      post('/api/verify/batch', part(swap(Buffer.from(given)), 'name="f"; filename="f"'), boundary),
  ],
  [
    'as a file of a form',
    (given, swap) =>
      post('/verify', part(swap(Buffer.from(given)), 'name="file"; filename="f"'), boundary),
  ],
  [
    'as the text of a form',
    (given, swap) => post('/verify', part(swap(Buffer.from(given)), 'name="text"'), boundary),
  ],
  [
    'as the text of a plain form',
    (given, swap) => {
      const spelt = `text=${encodeURIComponent(given)}`
      const bytes = swap(Buffer.from(spelt.replace('%EF%BF%BD', '\ufffd')))
      const body = Buffer.from(bytes).toString('latin1').replace('\u00ff', '%FF')
      return post('/verify', Buffer.from(body, 'latin1'), 'application/x-www-form-urlencoded')
    },
  ],
  ['in an SVG', (given, swap) => post('/api/verify', swap(Buffer.from(svgWith(given))), '')],
  [
    'in a PNG',
    (given, swap) => {
      const bytes = swap(Buffer.from(given))
      return post('/api/verify', pngWith(bytes), '')
    },
  ],
]

/** One byte that no UTF-8 has, for the three of the letter. */
function broken(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes)
  const at = whole.indexOf('\ufffd')
  expect(at).toBeGreaterThan(0)
  return Buffer.concat([whole.subarray(0, at), Buffer.of(0xff), whole.subarray(at + 3)])
}

const { title } = messagesFor('en').headlines['issuer-unknown']
const isValid = (answer: unknown) =>
  String(answer).includes('"verdict":"valid"') || String(answer).includes(title)

describe.each(doors)('a credential %s', (_where, send) => {
  test('is valid as it was signed', async () => {
    expect(isValid(await send(text, (bytes) => bytes))).toBe(true)
  })
  test('is not valid with a byte that is no UTF-8', async () => {
    expect(isValid(await send(text, broken))).toBe(false)
    expect(world.shop.faults).toEqual([])
  })
})

test('half a surrogate pair in a question is not taken for another letter', async () => {
  const half = JSON.stringify({ credential: text }).replace('\ufffd', '\\ud800')
  expect(isValid(await post('/api/verify', Buffer.from(half), json))).toBe(false)
  const item = JSON.stringify({ items: [text] }).replace('\ufffd', '\\ud800')
  expect(isValid(await post('/api/verify/batch', Buffer.from(item), json))).toBe(false)
})
