import { createHash } from 'node:crypto'
import type { Application } from '../learning/eligibility/application.ts'
import type { Decision } from '../learning/eligibility/decision.ts'
import { foldName } from '../names.ts'

/** By what a provider tells one applicant from another. */
export interface Applicant {
  readonly provider: string
  readonly reference: string | null
}

const hashOf = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const first = (ids: readonly (string | null)[]) =>
  ids
    .filter((id) => id !== null)
    .sort()
    .at(0)

/**
 * Tells whether two decisions are about one person, so that nobody is enrolled twice: hexadecimal SHA-256 of the
 * subject in the credentials that count, one of ours before others; where they have none, of the folded name with the
 * provider and its reference. `null` where there is nothing of all that.
 *
 * Limits: somebody who comes once with a credential that names a subject and once with none, or with credentials of
 * issuers who each call the person otherwise, has two keys; two people of one name at one provider without references
 * have one. The hash of a name can be guessed by whoever can read the ledger: it hides nothing from the operator.
 */
export function personKey(
  application: Application,
  decision: Decision,
  { provider, reference }: Applicant,
): string | null {
  const counted = new Set(
    decision.credentials.filter(({ counts }) => counts === 'yes').map(({ id }) => id),
  )
  const held = application.credentials.filter(
    ({ id, standing }) => standing === 'current' && counted.has(id),
  )
  const subject =
    first(held.filter(({ isOwn }) => isOwn).map((each) => each.subject)) ??
    first(held.map((each) => each.subject))
  if (subject !== undefined) return hashOf(['subject', subject])
  const name = application.person ?? first(held.map((each) => each.name)) ?? ''
  const folded = foldName(name)
  if (folded === '' && reference === null) return null
  return hashOf(['name', folded, provider, reference ?? ''])
}
