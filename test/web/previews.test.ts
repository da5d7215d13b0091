import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { Database } from '../../src/ledger/database.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

const asProgram = { headers: { accept: 'application/json' } }
const name = 'Μαρία Παπαδοπούλου'
let shop: Shop
let record: IssuedRecord
let open: IssuedRecord
let revoked: IssuedRecord

/** As its holder sets it. */
function show(id: string, visibility: 'private' | 'link' | 'public'): void {
  const database = new Database(shop.config.databaseFile)
  database.run('UPDATE credential SET visibility = ? WHERE id = ?', visibility, id)
  database.close()
}

beforeAll(async () => {
  shop = await openShop()
  record = await issueOne(shop.service)
  open = await issueOne(shop.service, { key: 'email:open@example.org' })
  show(open.id, 'public')
  revoked = await issueOne(shop.service, { key: 'email:revoked@example.org' })
  show(revoked.id, 'public')
  shop.service.revoke(revoked.id, 'typed the wrong name')
})
afterAll(() => shop.close())

const png = async (path: string) => {
  const response = await shop.ask(path)
  expect([path, response.status, response.headers.get('content-type')]).toEqual([
    path,
    200,
    'image/png',
  ])
  return Buffer.from(await response.arrayBuffer())
}

const sizeOf = (bytes: Buffer) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]

