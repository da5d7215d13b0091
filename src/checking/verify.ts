import { checkEndorsements } from './endorsements.ts'
import { budgeted } from './outside/budgeted-fetch.ts'
import { hasType, type Received } from './receiving/received.ts'
import type { Report } from './report.ts'
import { type CheckSettings, type Question, verifyCredential } from './verify-credential.ts'
import { verifyPresentation } from './verify-presentation.ts'

export type { CheckSettings, Question } from './verify-credential.ts'

/** A credential with the endorsements inside it, which are looked at only where it is genuine. */
async function verifyWhole(
  received: Received,
  settings: CheckSettings,
  question: Question,
): Promise<Report> {
  const report = await verifyCredential(received, settings, question)
  if (report.answers.genuine !== 'yes') return report
  const { endorsements, hasUnverified } = await checkEndorsements(received.credential, settings)
  const warnings = hasUnverified
    ? [...report.warnings, 'endorsement-not-verified' as const]
    : report.warnings
  return { ...report, warnings, ...(endorsements.length > 0 ? { endorsements } : {}) }
}

/** From here on nobody else is asked: hosts that answer slowly, one after another, must not hold up a place for minutes. */
const patienceMs = 15_000

/** Key document, one more key, status list, published version, key document behind a mandate; others share what is left. */
const maxRequests = 5

/**
 * Checks a credential or a presentation and never throws but when too busy to check anything (Refusal `busy`): the
 * reader is owed a report, not an exception.
 */
export function verify(
  received: Received,
  given: CheckSettings,
  question: Question = {},
): Promise<Report> {
  const end = performance.now() + patienceMs
  const isOver = () => performance.now() > end
  const settings = { ...given, fetch: budgeted(given.fetch, maxRequests, isOver) }
  if (!hasType(received.credential, 'VerifiablePresentation'))
    return verifyWhole(received, settings, question)
  // A challenge is answered by whoever presents, not by the issuers of what is presented.
  const { person } = question
  const check = (each: Received) => {
    const own = { ...given, fetch: budgeted(given.fetch, maxRequests, isOver) }
    return verifyWhole(each, own, person === undefined ? {} : { person })
  }
  return verifyPresentation(received, { ...settings, check }, question)
}
