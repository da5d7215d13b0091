import { checkGenuine } from '../check-genuine.ts'
import { isSameIssuer, issuerHost } from '../keys/issuer-host.ts'
import { issuerId } from '../keys/issuer-id.ts'
import { isObject, type JsonObject, type Received } from '../receiving/received.ts'
import { isCurrent, type ListSettings } from './bit-list.ts'
import { fetchList } from './fetch-list.ts'
import type { StatusState } from './status-state.ts'

/** 1EdTech's list is plain JSON; where somebody signs it nevertheless, it has to hold like anything signed. */
async function isTrustworthy(list: Received, url: URL, settings: ListSettings): Promise<boolean> {
  const { credential, secured } = list
  const { id, issuer, proof } = credential
  if (id !== undefined && id !== url.href) return false
  if (issuer !== undefined && !isSameIssuer(issuerId(credential), settings.issuer)) return false
  if (secured.form === 'embedded' && proof === undefined)
    return url.protocol === 'https:' && url.host === issuerHost(settings.issuer)
  if (issuer === undefined || !(await checkGenuine(list, settings)).isGenuine) return false
  return isCurrent(list, settings.now())
}

/** Peers write the member in the singular and in the plural; a credential that is a list has it in its subject. */
function itemsOf(document: JsonObject): readonly unknown[] | undefined {
  const { revokedCredential, revokedCredentials = revokedCredential, credentialSubject } = document
  if (revokedCredentials !== undefined) return [revokedCredentials].flat()
  return isObject(credentialSubject) ? itemsOf(credentialSubject) : undefined
}

const names = (item: unknown, credentialId: string) =>
  isObject(item) ? item.id === credentialId && item.revoked !== false : item === credentialId

/**
 * What a 1EdTechRevocationList says (Open Badges 3.0 "Credential status", VCRL 1.0): the credential is revoked when the
 * list names its id, unless `revoked` is false there. An unsigned list is believed only from the issuer's own host
 * over https.
 */
export async function stateInRevocationList(
  status: JsonObject,
  credentialId: unknown,
  settings: ListSettings,
): Promise<StatusState> {
  const { id } = status
  if (typeof id !== 'string' || !URL.canParse(id) || typeof credentialId !== 'string')
    return 'list-malformed'
  const url = new URL(id)
  const fetched = await fetchList(url, settings.fetch)
  if (typeof fetched === 'string') return fetched
  const items = itemsOf(fetched.list.credential)
  if (!items) return 'list-malformed'
  if (!(await isTrustworthy(fetched.list, url, settings))) return 'list-unverifiable'
  return items.some((item) => names(item, credentialId)) ? 'revoked' : 'not-revoked'
}
