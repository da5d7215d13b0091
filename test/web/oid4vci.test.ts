import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import {
  makeWalletKey,
  type OpenIdWallet,
  openWallet,
  proofOf,
  type WalletKey,
} from '../support/openid-wallet.ts'
import { json, openShop, problemCode, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

const start = new Date('2026-11-24T10:00:00Z')
let now = start
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1_000)
}

let shop: Shop
let wallet: OpenIdWallet
let key: WalletKey
let learner = 0
/** An award of its own for each test. */
const award = async () =>
  (await issueOne(shop.service, { key: `email:${learner++}@example.org` })).id

beforeAll(async () => {
  shop = await openShop({ now: () => now, env: { CALLS_PER_MINUTE: '100000' } })
  wallet = openWallet(shop)
})
beforeEach(() => {
  now = start
  key = makeWalletKey()
})
afterAll(() => shop.close())

/** An offer with its token. */
async function authorised() {
  const offered = await wallet.offered(await award())
  return { ...offered, token: await wallet.tokenOf(offered) }
}

describe('the metadata of the issuer', () => {
  interface Metadata {
    readonly credential_issuer: string
    readonly authorization_servers?: unknown
    readonly display: readonly { locale: string; name: string }[]
    readonly credential_configurations_supported: Readonly<
      Record<
        string,
        {
          readonly format: string
          readonly credential_definition: { readonly type: string[]; '@context'?: string[] }
          readonly credential_metadata: {
            readonly display: readonly {
              locale: string
              name: string
              logo: { readonly uri: string }
            }[]
          }
        }
      >
    >
  }
  const metadata = async () =>
    json<Metadata>(await shop.ask('/.well-known/openid-credential-issuer'))

  test('has its identifier where PUBLIC_URL is, and its addresses below', async () => {
    const found = await metadata()
    expect(found).toMatchObject({
      credential_issuer: publicUrl,
      credential_endpoint: `${publicUrl}/oid4vci/credential`,
      nonce_endpoint: `${publicUrl}/oid4vci/nonce`,
      notification_endpoint: `${publicUrl}/oid4vci/notification`,
    })
    expect(found.authorization_servers).toBeUndefined()
  })

  test('has every achievement in both forms, told in all five languages, with a picture', async () => {
    const { credential_configurations_supported: configurations, display } = await metadata()
    expect(Object.keys(configurations).sort()).toEqual(
      [...shop.service.achievements.keys()]
        .flatMap((id) => [`${id}.jwt_vc_json`, `${id}.ldp_vc`])
        .sort(),
    )
    expect(display.map(({ locale }) => locale)).toEqual([...languages])
    for (const { credential_metadata: shown } of Object.values(configurations)) {
      expect(shown.display.map(({ locale }) => locale)).toEqual([...languages])
      expect(new Set(shown.display.map(({ name }) => name)).size).toBeGreaterThan(1)
      const uri = shown.display[0]?.logo.uri ?? ''
      const { status, headers } = await shop.ask(uri.slice(publicUrl.length))
      expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
    }
  })

  test('describes what is really signed', async () => {
    const { credential_configurations_supported: configurations } = await metadata()
    const { signed } = await issueOne(shop.service, { key: 'email:described@example.org' })
    const { '@context': contexts, type } = JSON.parse(signed) as Record<string, unknown>
    expect(configurations['mooc-completion.ldp_vc']?.credential_definition).toEqual({
      '@context': contexts,
      type,
    })
    expect(configurations['mooc-completion.jwt_vc_json']?.credential_definition).toEqual({ type })
  })

  test('tells of the authorization server that it is the issuer itself', async () => {
    const found = await json(await shop.ask('/.well-known/oauth-authorization-server'))
    expect(found).toMatchObject({
      issuer: publicUrl,
      token_endpoint: `${publicUrl}/oid4vci/token`,
      grant_types_supported: ['urn:ietf:params:oauth:grant-type:pre-authorized_code'],
      'pre-authorized_grant_anonymous_access_supported': true,
    })
  })
})

