import { isObject, type JsonObject } from '../receiving/received.ts'

/** Where one credential stands in a list of bits. */
export interface BitEntry {
  /** Address of the list as the entry writes it. */
  readonly listId: string
  readonly list: URL
  readonly purpose: string
  readonly index: number
  /** Bits of one credential. */
  readonly size: number
}

// So many entries of this size fill a list of 1 MiB.
const maxSize = 8

const wholeNumber = /^(0|[1-9]\d{0,9})$/

/**
 * The number of a base-10 text without sign, fraction, exponent or leading zero (Bitstring Status List v1.0 §2.1: "an
 * arbitrary size integer greater than or equal to 0, expressed as a string"). Some issuers write the number itself.
 */
function indexOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : undefined
  return typeof value === 'string' && wholeNumber.test(value) ? Number(value) : undefined
}

/** §2.1: one bit where nothing is said; with more of them each value must have its message. */
function sizeOf({ statusSize = 1, statusMessage }: JsonObject): number | undefined {
  if (statusSize === 1) return 1
  const isSize = Number.isInteger(statusSize) && Number(statusSize) > 1
  if (!isSize || Number(statusSize) > maxSize) return undefined
  const messages = Array.isArray(statusMessage) ? statusMessage.filter(isObject) : []
  const values = new Set(messages.map(({ status }) => Number(status)))
  const all = 2 ** Number(statusSize)
  const isComplete = values.size === all && [...values].every((value) => value >= 0 && value < all)
  return isComplete ? Number(statusSize) : undefined
}

/** Reads an entry of a list of bits (Bitstring Status List v1.0 §2.1, StatusList2021 §3.1); `undefined` for a bad one. */
export function readBitEntry(status: JsonObject): BitEntry | undefined {
  const { statusListCredential: listId, statusPurpose: purpose } = status
  const [index, size] = [indexOf(status.statusListIndex), sizeOf(status)]
  if (typeof listId !== 'string' || !URL.canParse(listId) || typeof purpose !== 'string')
    return undefined
  if (index === undefined || size === undefined) return undefined
  return { listId, list: new URL(listId), purpose, index, size }
}
