import { type Request, type Response, Router } from 'express'
import { Refusal } from '../errors.ts'
import type { DecisionOutcome } from '../learning/eligibility/decision.ts'
import { type Ranked, rankDecisions } from '../learning/eligibility/rank.ts'
import {
  type BehindBy,
  decisionsPerPage,
  deskListPage,
  type RankedRow,
} from '../pages/desk-list-page.ts'
import { deskQueuePage, type QueueRow, queuePerPage } from '../pages/desk-queue-page.ts'
import { byteOrderMark, csvHeaders, csvRow } from './csv.ts'
import { toldOf } from './decision-body.ts'
import { filterOf } from './desk-rows.ts'
import { type Desk, specializationOf, type Visit, visitOf } from './desk-session.ts'
import { outcomeAsked } from './eligibility-routes.ts'
import { queryText, rowAsked } from './guard.ts'
import { write } from './write.ts'

interface Slim {
  readonly id: string
  readonly outcome: DecisionOutcome
  readonly points: number
  readonly appliedAt: string
}

function behindBy(row: Omit<Slim, 'id'>, before: Slim | undefined): BehindBy {
  if (!before) return 'first'
  if (before.outcome !== row.outcome) return 'outcome'
  if (before.points !== row.points) return 'points'
  return Date.parse(before.appliedAt) === Date.parse(row.appliedAt) ? 'id' : 'time'
}

function rankedFor(visit: Visit) {
  const { service, caller } = visit
  const specialization = specializationOf(visit)
  const rows = service.ledger.deskDecisions.rankable(filterOf(specialization.id, caller))
  return { specialization, ranked: rankDecisions(rows) }
}

const summary = (id: string, { service }: Visit) => service.ledger.decisions.summary(id)

type All = readonly Ranked<Slim>[]

function rowOf({ rank, id, ...slim }: Ranked<Slim>, all: All, visit: Visit): RankedRow {
  const { reference = null, name = null, isErased = true } = summary(id, visit) ?? {}
  const behind = behindBy(slim, all[rank - 2])
  return { rank, behind, id, ...slim, reference, name, isErased }
}

function showRanked(visit: Visit): void {
  const { request, response, frame } = visit
  const only = outcomeAsked(request)
  const { specialization, ranked } = rankedFor(visit)
  const tally = { eligible: 0, 'needs-review': 0, 'not-yet': 0 }
  for (const { outcome } of ranked) tally[outcome] += 1
  const shown = only ? ranked.filter(({ outcome }) => outcome === only) : ranked
  const asked = rowAsked(request, shown.length)
  const from = asked - (asked % decisionsPerPage)
  const rows = shown.slice(from, from + decisionsPerPage).map((row) => rowOf(row, ranked, visit))
  const view = { specialization, ...(only && { only }), tally, rows, from }
  response.type('html').send(deskListPage(view, frame).markup)
}

/** The columns of the table to take away; names are public and stable. */
const rankedColumns = [
  'rank',
  'because',
  'decision',
  'reference',
  'name',
  'country',
  'outcome',
  'points',
  'waiting',
  'applied_at',
  'decided_at',
  'valid_until',
  'rule_version',
  'credential',
] as const

function rankedRow(each: Ranked<Slim>, all: All, visit: Visit): string {
  const { id, rank } = each
  const found = summary(id, visit)
  if (!found) return ''
  const row: Readonly<Record<(typeof rankedColumns)[number], string | number | null>> = {
    rank,
    because: behindBy(each, all[rank - 2]),
    decision: id,
    reference: found.reference,
    name: found.name,
    country: found.country,
    outcome: found.outcome,
    points: found.points,
    waiting: found.waiting,
    applied_at: found.appliedAt,
    decided_at: found.decidedAt,
    valid_until: found.validUntil,
    rule_version: found.ruleVersion,
    credential: found.credential && `/c/${found.credential}`,
  }
  return csvRow(rankedColumns.map((column) => row[column]))
}

async function sendCsv(visit: Visit): Promise<void> {
  const { request, response } = visit
  const only = outcomeAsked(request)
  const { ranked } = rankedFor(visit)
  response.set(csvHeaders('decisions.csv'))
  await write(response, byteOrderMark + csvRow(rankedColumns))
  for (const row of ranked)
    if (!response.destroyed && (only === undefined || row.outcome === only))
      await write(response, rankedRow(row, ranked, visit))
  response.end()
}

/** Names of what waits; nothing where the decision was erased in the meantime. */
function waitsOf(id: string, { service, caller, frame }: Visit): readonly string[] {
  try {
    const view = service.admissions.find(id, caller)
    return toldOf(view, frame.language, service).toReview.map(({ name }) => name)
  } catch (thrown) {
    if (thrown instanceof Refusal) return []
    throw thrown
  }
}

function showQueue(visit: Visit): void {
  const { request, response, service, caller, frame } = visit
  const specialization = specializationOf(visit)
  const { id } = specialization
  const after = queryText(request, 'after')
  const limit = queuePerPage + 1
  const found = service.admissions.list(caller, { specialization: id, waiting: true, after, limit })
  const shown = found.slice(0, queuePerPage)
  const rows: readonly QueueRow[] = shown
    .filter(({ isErased }) => !isErased)
    .map((each) => ({ ...each, waits: waitsOf(each.id, visit) }))
  const next = found.length > queuePerPage ? (shown.at(-1)?.rowKey ?? null) : null
  const view = { specialization, rows, next, isFirst: after === undefined }
  response.type('html').send(deskQueuePage(view, frame).markup)
}

/** Who stands where, as a page and as a table to take away, and what waits for a person. */
export function rankedRoutes(desk: Desk): Router {
  const router = Router()
  const visit = (request: Request, response: Response) => visitOf(request, response, desk)
  router.get('/provider/:specialization/decisions', (request, response) =>
    showRanked(visit(request, response)),
  )
  router.get('/provider/:specialization/decisions.csv', (request, response) =>
    sendCsv(visit(request, response)),
  )
  router.get('/provider/:specialization/review', (request, response) =>
    showQueue(visit(request, response)),
  )
  return router
}
