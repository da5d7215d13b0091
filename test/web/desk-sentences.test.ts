import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type DeskVisitor, decideAt, openDesk, wordsOf } from '../support/desk.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
let desk: DeskVisitor
let other: DeskVisitor

const { admission, pages, refusals } = messagesFor('en')
const words = pages.desk.decision
const ceco = '/provider/ceco'

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  record = await issueOne(shop.service)
  desk = await openDesk(shop, shop.token('provider', ['ceco']))
  other = await openDesk(shop, shop.token('provider'))
})
afterAll(() => shop.close())

describe('a decision at the desk', () => {
  test('says what the provider can do, not what an applicant can', async () => {
    const open = await desk.text(
      await decideAt(desk, ceco, { fields: [['statement', 'project-idea']] }),
    )
    expect(wordsOf(open)).toContain(words.advice['needs-review'])
    expect(wordsOf(open)).not.toContain(admission.outcomes['needs-review'].advice)
    const path = await decideAt(desk, ceco, {
      fields: [
        ['links', record.id],
        ['reference', 'A-17'],
        ['country', 'LV'],
      ],
    })
    expect(wordsOf(await desk.text(path))).toContain(words.advice.eligible)
    expect((await desk.post(`${path}/enrol`)).status).toBe(303)
    const enrolled = wordsOf(await desk.text(path))
    expect(enrolled).toContain(words.enrolledAdvice)
    expect(enrolled).not.toContain(words.advice.eligible)
    const receipt = await desk.get(`${path}/receipt.pdf`)
    expect(receipt.headers.get('content-disposition')).toContain('A-17')
  })

  test('of a person with a place at another provider tells whom to ask, and no more', async () => {
    const path = await decideAt(other, ceco, { fields: [['links', record.id]] })
    const page = wordsOf(await (await other.post(`${path}/enrol`, { country: 'LV' })).text())
    expect(page).toContain(refusals['already-enrolled'].title)
    expect(page).toContain('The place is at another training provider.')
    expect(page).not.toContain(refusals['already-enrolled'].remedy)
    expect(page).not.toContain('A-17')
  })

  test('names a file that is not genuine as it was handed in, and the rule that it claims to meet', async () => {
    const changed = record.signed.replace('Παπαδοπούλου', 'Παπαδοπούλο')
    const path = await decideAt(desk, ceco, {
      files: [['files', 'diploma of Maria.json', changed]],
    })
    const page = await desk.text(path)
    expect(wordsOf(page)).toContain('diploma of Maria.json')
    expect(page).not.toContain('urn:sha256')
    expect(page).not.toContain(`${admission.labels.from}: <`)
    expect(wordsOf(page)).toContain('is not genuine')
    const body = { specialization: 'ceco', credentials: [changed], store: false }
    const answer = await json<{
      credentials: { name: string }[]
      rules: { rule: string; reason: string }[]
    }>(
      await shop.ask('/api/eligibility', {
        method: 'POST',
        token: shop.token('provider'),
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
    expect(answer.credentials).toMatchObject([{ name: 'credential 1' }])
    expect(answer.rules.find(({ rule }) => rule === 'mooc-completed')?.reason).toBe(
      'credential-not-genuine',
    )
  })
})

describe('a page of the desk', () => {
  test('that is refused leads back to the desk', async () => {
    const page = await desk.text('/provider/digy')
    expect(page).toContain('<a class="button" href="/provider">')
    expect(page).not.toContain('<a class="button" href="/verify">')
  })

  test('with a table names the column beside each value, for narrow screens', async () => {
    const decisions = await desk.text(`${ceco}/decisions`)
    expect(decisions).toContain(`<td data-label="${pages.desk.list.columns.rank}">1</td>`)
    const enrolments = await desk.text(`${ceco}/enrolments`)
    expect(enrolments).toContain(`data-label="${pages.enrolments.columns.points}"`)
    expect(await desk.text(`${ceco}/review`)).toContain(
      `data-label="${pages.desk.queue.columns.decided}"`,
    )
  })

  test('with a list that cannot be read says why in the language of its reader', async () => {
    const files = [['file', 'list.csv', 'refrence,links\na,b']] as const
    const answer = await desk.send(`${ceco}/lists?lang=el`, { files })
    const page = wordsOf(await answer.text())
    expect(page).toContain('Γραμμή 1: άγνωστη στήλη')
    expect(page).not.toContain('no such column')
  })
})

test('nothing of it was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