describe('the card of a link', () => {
  test('is a PNG as LinkedIn wants it, of a credential and of an achievement', async () => {
    for (const path of [`/c/${record.id}`, `/achievements/${record.achievement}`]) {
      const card = await png(`${path}/card.png`)
      expect(sizeOf(card)).toEqual([1200, 627])
      expect(card.length).toBeLessThan(300_000)
      expect(sizeOf(await png(`${path}/card.png?width=400`))).toEqual([400, 209])
    }
  })

  test('is in the language of the credential, or in the one asked for', async () => {
    const path = `/c/${record.id}/card.png`
    const cards = await Promise.all(languages.map((lang) => png(`${path}?lang=${lang}`)))
    expect(new Set(cards.map((card) => card.toString('base64'))).size).toBe(languages.length)
    expect((await png(path)).equals(await png(`${path}?lang=en`))).toBe(true)
    const reader = await shop.ask(path, { headers: { 'accept-language': 'el' } })
    expect(Buffer.from(await reader.arrayBuffer()).equals(await png(path))).toBe(true)
  })

  test('names the learner only where that is public, and never on one that does not count', async () => {
    const { previews } = shop.service
    const cardOf = async (id: string) => {
      const found = shop.service.issued(id)
      if (!found) throw new Error('not issued')
      return (await previews.ofCredential(found)).card
    }
    expect((await cardOf(record.id)).name).toBeUndefined()
    expect((await cardOf(open.id)).name).toBe(name)
    expect(await cardOf(revoked.id)).toMatchObject({ state: 'Revoked' })
    expect((await cardOf(revoked.id)).name).toBeUndefined()
  })

  test('is not sent again while it is the same', async () => {
    const path = `/c/${record.id}/card.png`
    const etag = (await shop.ask(path)).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{22}"$/)
    const again = await shop.askPlainly(path, { 'if-none-match': etag })
    expect([again.status, again.body]).toEqual([304, ''])
    const other = await shop.ask(`${path}?lang=el`)
    expect(other.headers.get('etag')).not.toBe(etag)
  })

  test('changes with who may see it', async () => {
    const changing = await issueOne(shop.service, { key: 'email:changing@example.org' })
    const etag = async () => (await shop.ask(`/c/${changing.id}/card.png`)).headers.get('etag')
    const before = await etag()
    show(changing.id, 'public')
    const named = await etag()
    show(changing.id, 'link')
    expect(named).not.toBe(before)
    expect(await etag()).toBe(before)
  })

  test.each(['width=1', 'width=1200.0', 'width=', 'width=9999'])('has no %s', async (query) => {
    const response = await shop.ask(`/c/${record.id}/card.png?${query}`, asProgram)
    expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
  })

  test('is not there for what is not there', async () => {
    for (const path of [`/c/${'0'.repeat(26)}/card.png`, '/c/x/card.png']) {
      const response = await shop.ask(path, asProgram)
      expect([path, response.status, await problemCode(response)]).toEqual([
        path,
        404,
        'credential-not-found',
      ])
    }
    expect((await shop.ask('/achievements/nothing/card.png')).status).toBe(404)
  })

  test('is not there for what is private, and gone with what was erased, everywhere alike', async () => {
    const { id } = await issueOne(shop.service, { key: 'email:gone@example.org' })
    const paths = [`/c/${id}`, `/c/${id}/card.png`, `/oembed?url=${publicUrl}/c/${id}`]
    const codes = () =>
      Promise.all(
        paths.map(async (path) => {
          const response = await shop.ask(path, asProgram)
          return [response.status, await problemCode(response)]
        }),
      )
    show(id, 'private')
    expect(await codes()).toEqual(paths.map(() => [404, 'credential-not-found']))
    shop.service.erasure.erase({ credential: id }, 'test')
    expect(await codes()).toEqual(paths.map(() => [410, 'credential-erased']))
    for (const path of paths) {
      const page = await shop.ask(path, { headers: { accept: 'text/html' } })
      expect([path, page.status, (await page.text()).includes('Μαρία')]).toEqual([path, 410, false])
      expect(page.headers.get('x-robots-tag')).toBe('noindex, noarchive')
    }
  })

  test('remembers no language for a reader who never came here', async () => {
    const response = await shop.ask(`/c/${record.id}/card.png?lang=el`)
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

const plainOf = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"')

/** The Open Graph data of a page, each with all its values. */
async function openGraph(path: string) {
  const head = (await (await shop.ask(path)).text()).split('</head>')[0] ?? ''
  const found = new Map<string, string[]>()
  for (const [, key = '', value = ''] of head.matchAll(
    /<meta property="og:([a-z:_]+)" content="([^"]*)">/g,
  ))
    found.set(key, [...(found.get(key) ?? []), plainOf(value)])
  return { head, og: Object.fromEntries(found) }
}

describe('the head of a page that is shared', () => {
  test('says everything that LinkedIn reads, with addresses that hold anywhere', async () => {
    const { og } = await openGraph(`/c/${record.id}`)
    expect(og).toEqual({
      type: ['website'],
      title: ['Digital Skills for Library Professionals: Certificate of Completion'],
      description: [
        expect.stringMatching(/^Issued by BIBLIO Sample Academy\. Awarded on 20 November 2026\. ./),
      ],
      url: [`${publicUrl}/c/${record.id}`],
      site_name: ['BIBLIO Sample Academy'],
      locale: ['en_GB'],
      'locale:alternate': ['it_IT', 'el_GR', 'bg_BG', 'lv_LV'],
      image: [`${publicUrl}/c/${record.id}/card.png?lang=en`],
      'image:type': ['image/png'],
      'image:width': ['1200'],
      'image:height': ['627'],
      'image:alt': [expect.stringContaining('Certificate of completion. Digital Skills')],
    })
    const [title = ''] = og.title ?? []
    const [description = ''] = og.description ?? []
    expect([title.length < 200, description.length <= 300]).toEqual([true, true])
  })

  test('is in the language asked for', async () => {
    const { og } = await openGraph(`/c/${record.id}?lang=el`)
    expect(og.locale).toEqual(['el_GR'])
    expect(og.title?.[0]).toMatch(/^Ψηφιακές δεξιότητες/)
    expect(og.description?.[0]).toMatch(/20 Νοεμβρίου 2026/)
  })

  test('names the learner only where that is public', async () => {
    const hidden = await openGraph(`/c/${record.id}`)
    expect(hidden.head).not.toContain('Μαρία')
    const { og } = await openGraph(`/c/${open.id}`)
    expect(og.title?.[0]).toMatch(new RegExp(`^${name} – Digital Skills`))
    expect(og['image:alt']?.[0]).toContain(name)
  })

  test('says of a revoked one that it is, without a name', async () => {
    const { head, og } = await openGraph(`/c/${revoked.id}`)
    expect(og.title?.[0]).toMatch(/^Revoked: /)
    expect(og['image:alt']?.[0]).toMatch(/^Revoked\./)
    expect(head).not.toContain('Μαρία')
  })

  test('may be shown by search engines only where that is public and counts', async () => {
    for (const [{ id }, robots] of [
      [record, 'noindex, noarchive'],
      [open, 'all'],
      [revoked, 'noindex, noarchive'],
    ] as const) {
      const response = await shop.ask(`/c/${id}`)
      expect([response.headers.get('x-robots-tag')]).toEqual([robots])
      expect(await response.text()).toContain(`<meta name="robots" content="${robots}">`)
    }
  })

  test('names the page in every language, and where it can be embedded from', async () => {
    const { head } = await openGraph(`/c/${record.id}`)
    const url = `${publicUrl}/c/${record.id}`
    expect(head).toContain(`<link rel="canonical" href="${url}">`)
    for (const lang of languages)
      expect(head).toContain(`<link rel="alternate" hreflang="${lang}" href="${url}?lang=${lang}">`)
    expect(head).toContain(`<link rel="alternate" hreflang="x-default" href="${url}">`)
    const [, address = ''] =
      /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(head) ?? []
    const oembed = new URL(plainOf(address))
    expect(oembed.origin).toBe(publicUrl)
    const response = await shop.ask(`${oembed.pathname}${oembed.search}`)
    expect(await json(response)).toMatchObject({ type: 'photo' })
  })

  test('is there for an achievement, too', async () => {
    const { og } = await openGraph(`/achievements/${record.achievement}/it`)
    expect(og.title?.[0]).toMatch(/^Competenze digitali/)
    expect(og.url).toEqual([`${publicUrl}/achievements/${record.achievement}`])
  })

  test('may be read by LinkedIn', async () => {
    const robots = await (await shop.ask('/robots.txt')).text()
    expect(robots).toContain('User-agent: *\nAllow: /')
    expect(robots).not.toMatch(/^Disallow: \S/m)
    const asked = await shop.ask(`/c/${record.id}`, {
      headers: { 'user-agent': 'LinkedInBot/1.0 (compatible; Mozilla/5.0)', accept: '*/*' },
    })
    expect([asked.status, asked.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ])
  })
})
