import type { Unread } from '../admission/application-form.ts'
import type { Language } from '../language.ts'
import type { Application } from '../learning/eligibility/application.ts'
import type { Decision, ModuleResult } from '../learning/eligibility/decision.ts'
import { messagesFor } from '../messages/offered.ts'
import { missingLine, tellDecision } from '../messages/tell-decision.ts'
import type { ToldDecision } from '../messages/told-decision.ts'
import type { Service } from '../service/service.ts'

/** A decision with what it was made from, and where it is kept what it is called there. */
export interface ShownDecision {
  readonly decision: Decision
  readonly application: Application
  readonly unread: readonly Unread[]
  readonly id?: string
  readonly reference?: string | null
  readonly country?: string | null
  readonly credential?: string | null
  readonly isWithdrawn?: boolean
}

/** A decision in the words of a language. */
export function toldOf(
  { decision, application }: Pick<ShownDecision, 'decision' | 'application'>,
  language: Language,
  { catalogue, admissions }: Pick<Service, 'catalogue' | 'admissions'>,
): ToldDecision {
  const messages = messagesFor(language)
  const specialization = admissions.specializationOf(decision)
  const held = application.credentials
  return tellDecision(decision, { catalogue, specialization, messages, language, held })
}

const moduleBody = (result: ModuleResult, told: ToldDecision) => {
  const { because, ...rest } = result
  const found = told.modules.find(({ module }) => module === result.module)
  return {
    ...rest,
    because: because.join(' '),
    credentials: because,
    name: found?.name.text,
    message: found?.sentence,
  }
}

const ruleBody = (decision: Decision, told: ToldDecision) =>
  decision.rules.map(({ figures, about, ...rule }, place) => {
    const words = told.rules[place]
    return {
      ...rule,
      ...(figures && { figures }),
      ...(about !== null && { about }),
      name: words?.name.text,
      message: words?.sentences.join(' '),
      ...(words?.advice && { advice: words.advice.text }),
    }
  })

/** The decision as the API gives it, in the asked language: every code with its sentence. */
export function decisionBody(shown: ShownDecision, language: Language, service: Service): object {
  const { decision, application, unread, id, reference, country, credential, isWithdrawn } = shown
  const told = toldOf(shown, language, service)
  const { refusals } = messagesFor(language)
  const modules = decision.modules.map((module) => moduleBody(module, told))
  return {
    ...(id !== undefined && { id }),
    specialization: decision.specialization,
    outcome: decision.outcome,
    reason: decision.reason,
    message: told.sentence,
    priority: decision.priority,
    rules: ruleBody(decision, told),
    missing: told.missing.map(missingLine),
    // Whoever knows no other member takes every one of these for skipped, so it has only what a person accepted.
    waivedModules: modules.filter(({ state }) => state === 'waived'),
    modules,
    credentials: decision.credentials.map((note, place) => ({
      ...note,
      name: told.credentials[place]?.name,
      message: told.credentials[place]?.sentence,
    })),
    unread: unread.map(({ name, code }) => ({
      name,
      code,
      message: code === 'fault' ? code : refusals[code].title,
    })),
    toReview: told.toReview,
    ruleVersion: decision.ruleVersion,
    decidedAt: decision.decidedAt,
    validUntil: decision.validUntil,
    appliedAt: application.appliedAt,
    reference: reference ?? null,
    country: country ?? null,
    credential: credential ? `/c/${credential}` : null,
    ...(isWithdrawn !== undefined && { withdrawn: isWithdrawn }),
  }
}
