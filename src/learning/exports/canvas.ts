import type { Course } from '../catalogue.ts'
import { plainText } from '../plain-text.ts'
import type { Column, Draft, Need, PlainRole } from './column.ts'
import { nameRoles, plainManners } from './column.ts'
import { moduleFinder } from './module-names.ts'

// Canvas writes these in English whatever the language of the site; figures and delimiters follow the user's settings.
const headers: Readonly<Record<string, PlainRole>> = {
  student: 'last_first_name',
  lastname: 'last_name',
  firstname: 'first_name',
  id: 'learner_id',
  'sis user id': 'id_number',
}

const assignment = /^(.*\S)\s*\(\d+\)$/s

const isPointsRow = (cells: readonly string[]) => /^points possible$/i.test(cells[0]?.trim() ?? '')

/** Whether this is a gradebook: its first columns, or the row of points beneath them. */
export function isCanvas(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): boolean {
  const plain = header.map(plainText)
  const isNamed = plain[0] === 'student' || (plain[0] === 'lastname' && plain[1] === 'firstname')
  const isKnown = ['sis login id', 'sis user id', 'section'].some((each) => plain.includes(each))
  return isNamed && plain.includes('id') && (isKnown || sample.some(isPointsRow))
}

/**
 * Finds the columns of Canvas's gradebook. An assignment completes the module that its title without the number is
 * called after; the final score (what is missing counts as nothing) completes the course from `passFrom` of the
 * catalogue on. Of several sums the one of the whole course counts, not those of its groups.
 */
export function canvasDraft(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  course: Course,
): Draft {
  const { columns, unused } = assignmentColumns(header, course)
  columns.push(...loginColumn(header, sample), ...finalScore(header))
  const points = sample.find(isPointsRow)
  const maxima = points ? maximaIn(points) : new Map<number, number>()
  const isJudged = course.modules.some(({ passFrom }) => passFrom != null)
  return {
    format: 'canvas',
    columns,
    needs: isJudged && !points ? [...needs, { label: 'Points Possible', oneOf: [] }] : needs,
    unused: unused.filter(({ at }) => !columns.some((column) => column.at === at)),
    manners: {
      ...plainManners,
      ...{ score: 'any', module: 'points', isPassedByScore: true, isEmailALogin: true },
      ...{ maxima, isFurniture },
    },
  }
}

function assignmentColumns(header: readonly string[], course: Course) {
  const moduleOf = moduleFinder(course)
  const columns: Column[] = []
  const unused: { at: number; label: string }[] = []
  for (const [at, cell] of header.entries()) {
    const role = headers[plainText(cell)]
    const [, title] = assignment.exec(cell.trim()) ?? []
    const module = title === undefined ? null : moduleOf(title)
    if (role && !columns.some((column) => column.role === role))
      columns.push({ at, role, how: 'header' })
    else if (module) columns.push({ at, role: `module:${module}`, how: 'header' })
    else if (title !== undefined) unused.push({ at, label: cell })
  }
  return { columns, unused }
}

const needs: readonly Need[] = [
  { label: 'Student', oneOf: nameRoles },
  { label: 'Final Score', oneOf: ['score', 'completed', 'completed_on'] },
]

/** A login is the address where the school has it so. */
function loginColumn(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): readonly Column[] {
  const email = header.findIndex((cell) => plainText(cell) === 'email')
  if (email !== -1) return [{ at: email, role: 'email', how: 'header' }]
  const at = header.findIndex((cell) => plainText(cell) === 'sis login id')
  if (at === -1) return []
  const hasAddress = sample.some((cells) => /^[^\s@]+@[^\s@]+$/.test((cells[at] ?? '').trim()))
  return [{ at, role: hasAddress ? 'email' : 'username', how: hasAddress ? 'content' : 'header' }]
}

/** The last one: those of the assignment groups stand before it. A grading period stands behind it in brackets. */
function finalScore(header: readonly string[]): readonly Column[] {
  const at = header.findLastIndex((cell) => /^final score(?: \(.*\))?$/i.test(cell.trim()))
  return at === -1 ? [] : [{ at, role: 'score', how: 'header' }]
}

function maximaIn(points: readonly string[]): ReadonlyMap<number, number> {
  const maxima = new Map<number, number>()
  points.forEach((cell, at) => {
    const most = Number(cell.trim().replace(',', '.'))
    if (cell.trim() !== '' && Number.isFinite(most)) maxima.set(at, most)
  })
  return maxima
}

/** Rows beneath the header say how assignments are posted and what they are worth; one learner is the teacher's own. */
function isFurniture(cells: readonly string[]): 'header' | 'made-up' | null {
  const isNobody = cells.slice(0, 4).every((cell) => cell.trim() === '')
  if (isNobody || isPointsRow(cells)) return 'header'
  const isTest = /^student, ?test$/i.test(cells[0]?.trim() ?? '')
  const isSplitTest = /^student$/i.test(cells[0] ?? '') && /^test$/i.test(cells[1] ?? '')
  return isTest || isSplitTest ? 'made-up' : null
}
