import type { FetchDocument } from '../../checking/remote.ts'
import { Refusal } from '../../errors.ts'
import type { Claims } from '../../inbound/lti-launch.ts'
import {
  isSignedWith,
  keysFor,
  keysOfSet,
  type NamedKey,
  parseIdToken,
} from '../../proof/id-token.ts'

const freshMs = 30_000

/** A platform's keys, through the guarded door and its cache. @throws Refusal `lti-keys-unreachable`. */
async function keysAt(
  jwksUrl: string,
  fetch: FetchDocument,
  maxAgeMs?: number,
): Promise<readonly NamedKey[]> {
  try {
    const { body } = await fetch(new URL(jwksUrl), maxAgeMs === undefined ? {} : { maxAgeMs })
    return keysOfSet(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch (cause) {
    throw new Refusal('lti-keys-unreachable', 'The keys of the platform could not be had', {
      cause,
    })
  }
}

/**
 * The claims of a token that its platform signed; nothing else about them has been checked.
 *
 * @throws Refusal `lti-signature-wrong` for anything that is no such token: of another algorithm, unsigned, signed with
 *   another key, or with a public key as if it were a secret; `lti-keys-unreachable`.
 */
export async function platformClaims(
  text: string,
  jwksUrl: string,
  fetch: FetchDocument,
): Promise<Claims> {
  const token = parseIdToken(text)
  const wrong = () => new Refusal('lti-signature-wrong', 'id_token is not signed by the platform')
  if (!token) throw wrong()
  let keys = keysFor(token, await keysAt(jwksUrl, fetch))
  // A platform may have changed its keys a moment ago.
  if (keys.length === 0) keys = keysFor(token, await keysAt(jwksUrl, fetch, freshMs))
  if (!(await isSignedWith(token, keys))) throw wrong()
  return token.claims
}
