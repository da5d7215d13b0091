import { gzipSync } from 'node:zlib'
import { credentialsContext } from './build.ts'
import { gunzipOnce } from './gunzip-once.ts'
import type { StatusEntry } from './open-badge.ts'

/** The smallest list the standard allows, so that one bit hides in a crowd (Bitstring Status List v1.0 §6.1). */
export const minListLength = 131_072

const maxInflatedBytes = 1024 * 1024

/** The bits of a list, most significant first: index 0 is the left-most bit (§3.2). */
export type StatusBits = Uint8Array

export function bitsWith(setIndexes: Iterable<number>, length = minListLength): StatusBits {
  const bits = new Uint8Array(length / 8)
  for (const index of setIndexes) bits[index >> 3] = (bits[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return bits
}

/** The number that `size` bits from this place on make, the first the highest (§3.2); `undefined` beyond the list. */
export function valueAt(bits: StatusBits, index: number, size = 1): number | undefined {
  const first = index * size
  if (first + size > bits.length * 8) return undefined
  let value = 0
  for (let at = first; at < first + size; at += 1)
    value = value * 2 + (((bits[Math.floor(at / 8)] ?? 0) >> (7 - (at % 8))) & 1)
  return value
}

/** GZIP, then multibase base64url without padding (§3.2). */
export function encodeBits(bits: StatusBits): string {
  return `u${gzipSync(bits, { level: 9 }).toString('base64url')}`
}

/** The bits of an encoded list; `undefined` when it is not one, or inflates beyond 1 MiB. */
export function decodeBits(encoded: string): StatusBits | undefined {
  if (!/^u[A-Za-z0-9_-]+$/.test(encoded)) return undefined
  return gunzipOnce(Buffer.from(encoded.slice(1), 'base64url'), maxInflatedBytes)
}

/**
 * The same of StatusList2021 §3.2: without a multibase letter. That draft was read as base64 and as base64url, with and
 * without padding; the letters of the two do not contradict each other.
 */
export function decodeBits2021(encoded: string): StatusBits | undefined {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(encoded)) return undefined
  return gunzipOnce(Buffer.from(encoded, 'base64url'), maxInflatedBytes)
}

/** The list credential before it is signed (§2.2). It carries no validUntil: it must outlive the service's upkeep. */
export interface StatusListCredential {
  readonly '@context': readonly string[]
  readonly id: string
  readonly type: readonly string[]
  readonly issuer: string
  readonly validFrom: string
  readonly credentialSubject: {
    readonly id: string
    readonly type: 'BitstringStatusList'
    readonly statusPurpose: 'revocation'
    readonly encodedList: string
  }
}

export const statusListUrl = (publicUrl: URL, list: number) =>
  new URL(`/status/${list}`, publicUrl).href

export function buildStatusList(
  list: { readonly url: string; readonly issuer: string; readonly bits: StatusBits },
  now: Date,
): StatusListCredential {
  return {
    '@context': [credentialsContext],
    id: list.url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: `${now.toISOString().slice(0, 19)}Z`,
    credentialSubject: {
      id: `${list.url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBits(list.bits),
    },
  }
}

/** The entry of one credential (§2.1); OB 3.0 requires the `id`, which must not be the list's own URL. */
export function statusEntry(listUrl: string, index: number): StatusEntry {
  return {
    id: `${listUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: listUrl,
  }
}
