import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openOperator, signInAs } from '../../support/operator.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../../support/shop.ts'

let shop: Shop
let admin: Awaited<ReturnType<typeof openOperator>>
let issuer: Awaited<ReturnType<typeof openOperator>>

beforeAll(async () => {
  shop = await openShop()
  admin = await openOperator(shop, 'admin')
  issuer = await openOperator(shop, 'issuer', ['biblio-mooc'])
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

const places = (markup: string) =>
  [...markup.matchAll(/<li><a href="\/desk\/([\w-]+)"/g)].map(([, place]) => place)

describe('signing in at /desk', () => {
  test('is asked of everybody, in the language of the reader', async () => {
    const page = await shop.ask('/desk', { headers: { 'Accept-Language': 'lv' } })
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Pierakstīties uzturētāja darbvietā')
  })

  test('gives a strict cookie that scripts cannot read, and leads on', () => {
    const cookie = admin.signedIn.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Strict; Secure$/)
    expect([admin.signedIn.status, admin.signedIn.headers.get('location')]).toEqual([303, '/desk'])
  })

  test('leads on to the page that was asked for, and to none of somebody else', async () => {
    const { login, password } = admin
    const to = async (next: string) =>
      (await signInAs(shop, { login, password, next })).signedIn.headers.get('location')
    expect(await to('/desk/audit')).toBe('/desk/audit')
    expect(await to('https://elsewhere.example/')).toBe('/desk')
    expect(await to('//elsewhere.example')).toBe('/desk')
    expect(await to('/desk/../c/x')).toBe('/desk')
  })

  test('refuses a wrong password and an unknown login alike', async () => {
    const { login } = admin
    const wrong = await signInAs(shop, { login, password: 'wrong wrong wrong' })
    const unknown = await signInAs(shop, { login: 'nobody', password: 'wrong wrong wrong' })
    expect([wrong.signedIn.status, unknown.signedIn.status]).toEqual([401, 401])
    const words = (await wrong.signedIn.text()).replaceAll(login, '')
    expect(words.replace(/\s+/g, ' ')).toBe(
      (await unknown.signedIn.text()).replaceAll('nobody', '').replace(/\s+/g, ' '),
    )
  })

  test('takes a token too, with its role', async () => {
    const { signedIn, text } = await signInAs(shop, { token: adminToken })
    expect(signedIn.status).toBe(303)
    expect(await text('/desk/tokens')).toContain('<h1>')
  })

  test('is over after signing out', async () => {
    const { login, password } = issuer
    const visitor = await signInAs(shop, { login, password })
    expect((await visitor.get('/desk/password')).status).toBe(200)
    expect((await visitor.post('/desk/sign-out')).status).toBe(303)
    const after = await visitor.get('/desk/password')
    expect(after.status).toBe(401)
    expect(await after.text()).toContain('name="next" value="/desk/password"')
  })

  test('a guesser is turned away, and told when to come back', async () => {
    const other = await openShop()
    const { login, password } = await openOperator(other, 'issuer')
    const guess = async () =>
      (await signInAs(other, { login, password: 'guess guess guess' })).signedIn
    const statuses: number[] = []
    for (let tries = 0; tries < 11; tries += 1) statuses.push((await guess()).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
    const right = (await signInAs(other, { login, password })).signedIn
    expect(right.status).toBe(429)
    expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(0)
    await other.close()
  })
})

describe('the desk', () => {
  test('shows each role its places and no other', async () => {
    expect(places(await admin.text('/desk'))).toEqual(expect.arrayContaining(['accounts', 'audit']))
    const shown = places(await issuer.text('/desk'))
    for (const place of ['accounts', 'tokens', 'audit', 'safety'])
      expect(shown).not.toContain(place)
  })

  test.each(['/desk/accounts', '/desk/tokens', '/desk/audit', '/desk/audit.jsonl'])(
    '%s is forbidden to an issuer',
    async (path) => {
      expect((await issuer.get(path)).status).toBe(403)
      expect((await admin.get(path)).status).toBe(200)
    },
  )

  test('takes no form from elsewhere, and none without the token of the session', async () => {
    const fields = { label: 'x', role: 'issuer' }
    const elsewhere = await admin.post('/desk/tokens', fields, { origin: 'https://evil.example' })
    const without = await admin.post('/desk/tokens', { ...fields, form: 'x' })
    const another = await admin.post('/desk/tokens', { ...fields, form: issuer.form })
    expect([elsewhere.status, without.status, another.status]).toEqual([403, 403, 403])
    expect(shop.service.ledger.tokens.all()).toEqual([])
  })

  test('is kept by nobody', async () => {
    const { headers } = await admin.get('/desk/accounts')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

describe('accounts at the desk', () => {
  test('are made with a password that is told once and opens the desk', async () => {
    const made = await admin.post('/desk/accounts', {
      login: 'ilze@example.org',
      label: 'Ilze Ķikuste',
      role: 'reviewer',
      'scope:biblio-mooc': 'yes',
      password: 'yes',
    })
    expect(made.status).toBe(200)
    const password = /<code class="secret">([^<]+)</.exec(await made.text())?.[1] ?? ''
    expect(await admin.text('/desk/accounts')).not.toContain(password)
    const ilze = await signInAs(shop, { login: 'ilze@example.org', password })
    expect(await ilze.text('/desk')).toContain('Ilze Ķikuste')
  })

  test('are refused with the reason, and what was typed is kept', async () => {
    const fields = { login: 'two words', label: 'Jānis "X" <b>', role: 'issuer' }
    const answer = await admin.post('/desk/accounts', fields)
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain('value="two words"')
    expect(page).toContain('Jānis &quot;X&quot; &lt;b&gt;')
  })

  test('are changed, taken out of use and let in again', async () => {
    const { account } = await openOperator(shop, 'issuer')
    const path = `/desk/accounts/${account.id}`
    const changed = await admin.post(path, { label: 'New', role: 'reviewer' })
    expect(changed.headers.get('location')).toBe(`${path}?saved=1`)
    await admin.post(`${path}/disable`)
    expect(shop.service.ledger.accounts.byId(account.id)?.disabledAt).not.toBeNull()
    await admin.post(`${path}/enable`)
    expect(shop.service.ledger.accounts.byId(account.id)).toMatchObject({
      label: 'New',
      role: 'reviewer',
      disabledAt: null,
    })
  })

  test('of an unknown id are not found', async () => {
    expect((await admin.get('/desk/accounts/nobody')).status).toBe(404)
  })

  test('change their own password', async () => {
    const own = await openOperator(shop, 'reviewer')
    const next = 'four green frogs sing'
    const wrong = await own.post('/desk/password', { current: 'not this one', next })
    expect(wrong.status).toBe(422)
    const right = await own.post('/desk/password', { current: own.password, next })
    expect(right.status).toBe(303)
    expect((await own.get('/desk/password')).status).toBe(401)
    expect((await signInAs(shop, { login: own.login, password: next })).signedIn.status).toBe(303)
  })
})

describe('tokens at the desk', () => {
  test('are made, shown once, and revoked', async () => {
    const made = await admin.post('/desk/tokens', { label: 'the script', role: 'issuer' })
    const token = /<code class="secret">([^<]+)</.exec(await made.text())?.[1] ?? ''
    const answer = () => shop.ask('/api/corrections', { token })
    expect((await answer()).status).toBe(200)
    const id = token.split('_')[1]
    expect((await admin.post(`/desk/tokens/${id}/revoke`)).status).toBe(303)
    expect((await answer()).status).toBe(401)
    expect((await admin.post(`/desk/tokens/${id}/revoke`)).status).toBe(404)
  })
})

describe('the audit log at the desk', () => {
  test('tells who did it under the account, and is filtered', async () => {
    await admin.post('/desk/tokens', { label: 'another', role: 'issuer' })
    const actor = `account/${admin.account.id}`
    const page = await admin.text(`/desk/audit?action=token-made&actor=${actor}`)
    expect(page).toContain(`<code>${actor}</code>`)
    expect(page).not.toContain('>signed-in</td>')
    expect((await admin.get('/desk/audit?from=nonsense')).status).toBe(400)
  })

  test('is read back a page at a time', async () => {
    for (let count = 0; count < 60; count += 1)
      shop.service.ledger.audit.append({ action: 'backup-made', about: null })
    const page = await admin.text('/desk/audit?action=backup-made')
    const older = /href="(\/desk\/audit\?[^"]*before=\d+)"/
      .exec(page)?.[1]
      ?.replaceAll('&amp;', '&')
    expect(older).toBeDefined()
    const rows = (markup: string) => markup.match(/>backup-made<\/td>/g)?.length
    expect([rows(page), rows(await admin.text(older ?? ''))]).toEqual([50, 10])
  })
})

describe('/api/accounts and /api/tokens', () => {
  const call = (method: string, path: string, body?: object, token = adminToken) =>
    shop.ask(path, {
      method,
      token,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })

  test('make, change and list accounts', async () => {
    const made = await call('POST', '/api/accounts', { login: 'api@example.org', role: 'issuer' })
    expect(made.status).toBe(201)
    const { account, password } = await json<{ account: { id: string }; password: string }>(made)
    expect((await signInAs(shop, { login: 'api@example.org', password })).signedIn.status).toBe(303)
    const path = `/api/accounts/${account.id}`
    const changed = await json(await call('PATCH', path, { role: 'reviewer', disabled: true }))
    expect(changed.account).toMatchObject({ role: 'reviewer', disabledAt: expect.any(String) })
    expect(JSON.stringify(await json(await call('GET', '/api/accounts')))).not.toContain('argon2')
    expect((await call('POST', `${path}/password`)).status).toBe(200)
  })

  test('make and revoke tokens', async () => {
    const { token } = await json<{ token: string }>(
      await call('POST', '/api/tokens', { role: 'provider', scope: ['ceco'], label: 'x' }),
    )
    const path = `/api/tokens/${token.split('_')[1]}`
    expect((await call('DELETE', path)).status).toBe(204)
    const again = await call('DELETE', path)
    expect([again.status, await problemCode(again)]).toEqual([404, 'token-not-found'])
  })

  test.each([
    ['a role that is none', '/api/accounts', { login: 'abc', role: 'king' }, 'bad-request'],
    ['no role', '/api/tokens', {}, 'bad-request'],
    ['an unknown course', '/api/tokens', { role: 'issuer', scope: ['x'] }, 'course-unknown'],
    ['another member', '/api/accounts', { login: 'abc', role: 'issuer', x: 1 }, 'bad-request'],
    [
      'a scope that is no list',
      '/api/accounts',
      { login: 'abc', role: 'issuer', scope: 'x' },
      'bad-request',
    ],
  ])('refuse %s', async (_what, path, body, code) => {
    expect(await problemCode(await call('POST', path, body))).toBe(code)
  })

  test('are for administrators alone', async () => {
    for (const path of ['/api/accounts', '/api/tokens'])
      for (const method of ['GET', 'POST'])
        expect(
          (await call(method, path, method === 'POST' ? {} : undefined, shop.token('issuer')))
            .status,
        ).toBe(403)
  })
})
