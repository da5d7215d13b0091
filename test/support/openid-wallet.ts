import { ECDH, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { type JWTHeaderParameters, SignJWT } from 'jose'
import { base58 } from './holder.ts'
import { json, type Shop } from './shop.ts'
import { issueOne, publicUrl } from './workshop.ts'

/** A key in a wallet, by all the names that it can be called. */
export interface WalletKey {
  readonly alg: 'ES256' | 'EdDSA'
  readonly jwk: {
    readonly kty: string
    readonly crv: string
    readonly x: string
    readonly y?: string
  }
  readonly privateKey: KeyObject
  readonly did: string
  readonly kid: string
  readonly didJwk: string
}

const didKeyOf = (bytes: Uint8Array) => `did:key:${base58(bytes)}`

function p256(): Omit<WalletKey, 'kid' | 'didJwk'> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' }) as { x?: string; y?: string }
  const point = Buffer.concat([
    Buffer.of(4),
    Buffer.from(x, 'base64url'),
    Buffer.from(y, 'base64url'),
  ])
  const short = ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed') as Buffer
  const did = didKeyOf(Buffer.concat([Buffer.of(0x80, 0x24), short]))
  return { alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x, y }, privateKey, did }
}

function ed25519(): Omit<WalletKey, 'kid' | 'didJwk'> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { x = '' } = publicKey.export({ format: 'jwk' }) as { x?: string }
  const did = didKeyOf(Buffer.concat([Buffer.of(0xed, 0x01), Buffer.from(x, 'base64url')]))
  return { alg: 'EdDSA', jwk: { kty: 'OKP', crv: 'Ed25519', x }, privateKey, did }
}

export function makeWalletKey(kind: 'P-256' | 'Ed25519' = 'Ed25519'): WalletKey {
  const key = kind === 'P-256' ? p256() : ed25519()
  const didJwk = `did:jwk:${Buffer.from(JSON.stringify(key.jwk)).toString('base64url')}`
  return { ...key, kid: `${key.did}#${key.did.slice('did:key:'.length)}`, didJwk }
}

export interface ProofParts {
  readonly header?: Readonly<Record<string, unknown>>
  readonly payload?: Readonly<Record<string, unknown>>
  /** Signs in place of the key that is named. */
  readonly signer?: WalletKey
}

/** A proof as the standard has it, spoilt where a test wants it. */
export function proofOf(key: WalletKey, nonce: string, parts: ProofParts = {}, now = new Date()) {
  const { header = {}, payload = {}, signer = key } = parts
  const claims = { aud: publicUrl, iat: Math.floor(now.getTime() / 1_000), nonce, ...payload }
  return new SignJWT(claims)
    .setProtectedHeader({
      alg: signer.alg,
      typ: 'openid4vci-proof+jwt',
      ...('jwk' in header || 'kid' in header ? {} : { kid: key.kid }),
      ...header,
    } as JWTHeaderParameters)
    .sign(signer.privateKey)
}

const grant = 'urn:ietf:params:oauth:grant-type:pre-authorized_code'

interface OfferJson {
  readonly credential_configuration_ids: readonly string[]
  readonly grants: Readonly<Record<string, { readonly 'pre-authorized_code': string }>>
}

/** What a call came to. */
export interface Called {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every kind
  readonly body: any
}

async function called(response: Response): Promise<Called> {
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

/** A wallet of plain requests, made from the standard alone. */
export function openWallet(shop: Shop) {
  const post = async (path: string, init: RequestInit & { token?: string }) =>
    called(await shop.ask(path, { method: 'POST', ...init }))
  const sendJson = (path: string, token: string, body: unknown) =>
    post(path, {
      token,
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const nonce = async (): Promise<string> =>
    (await post('/oid4vci/nonce', {})).body.c_nonce as string
  return {
    /** Offers a credential, a new one unless told, and reads what the wallet would. */
    async offered(credential?: string) {
      const id = credential ?? (await issueOne(shop.service)).id
      const made = shop.service.wallets.offer(id)
      const reference = new URL(made.url).pathname.split('/').at(-1) ?? ''
      const offer = await json<OfferJson>(await shop.ask(`/oid4vci/offers/${reference}`))
      const code = offer.grants[grant]?.['pre-authorized_code'] ?? ''
      return { ...made, credential: id, reference, offer, code }
    },
    token: (fields: Readonly<Record<string, string>>) =>
      post('/oid4vci/token', { body: new URLSearchParams({ grant_type: grant, ...fields }) }),
    tokenOf: async ({ code, txCode }: { code: string; txCode: string }): Promise<string> => {
      const { body } = await post('/oid4vci/token', {
        body: new URLSearchParams({
          grant_type: grant,
          'pre-authorized_code': code,
          tx_code: txCode,
        }),
      })
      return body.access_token as string
    },
    post,
    nonce,
    credential: (token: string, body: unknown) => sendJson('/oid4vci/credential', token, body),
    notify: (token: string, body: unknown) => sendJson('/oid4vci/notification', token, body),
    /** Asks for one form of the award of the sample, with a proof that is good unless it is spoilt. */
    fetchWith: async (
      token: string,
      key: WalletKey,
      { form = 'ldp_vc', ...parts }: ProofParts & { form?: string; nonce?: string } = {},
    ) =>
      sendJson('/oid4vci/credential', token, {
        credential_configuration_id: `mooc-completion.${form}`,
        proofs: {
          jwt: [await proofOf(key, parts.nonce ?? (await nonce()), parts, shop.service.now())],
        },
      }),
  }
}

export type OpenIdWallet = ReturnType<typeof openWallet>
