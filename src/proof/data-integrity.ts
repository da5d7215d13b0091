import { sign } from 'node:crypto'
import { DataIntegrityProof as ProofSuite } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import type { DataIntegrityProof } from '../credential/open-badge.ts'
import { canonicalForm } from './canonical-form.ts'
import { loadContext } from './contexts.ts'
import type { VerificationMethod } from './did.ts'
import type { IssuerSigner } from './issuer-keys.ts'
import { digestOf, remember } from './remember.ts'

/**
 * Adds an `eddsa-rdfc-2022` proof (VC Data Integrity EdDSA Cryptosuites v1.0 §3.2) and gives back the document with
 * `proof` as an array, as the plain Open Badges 3.0 schema wants it. The same document, key and instant give the same
 * bytes, so that signing again after a crash changes nothing.
 */
export async function signDataIntegrity<Document extends object>(
  document: Document,
  signer: IssuerSigner,
  created: Date,
): Promise<Document & { readonly proof: readonly DataIntegrityProof[] }> {
  const suite = new ProofSuite({
    cryptosuite,
    date: created,
    signer: {
      id: signer.key.id,
      algorithm: 'Ed25519',
      sign: async ({ data }: { data: Uint8Array }) =>
        new Uint8Array(sign(null, data, signer.privateKey)),
    },
  })
  // The library adds the proof to its argument and judges dates by the clock; the copy and `now` keep both out of it.
  const { proof } = await vc.issue({
    credential: structuredClone(document),
    suite,
    documentLoader: loadContext,
    now: created,
  })
  return { ...document, proof: [proof as DataIntegrityProof] }
}

/** How the mathematics of one proof came out; whose key it is has been settled before. */
export type ProofOutcome = 'holds' | 'broken' | 'malformed'

// 64 bytes in base58 are 86 to 88 characters; the bound keeps quadratic decoding of hostile values out.
const proofValueForm = /^z[1-9A-HJ-NP-Za-km-z]{85,88}$/

interface ProofQuestion {
  readonly document: object
  readonly proof: DataIntegrityProof
  readonly key: VerificationMethod
}

async function judge({ document, proof, key }: ProofQuestion): Promise<ProofOutcome> {
  const suite = new ProofSuite({ cryptosuite: { ...cryptosuite, canonize: canonicalForm } })
  const keyDocument = { '@context': 'https://w3id.org/security/multikey/v1', ...key }
  const { verified } = await suite.verifyProof({
    proof,
    document,
    documentLoader: async (url) =>
      url === key.id
        ? { contextUrl: null, documentUrl: url, document: keyDocument }
        : loadContext(url),
  })
  return verified ? 'holds' : 'broken'
}

// The outcome depends on these three alone: not on the clock, and not on who asks.
const judgeOnce = remember(
  judge,
  ({ document, proof, key }) => digestOf([document, proof, key.id, key.publicKeyMultibase]),
  1_000,
)

/** Checks one `eddsa-rdfc-2022` proof over a document (without its `proof`) against a key already bound to the issuer. */
export async function verifyDataIntegrity(
  document: object,
  proof: DataIntegrityProof,
  key: VerificationMethod,
): Promise<ProofOutcome> {
  return proofValueForm.test(proof.proofValue) ? judgeOnce({ document, proof, key }) : 'malformed'
}