describe('an offer', () => {
  const askOffer = (reference: string, accept = 'application/json') =>
    shop.ask(`/oid4vci/offers/${reference}`, { headers: { accept } })

  test('is read at its address, by whoever has the address, until it ends', async () => {
    const { reference, offer } = await wallet.offered(await award())
    expect(offer).toMatchObject({
      credential_issuer: publicUrl,
      credential_configuration_ids: ['mooc-completion.ldp_vc', 'mooc-completion.jwt_vc_json'],
    })
    const again = await shop.ask(`/oid4vci/offers/${reference}`)
    expect(again.headers.get('cache-control')).toBe('no-store')
    expect(await json(again)).toEqual(offer)
    later(16 * 60)
    const ended = await askOffer(reference)
    expect([ended.status, await problemCode(ended)]).toEqual([410, 'offer-ended'])
    // What the fetch of a wallet says by itself.
    const toAny = await askOffer(reference, '*/*')
    expect([toAny.status, await problemCode(toAny)]).toEqual([410, 'offer-ended'])
  })

  test('asks for six digits, and says in the language of the award where they are', async () => {
    const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'
    for (const language of languages) {
      const description = messagesFor(language).openId.txCode
      expect([language, description.length <= 300]).toEqual([language, true])
    }
    const { offer, txCode } = await wallet.offered(await award())
    expect(offer.grants[grant]).toMatchObject({
      tx_code: { input_mode: 'numeric', length: 6, description: messagesFor('en').openId.txCode },
    })
    expect(txCode).toMatch(/^\d{6}$/)
    expect(JSON.stringify(offer)).not.toContain(txCode)
  })

  test('is not there for who has its id but not its secret', async () => {
    const { reference } = await wallet.offered(await award())
    const wrong = reference.slice(0, 26) + 'a'.repeat(26)
    for (const path of [wrong, reference.slice(0, 26), 'x', `${reference}a`]) {
      const response = await askOffer(path)
      expect([response.status, await problemCode(response)]).toEqual([404, 'offer-not-found'])
    }
  })

  test('that is not there tells people who open the link in their language', async () => {
    const response = await shop.ask('/oid4vci/offers/x', {
      headers: { accept: 'text/html', 'accept-language': 'el' },
    })
    expect(await response.text()).toContain(messagesFor('el').refusals['offer-not-found'].title)
  })

  test('of an award that was revoked meanwhile has ended, with its code', async () => {
    const { reference, code, txCode, credential } = await wallet.offered(await award())
    shop.service.revoke(credential, 'a test')
    expect((await shop.ask(`/oid4vci/offers/${reference}`)).status).toBe(410)
    const { status, body } = await wallet.token({ 'pre-authorized_code': code, tx_code: txCode })
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
  })
})

