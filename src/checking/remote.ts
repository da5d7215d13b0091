import { lookup as lookupName } from 'node:dns'
import { request } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** A document from elsewhere, as it came. */
export interface Fetched {
  readonly contentType: string
  readonly body: Uint8Array
}

/** Gets a public document; throws when it cannot, which a check reports as `unknown`. */
export type FetchDocument = (url: URL) => Promise<Fetched>

const timeoutMs = 5_000
const maxBytes = 1024 * 1024

/** Addresses that are not the public internet: ours, our neighbours', and those that reach them by a detour. */
const closed = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
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

/** Looks a name up for the very connection that is about to be made, so that a second answer cannot differ. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0)
    const [first] = addresses
    const isOpen = addresses.every(({ address }) => isPublicAddress(address))
    if (!first || !isOpen) return callback(new Error('not a public address'), '', 0)
    if (options.all) return callback(null, addresses)
    return callback(null, first.address, first.family)
  })
}

/** An address in figures is connected to without being looked up, and so past every check; IPv6 stands in brackets. */
const isAddress = ({ hostname }: URL) => isIP(hostname.replace(/^\[|\]$/g, '')) !== 0

/**
 * Fetches one public document over https: port 443, public addresses only (checked at the connection itself), no
 * redirect, no compression, 5 seconds and 1 MiB at the most. Throws otherwise.
 */
export const fetchPublic: FetchDocument = (url) =>
  new Promise((resolve, reject) => {
    if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || isAddress(url))
      return reject(new Error(`not a public https address: ${url.host}`))
    const signal = AbortSignal.timeout(timeoutMs)
    const headers = { accept: 'application/json, */*;q=0.5', 'accept-encoding': 'identity' }
    const call = request(url, { lookup: publicLookup, headers, signal }, (response) => {
      if (response.statusCode !== 200) {
        response.destroy()
        return reject(new Error(`answered ${response.statusCode}`))
      }
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > maxBytes) return response.destroy(new Error('answer too large'))
        chunks.push(chunk)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks),
        }),
      )
    })
    call.on('error', reject)
    call.end()
  })
