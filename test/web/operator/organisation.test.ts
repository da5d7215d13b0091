import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Provider } from 'oidc-provider'
import { openShop, type Shop } from '../../support/shop.ts'

// The organisation: a certified OpenID provider in this process, in which whoever is asked for signs in.
let people: Server
let issuer: string
let shop: Shop
let grants: { email: string; email_verified: boolean; sub: string }

const back = 'https://badges.example.org/desk/sign-in/organisation/back'

beforeAll(async () => {
  people = createServer()
  await new Promise<void>((resolve) => people.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(people.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      { client_id: 'colophon', client_secret: 'a-secret-of-the-tests', redirect_uris: [back] },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ ...grants, sub: id }),
    }),
    interactions: {
      url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}`,
    },
    loadExistingGrant: async (context: {
      oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } }
    }) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()
  people.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response)
    provider
      .interactionFinished(request, response, { login: { accountId: grants.sub } })
      .catch((thrown: unknown) => response.writeHead(500).end(String(thrown)))
  })
  shop = await openShop({
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'colophon',
      OIDC_CLIENT_SECRET: 'a-secret-of-the-tests',
      OIDC_NAME: 'Library School',
    },
  })
})
afterAll(async () => {
  await shop.close()
  people.closeAllConnections()
  await new Promise((resolve) => people.close(resolve))
})

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')

/** What a browser does at the organisation: follows, keeps cookies, and comes back with an address of ours. */
async function through(address: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = address
  for (let hops = 0; hops < 8; hops += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const each of cookiesOf(answer)) {
      const [name = '', ...value] = each.split('=')
      jar.set(name, value.join('='))
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`${answer.status} ${await answer.text()}`)
    next = new URL(location, next).href
    if (next.startsWith(back)) return new URL(next)
  }
  throw new Error('went round in circles')
}

async function begin(next = '/desk/password') {
  const away = await shop.ask(`/desk/sign-in/organisation?next=${encodeURIComponent(next)}`)
  return { away, errand: cookiesOf(away)[0] ?? '', address: away.headers.get('location') ?? '' }
}

const comeBack = (url: URL, cookie: string) =>
  shop.ask(`${url.pathname}${url.search}`, { headers: { cookie, accept: 'text/html' } })

const account = (login: string) =>
  shop.service.operator.accounts.make(
    { login, label: login, role: 'admin', scope: [], provider: null },
    null,
  )

describe('signing in by the word of an organisation', () => {
  test('is offered under its name', async () => {
    expect(await (await shop.ask('/desk')).text()).toContain('Sign in with Library School')
  })

  test('asks for a code with PKCE, state and nonce', async () => {
    const { away, address } = await begin()
    const query = new URL(address).searchParams
    expect(away.status).toBe(302)
    expect(address.startsWith(`${issuer}/auth`)).toBe(true)
    expect(query.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(query.get(name)?.length).toBeGreaterThan(20)
    expect(query.get('redirect_uri')).toBe(back)
  })

  test('lets in whom there is an account for, and leads on by a request of our own', async () => {
    grants = { sub: 'u1', email: 'Anna@Example.org', email_verified: true }
    await account('anna@example.org')
    const { errand, address } = await begin()
    const answer = await comeBack(await through(address), errand)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('refresh')).toBe('0; url=/desk/password')
    const session = cookiesOf(answer).find((cookie) => cookie.startsWith('__Host-desk=')) ?? ''
    const page = await shop.ask('/desk', { headers: { cookie: session } })
    expect(await page.text()).toContain('anna@example.org')
  })

  const refused: [string, typeof grants, number][] = [
    [
      'an address without an account',
      { sub: 'u2', email: 'b@example.org', email_verified: true },
      403,
    ],
    [
      'an address that is not verified',
      { sub: 'u3', email: 'carla@example.org', email_verified: false },
      403,
    ],
    [
      'another person under a bound address',
      { sub: 'u4', email: 'anna@example.org', email_verified: true },
      403,
    ],
  ]
  test.each(refused)('does not let in %s', async (_who, person, status) => {
    if (person.email.startsWith('carla')) await account('carla@example.org')
    grants = person
    const { errand, address } = await begin()
    const answer = await comeBack(await through(address), errand)
    expect(answer.status).toBe(status)
    expect(cookiesOf(answer).some((cookie) => cookie.startsWith('__Host-desk='))).toBe(false)
  })

  test('takes nobody who did not begin here, with this browser', async () => {
    grants = { sub: 'u1', email: 'anna@example.org', email_verified: true }
    const mine = await begin()
    const url = await through(mine.address)
    const other = await begin()
    expect((await comeBack(url, '')).status).toBe(401)
    expect((await comeBack(url, other.errand)).status).toBe(401)
    expect((await comeBack(url, `${mine.errand}x`)).status).toBe(401)
    expect((await comeBack(url, mine.errand)).status).toBe(200)
    expect((await comeBack(url, mine.errand)).status).toBe(401)
  })

  test('says no where the organisation does', async () => {
    const { errand, address } = await begin()
    const state = new URL(address).searchParams.get('state') ?? ''
    const url = new URL(
      `${back}?error=access_denied&state=${state}&iss=${encodeURIComponent(issuer)}`,
    )
    expect((await comeBack(url, errand)).status).toBe(401)
  })

  test('says that the organisation cannot be asked', async () => {
    const lonely = await openShop({
      env: { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'colophon' },
    })
    const answer = await lonely.ask('/desk/sign-in/organisation')
    expect(answer.status).toBe(422)
    await lonely.close()
  })
})
