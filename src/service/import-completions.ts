import { Refusal } from '../errors.ts'
import {
  heldBy,
  type ReservationSettings,
  type Reserved,
  reserveAwards,
} from '../issuing/reserve.ts'
import type { Language } from '../language.ts'
import { type Award, earnedAwards } from '../learning/awards.ts'
import type { Course } from '../learning/catalogue.ts'
import type { ReadRow, RowComplaint } from '../learning/completion.ts'
import type { BatchLine } from '../ledger/batches.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { LettersWanted } from '../ledger/letters.ts'

/** What somebody wants imported. */
export interface ImportRequest {
  readonly course: Course
  readonly run: string
  readonly language: Language
  readonly isDryRun: boolean
  /** Token id, or `command line`. */
  readonly requestedBy: string
  /** Whether what was erased is issued anew. */
  readonly mayReissueErased?: boolean
  /** Whether nobody is to be written to. */
  readonly isQuiet?: boolean
}

/** What one award would be, or has become. */
export interface LineAward {
  readonly achievement: string
  readonly outcome: Reserved['outcome']
  /** Public id; `null` in a dry run for what would be new. */
  readonly credential: string | null
}

/** The answer to one line of the file. */
export interface LineReport {
  readonly line: number
  readonly name: string | null
  readonly awards: readonly LineAward[]
  readonly complaints: readonly RowComplaint[]
}

/** What an import came to, counted. */
export interface ImportSummary {
  readonly batch: string | null
  readonly lines: number
  readonly rejected: number
  readonly nothingEarned: number
  readonly reserved: number
  readonly alreadyIssued: number
  readonly differsFromIssued: number
  readonly learnerErased: number
  readonly warnings: number
}

// So many rows share one transaction: large enough to spare the disk, small enough that other writers get their turn.
const rowsPerTransaction = 100

interface Plan {
  readonly row: ReadRow
  readonly awards: readonly Award[]
}

const preview = (award: Award, settings: ReservationSettings): LineAward => {
  const held = heldBy(award, settings)
  return {
    achievement: award.achievement,
    outcome: held?.outcome ?? 'reserved',
    credential: held?.credential ?? null,
  }
}

const reportOf = ({ row }: Plan, awards: readonly LineAward[]): LineReport => ({
  line: row.line,
  name: row.completion?.learner.name ?? null,
  awards,
  complaints: row.complaints,
})

function batchLines(report: LineReport): BatchLine[] {
  const { line } = report
  const none = { credential: null, code: null, column: null, value: null }
  const isRejected = report.name === null
  const complaints = report.complaints.map(({ severity, code, column, value }) => ({
    line,
    outcome: severity === 'error' ? ('rejected' as const) : ('warning' as const),
    credential: null,
    code,
    column,
    value,
  }))
  const awards = report.awards.map(({ outcome, credential }) => ({
    ...none,
    line,
    outcome,
    credential,
  }))
  const isIdle = !isRejected && awards.length === 0
  return [
    ...awards,
    ...(isIdle ? [{ ...none, line, outcome: 'nothing-earned' as const }] : []),
    ...complaints,
  ]
}

/** Reserves one group of rows and writes down what each came to, all in one transaction. */
function reserveGroup(
  group: readonly Plan[],
  batch: string,
  settings: ReservationSettings & { now: Date },
) {
  const { ledger, now } = settings
  return ledger.transaction(() =>
    group.map((plan) => {
      const reserved = reserveAwards(plan.awards, settings, now)
      const report = reportOf(
        plan,
        reserved.map(({ award, outcome, credential }) => ({
          achievement: award.achievement,
          outcome,
          credential,
        })),
      )
      for (const [ordinal, line] of batchLines(report).entries())
        ledger.batches.addLine(batch, ordinal, line)
      return report
    }),
  )
}

const counters = {
  reserved: 'reserved',
  'already-issued': 'alreadyIssued',
  'differs-from-issued': 'differsFromIssued',
  'learner-erased': 'learnerErased',
} as const satisfies Record<LineAward['outcome'], keyof ImportSummary>

class Count {
  lines = 0
  rejected = 0
  nothingEarned = 0
  reserved = 0
  alreadyIssued = 0
  differsFromIssued = 0
  learnerErased = 0
  warnings = 0

  add(report: LineReport): void {
    const isRejected = report.complaints.some(({ severity }) => severity === 'error')
    // A remark about the header comes as a line of its own, and is no row.
    if (isRejected || report.name !== null) this.lines += 1
    if (isRejected) this.rejected += 1
    else if (report.name !== null && report.awards.length === 0) this.nothingEarned += 1
    this.warnings += report.complaints.filter(({ severity }) => severity === 'warning').length
    for (const { outcome } of report.awards) this[counters[outcome]] += 1
  }
}

/** Reads the file from its beginning, each time it is called. */
export type RowSource = () => AsyncIterable<ReadRow>

/** Reads to the end and keeps nothing, so that a file which is refused half-way has left no trace. */
async function readThrough(source: RowSource): Promise<void> {
  for await (const _row of source());
}

/**
 * Steps 1 and 2 of docs/ISSUANCE.md for a whole file, in bounded memory: decides what each row earned and reserves it,
 * group by group. A group is on disk before its lines are told. A dry run tells the same and writes nothing.
 *
 * @throws Refusal what the reader refuses (`csv-unreadable`, `dates-order-needed` …), before anything is written.
 */
export async function importCompletions(
  source: RowSource,
  request: ImportRequest,
  context: {
    readonly settings: ReservationSettings
    readonly now: () => Date
    readonly letters: LettersWanted
    readonly onLine: (report: LineReport) => void
    /** Called within the transaction that closes the batch: what it writes stands or falls with it. */
    readonly onReserved?: (batch: string) => void
  },
): Promise<ImportSummary> {
  const { settings, now, onLine } = context
  const { ledger } = settings
  const count = new Count()
  if (!request.isDryRun) await readThrough(source)
  const batch = request.isDryRun ? null : randomId()
  if (batch)
    ledger.batches.open({
      id: batch,
      course: request.course.id,
      run: request.run,
      requestedBy: request.requestedBy,
      createdAt: now().toISOString(),
      letters: context.letters,
    })
  const settle = (group: readonly Plan[]) => {
    const reports = batch
      ? reserveGroup(group, batch, { ...settings, now: now() })
      : group.map((plan) =>
          reportOf(
            plan,
            plan.awards.map((award) => preview(award, settings)),
          ),
        )
    for (const report of reports) {
      count.add(report)
      onLine(report)
    }
  }
  let group: Plan[] = []
  try {
    for await (const row of source()) {
      const today = now().toISOString().slice(0, 10)
      const awards = row.completion ? earnedAwards(row.completion, request.course, today) : []
      group.push({ row, awards })
      if (group.length < rowsPerTransaction) continue
      settle(group)
      group = []
    }
    settle(group)
    if (batch)
      ledger.transaction(() => {
        ledger.batches.setState(batch, 'reserved')
        context.onReserved?.(batch)
      })
  } catch (thrown) {
    if (batch) ledger.batches.setState(batch, 'failed')
    throw thrown
  }
  return { batch, ...count }
}

/** The course of this id. @throws Refusal `course-unknown`, naming those there are. */
export function courseOf(courses: readonly Course[], id: string): Course {
  const course = courses.find((candidate) => candidate.id === id)
  if (!course)
    throw new Refusal(
      'course-unknown',
      `There is no course "${id.slice(0, 60)}"; there is ${courses.map((known) => known.id).join(', ')}`,
    )
  return course
}
