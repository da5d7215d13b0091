import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newSessionSecret } from '../../src/ledger/sessions.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { formsFromElsewhere } from '../support/elsewhere.ts'
import { type MailServerOfTests, openMailServer } from '../support/mail-server.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

let shop: Shop
let post: MailServerOfTests
let record: IssuedRecord
let now = new Date('2026-11-27T08:00:00Z')
const { claim, newLink, title } = messagesFor('en').pages.holder
const page = { accept: 'text/html' }

beforeAll(async () => {
  post = await openMailServer()
  const env = { CALLS_PER_MINUTE: '10000', SMTP_URL: post.url, MAIL_FROM: 'office@example.org' }
  shop = await openShop({ env, now: () => now })
  record = await issueOne(shop.service)
})
afterAll(async () => {
  await shop.close()
  await post.close()
})

/** Path of a link that opens what is Maria's. */
const makeLink = () => new URL(shop.service.mail.newLink(record.learner).url).pathname

/** A browser that keeps its cookies. */
function openBrowser(cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies))
  const call = async (path: string, init: RequestInit = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await shop.ask(path, { ...init, headers: { ...page, cookie, ...init.headers } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }
  return {
    jar,
    get: (path: string) => call(path),
    press: (path: string, headers: Record<string, string> = {}) =>
      call(path, { method: 'POST', headers, body: new URLSearchParams() }),
  }
}

const isIn = async (browser: ReturnType<typeof openBrowser>) =>
  (await browser.get('/my')).status === 200

describe('a link of a letter', () => {
  test('shows one button and no name, and is not used up by looking', async () => {
    const link = makeLink()
    for (let at = 0; at < 3; at += 1) {
      const answer = await openBrowser().get(link)
      const text = await answer.text()
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      expect(answer.headers.get('x-robots-tag')).toContain('noindex')
      expect(text.split('<button')).toHaveLength(2)
      expect(text).toContain(claim.lead('Μ. Π.', 1))
      expect(text).not.toMatch(/Μαρία|Παπαδοπούλου|maria@/)
    }
    expect((await shop.ask(link, { method: 'HEAD' })).status).toBe(200)
    expect(shop.service.mail.claims.stateOf(link.slice('/claim/'.length))).toBe('open')
  })

  test('lets in once, with a cookie that no script and no other site can use', async () => {
    const [browser, link] = [openBrowser(), makeLink()]
    await browser.get(link)
    const answer = await browser.press(link)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/my'])
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-holder=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(await (await browser.get('/my')).text()).toContain(record.id)
    const other = openBrowser()
    const again = await other.get(link)
    expect(again.status).toBe(410)
    expect(await again.text()).toContain(claim.used.title)
    expect((await other.press(link)).status).toBe(410)
    expect(await isIn(other)).toBe(false)
  })

  test('pressed twice by an impatient hand leads in both times, to one session', async () => {
    const [browser, link] = [openBrowser(), makeLink()]
    await browser.get(link)
    const answers = await Promise.all([browser.press(link), browser.press(link)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const [first, second] = answers.map((answer) => answer.headers.getSetCookie()[0])
    expect(first).toBe(second)
    expect(await isIn(browser)).toBe(true)
  })

  test('of two browsers at once lets one in', async () => {
    const [one, two, link] = [openBrowser(), openBrowser(), makeLink()]
    await Promise.all([one.get(link), two.get(link)])
    const answers = await Promise.all([one.press(link), two.press(link)])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  })

  test('leads on whoever is in already, and is not used up for it', async () => {
    const [browser, used, link] = [openBrowser(), makeLink(), makeLink()]
    await browser.get(link)
    await browser.press(link)
    const spare = shop.service.mail.newLink(record.learner).url
    for (const path of [link, new URL(spare).pathname]) {
      const answer = await browser.get(path)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/my'])
    }
    expect(shop.service.mail.claims.stateOf(spare.split('/').at(-1) ?? '')).toBe('open')
    expect((await openBrowser().get(used)).status).toBe(410)
  })

  test('is not used up by a browser that keeps no cookies', async () => {
    const link = makeLink()
    const answer = await openBrowser().press(link)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(claim.noCookie.title)
    expect(shop.service.mail.claims.stateOf(link.slice('/claim/'.length))).toBe('open')
  })

  test.each(formsFromElsewhere)('is not pressed by %s', async (_, headers) => {
    const [browser, link] = [openBrowser(), makeLink()]
    await browser.get(link)
    expect((await browser.press(link, headers)).status).toBe(403)
    expect((await browser.press(link, { origin: publicUrl })).status).toBe(303)
  })

  test('never goes on with a session that was planted, and ends the one before', async () => {
    const planted = newSessionSecret()
    const other = await issueOne(shop.service, { key: 'email:eve@example.org', name: 'Eve' })
    shop.service.holders.signIn(other.learner, planted)
    const [browser, link] = [openBrowser({ '__Host-holder': planted }), makeLink()]
    browser.jar.set('__Host-claim', 'planted')
    await browser.get(link)
    await browser.press(link)
    const secret = browser.jar.get('__Host-holder') ?? ''
    expect(secret).not.toBe(planted)
    expect(secret).toHaveLength(43)
    const text = await (await browser.get('/my')).text()
    expect(text).toContain('Μαρία')
    expect(await isIn(openBrowser({ '__Host-holder': planted }))).toBe(false)
  })

  test('speaks the language that the learner chose', async () => {
    const greek = await issueOne(shop.service, { key: 'email:g@example.org', name: 'Γιώργος' })
    shop.service.holders.setLanguage(greek.learner, 'el')
    const link = new URL(shop.service.mail.newLink(greek.learner).url).pathname
    const browser = openBrowser()
    await browser.get(link)
    await browser.press(link)
    expect(browser.jar.get('lang')).toBe('el')
    expect(await (await browser.get('/my')).text()).toContain('<html lang="el">')
  })

  test('that nobody used ends, and says so', async () => {
    const link = makeLink()
    const before = now
    now = new Date(now.getTime() + 91 * 24 * 60 * 60 * 1000)
    const answer = await openBrowser().get(link)
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain(claim.ended.title)
    now = before
  })

  test.each(['x', '0'.repeat(52), '%00', "' OR 1=1", 'a'.repeat(3_000), '..%2fmy'])(
    'that was never made is not there: %j',
    async (secret) => {
      const answer = await openBrowser().get(
        `/claim/${encodeURIComponent(decodeURIComponent(secret))}`,
      )
      expect(answer.status).toBe(404)
      expect(await answer.text()).toContain(claim.unknown.title)
    },
  )

  test('is known only as a whole', async () => {
    const link = makeLink()
    const [first, second] = [makeLink(), makeLink()]
    for (const wrong of [
      link.slice(0, -1),
      `${link}0`,
      link.toUpperCase().replace('/CLAIM/', '/claim/'),
      first.slice(0, 33) + second.slice(33),
    ])
      expect((await openBrowser().get(wrong)).status).toBe(404)
  })

  test('leaves no secret in the ledger', () => {
    const link = makeLink()
    const { databaseFile } = shop.config
    const bytes = Buffer.concat(
      [databaseFile, `${databaseFile}-wal`].map((file) => readFileSync(file)),
    )
    expect(bytes.includes(link.slice('/claim/'.length, -26))).toBe(true)
    expect(bytes.includes(link.slice(-26))).toBe(false)
  })
})

describe('the form for a new link', () => {
  const ask = (email: string, in_ = shop) =>
    in_.ask('/claim', { method: 'POST', headers: page, body: new URLSearchParams({ email }) })

  /** The link of the letter that arrived last. */
  const linkIn = (raw: string) =>
    /\/claim\/[0-9a-z]{52}/.exec(raw.replace(/=\r?\n/g, ''))?.[0] ?? ''

  test('answers alike whether an address is known or not, and writes to the one', async () => {
    await shop.service.mail.sendDue()
    const before = post.arrived.length
    const [known, unknown] = [await ask(' MARIA@example.org '), await ask('nobody@example.org')]
    expect([known.status, unknown.status]).toEqual([200, 200])
    const text = await known.text()
    expect(text).toBe(await unknown.text())
    expect(text).toContain(newLink.sent.title)
    await shop.service.mail.sendDue()
    for (let at = 0; at < 100 && post.arrived.length === before; at += 1)
      await new Promise((resolve) => setTimeout(resolve, 50))
    const to = post.arrived.slice(before).map((letter) => letter.to)
    expect(new Set(to)).toEqual(new Set(['maria@example.org']))
    const browser = openBrowser()
    const link = linkIn(post.arrived.at(-1)?.raw ?? '')
    await browser.get(link)
    expect((await browser.press(link)).status).toBe(303)
    expect(await isIn(browser)).toBe(true)
  })

  test('says what is wrong with what is no address, and keeps what was typed', async () => {
    const answer = await ask('"><script>maria')
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(newLink.wrong.title)
    expect(text).not.toContain('<script>maria')
    expect(text).toContain('&lt;script&gt;maria')
  })

  test('waits for whoever asks too often', async () => {
    const own = await openShop({ env: { SMTP_URL: post.url, MAIL_FROM: 'office@example.org' } })
    const statuses: number[] = []
    for (let at = 0; at < 6; at += 1) statuses.push((await ask('a@example.org', own)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    await own.close()
  })

  test('is not taken from another site', async () => {
    const headers = { ...page, origin: 'https://evil.example' }
    const body = new URLSearchParams({ email: 'maria@example.org' })
    expect((await shop.ask('/claim', { method: 'POST', headers, body })).status).toBe(403)
  })

  test('says whom to ask where no letters are sent', async () => {
    const own = await openShop()
    for (const answer of [
      await own.ask('/claim', { headers: page }),
      await own.ask('/my', { headers: page }),
      await ask('maria@example.org', own),
    ]) {
      const text = await answer.text()
      expect(text).toContain(newLink.notOffered(own.service.catalogue.issuer.name))
      expect(text).not.toContain('name="email"')
    }
    await own.close()
  })

  test('leads to what it is the way to', async () => {
    expect(await (await openBrowser().get('/claim')).text()).toContain(claim.away.title)
    expect(title).not.toBe('')
  })
})

test('nothing of this was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
