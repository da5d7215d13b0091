import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { createApp } from '../../src/web/app.ts'
import { formsFromElsewhere } from '../support/elsewhere.ts'
import { type Learner, openLearner } from '../support/learner.ts'
import { routesOf } from '../support/routes.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

/* Every address of the learner's own view, as the service itself names them: one that is added is tried here as well. */

let shop: Shop
let own: IssuedRecord
let foreign: IssuedRecord
let share: string
let maria: Learner
let bob: Learner
let routes: readonly (readonly [method: string, path: string])[]

const absent = '0'.repeat(26)
// All that any of the forms asks for, so that nothing but whose it is can be wrong.
const fields = {
  visibility: 'public',
  name: 'full',
  end: 'week',
  note: 'wrong',
  sure: 'yes',
  language: 'lv',
}

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  own = await issueOne(shop.service)
  foreign = await issueOne(shop.service, { key: 'email:b@example.org', name: 'Bob Builder' })
  maria = await openLearner(shop, own.learner)
  bob = await openLearner(shop, foreign.learner)
  await bob.post(`/my/${foreign.id}/shares`, { name: 'full', end: 'week' })
  share = shares()[0]?.id ?? ''
  const app = createApp(shop.service, { onFault: () => undefined, isStopping: () => false })
  routes = routesOf(app)
    .map((route) => route.split(' '))
    .map(([method = '', path = '']) => [method, path] as const)
    .filter(([, path]) => /^\/my(\/|$)/.test(path))
})
afterAll(() => shop.close())

const shares = () => shop.service.ledger.shares.openOf(foreign.id, new Date().toISOString())

/** All that is kept of what Bob has, and of what he said about it. */
const keptOfBob = () => ({
  record: shop.service.ledger.credentials.byId(foreign.id),
  profile: shop.service.ledger.holdings.profile(foreign.learner),
  shares: shares(),
  corrections: shop.service.corrections.of(foreign.id),
  isStillIn: shop.service.holders.isSignedIn(bob.cookie.split('=')[1]),
})

const call = (visitor: Learner, method: string, path: string, headers = {}) =>
  method === 'get' ? visitor.get(path) : visitor.post(path, fields, headers)

const at = (path: string, id: string) => path.replace('{id}', id).replace('{share}', share)

test('there is something to try, and something to lose', () => {
  expect(routes.length).toBeGreaterThanOrEqual(14)
  expect(share).not.toBe('')
  expect(keptOfBob().isStillIn).toBe(true)
})

describe('what is somebody else’s', () => {
  test('is answered like what never was, by every method, and stays as it is', async () => {
    const before = keptOfBob()
    for (const [method, path] of routes.filter(([, path]) => path.includes('{id}'))) {
      const there = await call(maria, method, at(path, foreign.id))
      const never = await call(maria, method, at(path, absent))
      expect([path, there.status, never.status]).toEqual([path, 404, 404])
      const text = await there.text()
      expect(text.replaceAll(foreign.id, '…')).toBe((await never.text()).replaceAll(absent, '…'))
      expect(text).not.toContain('Bob')
    }
    expect(keptOfBob()).toEqual(before)
  })

  test('is not reached by way of what is one’s own', async () => {
    const before = keptOfBob()
    const answer = await maria.post(`/my/${own.id}/shares/${share}/withdraw`, fields)
    expect(answer.status).toBe(404)
    expect(keptOfBob()).toEqual(before)
  })
})

describe('every form of a learner', () => {
  const forms = () => routes.filter(([method]) => method === 'post')

  test('is refused with the token of another session, and without a session', async () => {
    const before = keptOfBob()
    for (const [, path] of forms()) {
      const url = at(path, foreign.id)
      const stolen = await bob.post(url, { ...fields, form: maria.form })
      expect([path, stolen.status]).toEqual([path, 403])
      const nobody = await shop.ask(url, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, form: bob.form }),
        headers: { accept: 'text/html' },
      })
      expect([path, nobody.status]).toEqual([path, 401])
    }
    expect(keptOfBob()).toEqual(before)
  })

  test.each(formsFromElsewhere)('is refused from %s', async (_who, headers) => {
    const before = keptOfBob()
    for (const [, path] of forms()) {
      const answer = await bob.post(at(path, foreign.id), fields, headers)
      expect([path, answer.status]).toEqual([path, 403])
    }
    expect(keptOfBob()).toEqual(before)
  })
})

test('every page of a learner is kept by nobody, and asks for a session', async () => {
  for (const [method, path] of routes.filter(([method]) => method === 'get')) {
    const answer = await shop.ask(at(path, own.id), { headers: { accept: 'text/html' } })
    expect([method, path, answer.status]).toEqual([method, path, 401])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await call(maria, method, at(path, own.id))).headers.get('cache-control')).toBe(
      'no-store',
    )
  }
})

test('nothing of this was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
