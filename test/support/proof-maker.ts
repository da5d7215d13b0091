import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createSignCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite'
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import {
  createDiscloseCryptosuite,
  createSignCryptosuite as ecdsaSd,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { createSignCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { loadContext } from '../../src/proof/contexts.ts'
import type { VerificationMethod } from '../../src/proof/did.ts'
import type { Proof } from '../../src/proof/proof.ts'
import type { KeyKind } from '../../src/proof/suite-keys.ts'

/** A key of a stranger, who signs whatever he likes. */
export interface StrangersKey {
  readonly method: VerificationMethod
  readonly signer: object
}

export async function makeKey(kind: KeyKind, controller: string): Promise<StrangersKey> {
  const pair =
    kind === 'Ed25519'
      ? await Ed25519Multikey.generate({ controller })
      : await EcdsaMultikey.generate({ controller, curve: kind })
  const { publicKeyMultibase } = pair
  const id = `${controller}#${publicKeyMultibase}`
  return {
    method: { id, type: 'Multikey', controller, publicKeyMultibase },
    signer: { ...pair.signer(), id, algorithm: kind },
  }
}

/** The suites a stranger can sign with, each with the kinds of keys it takes. */
export const suiteMakers = {
  'eddsa-rdfc-2022': ['Ed25519'],
  'eddsa-2022': ['Ed25519'],
  'eddsa-jcs-2022': ['Ed25519'],
  'ecdsa-rdfc-2019': ['P-256', 'P-384'],
  'ecdsa-jcs-2019': ['P-256', 'P-384'],
  Ed25519Signature2020: ['Ed25519'],
} as const satisfies Record<string, readonly KeyKind[]>

export type MadeSuite = keyof typeof suiteMakers

const cryptosuites: Record<Exclude<MadeSuite, 'Ed25519Signature2020'>, () => object> = {
  'eddsa-rdfc-2022': () => eddsaRdfc,
  'eddsa-2022': () => ({ ...eddsaRdfc, name: 'eddsa-2022' }),
  'eddsa-jcs-2022': eddsaJcs,
  'ecdsa-rdfc-2019': () => ecdsaRdfc,
  'ecdsa-jcs-2019': ecdsaJcs,
}

const date = '2026-01-02T03:04:05Z'

/** Lets a proof say whatever it is given. */
const purpose = { term: 'assertionMethod', update: async (proof: object) => proof }

/**
 * One proof over a document, made by the unmodified library of its suite.
 *
 * @param members what the proof says besides: `id`, `previousProof`, another purpose.
 */
export async function makeProof(
  document: object,
  suite: MadeSuite,
  { signer }: StrangersKey,
  members: object = {},
): Promise<Proof> {
  const maker =
    suite === 'Ed25519Signature2020'
      ? new Ed25519Signature2020({ signer, date })
      : new DataIntegrityProof({ cryptosuite: cryptosuites[suite](), signer, date })
  maker.proof = { proofPurpose: 'assertionMethod', ...members }
  const copy = structuredClone(document)
  return (await maker.createProof({
    document: copy,
    purpose,
    documentLoader: loadContext,
  })) as Proof
}

/** The document with another proof added to its set or chain (VC Data Integrity 1.0 §4.3). */
export async function addProof<Signed extends { readonly proof?: readonly Proof[] }>(
  document: Signed,
  suite: MadeSuite,
  key: StrangersKey,
  members: { readonly id?: string; readonly previousProof?: string | readonly string[] } = {},
): Promise<Signed & { readonly proof: readonly Proof[] }> {
  const { proof = [], ...unsecured } = document
  const previous = [members.previousProof ?? []].flat()
  const matching = proof.filter(({ id }) => id !== undefined && previous.includes(id))
  const input = previous.length > 0 ? { ...unsecured, proof: matching } : unsecured
  return { ...document, proof: [...proof, await makeProof(input, suite, key, members)] }
}

/** A document signed for selective disclosure, and what a holder shows of it. */
export async function disclose(
  document: object,
  { signer }: StrangersKey,
  pointers: { readonly mandatory: string[]; readonly shown: string[] },
): Promise<{ readonly base: object; readonly shown: Record<string, unknown> & { proof: Proof } }> {
  const cryptosuite = ecdsaSd({ mandatoryPointers: pointers.mandatory })
  const maker = new DataIntegrityProof({ cryptosuite, signer, date })
  maker.proof = { proofPurpose: 'assertionMethod' }
  const proof = await maker.createProof({
    document: structuredClone(document),
    purpose,
    documentLoader: loadContext,
  })
  const holder = new DataIntegrityProof({
    cryptosuite: createDiscloseCryptosuite({ selectivePointers: pointers.shown }),
  })
  const shown = await holder.derive({
    document: structuredClone(document),
    purpose,
    proofSet: [proof],
    documentLoader: loadContext,
  })
  return {
    base: { ...document, proof },
    shown: shown as Record<string, unknown> & { proof: Proof },
  }
}
