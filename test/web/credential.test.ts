import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { IssuedRecord } from '../../src/service/service.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

let shop: Shop
let record: IssuedRecord

beforeAll(async () => {
  shop = await openShop()
  record = await issueOne(shop.service)
})
afterAll(() => shop.close())

const asked = (accept: string, path = `/c/${record.id}`) => shop.ask(path, { headers: { accept } })

const isPage = async (response: Response) =>
  response.headers.get('content-type') === 'text/html; charset=utf-8' &&
  (await response.text()).startsWith('<!doctype html>')

describe('/c/{id}', () => {
  test.each([
    '*/*',
    'text/html',
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
    'text/*',
  ])('is a page for %s', async (accept) => {
    const response = await asked(accept)
    expect(response.status).toBe(200)
    expect(await isPage(response)).toBe(true)
  })

  test.each([
    ['application/vc', 'json', '{'],
    ['application/vc+ld+json', 'json', '{'],
    ['application/ld+json', 'json', '{'],
    ['application/json', 'json', '{'],
    ['application/vc+jwt', 'jwt', 'eyJ'],
    ['application/jwt', 'jwt', 'eyJ'],
    ['text/plain', 'jwt', 'eyJ'],
    ['application/pdf', 'pdf', '%PDF-'],
    ['image/png', 'png', '\x89PNG'],
    ['image/svg+xml', 'svg', '<'],
  ])('is %s when that is asked for, the same bytes as .%s', async (accept, suffix, start) => {
    const response = await asked(accept)
    const body = Buffer.from(await response.arrayBuffer())
    const bySuffix = await shop.ask(`/c/${record.id}.${suffix}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(accept)
    expect(response.headers.get('vary')).toMatch(/\baccept\b/i)
    expect(body.toString('latin1').startsWith(start)).toBe(true)
    expect(Buffer.from(await bySuffix.arrayBuffer()).equals(body)).toBe(true)
  })

  test('hands out the recorded bytes, whatever they are asked for by', async () => {
    expect(await (await shop.ask(`/c/${record.id}.json`)).text()).toBe(record.signed)
    expect(await (await asked('application/json')).text()).toBe(record.signed)
    expect(await (await shop.ask(`/c/${record.id}.jwt`)).text()).toBe(record.jwt)
  })

  test.each([
    ['json', 'application/vc'],
    ['jwt', 'text/plain'],
    ['pdf', 'application/pdf'],
    ['png', 'image/png'],
    ['svg', 'image/svg+xml'],
  ])('names the type, the address and the version of .%s', async (suffix, type) => {
    const path = `/c/${record.id}.${suffix}`
    const response = await shop.ask(path)
    const etag = response.headers.get('etag') ?? ''
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(type)
    expect(response.headers.get('link')).toContain(`<${publicUrl}/c/${record.id}>; rel="canonical"`)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(etag).not.toBe('')
    expect(await shop.askPlainly(path, { 'if-none-match': etag })).toMatchObject({
      status: 304,
      body: '',
    })
    expect(await shop.askPlainly(path, { 'if-none-match': '"another"' })).toMatchObject({
      status: 200,
    })
  })

  test('names the PDF after the title and the learner, in any script', async () => {
    const response = await shop.ask(`/c/${record.id}.pdf`)
    const disposition = response.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''/)
    const encoded = disposition.split("filename*=UTF-8''")[1] ?? ''
    expect(decodeURIComponent(encoded)).toMatch(/Μαρία Παπαδοπούλου\.pdf$/)
  })

  test.each(['', '.json', '.pdf', '/status.json'])('answers HEAD for "%s"', async (suffix) => {
    const whole = await shop.ask(`/c/${record.id}${suffix}`)
    const head = await shop.ask(`/c/${record.id}${suffix}`, { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(head.headers.get('content-type')).toBe(whole.headers.get('content-type'))
    expect(await head.text()).toBe('')
  })

  test('refuses a media type it has not', async () => {
    const response = await asked('audio/mpeg')
    expect(response.status).toBe(406)
    expect(await problemCode(response)).toBe('not-acceptable')
  })

  test.each(['.exe', '.json.exe', '.', '.json.', '.JSON5'])('has no form "%s"', async (suffix) => {
    expect((await shop.ask(`/c/${record.id}${suffix}`)).status).toBe(404)
  })
})

describe('a credential that is not there', () => {
  const absent = [
    '0'.repeat(26),
    'nothing',
    `${'0'.repeat(25)}`,
    '0'.repeat(2_000),
    '%27%20OR%201=1--',
    '..%2f..%2fetc%2fpasswd',
    '%00',
    'ΑΒΓ',
  ]

  test.each(absent)('%s is answered like any other', async (id) => {
    const want = await asked('application/json', `/c/${'z'.repeat(26)}`)
    const response = await asked('application/json', `/c/${id}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe(await want.text())
  })

  test('is the same for one that is reserved but not issued', async () => {
    const status = await asked('application/json', `/c/${'z'.repeat(26)}/status.json`)
    expect([status.status, await problemCode(status)]).toEqual([404, 'credential-not-found'])
  })

  test.each(['/c/%ff', '/c/%ff.json', '/c/%ff/status.json', '/keys/%ff', '/achievements/%ff'])(
    '%s is a bad request, not a fault',
    async (path) => {
      const response = await asked('application/json', path)
      expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
      expect(shop.faults).toEqual([])
    },
  )
})

describe('revocation over the API', () => {
  test('shows at once on the page, in status.json, in the status list and in a check', async () => {
    const revoked = await issueOne(shop.service, { key: 'email:revoked@example.org' })
    const path = `/c/${revoked.id}`
    const before = await json(await shop.ask(`${path}/status.json`))
    expect(before).toEqual({ id: `${publicUrl}${path}`, status: 'active' })
    const list = new URL(
      (JSON.parse(revoked.signed) as { credentialStatus: { statusListCredential: string } })
        .credentialStatus.statusListCredential,
    ).pathname
    const listBefore = await (await shop.ask(list)).text()

    const answer = await shop.ask(`/api/credentials/${revoked.id}/revoke`, {
      method: 'POST',
      token: adminToken,
      body: JSON.stringify({ reason: 'typed the wrong name', code: 'issued-in-error' }),
    })
    expect(answer.status).toBe(200)

    const status = await json(await shop.ask(`${path}/status.json`))
    expect(status).toMatchObject({ status: 'revoked', reason: 'issued-in-error' })
    expect(JSON.stringify(status)).not.toContain('wrong name')
    expect(await (await shop.ask(list)).text()).not.toBe(listBefore)
    const page = await (await shop.ask(path)).text()
    expect(page).toMatch(/revoked/i)
    expect(page).not.toContain('wrong name')
    const report = await json(
      await shop.ask('/api/verify', { method: 'POST', body: revoked.signed }),
    )
    expect(report).toMatchObject({ verdict: 'invalid', status: 'revoked' })
  })

  const revoke = (id: string, body: string, token = adminToken) =>
    shop.ask(`/api/credentials/${id}/revoke`, { method: 'POST', token, body })

  test('happens once, and says so the second time', async () => {
    const { id } = await issueOne(shop.service, { key: 'email:twice@example.org' })
    expect((await revoke(id, '{"reason":"x"}')).status).toBe(200)
    const again = await revoke(id, '{"reason":"x"}')
    expect([again.status, await problemCode(again)]).toEqual([409, 'already-revoked'])
  })

  test.each(['', '{}', 'null', '{"reason":" "}', '{"reason":7}', '{"reason":', '[]'])(
    'wants a reason, not %s',
    async (body) => {
      const response = await revoke(record.id, body)
      expect([response.status, await problemCode(response)]).toEqual([422, 'reason-missing'])
    },
  )

  test('wants a public code that exists', async () => {
    const response = await revoke(record.id, '{"reason":"x","code":"because"}')
    expect([response.status, await problemCode(response)]).toEqual([400, 'bad-request'])
  })

  test('does not know an id that is not there', async () => {
    const response = await revoke('0'.repeat(26), '{"reason":"x"}')
    expect([response.status, await problemCode(response)]).toEqual([404, 'credential-not-found'])
  })

  test('is for the issuer of the course alone', async () => {
    const body = '{"reason":"x"}'
    const other = await revoke(record.id, body, shop.token('issuer', ['another-course']))
    const provider = await revoke(record.id, body, shop.token('provider'))
    expect([other.status, await problemCode(other)]).toEqual([403, 'forbidden'])
    expect([provider.status, await problemCode(provider)]).toEqual([403, 'forbidden'])
    expect(shop.service.issued(record.id)?.revokedAt).toBeNull()
  })
})

describe('a name that no font can draw', () => {
  test('has every form but the PDF, and a page that offers none', async () => {
    const unprintable = await issueOne(shop.service, {
      key: 'email:tamil@example.org',
      name: 'தமிழ் செல்வி',
    })
    const path = `/c/${unprintable.id}`
    const pdf = await asked('application/pdf', path)
    expect([pdf.status, await problemCode(pdf)]).toEqual([422, 'name-not-printable'])
    expect((await shop.ask(`${path}.pdf`)).status).toBe(422)
    const page = await (await shop.ask(path)).text()
    expect(page).toContain('தமிழ் செல்வி')
    expect(page).not.toContain(`${unprintable.id}.pdf`)
    expect(page).toContain(`${unprintable.id}.png`)
    expect((await shop.ask(`${path}.png`)).status).toBe(200)
  })
})
