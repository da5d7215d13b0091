import type { RefusalCode, RefusalDetail } from '../../errors.ts'
import type { Award } from '../../learning/awards.ts'
import type { RowComplaintCode } from '../../learning/completion.ts'
import type { ImportPreview } from '../../learning/exports/preview.ts'
import { Count, type ImportSummary, type LineAward, type LineReport } from '../import-report.ts'
import type { Difference } from './differences.ts'

/** An award of a row: what would become of it, and where something else was issued, what differs. */
export interface LookAward extends LineAward {
  readonly differences: readonly Difference[]
}

/** What would become of one row. */
export interface LookRow extends LineReport {
  readonly awards: readonly LookAward[]
  readonly email: string | null
  /** Days as they were understood, `YYYY-MM-DD`. */
  readonly completedOn: string | null
  readonly lastActivityOn: string | null
  /** Percent. */
  readonly score: number | null
}

/** By what rows can be picked out: what became of their awards, or a remark about them. */
export type LookFilter =
  | LineAward['outcome']
  | 'nothing-earned'
  | 'rejected'
  | 'warning'
  | RowComplaintCode

/** Why a file cannot be read as it is told to be: to be mended by other options, or by another file. */
export interface LookProblem {
  readonly code: RefusalCode
  readonly message: string
  readonly details: readonly RefusalDetail[]
}

/** An award that shows what the certificates will look like, and why it was picked. */
export interface Sample {
  readonly why: 'first' | 'longest' | 'script'
  readonly line: number
  readonly award: Award
}

/** The earliest and the latest day in the file, and the first few rows with one. */
export interface LookDays {
  readonly earliest: string | null
  readonly latest: string | null
  readonly examples: readonly { readonly line: number; readonly day: string }[]
}

const rowsPerPiece = 500
const examples = 3

/** Everything a dry run found. Rows are held as packed text: a hundred thousand of them take some 30 MB. */
export class Look {
  readonly madeAt: string
  readonly #count = new Count()
  readonly #pieces: Buffer[] = []
  readonly #rowsWith = new Map<LookFilter, number[]>()
  #open: LookRow[] = []
  #rows = 0
  #days: { earliest: string | null; latest: string | null; examples: LookDays['examples'] } = {
    earliest: null,
    latest: null,
    examples: [],
  }
  samples: readonly Sample[] = []
  problem: LookProblem | null = null
  /** Columns and dates of a CSV. */
  understood: ImportPreview | null = null

  constructor(madeAt: Date) {
    this.madeAt = madeAt.toISOString()
  }

  add(row: LookRow): void {
    this.#count.add(row)
    for (const filter of filtersOf(row)) {
      const rows = this.#rowsWith.get(filter)
      if (rows) rows.push(this.#rows)
      else this.#rowsWith.set(filter, [this.#rows])
    }
    this.#addDay(row)
    this.#open.push(row)
    this.#rows += 1
    if (this.#open.length === rowsPerPiece) this.close()
  }

  #addDay({ line, completedOn, lastActivityOn }: LookRow): void {
    const day = completedOn ?? lastActivityOn
    if (day === null) return
    const { earliest, latest, examples: told } = this.#days
    this.#days = {
      earliest: earliest === null || day < earliest ? day : earliest,
      latest: latest === null || day > latest ? day : latest,
      examples: told.length < examples ? [...told, { line, day }] : told,
    }
  }

  /** Packs what was added last. */
  close(): void {
    if (this.#open.length > 0) this.#pieces.push(Buffer.from(JSON.stringify(this.#open)))
    this.#open = []
  }

  get summary(): Omit<ImportSummary, 'batch'> {
    return { ...this.#count }
  }

  get days(): LookDays {
    return this.#days
  }

  /** How many rows each filter picks out. */
  get counts(): Readonly<Partial<Record<LookFilter, number>>> {
    return Object.fromEntries([...this.#rowsWith].map(([filter, rows]) => [filter, rows.length]))
  }

  /** How many rows there are, or are picked out. */
  size(filter?: LookFilter): number {
    return filter === undefined ? this.#rows : (this.#rowsWith.get(filter)?.length ?? 0)
  }

  /** Rows from a place on, counted among those that are picked out. */
  rows(from: number, limit: number, filter?: LookFilter): LookRow[] {
    const places =
      filter === undefined
        ? Array.from(
            { length: Math.max(0, Math.min(limit, this.#rows - from)) },
            (_, at) => from + at,
          )
        : (this.#rowsWith.get(filter) ?? []).slice(from, from + limit)
    let unpacked: { readonly piece: number; readonly rows: readonly LookRow[] } | undefined
    return places.flatMap((place) => {
      const piece = Math.floor(place / rowsPerPiece)
      if (unpacked?.piece !== piece)
        unpacked = { piece, rows: JSON.parse(String(this.#pieces[piece] ?? '[]')) as LookRow[] }
      const row = unpacked.rows[place % rowsPerPiece]
      return row ? [row] : []
    })
  }
}

function filtersOf({ name, awards, complaints }: LookRow): ReadonlySet<LookFilter> {
  const isRejected = complaints.some(({ severity }) => severity === 'error')
  const hasRemark = complaints.some(({ severity }) => severity === 'warning')
  return new Set<LookFilter>([
    ...awards.map(({ outcome }) => outcome),
    ...complaints.map(({ code }) => code),
    ...(isRejected ? (['rejected'] as const) : []),
    ...(hasRemark ? (['warning'] as const) : []),
    ...(!isRejected && name !== null && awards.length === 0 ? (['nothing-earned'] as const) : []),
  ])
}
