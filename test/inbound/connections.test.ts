import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const path = '/api/connections'
const wish = { kind: 'openedx', label: 'Open edX', course: 'biblio-mooc', run: '2026-1' }
const call = (method: string, address: string, body?: unknown) =>
  shop.ask(address, {
    method,
    token: adminToken,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

describe('/api/connections', () => {
  test('makes one, tells of it without its secret, changes and removes it', async () => {
    const answer = await call('POST', path, wish)
    expect(answer.status).toBe(201)
    const made = await json<{ id: string; secret: string; url: string }>(answer)
    expect(answer.headers.get('location')).toBe(`${path}/${made.id}`)
    expect(made.url).toBe(`https://${made.id}:${made.secret}@badges.example.org/hooks/${made.id}`)
    const own = `${path}/${made.id}`
    const told = await (await call('GET', own)).text()
    expect(told).not.toContain(made.secret)
    expect(JSON.parse(told)).toMatchObject({ ...wish, state: 'active', batches: [] })
    const activities = { 'course-v1:X+Y+Z': 'biblio-mooc' }
    expect(await json(await call('PUT', own, { activities }))).toMatchObject({
      settings: { activities },
    })
    expect(await json(await call('POST', `${own}/secret`))).toEqual({
      secret: made.secret,
      url: made.url,
    })
    expect((await call('DELETE', own)).status).toBe(200)
    for (const method of ['GET', 'DELETE'])
      expect(await problemCode(await call(method, own))).toBe('connection-not-found')
    const actions = shop.service.ledger.audit
      .newest(10, { about: made.id })
      .map(({ action }) => action)
    expect(actions.reverse()).toEqual([
      'connection-made',
      'connection-changed',
      'connection-secret-shown',
      'connection-removed',
    ])
  })

  test.each([
    ['another kind', { ...wish, kind: 'soap' }, 'bad-request'],
    ['no label', { ...wish, label: ' ' }, 'bad-request'],
    ['a run with a path in it', { ...wish, run: '../x' }, 'bad-request'],
    ['another course', { ...wish, course: 'none' }, 'course-unknown'],
    [
      'an activity that is no part of the course',
      { ...wish, activities: { x: 'y' } },
      'connection-invalid',
    ],
    ['a member that nobody knows', { ...wish, colour: 'red' }, 'connection-invalid'],
    [
      'a platform without its keys',
      { ...wish, kind: 'lti', platform: { issuer: 'x' } },
      'connection-invalid',
    ],
    ['a list', [], 'bad-request'],
  ])('refuses %s', async (_what, body: unknown, code) => {
    expect(await problemCode(await call('POST', path, body))).toBe(code)
  })

  test('lets nobody launch before the platform is set', async () => {
    const made = await json<{ id: string }>(await call('POST', path, { ...wish, kind: 'lti' }))
    const answer = await shop.ask(`/lti/${made.id}/login?iss=x`, {
      headers: { accept: 'application/json' },
    })
    expect([answer.status, await problemCode(answer)]).toEqual([409, 'connection-incomplete'])
    expect(shop.faults).toEqual([])
  })
})
