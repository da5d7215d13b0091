// What tests call of the proof libraries besides what Colophon calls: signing with every suite.
declare module '@digitalbazaar/data-integrity' {
  import type { DocumentLoader } from '@digitalbazaar/vc'

  interface DataIntegrityProof {
    proof: object
    createProof(options: {
      document: object
      purpose: object
      documentLoader: DocumentLoader
    }): Promise<object>
    derive(options: {
      document: object
      purpose: object
      proofSet: readonly object[]
      documentLoader: DocumentLoader
    }): Promise<object>
  }
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  import type { DocumentLoader } from '@digitalbazaar/vc'

  interface Ed25519Signature2020 {
    proof: object
    createProof(options: {
      document: object
      purpose: object
      documentLoader: DocumentLoader
    }): Promise<object>
  }
}
declare module '@digitalbazaar/vc' {
  export function createPresentation(options: {
    holder?: string
    verifiableCredential?: object
    version?: number
  }): Record<string, unknown>
  export function signPresentation(options: {
    presentation: object
    suite: object
    challenge: string
    domain?: string
    documentLoader: DocumentLoader
  }): Promise<Record<string, unknown>>
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): object
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): object
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options?: { mandatoryPointers?: string[] }): object
  export function createDiscloseCryptosuite(options?: { selectivePointers?: string[] }): object
}
declare module '@digitalbazaar/ed25519-multikey' {
  export interface SigningPair {
    readonly publicKeyMultibase: string
    signer(): { sign(options: { data: Uint8Array }): Promise<Uint8Array> }
  }
  export function generate(options: { controller: string }): Promise<SigningPair>
}
declare module '@digitalbazaar/ecdsa-multikey' {
  import type { SigningPair } from '@digitalbazaar/ed25519-multikey'
  export function generate(options: { controller: string; curve: string }): Promise<SigningPair>
  export function toJwk(options: { keyPair: SigningPair }): Promise<Record<string, string>>
}
