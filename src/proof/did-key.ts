import { readMultikey } from './public-key.ts'
import type { PublishedKey } from './published-key.ts'

/**
 * The one key that a `did:key` stands for, without asking anybody (did:key §3.1.3); `undefined` for kinds other than
 * Ed25519, P-256 and P-384.
 */
export function keyOfDidKey(did: string): PublishedKey | undefined {
  const multibase = did.startsWith('did:key:') ? did.slice('did:key:'.length) : ''
  const key = readMultikey(multibase)
  if (key === 'kind-unknown') return undefined
  const id = `${did}#${multibase}`
  return {
    names: [id, `#${multibase}`],
    read: () => (typeof key === 'string' ? key : { id, type: 'Multikey', controller: did, ...key }),
  }
}
