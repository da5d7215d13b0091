import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { newSessionSecret } from '../../src/ledger/sessions.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { formsFromElsewhere } from '../support/elsewhere.ts'
import { type Learner, openLearner } from '../support/learner.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { visitorWith } from '../support/visitor.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let now = new Date('2026-11-27T08:00:00Z')
let record: IssuedRecord
let foreign: IssuedRecord
let maria: Learner

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' }, now: () => now })
  record = await issueOne(shop.service)
  await issueOne(shop.service, { achievement: 'area-safety', results: [] })
  foreign = await issueOne(shop.service, { key: 'email:b@example.org', name: 'Bob <b>Builder</b>' })
  maria = await openLearner(shop, record.learner)
})
afterAll(() => shop.close())

const hours = (count: number) => {
  now = new Date(now.getTime() + count * 60 * 60 * 1000)
}

describe('the wall of a learner', () => {
  test('shows what is theirs, what is still missing, and nothing of anybody else', async () => {
    const answer = await maria.get('/my')
    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('Μαρία Παπαδοπούλου')
    expect(text).toContain(`href="/my/${record.id}"`)
    expect(text).not.toContain('Builder')
    expect(text.split('class="missing')).toHaveLength(7)
    expect(text).toContain(messagesFor('en').pages.holder.wall.complete)
  })

  test('counts the badges on the way while the course is not completed', async () => {
    const other = await issueOne(shop.service, {
      key: 'email:c@example.org',
      name: 'C',
      achievement: 'area-ideas',
      results: [],
    })
    const visitor = await openLearner(shop, other.learner)
    expect(await visitor.text('/my')).toContain('1 of 7 badges')
  })

  test('is kept by nobody and tells no other site where a reader came from', async () => {
    const { headers } = await maria.get('/my')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-robots-tag')).toContain('noindex')
  })

  test('says of what was revoked that it is', async () => {
    const gone = await issueOne(shop.service, {
      key: 'email:d@example.org',
      name: 'D',
      achievement: 'mooc-participation',
      results: [],
    })
    shop.service.revoke(gone.id, 'a mistake', 'issued-in-error')
    const visitor = await openLearner(shop, gone.learner)
    for (const path of ['/my', `/my/${gone.id}`])
      expect(await visitor.text(path)).toContain(messagesFor('en').statuses.revoked)
    expect(await visitor.text(`/my/${gone.id}`)).not.toContain('linkedin.com')
  })
})

describe('what is somebody else’s', () => {
  const absent = '0'.repeat(26)

  test.each(['', '.pdf', '.json'])(
    'is answered like what never was: GET /my/{id}%s',
    async (form) => {
      const there = await maria.get(`/my/${foreign.id}${form}`)
      const never = await maria.get(`/my/${absent}${form}`)
      expect([there.status, never.status]).toEqual([404, 404])
      const plain = async (answer: Response, id: string) =>
        (await answer.text()).replaceAll(id, '…')
      expect(await plain(there, foreign.id)).toBe(await plain(never, absent))
    },
  )

  test('cannot be changed', async () => {
    const visibility = { visibility: 'public' }
    expect((await maria.post(`/my/${foreign.id}/visibility`, visibility)).status).toBe(404)
    const wish = { name: 'full', end: 'week' }
    expect((await maria.post(`/my/${foreign.id}/shares`, wish)).status).toBe(404)
    expect(shop.service.issued(foreign.id)?.visibility).toBe('link')
    expect(shop.service.ledger.shares.openOf(foreign.id, now.toISOString())).toEqual([])
  })
})

