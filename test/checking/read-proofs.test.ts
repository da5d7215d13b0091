import { describe, expect, test } from '@jest/globals'
import type { JsonObject } from '../../src/checking/receiving/received.ts'
import { readProofs } from '../../src/checking/signature/read-proofs.ts'

const value = `z${'3'.repeat(87)}`
const v2 = 'https://www.w3.org/ns/credentials/v2'

const proof = (change: object = {}): JsonObject => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-02T03:04:05Z',
  verificationMethod: 'did:example:a#key',
  proofPurpose: 'assertionMethod',
  proofValue: value,
  ...change,
})
const foreign = (change: object = {}): JsonObject => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'of-tomorrow-2050',
  whatever: { it: ['says'] },
  ...change,
})
const older = (change: object = {}): JsonObject => {
  const { cryptosuite: _, ...rest } = proof({ type: 'Ed25519Signature2020', ...change })
  return rest
}

const read = (proofs: unknown, demands: Partial<Parameters<typeof readProofs>[1]> = {}) =>
  readProofs(
    { '@context': [v2, 'https://example.org/more'], proof: proofs },
    { purpose: 'assertionMethod', ...demands },
  )

describe('the proofs of a document', () => {
  test('are found whether there is one, or a list of them', () => {
    expect(read(proof())).toMatchObject({ known: [proof()], foreign: 0, warnings: [] })
    expect(read([proof(), proof()]).known).toHaveLength(2)
    expect(read(proof()).fault).toBeUndefined()
  })
  test.each([
    ['without any', undefined],
    ['with an empty list', []],
  ])('are missing %s', (_what, proofs) => {
    expect(read(proofs)).toMatchObject({ known: [], fault: 'missing' })
  })

  test.each([
    ['null', null],
    ['a text', 'proof'],
    ['lists in lists', [[proof()]]],
    ['five of them', Array.from({ length: 5 }, () => proof())],
    ['one without type', { ...proof(), type: undefined }],
    ['one of several types', proof({ type: ['DataIntegrityProof'] })],
    ['one without suite', proof({ cryptosuite: undefined })],
    ['one without key', proof({ verificationMethod: undefined })],
    ['an embedded key', proof({ verificationMethod: { id: 'did:example:a#key' } })],
    ['one without purpose', proof({ proofPurpose: undefined })],
    ['several purposes', proof({ proofPurpose: ['assertionMethod'] })],
    ['one without value', proof({ proofValue: undefined })],
    ['a short value', proof({ proofValue: 'z3' })],
    ['a huge value', proof({ proofValue: `z${'3'.repeat(90_000)}` })],
    ['a value in base64url', proof({ proofValue: `u${'A'.repeat(86)}` })],
    ['a date without zone', proof({ created: '2026-01-02T03:04:05' })],
    ['a day', proof({ expires: '2026-01-02' })],
    ['a month 13', proof({ created: '2026-13-02T03:04:05Z' })],
    ['an unknown member', proof({ capabilityChain: [] })],
    ['an old signature beside', proof({ jws: 'e30..e30' })],
    ['null for a member', proof({ nonce: null })],
    ['a list of lists of domains', proof({ domain: [['a']] })],
    ['no previous proof', proof({ previousProof: [] })],
    ['other contexts than the document', proof({ '@context': [v2] })],
    ['contexts in another order', proof({ '@context': ['https://example.org/more', v2] })],
    ['the older kind with a cryptosuite', proof({ type: 'Ed25519Signature2020' })],
    [
      'contexts that the document does not begin with, as JSON',
      proof({ cryptosuite: 'eddsa-jcs-2022', '@context': ['https://example.org/more'] }),
    ],
    ['a base proof', proof({ cryptosuite: 'ecdsa-sd-2023', proofValue: 'u2V0AhVhAWEBaJuRW' })],
    ['a malformed one beside a good one', [proof(), proof({ proofValue: '' })]],
    ['a nameless one beside a good one', [proof(), {}]],
  ])('are malformed with %s', (_what, proofs) => {
    expect(read(JSON.parse(JSON.stringify(proofs)))).toEqual({
      known: [],
      foreign: expect.any(Number),
      fault: 'malformed',
      warnings: [],
    })
  })

  test.each([
    [
      'all optional members',
      proof({ id: 'urn:x:1', nonce: 'n', expires: '2027-01-02T03:04:05+02:00' }),
    ],
    ['no date', proof({ created: undefined })],
    ['the contexts of the document', proof({ '@context': [v2, 'https://example.org/more'] })],
    [
      'the first of the contexts, as JSON',
      proof({ cryptosuite: 'ecdsa-jcs-2019', '@context': v2 }),
    ],
    [
      'a value for P-384',
      proof({ cryptosuite: 'ecdsa-rdfc-2019', proofValue: `z${'3'.repeat(131)}` }),
    ],
    ['a domain that nobody asked for', proof({ domain: 'elsewhere.example', challenge: 'c' })],
  ])('are well formed with %s', (_what, one) => {
    expect(read(JSON.parse(JSON.stringify(one)))).toMatchObject({ known: [{ type: one.type }] })
  })

  test('of unknown suites are counted and never looked into', () => {
    expect(read([foreign(), proof()])).toMatchObject({
      known: [proof()],
      foreign: 1,
      warnings: ['proof-suite-unknown'],
    })
  })
  test('are of an unknown suite when no other is there', () => {
    expect(read(foreign())).toMatchObject({ known: [], foreign: 1, fault: 'suite-unknown' })
    expect(read({ type: 'RsaSignature2018' })).toMatchObject({ fault: 'suite-unknown' })
    expect(read({ type: 'constructor' })).toMatchObject({ fault: 'suite-unknown' })
  })
  test.each([
    ['Ed25519Signature2020', older()],
    ['eddsa-2022', proof({ cryptosuite: 'eddsa-2022' })],
  ])('are worth a remark when standards have replaced their suite: %s', (_what, one) => {
    expect(read(one)).toMatchObject({ warnings: ['suite-deprecated'] })
    expect(read([one, proof()])).toMatchObject({ warnings: ['suite-deprecated'] })
  })
})

