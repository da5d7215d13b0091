import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
let now = new Date()

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' }, now: () => now })
  record = await issueOne(shop.service)
})
afterAll(() => shop.close())

const page = { headers: { accept: 'text/html' } }

function form(files: readonly (readonly [string, string])[], links = ''): FormData {
  const data = new FormData()
  for (const [name, text] of files) data.append('files', new Blob([text]), name)
  data.append('links', links)
  return data
}

const post = (body: FormData) => shop.ask('/verify/batch', { method: 'POST', body, ...page })

/** Follows the page as a browser without a script would, until it no longer asks to be loaded anew. */
async function follow(response: Response): Promise<{ path: string; text: string }> {
  expect(response.status).toBe(303)
  const path = response.headers.get('location') ?? ''
  expect(path).toMatch(/^\/verify\/batch\/[\w-]{22}$/)
  for (;;) {
    const shown = await shop.ask(path, page)
    const text = await shown.text()
    expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'no-store'])
    if (!shown.headers.has('refresh')) return { path, text }
    expect(text).toContain('<progress')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

describe('/verify/batch', () => {
  test('is a form that works without a script', async () => {
    const text = await (await shop.ask('/verify/batch', page)).text()
    expect(text).toContain('enctype="multipart/form-data"')
    expect(text).toMatch(/type="file"[^>]* multiple/)
  })

  test('leads to the results, a row for each, with a report and a table to take away', async () => {
    const files = [
      ['good.json', record.signed],
      ['forged.json', record.signed.replace('Μαρία', 'Μάρθα')],
      ['<script>alert(1)</script>', 'hello'],
    ] as const
    const { path, text } = await follow(await post(form(files, 'https://silent.example/c')))
    expect(text).toContain('4 of 4 checked')
    expect(text.match(/<tr>/g)).toHaveLength(5)
    expect(text).toContain('Μαρία Παπαδοπούλου')
    expect(text).not.toContain('Μάρθα')
    expect(text).not.toContain('<script')
    expect(text.indexOf('badges.example.org</strong>')).toBeGreaterThan(0)

    const report = await shop.ask(`${path}/1`, page)
    expect([report.status, report.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await report.text()).toContain('<h1><span class="verdict-word">')
    expect((await shop.ask(`${path}/3`, page)).status).toBe(422)
    for (const number of ['0', '5', 'x', '-1', '1.5'])
      expect((await shop.ask(`${path}/${number}`, page)).status).toBe(404)

    const table = await shop.ask(`${path}.csv`)
    expect(table.headers.get('content-disposition')).toContain('attachment')
    const rows = parse(await table.text(), { columns: true, bom: true }) as { verdict: string }[]
    expect(rows.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid', 'refused', 'refused'])
    expect(shop.faults).toEqual([])
  })

  test('shows many a page at a time', async () => {
    const { path, text } = await follow(await post(form([], 'hello\n'.repeat(60))))
    expect(text.match(/<tr>/g)).toHaveLength(26)
    expect(text).toContain(`href="${path}?from=50"`)
    const last = await (await shop.ask(`${path}?from=50`, page)).text()
    expect(last.match(/<tr>/g)).toHaveLength(11)
    for (const odd of ['x', '-1', '1e9', '0.5'])
      expect((await shop.ask(`${path}?from=${odd}`, page)).status).toBe(200)
  })

  test('is gone after a quarter of an hour, and was never anywhere else', async () => {
    const { path } = await follow(await post(form([], 'hello')))
    for (const other of ['/verify/batch/none', `${path}x`, `${path.slice(0, -1)}`, `${path}x/1`])
      expect((await shop.ask(other, page)).status).toBe(404)
    const before = now
    now = new Date(before.getTime() + 16 * 60_000)
    expect((await shop.ask(path, page)).status).toBe(404)
    expect((await shop.ask(`${path}.csv`, page)).status).toBe(404)
    now = before
  })

  test.each<[string, FormData, number]>([
    ['was empty', form([['', '']]), 422],
    ['held too many', form([], 'x\n'.repeat(201)), 400],
  ])('comes back as a form that %s, and says so', async (_what, body, status) => {
    const response = await post(body)
    const text = await response.text()
    expect(response.status).toBe(status)
    expect(text).toContain('role="alert"')
    expect(text).toContain('<form class="check many"')
  })
})

describe('a service that stops', () => {
  test('does not wait for the whole of a batch, and breaks nothing over it', async () => {
    const own = await openShop()
    const body = form([], 'hello\n'.repeat(200))
    const response = await own.ask('/verify/batch', { method: 'POST', body })
    expect(response.status).toBe(303)
    await own.stop()
    expect(own.faults).toEqual([])
    await own.close()
  })
})
