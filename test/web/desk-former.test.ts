import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import { type DeskVisitor, decideAt, openDesk, wordsOf } from '../support/desk.ts'
import { openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let token: string
let desk: DeskVisitor
let eligible: string
let waiting: string
let before: string

const words = messagesFor('en').pages.desk.decision

/** The catalogue as shipped without CECO. */
function withoutCeco(folder: string): string {
  const catalogue = JSON.parse(readFileSync('catalogue/biblio.json', 'utf8'))
  catalogue.specializations = catalogue.specializations.filter(
    ({ id }: { id: string }) => id !== 'ceco',
  )
  const file = join(folder, 'without-ceco.json')
  writeFileSync(file, JSON.stringify(catalogue))
  return file
}

beforeAll(async () => {
  const first = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  token = first.token('provider', ['ceco'])
  const record = await issueOne(first.service)
  const there = await openDesk(first, token)
  eligible = await decideAt(there, '/provider/ceco', {
    fields: [
      ['links', record.id],
      ['country', 'GR'],
      ['reference', 'A-17'],
    ],
  })
  waiting = await decideAt(there, '/provider/ceco', {
    fields: [
      ['country', 'GR'],
      ['statement', 'project-idea'],
      ['note:project-idea', 'A book bus that teaches'],
    ],
  })
  before = await there.text(eligible)
  await first.stop()
  shop = await openShop({
    env: { CALLS_PER_MINUTE: '10000', CATALOGUE: withoutCeco(first.dataDir) },
    dataDir: first.dataDir,
  })
  desk = await openDesk(shop, token)
})
afterAll(() => shop.close())

describe('a stored decision whose specialization has left the catalogue', () => {
  test('is shown at the desk by the id, with its trail and its receipt', async () => {
    const answer = await desk.get(eligible)
    const page = await answer.text()
    const said = wordsOf(page)
    expect(answer.status).toBe(200)
    expect(said).toContain(words.former)
    expect(said).toContain('ceco')
    expect(said).toContain('mooc-completed: Met')
    expect(said).toContain('A-17')
    expect(said).toContain(words.actions.decided)
    expect(page).toContain(`href="${eligible}/receipt.pdf"`)
    expect(before).not.toContain(words.former)
  })

  test('offers nothing that needs the catalogue, as it did before', async () => {
    const page = await desk.text(eligible)
    for (const gone of [`${eligible}/issue`, `${eligible}/enrol`, '/provider/ceco']) {
      expect(before).toContain(`"${gone}`)
      expect(page).not.toContain(`"${gone}`)
    }
    const open = await desk.text(waiting)
    expect(wordsOf(open)).toContain('project-idea')
    expect(wordsOf(open)).toContain('A book bus that teaches')
    expect(open).not.toContain(`${waiting}/review`)
  })

  test.each(['enrol', 'issue'])('%s is refused with a code', async (step) => {
    const answer = await desk.post(`${eligible}/${step}`)
    expect(answer.status).toBe(404)
    expect(wordsOf(await answer.text())).toContain(
      messagesFor('en').refusals['specialization-unknown'].title,
    )
    const id = eligible.split('/').at(-1)
    const path = step === 'enrol' ? '/api/enrolments' : `/api/eligibility/${id}/issue`
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify(step === 'enrol' ? { decision: id } : { language: 'en' })
    const asked = await shop.ask(path, { method: 'POST', token, headers, body })
    expect(await problemCode(asked)).toBe('specialization-unknown')
  })

  test('is not decided again', async () => {
    expect((await desk.get('/provider/ceco')).status).toBe(404)
    const answer = await desk.send('/provider/ceco', { fields: [['links', 'x']] })
    expect(answer.status).toBe(404)
  })

  test('still comes out as it did by the rules of its day', async () => {
    expect(wordsOf(await desk.text(`${eligible}?again=1`))).toContain(words.same)
  })

  test('has a receipt that names it by its ids', async () => {
    const jwt = await desk.text(`${eligible}/receipt.jwt`)
    const { receipt } = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())
    expect(receipt.decision.specialization).toBe('ceco')
    expect(receipt.decision.names).toBeUndefined()
    expect((await desk.get(`${eligible}/receipt.pdf`)).status).toBe(200)
    expect(shop.faults).toEqual([])
  })
})
