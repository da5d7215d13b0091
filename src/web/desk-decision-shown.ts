import type { DecisionView } from '../admission/decision-view.ts'
import { byItself } from '../admission/places.ts'
import { tell } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'
import { reviewItemName } from '../messages/tell-decision.ts'
import type { Telling } from '../messages/told-decision.ts'
import type { DeskDecision, DeskEnrolment, TrailStep } from '../pages/desk-decision-view.ts'
import type { Caller } from '../service/access.ts'
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

/** A stored decision as its page shows it, in the language of the visit. */
export function deskDecisionOf(view: DecisionView, visit: Visit): DeskDecision {
  const { service, caller, frame } = visit
  const messages = messagesFor(frame.language)
  const { language } = messages
  const { catalogue, admissions } = service
  const specialization = admissions.specializationOf(view)
  const { decision, application, unread, reference, country, credential, id } = view
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
    enrolment: enrolmentOf(view, caller, visit),
    isFormer: !catalogue.specializations.includes(specialization),
    isExpired: new Date(decision.validUntil) <= service.now(),
    trail: trailOf(view, telling, visit),
    settled: settledOf(view, telling),
  }
}