describe('the token endpoint', () => {
  const wrongOf = (txCode: string) => (txCode === '000000' ? '000001' : '000000')

  test('gives a short-lived bearer token for the code and the number', async () => {
    const { code, txCode } = await wallet.offered(await award())
    const { status, headers, body } = await wallet.token({
      'pre-authorized_code': code,
      tx_code: txCode,
      client_id: 'some-wallet',
    })
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 600,
    })
  })

  test('takes a code once', async () => {
    const { code, txCode } = await wallet.offered(await award())
    const fields = { 'pre-authorized_code': code, tx_code: txCode }
    expect((await wallet.token(fields)).status).toBe(200)
    const { status, body } = await wallet.token(fields)
    expect([status, body.error]).toEqual([400, 'invalid_grant'])
  })

  test('takes it once of many that come at the same time', async () => {
    const { code, txCode } = await wallet.offered(await award())
    const fields = { 'pre-authorized_code': code, tx_code: txCode }
    const calls = await Promise.all(Array.from({ length: 12 }, () => wallet.token(fields)))
    expect(calls.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('ends the offer with the fifth wrong number, and counts over a restart', async () => {
    const { code, txCode, reference } = await wallet.offered(await award())
    const wrong = { 'pre-authorized_code': code, tx_code: wrongOf(txCode) }
    for (let tries = 0; tries < 4; tries += 1)
      expect((await wallet.token(wrong)).body.error).toBe('invalid_grant')
    const second = await openShop({ now: () => now, dataDir: shop.dataDir })
    try {
      expect((await openWallet(second).token(wrong)).body.error).toBe('invalid_grant')
    } finally {
      await second.stop()
    }
    const { body } = await wallet.token({ 'pre-authorized_code': code, tx_code: txCode })
    expect(body.error).toBe('invalid_grant')
    expect((await shop.ask(`/oid4vci/offers/${reference}`)).status).toBe(410)
  })

  test('lets four wrong numbers pass', async () => {
    const { code, txCode } = await wallet.offered(await award())
    for (let tries = 0; tries < 4; tries += 1)
      await wallet.token({ 'pre-authorized_code': code, tx_code: wrongOf(txCode) })
    const { status } = await wallet.token({ 'pre-authorized_code': code, tx_code: txCode })
    expect(status).toBe(200)
  })

  test('says in the words of OAuth what is missing or not known', async () => {
    const { code, txCode } = await wallet.offered(await award())
    const cases: [Record<string, string>, string][] = [
      [{}, 'invalid_request'],
      [{ 'pre-authorized_code': code }, 'invalid_request'],
      [{ tx_code: txCode }, 'invalid_request'],
      [{ grant_type: '' }, 'invalid_request'],
      [{ grant_type: 'authorization_code', code }, 'unsupported_grant_type'],
      [{ grant_type: 'refresh_token', refresh_token: code }, 'unsupported_grant_type'],
      [{ 'pre-authorized_code': 'x', tx_code: txCode }, 'invalid_grant'],
      [{ 'pre-authorized_code': `${code}a`, tx_code: txCode }, 'invalid_grant'],
      [{ 'pre-authorized_code': code, tx_code: `${txCode}0` }, 'invalid_grant'],
    ]
    for (const [fields, error] of cases) {
      const { status, body, headers } = await wallet.token(fields)
      expect([fields, status, body.error]).toEqual([fields, 400, error])
      expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
      expect(headers.get('cache-control')).toBe('no-store')
    }
    const twice = await wallet.post('/oid4vci/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=a&grant_type=b`,
    })
    expect([twice.status, twice.body.error]).toEqual([400, 'invalid_request'])
  })

  test('gives nothing for the code of an offer that has expired, or was replaced by another', async () => {
    const id = await award()
    const first = await wallet.offered(id)
    const second = await wallet.offered(id)
    const fields = (of: typeof first) => ({ 'pre-authorized_code': of.code, tx_code: of.txCode })
    expect((await wallet.token(fields(first))).body.error).toBe('invalid_grant')
    later(16 * 60)
    expect((await wallet.token(fields(second))).body.error).toBe('invalid_grant')
  })

  test('gives no token that outlives the offer', async () => {
    const offered = await wallet.offered(await award())
    later(14 * 60)
    const { body } = await wallet.token({
      'pre-authorized_code': offered.code,
      tx_code: offered.txCode,
    })
    expect(body.expires_in).toBe(60)
    later(61)
    const { status } = await wallet.fetchWith(body.access_token, key)
    expect(status).toBe(401)
  })
})

