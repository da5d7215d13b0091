import { didWebUrl } from '../../proof/did.ts'

/** The address an issuer is known by: an https issuer's own, a did:web's with the path that the DID spells (§3.2). */
function addressOf(issuer: string): URL | undefined {
  const document = didWebUrl(issuer)
  if (document) return new URL(document.href.replace(/\/(\.well-known\/)?did\.json$/, '/'))
  return issuer.startsWith('https://') && URL.canParse(issuer) ? new URL(issuer) : undefined
}

/** Host and port that the issuer itself speaks from; `undefined` for one that has none, such as a did:key. */
export const issuerHost = (issuer: string | undefined): string | undefined =>
  issuer === undefined ? undefined : addressOf(issuer)?.host

/** Whether two ids are one issuer: the same text, or an https address and the did:web made of exactly that address. */
export function isSameIssuer(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false
  if (one === other) return true
  if (one.startsWith('did:') === other.startsWith('did:')) return false
  const [first, second] = [addressOf(one), addressOf(other)]
  const plain = (url: URL) => url.href.replace(/\/$/, '')
  return first !== undefined && second !== undefined && plain(first) === plain(second)
}
