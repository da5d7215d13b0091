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

/** Names compared as a reader sees them: compatibility forms, case and spacing folded. */
const folded = (name: string) =>
  name.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim()

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
  return typeof name === 'string' && names.includes(folded(name))
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
