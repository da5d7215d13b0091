import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type Learner, openLearner } from '../support/learner.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
let foreign: IssuedRecord
let maria: Learner
const { rights } = messagesFor('en').pages.holder

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  record = await issueOne(shop.service)
  await issueOne(shop.service, { achievement: 'area-safety', results: [] })
  foreign = await issueOne(shop.service, { key: 'email:b@example.org', name: 'Bob' })
  maria = await openLearner(shop, record.learner)
})
afterAll(() => shop.close())

describe('a mistake that is reported', () => {
  const report = (fields: Readonly<Record<string, string>>, id = record.id) =>
    maria.post(`/my/${id}/mistake`, fields)

  test('needs to say something', async () => {
    const answer = await report({ name: '', note: '  ' })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(rights.mistake.note)
    expect(shop.service.corrections.of(record.id)).toEqual([])
  })

  test('waits for its answer on the page, and is asked once', async () => {
    const wish = { name: 'Μαρία Παπά', note: 'my <b>married</b> name' }
    const answer = await report(wish)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/my/${record.id}?done=reported`,
    ])
    const text = await maria.text(`/my/${record.id}?done=reported`)
    expect(text).toContain(rights.mistake.sent)
    expect(text).toContain(rights.mistake.waiting)
    expect(text).toContain('Μαρία Παπά')
    expect(text).toContain('my &lt;b&gt;married&lt;/b&gt; name')
    expect(text).not.toContain('id="right-name"')
    expect((await report(wish)).status).toBe(303)
    const other = await report({ name: 'Somebody Else' })
    expect(other.status).toBe(409)
    expect(shop.service.corrections.of(record.id)).toHaveLength(1)
  })

  test('is nobody’s to report but its holder’s', async () => {
    expect((await report({ name: 'X' }, foreign.id)).status).toBe(404)
    expect(shop.service.corrections.of(foreign.id)).toEqual([])
  })

  test('is told when it is declined, with the answer', async () => {
    const [asked] = shop.service.corrections.of(record.id)
    shop.service.corrections.decline(asked?.id ?? '', 'Send us your <i>document</i>', 'test')
    const text = await maria.text(`/my/${record.id}`)
    expect(text).toContain('Send us your &lt;i&gt;document&lt;/i&gt;')
    expect(text).toContain('id="right-name"')
  })
})

describe('an erasure', () => {
  test('says what goes and what stays, and is not done without a tick', async () => {
    for (const path of ['/my/erase', `/my/${record.id}/erase`]) {
      const page = await maria.text(path)
      for (const item of rights.erase.staysItems) expect(page).toContain(item)
      const answer = await maria.post(path)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain(rights.erase.unsure.title)
    }
    expect(shop.service.issued(record.id)).toBeDefined()
  })

  test('is nobody’s to ask for but its holder’s', async () => {
    expect((await maria.get(`/my/${foreign.id}/erase`)).status).toBe(404)
    expect((await maria.post(`/my/${foreign.id}/erase`, { sure: 'yes' })).status).toBe(404)
    const form = { form: 'guessed', sure: 'yes' }
    expect((await maria.post('/my/erase', form)).status).toBe(403)
    expect(shop.service.issued(foreign.id)).toBeDefined()
  })

  test('of one leaves the others, and answers 410 where it was', async () => {
    const share = shop.service.holders.share(record.learner, record.id, {
      shows: { name: 'full', results: true, hours: true },
      end: 'week',
      day: '',
    })
    const answer = await maria.post(`/my/${record.id}/erase`, { sure: 'yes' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/my?done=erased'])
    expect(await maria.text('/my?done=erased')).toContain(rights.erase.doneOne)
    expect(await maria.text('/my')).not.toContain(record.id)
    expect((await maria.get(`/my/${record.id}`)).status).toBe(404)
    expect((await shop.ask(`/c/${record.id}`)).status).toBe(410)
    expect((await shop.ask(`/s/${share}`)).status).toBe(404)
  })

  test('of everything leaves nobody, and signs out', async () => {
    const other = await openLearner(shop, record.learner)
    const answer = await maria.post('/my/erase', { sure: 'yes' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await answer.text()).toContain(rights.erase.doneAll.title)
    for (const visitor of [maria, other]) expect((await visitor.get('/my')).status).toBe(401)
    const { databaseFile } = shop.config
    const bytes = readFileSync(databaseFile)
    expect(bytes.includes('Παπαδοπούλου')).toBe(false)
  })
})

test('nothing of this was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
