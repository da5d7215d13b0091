import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CompactSign } from 'jose'
import { findKeys } from '../../src/checking/keys/find-keys.ts'
import { receiveToken } from '../../src/checking/receiving/receive-token.ts'
import {
  checkToken,
  claimWarnings,
  tokenFault,
  wantedKeysOf,
} from '../../src/checking/signature/check-token.ts'
import type { Demands } from '../../src/checking/signature/signature.ts'
import { readJwk } from '../../src/proof/public-key.ts'
import { joseVectors } from './jose-vectors.ts'

type Json = Record<string, unknown>

const issuer = 'did:web:uni.example'
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://uni.example/c/1',
  type: ['VerifiableCredential'],
  issuer: { id: issuer },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2036-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:holder' },
}
const claims = {
  iss: issuer,
  jti: credential.id,
  sub: 'did:example:holder',
  nbf: Date.UTC(2026, 0, 1) / 1_000,
  exp: Date.UTC(2036, 0, 1) / 1_000,
}

const pairs = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  EdDSA: generateKeyPairSync('ed25519'),
}
type Algorithm = keyof typeof pairs
const publicJwk = (algorithm: Algorithm) => pairs[algorithm].publicKey.export({ format: 'jwk' })

const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** Signed by a library, as issuers do. */
const signed = (header: Json, payload: Json, key: KeyObject) =>
  new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader(header as never)
    .sign(key)

/** Signed over any text whatever, as no library would. */
function signedRaw(header: unknown, payload: unknown, key = pairs.ES256.privateKey) {
  const input = `${part(header)}.${part(payload)}`
  const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
  return `${input}.${signature.toString('base64url')}`
}

/** How a token comes out when the issuer publishes these keys. */
async function outcomeOf(
  token: string,
  published: readonly (Json | string)[],
  demands?: Partial<Demands>,
) {
  const received = receiveToken(token, 'jwt')
  if (received.secured.form !== 'jwt') throw new Error('not a token')
  const asked = { purpose: 'assertionMethod', ...demands } as const
  const document = {
    id: issuer,
    [asked.purpose]: published.map((key, index) => ({
      id: `#${index}`,
      controller: issuer,
      ...(typeof key === 'string'
        ? { type: 'Multikey', publicKeyMultibase: key }
        : { type: 'JsonWebKey', publicKeyJwk: key }),
    })),
  }
  const found = await findKeys(issuer, wantedKeysOf(received.secured), asked.purpose, {
    fetch: async () => ({ contentType: '', body: Buffer.from(JSON.stringify(document)) }),
    now: new Date('2026-11-26T12:00:00Z'),
  })
  if ('fault' in found) return `key ${found.fault}`
  return checkToken(received.credential, received.secured, found.keys, asked)
}

const kid = `${issuer}#0`
const whole = { ...credential, ...claims }

