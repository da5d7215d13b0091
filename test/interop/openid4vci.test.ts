import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Openid4vciClient, Openid4vciIssuer, Openid4vciVersion } from '@openid4vc/openid4vci'
import { type JSONWebKeySet, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose'
import { makeWalletKey, type WalletKey } from '../support/openid-wallet.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'
import { verifyByReference, verifyJwtByReference } from './reference-verifier.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

type Callbacks = ConstructorParameters<typeof Openid4vciClient>[0]['callbacks']

/** What the library leaves to a wallet: the network, which leads to the port behind PUBLIC_URL, and one key. */
const callbacksFor = (key: WalletKey): Callbacks => ({
  fetch: async (input, init) => {
    const url = String(input)
    if (!url.startsWith(`${publicUrl}/`)) throw new Error(`not the issuer: ${url}`)
    return shop.ask(url.slice(publicUrl.length), init as RequestInit)
  },
  hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
  generateRandom: (length) => randomBytes(length),
  // An anonymous client, as the metadata allows.
  clientAuthentication: () => undefined,
  signJwt: async (_signer, { header, payload }) => ({
    jwt: await new SignJWT(payload as JWTPayload)
      .setProtectedHeader(header as JWTHeaderParameters)
      .sign(key.privateKey),
    signerJwk: { ...key.jwk },
  }),
})

const get = async (url: string) => json(await shop.ask(url.slice(publicUrl.length)))
const jwks = async () =>
  (await get(`${publicUrl}/.well-known/jwks.json`)) as unknown as JSONWebKeySet

/** How a wallet may name its key in a proof. */
const signers = {
  'did:key': (key: WalletKey) => ({ method: 'did', didUrl: key.kid, alg: key.alg }) as const,
  'did:jwk': (key: WalletKey) =>
    ({ method: 'did', didUrl: `${key.didJwk}#0`, alg: key.alg }) as const,
  jwk: (key: WalletKey) => ({ method: 'jwk', publicJwk: { ...key.jwk }, alg: key.alg }) as const,
}

/** Offers an award of its own, and finds by the link in the QR code what the library begins with. */
async function offered(client: Openid4vciClient, email: string) {
  const { id } = await issueOne(shop.service, { key: `email:${email}` })
  const { url, txCode } = shop.service.wallets.offer(id)
  const answer = await shop.ask(url.slice(publicUrl.length), {
    headers: { accept: 'application/json' },
  })
  const { protocols } = await json<{ protocols: Record<string, string> }>(answer)
  const credentialOffer = await client.resolveCredentialOffer(protocols['oid4vci-1.0'] ?? '')
  return { credentialOffer, txCode, protocols }
}

/** From the link in a QR code to the credential, each step by the library alone but for the six digits. */
async function take(key: WalletKey, form: string, by: keyof typeof signers) {
  const client = new Openid4vciClient({ callbacks: callbacksFor(key) })
  const { credentialOffer, txCode } = await offered(client, `${randomUUID()}@example.org`)
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer)
  const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode,
  })
  const accessToken = accessTokenResponse.access_token
  const credentialConfigurationId =
    credentialOffer.credential_configuration_ids.find((each) => each.endsWith(form)) ?? ''
  const { c_nonce: nonce } = await client.requestNonce({ issuerMetadata })
  const { jwt } = await client.createCredentialRequestJwtProof({
    issuerMetadata,
    credentialConfigurationId,
    nonce,
    signer: signers[by](key),
  })
  const { credentialResponse } = await client.retrieveCredentials({
    issuerMetadata,
    accessToken,
    credentialConfigurationId,
    proofs: { jwt: [jwt] },
  })
  const notified = await client.sendNotification({
    issuerMetadata,
    accessToken,
    notification: {
      notificationId: credentialResponse.notification_id ?? '',
      event: 'credential_accepted',
    },
  })
  expect(notified.response.status).toBe(204)
  expect(credentialResponse.credentials).toHaveLength(1)
  const [taken] = credentialResponse.credentials as { credential: string | object }[]
  if (!taken) throw new Error('nothing was given')
  return { issuerMetadata, credential: taken.credential }
}

