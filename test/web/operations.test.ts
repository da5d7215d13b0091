import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { importJWK, type JWK } from 'jose'
import { retireKey, rotateKeys } from '../../src/proof/issuer-keys.ts'
import { createApp } from '../../src/web/app.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { award, issueOne, publicUrl, reserve } from '../support/workshop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await issueOne(shop.service)
})
afterAll(() => shop.close())

describe('/healthz and /readyz', () => {
  test('say that all is well, and ask not to be kept', async () => {
    const health = await shop.ask('/healthz')
    expect(await json(health)).toEqual({ status: 'ok' })
    const ready = await shop.ask('/readyz')
    expect([ready.status, ready.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await json(ready)).toEqual({ status: 'ready', checks: { ledger: 'ok', keys: 'ok' } })
  })

  test('tell a service that is stopping from one that works', async () => {
    const app = createApp(shop.service, { onFault: () => undefined, isStopping: () => true })
    const server = createServer(app).listen(0, '127.0.0.1')
    try {
      await new Promise((resolve) => server.once('listening', resolve))
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      expect((await fetch(`${base}/healthz`)).status).toBe(200)
      const ready = await fetch(`${base}/readyz`)
      expect([ready.status, (await json(ready)).status]).toEqual([503, 'not-ready'])
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })

  test('tell a service without keys from one that works', async () => {
    const own = await openShop()
    try {
      const { all } = await own.service.keyring.current()
      for (const { kid } of all)
        retireKey(own.service.keyring.settings, kid, { state: 'verify-only', now: new Date() })
      const ready = await own.ask('/readyz')
      expect(ready.status).toBe(503)
      expect(await json(ready)).toMatchObject({ checks: { ledger: 'ok', keys: 'failed' } })
      expect((await own.ask('/healthz')).status).toBe(200)
    } finally {
      await own.close()
    }
  })
})

describe('a service that starts', () => {
  test('completes what an earlier one left reserved', async () => {
    const first = await openShop()
    const [left] = await reserve(first.service, [award({ key: 'email:left@example.org' })])
    await first.stop()
    const second = await openShop({ dataDir: first.dataDir })
    try {
      await second.service.issue()
      expect((await second.ask(`/c/${left?.credential}`)).status).toBe(200)
    } finally {
      await second.close()
    }
  })
})

describe('a service that stops', () => {
  test('finishes the request that is under way, and takes no other', async () => {
    const own = await openShop()
    const { port } = new URL(own.base)
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
    })
    const ended = new Promise((resolve) => socket.once('close', resolve))
    socket.write('POST /api/verify HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf')
    await new Promise((resolve) => setTimeout(resolve, 100))
    const stopped = own.stop()
    await expect(fetch(`${own.base}/healthz`)).rejects.toThrow()
    socket.write('done')
    await stopped
    await ended
    expect(answer).toMatch(/^HTTP\/1\.1 422 /)
    expect(answer).toContain('no-credential-found')
    await own.close()
  })

  test('is not held up by callers who keep their connection and ask nothing', async () => {
    const own = await openShop()
    const socket = connect(Number(new URL(own.base).port), '127.0.0.1')
    const ended = new Promise((resolve) => socket.once('close', resolve))
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    await new Promise((resolve) => socket.once('data', resolve))
    await own.stop()
    await ended
    await own.close()
  })
})

interface Method {
  readonly id: string
  readonly type: string
  readonly controller: string
}
interface DidDocument {
  readonly id: string
  readonly verificationMethod: readonly Method[]
  readonly assertionMethod: readonly string[]
}
interface KeySet {
  readonly keys: readonly (JWK & { readonly kid: string })[]
}

const didDocument = async () => json<DidDocument>(await shop.ask('/.well-known/did.json'))
const keySet = async () => json<KeySet>(await shop.ask('/.well-known/jwks.json'))
const did = `did:web:${new URL(publicUrl).host}`

describe('the published keys', () => {
  test('stand in did.json under the name of the issuer', async () => {
    const response = await shop.ask('/.well-known/did.json')
    expect(response.headers.get('content-type')).toMatch(/^application\/did\+json/)
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    const document = await json<DidDocument>(response)
    expect(document.id).toBe(did)
    expect(document.verificationMethod.map(({ type }) => type).sort()).toEqual([
      'JsonWebKey',
      'Multikey',
    ])
    for (const { id, controller } of document.verificationMethod)
      expect([id.startsWith(`${did}#`), controller]).toEqual([true, did])
    expect(document.assertionMethod).toEqual(document.verificationMethod.map(({ id }) => id))
  })

  test('stand in jwks.json, each at the address that it names, with no private half', async () => {
    const { keys } = await keySet()
    expect(keys).toHaveLength(2)
    for (const key of keys) {
      const path = new URL(key.kid).pathname
      const response = await shop.ask(path)
      expect(response.headers.get('content-type')).toMatch(/^application\/jwk\+json/)
      expect(await json(response)).toEqual(key)
      expect(key).toMatchObject({ iss: did, use: 'sig' })
      for (const secret of ['d', 'p', 'q', 'k']) expect(key).not.toHaveProperty(secret)
      expect(await importJWK(key, String(key.alg))).toMatchObject({ type: 'public' })
    }
  })

  test.each(['/keys/none', '/keys/..%2fsecret', '/keys/', '/status/0', '/status/999', '/status/x'])(
    'are not at %s',
    async (path) => {
      const response = await shop.ask(path, { headers: { accept: 'application/json' } })
      expect([response.status, await problemCode(response)]).toEqual([404, 'not-found'])
    },
  )

  test('change at once when another process rotates them, the old ones staying', async () => {
    const before = await didDocument()
    await rotateKeys(shop.service.keyring.settings, shop.service.now())
    const after = await didDocument()
    const ids = after.verificationMethod.map(({ id }) => id)
    expect(ids).toHaveLength(4)
    expect(ids).toEqual(expect.arrayContaining(before.verificationMethod.map(({ id }) => id)))
    expect((await keySet()).keys).toHaveLength(4)
    const record = await issueOne(shop.service, { key: 'email:after@example.org' })
    const { proof } = JSON.parse(record.signed) as { proof: [{ verificationMethod: string }] }
    expect(before.assertionMethod).not.toContain(proof[0].verificationMethod)
  })

  test('leave did.json and jwks.json once compromised, and say so at their own address', async () => {
    const { all } = await shop.service.keyring.current()
    const [stolen] = all
    retireKey(shop.service.keyring.settings, stolen?.kid ?? '', {
      state: 'compromised',
      now: shop.service.now(),
    })
    expect((await didDocument()).assertionMethod).not.toContain(stolen?.id)
    expect((await keySet()).keys.map(({ kid }) => kid)).not.toContain(stolen?.url)
    const own = await json(await shop.ask(`/keys/${stolen?.kid}`))
    expect(own).toMatchObject({ revoked: { reason: 'compromised' } })
  })
})
