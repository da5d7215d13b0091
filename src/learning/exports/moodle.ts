import type { Course } from '../catalogue.ts'
import type { Column, Draft, Need } from './column.ts'
import { nameRoles, plainManners } from './column.ts'
import { headerWord } from './header-words.ts'
import { moduleFinder } from './module-names.ts'

/** A pair of columns, the state of an activity and then its date. */
interface Activity {
  readonly dateAt: number
  readonly name: string
}

/**
 * Finds the columns of Moodle's course completion report: the user's number, the full name, the site's identity fields
 * (perhaps none), one date column per criterion that is no activity, a state and a date column per activity, and last
 * the date of the whole course.
 *
 * They are known by where they are and how they are paired, since headers are in the site's language and names are
 * the teacher's. An e-mail column without a known header is found by what `sample` rows hold in it.
 */
export function moodleDraft(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  course: Course,
): Draft {
  const moduleOf = moduleFinder(course)
  const activities = activitiesIn(header)
  const last = header.length - 1
  const firstActivity = (activities[0]?.dateAt ?? last + 1) - 1
  const identity = header.map((_, at) => at).slice(2, Math.min(firstActivity, last))
  const isCut = last < 2 || activities.at(-1)?.dateAt === last
  const columns: Column[] = isCut
    ? []
    : [
        { at: 0, role: 'learner_id', how: 'place' },
        { at: 1, role: 'name', how: 'place' },
        ...identityColumns(header, identity, sample),
        { at: last, role: 'completed_on', how: 'place' },
      ]
  const unused: { at: number; label: string }[] = []
  for (const { dateAt: at, name: label } of activities) {
    const module = moduleOf(label)
    if (module) columns.push({ at, role: `module:${module}`, how: 'header', label })
    else unused.push({ at, label })
  }
  const manners = { ...plainManners, module: 'day' } as const
  const needs = isCut ? [wholeCourse] : [wholeCourse, name]
  return { format: 'moodle', columns, needs, manners, unused }
}

const wholeCourse: Need = {
  label: 'id, name, …, course complete',
  oneOf: ['completed_on', 'completed'],
}
const name: Need = { label: 'name', oneOf: nameRoles }

/** Whether a file looks like the report: paired columns, or else users' numbers in front and a date or nothing last. */
export function isMoodle(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): boolean {
  if (header.length < 3 || header[0]?.trim() === '') return false
  const isNumbered = sample.length > 0 && sample.every((cells) => /^\d+$/.test(cells[0] ?? ''))
  const endsInDates = sample.every((cells) => /^$|\d.*\d/.test((cells.at(-1) ?? '').trim()))
  return (activitiesIn(header).length > 0 || isNumbered) && endsInDates
}

function activitiesIn(header: readonly string[]): readonly Activity[] {
  const activities: Activity[] = []
  for (let at = 3; at < header.length; at += 1) {
    const name = activityName(header[at - 1] ?? '', header[at] ?? '')
    if (name === null) continue
    activities.push({ dateAt: at, name })
    at += 1
  }
  return activities
}

/**
 * The activity that two neighbouring columns are about, or `null` if they are not a pair. The second is always the
 * activity's name, a dash, and "completion date" in the site's language; the first is the bare name or, in newer
 * versions, the name, a dash and its section.
 */
function activityName(state: string, date: string): string | null {
  const dash = date.lastIndexOf(' - ')
  if (dash <= 0) return null
  const name = date.slice(0, dash)
  return state === name || state.startsWith(`${name} - `) ? name : null
}

function identityColumns(
  header: readonly string[],
  identity: readonly number[],
  sample: readonly (readonly string[])[],
): readonly Column[] {
  const called = (role: 'email' | 'id_number'): Column[] => {
    const at = identity.find((each) => headerWord(header[each] ?? '') === role)
    return at === undefined ? [] : [{ at, role, how: 'header' }]
  }
  const email = called('email')
  const holding = identity.find((at) => holdsEmails(sample, at))
  const byContent: Column[] =
    holding === undefined ? [] : [{ at: holding, role: 'email', how: 'content' }]
  return [...(email.length > 0 ? email : byContent), ...called('id_number')]
}

/** Whether every cell of a column that holds anything holds an address. */
export function holdsEmails(sample: readonly (readonly string[])[], at: number): boolean {
  const filled = sample.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => /^[^\s@]+@[^\s@]+$/.test(cell))
}
