import { readJwk } from './public-key.ts'
import type { PublishedKey } from './published-key.ts'

// The longest RSA key that is read, with some room for what else a JWK may say.
const form = /^did:jwk:([A-Za-z0-9_-]{1,4096})$/

/** The text of the JWK that a `did:jwk` stands for; `undefined` for anything but the one spelling of its bytes. */
export function jwkTextOf(did: string): Uint8Array | undefined {
  const encoded = form.exec(did)?.[1]
  const bytes = Buffer.from(encoded ?? '', 'base64url')
  return encoded !== undefined && bytes.toString('base64url') === encoded ? bytes : undefined
}

/** The one key of a `did:jwk`, given the JWK in it (did:jwk "Read"): it is the DID itself with `#0`. */
export function keyOfDidJwk(did: string, jwk: unknown): PublishedKey {
  const key = readJwk(jwk)
  const id = `${did}#0`
  return {
    names: [id, '#0'],
    read: () =>
      typeof key === 'string' ? key : { id, type: 'JsonWebKey', controller: did, ...key },
  }
}
