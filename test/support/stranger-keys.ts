import {
  createHmac,
  constants as cryptoConstants,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  sign,
} from 'node:crypto'

export type StrangerKeyKind = 'Ed25519' | 'P-256' | 'P-384' | 'RSA'

/** A key pair of somebody whom we do not know: made by Node alone, with nothing of the code under test. */
export interface StrangerKey {
  readonly kind: StrangerKeyKind
  readonly privateKey: KeyObject
  readonly jwk: JsonWebKey
  /** Multikey spelling; RSA has none. */
  readonly multibase: string
}

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Multibase base58-btc. */
export function base58(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; rest > 0n; rest /= 58n) text = `${digits[Number(rest % 58n)]}${text}`
  const first = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(first === -1 ? bytes.length : first)}${text}`
}

const code = { Ed25519: 'ed01', 'P-256': '8024', 'P-384': '8124' } as const

/** Controlled Identifiers v1.0 §2.2.2. */
function multibaseOf(kind: Exclude<StrangerKeyKind, 'RSA'>, { x = '', y = '' }: JsonWebKey) {
  const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  const sign = kind === 'Ed25519' ? [] : [2 + ((right.at(-1) ?? 0) & 1)]
  return base58(Buffer.concat([Buffer.from(code[kind], 'hex'), Buffer.from(sign), left]))
}

export function makeStrangerKey(kind: StrangerKeyKind, modulusLength = 2048): StrangerKey {
  const { publicKey, privateKey } =
    kind === 'Ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'RSA'
        ? generateKeyPairSync('rsa', { modulusLength })
        : generateKeyPairSync('ec', { namedCurve: kind })
  const jwk = publicKey.export({ format: 'jwk' })
  return { kind, privateKey, jwk, multibase: kind === 'RSA' ? '' : multibaseOf(kind, jwk) }
}

/** The signature of Data Integrity and JOSE alike: r and s side by side, the digest of the curve's size. */
export function signBytes({ kind, privateKey }: StrangerKey, bytes: Uint8Array): Buffer {
  switch (kind) {
    case 'Ed25519':
      return sign(null, bytes, privateKey)
    case 'RSA':
      return sign('sha256', bytes, {
        key: privateKey,
        padding: cryptoConstants.RSA_PKCS1_PADDING,
      })
    case 'P-256':
    case 'P-384': {
      const digest = kind === 'P-256' ? 'sha256' : 'sha384'
      return sign(digest, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
    }
  }
}

const encode = (part: string | Uint8Array) => Buffer.from(part).toString('base64url')

/** A compact JWS over exactly these bytes, whatever its header says. */
export function rawToken(
  header: object | string,
  payload: object | string | Uint8Array,
  key: StrangerKey,
): string {
  const text = (part: object | string | Uint8Array) =>
    typeof part === 'string' || part instanceof Uint8Array ? part : JSON.stringify(part)
  const signed = `${encode(text(header))}.${encode(text(payload))}`
  return `${signed}.${encode(signBytes(key, Buffer.from(signed)))}`
}

/** The same as a MAC, as for somebody who takes a public key for a secret. */
export function macToken(header: object, payload: object, secret: string | Buffer): string {
  const signed = `${encode(JSON.stringify(header))}.${encode(JSON.stringify(payload))}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** What `alg` says of a key. */
export const joseAlgorithm = {
  Ed25519: 'EdDSA',
  'P-256': 'ES256',
  'P-384': 'ES384',
  RSA: 'RS256',
} as const
