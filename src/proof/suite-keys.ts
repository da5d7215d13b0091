import type { VerificationMethod } from './did.ts'
import { readJwk, readMultikey } from './public-key.ts'

const kinds = ['Ed25519', 'P-256', 'P-384'] as const

/** The kinds of keys that Data Integrity proofs are held to. */
export type KeyKind = (typeof kinds)[number]

/** A public key in the one spelling that the proof library is given (Controlled Identifiers v1.0 §2.2.2). */
export interface Multikey {
  readonly kind: KeyKind
  readonly publicKeyMultibase: string
}

/**
 * The key of a verification method as a Multikey, whether it was published as one or as a JWK; `undefined` for every
 * other kind, for odd spellings, and for weak keys, under which anybody could sign.
 */
export function multikeyOf(method: VerificationMethod): Multikey | undefined {
  const { publicKeyMultibase: published, publicKeyJwk } = method
  const key = published === undefined ? readJwk(publicKeyJwk) : readMultikey(published)
  if (typeof key === 'string' || key.publicKeyMultibase === undefined) return undefined
  const kind = kinds.find((each) => each === key.publicKeyJwk.crv)
  return kind && { kind, publicKeyMultibase: key.publicKeyMultibase }
}
