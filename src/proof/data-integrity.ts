import { sign } from 'node:crypto'
import { DataIntegrityProof as ProofSuite } from '@digitalbazaar/data-integrity'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as vc from '@digitalbazaar/vc'
import type { DataIntegrityProof } from '../credential/open-badge.ts'
import { handOnForm } from './canonical-form.ts'
import { loadContext } from './contexts.ts'
import type { IssuerSigner } from './issuer-keys.ts'

/** Canonicalises as the library does, and hands the form of the document itself on to whoever checks what was signed. */
const canonizeFor =
  (json: string): typeof cryptosuite.canonize =>
  async (input, options) => {
    const nquads = await cryptosuite.canonize(input, options)
    if (JSON.stringify(input) === json) await handOnForm(json, nquads)
    return nquads
  }

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
  const json = JSON.stringify(document)
  const suite = new ProofSuite({
    cryptosuite: { ...cryptosuite, canonize: canonizeFor(json) },
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
