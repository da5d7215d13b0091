import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let path: string

beforeAll(async () => {
  shop = await openShop()
  path = `/c/${(await issueOne(shop.service)).id}`
})
afterAll(() => shop.close())

const forms = ['pdf', 'png', 'svg', 'json', 'jwt'] as const

describe('each file of a credential', () => {
  test.each(forms)(
    '.%s has a strong tag, and is not sent again to whoever has it',
    async (form) => {
      const first = await shop.askPlainly(`${path}.${form}`)
      const tag = String(first.headers.etag)
      expect(first.status).toBe(200)
      expect(tag).toMatch(/^"[\w-]{32}"$/)
      expect(String(first.headers['cache-control'])).toContain('no-cache')
      const again = await shop.askPlainly(`${path}.${form}`, { 'If-None-Match': tag })
      expect([again.status, again.body, again.headers.etag]).toEqual([304, '', tag])
      const among = { 'If-None-Match': `"other", W/${tag}` }
      expect((await shop.askPlainly(`${path}.${form}`, among)).status).toBe(304)
      const other = await shop.askPlainly(`${path}.${form}`, { 'If-None-Match': '"other"' })
      expect([other.status, other.headers.etag]).toEqual([200, tag])
    },
  )

  test('has another tag than another form or another credential', async () => {
    const other = `/c/${(await issueOne(shop.service, { key: 'email:b@example.org', name: 'B' })).id}`
    const tags = await Promise.all(
      [path, other].flatMap((each) =>
        forms.map(async (form) => (await shop.askPlainly(`${each}.${form}`)).headers.etag),
      ),
    )
    expect(new Set(tags).size).toBe(2 * forms.length)
  })

  test.each(forms)('.%s tells HEAD what GET would, without the body', async (form) => {
    const got = await shop.askPlainly(`${path}.${form}`)
    const head = await shop.askPlainly(`${path}.${form}`, {}, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.body).toBe('')
    for (const name of ['etag', 'content-type', 'content-length', 'accept-ranges', 'link'])
      expect([name, head.headers[name]]).toEqual([name, got.headers[name]])
  })

  test('gives the part that is asked for, while it is the same file', async () => {
    const whole = await shop.askPlainly(`${path}.json`)
    const { length } = Buffer.from(whole.body)
    const ask = (range: string, more: Record<string, string> = {}) =>
      shop.askPlainly(`${path}.json`, { Range: range, ...more })
    const part = await ask('bytes=10-19')
    expect([part.status, part.body]).toEqual([206, whole.body.slice(10, 20)])
    expect(part.headers['content-range']).toBe(`bytes 10-19/${length}`)
    expect(part.headers['content-length']).toBe('10')
    expect((await ask('bytes=-5')).body).toBe(whole.body.slice(-5))
    expect((await ask(`bytes=${length - 3}-`)).body).toBe(whole.body.slice(-3))
    const tag = String(whole.headers.etag)
    expect((await ask('bytes=0-3', { 'If-Range': tag })).status).toBe(206)
    for (const other of ['"other"', `W/${tag}`, 'Fri, 27 Nov 2026 00:00:00 GMT'])
      expect((await ask('bytes=0-3', { 'If-Range': other })).status).toBe(200)
  })

  test('refuses a part that it has not, and answers odd wishes with the whole', async () => {
    const ask = (range: string, method = 'GET') =>
      shop.askPlainly(`${path}.json`, { Range: range }, method)
    const beyond = await ask('bytes=9999999-')
    expect([beyond.status, beyond.body]).toEqual([416, ''])
    expect(beyond.headers['content-range']).toMatch(/^bytes \*\/\d+$/)
    for (const range of ['bytes=0-3,9-12', 'pages=1-2', 'bytes', 'bytes=x-y'])
      expect([range, (await ask(range)).status]).toEqual([range, 200])
    expect((await ask('bytes=0-3', 'HEAD')).status).toBe(200)
  })
})
