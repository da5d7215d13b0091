import type { JsonObject } from './receive.ts'
import type { Facts } from './report.ts'

const maxChars = 4_000

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.slice(0, maxChars) : undefined

const object = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}

const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.map(object) : [])

/** Leaves out what is not there, so that an absent fact is an absent member. */
function present<T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined),
  ) as never
}

function recipientOf(subject: JsonObject): string | undefined {
  const entry = objects(subject.identifier).find(
    ({ identityType, hashed }) => identityType === 'name' && hashed === false,
  )
  return text(entry?.identityHash)
}

function resultsOf(subject: JsonObject, achievement: JsonObject) {
  const descriptions = objects(achievement.resultDescription)
  const named = objects(subject.result).flatMap((result) => {
    const described = descriptions.find(({ id }) => id === result.resultDescription)
    const name = text(described?.name)
    const value = text(result.value)
    return name !== undefined && value !== undefined ? [{ name, value }] : []
  })
  return named.length > 0 ? named : undefined
}

function achievementOf(achievement: JsonObject): Facts['achievement'] {
  const [id, name] = [text(achievement.id), text(achievement.name)]
  if (id === undefined || name === undefined) return undefined
  return { id, name, ...present({ type: text(achievement.achievementType) }) }
}

function issuerOf(issuer: unknown): Facts['issuer'] {
  const id = text(issuer) ?? text(object(issuer).id)
  return id === undefined ? undefined : { id, ...present({ name: text(object(issuer).name) }) }
}

/** What a credential whose signature holds says, as plain text in the order a reader asks. */
export function factsOf(credential: JsonObject): Facts {
  const subject = object(credential.credentialSubject)
  const achievement = object(subject.achievement)
  return present({
    id: text(credential.id),
    recipient: recipientOf(subject),
    subjectId: text(subject.id),
    title: text(credential.name),
    achievement: achievementOf(achievement),
    issuer: issuerOf(credential.issuer),
    // What VC DM 1.1 called them; check-dates looks at either.
    validFrom: text(credential.validFrom ?? credential.issuanceDate),
    validUntil: text(credential.validUntil ?? credential.expirationDate),
    awardedDate: text(credential.awardedDate),
    results: resultsOf(subject, achievement),
  })
}
