import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openDesk } from '../support/desk.ts'
import { formsFromElsewhere } from '../support/elsewhere.ts'
import { adminToken, openShop, type Shop } from '../support/shop.ts'
import { publicUrl } from '../support/workshop.ts'

let shop: Shop
let now = new Date('2026-11-26T08:00:00Z')

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' }, now: () => now })
})
afterAll(() => shop.close())

const hours = (count: number) => {
  now = new Date(now.getTime() + count * 60 * 60 * 1000)
}
const idOf = (token: string) => token.split('_')[1] ?? ''
const signOutButton = 'action="/provider/sign-out"'
const tokenField = 'name="token"'

describe('signing in at the desk', () => {
  test('asks for a token whoever has no session, and keeps the page asked for', async () => {
    const desk = await shop.ask('/provider', { headers: { accept: 'text/html' } })
    expect([desk.status, desk.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await desk.text()).toContain(tokenField)
    const stale = await shop.ask('/provider', { headers: { cookie: '__Host-desk=guessed' } })
    expect(stale.status).toBe(401)
  })

  test('opens it for a provider and an administrator, with a cookie no script and no other site can use', async () => {
    for (const token of [shop.token('provider'), adminToken, shop.token('admin')]) {
      const desk = await openDesk(shop, token)
      expect([desk.signedIn.status, desk.signedIn.headers.get('location')]).toEqual([
        303,
        '/provider',
      ])
      expect(desk.signedIn.headers.get('set-cookie')).toMatch(
        /^__Host-desk=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
      )
      const page = await desk.get('/provider')
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
      expect(await page.text()).toContain(signOutButton)
    }
  })

  test('keeps neither the token nor the secret of the cookie', async () => {
    const token = shop.token('provider')
    const { cookie } = await openDesk(shop, token)
    const secret = cookie.split('=')[1] ?? ''
    const { databaseFile } = shop.config
    const bytes = Buffer.concat(
      [databaseFile, `${databaseFile}-wal`].map((file) => readFileSync(file)),
    )
    expect(bytes.includes(createHash('sha256').update(secret).digest('hex'))).toBe(true)
    expect(bytes.includes(secret)).toBe(false)
    expect(bytes.includes(token.split('_').slice(2).join('_'))).toBe(false)
  })

  test.each([
    ['a wrong one', () => `${shop.token('provider')}x`, 401],
    ['nothing', () => '', 401],
    ['markup', () => '"><script>alert(1)</script>', 401],
    ['one of an issuer', () => shop.token('issuer'), 403],
  ])('shows the form again with the reason for %s', async (_, make, status) => {
    const { signedIn } = await openDesk(shop, make())
    const text = await signedIn.text()
    expect(signedIn.status).toBe(status)
    expect(signedIn.headers.has('set-cookie')).toBe(false)
    expect(text).toContain('role="alert"')
    expect(text).toContain(tokenField)
    expect(text).not.toContain('<script>alert')
  })

  test('leads on to a page of the desk, and never elsewhere', async () => {
    const nextOf = async (next: string) => {
      const body = new URLSearchParams({ token: adminToken, next })
      const answer = await shop.ask('/provider/sign-in', { method: 'POST', body })
      return answer.headers.get('location')
    }
    expect(await nextOf('/provider/decisions/0abc')).toBe('/provider/decisions/0abc')
    for (const next of ['https://evil.example', '//evil.example', '/provider/../x', '/provider/\n'])
      expect(await nextOf(next)).toBe('/provider')
  })

  test('waits for whoever guesses, and not for whoever signs in', async () => {
    const own = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
    for (let at = 0; at < 10; at += 1)
      expect((await openDesk(own, 'colophon_guess_x')).signedIn.status).toBe(401)
    const { signedIn } = await openDesk(own, 'colophon_guess_x')
    expect(signedIn.status).toBe(429)
    expect(Number(signedIn.headers.get('retry-after'))).toBeGreaterThan(0)
    await own.close()

    const other = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
    for (let at = 0; at < 15; at += 1)
      expect((await openDesk(other, adminToken)).signedIn.status).toBe(303)
    await other.close()
  })
})

describe('a session of the desk', () => {
  const isOpen = async (desk: Awaited<ReturnType<typeof openDesk>>) =>
    (await desk.get('/provider')).status === 200

  test('ends eight hours after the last page, and twelve after it began', async () => {
    const idle = await openDesk(shop, shop.token('provider'))
    const busy = await openDesk(shop, shop.token('provider'))
    hours(7)
    expect(await isOpen(busy)).toBe(true)
    hours(1)
    expect(await isOpen(idle)).toBe(false)
    expect(await isOpen(busy)).toBe(true)
    hours(3.9)
    expect(await isOpen(busy)).toBe(true)
    hours(0.2)
    expect(await isOpen(busy)).toBe(false)
  })

  test('ends with its token', async () => {
    const token = shop.token('provider')
    const [desk, other] = [
      await openDesk(shop, token),
      await openDesk(shop, shop.token('provider')),
    ]
    shop.service.ledger.tokens.revoke(idOf(token), now.toISOString())
    expect(await isOpen(desk)).toBe(false)
    expect(await isOpen(other)).toBe(true)
    expect((await openDesk(shop, token)).signedIn.status).toBe(401)
  })

  test('ends when somebody signs out, for this cookie alone', async () => {
    const token = shop.token('provider')
    const [desk, other] = [await openDesk(shop, token), await openDesk(shop, token)]
    const answer = await desk.post('/provider/sign-out')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await isOpen(desk)).toBe(false)
    expect(await isOpen(other)).toBe(true)
  })

  test('outlives a restart, but not another token of the settings', async () => {
    const first = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
    const provider = await openDesk(first, first.token('provider'))
    const admin = await openDesk(first, adminToken)
    await first.stop()
    const again = async (token: string) => {
      const shop = await openShop({ dataDir: first.dataDir, env: { ADMIN_TOKEN: token } })
      const statusOf = async (cookie: string) =>
        (await shop.ask('/provider', { headers: { cookie } })).status
      const statuses = [await statusOf(provider.cookie), await statusOf(admin.cookie)]
      await shop.stop()
      return statuses
    }
    expect(await again(adminToken)).toEqual([200, 200])
    expect(await again('another-administrator-of-the-tests')).toEqual([200, 401])
    await first.close()
  })
})

describe('a form of the desk', () => {
  test.each(formsFromElsewhere)('is not taken from %s', async (_, headers) => {
    const desk = await openDesk(shop, shop.token('provider'))
    expect((await desk.post('/provider/sign-out', {}, headers)).status).toBe(403)
    expect((await desk.get('/provider')).status).toBe(200)
    const token = { token: adminToken }
    expect((await desk.post('/provider/sign-in', token, headers)).status).toBe(403)
  })

  test('is taken from ours', async () => {
    const headers = { origin: publicUrl, 'sec-fetch-site': 'same-origin' }
    const desk = await openDesk(shop, shop.token('provider'))
    expect((await desk.post('/provider/sign-out', {}, headers)).status).toBe(303)
  })

  test('is not taken without the token of its session', async () => {
    const desk = await openDesk(shop, shop.token('provider'))
    const other = await openDesk(shop, shop.token('provider'))
    for (const form of ['', 'guessed', other.form])
      expect((await desk.post('/provider/sign-out', { form })).status).toBe(403)
    expect((await desk.get('/provider')).status).toBe(200)
  })
})

test('nothing of the desk was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