describe('a token', () => {
  test.each<[Algorithm, string]>([
    ['ES256', 'ES256'],
    ['ES384', 'ES384'],
    ['RS256', 'RS256'],
    ['EdDSA', 'EdDSA'],
    ['EdDSA', 'Ed25519'],
  ])('signed with a key for %s, and saying %s, holds', async (algorithm, alg) => {
    const { privateKey } = pairs[algorithm]
    for (const typ of [undefined, 'JWT', 'vc+jwt', 'vc+ld+jwt', 'application/vc+jwt', 'VC+JWT']) {
      const token = await signed({ alg, kid, ...(typ ? { typ } : {}) }, whole, privateKey)
      expect([typ, await outcomeOf(token, [publicJwk(algorithm)])]).toEqual([typ, 'holds'])
    }
  })
  test.each<Algorithm>(['ES256', 'ES384', 'EdDSA'])(
    'signed with a key for %s holds when that is published as a Multikey',
    async (algorithm) => {
      const token = await signed({ alg: algorithm, kid }, whole, pairs[algorithm].privateKey)
      const read = readJwk(publicJwk(algorithm))
      const multikey = (typeof read !== 'string' && read.publicKeyMultibase) || ''
      expect(multikey).toMatch(/^z/)
      expect(await outcomeOf(token, [multikey])).toBe('holds')
    },
  )
  test.each<[Algorithm, string]>([
    ['ES256', 'ES384'],
    ['ES256', 'RS256'],
    ['ES256', 'EdDSA'],
    ['ES384', 'ES256'],
    ['EdDSA', 'ES256'],
    ['RS256', 'ES256'],
    ['RS256', 'PS256'],
    ['RS256', 'RS512'],
    ['RS256', 'HS256'],
    ['ES256', 'none'],
    ['ES256', 'None'],
    ['ES256', 'es256'],
    ['ES256', 'ES256K'],
    ['ES256', ''],
  ])('under a key for %s that says %s is refused: the key decides', async (algorithm, alg) => {
    const [, payload, signature] = signedRaw({}, whole).split('.')
    const token = `${part({ alg, kid })}.${payload}.${signature}`
    expect(await outcomeOf(token, [publicJwk(algorithm)])).toBe('algorithm-refused')
  })
  test('keyed with the text of a public key is refused', async () => {
    const secret = pairs.RS256.publicKey.export({ type: 'spki', format: 'pem' })
    const input = `${part({ alg: 'HS256', kid })}.${part(whole)}`
    const mac = createHmac('sha256', secret).update(input).digest('base64url')
    expect(await outcomeOf(`${input}.${mac}`, [publicJwk('RS256')])).toBe('algorithm-refused')
  })
  test.each<[string, Json]>([
    ['crit', { crit: ['b64'] }],
    ['crit and b64', { crit: ['b64'], b64: false }],
    ['b64', { b64: true }],
    ['zip', { zip: 'DEF' }],
    ['jku', { jku: 'https://mallory.example/keys' }],
    ['x5u', { x5u: 'https://mallory.example/cert' }],
    ['x5c', { x5c: ['AAAA'] }],
    ['x5t', { x5t: 'AAAA' }],
    ['a member nobody knows', { note: 'hello' }],
    [
      'a key with its private half',
      { jwk: { ...pairs.ES256.privateKey.export({ format: 'jwk' }) } },
    ],
    ['a key that is none', { jwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } }],
    ['a key that is a shared secret', { jwk: { kty: 'oct', k: 'AAAA' } }],
    ['another type', { typ: 'at+jwt' }],
    ['the type of a presentation', { typ: 'vp+jwt' }],
    ['the type of an SD-JWT', { typ: 'vc+sd-jwt' }],
  ])('with %s in its header is refused', async (_what, change) => {
    expect(await outcomeOf(signedRaw({ alg: 'ES256', kid }, whole), [publicJwk('ES256')])).toBe(
      'holds',
    )
    const token = signedRaw({ alg: 'ES256', kid, ...change }, whole)
    const { secured } = receiveToken(token, 'jwt')
    expect(secured.form === 'jwt' && tokenFault(secured, { purpose: 'assertionMethod' })).toBe(
      'algorithm-refused',
    )
    expect(await outcomeOf(token, [publicJwk('ES256')])).toMatch(
      /algorithm-refused|key weak|key not-bound/,
    )
  })
  test.each<[string, string]>([
    ['a member twice', `{"alg":"none","alg":"ES256","kid":"${kid}"}`],
    ['no algorithm', `{"kid":"${kid}"}`],
    ['an algorithm that is no text', `{"alg":["ES256"],"kid":"${kid}"}`],
    ['a kid that is no text', '{"alg":"ES256","kid":{"a":1}}'],
    ['an empty kid', '{"alg":"ES256","kid":""}'],
    ['a jwk that is no object', '{"alg":"ES256","jwk":"z6Mk"}'],
    ['a member __proto__', `{"__proto__":{"kid":"${kid}"},"alg":"ES256"}`],
    ['a byte that is no UTF-8', 'latin1'],
    ['a list', '["ES256"]'],
    ['words', 'ES256'],
    ['more after its end', `{"alg":"ES256","kid":"${kid}"} {}`],
  ])('whose header is or has %s is no token', (_what, header) => {
    const bytes =
      header === 'latin1'
        ? Buffer.from('{"alg":"ES256","kid":"\xe9"}', 'latin1')
        : Buffer.from(header)
    const [, payload, signature] = signedRaw({}, whole).split('.')
    const token = `${bytes.toString('base64url')}.${payload}.${signature}`
    expect(() => receiveToken(token, 'jwt')).toThrow('not a well-formed one')
  })
})

