import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/checking/report.ts'
import { openStrangers, type Strangers, signAnything } from '../support/strangers.ts'

const did = 'https://badges.example.org/.well-known/did.json'
const reasonOf = (report: Report, check: string) =>
  report.findings.find((finding) => finding.check === check)?.reason

let strangers: Strangers

beforeAll(async () => {
  strangers = await openStrangers(() => new Date('2026-11-24T12:00:00Z'))
})
beforeEach(() => strangers.restore())
afterAll(() => strangers.close())

/** The badge in the form of VC DM 1.1, signed by its issuer. */
function firstVersion(dates: object) {
  const { validFrom: _, credentialStatus: _status, ...rest } = strangers.badge
  const [, ...contexts] = rest['@context']
  const context = ['https://www.w3.org/2018/credentials/v1', ...contexts]
  context.push('https://w3id.org/security/data-integrity/v2')
  // Under an id of its own: its issuer publishes a newer one under the badge's.
  const id = 'urn:uuid:7c0d2f1e-8d5b-4c62-9d0a-1f2e3d4c5b6a'
  return signAnything(strangers.issuer, { ...rest, id, '@context': context, ...dates })
}

describe('a badge of VC DM 1.1', () => {
  test('is valid within its dates, which are shown', async () => {
    const dates = { issuanceDate: '2026-01-01T00:00:00Z', expirationDate: '2027-01-01T00:00:00Z' }
    const report = await strangers.check(await firstVersion(dates))
    expect(report.verdict).toBe('valid')
    expect(report.facts).toMatchObject({
      validFrom: dates.issuanceDate,
      validUntil: dates.expirationDate,
    })
  })
  test('has expired after its expirationDate', async () => {
    const report = await strangers.check(
      await firstVersion({
        issuanceDate: '2020-01-01T00:00:00Z',
        expirationDate: '2021-01-01T00:00:00Z',
      }),
    )
    expect(report).toMatchObject({ verdict: 'invalid', status: 'expired' })
  })
  test('is not valid before its issuanceDate', async () => {
    const report = await strangers.check(
      await firstVersion({ issuanceDate: '2030-01-01T00:00:00Z' }),
    )
    expect(report).toMatchObject({ verdict: 'invalid', status: 'not-yet-valid' })
  })
})

test('a credential of a thousand nameless objects is refused before anything is made of it', async () => {
  const evidence = Array.from({ length: 990 }, (_, at) => ({ type: ['Evidence'], name: `${at}` }))
  await expect(strangers.check({ ...strangers.badge, evidence })).rejects.toMatchObject({
    code: 'input-too-large',
  })
})

describe('a proof', () => {
  const withProof = (change: object) => ({
    ...strangers.badge,
    proof: [{ ...strangers.badge.proof[0], ...change }],
  })
  test('whose date is an object that cannot be made text is answered, not thrown at', async () => {
    const report = await strangers.check(withProof({ created: { toString: 1, valueOf: 1 } }))
    expect(report.verdict).toBe('invalid')
  })
  test('that has expired proves nothing', async () => {
    const report = await strangers.check(withProof({ expires: '2026-01-01T00:00:00Z' }))
    expect(report.verdict).toBe('invalid')
  })
})

describe("a key in the issuer's DID document", () => {
  const withMethods = async (change: object) => {
    const text = (await strangers.issuer.published('/.well-known/did.json'))?.text ?? ''
    const document = JSON.parse(text) as { verificationMethod: object[] }
    const verificationMethod = document.verificationMethod.map((each) => ({ ...each, ...change }))
    strangers.replace(did, JSON.stringify({ ...document, verificationMethod }))
  }
  test.each([
    ['is revoked', { revoked: '2026-01-01T00:00:00Z' }],
    ['has expired', { expires: '2026-01-01T00:00:00Z' }],
    ['has expired at no readable time', { expires: { toString: 1 } }],
  ])('that %s proves nothing, whatever was remembered of it', async (_what, change) => {
    expect((await strangers.check(strangers.badge)).verdict).toBe('valid')
    expect((await strangers.check(strangers.record.jwt)).verdict).toBe('valid')
    await withMethods(change)
    expect((await strangers.check(strangers.badge)).verdict).toBe('invalid')
    expect((await strangers.check(strangers.record.jwt)).verdict).toBe('invalid')
  })
  test('that expires later still counts', async () => {
    await withMethods({ expires: '2030-01-01T00:00:00Z' })
    expect((await strangers.check(strangers.badge)).verdict).toBe('valid')
  })
  test('so long that decoding it would take seconds is refused unread', async () => {
    await withMethods({ publicKeyMultibase: `z6Mk${'2'.repeat(8_000)}` })
    const report = await strangers.check(strangers.badge)
    expect(reasonOf(report, 'issuer-key')).toBe('issuer-key-weak')
  })
})

