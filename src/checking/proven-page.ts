import { type PageClaims, parsePageClaims } from '../documents/certificate-design.ts'
import { verifyJwt } from '../proof/jwt.ts'
import { parsePageToken } from '../proof/page-token.ts'
import { findKeys, type KeySearch } from './keys/find-keys.ts'
import { issuerId } from './keys/issuer-id.ts'
import type { JsonObject } from './receiving/received.ts'

/** A page that says nothing beside its credential. */
export const nothingBeside: PageClaims = { signatories: [] }

/**
 * What the issuer of a credential says that its page prints beside it, as the token in the file has it: signed with a
 * key of the issuer's, and for this credential. Whatever cannot be proven was not said.
 *
 * @throws Refusal `busy`.
 */
export async function provenPage(
  credential: JsonObject,
  text: string | undefined,
  how: KeySearch,
): Promise<PageClaims> {
  const read = text === undefined ? undefined : parsePageToken(text)
  const issuer = issuerId(credential)
  if (!read || issuer === undefined) return nothingBeside
  const { token, kid, statement } = read
  if (statement.iss !== issuer || statement.sub !== credential.id) return nothingBeside
  const found = await findKeys(issuer, [{ name: kid }], 'assertionMethod', how)
  const jwk = 'keys' in found ? found.keys.get(kid)?.publicKeyJwk : undefined
  if (!jwk || !(await verifyJwt(token, jwk, 'EdDSA'))) return nothingBeside
  return parsePageClaims(statement.page) ?? nothingBeside
}
