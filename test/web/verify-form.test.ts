import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord
beforeAll(async () => {
  shop = await openShop()
  record = await issueOne(shop.service)
})
afterAll(() => shop.close())

const submit = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
  shop.ask('/verify', { method: 'POST', body, headers: { accept: 'text/html', ...headers } })

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const isGood = async (response: Response) =>
  response.status === 200 && (await response.text()).includes('Μαρία Παπαδοπούλου')

describe('the form at /verify', () => {
  test('leads learners to what they are eligible for', async () => {
    const page = await (await shop.ask('/verify', { headers: { accept: 'text/html' } })).text()
    expect(page).toContain('href="/eligibility"')
  })
})

describe('POST /verify, as a browser sends the form', () => {
  test.each(['json', 'jwt', 'pdf', 'png', 'svg'])('takes a %s file', async (suffix) => {
    const file = await (await shop.ask(`/c/${record.id}.${suffix}`)).blob()
    const response = await submit(form({ file, text: '', link: '' }))
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await isGood(response)).toBe(true)
  })

  test('takes pasted text, a pasted link, and a link in its own field', async () => {
    const nothing = new Blob([])
    const link = `${publicUrl}/c/${record.id}`
    expect(await isGood(await submit(form({ file: nothing, text: record.signed })))).toBe(true)
    expect(await isGood(await submit(form({ file: nothing, text: ` ${link}\n` })))).toBe(true)
    expect(await isGood(await submit(form({ file: nothing, text: ' ', link })))).toBe(true)
  })

  test('takes a link as people write it down, without https://', async () => {
    const link = `${new URL(publicUrl).host}/c/${record.id}`
    expect(await isGood(await submit(form({ link })))).toBe(true)
  })

  test.each<[string, Record<string, string>, string]>([
    ['was empty', {}, 'There is nothing to check yet'],
    ['held something else', { text: 'hello' }, 'No credential was found in it'],
    ['named a silent address', { link: 'https://no.example/c' }, 'Nothing could be had'],
  ])('comes back as a form that %s, and says so', async (_what, fields, said) => {
    const response = await submit(form(fields))
    const page = await response.text()
    expect(response.status).toBe(422)
    expect(page).toContain(said)
    expect(page).toContain('<form class="check"')
  })

  test.each([
    ['Μαρία Παπαδοπούλου', 'It is about this person'],
    ['Anna', 'Another name'],
    ['maria@example.org', 'The person could not be compared'],
  ])('answers whether it is about %s', async (person, said) => {
    for (const fields of [{ text: record.signed }, { link: `${publicUrl}/c/${record.id}` }]) {
      const page = await (await submit(form({ ...fields, person }))).text()
      expect(page).toContain(said)
      expect(page).toContain(`<strong><bdi dir="auto">${person}</bdi></strong>`)
    }
    const nobody = await (await submit(form({ text: record.signed, person: ' ' }))).text()
    expect(nobody).not.toContain('You asked for')
  })

  test('keeps what was typed in a form that comes back, and lets its script run', async () => {
    const given = { link: 'https://no.example/c', person: 'Άννα' }
    const response = await submit(form(given))
    const page = await response.text()
    for (const value of Object.values(given)) expect(page).toContain(`value="${value}"`)
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(response.headers.get('permissions-policy')).toContain('camera=(self)')
  })

  test('takes a form without files, as the simplest of browsers send it', async () => {
    expect(await isGood(await submit(new URLSearchParams({ text: record.signed })))).toBe(true)
  })

  test('says in the language of the reader that nothing was chosen', async () => {
    for (const lang of languages) {
      const response = await submit(form({ file: new Blob([]), text: '' }), {
        'accept-language': lang,
      })
      const page = await response.text()
      expect(response.status).toBe(422)
      expect(page).toMatch(new RegExp(`<html[^>]* lang="${lang}"`))
    }
  })

  test('shows what was handed in as text, never as markup', async () => {
    const page = await submit(
      form({ text: JSON.stringify({ name: '<script>alert(1)</script><img src=x onerror=y>' }) }),
    )
    const text = await page.text()
    expect(page.status).toBe(200)
    expect(text).not.toMatch(/<script|<img src=x/)
  })

  test.each<[string, string, string]>([
    ['that is none', 'text/plain', 'hello'],
    ['without a boundary', 'multipart/form-data', 'hello'],
    [
      'cut off',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="t',
    ],
    ['of JSON', 'application/json', '{}'],
  ])('refuses a form %s', async (_what, type, body) => {
    const response = await submit(body, { 'content-type': type, accept: 'application/json' })
    expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
  })

  test('refuses a form of very many parts, whatever the header calls the boundary', async () => {
    const part = '--b\r\ncontent-disposition: form-data; name="x"\r\n\r\ny\r\n'
    const body = `${part.repeat(20_000)}--b--\r\n`
    for (const type of [
      'multipart/form-data; boundary=b',
      'multipart/form-data; boundary="b"',
      'multipart/form-data; xboundary=other; boundary=b',
      'multipart/form-data; BOUNDARY=b',
      'multipart/form-data;boundary=b;charset=utf-8',
    ]) {
      const response = await submit(body, { 'content-type': type, accept: 'application/json' })
      expect([type, response.status, await problemCode(response)]).toEqual([
        type,
        400,
        'bad-request',
      ])
    }
    expect(shop.faults).toEqual([])
  })

  test('refuses a file that is too large with a page', async () => {
    const response = await submit(form({ file: new Blob([new Uint8Array(3 * 1024 * 1024)]) }))
    expect(response.status).toBe(413)
    expect(await response.text()).toMatch(/^<!doctype html>/)
  })
})

describe('a caller who asks too often', () => {
  test('is told when to come back, by page and API together', async () => {
    const own = await openShop()
    try {
      const answers: Response[] = []
      for (let call = 0; call < 130; call += 1)
        answers.push(await own.ask('/api/verify', { method: 'POST', body: 'x' }))
      const refused = answers.filter(({ status }) => status === 429)
      expect(answers.slice(0, 100).every(({ status }) => status === 422)).toBe(true)
      expect(refused.length).toBeGreaterThan(0)
      const [first] = refused
      expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await problemCode(first ?? new Response())).toBe('too-many-requests')
      const page = await own.ask('/verify', { method: 'POST', body: form({ text: 'x' }) })
      expect([page.status, page.headers.has('retry-after')]).toEqual([429, true])
      expect((await own.ask('/verify')).status).toBe(200)
    } finally {
      await own.close()
    }
  })

  test.each(['/verify', '/verify/batch'])(
    'is not taken apart at %s where it has more fields than one has',
    async (path) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const body = `text=hello&${'a&'.repeat(300)}`
      const response = await shop.ask(path, { method: 'POST', body, headers })
      expect(response.status).toBe(400)
      expect(await response.text()).not.toContain('hello')
    },
  )
})
