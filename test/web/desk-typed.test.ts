import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type DeskVisitor, decideAt, openDesk, wordsOf } from '../support/desk.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
let token: string
let desk: DeskVisitor

const { pages, refusals } = messagesFor('en')
const words = pages.desk
const ceco = '/provider/ceco'
const idea = { fields: [['note:project-idea', 'A book bus\r\nthat teaches']] } as const

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  record = await issueOne(shop.service)
  token = shop.token('provider', ['ceco'])
  desk = await openDesk(shop, token)
})
afterAll(() => shop.close())

/** What a browser sends back of a page: its hidden fields. */
const hiddenIn = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

const signIn = (fields: Readonly<Record<string, string>>) =>
  shop.ask('/provider/sign-in', {
    method: 'POST',
    headers: { accept: 'text/html' },
    body: new URLSearchParams(fields),
  })

describe('a note typed at the desk', () => {
  test('keeps its lines, as one character each, and makes the statement without a tick', async () => {
    const path = await decideAt(desk, ceco, idea)
    const item = 'statement:project-idea'
    await desk.post(`${path}/review`, { accepted: item, [`note:${item}`]: 'Good.\r\nSeen today.' })
    const page = await desk.text(path)
    expect(page).toContain('A book bus\nthat teaches')
    expect(page).toContain('<q>Good.\nSeen today.</q>')
    const again = await desk.text(`${ceco}?from=${path.split('/').at(-1)}`)
    expect(again).toContain('A book bus\nthat teaches</textarea>')
    expect(page + again).not.toContain('\uFFFD')
  })

  test('may have 2,000 characters, a line break among them, and not one more', async () => {
    const lines = `${'x'.repeat(1_998)}\r\n`
    const long = (note: string) => desk.send(ceco, { fields: [['note:project-idea', note]] })
    expect((await long(`${lines}x`)).status).toBe(303)
    const answer = await long(`${lines}xx`)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Note (I have a project idea): at most 2,000 characters.')
  })

  test('for one item is not lost when another is settled first', async () => {
    const path = await decideAt(desk, ceco, idea)
    const answer = await desk.post(`${path}/review`, {
      accepted: 'statement:project-idea',
      'note:statement:project-idea': 'Good',
      'note:admission': 'Typed before',
    })
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(wordsOf(page)).toContain(words.decision.done.reviewed)
    expect(page).toContain('Typed before</textarea>')
    expect(page).toContain('<q>Good</q>')
    const refused = await desk.post(`${path}/review`, { refused: 'admission', 'note:person': 'P' })
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining(refusals['reason-missing'].title),
    ])
  })
})

describe('a session that is over when a form is sent', () => {
  test('costs nothing that was typed: it is there again after signing in', async () => {
    const fields = [
      ['person', 'Anna "Nina" Rossi'],
      ['links', `${record.id}\r\nhttps://a.example/c/1`],
      ['note:project-idea', 'Two\r\nlines'],
      ['country', 'LV'],
    ] as const
    const body = new FormData()
    for (const [name, text] of fields) body.append(name, text)
    body.append('files', new Blob(['{}']), 'a.json')
    const headers = { accept: 'text/html', cookie: 'desk=gone' }
    const asked = await shop.ask(ceco, { method: 'POST', body, headers })
    const form = await asked.text()
    expect(asked.status).toBe(401)
    expect(wordsOf(form)).toContain(words.signIn.problems.kept.remedy)
    const kept = { ...hiddenIn(form), 'kept:person': 'Anna "Nina" Rossi' }
    const wrong = await signIn({ ...kept, token: 'x' })
    expect([wrong.status, hiddenIn(await wrong.text())]).toEqual([401, hiddenIn(form)])
    const page = await (await signIn({ ...kept, token })).text()
    expect(page).toContain(`action="${ceco}"`)
    expect(page).toContain('value="Anna &quot;Nina&quot; Rossi"')
    expect(page).toContain(`${record.id}\nhttps://a.example/c/1</textarea>`)
    expect(page).toContain('Two\nlines</textarea>')
    expect(page).toContain('<option value="LV" selected>')
    expect(page).toContain(words.apply.filesAgain)
  })

  test('costs no note on a decision either; of other forms it is said that they were not done', async () => {
    const path = await decideAt(desk, ceco, idea)
    const post = (at: string, fields: Readonly<Record<string, string>>) =>
      shop.ask(at, {
        method: 'POST',
        headers: { accept: 'text/html' },
        body: new URLSearchParams(fields),
      })
    const form = await (
      await post(`${path}/review`, { accepted: 'admission', 'note:admission': 'Why' })
    ).text()
    expect(hiddenIn(form)).toMatchObject({ next: path, kept: `${path}/review` })
    expect(await (await signIn({ ...hiddenIn(form), token })).text()).toContain('Why</textarea>')
    const other = await (await post(`${path}/enrol`, { country: 'LV' })).text()
    expect(wordsOf(other)).toContain(words.signIn.problems['not-done'].remedy)
    expect(hiddenIn(other)).toEqual({ next: path })
  })

  test('and another that began since: nothing is decided, and the form is there again', async () => {
    const body = new URLSearchParams({ form: 'of before', person: 'Anna', links: record.id })
    const headers = { accept: 'text/html', cookie: desk.cookie }
    const answer = await shop.ask(ceco, { method: 'POST', body, headers })
    const page = await answer.text()
    expect(answer.status).toBe(403)
    expect(wordsOf(page)).toContain(words.apply.formOld.title)
    expect(page).toContain('value="Anna"')
  })

  test('is not carried on where it would be too much', async () => {
    const body = new URLSearchParams({ 'note:project-idea': 'x'.repeat(50_000) })
    const answer = await shop.ask(ceco, { method: 'POST', body, headers: { accept: 'text/html' } })
    expect(wordsOf(await answer.text())).toContain(words.signIn.problems['not-done'].remedy)
  })
})

test('nothing of it was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
