import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'

const header = 'learner_id,email,name,language,completed_on,score,modules\n'
const course = 'biblio-mooc'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

interface Sent {
  readonly token?: string
  readonly type?: string
  readonly key?: string
}

const send = (query: string, body: string | Uint8Array, sent: Sent = {}) =>
  shop.ask(`/api/completions?${query}`, {
    method: 'POST',
    token: sent.token ?? adminToken,
    headers: {
      'content-type': sent.type ?? 'text/csv',
      ...(sent.key ? { 'idempotency-key': sent.key } : {}),
    },
    body,
  })

const to = (run: string, more = '') => `course=${course}&run=${run}${more}`
const rows = (...lines: string[]) => `${header}${lines.join('\n')}\n`
const learner = (id: string, name = `Learner ${id}`) =>
  `${id},${id}@example.org,${name},,2026-05-04,91,`

interface Batch {
  readonly batch: string
  readonly location: string
}
interface BatchNow {
  readonly state: string
  readonly progress: Record<string, unknown>
  readonly lines: readonly { line: number; outcome: string; url: string | null }[]
}

/** Asks for the batch until its credentials are signed. */
async function done(location: string): Promise<BatchNow> {
  for (let tries = 0; tries < 200; tries += 1) {
    const now = await json<BatchNow>(await shop.ask(location, { token: adminToken }))
    if (now.state === 'done') return now
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the batch is never done')
}

const issuedCount = () => shop.service.ledger.credentials.count('issued')

describe('POST /api/completions', () => {
  test('reserves, names the batch, issues, and answers every line', async () => {
    const body = rows(learner('a', 'Ana Āboliņa'), learner('b'), 'c,c@example.org,,,2026-05-04,91,')
    const response = await send(to('whole'), body)
    const { batch, location } = await json<Batch>(response)
    expect(response.status).toBe(202)
    expect(response.headers.get('location')).toBe(`/api/batches/${batch}`)
    expect(location).toBe(`/api/batches/${batch}`)
    const now = await done(location)
    expect([...new Set(now.lines.map(({ line }) => line))]).toEqual([2, 3, 4])
    expect(now.lines.filter(({ line }) => line === 4)).toMatchObject([{ outcome: 'rejected' }])
    const url = new URL(now.lines[0]?.url ?? '').pathname
    expect((await shop.ask(url)).status).toBe(200)

    const result = await shop.ask(`${location}/result.csv`, { token: adminToken })
    const text = await result.text()
    expect(result.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(result.headers.get('content-disposition')).toContain(`result-${batch}.csv`)
    const heading =
      'line,outcome,achievement,url,code,column,value,claim_url,claim,mail,mail_reason\r\n'
    expect(text.startsWith(`${heading}2,issued,`)).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + now.lines.length)
  })

  test('only tells, line by line, in a dry run', async () => {
    const before = issuedCount()
    const response = await send(to('dry', '&dryRun=true'), rows(learner('d'), learner('e')))
    const answer = await json<{ summary: object; lines: { line: number }[] }>(response)
    expect(response.status).toBe(200)
    expect(answer).toMatchObject({ dryRun: true, summary: { batch: null, lines: 2 } })
    expect(answer.lines.map(({ line }) => line)).toEqual([2, 3])
    await shop.service.issue()
    expect(issuedCount()).toBe(before)
    expect(shop.service.ledger.credentials.count('reserved')).toBe(0)
    expect(shop.service.ledger.learners.byKey('email:d@example.org')).toBeUndefined()
  })

  test('issues nothing new for the same file, and tells a changed name apart', async () => {
    const first = await json<Batch>(await send(to('again'), rows(learner('f'))))
    await done(first.location)
    const count = issuedCount()
    const second = await json<Batch>(await send(to('again'), rows(learner('f'))))
    const changed = await json<Batch>(await send(to('again'), rows(learner('f', 'Another Name'))))
    expect((await done(second.location)).lines[0]?.outcome).toBe('already-issued')
    expect((await done(changed.location)).lines[0]?.outcome).toBe('differs-from-issued')
    expect(issuedCount()).toBe(count)
  })

  test('takes JSON, and says what is wrong with it by place', async () => {
    const completions = [{ email: 'g@example.org', name: 'Gia', completedOn: '2026-05-04' }]
    const type = 'application/json'
    const response = await send(to('json'), JSON.stringify({ completions }), { type })
    expect(response.status).toBe(202)
    await done((await json<Batch>(response)).location)
    for (const body of ['{"completions":[{"name":7}]}', '[]', 'null', '{', '', '"x"', '\xff']) {
      const bad = await send(to('json'), Buffer.from(body, 'latin1'), { type })
      expect([body, bad.status, await problemCode(bad)]).toEqual([body, 422, 'completions-invalid'])
    }
  })

  test('takes a row whose day no order of figures can be known for only with the order said', async () => {
    const body = rows(
      ...Array.from({ length: 150 }, (_, n) => learner(`h${n}`)),
      'i,i@example.org,I,,04/05/2026,91,',
    )
    const asked = await send(to('order'), body)
    expect([asked.status, await problemCode(asked)]).toEqual([422, 'dates-order-needed'])
    expect(shop.service.ledger.credentials.count('reserved')).toBe(0)
    const wrong = await send(to('order', '&dates=xyz'), body)
    expect([wrong.status, await problemCode(wrong)]).toEqual([400, 'bad-request'])
    const told = await send(to('order', '&dates=dmy&dryRun=true'), body)
    expect(told.status).toBe(200)
  })

  test.each([
    ['an unknown course', `course=none&run=r`, 404, 'course-unknown'],
    ['no course', `run=r`, 404, 'course-unknown'],
    ['two courses', `course=${course}&course=${course}&run=r`, 404, 'course-unknown'],
    ['no run', `course=${course}`, 400, 'bad-request'],
    ['a run with a path in it', to('..%2fx'), 400, 'bad-request'],
    ['an unknown format', to('r', '&format=xml'), 400, 'bad-request'],
    ['a language we do not write', to('r', '&lang=xx'), 400, 'bad-request'],
    ['a dry run that is neither true nor false', to('r', '&dryRun=yes'), 400, 'bad-request'],
  ])('refuses %s', async (_what, query, status, code) => {
    const response = await send(query, rows(learner('z')))
    expect([response.status, await problemCode(response)]).toEqual([status, code])
  })

  test.each([
    ['a workbook', 'PK\x03\x04....', 'csv-unreadable'],
    ['another encoding', `${header}x,x@example.org,Mar\xeda,,2026-05-04,91,\n`, 'csv-unreadable'],
    ['columns nobody knows', 'a;b;c\n1;2;3\n', 'csv-unknown-format'],
    ['an empty file', '\n', 'csv-unreadable'],
  ])('refuses %s', async (_what, body, code) => {
    const response = await send(to('bad'), Buffer.from(body, 'latin1'))
    expect([response.status, await problemCode(response)]).toEqual([422, code])
  })

  test.each(['application/xml', 'application/x-www-form-urlencoded', 'image/png'])(
    'refuses a body of type %s',
    async (type) => {
      const response = await send(to('type'), rows(learner('z')), { type })
      expect([response.status, await problemCode(response)]).toEqual([
        415,
        'unsupported-media-type',
      ])
    },
  )
})

const exported = (name: string) => readFileSync(`test/fixtures/learning/${name}`)

/** A form with these files. */
const formOf = (files: Readonly<Record<string, Uint8Array>>) => {
  const form = new FormData()
  for (const [name, bytes] of Object.entries(files))
    form.append(name, new Blob([new Uint8Array(bytes)]), `${name}.csv`)
  return form
}

const sendForm = (query: string, form: FormData) =>
  shop.ask(`/api/completions?${query}`, { method: 'POST', token: adminToken, body: form })

interface DryRun {
  readonly format: string
  readonly missing: readonly string[]
  readonly columns: readonly { header: string; role: string | null }[]
  readonly dates: readonly { written: string; day: string | null }[]
  readonly lines: readonly { name: string | null }[]
}

describe('an export of a course platform', () => {
  const dry = (more = '') => to('platform', `&dryRun=true${more}`)

  test('tells in a dry run which column was taken for what, and how dates were read', async () => {
    const response = await send(dry('&dates=dmy'), exported('moodle-el.csv'))
    const { format, columns, dates } = await json<DryRun>(response)
    expect([response.status, format]).toEqual([200, 'moodle'])
    expect(columns.find(({ role }) => role === 'email')?.header).toContain('ηλεκτρονικού')
    expect(dates[0]).toMatchObject({ written: '22/11/26, 10:30', day: '2026-11-22' })
  })

  test('comes with the names of its profile report in one form', async () => {
    const files = {
      file: exported('openedx-grades.csv'),
      profiles: exported('openedx-profiles.csv'),
    }
    const response = await sendForm(dry('&completedOn=2026-05-04'), formOf(files))
    const { format, lines } = await json<DryRun>(response)
    expect([response.status, format]).toEqual([200, 'openedx'])
    expect(lines.map(({ name }) => name)).toEqual([null, 'Ilze Kļaviņa', 'Пламен Димитров', null])
    const issued = await sendForm(to('platform', '&completedOn=2026-05-04'), formOf(files))
    const { location } = await json<Batch>(issued)
    expect((await done(location)).lines.filter(({ outcome }) => outcome === 'issued')).toHaveLength(
      1,
    )
  })

  test('is read by the columns that are stated', async () => {
    const body = 'Who;When\nAnna Ek;2026-05-04\n'
    const columns = encodeURIComponent('{"name":"Who","completed_on":"#2"}')
    const response = await send(dry(`&columns=${columns}&matchByName=true`), body)
    const { format, lines } = await json<DryRun>(response)
    expect([response.status, format, lines[0]?.name]).toEqual([200, 'other', 'Anna Ek'])
    const wrong = encodeURIComponent('{"name":"Nobody"}')
    const refused = await send(dry(`&columns=${wrong}`), body)
    expect([refused.status, await problemCode(refused)]).toEqual([422, 'columns-invalid'])
  })

  test.each([
    ['without its file', { profiles: 'id,name\n1,A\n' }, 400, 'bad-request'],
    [
      'with no profiles in its profile report',
      { file: 'x', profiles: 'x' },
      422,
      'profiles-unreadable',
    ],
  ])('is refused as a form %s', async (_what, files, status, code) => {
    const bytes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])
    const response = await sendForm(dry(), formOf(Object.fromEntries(bytes)))
    expect([response.status, await problemCode(response)]).toEqual([status, code])
  })

  test('is refused as a form with two files under one name, or that is none', async () => {
    const form = formOf({ file: exported('openedx-grades.csv') })
    form.append('file', new Blob(['x']), 'again.csv')
    const twice = await sendForm(dry(), form)
    expect([twice.status, await problemCode(twice)]).toEqual([400, 'bad-request'])
    const none = await send(dry(), 'x', { type: 'multipart/form-data; boundary=x' })
    expect([none.status, await problemCode(none)]).toEqual([400, 'bad-request'])
  })

  test.each(['tomorrow', '2999-01-01', '04/05/2026'])('is not completed on %s', async (day) => {
    const response = await send(dry(`&completedOn=${day}`), exported('openedx-grades.csv'))
    expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
  })
})

