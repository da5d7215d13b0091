import { readFileSync } from 'node:fs'
import { Refusal } from '../errors.ts'

/** An issuer that the operator vouches for, and how far. */
export interface KnownIssuer {
  /** A DID, or the https address that the issuer signs under. */
  readonly did: string
  readonly names: readonly string[]
  /** Achievement types (`CertificateOfCompletion`) or beginnings of achievement ids; everything where it is absent. */
  readonly scope?: readonly string[]
  /** Days, both included: only what counts from a day between them is vouched for. */
  readonly since?: string
  readonly until?: string
}

const texts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== '')

const isDay = (value: unknown) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value))

const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  did: (value) => typeof value === 'string' && /^(did:[a-z0-9]+:|https:\/\/)\S+$/.test(value),
  names: texts,
  scope: (value) => value === undefined || texts(value),
  since: (value) => value === undefined || isDay(value),
  until: (value) => value === undefined || isDay(value),
}

/** What is wrong with one entry, as JSON paths; a member that is spelt wrongly would widen what is vouched for. */
function faultsOf(entry: unknown, index: number): string[] {
  const members = Object(entry) as Record<string, unknown>
  const at = (name: string) => `$.issuers[${index}].${name}`
  const wrong = Object.entries(rules).flatMap(([name, holds]) =>
    holds(members[name]) ? [] : [at(name)],
  )
  const unknown = Object.keys(members).filter((name) => !Object.hasOwn(rules, name))
  return [...wrong, ...unknown.map(at)]
}

/**
 * Reads `trust/issuers.json`: `{"issuers": [{"did", "names", "scope"?, "since"?, "until"?}]}`.
 *
 * @throws Refusal `settings-invalid` when the file is missing or of another shape, with each place to mend.
 */
export function readKnownIssuers(file: string): KnownIssuer[] {
  let issuers: unknown
  try {
    issuers = (JSON.parse(readFileSync(file, 'utf8')) as { issuers?: unknown }).issuers
    if (!Array.isArray(issuers)) throw new Error('no list')
  } catch (cause) {
    throw new Refusal('settings-invalid', 'TRUSTED_ISSUERS names no readable list of issuers', {
      cause,
    })
  }
  const faults = (issuers as unknown[]).flatMap(faultsOf)
  if (faults.length > 0)
    throw new Refusal('settings-invalid', `TRUSTED_ISSUERS is wrong at ${faults.join(', ')}`)
  return issuers as KnownIssuer[]
}
