import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { settingsCaller } from '../../../src/service/access.ts'
import { issueMany } from '../../support/many.ts'
import { openOperator, signInAs } from '../../support/operator.ts'
import { openShop, type Shop } from '../../support/shop.ts'

let shop: Shop
let issuer: Awaited<ReturnType<typeof openOperator>>
let reviewer: Awaited<ReturnType<typeof openOperator>>
let outsider: Awaited<ReturnType<typeof signInAs>>
let ids: string[]
const hostile = '<img src=x onerror=alert(1)> "Rossi" & Söhne'

beforeAll(async () => {
  shop = await openShop({ env: { FOUR_EYES_ABOVE: '1' } })
  issuer = await openOperator(shop, 'issuer', ['biblio-mooc'])
  reviewer = await openOperator(shop, 'reviewer', ['biblio-mooc'])
  outsider = await signInAs(shop, { token: shop.token('issuer', ['another-course']) })
  ids = await issueMany(shop.service, [
    { name: 'Μαρία Παπαδοπούλου', run: 'pages' },
    { name: hostile, run: 'pages' },
    { name: 'Līga', run: 'alone' },
  ])
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

const field = (markup: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(markup)?.[1] ?? ''
const isRevoked = (id: string) => shop.service.issued(id)?.revokedAt !== null

describe('finding at the desk', () => {
  test('shows what fits, with the ways on, and nothing that runs', async () => {
    const page = await issuer.text('/desk/find?q=rossi')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(page).not.toContain('<img src=x')
    expect(page).toContain(`href="/desk/credentials/${ids[1]}"`)
    expect(page).toContain('href="/desk/find.csv?q=rossi"')
    expect(page).toContain('name="kind" value="revoke"')
    const csv = await issuer.text('/desk/find.csv?q=rossi')
    expect(csv).toContain('"<img src=x onerror=alert(1)> ""Rossi"" & Söhne"')
    expect(await issuer.text('/desk/find?q=nobody')).not.toContain('/desk/credentials/')
    expect(await issuer.text('/desk/find?from=yesterday')).toContain('role="alert"')
  })

  test('offers a reviewer nothing to begin', async () => {
    const page = await reviewer.text('/desk/find?q=rossi')
    expect(page).toContain(`href="/desk/credentials/${ids[1]}"`)
    expect(page).not.toContain('name="kind"')
    expect((await reviewer.get('/desk/acts/new?kind=revoke&q=rossi')).status).toBe(403)
  })

  test('has a page for each credential and learner, in scope alone', async () => {
    const file = await issuer.text(`/desk/credentials/${ids[1]}`)
    expect(file).toContain('credential-issued')
    const [, learner] = /href="(\/desk\/learners\/[^"]+)"/.exec(file) ?? []
    expect(await issuer.text(learner ?? '')).toContain(`/desk/credentials/${ids[1]}`)
    for (const path of [`/desk/credentials/${ids[1]}`, learner ?? '', `/desk/credentials/x`])
      expect([path, (await outsider.get(path)).status]).toEqual([path, 404])
    expect(await outsider.text('/desk/find?q=rossi')).not.toContain('Rossi')
  })

  test('holds its headings and labels together', async () => {
    for (const path of [
      '/desk/find?q=pap',
      `/desk/credentials/${ids[0]}`,
      '/desk/acts',
      '/desk/corrections',
    ]) {
      const page = await issuer.text(path)
      const labels = [...page.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id)
      for (const id of labels) expect(page).toContain(`id="${id}"`)
      const inputs = [...page.matchAll(/<(?:input|select|textarea)(?![^>]*type="hidden")[^>]*>/g)]
      for (const [input] of inputs) expect(labels).toContain(/ id="([^"]+)"/.exec(input)?.[1])
      expect(page.match(/<h1/g)).toHaveLength(1)
    }
  })
})

