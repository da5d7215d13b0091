import { generateKeyPairSync, sign } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { readHolderProof } from '../../src/proof/holder-proof.ts'
import {
  makeWalletKey,
  type ProofParts,
  proofOf,
  type WalletKey,
} from '../support/openid-wallet.ts'
import { publicUrl } from '../support/workshop.ts'

const now = new Date('2026-11-24T10:00:00Z')
const seconds = now.getTime() / 1_000
const key = makeWalletKey('Ed25519')
const other = makeWalletKey('Ed25519')
const curve = makeWalletKey('P-256')

const read = (jwt: string) => readHolderProof(jwt, { audience: publicUrl, now })
const readWith = async (parts: ProofParts, by: WalletKey = key) =>
  read(await proofOf(by, 'a-nonce', parts, now))

const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('the proof of a holder', () => {
  test('tells the DID and the nonce, of either curve', async () => {
    for (const holder of [key, curve])
      expect(await readWith({}, holder)).toEqual({ holder: holder.did, nonce: 'a-nonce' })
  })

  test('may name the key by a did:jwk', async () => {
    for (const holder of [key, curve]) {
      const kid = `${holder.didJwk}#0`
      expect(await readWith({ header: { kid } }, holder)).toMatchObject({ holder: holder.didJwk })
    }
  })

  test('may carry a key without a name, which is named by itself, however it is written', async () => {
    const { x, crv, kty } = key.jwk
    const [one, same] = await Promise.all(
      [
        { kty, crv, x },
        { x, kty, crv, kid: 'mine', alg: 'EdDSA' },
      ].map((jwk) => readWith({ header: { jwk } })),
    )
    expect(one).toEqual(same)
    expect(one).toMatchObject({ holder: expect.stringMatching(/^did:jwk:/) })
  })

  test('may call Ed25519 by its newer name', async () => {
    expect(await readWith({ header: { alg: 'Ed25519', kid: key.kid } })).toMatchObject({
      holder: key.did,
    })
  })

  test('without a nonce is told as such', async () => {
    expect(await readWith({ payload: { nonce: undefined } })).toMatchObject({ nonce: undefined })
  })
})

describe('a proof with more in its header than is asked for', () => {
  test('is read by the key that it names, and by nothing else', async () => {
    for (const more of [{ trust_chain: ['a.b.c'] }, { key_attestation: 'a.b.c' }, { odd: 1 }])
      expect(await readWith({ header: { kid: key.kid, ...more } })).toMatchObject({
        holder: key.did,
      })
    expect(await readWith({ header: { trust_chain: ['a.b.c'], kid: 'key-1' } })).toBe(
      'its header has to name one key, by jwk or by kid of a did:key or did:jwk',
    )
  })
})

