import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Connection } from '../../src/service/inbound/connections.ts'
import { openClock } from '../support/clock.ts'
import { type Begun, begin, connectPlatform, end } from '../support/launching.ts'
import { openPlatform, type Platform, platformSettings } from '../support/lti-platform.ts'
import { adminToken, openShop, problemCode, type Shop } from '../support/shop.ts'

/** Whoever wants a certificate that no platform released to them, or to come in as somebody else. */

const clock = openClock()
let platform: Platform
let shop: Shop
let connection: Connection
beforeAll(async () => {
  platform = await openPlatform(clock.now)
  const env = { CALLS_PER_MINUTE: '10000' }
  shop = await openShop({ now: clock.now, fetch: platform.fetch, env })
  connection = await connectPlatform(shop)
})
afterAll(async () => {
  await shop.close()
  await platform.close()
})

const issued = () => shop.service.ledger.credentials.count('issued')
const mallory = { sub: 'mallory', name: 'Mallory' }
const json = { accept: 'application/json' }

/** Ends a launch that was begun, with a token of one's own making; `null` where it was taken. */
async function ended(begun: Begun, token: string, over: Record<string, string> = {}) {
  const headers = { cookie: begun.cookie, ...json, ...over }
  const answer = await end(shop, connection, { id_token: token, state: begun.state }, headers)
  return answer.status === 200 ? null : `${answer.status} ${await problemCode(answer)}`
}

