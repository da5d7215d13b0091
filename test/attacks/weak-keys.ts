import { strict as assert } from 'node:assert'
import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  verify,
} from 'node:crypto'
import { didUrl, type ForeignWorld, schoolDid } from '../support/foreign-world.ts'
import { base58, rawToken, type StrangerKey } from '../support/stranger-keys.ts'
import type { Attack, Family } from './attack.ts'
import { badge, payload } from './base-documents.ts'

const prime = 2n ** 255n - 19n
const order = 2n ** 252n + 27_742_317_777_372_353_535_851_937_790_883_648_493n

const littleEndian = (number: bigint) =>
  Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse()

const point = (y: bigint, sign = 0n) => littleEndian(y | (sign << 255n))

// RFC 8032 §5.1: the y of the points of order 1, 2, 4 and 8, and of the first two in a spelling that is none.
const eighth = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n
const smallPoints: readonly (readonly [string, Buffer])[] = [
  ['of order 1', point(1n)],
  ['of order 2', point(prime - 1n)],
  ['of order 4', point(0n)],
  ['of order 4 on the other side', point(0n, 1n)],
  ['of order 8', point(eighth)],
  ['of order 8 on the other side', point(eighth, 1n)],
  ['of order 8 beyond', point(prime - eighth)],
  ['of order 1 spelt beyond the field', point(prime + 1n)],
  ['of order 4 spelt beyond the field', point(prime)],
]

const ed25519 = (bytes: Buffer): JsonWebKey => ({
  kty: 'OKP',
  crv: 'Ed25519',
  x: bytes.toString('base64url'),
})

const base64url = (part: string | Uint8Array) => Buffer.from(part).toString('base64url')

/** A nonce and its point, as RFC 8032 makes a key of a seed; the signature under a point of small order is these two. */
function nonce(): readonly [point: Buffer, scalar: bigint] {
  const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const seed = Buffer.from(jwk.d ?? '', 'base64url')
  const bytes = createHash('sha512').update(seed).digest().subarray(0, 32)
  bytes[0] = (bytes[0] ?? 0) & 248
  bytes[31] = ((bytes[31] ?? 0) & 127) | 64
  const scalar = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) % order
  return [Buffer.from(jwk.x ?? '', 'base64url'), scalar]
}

/** RFC 8032 §5.1.7: what the public key is multiplied with. A multiple of 8 makes nothing of a point of small order. */
function challenge(commitment: Buffer, key: Buffer, message: Buffer): bigint {
  const digest = createHash('sha512').update(commitment).update(key).update(message).digest()
  return BigInt(`0x${digest.reverse().toString('hex')}`) % order
}

/** A signature that nobody had a key for, and that holds by the equation all the same. */
function forged(message: Buffer, jwk: JsonWebKey): Buffer {
  for (;;) {
    const [commitment, scalar] = nonce()
    if (challenge(commitment, Buffer.from(jwk.x ?? '', 'base64url'), message) % 8n === 0n)
      return Buffer.concat([commitment, littleEndian(scalar)])
  }
}

const isGoodForNode = (message: Buffer, jwk: JsonWebKey, signature: Buffer) =>
  verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature)

/** Whether the Node of this run takes such signatures for good: 20 does, 24 refuses the keys. */
const isNodeDeceived = [ed25519(point(1n))].every((jwk) =>
  isGoodForNode(Buffer.from('x'), jwk, forged(Buffer.from('x'), jwk)),
)

const keyId = `${schoolDid}#weak`

function publishJwk(world: ForeignWorld, publicKeyJwk: JsonWebKey): void {
  world.publish(didUrl, {
    id: schoolDid,
    verificationMethod: [{ id: keyId, type: 'JsonWebKey', controller: schoolDid, publicKeyJwk }],
    assertionMethod: [keyId],
  })
}

const signedPart = (alg: string) =>
  [{ alg, kid: keyId, typ: 'JWT' }, payload()]
    .map((part) => base64url(JSON.stringify(part)))
    .join('.')

const forgedTokens: readonly Attack[] = smallPoints
  .filter(([name]) => !name.includes('spelt'))
  .map(([name, bytes]) => ({
    name: `when its key is a point ${name}, and nobody signed it`,
    because: ['issuer-key-weak'],
    attacked: (world) => {
      publishJwk(world, ed25519(bytes))
      const signed = signedPart('EdDSA')
      const [message, jwk] = [Buffer.from(signed), ed25519(bytes)]
      const signature = forged(message, jwk)
      assert.equal(isGoodForNode(message, jwk, signature), isNodeDeceived)
      return `${signed}.${base64url(signature)}`
    },
  }))

