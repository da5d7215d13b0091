import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

interface Answer {
  readonly url: string
  readonly width: number
  readonly height: number
  readonly html: string
  readonly title: string
}

let shop: Shop
let record: IssuedRecord

beforeAll(async () => {
  shop = await openShop()
  record = await issueOne(shop.service)
})
afterAll(() => shop.close())

const oembed = (url: string, more: Record<string, string> = {}) =>
  shop.ask(`/oembed?${new URLSearchParams({ url, ...more })}`)
const ours = () => `${publicUrl}/c/${record.id}`

describe('/oembed', () => {
  test('answers with what WordPress and Moodle can show without a script', async () => {
    const response = await oembed(ours(), { format: 'json' })
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ])
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const answer = await json<Answer>(response)
    expect(answer).toEqual({
      version: '1.0',
      type: 'photo',
      title: 'Digital Skills for Library Professionals: Certificate of Completion',
      author_name: 'BIBLIO Sample Academy',
      author_url: `${publicUrl}/issuer`,
      provider_name: 'BIBLIO Sample Academy',
      provider_url: publicUrl,
      url: `${ours()}/card.png?lang=en&width=1200`,
      width: 1200,
      height: 627,
      html: expect.stringMatching(
        /^<a href="[^"]+" rel="noopener"><img src="[^"]+" width="1200" height="627" alt="[^"]+"><\/a>$/,
      ),
    })
    expect(answer.html).not.toMatch(/<script|<iframe|style=|\son\w+=/i)
    expect(JSON.stringify(answer)).not.toContain('Μαρία')
  })

  test.each([
    [{ maxwidth: '1200' }, 1200, 627, 1200],
    [{ maxwidth: '1199' }, 800, 418, 800],
    [{ maxwidth: '640' }, 400, 209, 400],
    [{ maxwidth: '200' }, 200, 104, 400],
    [{ maxheight: '300' }, 400, 209, 400],
    [{ maxwidth: '1', maxheight: '1' }, 1, 1, 400],
  ])('keeps to %o, and draws no larger than it must', async (limits, width, height, drawn) => {
    const answer = await json<Answer>(await oembed(ours(), limits as Record<string, string>))
    expect([answer.width, answer.height]).toEqual([width, height])
    const { pathname, search } = new URL(answer.url)
    const picture = Buffer.from(await (await shop.ask(`${pathname}${search}`)).arrayBuffer())
    expect(picture.readUInt32BE(16)).toBe(drawn)
  })

  test('is in the language of the address', async () => {
    const greek = await json<Answer>(await oembed(`${ours()}?lang=el`))
    expect(greek.title).toMatch(/^Ψηφιακές/)
    const url = `${publicUrl}/achievements/${record.achievement}/bg`
    const answer = await json<Answer>(await oembed(url))
    expect(answer.title).toMatch(/^Цифрови умения/)
    expect(answer.html).toContain('lang=bg')
  })

  test.each([
    'https://elsewhere.example/c/',
    'https://badges.example.org.elsewhere.example/c/',
    'https://badges.example.org@elsewhere.example/c/',
    'https://user@badges.example.org/c/',
    'https://badges.example.org:8443/c/',
    'ftp://badges.example.org/c/',
    'javascript:alert(1)//',
    '//badges.example.org/c/',
    '/c/',
    'nonsense',
  ])('refuses an address that is not ours, and asks nobody: %s', async (start) => {
    const response = await oembed(`${start}${record.id}`)
    expect([response.status, await problemCode(response)]).toEqual([404, 'not-found'])
    expect(response.headers.get('location')).toBeNull()
    expect(shop.faults).toEqual([])
  })

  test.each(['/', '/verify', '/issuer', '/c/', '/status/1', '/achievements/nothing', '/c/x.json'])(
    'has nothing to embed at %s',
    async (path) => {
      expect((await oembed(`${publicUrl}${path}`)).status).toBe(404)
    },
  )

  test('answers for an unknown credential as for a private one', async () => {
    const response = await oembed(`${publicUrl}/c/${'0'.repeat(26)}`)
    expect([response.status, await problemCode(response)]).toEqual([404, 'credential-not-found'])
  })

  test.each(['xml', 'XML', 'html', ''])('has no format "%s"', async (format) => {
    const response = await oembed(ours(), { format })
    expect([response.status, await problemCode(response)]).toEqual([501, 'format-not-offered'])
    expect(shop.faults).toEqual([])
  })

  test.each(['maxwidth', 'maxheight'])('wants %s to be a number', async (limit) => {
    for (const value of ['0', '-1', 'x', '1e3', '99999999', '1.5']) {
      const response = await oembed(ours(), { [limit]: value })
      expect([value, response.status, await problemCode(response)]).toEqual([
        value,
        400,
        'bad-request',
      ])
    }
  })

  test('wants to know which page', async () => {
    const response = await shop.ask('/oembed')
    expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
    expect((await shop.ask('/oembed?url=a&url=b')).status).toBe(400)
  })
})
