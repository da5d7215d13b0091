import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { catalogueWith, type Decided, writeDecisions } from '../support/decided.ts'
import { openDesk } from '../support/desk.ts'
import { openShop, type Shop } from '../support/shop.ts'

const list = '/provider/ceco/enrolments'

let folder: string
let shop: Shop
let token: string
let desk: Awaited<ReturnType<typeof openDesk>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  shop = await openShop({
    env: { CATALOGUE: catalogueWith(folder, { total: 2, perCountry: 1 }) },
  })
  token = shop.token('provider')
  desk = await openDesk(shop, token)
})
afterAll(async () => {
  await shop.close()
  rmSync(folder, { recursive: true, force: true })
  expect(shop.faults).toEqual([])
})

function enrol(over: Partial<Decided> = {}, by = token) {
  const caller = shop.service.recognise(`Bearer ${by}`)
  const [decision = ''] = writeDecisions(shop.config.databaseFile, [
    { provider: caller.provider, country: 'GR', ...over },
  ])
  const request = { ground: { decision }, country: null, reference: null }
  return shop.service.enrolments.enrol(request, caller).enrolment
}

describe('the enrolments at the desk', () => {
  test('show who has a place and who waits, the places, and a table to take away', async () => {
    enrol({ reference: 'A-1', points: 9 })
    enrol({ reference: 'A-2' })
    enrol({ reference: 'Z-99' }, shop.token('provider'))
    const page = await desk.text(list)
    expect(page).toContain('1 of 2 taken')
    expect(page).toContain('A-1')
    expect(page.slice(page.indexOf('A-2'))).toContain('number 1 in the waiting list')
    expect(page).not.toContain('Z-99')
    const waiting = await desk.text(`${list}?state=waiting`)
    expect([waiting.includes('A-2'), waiting.includes('A-1')]).toEqual([true, false])
    const table = await desk.get(`${list}.csv`)
    const text = Buffer.from(await table.arrayBuffer()).toString()
    expect(table.headers.get('content-disposition')).toContain('enrolments-ceco.csv')
    expect(text.startsWith('\uFEFFid,reference,state,')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(3)
  })

  test('are withdrawn on a page of their own, and the list tells who moved up', async () => {
    const one = enrol({ reference: 'B-1', country: 'IT' })
    const next = enrol({ reference: 'B-2', country: 'IT', points: 50 })
    const path = `${list}/${one.id}`
    expect(await desk.text(path)).toContain('Give the place back')
    const answer = await desk.post(`${path}/withdraw`, { note: 'moved away' })
    const where = answer.headers.get('location') ?? ''
    expect([answer.status, where]).toEqual([303, `${list}?moved=1`])
    expect(await desk.text(where)).toContain('1 person moved up from the waiting list.')
    expect(
      shop.service.enrolments.find(next.id, shop.service.recognise(`Bearer ${token}`)),
    ).toMatchObject({
      state: 'enrolled',
    })
    expect(await desk.text(path)).not.toContain('Give the place back')
    // What somebody writes into the address is shown as a count or not at all.
    expect(await desk.text(`${list}?moved=<b>`)).not.toContain('<b>')
  })

  test('come page by page, none left out', async () => {
    const made = Array.from({ length: 45 }, (_, index) =>
      enrol({ specialization: 'digy', reference: `N-${index}!` }),
    )
    const pages: string[] = []
    let path = '/provider/digy/enrolments'
    while (pages.length < 5) {
      const page = await desk.text(path)
      pages.push(page)
      const next = /href="([^"]*after=[^"]*)"/.exec(page)?.[1]
      if (!next) break
      path = next.replaceAll('&amp;', '&')
    }
    expect(pages).toHaveLength(2)
    for (const { reference } of made)
      expect([reference, pages.join('').split(`>${reference}<`).length]).toEqual([reference, 2])
  })

  test('are refused beyond the scope, of others, without a session, and to forms from elsewhere', async () => {
    const other = enrol({ country: 'LV' }, shop.token('provider'))
    const own = enrol({ country: 'BE' })
    const status = async (answer: Promise<Response>) => (await answer).status
    expect(await status(desk.get('/provider/nothing/enrolments'))).toBe(404)
    expect(await status(desk.get(`${list}?after=nothing`))).toBe(400)
    expect(await status(desk.get(`${list}/${other.id}`))).toBe(404)
    expect(await status(desk.get(`/provider/digy/enrolments/${own.id}`))).toBe(404)
    expect(await status(desk.post(`${list}/${other.id}/withdraw`))).toBe(404)
    expect(await status(desk.post(`${list}/${own.id}/withdraw`, { form: 'x' }))).toBe(403)
    expect(
      await status(
        desk.post(`${list}/${own.id}/withdraw`, {}, { origin: 'https://elsewhere.example' }),
      ),
    ).toBe(403)
    expect(await status(shop.ask(list, { headers: { accept: 'text/html' } }))).toBe(401)
    const scoped = await openDesk(shop, shop.token('provider', ['digy']))
    expect(await status(scoped.get(list))).toBe(403)
    expect(await status(scoped.get(`${list}.csv`))).toBe(403)
    const { state } = shop.service.enrolments.find(
      own.id,
      shop.service.recognise(`Bearer ${token}`),
    )
    expect(state).not.toBe('withdrawn')
  })
})
