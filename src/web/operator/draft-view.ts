import { plainRoles, type Role } from '../../learning/exports/column.ts'
import { messagesFor } from '../../messages/offered.ts'
import {
  type DraftFilter,
  type DraftRow,
  type DraftView,
  rowsPerPage,
} from '../../pages/operator/draft-page.ts'
import type { Draft } from '../../service/drafts/draft.ts'
import type { Look, LookFilter, LookRow } from '../../service/drafts/look.ts'
import { queryText, rowAsked } from '../guard.ts'
import type { OperatorVisit } from './visit.ts'

const rowOf = ({ line, name, awards, complaints }: LookRow): DraftRow => ({
  line,
  name,
  told: [
    ...new Set<DraftFilter>([
      ...awards.map(({ outcome }) => outcome),
      ...(name !== null && awards.length === 0 ? (['nothing-earned'] as const) : []),
      ...complaints.map(({ code }) => code),
    ]),
  ],
  differs: awards.flatMap(({ differences }) =>
    differences.filter(({ fact }) => fact !== 'awardedOn').map(({ issued }) => issued),
  ),
})

/** What a column of this course can be taken for. */
function rolesOf(draft: Draft, { service }: OperatorVisit): readonly Role[] {
  const course = service.catalogue.courses.find(({ id }) => id === draft.course)
  return [...plainRoles, ...(course?.modules ?? []).map(({ id }): Role => `module:${id}`)]
}

/** What the page of a draft shows, with the rows that its address asks for. */
export function draftView(
  draft: Draft,
  look: Look,
  visit: OperatorVisit,
): Omit<DraftView, 'problem'> & Pick<Partial<DraftView>, 'problem'> {
  const { request, frame } = visit
  const asked = queryText(request, 'only') as LookFilter | undefined
  const only = asked !== undefined && look.counts[asked] ? asked : undefined
  const from = rowAsked(request, look.size(only))
  const refusal = look.problem && messagesFor(frame.language).refusals[look.problem.code]
  return {
    id: draft.id,
    fileName: draft.fileName,
    about: `${draft.course} · ${draft.options.run}`,
    understood: look.understood,
    roles: rolesOf(draft, visit),
    options: draft.options,
    counts: look.counts,
    total: look.size(),
    reserved: look.problem ? 0 : look.summary.reserved,
    samples: look.samples.map(({ award }, index) => ({
      number: index + 1,
      name: award.learner.name,
    })),
    rows: look.rows(from, rowsPerPage, only).map(rowOf),
    from,
    ...(only && { only }),
    ...(refusal && { problem: refusal }),
  }
}

/**
 * What the form of the columns says: each role with the place of its column, for the reader of exports; `null` where the
 * form is another.
 */
export function columnsIn(fields: ReadonlyMap<string, string>): string | null {
  const stated = [...fields].flatMap(([name, role]) =>
    name.startsWith('column:') ? [{ place: name.slice(7), role: role.trim() }] : [],
  )
  if (stated.length === 0) return null
  const taken = stated.filter(({ role }) => role !== '')
  return JSON.stringify(Object.fromEntries(taken.map(({ place, role }) => [role, `#${place}`])))
}
