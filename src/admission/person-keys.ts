import { createHash } from 'node:crypto'
import type { Application } from '../learning/eligibility/application.ts'
import { type Decision, idsCounted } from '../learning/eligibility/decision.ts'
import type { PersonKeys } from '../ledger/person-keys.ts'
import { foldName } from '../names.ts'

/** By what a provider tells one applicant from another. */
export interface ApplicantOfProvider {
  readonly provider: string
  readonly reference: string | null
}

const hashOf = (...parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const hashesOf = (parts: readonly (readonly string[])[]) =>
  [...new Set(parts.map((each) => hashOf(...each)))].sort()

/**
 * What tells that two decisions are about one person, so that nobody is enrolled twice: hexadecimal SHA-256 of each
 * subject in the credentials that count; and of what only makes it likely, at one provider: each folded name in them, the
 * one that the applicant gave, and the provider's reference.
 *
 * Limits: of credentials that share neither subject nor name, and of names at two providers, nobody can tell. The hash of
 * a name can be guessed by whoever can read the ledger: it hides nothing from the operator.
 */
export function personKeys(
  application: Application,
  decision: Pick<Decision, 'credentials'>,
  { provider, reference }: ApplicantOfProvider,
): PersonKeys {
  const counted = idsCounted(decision, 'yes')
  const held = application.credentials.filter(
    ({ id, standing }) => standing === 'current' && counted.has(id),
  )
  const subjects = held.flatMap(({ subject }) => (subject === null ? [] : [['subject', subject]]))
  const names = [application.person, ...held.map(({ name }) => name)]
    .map((name) => foldName(name ?? ''))
    .filter((name) => name !== '')
    .map((name) => ['name', name, provider])
  const references = reference === null ? [] : [['reference', reference, provider]]
  return {
    subjects: hashesOf(subjects),
    likely: hashesOf([...names, ...references]),
    isKnown: held.some(({ isOwn, subject }) => isOwn && subject !== null),
  }
}
