import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { SignJWT } from 'jose'
import type { Report } from '../../src/checking/report.ts'
import { signDataIntegrity } from '../../src/proof/data-integrity.ts'
import type { IssuerSigner } from '../../src/proof/issuer-keys.ts'
import { claimsOf } from '../../src/proof/jwt.ts'
import { openStrangers, type Strangers } from '../support/strangers.ts'

const reasonOf = (report: Report, check: string) =>
  report.findings.find((finding) => finding.check === check)?.reason

let strangers: Strangers
beforeAll(async () => {
  strangers = await openStrangers()
})
afterEach(() => strangers.restore())
afterAll(() => strangers.close())

const edwards = generateKeyPairSync('ed25519')
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-384' })

/** The badge as another issuer would give it; nobody withdraws it, for only we publish lists. */
function badgeOf(issuer: string) {
  const {
    proof: _,
    credentialStatus: _status,
    ...badge
  } = strangers.badge as typeof strangers.badge & {
    credentialStatus?: unknown
  }
  return { ...badge, issuer: { ...badge.issuer, id: issuer } }
}

const proven = (issuer: string, id: string) => {
  const signer = { key: { id }, privateKey: edwards.privateKey } as unknown as IssuerSigner
  return signDataIntegrity(badgeOf(issuer), signer, strangers.issuer.now())
}

const token = (issuer: string, kid: string) => {
  const badge = badgeOf(issuer)
  return new SignJWT({ ...badge, ...claimsOf(badge) })
    .setProtectedHeader({ alg: 'ES384', kid })
    .sign(elliptic.privateKey)
}

describe('a badge of an https issuer', () => {
  const issuer = 'https://uni.example/issuers/14'
  const id = `${issuer}#key-1`
  const method = {
    id,
    type: 'JsonWebKey',
    controller: issuer,
    publicKeyJwk: edwards.publicKey.export({ format: 'jwk' }),
  }
  const document = { id: issuer, verificationMethod: [method], assertionMethod: [id] }
  test('with a proof is valid when its identifier document lists the key, as JWK', async () => {
    strangers.replace(issuer, JSON.stringify(document))
    const report = await strangers.check(await proven(issuer, id))
    expect(report).toMatchObject({ verdict: 'valid', answers: { issuer: 'unknown' } })
    expect(report.facts.issuer?.id).toBe(issuer)
  })
  test('is not when the document lists another', async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })
    const changed = { ...document, verificationMethod: [{ ...method, publicKeyJwk: other }] }
    strangers.replace(issuer, JSON.stringify(changed))
    const report = await strangers.check(await proven(issuer, id))
    expect([report.verdict, reasonOf(report, 'signature')]).toEqual(['invalid', 'signature-broken'])
  })
  test('is not when the key is no longer to be used', async () => {
    const changed = {
      ...document,
      verificationMethod: [{ ...method, revoked: '2026-01-01T00:00:00Z' }],
    }
    strangers.replace(issuer, JSON.stringify(changed))
    const report = await strangers.check(await proven(issuer, id))
    expect([report.verdict, reasonOf(report, 'issuer-key')]).toEqual([
      'invalid',
      'issuer-key-ended',
    ])
  })
  test('is undecided when nothing answers', async () => {
    const report = await strangers.check(await proven(issuer, id))
    expect([report.verdict, reasonOf(report, 'issuer-key')]).toEqual([
      'undecided',
      'issuer-key-unreachable',
    ])
  })
  test('as JWT is valid when the key set of its host names it', async () => {
    const keys = 'https://uni.example/.well-known/jwks.json'
    const jwk = { ...elliptic.publicKey.export({ format: 'jwk' }), kid: 'k1' }
    strangers.replace(issuer, '<html></html>')
    strangers.replace(keys, JSON.stringify({ keys: [{ ...jwk, iss: issuer }] }))
    expect((await strangers.check(await token(issuer, 'k1'))).verdict).toBe('valid')
    strangers.replace(
      keys,
      JSON.stringify({ keys: [{ ...jwk, iss: 'https://uni.example/issuers/15' }] }),
    )
    const report = await strangers.check(await token(issuer, 'k1'))
    expect([report.verdict, reasonOf(report, 'issuer-key')]).toEqual([
      'invalid',
      'issuer-key-not-published',
    ])
  })
})

describe('a badge of a did:jwk', () => {
  const did = (key: object) => `did:jwk:${Buffer.from(JSON.stringify(key)).toString('base64url')}`
  test('is valid as JWT and with a proof, without asking anybody', async () => {
    const before = strangers.asked.length
    const ofToken = did(elliptic.publicKey.export({ format: 'jwk' }))
    expect((await strangers.check(await token(ofToken, `${ofToken}#0`))).verdict).toBe('valid')
    const ofProof = did(edwards.publicKey.export({ format: 'jwk' }))
    expect((await strangers.check(await proven(ofProof, `${ofProof}#0`))).verdict).toBe('valid')
    expect(strangers.asked.slice(before)).toEqual([])
  })
  test('that tells its private half is not', async () => {
    const issuer = did(elliptic.privateKey.export({ format: 'jwk' }))
    const report = await strangers.check(await token(issuer, `${issuer}#0`))
    expect([report.verdict, reasonOf(report, 'issuer-key')]).toEqual(['invalid', 'issuer-key-weak'])
  })
})
