import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { packageFile } from '../../src/package-root.ts'
import type { VerificationMethod } from '../../src/proof/did.ts'
import type { Proof } from '../../src/proof/proof.ts'
import { verifyProof } from '../../src/proof/verify-proof.ts'

interface Published {
  readonly suite: string
  readonly key: string
  readonly signed: Readonly<Record<string, unknown>> & { readonly proof: Proof }
}

const { vectors } = JSON.parse(
  readFileSync(packageFile('test', 'fixtures', 'proof', 'published.json'), 'utf8'),
) as { readonly vectors: readonly Published[] }

const keyOf = (proof: Proof, publicKeyMultibase: string): VerificationMethod => ({
  id: proof.verificationMethod,
  type: 'Multikey',
  controller: proof.verificationMethod.split('#')[0] ?? '',
  publicKeyMultibase,
})

/** Keys of the standards, one of each kind. */
const otherKeys = {
  Ed25519: 'z6MktgKTsu1QhX6QPbyqG6geXdw6FQCZBPq7uQpieWbiQiG7',
  'P-256': 'zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76',
  'P-384': 'z82LkuBieyGShVBhvtE2zoiD6Kma4tJGFtkAhxR5pfkp5QPw4LutoYWhvQCnGjdVn14kujQ',
}
const isLike = (key: string) => (other: string) => other.slice(0, 3) === key.slice(0, 3)

describe.each(vectors)('the published $suite signature', ({ key, signed }) => {
  const { proof, ...document } = signed
  const check = (change: { document?: object; proof?: Partial<Proof>; key?: string } = {}) => {
    const changed = { ...proof, ...change.proof }
    return verifyProof(change.document ?? document, changed, keyOf(changed, change.key ?? key))
  }

  test('holds', async () => {
    expect(await check()).toBe('holds')
  })
  test('is broken when the document says something else', async () => {
    const subject = { ...(document.credentialSubject as object), id: 'did:example:other' }
    expect(await check({ document: { ...document, credentialSubject: subject } })).toBe('broken')
  })
  test('is broken when one character of its value is another', async () => {
    const at = proof.proofValue.length - 20
    const other = proof.proofValue[at] === 'A' ? 'B' : 'A'
    const proofValue = proof.proofValue.slice(0, at) + other + proof.proofValue.slice(at + 1)
    expect(['broken', 'malformed']).toContain(await check({ proof: { proofValue } }))
  })
  test.each([
    ['created', '2023-02-24T23:36:39Z'],
    ['proofPurpose', 'authentication'],
    ['expires', '2033-02-24T23:36:38Z'],
  ])('is broken when its %s is another', async (member, value) => {
    expect(await check({ proof: { [member]: value } })).toBe('broken')
  })
  test('is broken under another key of its kind', async () => {
    const others = Object.values(otherKeys).filter((other) => other !== key)
    for (const other of others.filter(isLike(key)))
      expect(await check({ key: other })).toBe('broken')
  })
  test('does not hold under a key of any other kind', async () => {
    for (const other of Object.values(otherKeys).filter((candidate) => !isLike(key)(candidate)))
      expect(['algorithm-refused', 'broken']).toContain(await check({ key: other }))
  })
  test('is refused before decoding when its value is huge', async () => {
    const proofValue = proof.proofValue + '2'.repeat(90_000)
    expect(await check({ proof: { proofValue } })).toBe('malformed')
  })
})
