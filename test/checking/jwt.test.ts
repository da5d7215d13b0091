import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type JWTHeaderParameters, SignJWT } from 'jose'
import type { Report } from '../../src/checking/report.ts'
import { claimsOf } from '../../src/proof/jwt.ts'
import { openStrangers, type Strangers } from '../support/strangers.ts'

const reasonOf = (report: Report, check: string) =>
  report.findings.find((finding) => finding.check === check)?.reason

let strangers: Strangers
beforeAll(async () => {
  strangers = await openStrangers()
})
afterAll(() => strangers.close())

/** The issuer's own key signs whatever header and payload a test wants. */
async function token(change: {
  header?: Partial<JWTHeaderParameters>
  payload?: Record<string, unknown>
}) {
  const { key, privateKey } = (await strangers.issuer.keyring.current()).signer('ES256')
  const { proof: _, ...badge } = strangers.badge
  return new SignJWT({ ...badge, ...claimsOf(badge), ...change.payload })
    .setProtectedHeader({ alg: 'ES256', kid: key.url, typ: 'JWT', ...change.header })
    .sign(privateKey)
}

describe('a JWT credential', () => {
  test('is valid in the shape of Open Badges 3.0', async () => {
    expect((await strangers.check(await token({}))).verdict).toBe('valid')
  })
  test('is valid in the shape of VC-JOSE-COSE, key named by DID URL', async () => {
    const { key } = (await strangers.issuer.keyring.current()).signer('ES256')
    const text = await token({ header: { typ: 'vc+jwt', kid: key.id } })
    expect((await strangers.check(text)).verdict).toBe('valid')
  })
  test('lacking a claim that Open Badges requires is valid, with a warning', async () => {
    const report = await strangers.check(await token({ payload: { sub: undefined } }))
    expect(report).toMatchObject({ verdict: 'valid', warnings: ['jwt-claim-missing'] })
  })
  test.each([
    ['iss', 'did:web:elsewhere.example'],
    ['jti', 'https://badges.example.org/c/other'],
    ['sub', 'urn:uuid:00000000-0000-4000-8000-000000000000'],
    ['nbf', 1],
  ])('whose claim %s differs from the credential is refused', async (name, value) => {
    const report = await strangers.check(await token({ payload: { [name]: value } }))
    expect(reasonOf(report, 'signature')).toBe('signature-claims-differ')
    expect(report).toMatchObject({ verdict: 'invalid', facts: {} })
  })
  test('whose exp differs from the end of the credential is refused', async () => {
    const payload = { validUntil: '2090-01-01T00:00:00Z', exp: Date.UTC(2090, 0, 1) / 1_000 }
    expect((await strangers.check(await token({ payload }))).verdict).toBe('valid')
    const report = await strangers.check(
      await token({ payload: { ...payload, exp: payload.exp + 1 } }),
    )
    expect(reasonOf(report, 'signature')).toBe('signature-claims-differ')
  })
  test('whose credential has no end is valid until its exp', async () => {
    const lasting = await strangers.check(await token({ payload: { exp: 4_000_000_000 } }))
    expect(lasting.verdict).toBe('valid')
    const over = await strangers.check(await token({ payload: { exp: 1_000_000_000 } }))
    expect(reasonOf(over, 'dates')).toBe('dates-expired')
  })
  test('of a type that is no credential is refused', async () => {
    const report = await strangers.check(await token({ header: { typ: 'at+jwt' } }))
    expect(report.verdict).toBe('invalid')
  })
  test('that brings a key along is valid only if the issuer publishes the same', async () => {
    const { key } = (await strangers.issuer.keyring.current()).signer('ES256')
    const { kty, crv, x, y } = key.publicJwk
    const own = await token({ header: { jwk: { kty, crv, x, y }, kid: undefined } as never })
    expect((await strangers.check(own)).verdict).toBe('valid')
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { proof: _, ...badge } = strangers.badge
    for (const kid of [undefined, key.url]) {
      const text = await new SignJWT({ ...badge, ...claimsOf(badge) })
        .setProtectedHeader({
          alg: 'ES256',
          jwk: publicKey.export({ format: 'jwk' }),
          ...(kid ? { kid } : {}),
        } as never)
        .sign(privateKey)
      expect(reasonOf(await strangers.check(text), 'issuer-key')).toBe('issuer-key-not-bound')
    }
  })
  test('whose kid points to another host is refused, and that host is not asked', async () => {
    const text = await token({ header: { kid: 'https://elsewhere.example/keys/1' } })
    const before = strangers.asked.length
    const report = await strangers.check(text)
    expect(reasonOf(report, 'issuer-key')).toBe('issuer-key-not-bound')
    expect(strangers.asked.slice(before).join()).not.toContain('elsewhere')
  })
  test('signed by a key of somebody else under our kid is refused', async () => {
    const { key } = (await strangers.issuer.keyring.current()).signer('ES256')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { proof: _, ...badge } = strangers.badge
    const text = await new SignJWT({ ...badge, ...claimsOf(badge) })
      .setProtectedHeader({ alg: 'ES256', kid: key.url, typ: 'JWT' })
      .sign(privateKey)
    expect(reasonOf(await strangers.check(text), 'signature')).toBe('signature-broken')
  })
  test.each([
    ['none', 'none'],
    ['HS256', 'HS256'],
    ['RS256', 'RS256'],
  ])('that claims the algorithm %s is refused: the key decides', async (_name, alg) => {
    const [, payload, signature] = strangers.record.jwt.split('.')
    const { key } = (await strangers.issuer.keyring.current()).signer('ES256')
    const header = Buffer.from(JSON.stringify({ alg, kid: key.url, typ: 'JWT' })).toString(
      'base64url',
    )
    const report = await strangers.check(`${header}.${payload}.${signature}`)
    expect(report.verdict).toBe('invalid')
  })
  test('without a kid is valid if any key of the issuer signed it', async () => {
    const text = await token({ header: { kid: undefined as never } })
    expect((await strangers.check(text)).verdict).toBe('valid')
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { proof: _, ...badge } = strangers.badge
    const forged = await new SignJWT({ ...badge, ...claimsOf(badge) })
      .setProtectedHeader({ alg: 'ES256' })
      .sign(privateKey)
    expect(reasonOf(await strangers.check(forged), 'signature')).toBe('signature-broken')
  })
  test.each([
    ['padding', (text: string) => `${text}=`],
    ['another spelling of the last bits', (text: string) => respell(text)],
    ['a fourth part', (text: string) => `${text}.e30`],
  ])('with %s is refused, though its bytes would decode', async (_what, change) => {
    const outcome = await strangers
      .check(change(strangers.record.jwt))
      .then((report) => report.verdict)
      .catch((refusal) => refusal.code)
    expect(outcome).not.toBe('valid')
  })
})

/** The same signature bytes with unused bits of the last character set: decoders that do not care accept it. */
function respell(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet.indexOf(text.at(-1) ?? 'A')
  return `${text.slice(0, -1)}${alphabet[last | 1]}`
}
