import type { Course } from '../catalogue.ts'
import {
  type Column,
  type Draft,
  type Need,
  nameRoles,
  type PlainRole,
  plainManners,
} from './column.ts'
import { nameColumns } from './forms.ts'
import { headerWord } from './header-words.ts'
import { moduleFinder } from './module-names.ts'
import { holdsEmails } from './moodle.ts'

const needs: readonly Need[] = [
  { label: 'name', oneOf: nameRoles },
  {
    label: 'completed_on | completed | score | modules | module:…',
    oneOf: ['completed_on', 'completed', 'score', 'modules', 'module'],
  },
]

const byWord = [
  ...(['learner_id', 'id_number', 'username', 'email', 'language'] as const),
  ...(['completed_on', 'completed', 'score', 'modules'] as const),
] satisfies readonly PlainRole[]

/**
 * A table of no known making: columns are taken for what their headers say in so many words, and the operator says the
 * rest. With no day and no word of completion, the score decides.
 */
export function otherDraft(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  course: Course,
): Draft {
  const moduleOf = moduleFinder(course)
  const columns: Column[] = []
  const isTaken = (at: number) => columns.some((column) => column.at === at)
  for (const role of byWord) {
    const at = header.findIndex((cell) => headerWord(cell) === role)
    if (at !== -1) columns.push({ at, role, how: 'header' })
  }
  if (columns.every(({ role }) => role !== 'email')) {
    const at = header.findIndex((_, each) => !isTaken(each) && holdsEmails(sample, each))
    if (at !== -1) columns.push({ at, role: 'email', how: 'content' })
  }
  header.forEach((cell, at) => {
    const module = moduleOf(cell)
    if (module && !isTaken(at)) columns.push({ at, role: `module:${module}`, how: 'header' })
  })
  columns.push(...nameColumns(header, isTaken))
  return { format: 'other', columns, needs, manners: { ...plainManners, score: 'any' }, unused: [] }
}
