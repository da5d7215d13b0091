import { languages } from '../language.ts'
import type { Course } from './catalogue.ts'
import type { ReadRow, RowComplaint } from './completion.ts'
import type { DateRule } from './days.ts'
import { identityField, plainText } from './moodle-words.ts'
import { type ImportOptions, readDayCell, readRow } from './read-row.ts'

/** A pair of columns, the state of an activity and then its date, and the module that the activity completes. */
interface ActivityColumn {
  readonly dateAt: number
  readonly header: string
  readonly module: string | null
}

/**
 * Where things are in Moodle's course completion report: the user's number, the full name, the site's identity
 * fields (perhaps none), one date column per criterion that is no activity, a state and a date column per activity,
 * and last the date of the whole course.
 */
export interface MoodleLayout {
  readonly header: readonly string[]
  readonly emailAt: number | null
  readonly idNumberAt: number | null
  readonly activities: readonly ActivityColumn[]
  /** `null` where the last column belongs to an activity: the column of the whole course was cut off. */
  readonly courseAt: number | null
}

/**
 * Finds the columns by where they are and how they are paired, since headers are in the site's language and names are
 * the teacher's. An e-mail column without a known header is found by what `sample` rows hold in it.
 */
export function moodleLayout(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  course: Course,
): MoodleLayout {
  const moduleOf = modulesByName(course)
  const activities: ActivityColumn[] = []
  for (let at = 3; at < header.length; at += 1) {
    const name = activityName(header[at - 1] ?? '', header[at] ?? '')
    if (name === null) continue
    activities.push({ dateAt: at, header: name, module: moduleOf.get(plainText(name)) ?? null })
    at += 1
  }
  const last = header.length - 1
  const firstActivity = (activities[0]?.dateAt ?? last + 1) - 1
  const identity = header.map((_, at) => at).slice(2, Math.min(firstActivity, last))
  const withField = (field: string) =>
    identity.find((at) => identityField(header[at] ?? '') === field) ?? null
  return {
    header,
    emailAt: withField('email') ?? identity.find((at) => holdsEmails(sample, at)) ?? null,
    idNumberAt: withField('idNumber'),
    activities,
    courseAt: last < 2 || activities.at(-1)?.dateAt === last ? null : last,
  }
}

/** Whether a file looks like the report: paired columns, or else users' numbers in front and a date or nothing last. */
export function isMoodleLayout(
  layout: MoodleLayout,
  sample: readonly (readonly string[])[],
): boolean {
  if (layout.header.length < 3 || layout.header[0]?.trim() === '') return false
  const isNumbered = sample.length > 0 && sample.every((cells) => /^\d+$/.test(cells[0] ?? ''))
  const endsInDates = sample.every((cells) => /^$|\d.*\d/.test((cells.at(-1) ?? '').trim()))
  return (layout.activities.length > 0 || isNumbered) && endsInDates
}

/** The row, or `order-needed` where a date in figures needs its order stated first. */
export function readMoodleRow(
  row: { readonly line: number; readonly cells: readonly string[]; readonly layout: MoodleLayout },
  dates: DateRule,
  options: ImportOptions,
): ReadRow | 'order-needed' {
  const { line, cells, layout } = row
  const complaints: RowComplaint[] = []
  const modules: string[] = []
  const days: string[] = []
  const dayAt = (at: number, column: string): string | null | undefined => {
    const read = readDayCell({ line, column, text: cells[at] ?? '' }, dates, options.today)
    if (read.complaint) complaints.push(read.complaint)
    return read.isOrderNeeded ? undefined : read.day
  }
  for (const { dateAt, module, header } of layout.activities) {
    if (module === null) continue
    const day = dayAt(dateAt, header)
    if (day === undefined) return 'order-needed'
    if (day === null) continue
    modules.push(module)
    days.push(day)
  }
  const courseAt = layout.courseAt ?? cells.length
  const completedOn = dayAt(courseAt, layout.header[courseAt] ?? '')
  if (completedOn === undefined) return 'order-needed'
  const header = (at: number | null) => (at === null ? null : (layout.header[at] ?? null))
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? ''))
  return readRow(
    {
      ...{ line, name: cell(1), email: cell(layout.emailAt), idNumber: cell(layout.idNumberAt) },
      ...{ lmsId: cell(0), language: '', modules, completedOn, score: null, complaints },
      lastActivityOn: days.sort().at(-1) ?? null,
      columns: { name: header(1) ?? '', email: header(layout.emailAt), language: null },
    },
    options,
  )
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

function modulesByName(course: Course): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { id, name, activities } of course.modules) {
    const names = languages.flatMap((language) => name[language] ?? [])
    for (const each of [id, ...names, ...activities]) found.set(plainText(each), id)
  }
  return found
}

function holdsEmails(sample: readonly (readonly string[])[], at: number): boolean {
  const filled = sample.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
  return filled.length > 0 && filled.every((cell) => /^[^\s@]+@[^\s@]+$/.test(cell))
}
