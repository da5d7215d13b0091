import { decodeProtectedHeader } from 'jose'
import type { PublicJwk } from './did.ts'
import { verifyJwt } from './jwt.ts'
import { readJwk } from './public-key.ts'

/** A key of somebody else's set, with the id that tokens name it by. */
export interface NamedKey {
  readonly kid: string | null
  readonly jwk: PublicJwk
}

const maxKeys = 50

/** The keys of a JWK Set that can check signatures; weak ones, and those for other things, are left out. */
export function keysOfSet(document: unknown): readonly NamedKey[] {
  const keys = Object(document).keys as unknown
  if (!Array.isArray(keys)) return []
  return keys.slice(0, maxKeys).flatMap((each: unknown) => {
    const read = readJwk(each)
    if (typeof read === 'string') return []
    const { kid } = Object(each) as { readonly kid?: unknown }
    return { kid: typeof kid === 'string' ? kid : null, jwk: read.publicKeyJwk }
  })
}

/** A token taken apart; nothing about it has been verified. */
export interface UnverifiedIdToken {
  readonly token: string
  readonly algorithm: string
  readonly kid: string | null
  readonly claims: Readonly<Record<string, unknown>>
}

const form = /^[\w-]{10,4000}\.[\w-]{10,40000}\.[\w-]{20,2000}$/
// RFC 8725 §3.1: a list of our own, of signatures alone. What is made with a shared secret, or with nothing, is no signature.
const algorithms: readonly string[] = ['RS256', 'ES256', 'ES384']

/** The ID token in a text; `undefined` for anything else, one of another algorithm among it. */
export function parseIdToken(token: string): UnverifiedIdToken | undefined {
  if (!form.test(token)) return undefined
  try {
    const { alg = '', kid, crit } = decodeProtectedHeader(token)
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')
    const claims: unknown = JSON.parse(payload)
    const isObject = typeof claims === 'object' && claims !== null && !Array.isArray(claims)
    if (!isObject || !algorithms.includes(alg) || crit !== undefined) return undefined
    return {
      token,
      algorithm: alg,
      kid: typeof kid === 'string' ? kid : null,
      claims: claims as UnverifiedIdToken['claims'],
    }
  } catch {
    return undefined
  }
}

/** The keys of a set that a token may have been signed with: the one that it names, or of a set without names the only one. */
export function keysFor(
  { kid }: UnverifiedIdToken,
  keys: readonly NamedKey[],
): readonly NamedKey[] {
  if (kid === null) return keys.length === 1 ? keys : []
  return keys.filter((key) => key.kid === kid)
}

/** Whether the token was signed with one of these keys; the key decides the algorithm, and the token has to name it. */
export async function isSignedWith(
  { token, algorithm }: UnverifiedIdToken,
  keys: readonly NamedKey[],
): Promise<boolean> {
  for (const { jwk } of keys) if (await verifyJwt(token, jwk, algorithm)) return true
  return false
}