/** A token under a key that the school has published as it is, good for whoever looks at the signature only. */
const under = (key: StrangerKey, published: JsonWebKey, alg: string) => (world: ForeignWorld) => {
  publishJwk(world, published)
  const token = rawToken({ alg, kid: keyId, typ: 'JWT' }, payload(), key)
  const [head, body, signature = ''] = token.split('.')
  const isGood = verify(
    'sha256',
    Buffer.from(`${head}.${body}`),
    { key: createPublicKey({ key: published, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  assert(isGood, 'the signature is no good by itself')
  return token
}

function strangerKey(kind: 'RSA' | 'P-256', pair: { publicKey: KeyObject; privateKey: KeyObject }) {
  const jwk = pair.publicKey.export({ format: 'jwk' })
  return { kind, privateKey: pair.privateKey, jwk, multibase: '' } satisfies StrangerKey
}

const rsa = (modulusLength: number, publicExponent = 65_537) =>
  strangerKey('RSA', generateKeyPairSync('rsa', { modulusLength, publicExponent }))

const ofThree = rsa(2048, 3)
const short = rsa(1024)
const nearlyLong = rsa(2040)
const curve = strangerKey('P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' }))

/** RFC 8017 §9.2: what a signature is raised to a power to show. With an exponent of one that is the signature itself. */
function unitSignature(message: string, bytes: number): Buffer {
  const digest = createHash('sha256').update(message).digest()
  const info = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), digest])
  const padding = Buffer.alloc(bytes - info.length - 3, 0xff)
  return Buffer.concat([Buffer.of(0, 1), padding, Buffer.of(0), info])
}

const weakTokens: readonly Attack[] = [
  ['an RSA key of 1024 bits', under(short, short.jwk, 'RS256')],
  ['an RSA key of 2040 bits', under(nearlyLong, nearlyLong.jwk, 'RS256')],
  ['an RSA key of exponent 3', under(ofThree, ofThree.jwk, 'RS256')],
  [
    'an RSA key of exponent 1, and nobody signed it',
    (world: ForeignWorld) => {
      const unit = { kty: 'RSA', n: ofThree.jwk.n ?? '', e: 'AQ' }
      publishJwk(world, unit)
      const signed = signedPart('RS256')
      const signature = unitSignature(signed, 256)
      const key = createPublicKey({ key: unit, format: 'jwk' })
      assert(verify('sha256', Buffer.from(signed), key, signature), 'Node sees through it')
      return `${signed}.${base64url(signature)}`
    },
  ],
  [
    'a key that was published with its private half',
    (world: ForeignWorld) => {
      publishJwk(world, curve.privateKey.export({ format: 'jwk' }))
      return rawToken({ alg: 'ES256', kid: keyId, typ: 'JWT' }, payload(), curve)
    },
  ],
  [
    'a point that is not on its curve',
    (world: ForeignWorld) => {
      publishJwk(world, { ...curve.jwk, y: curve.jwk.x ?? '' })
      return rawToken({ alg: 'ES256', kid: keyId, typ: 'JWT' }, payload(), curve)
    },
  ],
  [
    'a secret for a key',
    (world: ForeignWorld) => {
      publishJwk(world, { kty: 'oct', k: 'AAAA' })
      return rawToken({ alg: 'ES256', kid: keyId, typ: 'JWT' }, payload(), curve)
    },
  ],
].map(([name, attacked]) => ({
  name: `when its key is ${name as string}`,
  attacked: attacked as Attack['attacked'],
  because: ['issuer-key-weak'],
}))

/** S = 1 and R = the base point: under the key that is no point at all this holds for whatever was said. */
const anything = Buffer.concat([Buffer.of(0x58), Buffer.alloc(31, 0x66), littleEndian(1n)])
const unitKey = (bytes: Buffer) => base58(Buffer.concat([Buffer.from('ed01', 'hex'), bytes]))

const forgedProofs: readonly Attack[] = smallPoints.map(([name, bytes]) => ({
  name: `when its key is a point ${name}, and nobody signed it`,
  because: ['issuer-key-weak'],
  attacked: async (world) => {
    const method = { id: keyId, type: 'Multikey', controller: schoolDid }
    world.publish(didUrl, {
      id: schoolDid,
      verificationMethod: [{ ...method, publicKeyMultibase: unitKey(bytes) }],
      assertionMethod: [keyId],
    })
    const signed = await world.sign(badge({ name: 'Doctor' }), { verificationMethod: keyId })
    const [proof] = signed.proof as readonly object[]
    return { ...signed, proof: [{ ...proof, proofValue: base58(anything) }] }
  },
}))

const weakDid = `did:key:${unitKey(point(1n))}`

/** Keys that tell nothing of who signed: each signature here is good by itself, and many were made without any key. */
export const weakKeyFamilies: readonly Family[] = [
  {
    of: 'a token under a sound Ed25519 key',
    honest: (world) => world.token(payload(), { kind: 'Ed25519' }),
    attacks: forgedTokens,
  },
  {
    of: 'a token under a sound key',
    honest: (world) => world.token(payload(), { kind: 'RSA' }),
    attacks: weakTokens,
  },
  {
    of: 'a badge under a sound key',
    honest: (world) => world.sign(badge()),
    attacks: [
      ...forgedProofs,
      {
        name: 'when its issuer is a did:key of small order',
        because: ['issuer-key-weak'],
        attacked: async (world) => {
          const verificationMethod = `${weakDid}#${unitKey(point(1n))}`
          const issuer = { id: weakDid, type: ['Profile'], name: 'A teacher' }
          const signed = await world.sign(badge({ issuer }), { verificationMethod })
          const [proof] = signed.proof as readonly object[]
          return { ...signed, proof: [{ ...proof, proofValue: base58(anything) }] }
        },
      },
    ],
  },
]
