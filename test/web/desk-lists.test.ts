import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { queuePerPage } from '../../src/pages/desk-queue-page.ts'
import { type DeskVisitor, decideAt, openDesk, wordsOf } from '../support/desk.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let desk: DeskVisitor
let other: DeskVisitor
let now = new Date('2026-11-26T08:00:00Z')
const paths: Record<string, string> = {}
const list = '/provider/ceco/decisions'

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' }, now: () => now })
  const record = await issueOne(shop.service)
  desk = await openDesk(shop, shop.token('provider', ['ceco']))
  other = await openDesk(shop, shop.token('provider', ['ceco']))
  const decide = async (reference: string, fields: readonly (readonly [string, string])[]) => {
    now = new Date(now.getTime() + 60_000)
    paths[reference] = await decideAt(desk, '/provider/ceco', {
      fields: [...fields, ['reference', reference]],
    })
  }
  await decide('late-idea', [['statement', 'project-idea']])
  await decide('=HYPERLINK("x")', [['links', 'https://nowhere.example/1']])
  await decide('mooc-1', [['links', record.id]])
  await decide('mooc-2', [['links', record.id]])
  await decide('nothing', [['statement', 'host-library']])
  await desk.post(`${paths['late-idea']}/review`, {
    item: 'statement:project-idea',
    verdict: 'accepted',
    note: 'good',
  })
})
afterAll(() => shop.close())

const orderIn = (page: string) =>
  Object.entries(paths)
    .filter(([, path]) => page.includes(`href="${path}"`))
    .sort(([, a], [, b]) => page.indexOf(a) - page.indexOf(b))
    .map(([reference]) => reference)

describe('the list of decisions', () => {
  test('stands in the order in which places are given, and says why', async () => {
    const page = await desk.text(list)
    expect(orderIn(page)).toEqual(['mooc-1', 'mooc-2', 'late-idea', '=HYPERLINK("x")', 'nothing'])
    const said = wordsOf(page)
    expect(said).toContain('Applied later than the one before')
    expect(said).toContain('Fewer points than the one before')
    expect(said).toContain('Another result than the one before')
    expect(said).toContain('All: 5')
  })

  test('shows those of one outcome with their ranks', async () => {
    const page = await desk.text(`${list}?outcome=eligible`)
    expect(orderIn(page)).toEqual(['mooc-1', 'mooc-2'])
    expect(orderIn(await desk.text(`${list}?outcome=not-yet`))).toEqual(['nothing'])
    expect(await desk.text(`${list}?outcome=not-yet`)).toMatch(/<tr><td data-label="[^"]+">5<\/td>/)
    expect((await desk.get(`${list}?outcome=best`)).status).toBe(400)
    expect((await desk.get(`${list}?from=900`)).status).toBe(200)
  })

  test('is each provider’s own', async () => {
    expect(orderIn(await other.text(list))).toEqual([])
    expect(wordsOf(await other.text('/provider'))).toContain('Decisions 0')
    expect(wordsOf(await desk.text('/provider'))).toContain('Decisions 5')
    const admin = await openDesk(shop, shop.token('admin'))
    expect(orderIn(await admin.text(list))).toHaveLength(5)
  })

  test('can be taken away as a table that no spreadsheet runs', async () => {
    const answer = await desk.get(`${list}.csv`)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('decisions.csv')
    const rows = parse(await answer.text(), { columns: true, bom: true }) as Record<
      string,
      string
    >[]
    expect(
      rows.map(({ rank, reference, outcome, because }) => [rank, reference, outcome, because]),
    ).toEqual([
      ['1', 'mooc-1', 'eligible', 'first'],
      ['2', 'mooc-2', 'eligible', 'time'],
      ['3', 'late-idea', 'needs-review', 'outcome'],
      ['4', '\'=HYPERLINK("x")', 'needs-review', 'points'],
      ['5', 'nothing', 'not-yet', 'outcome'],
    ])
    expect(rows[0]).toMatchObject({ points: '1', rule_version: expect.stringMatching(/^sha256-/) })
  })
})

describe('the queue of reviews', () => {
  test('holds what waits, the oldest first, and what it waits for', async () => {
    const page = await desk.text('/provider/ceco/review')
    expect(orderIn(page)[0]).toBe('late-idea')
    expect(orderIn(page)).not.toContain('nothing')
    expect(wordsOf(page)).toContain('Admission although the conditions are not met in full')
  })

  test('goes on where a page ends', async () => {
    for (let at = 0; at < queuePerPage + 1; at += 1)
      await decideAt(other, '/provider/ceco', {
        fields: [
          ['statement', 'project-idea'],
          ['reference', `q${at}`],
        ],
      })
    const first = await other.text('/provider/ceco/review')
    expect(first.match(/<tr>/g)).toHaveLength(queuePerPage + 1)
    const next = /href="(\/provider\/ceco\/review\?after=[^"]+)"/.exec(first)?.[1] ?? ''
    const second = await other.text(next)
    expect(second.match(/<tr>/g)).toHaveLength(2)
    expect(second).toContain(`q${queuePerPage}`)
    expect(second).not.toContain('after=')
  })
})

describe('a decision that was erased', () => {
  test('keeps its place in the list, without whose it was, and is gone', async () => {
    shop.service.admissions.erase(new Date('2027-01-01T00:00:00Z'))
    const page = await desk.text(list)
    expect(page).not.toContain('mooc-1')
    expect(page.match(/<em>Erased<\/em>/g)).toHaveLength(5)
    expect((await desk.get(paths['mooc-1'] ?? '')).status).toBe(410)
    expect(await desk.text('/provider/ceco/review')).not.toContain('<table')
    expect(wordsOf(await desk.text('/provider'))).toContain('Waiting for a review 0')
    expect((await desk.get(`${list}.csv`)).status).toBe(200)
  })
})

test('nothing of the lists was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