describe('what a proof was made for', () => {
  test('must be what is demanded', () => {
    const authentication = proof({ proofPurpose: 'authentication' })
    expect(read(authentication).fault).toBe('purpose-wrong')
    expect(read([proof(), authentication]).fault).toBe('purpose-wrong')
    expect(read(proof(), { purpose: 'authentication' }).fault).toBe('purpose-wrong')
    expect(read(authentication, { purpose: 'authentication' }).fault).toBeUndefined()
  })
  test.each([
    ['the same domain', { domain: 'a.example' }, { domain: 'a.example' }],
    ['a list with the domain', { domain: ['b.example', 'a.example'] }, { domain: 'a.example' }],
    ['the same challenge', { challenge: 'c1' }, { challenge: 'c1' }],
  ])('fits with %s', (_what, members, demands) => {
    expect(read(proof(members), demands).fault).toBeUndefined()
  })
  test.each([
    ['another domain', { domain: 'a.example.org' }, { domain: 'a.example' }],
    ['no domain', {}, { domain: 'a.example' }],
    ['another challenge', { challenge: 'c1 ' }, { challenge: 'c1' }],
    ['no challenge', {}, { challenge: 'c1' }],
    ['the challenge for a domain', { domain: 'c1' }, { challenge: 'c1' }],
  ])('does not fit with %s', (_what, members, demands) => {
    expect(read(proof(members), demands).fault).toBe('other-audience')
  })
})

describe('how proofs rest on one another', () => {
  const named = (id: string, ...previousProof: string[]) =>
    proof({ id, ...(previousProof.length > 0 ? { previousProof } : {}) })
  const ids = (proofs: unknown) => read(proofs).known.map(({ id }) => id)

  test('gives the order in which they are verified', () => {
    expect(ids([named('c', 'b', 'a'), named('b', 'a'), named('a')])).toEqual(['a', 'b', 'c'])
    expect(ids([named('b', 'a'), proof({ id: 'x', previousProof: 'b' }), named('a')])).toEqual([
      'a',
      'b',
      'x',
    ])
  })
  test.each([
    ['one that is not there', [named('a'), named('b', 'z')]],
    ['some of which are not there', [named('a'), named('b', 'a', 'z')]],
    ['itself', [named('a', 'a')]],
    ['one that rests on it', [named('a', 'b'), named('b', 'a')]],
    ['one that rests on it by a detour', [named('a', 'c'), named('b', 'a'), named('c', 'b')]],
    ['one of two with the same name', [named('a'), named('a'), named('b', 'a')]],
    ['a name that a foreign proof has too', [named('a'), foreign({ id: 'a' }), named('b', 'a')]],
  ])('is broken when one rests on %s', (_what, proofs) => {
    expect(read(proofs)).toMatchObject({ known: [], fault: 'chain-broken' })
  })
  test('cannot be told when one rests on a proof of an unknown suite', () => {
    expect(read([foreign({ id: 'f' }), named('a', 'f')])).toMatchObject({ fault: 'suite-unknown' })
    expect(read([foreign({ id: 'f' }), named('a')]).fault).toBeUndefined()
  })
})
