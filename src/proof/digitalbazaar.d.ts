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
}
declare module '@digitalbazaar/data-integrity' {
  import type { DocumentLoader } from '@digitalbazaar/vc'
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: object; date?: Date | string })
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
      options: { base: null; safe: true; documentLoader: DocumentLoader },
    ): Promise<string>
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
