import { Refusal } from '../../errors.ts'
import type { Course } from '../catalogue.ts'
import { canvasDraft, isCanvas } from './canvas.ts'
import { colophonColumns, colophonDraft, isColophonHeader } from './colophon.ts'
import {
  type Column,
  type Draft,
  type ExportFormat,
  type Layout,
  type ModuleColumn,
  moduleOfRole,
  type Need,
  type Role,
} from './column.ts'
import { formsDraft, isForms } from './forms.ts'
import { isMoodle, moodleDraft } from './moodle.ts'
import { isOpenEdx, openEdxDraft } from './openedx.ts'
import { otherDraft } from './other.ts'
import { isProfileHeader } from './profiles.ts'
import { type StatedColumns, withStated } from './stated-columns.ts'

/** How a file begins: its header, the line on which it stands, and some rows. */
export interface Beginning {
  readonly line: number
  readonly header: readonly string[]
  readonly sample: readonly (readonly string[])[]
}

export interface LayoutOptions {
  readonly format: ExportFormat | 'auto'
  readonly course: Course
  /** What the operator says of the columns. */
  readonly columns?: StatedColumns | null | undefined
}

/**
 * Settles where everything is in a file. The same beginning and options give the same layout, however the bytes came.
 *
 * Refuses `csv-unknown-format` where nobody says what the file is and it is nothing known, and `columns-invalid` where
 * what was said of the columns does not fit it.
 */
export function layoutOf(beginning: Beginning, options: LayoutOptions): Layout {
  const draft = draftOf(beginning, options)
  const { header } = beginning
  const stated = options.columns ?? null
  const columns = stated ? withStated(draft.columns, stated, header) : draft.columns
  const isUsed = (at: number) => columns.some((column) => column.at === at)
  const modules = columns.flatMap((column) => moduleColumn(column, options.course))
  const at = new Map<Role, Column>(columns.map((column) => [column.role, column]))
  return {
    ...{ format: draft.format, header, columns, at, modules },
    manners: mannersOf(draft, at),
    missing: draft.needs.filter((need) => !isMet(need, at, modules)).map(({ label }) => label),
    unknown: draft.unused.filter((each) => !isUsed(each.at)).map(({ label }) => label),
  }
}

function moduleColumn(column: Column, course: Course): readonly ModuleColumn[] {
  const id = moduleOfRole(column.role)
  const module = course.modules.find((each) => each.id === id)
  return module ? [{ column, module }] : []
}

const isMet = (need: Need, at: ReadonlyMap<Role, Column>, modules: readonly ModuleColumn[]) =>
  need.oneOf.some((role) => (role === 'module' ? modules.length > 0 : at.has(role)))

/** In a table of no known making the score decides only where nothing else says that the course was completed. */
const mannersOf = ({ format, manners }: Draft, at: ReadonlyMap<Role, Column>) =>
  format === 'other' ? { ...manners, isPassedByScore: !at.has('completed_on') } : manners

function draftOf(beginning: Beginning, options: LayoutOptions): Draft {
  const { header, sample } = beginning
  const { course } = options
  const drafts: Readonly<Record<ExportFormat, () => Draft>> = {
    colophon: () => colophonDraft(header),
    moodle: () => moodleDraft(header, sample, course),
    openedx: () => openEdxDraft(header, course),
    canvas: () => canvasDraft(header, sample, course),
    forms: () => formsDraft(header, sample),
    other: () => otherDraft(header, sample, course),
  }
  const format = options.format === 'auto' ? recognised(beginning) : options.format
  if (format) return drafts[format]()
  if (options.columns) return drafts.other()
  throw unknownFormat(beginning)
}

/** By itself a file is taken for a format only on its own marks; any other table has to be named as such. */
function recognised({ header, sample }: Beginning): ExportFormat | null {
  if (isColophonHeader(colophonDraft(header))) return 'colophon'
  if (isOpenEdx(header)) return 'openedx'
  if (isCanvas(header, sample)) return 'canvas'
  if (isForms(header, sample)) return 'forms'
  const bodies = sample.map((cells) => cells.slice(0, header.length))
  return isMoodle(header, bodies) ? 'moodle' : null
}

function unknownFormat({ line, header }: Beginning): Refusal {
  const details = [{ at: `line ${line}`, message: header.join(' · ').slice(0, 200) }]
  if (isProfileHeader(header))
    return new Refusal(
      'csv-unknown-format',
      'This is a student profile report of Open edX, which says who learners are and not what they did. Import the ' +
        'grade report, and hand this one in beside it.',
      { details },
    )
  return new Refusal(
    'csv-unknown-format',
    `This is neither Colophon's own format (${colophonColumns.join(', ')}) nor Moodle's course completion report ` +
      '(Reports > Course completion > Download; not the activity completion report), nor the grade report of Open edX, ' +
      'a Canvas gradebook or the answers to a Google form. Any other table can be read once you say which column is ' +
      'what: format other, and columns.',
    { details },
  )
}
