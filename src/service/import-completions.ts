import { Refusal } from '../errors.ts'
import { heldBy, type ReservationSettings, reserveAwards } from '../issuing/reserve.ts'
import type { Language } from '../language.ts'
import { type Award, earnedAwards } from '../learning/awards.ts'
import type { Course } from '../learning/catalogue.ts'
import type { ReadRow } from '../learning/completion.ts'
import { randomId } from '../ledger/identifiers.ts'
import type { LettersWanted } from '../ledger/letters.ts'
import {
  batchLines,
  Count,
  type ImportSummary,
  type LineAward,
  type LineReport,
} from './import-report.ts'

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
  /** Who is to issue: a partner's id, or `programme`; unless said, whoever the catalogue names for each achievement. */
  readonly issuer?: string | null
  /** Whether nobody is to be written to. */
  readonly isQuiet?: boolean
}

// So many rows share one transaction: large enough to spare the disk, small enough that other writers get their turn.
const rowsPerTransaction = 100

/** A row, and what it earned. */
export interface Plan {
  readonly row: ReadRow
  readonly awards: readonly Award[]
}

/** What a row earned in a course; `today` is `YYYY-MM-DD`. */
export const planFor = (row: ReadRow, course: Course, today: string): Plan => ({
  row,
  awards: row.completion ? earnedAwards(row.completion, course, today) : [],
})

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

/** Reserves what one row earned and writes down what it came to, within the caller's transaction. */
export function reservePlan(
  plan: Plan,
  batch: string,
  settings: ReservationSettings & { readonly now: Date },
): LineReport {
  const { completion } = plan.row
  if (completion) settings.onParticipant?.(completion, plan.awards, settings.mayReissueErased)
  const reserved = reserveAwards(plan.awards, settings, settings.now)
  const report = reportOf(
    plan,
    reserved.map(({ award, outcome, credential }) => ({
      achievement: award.achievement,
      outcome,
      credential,
    })),
  )
  for (const [ordinal, line] of batchLines(report).entries())
    settings.ledger.batches.addLine(batch, ordinal, line)
  return report
}

/** Reserves one group of rows and writes down what each came to, all in one transaction. */
function reserveGroup(
  group: readonly Plan[],
  batch: string,
  settings: ReservationSettings & { now: Date },
) {
  return settings.ledger.transaction(() => group.map((plan) => reservePlan(plan, batch, settings)))
}

/** Reads the file from its beginning, each time it is called. */
export type RowSource = () => AsyncIterable<ReadRow>

/** Reads to the end and keeps nothing, so that a file which is refused half-way has left no trace. */
async function readThrough(source: RowSource): Promise<void> {
  for await (const _row of source());
}

/** Writes down that an import begins, and what was asked for; gives back its id. */
function openBatch(
  { course, run, requestedBy, issuer = null }: ImportRequest,
  context: {
    readonly settings: Pick<ReservationSettings, 'ledger'>
    readonly now: () => Date
    readonly letters: LettersWanted
  },
): string {
  const id = randomId()
  context.settings.ledger.batches.open({
    id,
    course: course.id,
    run,
    requestedBy,
    createdAt: context.now().toISOString(),
    letters: context.letters,
    issuer,
  })
  return id
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
  const batch = request.isDryRun ? null : openBatch(request, context)
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
      group.push(planFor(row, request.course, today))
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