describe('a key of small order', () => {
  // The neutral point: R = neutral, S = 0 verifies for any text whatever.
  const neutral = Buffer.from(`01${'00'.repeat(31)}`, 'hex')
  const anySignature = Buffer.concat([neutral, Buffer.alloc(32)])
  const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  const multibase = (bytes: Buffer): string => {
    let rest = BigInt(`0x${bytes.toString('hex')}`)
    let text = ''
    for (; rest > 0n; rest /= 58n) text = base58[Number(rest % 58n)] + text
    const zeros = bytes.findIndex((byte) => byte !== 0)
    return `z${'1'.repeat(zeros)}${text}`
  }
  test('proves nothing: anybody could have signed', async () => {
    const key = multibase(Buffer.concat([Buffer.from('ed01', 'hex'), neutral]))
    const issuer = `did:key:${key}`
    const report = await strangers.check({
      ...strangers.badge,
      issuer: { ...strangers.badge.issuer, id: issuer },
      proof: [
        {
          ...strangers.badge.proof[0],
          verificationMethod: `${issuer}#${key}`,
          proofValue: multibase(anySignature),
        },
      ],
    })
    expect(reasonOf(report, 'issuer-key')).toBe('issuer-key-weak')
    expect(report.verdict).toBe('invalid')
  })
  test('proves nothing in a JWT', async () => {
    const text = (await strangers.issuer.published('/.well-known/did.json'))?.text ?? ''
    const document = JSON.parse(text) as { id: string }
    const id = `${document.id}#weak`
    const publicKeyJwk = { kty: 'OKP', crv: 'Ed25519', x: neutral.toString('base64url') }
    const method = { id, type: 'JsonWebKey', controller: document.id, publicKeyJwk }
    strangers.replace(
      did,
      JSON.stringify({ ...document, verificationMethod: [method], assertionMethod: [id] }),
    )
    const { proof: _, ...badge } = strangers.badge
    const token = [JSON.stringify({ alg: 'EdDSA', kid: id }), JSON.stringify(badge)]
      .map((part) => Buffer.from(part).toString('base64url'))
      .concat(anySignature.toString('base64url'))
      .join('.')
    const report = await strangers.check(token)
    expect(reasonOf(report, 'issuer-key')).toBe('issuer-key-weak')
  })
})

describe("an issuer whose name looks like a known one's", () => {
  test.each([
    ['with letters of other scripts', 'Аnоther Lіbrаrу Sсhооl'],
    ['with invisible characters', 'Another\u200b Libr\u00adary School\u2060'],
    ['with other signs between the words', 'Another-Library–School.'],
    ['with marks upon the letters', 'Ánother Library Schoöl'],
    ['with figures for letters', 'An0ther L1brary Schoo1'],
  ])('%s is called an impostor', async (_how, name) => {
    const badge = { ...strangers.badge, issuer: { ...strangers.badge.issuer, name } }
    const report = await strangers.check(await signAnything(strangers.issuer, badge))
    expect(report).toMatchObject({ verdict: 'invalid', answers: { issuer: 'impostor' } })
  })
  test('is none when it is another name', async () => {
    const issuer = { ...strangers.badge.issuer, name: 'Another Library Scholar' }
    const report = await strangers.check(
      await signAnything(strangers.issuer, { ...strangers.badge, issuer }),
    )
    expect(report).toMatchObject({ verdict: 'valid', answers: { issuer: 'unknown' } })
  })
})
