import { Refusal } from '../errors.ts'
import { shownValue } from '../learning/applicants/applicant.ts'
import type { HeldCredential } from '../learning/eligibility/application.ts'
import type { Specialization } from '../learning/specialization.ts'
import { type Caller, permit, sees } from '../ledger/caller.ts'
import type { EnrolmentGround, EnrolmentGrounds } from '../ledger/enrolment-grounds.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { PersonEnrolled } from '../ledger/person-keys.ts'
import { keptText } from './application-values.ts'
import { openApplication } from './decision-view.ts'
import type { EnrolmentRequest } from './enrolment.ts'

/**
 * The decision that is to be enrolled by: one of the caller's own, about the specialization that was named.
 *
 * @throws Refusal `decision-not-found`, `forbidden`.
 */
export function groundOf(
  { ground }: EnrolmentRequest,
  caller: Caller,
  grounds: EnrolmentGrounds,
): EnrolmentGround {
  if ('specialization' in ground) permit(caller, ['provider'], ground.specialization)
  const found =
    'decision' in ground
      ? grounds.ofDecision(ground.decision)
      : grounds.ofCredential(ground.credential)
  const isAsked = !('specialization' in ground) || ground.specialization === found?.specialization
  if (!found || !isAsked || !sees(caller, found.provider))
    throw new Refusal('decision-not-found', 'You have no such decision')
  permit(caller, ['provider'], found.specialization)
  return found
}

/**
 * Only a decision that says `eligible` today is one to enrol by.
 *
 * @throws Refusal `decision-erased`, `not-eligible`, `decision-expired`.
 */
export function checkGround(ground: EnrolmentGround, now: Date): void {
  if (ground.isErased)
    throw new Refusal('decision-erased', 'The application behind this decision was erased')
  if (ground.outcome !== 'eligible')
    throw new Refusal('not-eligible', `The outcome of this decision is ${ground.outcome}`)
  if (ground.isSupportGone)
    throw new Refusal('not-eligible', 'What this decision rests on no longer holds')
  if (now.getTime() > Date.parse(ground.validUntil))
    throw new Refusal('decision-expired', `This decision held until ${ground.validUntil}`)
}

const ownId = /\/c\/([0-9a-z]{26})$/

/**
 * None of our own credentials that a decision was made from has been revoked since: where it was signed nothing, nobody
 * else would look. Those of others are looked at when the eligibility is signed, and by recheck. Whether a revoked one
 * mattered is told by deciding anew.
 */
export function ownStand(decision: string, { decisions, credentials }: Ledger): boolean {
  const record = decisions.byId(decision)
  if (!record || record.application === null) return true
  const { application } = openApplication(record)
  const isRevoked = ({ isOwn, standing, id }: HeldCredential) =>
    isOwn &&
    standing === 'current' &&
    typeof credentials.byId(ownId.exec(id)?.[1] ?? '')?.revokedAt === 'string'
  return !application.credentials.some(isRevoked)
}

/**
 * The country that a place is counted for: of the decision where it has one, which an enrolment may not change.
 *
 * @throws Refusal `country-needed`.
 */
export function countryFor(
  { countries }: Specialization,
  asked: string | null,
  decided: string | null,
): string | null {
  if (countries.length === 0) return null
  const given = asked?.trim().toUpperCase() || null
  const country = decided ?? given
  if (!country || !countries.includes(country))
    throw new Refusal('country-needed', `Give the country: one of ${countries.join(', ')}`, {
      particular: country
        ? { kind: 'not-one-of', at: 'country', value: shownValue(country), choices: countries }
        : { kind: 'missing', at: 'country' },
    })
  if (given && given !== country)
    throw new Refusal('country-needed', `The decision was made for ${country}: decide anew`)
  return country
}

/** What the provider calls the applicant: as said now, else as in the decision. @throws Refusal `text-too-long`. */
export function referenceFor(asked: string | null, decided: string | null): string | null {
  return keptText(asked, 'reference') ?? decided
}

/**
 * Nobody has two places: neither who is certainly somebody that has one, nor who may be, by a name or a reference at this
 * provider or by a subject that another issuer wrote, unless the provider says that it is another person than all of
 * them. Another provider's applicant is not told of.
 *
 * @throws Refusal `already-enrolled`, `maybe-enrolled`.
 */
export function checkFree(
  found: readonly PersonEnrolled[],
  isAnotherPerson: boolean,
  caller: Caller,
): void {
  const isCertain = found.some((each) => each.isCertain)
  if (found.length === 0 || (!isCertain && isAnotherPerson)) return
  const details = found
    .filter(({ provider }) => sees(caller, provider))
    .map(({ enrolment, state }) => ({
      at: `/api/enrolments/${enrolment}`,
      message: `${state}, by another decision`,
    }))
  // Of another provider's applicant nothing is told but that this provider cannot withdraw that enrolment.
  const kind = isCertain ? 'enrolled-elsewhere' : 'maybe-elsewhere'
  const elsewhere = details.length === 0 ? { particular: { kind, at: 'person' } as const } : {}
  if (isCertain)
    throw new Refusal('already-enrolled', 'This person is enrolled or waiting already', {
      details,
      ...elsewhere,
    })
  throw new Refusal(
    'maybe-enrolled',
    'Somebody who may be this person is enrolled or waiting already: say "anotherPerson": true if it is another',
    { details, ...elsewhere },
  )
}

/**
 * The enrolments that the audit trail names as those of others: the provider's own; or, where there are only another
 * provider's, which are not for its files, the new one.
 */
export function toldApart(
  found: readonly PersonEnrolled[],
  provider: string,
  enrolment: string,
): readonly string[] {
  const own = found.filter((each) => each.provider === provider).map((each) => each.enrolment)
  return found.length > 0 && own.length === 0 ? [enrolment] : own
}