describe('the spelling of a token', () => {
  const token = signedRaw({ alg: 'ES256', kid }, whole)
  const [header = '', payload = '', signature = ''] = token.split('.')
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  /** The same bytes with the unused bits of the last character set, if it has any. */
  const respell = (text: string) => {
    const unused = (text.length * 6) % 8
    const last = alphabet.indexOf(text.at(-1) ?? '')
    return unused === 0 ? undefined : `${text.slice(0, -1)}${alphabet[last | 1]}`
  }
  test.each([
    ['padding', `${token}=`],
    ['padding of the header', `${header}=.${payload}.${signature}`],
    ['a space before it', ` ${token}`],
    ['a space in it', `${header}. ${payload}.${signature}`],
    [
      'a line break in the payload',
      `${header}.${payload.slice(0, 20)}\n${payload.slice(20)}.${signature}`,
    ],
    ['a line break after it', `${token}\n`],
    ['other signs for + and /', `${header}.${payload}.${signature.replace(/[-_]/g, '+')}+`],
    ['unused bits in the signature', `${header}.${payload}.${respell(signature)}`],
    ['a fourth part', `${token}.e30`],
    ['five parts, as if encrypted', `${token}.e30.e30`],
    ['an empty signature', `${header}.${payload}.`],
    ['an empty payload', `${header}..${signature}`],
    ['an empty header', `.${payload}.${signature}`],
    ['a letter of another script', token.replace('e', 'е')],
    ['JSON around it', JSON.stringify({ payload, protected: header, signature })],
    ['a NUL at its end', `${token}\0`],
  ])('with %s is refused', (_what, text) => {
    expect(text).not.toBe(token)
    expect(() => receiveToken(text, 'jwt')).toThrow()
  })
  test.each<[string, (bytes: Buffer) => Buffer]>([
    ['one byte short', (bytes) => bytes.subarray(1)],
    ['one byte long', (bytes) => Buffer.concat([bytes, Buffer.of(0)])],
    ['half as long', (bytes) => bytes.subarray(32)],
    ['twice as long', (bytes) => Buffer.concat([bytes, bytes])],
    ['one byte', () => Buffer.of(0)],
    [
      'in the form of ASN.1',
      () => sign('sha256', Buffer.from(`${header}.${payload}`), pairs.ES256.privateKey),
    ],
  ])('with a signature that is %s is malformed', async (_what, change) => {
    const bytes = change(Buffer.from(signature, 'base64url'))
    const text = `${header}.${payload}.${bytes.toString('base64url')}`
    expect(await outcomeOf(text, [publicJwk('ES256')])).toBe('malformed')
  })
  test.each<[string, Buffer]>([
    ['of zeros', Buffer.alloc(64)],
    ['of ones', Buffer.alloc(64, 255)],
    [
      'whose s is zero',
      Buffer.concat([Buffer.from(signature, 'base64url').subarray(0, 32), Buffer.alloc(32)]),
    ],
  ])('with a signature %s does not hold', async (_what, bytes) => {
    const text = `${header}.${payload}.${bytes.toString('base64url')}`
    expect(await outcomeOf(text, [publicJwk('ES256')])).toBe('broken')
  })
  test.each<Algorithm>(['ES384', 'RS256', 'EdDSA'])(
    'of %s has one length of signature',
    async (alg) => {
      const text = await signed({ alg, kid }, whole, pairs[alg].privateKey)
      const [first, second, third = ''] = text.split('.')
      const bytes = Buffer.from(third, 'base64url')
      for (const wrong of [bytes.subarray(1), Buffer.concat([Buffer.of(0), bytes])])
        expect(
          await outcomeOf(`${first}.${second}.${wrong.toString('base64url')}`, [publicJwk(alg)]),
        ).toBe('malformed')
    },
  )
  test('may not change in any character: then it does not hold, or is no token', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom(...alphabet),
        async (at, letter) => {
          fc.pre(token[at] !== letter && token[at] !== '.')
          const text = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`
          try {
            expect(await outcomeOf(text, [publicJwk('ES256')])).not.toBe('holds')
          } catch (thrown) {
            expect(thrown).toHaveProperty('code')
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the claims of a token', () => {
  const outcome = (change: Json, header: Json = {}) =>
    outcomeOf(signedRaw({ alg: 'ES256', kid, ...header }, { ...whole, ...change }), [
      publicJwk('ES256'),
    ])
  test.each<[string, Json]>([
    ['another iss', { iss: 'did:web:mallory.example' }],
    ['an iss that is an object', { iss: { id: issuer } }],
    ['another jti', { jti: 'https://uni.example/c/2' }],
    ['another sub', { sub: 'did:example:mallory' }],
    ['a sub in capitals', { sub: 'DID:EXAMPLE:HOLDER' }],
    ['an earlier nbf', { nbf: claims.nbf - 1 }],
    ['an nbf that is a text', { nbf: String(claims.nbf) }],
    ['an nbf in milliseconds', { nbf: claims.nbf * 1_000 }],
    ['an nbf that is null', { nbf: null }],
    ['a later exp', { exp: claims.exp + 1 }],
    [
      'a sub of one among several',
      { credentialSubject: [{ id: 'did:example:holder' }, { id: 'did:example:x' }] },
    ],
    ['a sub of somebody without id', { credentialSubject: {} }],
    ['a jti of a credential without id', { id: undefined }],
  ])('with %s differ from the members', async (_what, change) => {
    expect(await outcome(change)).toBe('claims-differ')
  })
  test.each<[string, Json]>([
    [
      'none of them',
      { iss: undefined, jti: undefined, sub: undefined, nbf: undefined, exp: undefined },
    ],
    ['an issuer that is a text', { issuer }],
    ['one subject in a list', { credentialSubject: [{ id: 'did:example:holder' }] }],
    ['dates without a zone', { validFrom: '2026-01-01T00:00:00' }],
    ['dates in another zone', { validFrom: '2026-01-01T02:00:00+02:00' }],
    ['part of a second', { validFrom: '2026-01-01T00:00:00.500Z' }],
    [
      'part of a second in the claim too',
      { validFrom: '2026-01-01T00:00:00.500Z', nbf: claims.nbf + 0.5 },
    ],
    ['no end of the credential', { validUntil: undefined, exp: 4_000_000_000 }],
    ['others besides', { iat: 1, aud: 'anyone', nonce: 'any' }],
    [
      'the names of VC DM 1.1',
      {
        validFrom: undefined,
        validUntil: undefined,
        issuanceDate: '2026-01-01T00:00:00Z',
        expirationDate: '2036-01-01T00:00:00Z',
      },
    ],
  ])('with %s agree with the members', async (_what, change) => {
    expect(await outcome(change)).toBe('holds')
  })
  test('of VC DM 1.1 stand beside the credential, and must agree with it', async () => {
    const { validFrom: issuanceDate, validUntil: expirationDate, ...rest } = credential
    const vc = { ...rest, issuanceDate, expirationDate }
    const inside = (change: Json) =>
      outcomeOf(signedRaw({ alg: 'ES256', kid, typ: 'JWT' }, { ...claims, vc, ...change }), [
        publicJwk('ES256'),
      ])
    expect(await inside({})).toBe('holds')
    expect(await inside({ sub: 'did:example:mallory' })).toBe('claims-differ')
    expect(await inside({ exp: claims.exp + 1 })).toBe('claims-differ')
    expect(await inside({ vc: { ...vc, issuer: undefined, id: undefined } })).toBe('holds')
  })
  test('do not hide a second credential beside the first', async () => {
    const vc = { ...credential, credentialSubject: { id: 'did:example:mallory' } }
    await expect(outcome({ vc })).rejects.toMatchObject({ code: 'no-credential-found' })
    const token = signedRaw({ alg: 'ES256', kid, typ: 'vc+jwt' }, { ...claims, vc })
    expect(await outcomeOf(token, [publicJwk('ES256')])).toBe('malformed')
  })
  const warningsOf = (header: Json, payload: Json) => {
    const { secured, credential: document } = receiveToken(
      signedRaw({ alg: 'ES256', kid, ...header }, payload),
      'jwt',
    )
    return secured.form === 'jwt' ? claimWarnings(secured, document) : undefined
  }
  test('that Open Badges requires are missed, those of VC-JOSE-COSE are not', () => {
    expect(warningsOf({}, whole)).toEqual([])
    for (const name of ['iss', 'jti', 'sub', 'nbf'])
      expect(warningsOf({ typ: 'JWT' }, { ...whole, [name]: undefined })).toEqual([
        'jwt-claim-missing',
      ])
    expect(warningsOf({ typ: 'JWT' }, { ...whole, exp: undefined })).toEqual([])
    expect(warningsOf({ typ: 'vc+jwt' }, credential)).toEqual([])
  })
})

describe('the key of a token', () => {
  test('that it brings along must be one of the issuer', async () => {
    const { privateKey } = pairs.ES256
    for (const header of [{}, { kid }]) {
      const text = await signed(
        { alg: 'ES256', jwk: publicJwk('ES256'), ...header },
        whole,
        privateKey,
      )
      expect(await outcomeOf(text, [publicJwk('ES256')])).toBe('holds')
      expect(await outcomeOf(text, [publicJwk('ES384')])).toBe('key not-bound')
    }
  })
  test('that is not named is any of the issuer that is for its algorithm', async () => {
    const text = await signed({ alg: 'ES256' }, whole, pairs.ES256.privateKey)
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      format: 'jwk',
    })
    expect(await outcomeOf(text, [publicJwk('RS256'), stranger, publicJwk('ES256')])).toBe('holds')
    expect(await outcomeOf(text, [publicJwk('RS256'), stranger])).toBe('broken')
    expect(await outcomeOf(text, [publicJwk('RS256')])).toBe('algorithm-refused')
  })
  test('that was named is the only one that counts', async () => {
    const text = await signed({ alg: 'ES256', kid: `${issuer}#1` }, whole, pairs.ES256.privateKey)
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      format: 'jwk',
    })
    expect(await outcomeOf(text, [stranger, publicJwk('ES256')])).toBe('holds')
    expect(await outcomeOf(text, [publicJwk('ES256'), stranger])).toBe('broken')
  })
  test('that nobody has found proves nothing', async () => {
    const { secured, credential: document } = receiveToken(
      signedRaw({ alg: 'ES256', kid }, whole),
      'jwt',
    )
    if (secured.form !== 'jwt') throw new Error('not a token')
    expect(await checkToken(document, secured, new Map(), { purpose: 'assertionMethod' })).toBe(
      'key-missing',
    )
  })
})

