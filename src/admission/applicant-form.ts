import type { Applicant } from '../learning/applicants/applicant.ts'
import type { ApplicationForm, Source } from './application-form.ts'

/** Makes something that can be checked of a text: the id of one of ours, a link, a JWT or a JSON document. */
export type SourceOf = (text: string, place: number) => Source

/** What is decided for an applicant: its texts as sources. */
export function formOfApplicant(
  { credentials, ...rest }: Applicant,
  specialization: string,
  sourceOf: SourceOf,
): ApplicationForm {
  return { ...rest, specialization, sources: credentials.map(sourceOf) }
}
