import type { KeyKind } from './suite-keys.ts'

/** What a suite signs: JSON-LD statements, the JSON itself, or statements of which the holder shows some. */
export type Signs = 'statements' | 'json' | 'chosen-statements'

/** A cryptographic suite that is known here, and what can be told of its proofs without any cryptography. */
export interface Suite {
  readonly signs: Signs
  /** The keys it may be used with: they fix the algorithm, the proof does not. */
  readonly keys: readonly KeyKind[]
  /** Whether standards have replaced it: still verified, with a remark. */
  readonly isDeprecated: boolean
  /** Whether a proof value can be one of this suite at all; looked at before anything decodes it. */
  mayBeValue(proofValue: string): boolean
}

// A signature of 64 bytes is 86 to 88 digits long, one of 96 bytes 129 to 132; decoding base58 takes time that grows
// with the square of the length.
const ed25519Value = /^z[1-9A-HJ-NP-Za-km-z]{85,88}$/
const ecdsaValue = /^z([1-9A-HJ-NP-Za-km-z]{85,88}|[1-9A-HJ-NP-Za-km-z]{128,132})$/
// CBOR tag 0x5d01, a derived proof; 0x5d00 would be a base proof, which only its holder may see.
const derivedValue = /^u2V0B[A-Za-z0-9_-]+$/
// A derived proof has a signature of 64 bytes for each statement that was not mandatory: room for some 700.
const maxDerivedLength = 64 * 1024

const eddsa = (signs: Signs, isDeprecated = false): Suite => ({
  signs,
  keys: ['Ed25519'],
  isDeprecated,
  mayBeValue: (value) => ed25519Value.test(value),
})

const ecdsa = (signs: Signs): Suite => ({
  signs,
  keys: ['P-256', 'P-384'],
  isDeprecated: false,
  mayBeValue: (value) => ecdsaValue.test(value),
})

const cryptosuites: ReadonlyMap<unknown, Suite> = new Map([
  ['eddsa-rdfc-2022', eddsa('statements')],
  ['eddsa-jcs-2022', eddsa('json')],
  ['ecdsa-rdfc-2019', ecdsa('statements')],
  ['ecdsa-jcs-2019', ecdsa('json')],
  [
    'ecdsa-sd-2023',
    {
      signs: 'chosen-statements',
      keys: ['P-256'],
      isDeprecated: false,
      mayBeValue: (value) => value.length <= maxDerivedLength && derivedValue.test(value),
    },
  ],
  // What eddsa-rdfc-2022 was called before it was a standard.
  ['eddsa-2022', eddsa('statements', true)],
])

const older: ReadonlyMap<unknown, Suite> = new Map([
  ['Ed25519Signature2020', eddsa('statements', true)],
])

/** The suite of a proof, `undefined` when it is none of those known here. */
export function suiteOf(proof: {
  readonly type?: unknown
  readonly cryptosuite?: unknown
}): Suite | undefined {
  return proof.type === 'DataIntegrityProof'
    ? cryptosuites.get(proof.cryptosuite)
    : older.get(proof.type)
}
