import { DataIntegrityProof } from '@digitalbazaar/data-integrity'
import { createVerifyCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite'
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import { createVerifyCryptosuite as ecdsaSd } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020'
import { createVerifyCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import type { DocumentLoader, LoadedDocument } from '@digitalbazaar/vc'
import { isTooComplex, maxDeepIterations } from './canonize.ts'
import { loadContext, pinnedContexts } from './contexts.ts'
import { isPlainDisclosure } from './disclosure-value.ts'
import type { Proof } from './proof.ts'

/** How the mathematics of one proof came out; whose key it is has been settled before. */
export type Judgement = 'holds' | 'broken' | 'malformed' | 'too-complex'

/** One proof over one document, with the key that it is held to. */
export interface ProofQuestion {
  /** The document without the proof, as JSON text. */
  readonly json: string
  readonly proof: Proof
  readonly key: {
    readonly id: string
    readonly controller: string
    readonly publicKeyMultibase: string
  }
  /** The canonical form of the document, where it is known already and the suite signs it. */
  readonly nquads?: string
}

type Canonize = (input: object, options: object) => Promise<string>

interface Judge {
  verifyProof(question: {
    proof: object
    document: object
    documentLoader: DocumentLoader
  }): Promise<{ verified: boolean; error?: Error }>
}

const firstContext = 'https://w3id.org/security/data-integrity/v1'
const multikeyContext = 'https://w3id.org/security/multikey/v1'

/** Takes the canonical form of the document as given, and has patience with difficult graphs. */
const withForm =
  (canonize: Canonize, document: object, nquads: string | undefined): Canonize =>
  async (input, options) =>
    input === document && nquads !== undefined
      ? nquads
      : canonize(input, { ...options, maxDeepIterations })

function olderJudge(document: object, nquads: string | undefined): Judge {
  const suite = new Ed25519Signature2020({ canonizeOptions: { maxDeepIterations } })
  suite.canonize = withForm(suite.canonize.bind(suite), document, nquads)
  return suite
}

function judgeFor({ proof, nquads }: ProofQuestion, document: object): Judge {
  if (proof.type === 'Ed25519Signature2020') return olderJudge(document, nquads)
  const contexts = [(document as { '@context'?: unknown })['@context']].flat()
  // The two generations of the context give `cryptosuite` another type, so that one cannot stand for the other.
  const legacyContext = contexts.includes(firstContext)
  const suite = (cryptosuite: object) => new DataIntegrityProof({ cryptosuite, legacyContext })
  const rdfc = (cryptosuite: { readonly canonize: Canonize }) =>
    suite({ ...cryptosuite, canonize: withForm(cryptosuite.canonize, document, nquads) })
  switch (proof.cryptosuite) {
    case 'eddsa-jcs-2022':
      return suite(eddsaJcs())
    case 'ecdsa-jcs-2019':
      return suite(ecdsaJcs())
    case 'ecdsa-rdfc-2019':
      return rdfc(ecdsaRdfc)
    case 'ecdsa-sd-2023':
      return suite(ecdsaSd())
    default:
      return rdfc(eddsaRdfc)
  }
}

/**
 * Verifies one proof with the libraries of the suites, one document and one proof at a time: sets and chains are laid
 * out by who asks. Call it only in a thread with a deadline.
 */
export async function judgeProof(question: ProofQuestion): Promise<Judgement> {
  const { json, proof, key } = question
  if (proof.cryptosuite === 'ecdsa-sd-2023' && !isPlainDisclosure(proof.proofValue))
    return 'malformed'
  const document: object = JSON.parse(json)
  const method = { '@context': multikeyContext, type: 'Multikey', ...key }
  const documentLoader = async (url: string): Promise<LoadedDocument> =>
    // Contexts first: no key may take the name of one.
    url === key.id && !pinnedContexts.has(url)
      ? { contextUrl: null, documentUrl: url, document: method }
      : loadContext(url)
  const judge = judgeFor(question, document)
  const { verified, error } = await judge.verifyProof({ proof, document, documentLoader })
  if (verified) return 'holds'
  return error && isTooComplex(error) ? 'too-complex' : 'broken'
}
