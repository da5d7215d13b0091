import { type PublicJwk, thumbprint, type VerificationMethod } from './did.ts'
import type { KeyFlaw } from './public-key.ts'

/**
 * Why a key that is published cannot be used now.
 *
 * - `ended`: revoked, or past its end. `compromised`: said to be stolen.
 * - `elsewhere`: named, but described in another place.
 * - `unusable`: incomplete, ambiguous, or not controlled by whoever names it.
 */
export type PublishedFlaw = KeyFlaw | 'ended' | 'compromised' | 'elsewhere' | 'unusable'

/** A key that its controller lists for a purpose. It is read only when it is wanted: reading one costs time. */
export interface PublishedKey {
  /** What a signature may call it. */
  readonly names: readonly string[]
  read(now: Date): VerificationMethod | PublishedFlaw
}

const isMethod = (read: VerificationMethod | PublishedFlaw): read is VerificationMethod =>
  typeof read !== 'string'

const printOf = ({ publicKeyJwk }: VerificationMethod): string =>
  publicKeyJwk ? thumbprint(publicKeyJwk) : ''

/** The key of this name; `undefined` when there is none. Two keys under one name are none at all. */
export function keyNamed(
  published: readonly PublishedKey[],
  name: string,
  now: Date,
): VerificationMethod | PublishedFlaw | undefined {
  const readings = published.filter(({ names }) => names.includes(name)).map((key) => key.read(now))
  const flaw = readings.find((reading) => !isMethod(reading))
  if (flaw !== undefined) return flaw
  const isAmbiguous = new Set(readings.filter(isMethod).map(printOf)).size > 1
  return isAmbiguous ? 'unusable' : readings[0]
}

/** All keys that can be used now. */
export const usableKeys = (published: readonly PublishedKey[], now: Date): VerificationMethod[] =>
  published.map((key) => key.read(now)).filter(isMethod)

/** The key, usable now, that is this very one. */
export function keyEqualTo(
  published: readonly PublishedKey[],
  jwk: PublicJwk,
  now: Date,
): VerificationMethod | undefined {
  const wanted = thumbprint(jwk)
  return usableKeys(published, now).find((method) => printOf(method) === wanted)
}
