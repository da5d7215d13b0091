import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { multibaseOf } from '../../src/proof/multibase.ts'
import { readJwk, readMultikey } from '../../src/proof/public-key.ts'
import { isSoundPoint, isSoundRsa } from '../../src/proof/weak-keys.ts'
import { didKeyVectors } from './did-key-vectors.ts'

const prime = 2n ** 255n - 19n
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const littleEndian = (value: bigint) =>
  Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse()
const fresh = (curve: 'P-256' | 'P-384') =>
  generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({ format: 'jwk' })
const freshPoint = () =>
  Buffer.from(
    generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '',
    'base64url',
  )
const multikey = (code: readonly number[], bytes: Uint8Array) =>
  multibaseOf(Buffer.concat([Buffer.from(code), bytes]))
const rsa = (modulusLength: number, publicExponent = 65_537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'jwk' })

describe('a public key', () => {
  test.each(didKeyVectors)(
    'of the test vectors of did:key is the same in both forms: %s',
    (multibase, jwk) => {
      const key = { publicKeyJwk: jwk, publicKeyMultibase: multibase }
      expect(readMultikey(multibase)).toEqual(key)
      expect(readJwk(jwk)).toEqual(key)
    },
  )
  test('of Ed25519 is the same in both forms', () => {
    const point = freshPoint()
    const key = readMultikey(multikey([0xed, 0x01], point))
    expect(key).toEqual(readJwk({ kty: 'OKP', crv: 'Ed25519', x: base64url(point) }))
    expect(key).toMatchObject({ publicKeyMultibase: expect.stringMatching(/^z6Mk/) })
  })
  test('keeps nothing but what makes it', () => {
    const read = readJwk({
      ...fresh('P-256'),
      kid: 'one',
      alg: 'ES256',
      use: 'sig',
      x5u: 'https://x',
    })
    expect(Object.keys(Object(read).publicKeyJwk).sort()).toEqual(['crv', 'kty', 'x', 'y'])
  })
  test.each([
    ['another use', { use: 'enc' }],
    ['another algorithm', { alg: 'ES384' }],
    ['other operations', { key_ops: ['sign'] }],
    ['operations that are no list', { key_ops: 'verify' }],
  ])('that its owner keeps for %s is not for signatures', (_what, change) => {
    expect(readJwk({ ...fresh('P-256'), ...change })).toBe('not-for-signatures')
  })
  test.each([
    ['a shared secret', { kty: 'oct' }],
    ['secp256k1', { kty: 'EC', crv: 'secp256k1', x: 'AA', y: 'AA' }],
    ['P-521', { kty: 'EC', crv: 'P-521', x: 'AA', y: 'AA' }],
    ['X25519', { kty: 'OKP', crv: 'X25519', x: 'AA' }],
    ['no kind', {}],
    ['a text', 'z6Mk'],
    ['a list', [fresh('P-256')]],
    ['nothing', null],
  ])('of %s is of a kind that is not known', (_what, jwk) => {
    expect(readJwk(jwk)).toBe('kind-unknown')
  })
  test.each([
    ['z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc'],
    ['z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9v'],
    ['uAAAA'],
    [''],
  ])('written as %s is of a kind that is not known', (multibase) => {
    expect(readMultikey(multibase)).toBe('kind-unknown')
  })
})

