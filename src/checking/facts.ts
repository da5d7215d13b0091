import { isObject, type JsonObject } from './receiving/received.ts'
import type { Facts } from './report.ts'

type OnBehalfOf = NonNullable<NonNullable<Facts['issuer']>['onBehalfOf']>

const maxChars = 4_000

/** A text, or the first of several language objects (VC DM 2.0 §11.1; badges have plain texts only). */
function text(value: unknown): string | undefined {
  const [first] = [value].flat()
  const plain = isObject(first) ? first['@value'] : first
  return typeof plain === 'string' ? plain.slice(0, maxChars) : undefined
}

const object = (value: unknown): JsonObject => (isObject(value) ? value : {})

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
  // What other credentials commonly call their subject.
  return (
    text(entry?.identityHash) ??
    (subject.achievement === undefined ? text(subject.name) : undefined)
  )
}

const maxAlignments = 100

/** Open Badges 3.0 says nothing about whether an alignment was verified: it is the issuer's word, like the rest. */
function alignmentsOf(achievement: JsonObject): Facts['alignments'] {
  const found = objects(achievement.alignment)
    .slice(0, maxAlignments)
    .flatMap((alignment) => {
      const name = text(alignment.targetName)
      const [framework, code] = [text(alignment.targetFramework), text(alignment.targetCode)]
      return name === undefined ? [] : [{ name, ...present({ framework, code }) }]
    })
  return found.length > 0 ? found : undefined
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

function issuerOf(issuer: unknown, mandatedBy: OnBehalfOf | undefined): Facts['issuer'] {
  const id = text(issuer) ?? text(object(issuer).id)
  const onBehalfOf = mandatedBy && {
    id: mandatedBy.id,
    ...present({ name: text(mandatedBy.name) }),
  }
  return id === undefined
    ? undefined
    : { id, ...present({ name: text(object(issuer).name), onBehalfOf }) }
}

/**
 * What a credential whose signature holds says, as plain text in the order a reader asks.
 *
 * @param mandatedBy who mandated its issuer, as a check found: the credential's own word for it is none.
 */
export function factsOf(credential: JsonObject, mandatedBy?: OnBehalfOf): Facts {
  const [subject = {}] = [credential.credentialSubject].flat().map(object)
  const achievement = object(subject.achievement)
  return present({
    id: text(credential.id),
    recipient: recipientOf(subject),
    subjectId: text(subject.id),
    title: text(credential.name),
    achievement: achievementOf(achievement),
    issuer: issuerOf(credential.issuer, mandatedBy),
    // What VC DM 1.1 called them; check-dates looks at either.
    validFrom: text(credential.validFrom ?? credential.issuanceDate),
    validUntil: text(credential.validUntil ?? credential.expirationDate),
    awardedDate: text(credential.awardedDate),
    results: resultsOf(subject, achievement),
    alignments: alignmentsOf(achievement),
  })
}
