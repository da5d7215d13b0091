import { createHash } from 'node:crypto'
import type { Application, HeldCredential } from '../learning/eligibility/application.ts'
import { type Decision, idsCounted } from '../learning/eligibility/decision.ts'
import type { PersonKeys } from '../ledger/person-keys.ts'
import { foldName } from '../names.ts'

const hashOf = (...parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const sorted = (hashes: readonly string[]) => [...new Set(hashes)].sort()

/** What one issuer says of whom it is about: nobody but that issuer can say the same. */
const saidBy = ({ issuer, id, subject }: HeldCredential) =>
  subject === null ? hashOf('credential', issuer, id) : hashOf('subject', issuer, subject)

/**
 * What tells that two decisions are about one person, so that nobody is enrolled twice: hexadecimal SHA-256. Certain: of
 * the credentials that count each subject together with its issuer; of one without a subject, the credential itself.
 * Only likely: a subject alone, since any issuer can write the one of somebody else; and, at one provider, each folded
 * name in them and the one that the applicant gave.
 *
 * Limits: of credentials that share neither subject nor name, and of names at two providers, nobody can tell. The hash of
 * a name can be guessed by whoever can read the ledger: it hides nothing from the operator.
 */
export function personKeys(
  application: Application,
  decision: Pick<Decision, 'credentials'>,
  provider: string,
): PersonKeys {
  const counted = idsCounted(decision, 'yes')
  const held = application.credentials.filter(
    ({ id, standing }) => standing === 'current' && counted.has(id),
  )
  const names = [application.person, ...held.map(({ name }) => name)]
    .map((name) => foldName(name ?? ''))
    .filter((name) => name !== '')
  const subjects = held.flatMap(({ subject }) => subject ?? [])
  return {
    certain: sorted(held.map(saidBy)),
    likely: sorted([
      ...subjects.map((subject) => hashOf('subject', subject)),
      ...names.map((name) => hashOf('name', name, provider)),
    ]),
  }
}

/** With what a provider calls the applicant, in whatever spelling: likely the same person at that provider. */
export function withReferences(
  { certain, likely }: PersonKeys,
  provider: string,
  references: readonly (string | null)[],
): PersonKeys {
  const folded = references.map((each) => foldName(each ?? '')).filter((each) => each !== '')
  const called = folded.map((each) => hashOf('reference', each, provider))
  return { certain, likely: sorted([...likely, ...called]) }
}
