import {
  decodeBits,
  decodeBits2021,
  minListLength,
  type StatusBits,
  valueAt,
} from '../../credential/status-list.ts'
import { checkDates } from '../check-dates.ts'
import { checkGenuine, type GenuineSettings } from '../check-genuine.ts'
import { isSameIssuer } from '../keys/issuer-host.ts'
import { issuerId } from '../keys/issuer-id.ts'
import { hasType, isObject, type JsonObject, type Received } from '../receiving/received.ts'
import { fetchList } from './fetch-list.ts'
import { type BitEntry, readBitEntry } from './status-entry.ts'
import type { StatusState } from './status-state.ts'

/** A standard by which a bit in a signed list stands for a credential. */
export interface BitListStandard {
  readonly listType: string
  readonly subjectType: string
  readonly purposes: readonly string[]
  decode(encoded: string): StatusBits | undefined
}

/** W3C Bitstring Status List v1.0. */
export const bitstringStatusList: BitListStandard = {
  listType: 'BitstringStatusListCredential',
  subjectType: 'BitstringStatusList',
  purposes: ['revocation', 'suspension', 'refresh', 'message'],
  decode: decodeBits,
}

/** StatusList2021, the draft that it grew from (W3C CCG, 2023-01-02); its index 0 is the left-most bit too (§3.2). */
export const statusList2021: BitListStandard = {
  listType: 'StatusList2021Credential',
  subjectType: 'StatusList2021',
  purposes: ['revocation', 'suspension'],
  decode: decodeBits2021,
}

/** Who signed the credential in question, whose list it must be, and how to check that it is. */
export interface ListSettings extends GenuineSettings {
  readonly issuer: string | undefined
}

interface ListContent {
  readonly encoded: string
  /** How long a copy may be used before it has to be had anew (Bitstring Status List v1.0 §2.2). */
  readonly ttlMs: number
}

function contentOf(
  { credential }: Received,
  { purpose }: BitEntry,
  { listType, subjectType }: BitListStandard,
): ListContent | undefined {
  const [subject, ...others] = [credential.credentialSubject].flat()
  if (!isObject(subject) || others.length > 0) return undefined
  const { encodedList: encoded, statusPurpose, ttl = Number.POSITIVE_INFINITY } = subject
  const isList = hasType(credential, listType) && hasType(subject, subjectType)
  if (!isList || ![statusPurpose].flat().includes(purpose)) return undefined
  return typeof encoded === 'string' && typeof ttl === 'number' && ttl >= 0
    ? { encoded, ttlMs: ttl }
    : undefined
}

// Lists are signed anew all the time, often while they are asked for, by a clock that is not ours.
const clockDifferenceMs = 60_000

/** Whether the dates hold now, or will within a minute. */
export const isCurrent = (list: Received, now: Date): boolean =>
  [0, clockDifferenceMs].some(
    (ms) => checkDates(list, new Date(now.getTime() + ms)).outcome === 'passed',
  )

/** Whether the list is what it claims to be: signed by the credential's own issuer, current, under its own address. */
async function isTrustworthy(
  list: Received,
  { listId, list: url }: BitEntry,
  settings: ListSettings,
): Promise<boolean> {
  const { credential } = list
  const isAtHome = credential.id === listId || credential.id === url.href
  if (!isAtHome || !isSameIssuer(issuerId(credential), settings.issuer)) return false
  if (!(await checkGenuine(list, settings)).isGenuine) return false
  return isCurrent(list, settings.now())
}

/** Nothing set is good; two bits or more are set when any of them is (Bitstring Status List v1.0 §3.2, `valid`). */
function meaningOf(purpose: string, value: number): StatusState {
  if (purpose === 'message') return value === 0 ? 'not-about-withdrawal' : 'message'
  if (value === 0) return 'not-revoked'
  return purpose === 'suspension' ? 'suspended' : 'revoked'
}

async function lookUp(
  entry: BitEntry,
  standard: BitListStandard,
  settings: ListSettings,
): Promise<StatusState> {
  let fetched = await fetchList(entry.list, settings.fetch)
  if (typeof fetched === 'string') return fetched
  let content = contentOf(fetched.list, entry, standard)
  if (content && fetched.ageMs > content.ttlMs) {
    fetched = await fetchList(entry.list, settings.fetch, { maxAgeMs: content.ttlMs })
    if (typeof fetched === 'string') return fetched
    content = contentOf(fetched.list, entry, standard)
  }
  if (!content) return 'list-malformed'
  if (!(await isTrustworthy(fetched.list, entry, settings))) return 'list-unverifiable'
  const bits = standard.decode(content.encoded)
  if (!bits || (bits.length * 8) / entry.size < minListLength) return 'list-malformed'
  const value = valueAt(bits, entry.index, entry.size)
  return value === undefined ? 'index-out-of-range' : meaningOf(entry.purpose, value)
}

/**
 * What the bit of one entry says (Bitstring Status List v1.0 §3.2): the list is had, its form, proof, issuer, address
 * and dates are checked, and only then is the bit believed. A list of messages or newer versions withdraws nothing, so
 * whatever is wrong with one says nothing either; a purpose that is not known might withdraw.
 */
export async function stateInBitList(
  status: JsonObject,
  standard: BitListStandard,
  settings: ListSettings,
): Promise<StatusState> {
  const entry = readBitEntry(status)
  if (status.statusPurpose === 'refresh' && standard.purposes.includes('refresh'))
    return 'not-about-withdrawal'
  if (!entry) return 'list-malformed'
  if (!standard.purposes.includes(entry.purpose)) return 'type-unknown'
  const state = await lookUp(entry, standard, settings)
  return entry.purpose === 'message' && state !== 'message' ? 'not-about-withdrawal' : state
}
