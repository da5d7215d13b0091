import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { type DeskVisitor, decideAt, openDesk, wordsOf } from '../support/desk.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
let desk: DeskVisitor
let other: DeskVisitor
let now = new Date('2026-11-26T08:00:00Z')

const { admission, pages } = messagesFor('en')
const words = pages.desk
const ceco = '/provider/ceco'
const mooc = () => ({ fields: [['links', record.id]] as const })

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' }, now: () => now })
  record = await issueOne(shop.service)
  desk = await openDesk(shop, shop.token('provider', ['ceco']))
  other = await openDesk(shop, shop.token('provider'))
})
afterAll(() => shop.close())

describe('the desk', () => {
  test('shows what is in scope, and nothing else', async () => {
    const page = await desk.text('/provider')
    expect(page).toContain('href="/provider/ceco"')
    expect(page).not.toContain('href="/provider/digy"')
    expect(await other.text('/provider')).toContain('href="/provider/digy"')
    expect((await desk.get('/provider/digy')).status).toBe(403)
    expect((await other.get('/provider/none')).status).toBe(404)
  })

  test.each([
    ceco,
    `${ceco}/decisions`,
    `${ceco}/decisions.csv`,
    `${ceco}/review`,
    '/provider/decisions/x',
  ])('%s asks whoever is not signed in, and leads back', async (path) => {
    const answer = await shop.ask(path, { headers: { accept: 'text/html' } })
    const text = await answer.text()
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store'])
    expect(text).toContain(`name="next" value="${path}"`)
    expect(text).toContain(words.signIn.problems.ended.title)
  })
})

describe('an applicant at the desk', () => {
  test('is decided about by code, link and file, as a person reads it', async () => {
    const path = await decideAt(desk, ceco, {
      fields: [
        ['links', `${record.id}\nhttps://nowhere.example/c/1`],
        ['person', 'Μαρία Παπαδοπούλου'],
        ['country', 'GR'],
        ['reference', 'A-17 <b>'],
        ['statement', 'host-library'],
        ['note:host-library', 'The library of Volos'],
      ],
      files: [
        ['files', 'certificate.json', record.signed],
        ['files', 'holiday.txt', 'the sea'],
        ['document:host-library', 'letter.pdf', 'Dear Sirs'],
        ['photo', '', ''],
      ],
    })
    const page = await desk.text(path)
    const said = wordsOf(page)
    expect(said).toContain(admission.outcomes.eligible.title)
    expect(said).toContain('1 of 3 points; 1 more is open')
    expect(said).toContain('Μαρία Παπαδοπούλου')
    expect(said).toContain('Greece')
    expect(page).toContain('A-17 &lt;b&gt;')
    expect(said).toContain(admission.creditReasons.twice)
    expect(said).toContain('holiday.txt')
    expect(said).toContain('https://nowhere.example/c/1')
    expect(said).toContain('letter.pdf')
    const digest = createHash('sha256').update('Dear Sirs').digest('base64')
    expect(page).toContain(`sha256-${digest}`)
    expect(page.indexOf('class="verdict ')).toBeLessThan(page.indexOf('<dl'))
    expect(said).toContain(words.decision.actions.decided)
  })

  test.each([
    ['nothing', [], 422, words.apply.nothingGiven.title],
    [
      'an unknown statement',
      [['statement', 'i-am-the-king']],
      422,
      'This statement is not asked for',
    ],
    [
      'an unknown country',
      [
        ['links', 'x'],
        ['country', 'QX'],
      ],
      422,
      'country',
    ],
    [
      'a note of no end',
      [
        ['statement', 'project-idea'],
        ['note:project-idea', 'x'.repeat(3_000)],
      ],
      422,
      'Note (I have a project idea): at most 2,000 characters.',
    ],
    [
      'too many links',
      [['links', 'https://a.example/1\n'.repeat(51)]],
      413,
      words.apply.tooMuch.title,
    ],
  ] as const)(
    'with %s is told what was wrong above the form that was kept',
    async (_, fields, status, title) => {
      const kept = [
        ['person', 'Anna "Nina" Rossi'],
        ['reference', 'R-1'],
      ] as const
      const answer = await desk.send(ceco, { fields: [...fields, ...kept] })
      const page = await answer.text()
      expect(answer.status).toBe(status)
      expect(page).toMatch(/role="alert"/)
      expect(page.toLowerCase()).toContain(title.toLowerCase())
      expect(page).toContain('value="Anna &quot;Nina&quot; Rossi"')
      expect(page).toContain('value="R-1"')
    },
  )

  test('is decided about once, though the form is sent twice at once; filled in otherwise it is another', async () => {
    const attempt = /name="attempt" value="([\w-]{36})"/.exec(await desk.text(ceco))?.[1] ?? ''
    const send = (reference: string, content: string, once = attempt) =>
      decideAt(desk, ceco, {
        fields: [
          ['attempt', once],
          ['reference', reference],
        ],
        files: [['files', 'certificate.json', content]],
      })
    const [first, second] = await Promise.all([
      send('T-1', record.signed),
      send('T-1', record.signed),
    ])
    expect(second).toBe(first)
    expect(await send('T-1', record.signed)).toBe(first)
    const others = [
      await send('T-2', record.signed),
      await send('T-1', `${record.signed} `),
      await send('T-1', record.signed, 'another'),
    ]
    expect(new Set([first, ...others]).size).toBe(4)
  })

  test('is not decided about without the token of the session', async () => {
    const data = new FormData()
    data.append('links', record.id)
    const headers = { cookie: desk.cookie, accept: 'text/html' }
    const answer = await shop.ask(ceco, { method: 'POST', body: data, headers })
    expect(answer.status).toBe(403)
  })
})