const claimsOf = (begun: Begun, over: JWTPayload = {}) =>
  platform.claimsFor(mallory, { ...begun, ...over })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a token that no platform signed', () => {
  test.each<[string, (claims: JWTPayload) => Promise<string> | string]>([
    ['without an algorithm', (claims) => `${part({ alg: 'none', kid: 'k1' })}.${part(claims)}.`],
    [
      'without an algorithm, and with something in the place of the signature',
      (claims) => `${part({ alg: 'none', kid: 'k1' })}.${part(claims)}.${'A'.repeat(342)}`,
    ],
    [
      'of the platform’s public key as if it were a shared secret',
      (claims) => {
        const key = createPublicKey({ key: platform.jwk as never, format: 'jwk' })
        const secret = key.export({ type: 'spki', format: 'pem' })
        const signed = `${part({ alg: 'HS256', kid: 'k1' })}.${part(claims)}`
        return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
      },
    ],
    [
      'of a key of the attacker, under the name of the platform’s',
      async (claims) => {
        const { privateKey } = await generateKeyPair('RS256')
        return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(privateKey)
      },
    ],
    [
      'of a key that it brings along',
      async (claims) => {
        const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
        const jwk = await exportJWK(publicKey)
        const header = { alg: 'RS256', kid: 'k1', jwk, jku: 'https://mallory.example/keys' }
        return new SignJWT(claims).setProtectedHeader(header).sign(privateKey)
      },
    ],
    [
      'of an algorithm that the key is not for',
      (claims) => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
        return new SignJWT(claims).setProtectedHeader({ alg: 'PS256', kid: 'k1' }).sign(privateKey)
      },
    ],
    [
      'with its claims changed afterwards',
      async (claims) => {
        const [head, , signature] = (await platform.sign(claims)).split('.')
        return `${head}.${part({ ...claims, sub: 'victim' })}.${signature}`
      },
    ],
    ['that names another key', (claims) => platform.sign(claims, { kid: 'k9' })],
    ['that is none', () => 'nothing'],
  ])('is refused: %s', async (_what, make) => {
    const before = issued()
    const begun = await begin(shop, connection)
    expect(await ended(begun, await make(claimsOf(begun)))).toBe('400 lti-signature-wrong')
    expect(issued()).toBe(before)
  })

  test('is not taken under a key that is too weak to mean anything', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
    platform.publish([{ ...publicKey.export({ format: 'jwk' }), kid: 'weak', alg: 'RS256' }])
    const begun = await begin(shop, connection)
    const signed = `${part({ alg: 'RS256', kid: 'weak' })}.${part(claimsOf(begun))}`
    const { sign } = await import('node:crypto')
    const token = `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
    expect(await ended(begun, token)).toBe('400 lti-signature-wrong')
    platform.publish([platform.jwk])
  })
})

describe('a token that the platform signed', () => {
  const at = (seconds: number) => platform.seconds() + seconds
  test.each<[string, () => JWTPayload, string]>([
    ['for another tool', () => ({ aud: 'another-tool' }), '400 lti-token-foreign'],
    [
      'for several, without saying which asked',
      () => ({ aud: ['colophon-client', 'another'] }),
      '400 lti-token-foreign',
    ],
    ['that another party asked for', () => ({ azp: 'another-tool' }), '400 lti-token-foreign'],
    [
      'in the name of another platform',
      () => ({ iss: 'https://other.example.org' }),
      '400 lti-token-foreign',
    ],
    [
      'for another address',
      () => ({ 'https://purl.imsglobal.org/spec/lti/claim/target_link_uri': 'https://x.example' }),
      '400 lti-token-foreign',
    ],
    ['about nobody', () => ({ sub: '' }), '400 lti-token-foreign'],
    ['that has ended', () => ({ exp: at(-61) }), '400 lti-token-expired'],
    ['of an hour ago', () => ({ iat: at(-3600), exp: at(60) }), '400 lti-token-expired'],
    ['of tomorrow', () => ({ iat: at(86_400), exp: at(90_000) }), '400 lti-token-expired'],
    ['without an end', () => ({ exp: undefined }) as never, '400 lti-token-expired'],
    [
      'from another deployment',
      () => ({ 'https://purl.imsglobal.org/spec/lti/claim/deployment_id': 'd2' }),
      '400 lti-deployment-unknown',
    ],
    [
      'from no deployment',
      () => ({ 'https://purl.imsglobal.org/spec/lti/claim/deployment_id': undefined }) as never,
      '400 lti-deployment-unknown',
    ],
    [
      'of another kind',
      () => ({ 'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingRequest' }),
      '400 lti-message-unsupported',
    ],
    [
      'of another version',
      () => ({ 'https://purl.imsglobal.org/spec/lti/claim/version': 'LTI-1p0' }),
      '400 lti-message-unsupported',
    ],
    ['for another launch', () => ({ nonce: 'another' }), '400 lti-state-lost'],
  ])('is refused where it is %s', async (_what, over, code) => {
    const before = issued()
    const begun = await begin(shop, connection)
    expect(await ended(begun, await platform.sign(claimsOf(begun, over())))).toBe(code)
    expect(issued()).toBe(before)
  })

  test('is taken, whole and in time: the honest twin', async () => {
    const before = issued()
    const begun = await begin(shop, connection)
    expect(await ended(begun, await platform.sign(claimsOf(begun)))).toBeNull()
    expect(issued()).toBe(before + 1)
  })

  test('is taken once, also by the browser that it was meant for', async () => {
    const begun = await begin(shop, connection)
    const token = await platform.sign(claimsOf(begun))
    expect(await ended(begun, token)).toBeNull()
    expect(await ended(begun, token)).toBe('409 lti-token-replayed')
  })

  test('is not taken by another browser, nor with the state of another launch', async () => {
    const [begun, other] = [await begin(shop, connection), await begin(shop, connection)]
    const token = await platform.sign(claimsOf(begun))
    expect(await ended(begun, token, { cookie: other.cookie })).toBe('400 lti-state-lost')
    expect(await ended({ ...begun, state: other.state }, token)).toBe('400 lti-state-lost')
    const third = { ...begun, state: other.state, cookie: other.cookie }
    expect(await ended(third, token)).toBe('400 lti-state-lost')
  })

  test('is not taken late, with a state that was changed, or that of another connection', async () => {
    const begun = await begin(shop, connection)
    const token = await platform.sign(claimsOf(begun))
    const [payload = '', mac = ''] = begun.state.split('.')
    const longer = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    const changed = `${part({ ...longer, endsAt: '2999-01-01T00:00:00.000Z' })}.${mac}`
    for (const state of ['', 'x', changed, `${payload}.`, begun.state.slice(0, -1)])
      expect(await ended({ ...begun, state }, token)).toBe('400 lti-state-lost')
    const elsewhere = await begin(shop, await connectPlatform(shop, { run: 'other' }))
    expect(await ended({ ...begun, state: elsewhere.state, cookie: elsewhere.cookie }, token)).toBe(
      '400 lti-state-lost',
    )
    clock.pass(10 * 60 + 1)
    const late = await platform.sign(claimsOf(begun))
    expect(await ended(begun, late)).toBe('400 lti-state-lost')
  })

  test('signs nobody in whose browser showed no cookie: somebody else may have sent it there', async () => {
    const begun = await begin(shop, connection)
    const token = await platform.sign(claimsOf(begun))
    const fields = { id_token: token, state: begun.state }
    const answer = await end(shop, connection, fields, { 'sec-fetch-dest': 'document' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null])
  })

  test('opens nobody’s view by an address that a learner may have typed', async () => {
    const begun = await begin(shop, connection)
    const claims = claimsOf(begun, { email: 'victim@example.org', sub: 'typed' })
    expect(await ended(begun, await platform.sign(claims))).toBeNull()
    expect(shop.service.ledger.learners.byKey('email:victim@example.org')).toBeUndefined()
  })
})

describe('a login that another began', () => {
  const login = async (over: Record<string, string>) => {
    const target = `https://badges.example.org/lti/${connection.record.id}/launch`
    const query = {
      iss: platformSettings.issuer,
      login_hint: '7',
      target_link_uri: target,
      ...over,
    }
    const path = `/lti/${connection.record.id}/login?${new URLSearchParams(query)}`
    const answer = await shop.ask(path, { headers: json })
    return answer.status === 302 ? null : problemCode(answer)
  }

  test('leads nowhere', async () => {
    expect(await login({})).toBeNull()
    for (const over of [
      { iss: 'https://other.example.org' },
      { client_id: 'another' },
      { target_link_uri: 'https://mallory.example/' },
      { login_hint: '' },
    ])
      expect(await login(over as Record<string, string>)).toBe('lti-login-unknown')
  })
})

