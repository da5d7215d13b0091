import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openShop, type Shop } from '../support/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '3' } })
})
afterAll(() => shop.close())

test('forms of nobody who is signed in are read so often a minute, and no more', async () => {
  const statuses: number[] = []
  for (const _ of Array.from({ length: 4 })) {
    const body = new FormData()
    body.set('note', '<script>alert(1)</script>')
    const headers = { origin: 'https://badges.example.org' }
    const answer = await shop.ask('/provider/decisions/x/review', { method: 'POST', body, headers })
    statuses.push(answer.status)
    expect(await answer.text()).not.toContain('<script>alert')
    if (answer.status === 429) expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/)
  }
  expect(statuses).toEqual([401, 401, 401, 429])
})
