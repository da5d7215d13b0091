import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { eraseOld } from '../../src/service/erase-old.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { wordsOf } from '../support/desk.ts'
import { decided, heldOwn, linkInMemory } from '../support/granted.ts'
import { type Learner, openLearner } from '../support/learner.ts'
import { codeOf } from '../support/refused.ts'
import { openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let now = new Date('2026-11-27T08:00:00Z')
let record: IssuedRecord
let maria: Learner

const name = 'Μαρία Παπαδοπούλου'

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' }, now: () => now })
  record = await issueOne(shop.service, {
    name,
    results: [
      { kind: 'score', percent: 87 },
      { kind: 'hours', hours: 77 },
    ],
  })
  maria = await openLearner(shop, record.learner)
})
afterAll(() => shop.close())

const days = (count: number) => {
  now = new Date(now.getTime() + count * 24 * 60 * 60 * 1000)
}

/** Makes a link, and gives back its path. */
async function share(fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await maria.post(`/my/${record.id}/shares`, { end: 'week', ...fields })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/my/${record.id}?done=shared`,
  ])
  const [newest] = shop.service.ledger.shares.openOf(record.id, now.toISOString())
  now = new Date(now.getTime() + 1_000)
  return `/s/${newest?.id}`
}

const page = async (path: string) => {
  const answer = await shop.ask(path, { headers: { accept: 'text/html' } })
  return { answer, text: await answer.text() }
}

describe('a link with an end', () => {
  test('shows the live verdict, the title and until when, and of the rest what was chosen', async () => {
    const { headlines } = messagesFor('en')
    const { answer, text } = await page(await share({ name: 'full' }))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const words = wordsOf(text)
    expect(words).toContain(headlines.valid.title)
    expect(words).toContain(name)
    expect(words).toContain('4 December 2026')
    expect(words).not.toMatch(/87 %|77 hours/)
    const whole = await page(await share({ name: 'full', results: 'yes', hours: 'yes' }))
    expect(wordsOf(whole.text)).toContain('87 %')
    expect(wordsOf(whole.text)).toContain('77 hours')
    const hours = await page(await share({ name: 'full', hours: 'yes' }))
    expect(wordsOf(hours.text)).not.toContain('87 %')
    expect(wordsOf(hours.text)).toContain('77 hours')
  })

  test.each(['full', 'initials'])(
    'with %s leads to no file, no code and not to the rest',
    async (shown) => {
      const { text } = await page(await share({ name: shown, results: 'yes', hours: 'yes' }))
      expect(text).not.toContain(record.id)
      expect(text).not.toContain('/c/')
      expect(text).not.toMatch(/\.pdf|\.jwt|linkedin|rel="alternate"|og:|data:image/)
    },
  )

  test('that hides the name gives it away nowhere', async () => {
    const path = await share({ name: 'initials', results: 'yes', hours: 'yes' })
    for (const language of ['en', 'it', 'el', 'bg', 'lv'] as const) {
      const { answer, text } = await page(`${path}?lang=${language}`)
      const everything = text + JSON.stringify([...answer.headers])
      for (const word of name.split(' '))
        expect(everything.toLowerCase()).not.toContain(word.toLowerCase())
      const { credentialSubject } = JSON.parse(record.signed)
      expect(everything).not.toContain(credentialSubject.id)
      expect(text).toContain('Μ. Π.')
      expect(text).not.toContain(messagesFor(language).headlines.valid.advice)
    }
  })

  test('works for a private credential, and not once it has ended', async () => {
    const path = await share({ name: 'full', end: 'day' })
    await maria.post(`/my/${record.id}/visibility`, { visibility: 'private' })
    expect((await page(path)).answer.status).toBe(200)
    expect((await page(`/c/${record.id}`)).answer.status).toBe(404)
    await maria.post(`/my/${record.id}/visibility`, { visibility: 'link' })
    days(1)
    const { answer, text } = await page(path)
    expect(answer.status).toBe(410)
    expect(text).toContain(messagesFor('en').refusals['share-ended'].remedy)
    expect(text).not.toContain(name)
    maria = await openLearner(shop, record.learner)
  })

  test('ends when its maker withdraws it, once and for all', async () => {
    const path = await share({ name: 'full' })
    const id = path.slice(3)
    const withdraw = `/my/${record.id}/shares/${id}/withdraw`
    expect(await maria.text(`/my/${record.id}`)).toContain(`action="${withdraw}#shares"`)
    expect((await maria.post(withdraw)).headers.get('location')).toBe(
      `/my/${record.id}?done=withdrawn`,
    )
    expect((await page(path)).answer.status).toBe(410)
    expect((await maria.post(withdraw)).status).toBe(303)
    expect(await maria.text(`/my/${record.id}`)).not.toContain(id)
  })

  test.each(['0'.repeat(26), 'x', '..%2f', '%00', 'a'.repeat(500)])(
    'that nobody made is not there: %j',
    async (id) => {
      const { answer, text } = await page(`/s/${id}`)
      expect(answer.status).toBe(404)
      expect(text).toContain(messagesFor('en').refusals['share-not-found'].title)
      const asJson = await shop.ask(`/s/${id}`, { headers: { accept: 'application/json' } })
      expect(await problemCode(asJson)).toBe('share-not-found')
    },
  )

  test('cannot be withdrawn by anybody else', async () => {
    const path = await share({ name: 'full' })
    const other = await issueOne(shop.service, { key: 'email:b@example.org', name: 'B' })
    const bob = await openLearner(shop, other.learner)
    for (const id of [record.id, other.id])
      expect((await bob.post(`/my/${id}/shares/${path.slice(3)}/withdraw`)).status).toBe(404)
    expect((await page(path)).answer.status).toBe(200)
  })

  test('shows no more than initials where the form says nothing that is understood', async () => {
    for (const chosen of ['', 'everything', 'FULL']) {
      const { text } = await page(await share({ name: chosen }))
      expect(text).not.toContain(name)
    }
  })

  test('says at once that what it shows was revoked', async () => {
    const gone = await issueOne(shop.service, { key: 'email:g@example.org', name: 'Gone Girl' })
    const learner = await openLearner(shop, gone.learner)
    await learner.post(`/my/${gone.id}/shares`, { name: 'initials', end: 'month' })
    const [made] = shop.service.ledger.shares.openOf(gone.id, now.toISOString())
    shop.service.revoke(gone.id, 'a mistake', 'issued-in-error')
    const { text } = await page(`/s/${made?.id}`)
    const { headlines, revocations } = messagesFor('en')
    expect(text).toContain(headlines.revoked.title)
    expect(text).toContain(revocations['issued-in-error'])
    expect(text).not.toContain('Girl')
  })
})

describe('a link with an end, handed in where a credential is asked for', () => {
  const handIn = (path: string, fields: Readonly<Record<string, string>>) =>
    shop.ask(path, { method: 'POST', body: new URLSearchParams(fields) })

  test.each(['link', 'text'])(
    'leads to its own page from the form that checks: %s',
    async (field) => {
      const path = await share({ name: 'initials' })
      const answer = await handIn('/verify', { [field]: `${shop.service.publicUrl.origin}${path}` })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, path])
    },
  )

  test('is answered by its own code, with nothing of what it hides', async () => {
    const path = await share({ name: 'initials' })
    for (const given of [path, `${path}/`, path.toUpperCase().replace('/S/', '/s/')]) {
      const url = `${shop.service.publicUrl.origin}${given}`
      const answer = await shop.ask('/api/verify', {
        method: 'POST',
        body: JSON.stringify({ url }),
        headers: { 'content-type': 'application/json' },
      })
      expect(answer.status).toBe(422)
      expect(await answer.clone().text()).not.toContain(record.id)
      expect(await problemCode(answer)).toBe('share-given')
    }
  })
})

describe('a link that has ended', () => {
  test('is forgotten 90 days later, and one that works is not', async () => {
    const { service } = shop
    const own = await issueOne(service, { key: 'email:h@example.org', name: 'H' })
    const make = (end: string) =>
      service.holders.share(own.learner, own.id, {
        shows: { name: 'full', results: true, hours: true },
        end,
        day: '',
      })
    const [ended, withdrawn, open] = [make('day'), make('year'), make('year')]
    service.holders.withdraw(own.learner, own.id, withdrawn)
    const kept = () =>
      [ended, withdrawn, open].map((id) => service.ledger.shares.byId(id) !== undefined)
    days(89)
    eraseOld(service)
    expect(kept()).toEqual([true, true, true])
    days(1)
    eraseOld(service)
    expect(kept()).toEqual([true, false, true])
    days(1)
    expect(eraseOld(service).shares).toBeGreaterThan(0)
    expect(kept()).toEqual([false, false, true])
    expect(codeOf(() => service.holders.shared(ended))).toBe('share-not-found')
    expect(eraseOld(service).shares).toBe(0)
    maria = await openLearner(shop, record.learner)
  })
})

describe('the form for a link', () => {
  test('says what came of it where it stands, which the browser goes to', async () => {
    const { shares } = messagesFor('en').pages.holder
    for (const [done, sentence] of [
      ['shared', shares.made],
      ['withdrawn', shares.withdrawn],
    ] as const) {
      const text = await maria.text(`/my/${record.id}?done=${done}`)
      const [, section = ''] = text.split('id="shares"')
      expect(section).toContain(sentence)
      expect(section).toContain(`action="/my/${record.id}/shares#shares"`)
    }
    const answer = await maria.post(`/my/${record.id}/shares`, { end: 'date', day: 'never' })
    const [above = '', below = ''] = (await answer.text()).split('id="shares"')
    const { title } = messagesFor('en').refusals['share-end-wrong']
    expect([above.includes(title), below.includes(title)]).toEqual([false, true])
  })

  test('comes back with what was chosen where its end is none', async () => {
    const fields = { name: 'initials', results: 'yes', end: 'date', day: '1999-01-01' }
    const answer = await maria.post(`/my/${record.id}/shares`, fields)
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(messagesFor('en').refusals['share-end-wrong'].title)
    expect(text).toMatch(/id="name-initials" value="initials" checked/)
    expect(text).toMatch(/id="show-results" value="yes" checked/)
    expect(text).toContain('value="1999-01-01"')
  })

  test('takes a day of one’s own', async () => {
    const { text } = await page(await share({ name: 'full', end: 'date', day: '2027-03-01' }))
    expect(text).toContain('1 March 2027 at 23:59 UTC')
  })

  test('makes no more than fifty for one credential', async () => {
    const other = await issueOne(shop.service, { key: 'email:f@example.org', name: 'F' })
    const learner = await openLearner(shop, other.learner)
    const wish = {
      shows: { name: 'full', results: true, hours: true },
      end: 'week',
      day: '',
    } as const
    for (let at = 0; at < 50; at += 1) shop.service.holders.share(other.learner, other.id, wish)
    const answer = await learner.post(`/my/${other.id}/shares`, { name: 'full', end: 'week' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(messagesFor('en').refusals['too-many-shares'].title)
  })
})

test('nothing of this was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})

test.each(languages)(
  'a link to an eligibility says in %s that what it rests on is gone',
  async (language) => {
    const key = `email:${language}@example.org`
    const basis = await issueOne(shop.service, { key, name: 'Ελένη Παπά' })
    const stored = decided(shop.service, [heldOwn(basis)], { id: `decision-${language}` })
    const id = await shop.service.eligibility.issue(stored, linkInMemory(), language)
    const owner = await openLearner(shop, shop.service.issued(id)!.learner)
    await owner.post(`/my/${id}/shares`, { end: 'week', name: 'full' })
    const [link] = shop.service.ledger.shares.openOf(id, now.toISOString())
    const { headlines, pages } = messagesFor(language)
    const words = async () => wordsOf((await page(`/s/${link?.id}?lang=${language}`)).text)
    expect(await words()).toContain(headlines.valid.meaning)
    expect(await owner.text(`/my/${id}?lang=${language}`)).toContain('linkedin')
    shop.service.revoke(basis.id, 'a test')
    const gone = await words()
    expect(gone).toContain(pages.credential.eligibility.lost.title)
    expect(gone).not.toContain(headlines.valid.meaning)
    const theirs = await owner.text(`/my/${id}?lang=${language}`)
    expect(wordsOf(theirs)).toContain(pages.credential.eligibility.lost.title)
    expect(theirs).not.toContain('linkedin')
    expect(theirs).not.toContain('/wallet')
    expect(theirs).not.toContain(`/my/${id}.pdf`)
    const wall = await owner.text(`/my?lang=${language}`)
    expect(wordsOf(wall)).toContain(pages.credential.eligibility.lost.title)
  },
)