describe('the token of a presentation', () => {
  const presentation = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:uuid:1',
    type: ['VerifiablePresentation'],
    holder: issuer,
  }
  const present = (payload: Json, demands: Partial<Demands> = {}, header: Json = {}) =>
    outcomeOf(
      signedRaw({ alg: 'ES256', kid, typ: 'vp+jwt', ...header }, { ...presentation, ...payload }),
      [publicJwk('ES256')],
      { purpose: 'authentication', ...demands },
    )
  const asked = { challenge: 'c-1', domain: 'https://checker.example' }
  test('holds for whoever asked', async () => {
    expect(await present({})).toBe('holds')
    expect(await present({ nonce: 'c-1', aud: asked.domain, iss: issuer }, asked)).toBe('holds')
    expect(await present({ nonce: 'c-1', aud: ['https://x.example', asked.domain] }, asked)).toBe(
      'holds',
    )
    expect(await present({}, {}, { typ: 'JWT' })).toBe('holds')
  })
  test.each<[string, Json]>([
    ['another challenge', { nonce: 'c-2', aud: asked.domain }],
    ['no challenge', { aud: asked.domain }],
    ['another domain', { nonce: 'c-1', aud: 'https://mallory.example' }],
    ['no domain', { nonce: 'c-1' }],
    ['a domain that is part of it', { nonce: 'c-1', aud: 'https://checker.example.org' }],
  ])('made for %s was made for others', async (_what, payload) => {
    expect(await present(payload, asked)).toBe('other-audience')
  })
  test('of another holder than its claims say differs', async () => {
    expect(await present({ iss: 'did:web:mallory.example' })).toBe('claims-differ')
    expect(await present({ jti: 'urn:uuid:2' })).toBe('claims-differ')
  })
  test('is no credential, and the other way round', async () => {
    expect(await present({}, {}, { typ: 'vc+jwt' })).toBe('algorithm-refused')
    const vp = { ...presentation, holder: undefined }
    const inside = signedRaw({ alg: 'ES256', kid, typ: 'JWT' }, { iss: issuer, vp })
    expect(await outcomeOf(inside, [publicJwk('ES256')], { purpose: 'authentication' })).toBe(
      'holds',
    )
  })
})

