import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type Learner, openLearner } from '../support/learner.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
let maria: Learner

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  record = await issueOne(shop.service)
  maria = await openLearner(shop, record.learner)
})
afterAll(() => shop.close())

const choose = (visibility: string) => maria.post(`/my/${record.id}/visibility`, { visibility })
const unknown = '0'.repeat(26)
const suffixes = ['', '.json', '.jwt', '.pdf', '.png', '.svg', '/status.json', '/eligibility']

/** What is there of an answer, but for the id that it was asked by. */
async function answerTo(id: string, suffix: string, accept: string) {
  const answer = await shop.askPlainly(`/c/${id}${suffix}`, { accept })
  // The address of the page is in its language links.
  // The number of a request, and what is left of the allowance, are of each request alone.
  const { date: _, etag: __, ratelimit: ___, 'x-request-id': ____, ...headers } = answer.headers
  return { ...answer, headers, body: answer.body.replaceAll(id, '…') }
}

describe('a private credential', () => {
  beforeAll(async () => {
    expect((await choose('private')).status).toBe(303)
  })

  test.each(suffixes)('is answered at /c/{id}%s like one that never was', async (suffix) => {
    for (const accept of ['text/html', 'application/json']) {
      const answer = await answerTo(record.id, suffix, accept)
      expect(answer.status).toBe(404)
      expect(answer).toEqual(await answerTo(unknown, suffix, accept))
    }
  })

  test('is not shown by way of a check of its link either', async () => {
    const check = async (id: string) => {
      const body = JSON.stringify({ url: `${publicUrl}/c/${id}` })
      const headers = { 'content-type': 'application/json' }
      return problemCode(await shop.ask('/api/verify', { method: 'POST', body, headers }))
    }
    const unknown = '0123456789abcdefghjkmnpqrs'
    expect(await check(record.id)).toBe('credential-not-found')
    expect(await check(unknown)).toBe('credential-not-found')
    const codeOf = (address: string) =>
      shop.service.verifyAt(new URL(address)).then(
        () => 'was shown',
        (thrown: { code?: string }) => thrown.code,
      )
    for (const suffix of ['.pdf', '.json', '.png'])
      expect(await codeOf(`${publicUrl}/c/${record.id}${suffix}`)).toBe(
        await codeOf(`${publicUrl}/c/${unknown}${suffix}`),
      )
  })

  test('is still checked from a file, and found to be the newest', async () => {
    const answer = await shop.ask('/api/verify', {
      method: 'POST',
      body: record.signed,
      headers: { 'content-type': 'application/json' },
    })
    const report = await json<{ verdict: string; findings: { reason: string }[] }>(answer)
    expect(report.verdict).toBe('valid')
    expect(report.findings.map(({ reason }) => reason)).toContain('published-same')
  })

  test('is still its holder’s to see and to take away', async () => {
    expect((await maria.get(`/my/${record.id}`)).status).toBe(200)
    const file = await maria.get(`/my/${record.id}.json`)
    expect(await file.text()).toBe(record.signed)
    expect(file.headers.get('cache-control')).toBe('no-store')
  })

  test('keeps its place in the status list', async () => {
    expect((await shop.ask(`/status/${record.statusList}`)).status).toBe(200)
  })

  test('is there again once its holder lets it be seen', async () => {
    await choose('link')
    // A machine that is behind with everything may turn the self-check away for a while.
    for (const suffix of suffixes)
      expect([200, 503]).toContain((await shop.ask(`/c/${record.id}${suffix}`)).status)
  })
})

describe('search engines', () => {
  const told = async () => {
    const page = await shop.ask(`/c/${record.id}`, { headers: { accept: 'text/html' } })
    const text = await page.text()
    return [
      page.headers.get('x-robots-tag'),
      /<meta name="robots" content="([^"]*)"/.exec(text)?.[1],
    ]
  }
  const left = 'noindex, noarchive'

  test('are asked to leave a credential out, unless its holder made it public', async () => {
    const other = await issueOne(shop.service, { key: 'email:b@example.org', name: 'B' })
    expect(other.visibility).toBe('link')
    expect(await told()).toEqual([left, left])
    await choose('public')
    expect(await told()).toEqual(['all', 'all'])
    await choose('link')
    expect(await told()).toEqual([left, left])
  })

  test('are never told to show the learner’s own view', async () => {
    await choose('public')
    for (const path of ['/my', `/my/${record.id}`])
      expect((await maria.get(path)).headers.get('x-robots-tag')).toBe(left)
  })
})

describe('a choice that is none', () => {
  test.each(['', 'everybody', 'PUBLIC', '__proto__'])('is refused: %j', async (visibility) => {
    await choose('link')
    expect((await choose(visibility)).status).toBe(400)
    expect(shop.service.issued(record.id)?.visibility).toBe('link')
  })
})

test('nothing of this was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
