import type { KeyPurpose } from '../keys/key-owner.ts'

/** What a proof must have been made for. */
export interface Demands {
  readonly purpose: KeyPurpose
  /** When given, the proof must name the same one (VC Data Integrity 1.0 §2.1). */
  readonly challenge?: string
  readonly domain?: string
}

/** How a signature came out, apart from whose key it is. */
export type SignatureOutcome =
  | 'holds'
  | 'broken'
  | 'missing'
  | 'suite-unknown'
  | 'malformed'
  | 'purpose-wrong'
  | 'chain-broken'
  | 'other-audience'
  | 'claims-differ'
  | 'algorithm-refused'
  | 'key-missing'
  | 'too-complex'