describe('a proof is refused', () => {
  const refusedKey = 'its header has to name one key, by jwk or by kid of a did:key or did:jwk'
  const notCompact = 'it is no compact JWS under an algorithm of proof_signing_alg_values_supported'
  const broken = 'its signature does not hold under the key that its header names'
  const weak = 'its key is not one that only its holder can sign with'

  test('when another key signed it', async () => {
    expect(await readWith({ signer: other })).toBe(broken)
    expect(await readWith({ header: { jwk: key.jwk }, signer: other })).toBe(broken)
  })

  test('when its key id is of a DID with another key', async () => {
    const fragment = other.did.slice('did:key:'.length)
    expect(await readWith({ header: { kid: `${key.did}#${fragment}` } })).toBe(refusedKey)
    expect(await readWith({ header: { kid: other.kid }, signer: key })).toBe(broken)
    expect(await readWith({ header: { kid: `${key.didJwk}#1` } })).toBe(refusedKey)
  })

  test('when it names two keys', async () => {
    expect(await readWith({ header: { kid: other.kid, jwk: key.jwk } })).toBe(refusedKey)
    expect(await readWith({ header: { kid: key.kid, x5c: ['AA'] } })).toBe(refusedKey)
  })

  test('when it names none, or one that only somebody else could tell', async () => {
    for (const kid of ['', 'key-1', 'did:web:example.org#1', 'did:jwk:e30#0', 'did:key:#'])
      expect([kid, await readWith({ header: { kid } })]).toEqual([kid, refusedKey])
  })

  test('when its did:jwk can be read as more than one key', async () => {
    const named = (json: string) => `did:jwk:${Buffer.from(json).toString('base64url')}`
    const { x, crv, kty } = key.jwk
    for (const json of [
      `{"kty":"${kty}","crv":"${crv}","x":"${other.jwk.x}","x":"${x}"}`,
      `{"kty":"EC","kty":"${kty}","crv":"${crv}","x":"${x}"}`,
      `{"kty":"${kty}","crv":"${crv}","\\u0078":"${other.jwk.x}","x":"${x}"}`,
    ])
      expect(await readWith({ header: { kid: named(json) } })).toBe(refusedKey)
    const plain = named(`{ "x": "${x}", "kty": "${kty}", "crv": "${crv}", "kid": "x" }`)
    expect(await readWith({ header: { kid: plain } })).toMatchObject({ holder: plain })
  })

  test('when its type is no text', async () => {
    const typ = ['openid4vci-proof+jwt'] as unknown as string
    expect(await readWith({ header: { kid: key.kid, typ } })).toBe(
      'its typ is not openid4vci-proof+jwt',
    )
  })

  test('when nothing or a shared secret signed it', async () => {
    const header = { alg: 'none', typ: 'openid4vci-proof+jwt', kid: key.kid }
    const payload = text({ aud: publicUrl, iat: seconds, nonce: 'a-nonce' })
    for (const alg of ['none', 'HS256', 'RS256', 'ES384'])
      expect(await read(`${text({ ...header, alg })}.${payload}.AAAA`)).toBe(notCompact)
    expect(await read(`${text(header)}.${payload}.`)).toBe(notCompact)
  })

  test('when its algorithm is not one of its key', async () => {
    expect(await readWith({ header: { kid: key.kid }, signer: curve })).toBe(broken)
  })

  test('when its key is weak, private, or kept for other things', async () => {
    const small = { kty: 'OKP', crv: 'Ed25519', x: Buffer.alloc(32).toString('base64url') }
    const { d } = key.privateKey.export({ format: 'jwk' })
    for (const jwk of [
      small,
      { ...key.jwk, d },
      { ...key.jwk, use: 'enc' },
      { kty: 'oct', k: 'AA' },
    ])
      expect(await readWith({ header: { jwk } })).toBe(weak)
  })

  test('when it is a token of another kind', async () => {
    for (const typ of ['JWT', 'vp+jwt', 'openid4vci-proof+jwt2', undefined])
      expect(await readWith({ header: { typ, kid: key.kid } })).toBe(
        'its typ is not openid4vci-proof+jwt',
      )
  })

  test('when it has a critical member that nobody here knows', async () => {
    const compact = (header: object) => {
      const named = { alg: 'EdDSA', typ: 'openid4vci-proof+jwt', kid: key.kid, ...header }
      const claims = { aud: publicUrl, iat: seconds, nonce: 'a-nonce' }
      const signed = `${text(named)}.${text(claims)}`
      return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`
    }
    expect(await read(compact({}))).toMatchObject({ holder: key.did })
    expect(await read(compact({ crit: ['odd'], odd: 1 }))).toBe(notCompact)
    expect(await read(compact({ crit: ['b64'], b64: false }))).toBe(
      'its payload is not a JSON object',
    )
  })

  test('when it is for another issuer, or for others as well', async () => {
    const flaw = 'its aud is not this issuer'
    for (const aud of [
      'https://elsewhere.example',
      `${publicUrl}/`,
      [publicUrl, 'x'],
      [],
      undefined,
    ])
      expect(await readWith({ payload: { aud } })).toBe(flaw)
    expect(await readWith({ payload: { aud: [publicUrl] } })).toMatchObject({ holder: key.did })
  })

  test('when it is not of now', async () => {
    for (const iat of [seconds - 301, seconds + 301, undefined, '1'])
      expect(await readWith({ payload: { iat } })).toBe('its iat is not of now')
    expect(await readWith({ payload: { exp: seconds - 400 } })).toBe('its exp has passed')
    expect(await readWith({ payload: { exp: seconds + 60 } })).toMatchObject({ holder: key.did })
  })

  test('when it is no token at all', async () => {
    for (const jwt of ['', 'x', '..', 'a.b.c', `${'a'.repeat(60_000)}`])
      expect(await read(jwt)).toBe(notCompact)
  })

  test('when its key is of a kind that nobody asked for', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'secp384r1' })
    const header = {
      alg: 'ES256',
      typ: 'openid4vci-proof+jwt',
      jwk: publicKey.export({ format: 'jwk' }),
    }
    expect(await read(`${text(header)}.${text({})}.AAAA`)).toBe(broken)
  })
})