describe('the credential endpoint', () => {
  test('gives a credential bound to the key, in either form', async () => {
    const { token } = await authorised()
    const ldp = await wallet.fetchWith(token, key)
    expect(ldp.status).toBe(200)
    expect(ldp.headers.get('cache-control')).toBe('no-store')
    expect(ldp.body).toEqual({
      credentials: [
        {
          credential: expect.objectContaining({
            type: ['VerifiableCredential', 'OpenBadgeCredential'],
            credentialSubject: expect.objectContaining({ id: key.did }),
          }),
        },
      ],
      notification_id: expect.any(String),
    })
    const jwt = await wallet.fetchWith(token, key, { form: 'jwt_vc_json' })
    const compact = String(jwt.body.credentials[0].credential)
    const claims = JSON.parse(
      Buffer.from(compact.split('.')[1] ?? '', 'base64url').toString(),
    ) as Record<string, unknown>
    expect(claims.sub).toBe(key.did)
    expect(claims.id).toBe(ldp.body.credentials[0].credential.id)
  })

  test('gives the same again to the same key, and nothing to another', async () => {
    const { token } = await authorised()
    const [one, two] = [await wallet.fetchWith(token, key), await wallet.fetchWith(token, key)]
    expect(two.body).toEqual(one.body)
    const { status, body } = await wallet.fetchWith(token, makeWalletKey())
    expect([status, body.error]).toEqual([400, 'credential_request_denied'])
  })

  test('gives one credential to one key that asks many times at once', async () => {
    const { token } = await authorised()
    const calls = await Promise.all(Array.from({ length: 6 }, () => wallet.fetchWith(token, key)))
    const texts = calls.map(({ body }) => JSON.stringify(body))
    expect(new Set(texts).size).toBe(1)
    expect(calls[0]?.status).toBe(200)
  })

  test('gives one of two keys that ask at once', async () => {
    const { token } = await authorised()
    const calls = await Promise.all(
      [key, makeWalletKey('P-256')].map((each) => wallet.fetchWith(token, each)),
    )
    expect(calls.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test('refuses a nonce that was used, with whatever token and whatever key', async () => {
    const [one, other] = [await authorised(), await authorised()]
    const nonce = await wallet.nonce()
    expect((await wallet.fetchWith(one.token, key, { nonce })).status).toBe(200)
    for (const [token, by] of [
      [one.token, key],
      [other.token, key],
      [other.token, makeWalletKey()],
    ] as const) {
      const { status, body } = await wallet.fetchWith(token, by, { nonce })
      expect([status, body.error]).toEqual([400, 'invalid_nonce'])
    }
  })

  test('refuses a nonce that is not ours or is over', async () => {
    const { token } = await authorised()
    const nonce = await wallet.nonce()
    const forged = `${nonce.slice(0, -1)}${nonce.endsWith('a') ? 'b' : 'a'}`
    for (const given of [forged, '', 'x', 'a'.repeat(500)])
      expect((await wallet.fetchWith(token, key, { nonce: given })).body.error).toBe(
        'invalid_nonce',
      )
    later(301)
    expect((await wallet.fetchWith(token, key, { nonce })).body.error).toBe('invalid_nonce')
  })

  test('takes a proof without a nonce for none', async () => {
    const { token } = await authorised()
    for (const payload of [{ nonce: undefined }, { nonce: 7 }, { nonce: null }]) {
      const { status, body } = await wallet.fetchWith(token, key, { payload })
      expect([status, body.error]).toEqual([400, 'invalid_proof'])
      expect(body.error_description).toContain('nonce')
    }
  })

  test('passes over what it does not know, a proof of older drafts beside the proofs too', async () => {
    const { token } = await authorised()
    const jwt = await proofOf(key, await wallet.nonce(), {}, now)
    const { status } = await wallet.credential(token, {
      credential_configuration_id: 'mooc-completion.ldp_vc',
      proofs: { jwt: [jwt] },
      proof: { proof_type: 'jwt', jwt },
      format: 'ldp_vc',
    })
    expect(status).toBe(200)
  })

  test('knows a nonce and a token over a restart', async () => {
    const { token } = await authorised()
    const nonce = await wallet.nonce()
    const second = await openShop({ now: () => now, dataDir: shop.dataDir })
    try {
      const again = openWallet(second)
      expect((await again.fetchWith(token, key, { nonce })).status).toBe(200)
      expect((await again.fetchWith(token, key, { nonce })).body.error).toBe('invalid_nonce')
    } finally {
      await second.stop()
    }
    expect((await wallet.fetchWith(token, key, { nonce })).body.error).toBe('invalid_nonce')
  })

  test('does not use up a nonce by a proof that is no good', async () => {
    const { token } = await authorised()
    const nonce = await wallet.nonce()
    const bad = await wallet.fetchWith(token, key, { nonce, signer: makeWalletKey() })
    expect(bad.body.error).toBe('invalid_proof')
    expect((await wallet.fetchWith(token, key, { nonce })).status).toBe(200)
  })

  test('refuses proofs of other keys, issuers and kinds', async () => {
    const { token } = await authorised()
    const other = makeWalletKey()
    for (const spoilt of [
      { signer: other },
      { header: { kid: `${key.did}#${other.did.slice(8)}` } },
      { header: { kid: key.kid, jwk: other.jwk } },
      { header: { typ: 'JWT', kid: key.kid } },
      { payload: { aud: 'https://elsewhere.example' } },
      { payload: { iat: 1 } },
    ]) {
      const { status, body } = await wallet.fetchWith(token, key, spoilt)
      expect([spoilt, status, body.error]).toEqual([spoilt, 400, 'invalid_proof'])
      expect(body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/)
    }
  })

  test('says what is wrong with a request', async () => {
    const { token } = await authorised()
    const jwt = await proofOf(key, await wallet.nonce(), {}, now)
    const id = { credential_configuration_id: 'mooc-completion.ldp_vc' }
    const cases: [unknown, string][] = [
      ['{', 'invalid_credential_request'],
      [[], 'invalid_credential_request'],
      ['{"a":1,"a":2}', 'invalid_credential_request'],
      [{ proofs: { jwt: [jwt] } }, 'invalid_credential_request'],
      [{ ...id, proof: { proof_type: 'jwt', jwt } }, 'invalid_proof'],
      [
        { credential_configuration_id: 'nothing.ldp_vc', proofs: { jwt: [jwt] } },
        'unknown_credential_configuration',
      ],
      [
        { credential_configuration_id: 'mooc-completion.mso_mdoc', proofs: { jwt: [jwt] } },
        'unknown_credential_configuration',
      ],
      [
        { credential_configuration_id: '__proto__', proofs: { jwt: [jwt] } },
        'unknown_credential_configuration',
      ],
      [
        { credential_configuration_id: 'area-safety.ldp_vc', proofs: { jwt: [jwt] } },
        'credential_request_denied',
      ],
      [{ credential_identifier: 'x', proofs: { jwt: [jwt] } }, 'unknown_credential_identifier'],
      [{ ...id }, 'invalid_proof'],
      [{ ...id, proofs: {} }, 'invalid_proof'],
      [{ ...id, proofs: { jwt: [] } }, 'invalid_proof'],
      [{ ...id, proofs: { jwt: [jwt, jwt] } }, 'invalid_proof'],
      [{ ...id, proofs: { jwt: [7] } }, 'invalid_proof'],
      [{ ...id, proofs: { jwt: [jwt], attestation: ['x'] } }, 'invalid_proof'],
      [{ ...id, proofs: { di_vp: [{}] } }, 'invalid_proof'],
      [
        { ...id, proofs: { jwt: [jwt] }, credential_response_encryption: { enc: 'A128GCM' } },
        'invalid_encryption_parameters',
      ],
    ]
    for (const [request, error] of cases) {
      const { status, body } = await wallet.credential(token, request)
      expect([request, status, body.error]).toEqual([request, 400, error])
    }
    expect((await wallet.credential(token, { ...id, proofs: { jwt: [jwt] } })).status).toBe(200)
  })

  test('wants its own token, and says so as OAuth does', async () => {
    const { token, code } = await authorised()
    const forged = `${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`
    const none = await wallet.post('/oid4vci/credential', {})
    expect([none.status, none.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    for (const given of [forged, code, await wallet.nonce(), 'x']) {
      const { status, headers, body } = await wallet.fetchWith(given, key)
      expect([status, body.error]).toEqual([401, 'invalid_token'])
      expect(headers.get('www-authenticate')).toContain('error="invalid_token"')
    }
    later(601)
    expect((await wallet.fetchWith(token, key)).status).toBe(401)
  })

  test('gives nothing of an award that was revoked after the token was given', async () => {
    const { token, credential } = await authorised()
    shop.service.revoke(credential, 'a test')
    const { status, body } = await wallet.fetchWith(token, key)
    expect([status, body.error]).toEqual([400, 'credential_request_denied'])
  })

  test('gives a credential that is revoked with its award', async () => {
    const { token, credential } = await authorised()
    const { body } = await wallet.fetchWith(token, key)
    const bytes = Buffer.from(JSON.stringify(body.credentials[0].credential))
    expect((await shop.service.verify(bytes)).report.verdict).toBe('valid')
    shop.service.revoke(credential, 'a test')
    expect((await shop.service.verify(bytes)).report.status).toBe('revoked')
  })
})

describe('the notification endpoint', () => {
  test('hears what became of a credential, as often as told', async () => {
    const { token } = await authorised()
    const { body } = await wallet.fetchWith(token, key)
    const { notification_id } = body
    for (const event of ['credential_accepted', 'credential_failure', 'credential_deleted'])
      expect((await wallet.notify(token, { notification_id, event })).status).toBe(204)
    expect(
      (await wallet.notify(token, { notification_id, event: 'credential_accepted' })).status,
    ).toBe(204)
  })

  test('refuses ids that it did not give, events that are none, and whoever has no token', async () => {
    const [{ token }, other] = [await authorised(), await authorised()]
    const { body } = await wallet.fetchWith(token, key)
    const { notification_id } = body
    const event = 'credential_accepted'
    const cases: [string, unknown, number, string][] = [
      [token, { notification_id: 'x', event }, 400, 'invalid_notification_id'],
      [other.token, { notification_id, event }, 400, 'invalid_notification_id'],
      [token, { notification_id, event: 'eaten' }, 400, 'invalid_notification_request'],
      [token, { event }, 400, 'invalid_notification_request'],
      [token, 'x', 400, 'invalid_notification_request'],
      ['x', { notification_id, event }, 401, 'invalid_token'],
    ]
    for (const [by, sent, status, error] of cases) {
      const answer = await wallet.notify(by, sent)
      expect([sent, answer.status, answer.body.error]).toEqual([sent, status, error])
    }
  })
})

describe('all addresses for wallets', () => {
  test('may be called by wallets that are web pages', async () => {
    for (const path of [
      '/.well-known/openid-credential-issuer',
      '/.well-known/oauth-authorization-server',
      '/oid4vci/offers/x',
      '/oid4vci/token',
      '/oid4vci/nonce',
      '/oid4vci/credential',
      '/oid4vci/notification',
    ]) {
      const asked = await shop.ask(path, { method: 'OPTIONS' })
      expect([path, asked.status]).toEqual([path, 204])
      expect(asked.headers.get('access-control-allow-origin')).toBe('*')
      expect(asked.headers.get('access-control-allow-methods')).toContain('POST')
      expect(asked.headers.get('access-control-allow-headers')).toMatch(/^Authorization, /)
      expect(asked.headers.get('access-control-allow-credentials')).toBeNull()
    }
    const refused = await shop.ask('/oid4vci/token', { method: 'POST' })
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('refuse what is huge or of another kind, in the form of the protocol', async () => {
    const { token } = await authorised()
    const huge = 'a'.repeat(70_000)
    const form = await wallet.post('/oid4vci/token', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `grant_type=${huge}`,
    })
    expect([form.status, form.body.error]).toEqual([413, 'invalid_request'])
    const body = await wallet.credential(token, { proofs: { jwt: [huge] } })
    expect([body.status, body.body.error]).toEqual([413, 'invalid_request'])
    for (const path of ['/oid4vci/token', '/oid4vci/credential']) {
      const other = await wallet.post(path, {
        token,
        headers: { 'content-type': 'text/plain' },
        body: 'x',
      })
      expect([path, other.status]).toEqual([path, 400])
    }
  })

  test('receive nothing from who has no token', async () => {
    const { status } = await wallet.credential('x', 'a'.repeat(70_000))
    expect(status).toBe(401)
  })

  test('turn away who calls too often, in the form of the protocol', async () => {
    const strict = await openShop({ env: { CALLS_PER_MINUTE: '3' } })
    try {
      const calls = []
      for (let times = 0; times < 5; times += 1)
        calls.push(await openWallet(strict).post('/oid4vci/nonce', {}))
      const last = calls.at(-1)
      expect([last?.status, last?.body.error]).toEqual([429, 'temporarily_unavailable'])
      expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    } finally {
      await strict.close()
    }
  })

  test('leave no secret in the ledger and its log', async () => {
    const { token, code, txCode, reference } = await authorised()
    const nonce = await wallet.nonce()
    const { body } = await wallet.fetchWith(token, key, { nonce })
    const kept = readdirSync(shop.dataDir)
      .filter((name) => name.startsWith('colophon.'))
      .map((name) => readFileSync(join(shop.dataDir, name)))
    const holds = (text: string) => kept.some((bytes) => bytes.includes(text))
    expect(holds(key.did)).toBe(true)
    const secrets = { token, code, reference, nonce, notice: String(body.notification_id), txCode }
    // Six digits may stand anywhere by chance; with what stands around them in JSON or SQL they do not.
    for (const [name, secret] of Object.entries(secrets))
      expect([name, holds(name === 'txCode' ? `"${secret}"` : secret.slice(-26))]).toEqual([
        name,
        false,
      ])
  })

  test('take nothing for a fault of ours', () => {
    expect(shop.faults).toEqual([])
  })
})
