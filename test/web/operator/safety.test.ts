import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openOperator } from '../../support/operator.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../../support/shop.ts'
import { issueOne } from '../../support/workshop.ts'

let shop: Shop
let admin: Awaited<ReturnType<typeof openOperator>>

const keys = async () => (await shop.service.operator.keys.all())[0]?.keys ?? []
const activeKid = async () =>
  (await keys()).find(({ algorithm, state }) => algorithm === 'Ed25519' && state === 'active')
    ?.kid ?? ''
const audited = (action: string) => shop.service.ledger.audit.newest(10, { action })

beforeAll(async () => {
  shop = await openShop()
  admin = await openOperator(shop, 'admin')
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

describe('/desk/safety', () => {
  test('shows every key, and what is kept for how long', async () => {
    const page = await admin.text('/desk/safety')
    for (const { kid } of await keys()) expect(page).toContain(`<code>${kid}</code>`)
    expect(page).toContain('365 days')
  })

  test('rotates the keys, which is told in the audit log', async () => {
    const before = await activeKid()
    expect((await admin.post('/desk/safety/rotate')).status).toBe(303)
    const after = await activeKid()
    expect(after).not.toBe(before)
    expect((await keys()).find(({ kid }) => kid === before)?.state).toBe('verify-only')
    expect(audited('key-made').map(({ about }) => about)).toContain(after)
  })

  test('marks no key as stolen without the tick', async () => {
    const kid = await activeKid()
    expect((await admin.post(`/desk/safety/keys/${kid}/stolen`)).status).toBe(400)
    expect(await activeKid()).toBe(kid)
  })

  test('marks a stolen key, and has what it signed signed anew under the same address', async () => {
    const record = await issueOne(shop.service)
    const file = record.signed
    const kid = await activeKid()
    expect((await admin.post(`/desk/safety/keys/${kid}/stolen`, { sure: 'yes' })).status).toBe(303)
    expect(audited('key-retired')[0]).toMatchObject({ about: kid, detail: 'compromised' })
    const stolen = await shop.service.verify(Buffer.from(file))
    expect(stolen.report.verdict).toBe('invalid')
    expect((await admin.post(`/desk/safety/keys/${kid}/reissue`)).status).toBe(303)
    for (let tries = 0; tries < 100; tries += 1) {
      const { left, isRunning } = await shop.service.reissues.standing(kid)
      if (left === 0 && !isRunning) break
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const anew = await (await shop.ask(`/c/${record.id}.json`)).text()
    expect((await shop.service.verify(Buffer.from(anew))).report.verdict).toBe('valid')
    expect(await admin.text('/desk/safety')).toContain('1 signed anew, 0 to go')
  })

  test('tells that a key is not there', async () => {
    expect((await admin.post('/desk/safety/keys/nothing/stolen', { sure: 'yes' })).status).toBe(404)
  })
})

describe('/api/keys', () => {
  const call = (method: string, path: string, body?: object) =>
    shop.ask(path, {
      method,
      token: adminToken,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })

  test('lists keys without their private halves', async () => {
    const text = JSON.stringify(await json(await call('GET', '/api/keys')))
    expect(text).toContain(await activeKid())
    expect(text).not.toContain('"d"')
  })

  test('rotates and retires', async () => {
    const kid = await activeKid()
    const rotated = await json<{ made: string[] }>(await call('POST', '/api/keys/rotate', {}))
    expect(rotated.made).toHaveLength(2)
    const retired = await json(await call('POST', `/api/keys/${kid}/retire`, { compromised: true }))
    expect(retired).toMatchObject({ state: 'compromised' })
    const back = await call('POST', `/api/keys/${kid}/retire`, {})
    expect(await problemCode(back)).toBe('bad-request')
  })

  test.each([
    ['POST', '/api/keys/rotate', { issuer: 'nobody' }, 'partner-unknown'],
    ['POST', '/api/keys/nothing/retire', {}, 'key-not-found'],
    ['POST', '/api/keys/rotate', { x: 1 }, 'bad-request'],
  ])('refuses %s %s', async (method, path, body, code) => {
    expect(await problemCode(await call(method, path, body))).toBe(code)
  })
})
