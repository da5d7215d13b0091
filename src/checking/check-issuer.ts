import { readFileSync } from 'node:fs'
import { Refusal } from '../errors.ts'
import { issuerId } from './check-issuer-key.ts'
import type { JsonObject } from './receive.ts'
import type { Finding } from './report.ts'

/** An issuer that the operator vouches for. */
export interface KnownIssuer {
  readonly did: string
  readonly names: readonly string[]
}

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'issuer',
  outcome,
  reason,
})

// Small letters and figures that print (nearly) alike, after case folding: Cyrillic and Greek ones, and what stands
// for a letter in figures. Not all of Unicode's confusables: an unknown issuer is never shown as known anyway.
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...['аa', 'вb', 'сc', 'ԁd', 'еe', 'һh', 'іi', 'јj', 'кk', 'мm', 'нh', 'оo', 'рp', 'ԛq', 'ѕs'],
    ...['тt', 'уy', 'ѵv', 'ԝw', 'хx', 'αa', 'βb', 'εe', 'ηh', 'ιi', 'κk', 'μm', 'νv', 'οo', 'ρp'],
    ...['τt', 'υy', 'χx', 'ζz', 'γy', 'ıi', 'ӏi', 'li', '1i', '|i', '0o'],
  ].map((pair) => [...pair]),
)

/**
 * Names compared as a reader sees them: by letters and figures alone, without marks, case, spacing or anything
 * invisible, and with letters that look alike taken for the same.
 */
const folded = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]/gu, '')
    .replace(/./gu, (letter) => lookAlikes[letter] ?? letter)

/**
 * Whether we know the issuer: by its DID alone. A known issuer's name under another DID is an impostor; an issuer
 * that is merely unknown does not make a credential less genuine, so that finding is `skipped`, never green.
 */
export function checkIssuer(credential: JsonObject, known: readonly KnownIssuer[]): Finding {
  const id = issuerId(credential)
  if (known.some((issuer) => issuer.did === id)) return finding('passed', 'issuer-known')
  const { issuer } = credential
  const name =
    typeof issuer === 'object' && issuer !== null ? (issuer as JsonObject).name : undefined
  const names = known.flatMap((candidate) => candidate.names.map(folded))
  return typeof name === 'string' && folded(name) !== '' && names.includes(folded(name))
    ? finding('failed', 'issuer-impostor')
    : finding('skipped', 'issuer-unknown')
}

/**
 * Reads `trust/issuers.json`: `{"issuers": [{"did", "names": […]}]}`.
 *
 * @throws Refusal `settings-invalid` when the file is missing or of another shape.
 */
export function readKnownIssuers(file: string): KnownIssuer[] {
  try {
    const { issuers } = JSON.parse(readFileSync(file, 'utf8')) as { issuers: KnownIssuer[] }
    const isFine = issuers.every(
      ({ did, names }) => did.startsWith('did:') && names.every((name) => typeof name === 'string'),
    )
    if (!isFine) throw new Error('shape')
    return issuers
  } catch (cause) {
    throw new Refusal('settings-invalid', 'TRUSTED_ISSUERS names no readable list of issuers', {
      cause,
    })
  }
}