describe('acting at the desk', () => {
  test('looks first, asks a second person, and is done when they approve', async () => {
    const seen = await issuer.text('/desk/acts/new?kind=revoke&run=pages')
    expect(seen).toContain('&lt;img src=x')
    const form = { kind: 'revoke', run: 'pages', selection: field(seen, 'selection') }
    const unreasoned = await issuer.post('/desk/acts/new', { ...form, step: 'do' })
    expect(unreasoned.status).toBe(422)
    const asked = await issuer.post('/desk/acts/new', {
      ...form,
      step: 'do',
      reason: 'the wrong export',
      code: 'issued-in-error',
    })
    // Another public reason is another act: what was looked at was another one.
    expect(asked.status).toBe(409)
    const again = await asked.text()
    expect(again).toContain('role="alert"')
    const made = await issuer.post('/desk/acts/new', {
      ...form,
      step: 'do',
      selection: field(again, 'selection'),
      code: 'issued-in-error',
      reason: 'the wrong export',
    })
    expect(made.status).toBe(303)
    const path = made.headers.get('location') ?? ''
    expect(await issuer.text(path)).not.toContain(`${path}/approve`)
    expect(await reviewer.text('/desk/acts')).toContain(`href="${path}"`)
    expect(await reviewer.text(path)).toContain(`${path}/approve`)
    expect((await outsider.get(path)).status).toBe(404)
    expect((await issuer.post(`${path}/approve`, {})).status).toBe(403)
    expect((await reviewer.post(`${path}/approve`, {})).status).toBe(303)
    await shop.service.acting.runs.settled()
    expect(ids.map(isRevoked)).toEqual([true, true, false])
    expect(await issuer.text(`${path}/result.csv`)).toContain(`${ids[0]},`)
  })

  test('is live while it runs: a script of ours, the counts it shows, and the same without', async () => {
    const { acts, runs } = shop.service.acting
    const [id = ''] = await issueMany(shop.service, [{ name: 'Live', run: 'live' }])
    const terms = { kind: 'revoke', code: 'unspecified', everybody: false } as const
    const selection = { ids: [id] }
    const { selection: digest } = await acts.preview({ terms, selection }, settingsCaller)
    const made = await acts.ask({ terms, selection, digest, reason: 'x' }, settingsCaller)
    const path = `/desk/acts/${made.id}`
    await runs.settled()
    const events = await issuer.text(`${path}/events`)
    expect(events).toMatch(/event: done\ndata: .*"done":1/)
    expect((await outsider.get(`${path}/events`)).status).toBe(404)
    const done = await issuer.get(path)
    expect(done.headers.get('refresh')).toBeNull()
    const page = await done.text()
    expect(page).toContain('<strong data-count="done">1</strong>')
    expect(page).not.toContain('<script')
    shop.service.ledger.transaction(() =>
      shop.service.ledger.acts.open({ ...made, rowKey: 'z-live', id: 'z-live', digest: 'z' }),
    )
    shop.service.ledger.acts.begin('z-live', 'running', 'revoke 0')
    const running = await issuer.get('/desk/acts/z-live')
    expect(running.headers.get('refresh')).toBe('2')
    expect(running.headers.get('content-security-policy')).toContain("script-src 'self'")
    const live = await running.text()
    expect(live).toContain('data-events="/desk/acts/z-live/events"')
    expect(live).toMatch(/<script type="module" src="\/assets\/desk\.js\?v=/)
    expect((await issuer.get('/desk/acts/z-live?still=1')).headers.get('refresh')).toBeNull()
  })

  test('takes a list of ids and links', async () => {
    const empty = await issuer.get('/desk/acts/new?kind=revoke')
    expect(empty.status).toBe(200)
    expect(field(await empty.text(), 'selection')).toBe('')
    const list = `${ids[2]}\nhttps://badges.example.org/c/${ids[2]}`
    const seen = await (
      await issuer.post('/desk/acts/new', { kind: 'renew', ids: list, step: 'look' })
    ).text()
    expect(field(seen, 'selection')).toMatch(/^[0-9a-f]{64}$/)
    const wrong = await issuer.post('/desk/acts/new', { kind: 'renew', ids: '?', step: 'look' })
    expect(wrong.status).toBe(400)
  })

  test('takes a table of corrections', async () => {
    const rows = `id,name\n${ids[2]},Līga Ozoliņa`
    const seen = await (
      await issuer.post('/desk/acts/new', { kind: 'correct', rows, step: 'look' })
    ).text()
    expect(seen).toContain('Līga Ozoliņa')
    expect(field(seen, 'selection')).toMatch(/^[0-9a-f]{64}$/)
    const wrong = await issuer.post('/desk/acts/new', { kind: 'correct', rows: 'x', step: 'look' })
    expect(wrong.status).toBe(400)
  })
})

describe('corrections at the desk', () => {
  test('are settled by a reviewer with a word to the learner, in scope alone', async () => {
    const wish = shop.service.corrections.ask(ids[2] ?? '', { note: hostile })
    const page = await reviewer.text('/desk/corrections')
    expect(page).toContain('&lt;img src=x')
    expect(await outsider.text('/desk/corrections')).not.toContain(wish.id)
    const path = `/desk/corrections/${wish.id}/decline`
    expect((await outsider.post(path, { answer: 'no' })).status).toBe(403)
    expect((await reviewer.post(path, { answer: ' ' })).status).toBe(422)
    expect((await reviewer.post(path, { answer: 'As on the list.' })).status).toBe(303)
    expect(shop.service.corrections.one(wish.id)).toMatchObject({
      state: 'declined',
      answer: 'As on the list.',
    })
  })
})
