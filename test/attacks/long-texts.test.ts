import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportPage } from '../../src/pages/report-page.ts'
import { csvRows } from '../../src/web/report-csv.ts'
import { frame } from '../pages/samples.ts'
import { type ForeignWorld, openForeignWorld } from '../support/foreign-world.ts'
import { isReport, judge } from './attack.ts'
import { claimsOf, fullBadge } from './base-documents.ts'
import { placesIn } from './changes.ts'

/**
 * Texts on which a careless pattern takes a time that grows with the square of their length or worse: minutes for one
 * of these, where the whole of them takes seconds.
 */

const length = 40_000
const filled = (piece: string, before = '', after = '') =>
  `${before}${piece.repeat(Math.ceil(length / piece.length))}${after}`

const texts: readonly (readonly [string, string])[] = [
  ['one letter', filled('a')],
  ['blanks with a letter behind', filled(' ', 'x', 'x')],
  ['line breaks', filled('\n', '', 'x')],
  ['figures', filled('1')],
  ['beginnings of a date', filled('2026-01-01T', '', '!')],
  ['fractions of a second', filled('0', '2026-01-01T00:00:00.', 'Z')],
  ['dots', filled('a.', 'https://', '!')],
  ['hosts and ports', filled(':1', 'https://a', '/')],
  ['parts of a path', filled('../', 'https://a.example/')],
  ['parts of a DID', filled(':a', 'did:web:a', '#')],
  ['addresses of mail', filled('a@', '', '!')],
  ['percent signs', filled('%25')],
  ['opening brackets', filled('<a ')],
  ['marks upon a letter', filled('\u0301', 'a')],
  ['invisible letters', filled('\u200b')],
  ['letters that compose', filled('\u1100\u1161\u11a8')],
  ['letters that grow when folded', filled('\ufdfa')],
  ['base58', filled('z')],
  ['quotation marks', filled('"')],
  ['stars', filled('*_', '', '[')],
  ['language tags', filled('a-')],
]

let world: ForeignWorld
beforeAll(async () => {
  world = await openForeignWorld()
})
afterAll(() => world.close())

const document = fullBadge()
const textAt = (place: readonly (string | number)[]) =>
  place.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], document)

/** One place for each name that a text stands under. */
const places = [
  ...new Map(
    placesIn(document)
      .filter((place) => typeof textAt(place) === 'string')
      .map((place) => [
        place
          .filter((key) => typeof key === 'string')
          .slice(-2)
          .join(),
        place,
      ]),
  ).values(),
]

function withText(place: readonly (string | number)[], text: string) {
  const copy = structuredClone(document) as Record<string | number, unknown>
  const parent = place.slice(0, -1).reduce((node, key) => node[key] as typeof node, copy)
  parent[place.at(-1) ?? ''] = text
  return copy
}

// Each text in some places, each place with some texts: all of them with all take minutes.
const share = 16

describe.each(texts)('a long text of %s', (what, text) => {
  test('is answered, whatever member it is, as signed text, page and table', async () => {
    expect(places.length).toBeGreaterThan(60)
    const turn = texts.findIndex(([name]) => name === what)
    for (const place of places.filter((_, at) => at % share === turn % share)) {
      const claims = claimsOf(withText(place, text))
      const outcome = await judge(world, world.token({ ...withText(place, text), ...claims }))
      if (!isReport(outcome)) continue
      expect(reportPage({ report: outcome }, frame).toString().length).toBeLessThan(500_000)
      expect(csvRows('x', { report: outcome }).length).toBeLessThan(500_000)
    }
  })

  test('is answered as what was typed or sent', async () => {
    for (const name of ['text', 'link', 'person']) {
      const form = new FormData()
      form.set('text', world.token(document))
      form.set(name, text)
      const response = await world.shop.ask('/verify', { method: 'POST', body: form })
      expect(response.status).toBeLessThan(500)
    }
    const asked = JSON.stringify({ url: text, person: text })
    const response = await world.shop.ask('/api/verify', { method: 'POST', body: asked })
    expect([413, 422, 429, 200]).toContain(response.status)
    expect(world.shop.faults).toEqual([])
  })
})
