import type { Course } from '../catalogue.ts'
import { plainText } from '../plain-text.ts'
import type { Column, Draft, Need, PlainRole } from './column.ts'
import { plainManners } from './column.ts'
import { moduleFinder } from './module-names.ts'

// The grade report of Open edX writes these in English whatever the language of the site.
const headers: Readonly<Record<string, PlainRole>> = {
  'student id': 'learner_id',
  email: 'email',
  username: 'username',
  grade: 'score',
  'certificate eligible': 'completed',
  // Some sites add the name.
  name: 'name',
  'full name': 'name',
  'student name': 'name',
}

/** Where the graded parts end; what stands between the grade and these is what learners were graded in. */
const afterGrades = ['cohort name', 'team name', 'enrollment track', 'verification status']

const needs: readonly Need[] = [
  { label: 'Student ID | Username | Email', oneOf: ['learner_id', 'username', 'email'] },
  { label: 'Certificate Eligible', oneOf: ['completed', 'completed_on'] },
]

/** Whether this is the grade report of Open edX (`CourseGradeReport._success_headers`). */
export function isOpenEdx(header: readonly string[]): boolean {
  const plain = new Set(header.map(plainText))
  return plain.has('certificate eligible') && plain.has('grade')
}

/**
 * Finds the columns of Open edX's grade report. It holds no names: they come from the student profile report. A graded
 * part ("Quiz 1: Judging sources") completes the module that it, or what stands after its colon, is called after.
 */
export function openEdxDraft(header: readonly string[], course: Course): Draft {
  const { columns, unused } = columnsIn(header, course)
  const manners = { ...plainManners, score: 'fraction', module: 'fraction' } as const
  return { format: 'openedx', columns, needs, manners, unused }
}

const isAfterGrades = (plain: string) =>
  afterGrades.includes(plain) || plain.startsWith('experiment group')

function columnsIn(header: readonly string[], course: Course) {
  const moduleOf = moduleFinder(course)
  const isGraded = gradedPart(header)
  const columns: Column[] = []
  const unused: { at: number; label: string }[] = []
  for (const [at, cell] of header.entries()) {
    const role = headers[plainText(cell)]
    const part = isGraded(at) ? cell : null
    const module = part && (moduleOf(part) ?? moduleOf(part.slice(part.indexOf(':') + 1)))
    if (role && !columns.some((column) => column.role === role))
      columns.push({ at, role, how: 'header' })
    else if (module) columns.push({ at, role: `module:${module}`, how: 'header' })
    else if (part) unused.push({ at, label: part })
  }
  // The average of one kind of part is no part.
  return { columns, unused: unused.filter(({ label }) => !label.trim().endsWith(' (Avg)')) }
}

/** Graded parts stand between the grade and what comes after. */
function gradedPart(header: readonly string[]): (at: number) => boolean {
  const plain = header.map(plainText)
  const from = plain.indexOf('grade')
  const end = plain.findIndex((cell, at) => at > from && isAfterGrades(cell))
  return (at) => from >= 0 && at > from && (end === -1 || at < end)
}
