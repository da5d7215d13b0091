import type { VerificationMethod } from './did.ts'
import { readJwk } from './public-key.ts'
import type { PublishedFlaw, PublishedKey } from './published-key.ts'

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A bare JWK as a verification method of whoever published it. */
export function readPublishedJwk(
  jwk: Json,
  { id, controller }: { id: string; controller: string },
): VerificationMethod | PublishedFlaw {
  // OpenID Federation 1.0 §8.7.2: what the issuer says of a key that was stolen.
  if (jwk.revoked !== undefined) return 'compromised'
  const key = readJwk(jwk)
  return typeof key === 'string' ? key : { id, type: 'JsonWebKey', controller, ...key }
}

/**
 * Reads a JWK Set (RFC 7517 §5) for the keys of one issuer. Where several issuers share a host, each key names its own
 * in `iss` (1EdTech implementation guide, "Key provenance").
 *
 * @param isAlone whether the issuer is the host itself, so that keys without `iss` are its own as well.
 */
export function readKeySet(
  value: unknown,
  issuer: string,
  isAlone: boolean,
): readonly PublishedKey[] | undefined {
  if (!isJson(value) || !Array.isArray(value.keys)) return undefined
  return value.keys.filter(isJson).flatMap((jwk) => {
    const isOwn = jwk.iss === issuer || (jwk.iss === undefined && isAlone)
    if (!isOwn) return []
    const { kid } = jwk
    const names = typeof kid === 'string' && kid !== '' ? [kid] : []
    const id = names[0] ?? issuer
    return [{ names, read: () => readPublishedJwk(jwk, { id, controller: issuer }) }]
  })
}