describe('the session of a learner', () => {
  const isOpen = async (visitor: Learner) => (await visitor.get('/my')).status === 200

  test('is asked for, with the way to a new link', async () => {
    for (const path of ['/my', `/my/${record.id}`, `/my/${record.id}.pdf`, '/my/all.zip']) {
      const answer = await shop.ask(path, { headers: { accept: 'text/html' } })
      expect(answer.status).toBe(401)
      expect(await answer.text()).toContain(messagesFor('en').pages.holder.claim.away.remedy)
    }
  })

  test('ends two hours after the last page, and twelve after it began', async () => {
    const idle = await openLearner(shop, record.learner)
    const busy = await openLearner(shop, record.learner)
    hours(1.9)
    expect(await isOpen(busy)).toBe(true)
    hours(0.2)
    expect(await isOpen(idle)).toBe(false)
    for (let at = 0; at < 5; at += 1) {
      expect(await isOpen(busy)).toBe(true)
      hours(1.9)
    }
    expect(await isOpen(busy)).toBe(true)
    hours(0.5)
    expect(await isOpen(busy)).toBe(false)
    maria = await openLearner(shop, record.learner)
  })

  test('that has ended changes nothing, and loses nothing', async () => {
    const late = await openLearner(shop, record.learner)
    hours(3)
    const answer = await late.post(`/my/${record.id}/visibility`, { visibility: 'public' })
    expect(answer.status).toBe(401)
    expect(shop.service.issued(record.id)?.visibility).toBe('link')
    maria = await openLearner(shop, record.learner)
    expect(await maria.text('/my')).toContain(record.id)
  })

  test('ends when somebody signs out, on this device alone', async () => {
    const [one, other] = [
      await openLearner(shop, record.learner),
      await openLearner(shop, record.learner),
    ]
    const answer = await one.post('/my/sign-out')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-holder=; Path=\/; Max-Age=0; HttpOnly/,
    )
    expect([await isOpen(one), await isOpen(other)]).toEqual([false, true])
  })

  test('is not opened by a guess, a secret of the desk, or one that was planted', async () => {
    for (const secret of ['', 'guess', newSessionSecret(), '%00', "' OR 1=1 --"])
      expect(await isOpen(await visitorWith(shop, `__Host-holder=${secret}`, '/my'))).toBe(false)
    const secret = maria.cookie.split('=')[1] ?? ''
    expect(await isOpen(await visitorWith(shop, `holder=${secret}`, '/my'))).toBe(false)
    expect(await isOpen(await visitorWith(shop, `__Host-desk=${secret}`, '/my'))).toBe(false)
    expect(
      (await shop.ask('/provider', { headers: { cookie: `__Host-desk=${secret}` } })).status,
    ).toBe(401)
  })

  test('outlives a restart, and its secret is kept nowhere', async () => {
    const first = await openShop()
    const held = await issueOne(first.service)
    const before = await openLearner(first, held.learner)
    await first.stop()
    const bytes = Buffer.concat(
      [first.config.databaseFile, `${first.config.databaseFile}-wal`].map((file) =>
        readFileSync(file),
      ),
    )
    expect(bytes.includes(before.cookie.split('=')[1] ?? '')).toBe(false)
    const second = await openShop({ dataDir: first.dataDir })
    const after = await second.ask('/my', { headers: { cookie: before.cookie } })
    expect(after.status).toBe(200)
    await second.close()
  })

  test('in two tabs takes the forms of both', async () => {
    const [first, second] = [await maria.text(`/my/${record.id}`), await maria.text('/my')]
    const tokens = [first, second].map(
      (text) => /name="form" value="([^"]+)"/.exec(text)?.[1] ?? '',
    )
    for (const form of tokens) {
      const answer = await maria.post(`/my/${record.id}/visibility`, { form, visibility: 'link' })
      expect(answer.status).toBe(303)
    }
  })
})

describe('a form of a learner', () => {
  test.each(formsFromElsewhere)('is not taken from %s', async (_, headers) => {
    const fields = { visibility: 'public' }
    expect((await maria.post(`/my/${record.id}/visibility`, fields, headers)).status).toBe(403)
    expect(shop.service.issued(record.id)?.visibility).toBe('link')
  })

  test('is not taken without the token of its session', async () => {
    const other = await openLearner(shop, record.learner)
    for (const form of ['', 'guessed', other.form]) {
      const fields = { form, visibility: 'public' }
      expect((await maria.post(`/my/${record.id}/visibility`, fields)).status).toBe(403)
    }
    expect(shop.service.issued(record.id)?.visibility).toBe('link')
  })

  test('is nothing that a link could send', async () => {
    for (const path of ['visibility', 'shares'])
      expect((await maria.get(`/my/${record.id}/${path}?visibility=public`)).status).toBe(404)
  })
})

describe('the language of a learner', () => {
  test('is that of letters and of the pages from then on', async () => {
    const answer = await maria.post('/my/language', { language: 'lv' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toMatch(/^lang=lv;/)
    const { ledger } = shop.service
    expect(ledger.holdings.profile(record.learner)?.language).toBe('lv')
    const page = await shop.ask('/my?done=language', {
      headers: { cookie: `${maria.cookie}; lang=lv` },
    })
    expect(await page.text()).toContain(messagesFor('lv').pages.holder.wall.languageSaved)
  })

  test.each(['', 'fr', 'EN', '<b>'])('is not %j', async (language) => {
    expect((await maria.post('/my/language', { language })).status).toBe(400)
    expect(shop.service.ledger.holdings.profile(record.learner)?.language).toBe('lv')
  })
})

test('nothing of this was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