describe('a weak key', () => {
  test.each([
    ['its private half beside it', { d: 'AAAA' }],
    ['a prime of an RSA key beside it', { p: 'AAAA' }],
    ['another point of its column', { y: base64url(Buffer.alloc(32, 1)) }],
    ['an x that is too short', { x: base64url(Buffer.alloc(31, 1)) }],
    ['an x that is too long', { x: base64url(Buffer.alloc(33, 1)) }],
    ['no y', { y: undefined }],
    ['a y that is no text', { y: 7 }],
    ['the point zero', { x: base64url(Buffer.alloc(32)), y: base64url(Buffer.alloc(32)) }],
    ['the numbers of another curve', { crv: 'P-384' }],
  ])('of P-256 is one with %s', (_what, change) => {
    const jwk = fresh('P-256')
    expect(readJwk(jwk)).toHaveProperty('publicKeyMultibase')
    expect(readJwk({ ...jwk, ...change })).toBe('weak')
  })
  test('is one whose numbers are spelt in a second way', () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(freshPoint()) }
    expect(readJwk({ ...jwk, x: `${jwk.x}=` })).toBe('weak')
    expect(readJwk({ ...jwk, x: ` ${jwk.x}` })).toBe('weak')
  })
  // RFC 8032 §5.1.3 lets y be written with p added, and the sign of x = 0 be set.
  const smallOrder = [
    0n,
    1n,
    prime - 1n,
    0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
    0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
  ]
  const spellings = [...smallOrder, prime, prime + 1n].flatMap((y) => [
    littleEndian(y),
    littleEndian(y | (1n << 255n)),
  ])
  test.each(spellings.map((point) => [point.toString('hex')]))(
    'of Ed25519 is the point of small order %s, in both forms',
    (hex) => {
      const point = Buffer.from(hex, 'hex')
      expect(readMultikey(multikey([0xed, 0x01], point))).toBe('weak')
      expect(readJwk({ kty: 'OKP', crv: 'Ed25519', x: base64url(point) })).toBe('weak')
    },
  )
  test('of Ed25519 is every y that is not below the prime', () => {
    for (let more = 0n; more < 19n; more += 1n)
      expect(isSoundPoint(littleEndian(prime + more))).toBe(false)
  })
  test('is none that was made by chance', () => {
    fc.assert(
      fc.property(fc.constant(0), () => isSoundPoint(freshPoint())),
      { numRuns: 50 },
    )
  })
  test('of Ed25519 is read in no other length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }).filter(({ length }) => length !== 32),
        (bytes) => typeof readMultikey(multikey([0xed, 0x01], bytes)) === 'string',
      ),
    )
  })
  test('of P-256 is a compressed point that is not on the curve, or in another form', () => {
    const { x } = fresh('P-256')
    const right = Buffer.from(x ?? '', 'base64url')
    expect(
      readMultikey(multikey([0x80, 0x24], Buffer.concat([Buffer.of(2), right]))),
    ).toHaveProperty('publicKeyJwk')
    for (const sign of [0, 4, 5, 6, 7])
      expect(readMultikey(multikey([0x80, 0x24], Buffer.concat([Buffer.of(sign), right])))).toBe(
        'weak',
      )
    expect(
      readMultikey(multikey([0x80, 0x24], Buffer.concat([Buffer.of(2), Buffer.alloc(32, 255)]))),
    ).toBe('weak')
  })
  test('of RSA is one below 2048 bits', () => {
    expect(readJwk(rsa(2048))).toHaveProperty('publicKeyJwk')
    expect(readJwk(rsa(2040))).toBe('weak')
    expect(readJwk(rsa(1024))).toBe('weak')
  })
  test('of RSA is one whose exponent lets others sign', () => {
    expect(readJwk(rsa(2048, 3))).toBe('weak')
    const { n = '' } = rsa(2048)
    for (const e of [
      '',
      'AA',
      'AQ',
      'Ag',
      'AQAA',
      'AQAC',
      'AAEAAQ',
      base64url(Buffer.alloc(9, 255)),
    ])
      expect(readJwk({ kty: 'RSA', n, e })).toBe('weak')
  })
  test('of RSA is one with an even, a padded or an endless modulus', () => {
    const { n = '', e = '' } = rsa(2048)
    const modulus = Buffer.from(n, 'base64url')
    const even = Buffer.from(modulus)
    even[255] = (even[255] ?? 0) & 0xfe
    for (const bytes of [even, Buffer.concat([Buffer.of(0), modulus]), Buffer.alloc(1_025, 255)])
      expect(readJwk({ kty: 'RSA', n: base64url(bytes), e })).toBe('weak')
    expect(isSoundRsa(Buffer.alloc(1_024, 255), Buffer.from(e, 'base64url'))).toBe(true)
  })
  test('as long as a book is refused unread', () => {
    expect(readMultikey(`z6Mk${'2'.repeat(90_000)}`)).toBe('weak')
    expect(readJwk({ kty: 'RSA', n: 'A'.repeat(90_000), e: 'AQAB' })).toBe('weak')
  })
  test('is every key of which one bit was changed, or else it is another key', () => {
    const jwk = fresh('P-256')
    const point = Buffer.concat([
      Buffer.from(jwk.x ?? '', 'base64url'),
      Buffer.from(jwk.y ?? '', 'base64url'),
    ])
    fc.assert(
      fc.property(fc.nat(511), (bit) => {
        const changed = Buffer.from(point)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const [x, y] = [changed.subarray(0, 32), changed.subarray(32)].map(base64url)
        return readJwk({ kty: 'EC', crv: 'P-256', x, y }) === 'weak'
      }),
    )
  })
})
