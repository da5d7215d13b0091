// These packages ship no types; the declarations cover what Colophon calls.
declare module '@digitalbazaar/vc' {
  export interface LoadedDocument {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: unknown
    readonly tag?: 'static'
  }
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>
  export function issue(options: {
    credential: object
    suite: object
    documentLoader: DocumentLoader
    now?: Date
  }): Promise<Record<string, unknown> & { proof: unknown }>
  export function verifyCredential(options: {
    credential: object
    suite: object | object[]
    documentLoader: DocumentLoader
    now?: Date
    checkStatus?: (options: { credential: object }) => Promise<{ verified: boolean }>
  }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>
  export function verify(options: {
    presentation: object
    suite: object | object[]
    documentLoader: DocumentLoader
    now?: Date
    checkStatus?: (options: { credential: object }) => Promise<{ verified: boolean }>
    unsignedPresentation?: boolean
    challenge?: string
    domain?: string
  }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] } }>
}
declare module '@digitalbazaar/data-integrity' {
  import type { DocumentLoader } from '@digitalbazaar/vc'
  export class DataIntegrityProof {
    createProof(options: {
      document: object
      purpose: object
      documentLoader: DocumentLoader
    }): Promise<object>
    constructor(options: {
      cryptosuite: object
      signer?: object
      date?: Date | string
      legacyContext?: boolean
    })
    verifyProof(options: {
      proof: object
      document: object
      documentLoader: DocumentLoader
    }): Promise<{ verified: boolean; error?: Error }>
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  import type { DocumentLoader } from '@digitalbazaar/vc'
  export const cryptosuite: {
    canonize(
      document: object,
      options: {
        base?: null
        safe?: true
        documentLoader?: DocumentLoader
        maxDeepIterations?: number
      },
    ): Promise<string>
  }
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: {
    canonize(document: object, options: object): Promise<string>
  }
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createVerifyCryptosuite(): object
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createVerifyCryptosuite(): object
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createVerifyCryptosuite(): object
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  import type { DocumentLoader } from '@digitalbazaar/vc'
  export class Ed25519Signature2020 {
    constructor(options?: {
      signer?: object
      date?: Date | string
      canonizeOptions?: { maxDeepIterations?: number }
    })
    canonize: (document: object, options: object) => Promise<string>
    verifyProof(options: {
      proof: object
      document: object
      documentLoader: DocumentLoader
    }): Promise<{ verified: boolean; error?: Error }>
  }
}
declare module '@digitalbazaar/ed25519-multikey' {
  export interface KeyPair {
    readonly id?: string
    readonly controller?: string
    readonly publicKeyMultibase: string
  }
  export function from(key: object): Promise<KeyPair>
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function fromJwk(options: { jwk: object }): Promise<{ publicKeyMultibase: string }>
}
