import { bitAt, decodeBits } from '../credential/status-list.ts'
import { checkDates } from './check-dates.ts'
import { checkGenuine, type GenuineSettings } from './check-genuine.ts'
import { issuerId } from './issuer-id.ts'
import { receiveText } from './receive-text.ts'
import type { JsonObject, Received } from './received.ts'
import type { Finding } from './report.ts'

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'status',
  outcome,
  reason,
})

interface Entry {
  readonly list: URL
  readonly index: number
}

const wholeNumber = /^(0|[1-9]\d{0,9})$/

/** Bitstring Status List v1.0 §2.1: the index is a base-10 string; some issuers write a number. */
function readEntry(status: JsonObject): Entry | undefined {
  const { statusListCredential, statusListIndex, statusPurpose, statusSize = 1 } = status
  const isSingleBit = statusSize === 1 && statusPurpose === 'revocation'
  if (!isSingleBit || !wholeNumber.test(String(statusListIndex))) return undefined
  if (typeof statusListCredential !== 'string' || !URL.canParse(statusListCredential))
    return undefined
  return { list: new URL(statusListCredential), index: Number(statusListIndex) }
}

/** Whether the list is what it claims to be: signed by the credential's own issuer, current, under its own URL. */
async function isTrustworthy(
  list: Received,
  entry: Entry,
  issuer: string | undefined,
  settings: GenuineSettings,
): Promise<boolean> {
  const { credential } = list
  if (issuerId(credential) !== issuer || credential.id !== entry.list.href) return false
  if (!(await checkGenuine(list, settings)).isGenuine) return false
  return checkDates(list, settings.now()).outcome === 'passed'
}

function readList(list: Received): JsonObject | undefined {
  const subject = list.credential.credentialSubject as JsonObject | undefined
  const types = [list.credential.type].flat()
  const purposes = [subject?.statusPurpose].flat()
  return types.includes('BitstringStatusListCredential') && purposes.includes('revocation')
    ? subject
    : undefined
}

function attempt(body: Uint8Array): Received | undefined {
  try {
    return receiveText(body, undefined)
  } catch {
    return undefined
  }
}

/**
 * Whether the issuer has revoked it (Bitstring Status List v1.0 §3.2): the list is fetched, its own proof, issuer,
 * address and dates are checked, and only then is the bit believed. What could not be checked is `unknown`.
 */
export async function checkStatus(
  credential: JsonObject,
  settings: GenuineSettings,
): Promise<Finding> {
  const status = credential.credentialStatus as JsonObject | undefined
  if (status === undefined) return finding('skipped', 'status-none')
  if (status.type !== 'BitstringStatusListEntry') return finding('unknown', 'status-type-unknown')
  const entry = readEntry(status)
  if (!entry) return finding('unknown', 'status-list-malformed')
  let body: Uint8Array
  try {
    body = (await settings.fetch(entry.list)).body
  } catch {
    return finding('unknown', 'status-list-unreachable')
  }
  const list = attempt(body)
  const subject = list && readList(list)
  const encoded = subject?.encodedList
  if (!list || typeof encoded !== 'string') return finding('unknown', 'status-list-malformed')
  const isTrusted = await isTrustworthy(list, entry, issuerId(credential), settings)
  if (!isTrusted) return finding('unknown', 'status-list-unverifiable')
  const bits = decodeBits(encoded)
  if (!bits) return finding('unknown', 'status-list-malformed')
  const isRevoked = bitAt(bits, entry.index)
  if (isRevoked === undefined) return finding('unknown', 'status-index-out-of-range')
  return isRevoked ? finding('failed', 'status-revoked') : finding('passed', 'status-not-revoked')
}
