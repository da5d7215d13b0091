/** One Data Integrity proof whose members have been found to be of the right form; nothing about it is verified. */
export interface Proof {
  readonly type: string
  readonly id?: string
  /** Absent in the older kind, which names its suite in `type`. */
  readonly cryptosuite?: string
  readonly created?: string
  readonly expires?: string
  readonly verificationMethod: string
  readonly proofPurpose: string
  readonly proofValue: string
  /** Ids of proofs of the same document that this one covers besides (VC Data Integrity 1.0 §2.1.2). */
  readonly previousProof?: string | readonly string[]
  readonly domain?: string | readonly string[]
  readonly challenge?: string
  readonly nonce?: string
  readonly '@context'?: unknown
}
