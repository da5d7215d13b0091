import { type LineState, type RankedLine, stateOf } from '../admission/ranked-lines.ts'
import { type Particular, Refusal, type RefusalCode } from '../errors.ts'
import type { Language } from '../language.ts'
import { detailOf } from '../learning/applicants/applicant.ts'
import type { RowComplaintCode } from '../learning/completion.ts'
import { messagesFor } from '../messages/offered.ts'
import { tellParticular } from '../messages/tell-particular.ts'
import type { Caller } from '../service/access.ts'
import type { Service } from '../service/service.ts'
import { decisionBody, type ShownDecision } from './decision-body.ts'

export interface Reader {
  readonly caller: Caller
  readonly language: Language
  readonly service: Service
}

type List = ReturnType<Service['lists']['find']>

/** How far a list is, and how many came to what. */
export function progressOf(list: List, { lists }: Service) {
  const tallies = lists.tallies(list.id)
  const count = (state: LineState) => tallies[state] ?? 0
  return {
    list: list.id,
    specialization: list.specialization,
    state: list.state,
    createdAt: list.createdAt,
    total: list.total,
    done: list.total - count('waiting'),
    tallies: {
      eligible: count('eligible'),
      'needs-review': count('needs-review'),
      'not-yet': count('not-yet'),
      refused: count('refused'),
      waiting: count('waiting'),
    },
  }
}

interface LineProblem {
  readonly code: string
  readonly title: string
  readonly detail: string
}

/** What a line was refused for: the code of a row or of a refusal, with its sentence. */
export function lineProblem(
  code: string,
  given: string | Particular | null,
  language: Language,
): LineProblem {
  const messages = messagesFor(language)
  const { refusals, complaints, pages } = messages
  const detail = typeof given === 'string' ? detailOf(given) : given
  const sentences: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(refusals).map(([name, { title }]) => [name, title])),
    ...(complaints satisfies Readonly<Record<RowComplaintCode, string>>),
    fault: pages.problem.faultTitle,
  }
  const title = sentences[code] ?? code
  if (detail === null || typeof detail === 'string') return { code, title, detail: detail ?? '' }
  const told = tellParticular(detail, messages)
  // The sentence for a date of an import speaks of imports.
  return Object.hasOwn(refusals, code)
    ? { code, title, detail: told }
    : { code, title: told, detail: `${detail.at}: ${detail.value ?? ''}` }
}

/** The decision of a line; what became of it since, as a refusal, where there is none any more. */
export function decisionOf(
  { decision }: RankedLine,
  { service, caller }: Reader,
): ShownDecision | { readonly erased: RefusalCode } | undefined {
  if (decision === null) return undefined
  try {
    return service.admissions.find(decision, caller)
  } catch (thrown) {
    if (thrown instanceof Refusal) return { erased: thrown.code }
    throw thrown
  }
}

/** A line as a program gets it: the whole decision with its rank, or the problem, or that it waits. */
export function lineBody(line: RankedLine, reader: Reader): object {
  const { language, service } = reader
  const { reference, rank, code, detail } = line
  const place = { line: line.line, reference, state: stateOf(line), rank }
  if (code !== null) return { ...place, problem: lineProblem(code, detail, language) }
  const found = decisionOf(line, reader)
  if (!found) return place
  if ('erased' in found) return { ...place, problem: lineProblem(found.erased, null, language) }
  const location = `/api/eligibility/${line.decision}`
  return { ...place, location, decision: decisionBody(found, language, service) }
}
