import { isKnownMandate } from './check-mandate.ts'
import { receiveEndorsements } from './receiving/receive-endorsements.ts'
import { hasType, isObject, type JsonObject, type Received } from './receiving/received.ts'
import type { Endorsement, Report } from './report.ts'
import { type CheckSettings, verifyCredential } from './verify-credential.ts'

/** More are not looked at, and said not to have been verified: each may cost requests to others. */
const maxEndorsements = 4
const maxCommentLength = 4_000

/** Something that can be endorsed, with what it carries of endorsements. */
interface Place {
  readonly id: unknown
  readonly holder: JsonObject
}

/** Where Open Badges 3.0 lets endorsements stand: on the credential, its achievement, and the issuer (OB 3.0 §B.1). */
function placesOf(credential: JsonObject): Place[] {
  const subjects = [credential.credentialSubject].flat().filter(isObject)
  const achievements = subjects.map(({ achievement }) => achievement)
  return [credential, ...achievements, credential.issuer]
    .filter(isObject)
    .map((holder) => ({ id: holder.id, holder }))
}

/** Whether it is an endorsement, and of the very thing it was found on. */
function isAbout({ credential }: Received, id: unknown): boolean {
  const subjects = [credential.credentialSubject].flat().filter(isObject)
  return (
    hasType(credential, 'EndorsementCredential') &&
    subjects.length > 0 &&
    subjects.every((subject) => subject.id === id && typeof id === 'string')
  )
}

function commentOf({ credential }: Received, { answers }: Report): string | undefined {
  const [subject] = [credential.credentialSubject].flat().filter(isObject)
  const comment = subject?.endorsementComment
  return answers.genuine === 'yes' && typeof comment === 'string'
    ? comment.slice(0, maxCommentLength)
    : undefined
}

export interface CheckedEndorsements {
  readonly endorsements: readonly Endorsement[]
  /** Whether there is one that does not hold, is about something else, or was not looked at. */
  readonly hasUnverified: boolean
}

/**
 * Verifies the endorsements inside a credential like credentials of their own (OB 3.0 §9.1 "Verify endorsements"), one
 * level deep and four at the most. They say nothing about the credential they stand in, whose verdict they never change.
 */
export async function checkEndorsements(
  credential: JsonObject,
  settings: CheckSettings,
): Promise<CheckedEndorsements> {
  // The check of the issuer has told what came of it.
  const isMandateOf = (holder: JsonObject, received: Received | undefined) =>
    holder === credential.issuer &&
    received !== undefined &&
    isKnownMandate(received, settings.knownIssuers)
  const found = placesOf(credential).flatMap(({ holder, id }) =>
    receiveEndorsements(holder)
      .filter((received) => !isMandateOf(holder, received))
      .map((received) => ({ received, id })),
  )
  const fit = found
    .flatMap(({ received, id }) => (received && isAbout(received, id) ? [received] : []))
    .slice(0, maxEndorsements)
  const endorsements: Endorsement[] = []
  for (const received of fit) {
    const report = await verifyCredential(received, settings)
    const comment = commentOf(received, report)
    endorsements.push({ ...(comment === undefined ? {} : { comment }), report })
  }
  const isComplete = endorsements.length === found.length
  return {
    endorsements,
    hasUnverified: !isComplete || endorsements.some(({ report }) => report.verdict !== 'valid'),
  }
}
