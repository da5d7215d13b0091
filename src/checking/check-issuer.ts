import { instantOf } from './check-dates.ts'
import { issuerId } from './keys/issuer-id.ts'
import type { KnownIssuer } from './known-issuers.ts'
import { foldLookAlikes } from './look-alikes.ts'
import { isObject, type JsonObject } from './receiving/received.ts'
import type { Finding } from './report.ts'

const finding = (outcome: Finding['outcome'], reason: Finding['reason']): Finding => ({
  check: 'issuer',
  outcome,
  reason,
})

/** What a credential says was achieved. */
export function achievementsIn({ credentialSubject }: JsonObject): readonly JsonObject[] {
  const subjects = [credentialSubject].flat().filter(isObject)
  return subjects.map(({ achievement }) => achievement).filter(isObject)
}

/** What was achieved, by the type and the id that a scope may name; a translation's id begins with that of its base. */
function isInScope(credential: JsonObject, { scope }: KnownIssuer): boolean {
  if (!scope) return true
  const achievements = achievementsIn(credential)
  const covers = ({ achievementType, id }: JsonObject) =>
    scope.some(
      (entry) => entry === achievementType || (entry.includes(':') && isWithin(String(id), entry)),
    )
  return achievements.length > 0 && achievements.every(covers)
}

/** Whole path segments, so that `/achievements/a` does not cover `/achievements/abc`. */
export const isWithin = (id: string, start: string) =>
  id === start || id.startsWith(start.endsWith('/') ? start : `${start}/`)

const dayMs = 24 * 60 * 60 * 1_000

function isInPeriod(credential: JsonObject, { since, until }: KnownIssuer): boolean {
  const from = instantOf(credential.validFrom ?? credential.issuanceDate)
  if (Number.isNaN(from)) return since === undefined && until === undefined
  const isAfter = since === undefined || from >= Date.parse(since)
  return isAfter && (until === undefined || from < Date.parse(until) + dayMs)
}

/** Entries of one issuer add up: one for the course in its years, another for the courses after it. */
function checkKnown(credential: JsonObject, entries: readonly KnownIssuer[]): Finding {
  const inScope = entries.filter((entry) => isInScope(credential, entry))
  if (inScope.length === 0) return finding('skipped', 'issuer-outside-scope')
  return inScope.some((entry) => isInPeriod(credential, entry))
    ? finding('passed', 'issuer-known')
    : finding('skipped', 'issuer-outside-period')
}

/** What the list says of whoever answers for a credential; `undefined` where it has no entry. */
export function checkListed(
  credential: JsonObject,
  id: string | undefined,
  known: readonly KnownIssuer[],
): Finding | undefined {
  const entries = known.filter(({ did }) => did === id)
  return entries.length > 0 ? checkKnown(credential, entries) : undefined
}

/**
 * Whether we know the issuer: by its DID alone, and as far as it is vouched for. A known issuer's name under another
 * DID is an impostor; an issuer that is merely unknown does not make a credential less genuine, so that finding is
 * `skipped`, never green.
 */
export function checkIssuer(credential: JsonObject, known: readonly KnownIssuer[]): Finding {
  const listed = checkListed(credential, issuerId(credential), known)
  if (listed) return listed
  const { issuer } = credential
  const claimed = namesOf(isObject(issuer) ? issuer.name : undefined).map(foldLookAlikes)
  const names = known.flatMap((candidate) => candidate.names.map(foldLookAlikes))
  return claimed.some((name) => name !== '' && names.includes(name))
    ? finding('failed', 'issuer-impostor')
    : finding('skipped', 'issuer-unknown')
}

/** A name as text, or as language objects, which VC DM 2.0 §11.1 allows outside of badges. */
const namesOf = (name: unknown): string[] =>
  [name].flat().flatMap((each) => {
    const text = isObject(each) ? each['@value'] : each
    return typeof text === 'string' ? [text] : []
  })
