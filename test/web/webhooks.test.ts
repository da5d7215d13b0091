import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isSignedWith, openReceiver, type Receiver } from '../support/receiver.ts'
import { adminToken, json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'

interface Endpoint {
  readonly id: string
  readonly secret: string
  readonly state: string
}
interface Deliveries {
  readonly deliveries: readonly { readonly id: string; readonly type: string; state: string }[]
  readonly next: string | null
}

let shop: Shop
let receiver: Receiver
let endpoint: Endpoint
beforeAll(async () => {
  receiver = await openReceiver()
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  const answer = await send('POST', '/api/webhooks', { url: receiver.url })
  expect(answer.status).toBe(201)
  endpoint = await json<Endpoint>(answer)
  expect(answer.headers.get('location')).toBe(`/api/webhooks/${endpoint.id}`)
})
afterAll(async () => {
  await shop.close()
  await receiver.close()
})

const send = (method: string, path: string, body?: unknown, token = adminToken) =>
  shop.ask(path, {
    method,
    token,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const until = async (isSo: () => boolean) => {
  for (let waited = 0; !isSo(); waited += 10) {
    if (waited > 30_000) throw new Error('it never came about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('/api/webhooks', () => {
  test('tells an endpoint of what is issued while the service runs', async () => {
    const { id } = await issueOne(shop.service)
    await until(() => receiver.arrived.length === 1)
    const [arrived] = receiver.arrived
    expect(arrived?.told).toMatchObject({ type: 'credential.issued', data: { id } })
    expect(arrived && isSignedWith(endpoint.secret, arrived)).toBe(true)
  })

  test('shows the secret when it is made and when it is changed, and never again', async () => {
    expect(endpoint.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const { endpoints } = await json<{ endpoints: Endpoint[] }>(await send('GET', '/api/webhooks'))
    const one = await json<Endpoint>(await send('GET', `/api/webhooks/${endpoint.id}`))
    for (const shown of [...endpoints, one])
      expect(JSON.stringify(shown)).not.toMatch(/whsec_|whpk_/)
    const rotated = await json<Endpoint>(
      await send('POST', `/api/webhooks/${endpoint.id}/rotate`, { keepHours: 1 }),
    )
    expect(rotated.secret).toMatch(/^whsec_/)
    expect(rotated.secret).not.toBe(endpoint.secret)
  })

  test('tests, lists and sends again', async () => {
    const tested = await send('POST', `/api/webhooks/${endpoint.id}/test`)
    expect(await json(tested)).toMatchObject({
      type: 'webhook.test',
      state: 'delivered',
      status: 204,
    })
    const path = `/api/webhooks/${endpoint.id}/deliveries`
    const first = await json<Deliveries>(await send('GET', `${path}?limit=1`))
    expect(first.deliveries).toMatchObject([{ type: 'webhook.test' }])
    const second = await json<Deliveries>(await send('GET', `${path}?limit=1&after=${first.next}`))
    expect(second.deliveries).toMatchObject([{ type: 'credential.issued', state: 'delivered' }])
    const before = receiver.arrived.length
    const again = await send('POST', `${path}/${second.deliveries[0]?.id}/resend`)
    expect(await json(again)).toMatchObject({ state: 'waiting' })
    await until(() => receiver.arrived.length === before + 1)
    expect(receiver.arrived[0]?.headers['webhook-id']).toBe(
      receiver.arrived.at(-1)?.headers['webhook-id'],
    )
  })

  test.each([
    ['', 'bad-request'],
    ['[]', 'bad-request'],
    ['{"url": 1}', 'bad-request'],
    ['{"url": "https://a.example/", "secret": "mine"}', 'bad-request'],
    ['{"url": "https://a.example/", "events": "credential.issued"}', 'bad-request'],
    ['{"url": "https://a.example/", "events": ["x"]}', 'bad-request'],
    ['{"url": "https://a.example/", "scope": ["x"]}', 'course-unknown'],
    ['{"url": "https://10.0.0.1/"}', 'webhook-address'],
  ])('refuses %s', async (body, code) => {
    expect(await problemCode(await send('POST', '/api/webhooks', body))).toBe(code)
  })

  test('is for administrators, and issuers of their own courses', async () => {
    const issuer = shop.token('issuer', ['biblio-mooc'])
    const provider = shop.token('provider')
    expect((await send('GET', '/api/webhooks', undefined, 'nobody')).status).toBe(401)
    expect(await problemCode(await send('GET', '/api/webhooks', undefined, provider))).toBe(
      'forbidden',
    )
    const list = await send('GET', '/api/webhooks', undefined, issuer)
    expect(await json(list)).toEqual({ endpoints: [] })
    const path = `/api/webhooks/${endpoint.id}`
    for (const [method, rest] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/rotate'],
      ['POST', '/test'],
      ['POST', '/enable'],
      ['GET', '/deliveries'],
    ])
      expect(await problemCode(await send(method ?? '', `${path}${rest}`, undefined, issuer))).toBe(
        'webhook-not-found',
      )
  })

  test('removes an endpoint with all that was to be told to it', async () => {
    const url = 'https://hooks.example/'
    const { id } = await json<Endpoint>(await send('POST', '/api/webhooks', { url }))
    expect((await send('POST', `/api/webhooks/${id}/enable`)).status).toBe(200)
    expect((await send('DELETE', `/api/webhooks/${id}`)).status).toBe(204)
    expect(await problemCode(await send('DELETE', `/api/webhooks/${id}`))).toBe('webhook-not-found')
  })
})
