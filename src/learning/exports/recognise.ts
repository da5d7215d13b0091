import type { How, Layout, Role } from './column.ts'
import { type Beginning, type LayoutOptions, layoutOf } from './layout.ts'

/** What became of one column. */
export interface RecognisedColumn {
  readonly header: string
  /** From 1; `#3` names the third in a mapping. */
  readonly place: number
  /** What it was taken for; `null` for a column that is left alone. */
  readonly role: Role | null
  readonly how: How | null
  /** `likely` is for a person to look at; `certain` was said, or stands in the header or the form of the export. */
  readonly confidence: 'certain' | 'likely' | null
  /** Up to three different cells, shortened. */
  readonly examples: readonly string[]
}

export interface RecognisedColumns {
  readonly format: Layout['format']
  readonly columns: readonly RecognisedColumn[]
  /** What no row can be read without and no column was taken for. */
  readonly missing: readonly string[]
}

const confidenceOf: Readonly<Record<How, 'certain' | 'likely'>> = {
  stated: 'certain',
  header: 'certain',
  place: 'likely',
  content: 'likely',
}

/**
 * Which column of a file is taken for what, for a person to look at and correct.
 *
 * Refuses `csv-unknown-format` and `columns-invalid`, as reading the file would.
 */
export function recogniseColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  options: LayoutOptions,
): RecognisedColumns {
  return recognisedIn(layoutOf({ line: 1, header, sample }, options), { line: 1, header, sample })
}

/** The same of a layout that is settled. */
export function recognisedIn(layout: Layout, { sample }: Beginning): RecognisedColumns {
  const bodies = sample.filter((cells) => !layout.manners.isFurniture?.(cells))
  const columns = layout.header.map((header, at): RecognisedColumn => {
    const column = layout.columns.find((each) => each.at === at)
    return {
      ...{ header, place: at + 1, role: column?.role ?? null, how: column?.how ?? null },
      confidence: column ? confidenceOf[column.how] : null,
      examples: examplesOf(bodies, at),
    }
  })
  return { format: layout.format, columns, missing: layout.missing }
}

const maxExampleChars = 60

function examplesOf(bodies: readonly (readonly string[])[], at: number): readonly string[] {
  const filled = bodies.map((cells) => (cells[at] ?? '').trim()).filter((cell) => cell !== '')
  return [...new Set(filled.map((cell) => shortened(cell)))].slice(0, 3)
}

const shortened = (cell: string) =>
  cell.length > maxExampleChars ? `${cell.slice(0, maxExampleChars - 1)}…` : cell
