import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { AuditEntry } from '../../src/ledger/audit.ts'
import { checkExport } from '../../src/service/audit-log.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'

interface Page {
  readonly entries: readonly AuditEntry[]
  readonly head: AuditEntry | null
  readonly next: number | null
}

let shop: Shop
let issuer: string
let credential: string

const person = 'Žanete Ķikuste'
const address = 'zanete@example.org'
const csv = `email,name,completed_on,modules\n${address},${person},2026-11-20,m01\n`

const log = async (query = '') =>
  json<Page>(await shop.ask(`/api/audit?${query}`, { token: adminToken }))

beforeAll(async () => {
  shop = await openShop()
  issuer = shop.token('issuer', ['biblio-mooc'])
  const answer = await shop.ask('/api/completions?course=biblio-mooc&run=1&dates=ymd', {
    method: 'POST',
    token: issuer,
    headers: { 'Content-Type': 'text/csv' },
    body: csv,
  })
  expect(answer.status).toBe(202)
  await shop.service.issue()
  const [issued] = shop.service.ledger.credentials.issued('', 10)
  credential = issued?.id ?? ''
  await shop.ask(`/api/credentials/${credential}/revoke`, {
    method: 'POST',
    token: issuer,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason: 'a test of this person', code: 'issued-in-error' }),
  })
})
afterAll(() => shop.close())

describe('GET /api/audit', () => {
  test('tells who imported and revoked, and that the service signed by itself', async () => {
    const { entries } = await log()
    const told = entries.map(({ actor, action }) => [action, actor])
    const token = issuer.split('_')[1]
    expect(told).toEqual(
      expect.arrayContaining([
        ['import-begun', token],
        ['import-reserved', token],
        ['credential-issued', 'system'],
        ['credential-revoked', token],
      ]),
    )
  })

  test('finds what was done about one credential', async () => {
    const { entries, head } = await log(`about=${credential}`)
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['credential-issued', null],
      ['credential-revoked', 'issued-in-error'],
    ])
    expect(head?.seq).toBeGreaterThanOrEqual(entries.at(-1)?.seq ?? 0)
  })

  test('is read a page at a time', async () => {
    const first = await log('limit=2')
    expect(first.entries).toHaveLength(2)
    const second = await log(`limit=2&after=${first.next}`)
    expect(second.entries[0]?.seq).toBe((first.entries[1]?.seq ?? 0) + 1)
  })

  test('is filtered by who, what and when', async () => {
    const token = issuer.split('_')[1] ?? ''
    const byToken = await log(`actor=${token}`)
    expect(new Set(byToken.entries.map(({ actor }) => actor))).toEqual(new Set([token]))
    const revoked = await log('action=credential-revoked')
    expect(revoked.entries).toHaveLength(1)
    expect((await log('to=2020-01-01')).entries).toEqual([])
    expect((await log('from=2020-01-01')).entries.length).toBeGreaterThan(3)
  })

  test.each(['action=nonsense', 'from=yesterday', 'to=2026-13-45'])('refuses %s', async (query) => {
    const answer = await shop.ask(`/api/audit?${query}`, { token: adminToken })
    expect([answer.status, await problemCode(answer)]).toEqual([400, 'bad-request'])
  })

  test.each(['/api/audit', '/api/audit.jsonl'])('%s is for administrators alone', async (path) => {
    const asked = async (token?: string) => (await shop.ask(path, token ? { token } : {})).status
    expect(await asked()).toBe(401)
    expect(await asked(issuer)).toBe(403)
    expect(await asked(shop.token('provider'))).toBe(403)
    expect(await asked(adminToken)).toBe(200)
  })

  test('is taken away whole, holds together, and names nobody', async () => {
    const answer = await shop.ask('/api/audit.jsonl', { token: adminToken })
    const text = await answer.text()
    const { brokenAt, entries } = checkExport(text)
    expect(brokenAt).toBeNull()
    expect(entries).toBeGreaterThan(4)
    for (const word of [person, address, 'zanete', 'Žanete', 'a test of this person'])
      expect(text).not.toContain(word)
  })
})