describe('the tokens of W3C VC-JOSE-COSE', () => {
  const check = (token: string, jwk: Json) => {
    const { secured, credential: document } = receiveToken(token, 'jwt')
    if (secured.form !== 'jwt') throw new Error('not a token')
    const [{ name } = { name: '' }] = wantedKeysOf(secured)
    const method = { id: name, type: 'JsonWebKey', controller: '', publicKeyJwk: jwk as never }
    return checkToken(document, secured, new Map([[name, method]]), { purpose: 'assertionMethod' })
  }
  test('the example of the Recommendation holds, and its key is found in a key set', async () => {
    const { recommendation, recommendationKey } = joseVectors
    expect(await check(recommendation, recommendationKey)).toBe('holds')
    const owner = 'https://university.example/issuers/565049'
    const world: Json = {
      [owner]: '<html></html>',
      'https://university.example/.well-known/jwks.json': {
        keys: [{ ...recommendationKey, iss: owner }],
      },
    }
    const { secured } = receiveToken(recommendation, 'jwt')
    const found = await findKeys(
      owner,
      secured.form === 'jwt' ? wantedKeysOf(secured) : [],
      'assertionMethod',
      {
        fetch: async ({ href }) => ({
          contentType: '',
          body: Buffer.from(JSON.stringify(world[href])),
        }),
        now: new Date(),
      },
    )
    expect('keys' in found && [...found.keys.keys()]).toEqual([recommendationKey.kid])
  })
  test('the example for VC DM 2.0 holds under its key and under no other', async () => {
    expect(await check(joseVectors.draft2, joseVectors.draftKey)).toBe('holds')
    expect(await check(joseVectors.draft2, publicJwk('ES256'))).toBe('broken')
  })
  test('the example for VC DM 1.1 is signed, but its nbf is not its issuanceDate', async () => {
    expect(await check(joseVectors.draft1, joseVectors.draftKey)).toBe('claims-differ')
  })
})