describe('a body over 64 MB', () => {
  // Of some size: another service may have opened one this instant, before it takes the name away.
  const uploads = () =>
    readdirSync(tmpdir()).filter(
      (name) =>
        name.startsWith('colophon-upload-') &&
        (statSync(join(tmpdir(), name), { throwIfNoEntry: false })?.size ?? 0) > 0,
    )
  const megabyte = new Uint8Array(1024 * 1024).fill(0x61)
  const stream = (count: number) => {
    let sent = 0
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > count) controller.close()
        else controller.enqueue(megabyte)
      },
    })
  }

  test('is refused to a caller who is still sending it, and leaves no file behind', async () => {
    const before = uploads()
    const response = await shop.ask(`/api/completions?${to('large')}`, {
      method: 'POST',
      token: adminToken,
      headers: { 'content-type': 'text/csv' },
      body: stream(80),
      duplex: 'half',
    } as RequestInit)
    expect([response.status, await problemCode(response)]).toEqual([413, 'too-large'])
    expect(uploads().filter((name) => !before.includes(name))).toEqual([])
  })

  test('is refused by its announced length, before it is sent', async () => {
    const response = await shop.askPlainly(
      `/api/completions?${to('large')}`,
      {
        authorization: `Bearer ${adminToken}`,
        'content-type': 'text/csv',
        'content-length': String(65 * 1024 * 1024),
      },
      'POST',
    )
    expect([response.status, JSON.parse(response.body).code]).toEqual([413, 'too-large'])
    expect(shop.faults).toEqual([])
  })
})

describe('result.csv', () => {
  test('holds nothing that a spreadsheet would run', async () => {
    const cells = ['=HYPERLINK("http://evil.example")', '+1+cmd|x', '-2+3', '@SUM(A1)', '\t=1']
    const body = rows(
      ...cells.map(
        (cell, n) => `k${n},k${n}@example.org,K,,2026-05-04,"${cell.replaceAll('"', '""')}",`,
      ),
    )
    const { location } = await json<Batch>(await send(to('formula'), body))
    await done(location)
    const text = await (await shop.ask(`${location}/result.csv`, { token: adminToken })).text()
    expect(text).toContain("'=HYPERLINK")
    for (const row of text.split('\r\n').slice(1))
      for (const cell of row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/))
        expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t]/)
  })
})
