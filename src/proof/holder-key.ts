import type { VerificationMethod } from './did.ts'
import { jwkTextOf, keyOfDidJwk } from './did-jwk.ts'
import { keyOfDidKey } from './did-key.ts'

// A key of either kind needs some 200; what is longer only weighs on every copy of the credential.
const maxDidLength = 1_000

const curves: readonly unknown[] = ['Ed25519', 'P-256']

/** Whether a member stands there twice, or its name is disguised: then every reader may see another key. */
const isAmbiguous = (json: string) =>
  json.includes('\\') || /"(kty|crv|x|y|n|e|d)"\s*:.*"\1"\s*:/s.test(json)

function jwkIn(did: string): unknown {
  const bytes = jwkTextOf(did)
  if (!bytes) return undefined
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return isAmbiguous(json) ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}

/**
 * The one key of a holder that we bind credentials to: `did:key` or `did:jwk`, Ed25519 or P-256. `undefined` for any
 * other, and for keys that anybody could sign with. Such a DID is its key, so that nothing has to be asked of anybody.
 */
export function holderKey(did: string): VerificationMethod | undefined {
  if (did.length > maxDidLength) return undefined
  const key = did.startsWith('did:jwk:') ? keyOfDidJwk(did, jwkIn(did)) : keyOfDidKey(did)
  // No day is asked about: such a key has no end.
  const read = key?.read(new Date(0))
  if (read === undefined || typeof read === 'string') return undefined
  return curves.includes(read.publicKeyJwk?.crv) ? read : undefined
}