const subjectOf = (credential: object) =>
  (credential as { credentialSubject: { id: string } }).credentialSubject.id

const verdictOf = async (text: string) =>
  (await json<{ verdict: string }>(await shop.ask('/api/verify', { method: 'POST', body: text })))
    .verdict

describe('a wallet of @openid4vc/openid4vci', () => {
  test('reads the metadata as 1.0, with no configuration that it does not know', async () => {
    const client = new Openid4vciClient({ callbacks: callbacksFor(makeWalletKey()) })
    const found = await client.resolveIssuerMetadata(publicUrl)
    expect(found.originalDraftVersion).toBe(Openid4vciVersion.V1)
    const { credential_configurations_supported: offered } = found.credentialIssuer
    expect(Object.keys(found.knownCredentialConfigurations)).toEqual(Object.keys(offered))
    const issuer = new Openid4vciIssuer({
      callbacks: callbacksFor(makeWalletKey()) as ConstructorParameters<
        typeof Openid4vciIssuer
      >[0]['callbacks'],
    })
    const metadata = await get(`${publicUrl}/.well-known/openid-credential-issuer`)
    expect(
      issuer.createCredentialIssuerMetadata(
        metadata as unknown as Parameters<typeof issuer.createCredentialIssuerMetadata>[0],
      ),
    ).toEqual(metadata)
  })

  test('finds the offer by the newer and the older name of the protocol', async () => {
    const client = new Openid4vciClient({ callbacks: callbacksFor(makeWalletKey()) })
    const { protocols } = await offered(client, 'names@example.org')
    expect(protocols['oid4vci-1.0']).toMatch(/^openid-credential-offer:\/\/\?credential_offer_uri=/)
    expect(protocols.OID4VCI).toBe(protocols['oid4vci-1.0'])
  })

  for (const kind of ['Ed25519', 'P-256'] as const)
    for (const by of ['did:key', 'did:jwk', 'jwk'] as const) {
      test(`takes ldp_vc with a key of ${kind} as ${by}, and @digitalbazaar/vc verifies it`, async () => {
        const key = makeWalletKey(kind)
        const { credential } = await take(key, 'ldp_vc', by)
        if (typeof credential === 'string') throw new Error('ldp_vc is an object')
        expect(await verifyByReference(credential, get)).toMatchObject({ verified: true })
        expect(subjectOf(credential)).toMatch(by === 'did:key' ? key.did : /^did:jwk:/)
        expect(await verdictOf(JSON.stringify(credential))).toBe('valid')
        const other = { ...credential, name: 'Another' }
        expect(await verifyByReference(other, get)).toMatchObject({ verified: false })
      })

      test(`takes jwt_vc_json with a key of ${kind} as ${by}, and jose verifies it`, async () => {
        const key = makeWalletKey(kind)
        const { credential } = await take(key, 'jwt_vc_json', by)
        if (typeof credential !== 'string') throw new Error('jwt_vc_json is a string')
        const issuer = `did:web:${new URL(publicUrl).host}`
        const claims = await verifyJwtByReference(credential, await jwks(), issuer)
        expect(claims.sub).toMatch(by === 'did:key' ? key.did : /^did:jwk:/)
        expect(subjectOf(claims)).toBe(claims.sub)
        expect(await verdictOf(credential)).toBe('valid')
      })
    }

  test('is told in words that it reads when the digits are wrong', async () => {
    const client = new Openid4vciClient({ callbacks: callbacksFor(makeWalletKey()) })
    const { credentialOffer, txCode: right } = await offered(client, 'wrong@example.org')
    const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer)
    const txCode = right === '000000' ? '000001' : '000000'
    await expect(
      client.retrievePreAuthorizedCodeAccessTokenFromOffer({
        credentialOffer,
        issuerMetadata,
        txCode,
      }),
    ).rejects.toMatchObject({ errorResponse: { error: 'invalid_grant' } })
  })
})