describe('a platform whose keys cannot be had', () => {
  test('has nobody let in, and is told from a forged token', async () => {
    const away = { ...platformSettings, jwksUrl: 'https://away.example.org/keys' }
    const own = await connectPlatform(shop, { run: 'away', platform: away })
    const begun = await begin(shop, own)
    const fields = { id_token: await platform.sign(claimsOf(begun)), state: begun.state }
    const answer = await end(shop, own, fields, { cookie: begun.cookie, ...json })
    expect(await problemCode(answer)).toBe('lti-keys-unreachable')
  })

  test('is never asked over plain http, nor set up so', async () => {
    for (const jwksUrl of ['http://lms.example.org/keys', 'file:///etc/passwd', 'https://x y/'])
      await expect(
        connectPlatform(shop, { platform: { ...platformSettings, jwksUrl } }),
      ).rejects.toMatchObject({ code: 'connection-invalid' })
  })
})

describe('somebody who tries out secrets', () => {
  test('is turned away after a while, and learns nothing from the answers', async () => {
    const narrow = await openShop({ env: { CALLS_PER_MINUTE: '5' } })
    const own = await narrow.service.inbound.connections.add({
      ...{
        kind: 'xapi',
        label: 'x',
        course: 'biblio-mooc',
        run: 'r',
        settings: {},
        createdBy: 'test',
      },
    })
    const guess = async (id: string, secret: string) => {
      const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
      const answer = await narrow.ask('/xapi/statements', {
        method: 'POST',
        headers: { authorization },
      })
      return `${answer.status} ${await answer.text()}`
    }
    const wrong = await guess(own.record.id, 'x'.repeat(26))
    expect(wrong).toMatch(/^401 /)
    expect(await guess('0'.repeat(26), 'x'.repeat(26))).toBe(wrong)
    for (let at = 0; at < 3; at += 1) await guess(own.record.id, String(at))
    expect(await guess(own.record.id, 'y')).toMatch(/^429 /)
    await narrow.close()
  })

  test('finds no secret in lists, in the ledger or in the audit log', async () => {
    const own = await shop.service.inbound.connections.add({
      ...{
        kind: 'openedx',
        label: 'x',
        course: 'biblio-mooc',
        run: 'r',
        settings: {},
        createdBy: 'test',
      },
    })
    const secret = shop.service.inbound.connections.secret(own.record)
    const list = await (await shop.ask('/api/connections', { token: adminToken })).text()
    const entries = JSON.stringify([...shop.service.ledger.audit.all()])
    expect(list).toContain(own.record.id)
    for (const text of [list, entries, JSON.stringify(own.record)])
      expect(text).not.toContain(secret)
  })
})

describe('whoever has a token for something else', () => {
  const make = (token: string, course = 'biblio-mooc') =>
    shop.ask('/api/connections', {
      method: 'POST',
      token,
      body: JSON.stringify({ kind: 'webhook', label: 'x', course, run: 'r' }),
    })

  test('makes, sees, changes and removes no connection', async () => {
    const provider = shop.token('provider')
    const elsewhere = shop.token('issuer', ['another-course'])
    const { id } = connection.record
    for (const token of [provider, elsewhere]) {
      expect((await make(token)).status).toBe(403)
      for (const method of ['GET', 'PUT', 'DELETE'])
        expect((await shop.ask(`/api/connections/${id}`, { method, token })).status).toBe(403)
    }
    const seen = await shop.ask('/api/connections', { token: elsewhere })
    expect(await seen.json()).toEqual({ connections: [] })
  })

  test('sees a secret again only as an administrator, and the audit log says that it was shown', async () => {
    const path = `/api/connections/${connection.record.id}/secret`
    const issuer = shop.token('issuer', ['biblio-mooc'])
    expect((await make(issuer)).status).toBe(201)
    expect((await shop.ask(path, { method: 'POST', token: issuer })).status).toBe(403)
    expect((await shop.ask(path, { method: 'POST', token: adminToken })).status).toBe(200)
    const shown = shop.service.ledger.audit.newest(1, { action: 'connection-secret-shown' })
    expect(shown).toMatchObject([{ about: connection.record.id, actor: 'settings' }])
  })
})

test('none of this is a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
