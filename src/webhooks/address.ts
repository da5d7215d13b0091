import { mayBeAsked } from '../checking/outside/public-address.ts'
import { Refusal } from '../errors.ts'

export interface AddressRules {
  readonly isProduction: boolean
  /** `host:port` of receivers on our own network that the operator vouches for. */
  readonly hosts: readonly string[]
}

const maxLength = 2_000

const isThisMachine = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host)

const portOf = ({ port, protocol }: URL) => port || (protocol === 'https:' ? '443' : '80')

/** Whether an address may be plain, or inside: the operator has named it, or it is this machine while nothing is at stake. */
export function isVouchedFor(url: URL, { isProduction, hosts }: AddressRules): boolean {
  if (!/^https?:$/.test(url.protocol)) return false
  if (hosts.includes(`${url.hostname}:${portOf(url)}`)) return true
  return !isProduction && isThisMachine(url.hostname)
}

/**
 * The address of an endpoint. What its name leads to is looked at anew for each connection.
 *
 * @throws Refusal `webhook-address`.
 */
export function parseAddress(text: string, rules: AddressRules): string {
  const url = text.length <= maxLength && URL.canParse(text) ? new URL(text) : undefined
  const isPlainForm = url?.username === '' && url.password === '' && url.hash === ''
  if (!url || !isPlainForm || !(mayBeAsked(url) || isVouchedFor(url, rules)))
    throw new Refusal(
      'webhook-address',
      'Give the public https address of the receiver, on port 443, without a password or #; one on your own network is named in WEBHOOK_HOSTS',
    )
  return url.href
}
