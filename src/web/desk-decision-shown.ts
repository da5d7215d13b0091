import type { DecisionView } from '../admission/decision-view.ts'
import { byItself } from '../admission/places.ts'
import type { SignedBadge } from '../credential/open-badge.ts'
import { tell } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'
import { reviewItemName } from '../messages/tell-decision.ts'
import type { Telling } from '../messages/told-decision.ts'
import type { DeskDecision, DeskEnrolment, TrailStep } from '../pages/desk-decision-view.ts'
import type { Caller } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { toldOf } from './decision-body.ts'
import type { Visit } from './desk-session.ts'

const enrolmentOfItem = 'enrolment:'

/** The enrolment that the trail told of last. */
function enrolmentOf(view: DecisionView, caller: Caller, { service }: Visit): DeskEnrolment | null {
  const step = view.events.findLast(({ item }) => item?.startsWith(enrolmentOfItem))
  const id = step?.item?.slice(enrolmentOfItem.length)
  return id ? service.enrolments.find(id, caller) : null
}

function whoIs(actor: string, { service, frame }: Visit): string {
  const { administrator, service: itself } = messagesFor(frame.language).pages.desk.decision
  if (actor === 'settings') return administrator
  if (actor === byItself) return itself
  return service.ledger.tokens.byId(actor)?.label || actor
}

function trailOf({ events }: DecisionView, telling: Telling, visit: Visit): readonly TrailStep[] {
  return events.map(({ actor, item, ...step }) => ({
    ...step,
    who: whoIs(actor, visit),
    item: item === null || item.startsWith(enrolmentOfItem) ? null : reviewItemName(item, telling),
  }))
}

function settledOf({ application }: DecisionView, telling: Telling): DeskDecision['settled'] {
  const last = new Map(application.reviews.map(({ item, verdict }) => [item, verdict]))
  return [...last].map(([item, verdict]) => ({
    item,
    verdict,
    name: reviewItemName(item, telling),
  }))
}

/** What the signed answer says of the priority, where a review has changed that since. */
function signedPoints({ credential, decision }: DecisionView, service: Service) {
  const record = credential === null ? undefined : service.issued(credential)
  if (!record || record.revokedAt) return null
  const badge = JSON.parse(record.signed) as SignedBadge
  const { points: now, of: most } = decision.priority
  const values = (badge.credentialSubject.result ?? []).map(({ value }) => value)
  const signed = values.flatMap((value) => /^(\d+)\/(\d+)$/.exec(value ?? '') ?? [])
  const [whole, points, of] = signed
  return points && of && whole !== `${now}/${most}` ? { points, of } : null
}

/** A stored decision as its page shows it, in the language of the visit. */
export function deskDecisionOf(view: DecisionView, visit: Visit): DeskDecision {
  const { service, caller, frame } = visit
  const messages = messagesFor(frame.language)
  const { language } = messages
  const { catalogue, admissions } = service
  const specialization = admissions.specializationOf(view)
  const { decision, application, unread, reference, country, credential, id, isWithdrawn } = view
  const held = application.credentials
  const telling = { catalogue, specialization, messages, language, held }
  return {
    id,
    decision,
    told: toldOf(view, language, service),
    messages,
    specialization,
    name: tell(specialization.name, language),
    application,
    unread,
    reference,
    country,
    credential,
    signedPoints: signedPoints(view, service),
    isWithdrawn,
    enrolment: enrolmentOf(view, caller, visit),
    isFormer: !catalogue.specializations.includes(specialization),
    isExpired: new Date(decision.validUntil) <= service.now(),
    trail: trailOf(view, telling, visit),
    settled: settledOf(view, telling),
  }
}