describe('a decision at the desk', () => {
  test('is another provider’s: as if it were not there', async () => {
    const path = await decideAt(desk, ceco, mooc())
    for (const at of [path, `${path}/receipt.jwt`, `${path}/receipt.pdf`, `${path}?again=1`])
      expect((await other.get(at)).status).toBe(404)
    for (const step of ['review', 'issue', 'enrol'])
      expect((await other.post(`${path}/${step}`)).status).toBe(404)
    expect((await other.get(`/provider/ceco?from=${path.split('/').at(-1)}`)).status).toBe(404)
    expect(await other.text(`${ceco}/decisions`)).not.toContain(path)
  })

  test('is settled item by item, with a note that stays', async () => {
    const path = await decideAt(desk, ceco, {
      fields: [
        ['statement', 'project-idea'],
        ['note:project-idea', 'Story hours in the hospital'],
        ['person', 'Eva Ozola'],
      ],
    })
    const before = await desk.text(path)
    expect(wordsOf(before)).toContain(admission.outcomes['needs-review'].title)
    expect(wordsOf(before)).toContain('Story hours in the hospital')
    expect(before).toContain('value="statement:project-idea"')
    const queue = await desk.text(`${ceco}/review`)
    expect(queue).toContain(path)
    expect(wordsOf(queue)).toContain('Eva Ozola')

    const withoutNote = await desk.post(`${path}/review`, {
      item: 'statement:project-idea',
      verdict: 'accepted',
    })
    expect(withoutNote.status).toBe(422)
    const item = 'statement:project-idea'
    const odd = [
      [{ item: 'statement:none', verdict: 'accepted', note: 'x' }, 409],
      [{ item, verdict: 'perhaps', note: 'kept as typed' }, 400],
    ] as const
    for (const [fields, status] of odd)
      expect((await desk.post(`${path}/review`, fields)).status).toBe(status)

    const accepted = await desk.post(`${path}/review`, { item, verdict: 'accepted', note: 'Fine' })
    expect(accepted.headers.get('location')).toBe(`${path}?done=reviewed`)
    const admitted = { item: 'admission', verdict: 'accepted', note: 'A good idea' }
    expect((await desk.post(`${path}/review`, admitted)).status).toBe(303)
    const after = await desk.text(`${path}?done=reviewed`)
    expect(wordsOf(after)).toContain(admission.outcomeReasons['admitted-by-reviewer'])
    expect(wordsOf(after)).toContain('A good idea')
    expect(wordsOf(after)).toContain(words.decision.done.reviewed)
    expect(await desk.text(`${ceco}/review`)).not.toContain(path)
    expect(wordsOf(await desk.text(`${path}?again=1`))).toContain(words.decision.same)
  })

  test('is signed once, as a credential that anybody can check', async () => {
    const path = await decideAt(desk, ceco, mooc())
    const answer = await desk.post(`${path}/issue`)
    expect(answer.headers.get('location')).toBe(`${path}?done=issued`)
    const page = await desk.text(path)
    const credential = /href="\/c\/([0-9a-z]{26})"/.exec(page)?.[1] ?? ''
    expect(page).not.toContain(`${path}/issue`)
    expect((await desk.post(`${path}/issue`)).status).toBe(303)
    expect(await desk.text(path)).toContain(`/c/${credential}`)
    const { report } = await shop.service.verifyAt(
      new URL(`/c/${credential}`, shop.service.publicUrl),
    )
    expect(report.verdict).toBe('valid')
  })

  test('leads to a place, or says why not', async () => {
    const path = await decideAt(desk, ceco, mooc())
    const none = await desk.post(`${path}/enrol`)
    expect(none.status).toBe(422)
    expect(await none.text()).toMatch(/role="alert"/)
    expect((await desk.post(`${path}/enrol`, { country: 'GR' })).status).toBe(303)
    const page = await desk.text(path)
    expect(wordsOf(page)).toContain(
      `${words.decision.labels.enrolment} ${words.decision.enrolments.enrolled}`,
    )
    const twice = await decideAt(desk, ceco, mooc())
    expect((await desk.post(`${twice}/enrol`, { country: 'GR' })).status).toBe(409)
  })

  test('leads to a second place of one name only where somebody says that it is another person', async () => {
    const apply = async () => {
      const path = await decideAt(desk, ceco, {
        fields: [
          ['statement', 'project-idea'],
          ['person', 'Zane Bērziņa'],
        ],
      })
      const admitted = { item: 'admission', verdict: 'accepted', note: 'A good idea' }
      expect((await desk.post(`${path}/review`, admitted)).status).toBe(303)
      return path
    }
    const [first, second] = [await apply(), await apply()]
    const box = '<input type="checkbox" name="another" id="another" value="yes" required>'
    expect(await desk.text(first)).not.toContain(box)
    expect((await desk.post(`${first}/enrol`, { country: 'LV' })).status).toBe(303)
    const stopped = await desk.post(`${second}/enrol`, { country: 'LV' })
    const page = await stopped.text()
    expect(stopped.status).toBe(409)
    expect(page).toContain(box)
    expect(page).toContain('<option value="LV" selected>')
    expect(page).toContain(`href="${ceco}/enrolments"`)
    expect(
      (await desk.post(`${second}/enrol`, { country: 'LV', another: 'yes' })).headers.get(
        'location',
      ),
    ).toBe(`${second}?done=enrolled`)
    const after = wordsOf(await desk.text(second))
    expect(after).toContain(words.decision.actions['told-apart'])
    expect(after).toContain(
      `${words.decision.labels.enrolment} ${words.decision.enrolments.enrolled}`,
    )
  })

  test('gives receipts that this service reads as its own', async () => {
    const path = await decideAt(desk, ceco, mooc())
    const jwt = await desk.get(`${path}/receipt.jwt`)
    expect(jwt.headers.get('content-disposition')).toContain('attachment')
    expect(await shop.service.receipts.read(await jwt.text())).toMatchObject({
      genuine: 'yes',
      isOwn: true,
    })
    const pdf = await desk.get(`${path}/receipt.pdf`)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  test('is made again from what is known', async () => {
    const path = await decideAt(desk, ceco, {
      fields: [
        ...mooc().fields,
        ['person', 'Μαρία Παπαδοπούλου'],
        ['reference', 'B-2'],
        ['country', 'LV'],
      ],
    })
    const form = await desk.text(`/provider/ceco?from=${path.split('/').at(-1)}`)
    expect(form).toContain('value="B-2"')
    expect(form).toContain('<option value="LV" selected>')
    expect(form).toContain(`/c/${record.id}`)
  })

  test('holds for some time only, and is not signed afterwards', async () => {
    const path = await decideAt(desk, ceco, mooc())
    const then = now
    now = new Date('2028-01-01T00:00:00Z')
    const late = await openDesk(shop, shop.token('admin'))
    expect(wordsOf(await late.text(path))).toContain(words.decision.expired)
    expect((await late.post(`${path}/issue`)).status).toBe(409)
    now = then
  })
})

describe('what is no form of the desk', () => {
  beforeAll(async () => {
    desk = await openDesk(shop, shop.token('provider', ['ceco']))
  })

  test.each([
    ['JSON', 'application/json', '{}', 400],
    ['a form without an end', 'multipart/form-data; boundary=x', '--x\r\nContent-Disp', 400],
    ['a form without a boundary', 'multipart/form-data', 'x', 400],
    ['bytes that are no text', 'application/x-www-form-urlencoded', 'links=%ff', 400],
    ['a form of thousands of fields', 'application/x-www-form-urlencoded', 'a&'.repeat(3_000), 400],
  ])('is refused: %s', async (_, type, body, status) => {
    const headers = { cookie: desk.cookie, accept: 'text/html', 'content-type': type }
    for (const path of [ceco, '/provider/decisions/x/review', '/provider/sign-in'])
      expect((await shop.ask(path, { method: 'POST', body, headers })).status).toBe(status)
  })

  test('is refused where it is too large, and the form is there again', async () => {
    const files = [['files', 'x.pdf', 'x'.repeat(51 * 1024 * 1024)]] as const
    const answer = await desk.send(ceco, { files })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain(words.apply.tooMuch.title)
  })

  test('does nothing by a link', async () => {
    expect((await desk.get('/provider/sign-out')).status).toBe(403)
    expect((await desk.get('/provider/decisions/x/issue')).status).toBe(404)
    expect((await desk.get('/provider')).status).toBe(200)
  })
})

test('nothing of the desk was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
