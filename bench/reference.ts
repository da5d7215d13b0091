import { DataIntegrityProof as ProofSuite } from '@digitalbazaar/data-integrity'
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import type { DocumentLoader } from '@digitalbazaar/vc'
import * as vc from '@digitalbazaar/vc'
import { loadContext } from '../src/proof/contexts.ts'
import { didDocumentOf, type IssuerKeys } from '../src/proof/issuer-keys.ts'

/** The libraries' own way to hold a key; its types are not shipped. */
interface MultikeyModule {
  fromJwk(options: {
    jwk: object
    secretKey: boolean
    id: string
    controller: string
  }): Promise<{ signer(): object }>
}

/** What we are held against: `@digitalbazaar/vc` as it comes, with our key and the same contexts in memory. */
export interface Reference {
  issue(credential: object): Promise<Record<string, unknown>>
  /** Throws when it does not verify, so that no side is fast by failing. */
  verify(credential: object): Promise<void>
}

/** Answers with our contexts, DID document and key: nothing is fetched, as on our side. */
function loaderFor(keys: IssuerKeys): DocumentLoader {
  const { key } = keys.signer('Ed25519')
  const didDocument = didDocumentOf(keys)
  const keyDocument = {
    '@context': 'https://w3id.org/security/multikey/v1',
    id: key.id,
    type: 'Multikey',
    controller: keys.issuer,
    publicKeyMultibase: key.publicKeyMultibase,
  }
  const own = new Map<string, object>([
    [keys.issuer, didDocument],
    [key.id, keyDocument],
  ])
  return async (url) => {
    const document = own.get(url)
    return document ? { contextUrl: null, documentUrl: url, document } : loadContext(url)
  }
}

export async function openReference(keys: IssuerKeys): Promise<Reference> {
  const { key, privateKey } = keys.signer('Ed25519')
  const multikey = await (Ed25519Multikey as unknown as MultikeyModule).fromJwk({
    jwk: privateKey.export({ format: 'jwk' }),
    secretKey: true,
    id: key.id,
    controller: keys.issuer,
  })
  const documentLoader = loaderFor(keys)
  return {
    issue: (credential) => {
      const suite = new ProofSuite({ cryptosuite, signer: multikey.signer() })
      return vc.issue({ credential, suite, documentLoader })
    },
    async verify(credential) {
      const suite = new ProofSuite({ cryptosuite })
      const checkStatus = async () => ({ verified: true })
      const result = await vc.verifyCredential({ credential, suite, documentLoader, checkStatus })
      if (!result.verified) throw new Error(`the reference says no: ${result.error?.message}`)
    },
  }
}
