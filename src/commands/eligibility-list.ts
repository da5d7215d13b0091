import { formOfApplicant } from '../admission/applicant-form.ts'
import { rankingId } from '../admission/ranked-lines.ts'
import { type Particular, Refusal } from '../errors.ts'
import type { ApplicantRow } from '../learning/applicants/applicant.ts'
import { readApplicants } from '../learning/applicants/applicant-csv.ts'
import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import { type Ranked, rankDecisions } from '../learning/eligibility/rank.ts'
import type { Messages } from '../messages/messages.ts'
import { decisionBody, type ShownDecision } from '../web/decision-body.ts'
import { lineProblem } from '../web/list-body.ts'
import { decisionRow, listCsvHead, problemRow } from '../web/list-csv.ts'
import type { CommandContext, ExitCode } from './command.ts'
import { exitOfDecision, exitOfRefusal, worstExit } from './exit.ts'
import { openInput } from './input.ts'
import { terminalText } from './report-lines.ts'
import { cellSource } from './sources.ts'

interface Place {
  readonly line: number
  readonly reference: string | null
}

/** Of a line only what is told about it is kept, not what it was made from. */
type Answer = Place & { readonly exit: ExitCode; readonly json: object } & (
    | {
        readonly id: string
        readonly outcome: DecisionOutcome
        readonly points: number
        readonly appliedAt: string
        readonly shown: ShownDecision
      }
    | { readonly problem: ReturnType<typeof lineProblem> }
  )

function refused(
  place: Place,
  code: string,
  detail: string | Particular,
  messages: Messages,
): Answer {
  const problem = lineProblem(code, detail, messages.language)
  return { ...place, exit: 64, json: { ...place, state: 'refused', problem }, problem }
}

async function answerTo(
  row: ApplicantRow,
  { specialization, began }: { readonly specialization: string; readonly began: string },
  { service }: CommandContext,
  messages: Messages,
): Promise<Answer> {
  const place = { line: row.line, reference: row.reference }
  if ('complaint' in row) return refused(place, row.complaint.code, row.complaint.detail, messages)
  try {
    const { appliedAt } = row.applicant
    const applicant = { ...row.applicant, appliedAt: appliedAt ?? began }
    const form = formOfApplicant(applicant, specialization, (text, at) =>
      cellSource(text, at, service),
    )
    const considered = await service.admissions.consider(form)
    const { decision, application } = considered
    const shown = { ...considered, reference: row.reference, country: form.country }
    return {
      ...place,
      exit: exitOfDecision[decision.outcome],
      json: { ...place, ...decisionBody(shown, messages.language, service) },
      id: rankingId(row),
      outcome: decision.outcome,
      points: decision.priority.points,
      appliedAt: application.appliedAt,
      shown,
    }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const { code, message, particular } = thrown
    return {
      ...refused(place, code, particular ?? message, messages),
      exit: exitOfRefusal(code),
    }
  }
}

type Decided = Extract<Answer, { shown: ShownDecision }>
type Broken = Extract<Answer, { problem: object }>

const called = ({ line, reference }: Place) => terminalText(reference ?? `line ${line}`)

function decidedText(each: Ranked<Decided>, { admission }: Messages): string {
  const { priority, reason } = each.shown.decision
  const why = `${admission.priority(priority)} ${admission.outcomeReasons[reason]}`
  return `${each.rank}. ${called(each)}: ${each.outcome}. ${why}`
}

function brokenText(each: Broken): string {
  const { title, code, detail } = each.problem
  const name = each.reference === null ? '' : ` (${called(each)})`
  return `REFUSED line ${each.line}${name}: ${title} [${code}] ${terminalText(detail)}`
}

function csvOf(
  decided: readonly Ranked<Decided>[],
  broken: readonly Broken[],
  reader: Parameters<typeof decisionRow>[2],
): string {
  const rows = decided.map(({ line, reference, rank, shown }) =>
    decisionRow({ line, reference, rank }, shown, reader),
  )
  const others = broken.map((each) => problemRow(each, each.problem))
  return [listCsvHead, ...rows, ...others].join('')
}

async function readRows(
  { specialization, file }: AskedList,
  { service }: CommandContext,
): Promise<readonly ApplicantRow[]> {
  const { admission, countries } = service.admissions.specialization(specialization)
  const statements = admission.statements.map(({ id }) => id)
  const options = { statements, countries, now: service.now() }
  const rows: ApplicantRow[] = []
  for await (const row of readApplicants(openInput(file), options)) rows.push(row)
  if (rows.length === 0) throw new Refusal('list-unreadable', 'There is no applicant in it')
  return rows
}

interface AskedList {
  readonly specialization: string
  readonly file: string
  readonly isCsv: boolean
}

/** Decides every line of a list, one after another, and tells them by rank; 0 only when all are eligible. */
export async function decideList(
  asked: AskedList,
  context: CommandContext,
  messages: Messages,
): Promise<ExitCode> {
  const { service, output } = context
  const rows = await readRows(asked, context)
  const began = service.now().toISOString()
  const answers: Answer[] = []
  for (const row of rows) {
    answers.push(await answerTo(row, { ...asked, began }, context, messages))
    output.progress(answers.length, rows.length, 'decided')
  }
  const decided = rankDecisions(answers.flatMap((each) => ('shown' in each ? [each] : [])))
  const broken = answers.flatMap((each) => ('problem' in each ? [each] : []))
  const reader = { language: messages.language, service }
  if (asked.isCsv) output.line(csvOf(decided, broken, reader).slice(0, -1))
  else
    output.result(
      {
        items: [
          ...decided.map(({ json, rank }) => ({ rank, ...json })),
          ...broken.map(({ json }) => json),
        ],
      },
      [...decided.map((each) => decidedText(each, messages)), ...broken.map(brokenText)],
    )
  return worstExit(answers.map(({ exit }) => exit))
}
