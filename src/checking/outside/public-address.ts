import { BlockList, isIP } from 'node:net'

/** Addresses that are not the public internet: ours, our neighbours', and those that reach them by a detour. */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, prefix, 'ipv4')

/** Of IPv6 only global unicast is open, without the ranges that embed an IPv4 address or are documentation. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, prefix, 'ipv6')

export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && globalUnicast.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/**
 * Whether an address may be asked at all, before its name is looked up: https, port 443, no password, and a name of at
 * least two labels. Figures are refused, for they are connected to without being looked up, and so past every check.
 */
export function mayBeAsked(url: URL): boolean {
  const name = url.hostname.replace(/\.$/, '')
  const isName = isIP(name.replace(/^\[|\]$/g, '')) === 0 && name.includes('.')
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    isName
  )
}
