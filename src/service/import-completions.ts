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
  /** For how many minutes nobody is told, and all of it can be undone; without it not at all. */
  readonly undoMinutes?: number
  /** Of the file, as it was handed in. */
  readonly fileName?: string | null
  /** A batch that was opened before and is read on. */
  readonly batch?: string
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

export const reportOf = ({ row }: Plan, awards: readonly LineAward[]): LineReport => ({
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
  const reserved = reserveAwards(plan.awards, { ...settings, batch }, settings.now)
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

/**
 * Reserves one group of rows and writes down what each came to, all in one transaction. Lines that are written down
 * already are passed over: the process before was killed, or another one is at the same file.
 */
function reserveGroup(
  group: readonly Plan[],
  batch: string,
  settings: ReservationSettings & { now: Date },
) {
  const { ledger } = settings
  return ledger.transaction(() => {
    const written = ledger.batches.lastLine(batch)
    return group
      .filter(({ row }) => row.line > written)
      .map((plan) => reservePlan(plan, batch, settings))
  })
}

/** Reads the file from its beginning, each time it is called. */
export type RowSource = () => AsyncIterable<ReadRow>

/** Reads to the end and keeps nothing, so that a file which is refused half-way has left no trace. */
async function readThrough(source: RowSource): Promise<void> {
  for await (const _row of source());
}

export interface ImportContext {
  readonly settings: ReservationSettings
  readonly now: () => Date
  readonly letters: LettersWanted
  readonly onLine: (report: LineReport) => void
  /** Called within the transaction that opens the batch. */
  readonly onOpened?: (batch: string) => void
  /** Called within the transaction that closes the batch: what it writes stands or falls with it. */
  readonly onReserved?: (batch: string) => void
  /** Asked between groups: where it says no, the rest is left for another time. */
  readonly isWanted?: () => boolean
}

const minuteMs = 60_000

/** Opens the batch of an import, durable once it returns. */
export function openBatch(
  request: ImportRequest,
  context: Pick<ImportContext, 'settings' | 'now' | 'letters' | 'onOpened'>,
): string {
  const { ledger } = context.settings
  const at = context.now()
  const { undoMinutes = 0 } = request
  const id = randomId()
  return ledger.transaction(() => {
    ledger.batches.open({
      id,
      course: request.course.id,
      run: request.run,
      requestedBy: request.requestedBy,
      createdAt: at.toISOString(),
      letters: context.letters,
      fileName: request.fileName ?? null,
      issuer: request.issuer ?? null,
      heldUntil:
        undoMinutes > 0 ? new Date(at.getTime() + undoMinutes * minuteMs).toISOString() : null,
    })
    context.onOpened?.(id)
    return id
  })
}

/** Others get their turn between groups, however fast the file comes. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

/** Rows of a source in groups of those that share a transaction. */
async function* groupsOf(source: RowSource, request: ImportRequest, now: () => Date) {
  let group: Plan[] = []
  for await (const row of source()) {
    group.push(planFor(row, request.course, now().toISOString().slice(0, 10)))
    if (group.length < rowsPerTransaction) continue
    yield group
    group = []
    await nextTurn()
  }
  yield group
}

/** Reserves what a file earned in a batch that is open, and closes it. Where nobody wants it any more, the rest is left for another time. */
async function fillBatch(
  batch: string,
  groups: AsyncIterable<readonly Plan[]>,
  tell: (reports: readonly LineReport[]) => void,
  context: ImportContext,
): Promise<void> {
  const { settings, now, isWanted = () => true } = context
  const { ledger } = settings
  try {
    for await (const group of groups) {
      if (!isWanted()) return
      tell(reserveGroup(group, batch, { ...settings, now: now() }))
    }
    ledger.transaction(() => {
      ledger.batches.setState(batch, 'reserved')
      context.onReserved?.(batch)
    })
  } catch (thrown) {
    ledger.batches.setState(batch, 'failed')
    throw thrown
  }
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
  context: ImportContext,
): Promise<ImportSummary> {
  const count = new Count()
  const tell = (reports: readonly LineReport[]) => {
    for (const report of reports) {
      count.add(report)
      context.onLine(report)
    }
  }
  const groups = groupsOf(source, request, context.now)
  if (request.isDryRun) {
    const planned = (plan: Plan) =>
      reportOf(
        plan,
        plan.awards.map((award) => preview(award, context.settings)),
      )
    for await (const group of groups) tell(group.map(planned))
    return { batch: null, ...count }
  }
  if (request.batch === undefined) await readThrough(source)
  const batch = request.batch ?? openBatch(request, context)
  await fillBatch(batch, groups, tell, context)
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
