import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { languages } from '../../../src/language.ts'
import { barChart } from '../../../src/pages/operator/bar-chart.ts'
import { openOperator, signInAs } from '../../support/operator.ts'
import { adminToken, openShop, type Shop } from '../../support/shop.ts'

let shop: Shop
let reviewer: Awaited<ReturnType<typeof openOperator>>

async function importRows(run: string, rows: string): Promise<void> {
  await shop.ask(`/api/completions?course=biblio-mooc&run=${run}`, {
    method: 'POST',
    token: adminToken,
    headers: { 'Content-Type': 'text/csv' },
    body: `email,name,completed_on,modules\n${rows}`,
  })
  await shop.service.issue()
}

beforeAll(async () => {
  shop = await openShop()
  reviewer = await openOperator(shop, 'reviewer', ['biblio-mooc'])
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

/** Numbers of a part of the page: those drawn, and those in the second column of its table. */
function numbersIn(page: string, part: string) {
  const section = page.split('<section').find((each) => each.includes(`id="${part}-heading"`)) ?? ''
  const drawn = [...section.matchAll(/<text[^>]*>[^<]*?([\d,]+)<\/text>/g)].map(([, told]) => told)
  const tabled = [...section.matchAll(/<\/th><td[^>]*>([^<]*)<\/td>/g)].map(([, told]) => told)
  return { section, drawn, tabled }
}

describe('figures at the desk', () => {
  test('are none before the first import', async () => {
    const page = await reviewer.text('/desk/statistics')
    expect(page).toContain('Nothing of this course has been imported yet')
    expect(page).not.toContain('role="img"')
  })

  test('stand in pictures and, the same, in tables beneath', async () => {
    await importRows(
      'first',
      'a@example.org,Anna,2026-11-20,m01\nb@example.org,Bo,,m01\nc@example.org,Chi,,\n',
    )
    const page = await reviewer.text('/desk/statistics?course=biblio-mooc&run=first')
    for (const part of ['funnel', 'badges', 'letters']) {
      const { section, drawn, tabled } = numbersIn(page, part)
      expect([part, drawn]).toEqual([part, tabled])
      expect(section).toMatch(/<svg role="img" aria-labelledby="([\w-]+)"[^>]*>\s*<title id="\1">/)
    }
    expect(numbersIn(page, 'funnel').tabled.slice(0, 2)).toEqual(['3', '2'])
  })

  test('say in words how many completed and how many gained', async () => {
    const page = await reviewer.text('/desk/statistics')
    expect(page).toContain('Learners: 3. Completed the course: 1 (33.3%).')
  })

  test('are of the newest run where none, or one of another course, is asked for', async () => {
    await importRows('second', 'd@example.org,Dora,,\n')
    for (const query of ['', '?run=elsewhere']) {
      const page = await reviewer.text(`/desk/statistics${query}`)
      expect(page).toContain('<option value="second" selected>')
    }
  })

  test('can be had as a table', async () => {
    const answer = await reviewer.get('/desk/statistics.csv?course=biblio-mooc&run=first')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(await answer.text()).toContain('biblio-mooc,first,learners,,,3\r\n')
    const page = await reviewer.text('/desk/statistics?run=first')
    expect(page).toContain('href="/desk/statistics.csv?course=biblio-mooc&amp;run=first"')
  })

  test('are not of courses of others', async () => {
    const elsewhere = await signInAs(shop, { token: shop.token('issuer', ['another']) })
    for (const path of ['/desk/statistics', '/desk/statistics?course=biblio-mooc'])
      expect((await elsewhere.get(path)).status).toBe(403)
  })

  test('count checks by day', async () => {
    expect(await reviewer.text('/desk/statistics')).toContain('No check has been counted yet')
    const { learners, credentials } = shop.service.ledger
    const anna = learners.byKey('email:a@example.org')?.id ?? ''
    const held = credentials.byNaturalKey(anna, 'mooc-completion', 'first')
    expect((await shop.ask(`/c/${held?.id}`, { headers: { accept: 'text/html' } })).status).toBe(
      200,
    )
    const { section } = numbersIn(await reviewer.text('/desk/statistics'), 'checks')
    expect(section).toContain('page looked at')
    expect(section).toMatch(/<text[^>]*>[^<]+: 1<\/text>/)
  })

  test.each(languages)('are told in %s', async (language) => {
    const page = await reviewer.text(`/desk/statistics?lang=${language}`)
    expect(page).toContain(`<html lang="${language}"`)
    expect(numbersIn(page, 'funnel').tabled[0]).toBe('1')
  })
})

describe('a bar', () => {
  const chart = (...values: readonly number[]) =>
    barChart(
      'x',
      'X',
      values.map((value) => ({ label: '<b>', value, told: String(value) })),
    ).markup

  test('is as long as its share of the longest', () => {
    const lengths = [...chart(10, 5, 0).matchAll(/class="bar"[^>]*? width="([\d.]+)"/g)]
    expect(lengths.map(([, length]) => Number(length))).toEqual([398, 199, 0])
  })

  test('is nothing where all are nothing, and labels are text', () => {
    expect(chart(0)).toContain('class="bar" x="1" y="25" width="0"')
    expect(chart(0)).toContain('&lt;b&gt;: 0')
  })

  test('has a long label in several lines', () => {
    const label = 'word '.repeat(30).trim()
    const { markup } = barChart('x', 'X', [{ label, value: 1, told: '1' }])
    const lines = [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text)
    expect(lines.length).toBe(4)
    expect(lines.join(' ')).toBe(`${label}: 1`)
  })
})
