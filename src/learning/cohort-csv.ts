import type { Language } from '../language.ts'
import type { Course } from './catalogue.ts'
import type { CohortMember } from './cohort.ts'
import { colophonColumns } from './exports/colophon.ts'

/** A cohort in our own format, line by line, each with its line end. */
export function* writeColophonCsv(members: Iterable<CohortMember>): Generator<string> {
  yield csvLine(colophonColumns, ',')
  for (const member of members) {
    const { lmsId, email, name, language, completedOn, score, modules } = member
    const ids = modules.map(({ id }) => id).join(' ')
    const cells = [lmsId, email, name, language, completedOn, score, ids]
    yield csvLine(
      cells.map((cell) => String(cell ?? '')),
      ',',
    )
  }
}

export interface MoodleExport {
  readonly course: Course
  /** The language of the site that exports. */
  readonly language: Language
  /** `csv` has commas; `excelcsv` has tabs (and is to be encoded with `encodeExcelCsv`). */
  readonly format: 'csv' | 'excelcsv'
  /** Whether the site shows e-mail addresses in its reports. */
  readonly hasEmail: boolean
}

/** A cohort as Moodle's course completion report writes it, line by line, with dates day first. */
export function* writeMoodleCsv(
  members: Iterable<CohortMember>,
  { course, language, format, hasEmail }: MoodleExport,
): Generator<string> {
  const words = siteWords[language]
  const delimiter = format === 'csv' ? ',' : '\t'
  const activities = course.modules.flatMap(({ activities: [activity], name }) => {
    const shown = activity ?? name.en
    return [shown, `${shown} - ${words.date}`]
  })
  const identity = hasEmail ? [words.email] : []
  yield csvLine([words.id, words.name, ...identity, ...activities, words.course], delimiter)
  for (const member of members) {
    const dayOf = new Map(member.modules.map(({ id, day }) => [id, moodleDate(day)]))
    const states = course.modules.flatMap(({ id }) => {
      const date = dayOf.get(id)
      return [date ? words.done : words.notDone, date ?? '']
    })
    const front = [String(member.lmsId), member.name, ...(hasEmail ? [member.email] : [])]
    const last = member.completedOn ? moodleDate(member.completedOn) : ''
    yield csvLine([...front, ...states, last], delimiter)
  }
}

/** Text as spreadsheet programs read it without asking: UTF-16LE after a byte order mark. */
export function encodeExcelCsv(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le')
}

// 22/11/26, 10:30: the short form that Moodle has for English and its translators kept for most languages.
function moodleDate(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${month}/${year.slice(2)}, 10:30`
}

function csvLine(cells: readonly string[], delimiter: string): string {
  const quoted = cells.map((cell) =>
    /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  )
  return `${quoted.join(delimiter)}\r\n`
}

interface SiteWords {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly date: string
  readonly course: string
  readonly done: string
  readonly notDone: string
}

/** What a site's language does to a report; the reader must not depend on these very words. */
const siteWords: Readonly<Record<Language, SiteWords>> = {
  en: {
    ...{ id: 'ID', name: 'Name', email: 'Email address', date: 'Completion date' },
    ...{ course: 'Course complete', done: 'Completed', notDone: 'Not completed' },
  },
  it: {
    ...{ id: 'ID', name: 'Nome', email: 'Indirizzo email', date: 'Data di completamento' },
    ...{ course: 'Corso completato', done: 'Completato', notDone: 'Non completato' },
  },
  el: {
    ...{ id: 'Αναγνωριστικό', name: 'Όνομα', email: 'Διεύθυνση ηλεκτρονικού ταχυδρομείου' },
    ...{ date: 'Ημερομηνία ολοκλήρωσης', course: 'Ολοκλήρωση μαθήματος' },
    ...{ done: 'Ολοκληρώθηκε', notDone: 'Δεν ολοκληρώθηκε' },
  },
  bg: {
    ...{ id: 'ID', name: 'Име', email: 'Имейл адрес', date: 'Дата на завършване' },
    ...{ course: 'Курсът е завършен', done: 'Завършена', notDone: 'Незавършена' },
  },
  lv: {
    ...{ id: 'ID', name: 'Vārds', email: 'E-pasta adrese', date: 'Pabeigšanas datums' },
    ...{ course: 'Kurss pabeigts', done: 'Pabeigts', notDone: 'Nav pabeigts' },
  },
}
