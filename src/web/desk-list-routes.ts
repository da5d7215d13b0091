import { type Request, Router } from 'express'
import { lineStates, type RankedLine, stateOf } from '../admission/ranked-lines.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import { inLanguage } from '../language.ts'
import { applicantColumns, readApplicants } from '../learning/applicants/applicant-csv.ts'
import { formatDate } from '../messages/format.ts'
import { messagesFor } from '../messages/offered.ts'
import {
  type ApplicantListView,
  applicantListPage,
  applicantsPerPage,
  type ListedRow,
} from '../pages/applicant-list-page.ts'
import { type ApplicantListsView, applicantListsPage } from '../pages/applicant-lists-page.ts'
import { toldOf } from './decision-body.ts'
import { type Desk, specializationOf, type Visit, visitOf } from './desk-session.ts'
import { readingOf } from './eligibility-routes.ts'
import { filesIn, readForm } from './form.ts'
import { param, queryText, rowAsked } from './guard.ts'
import { decisionOf, lineProblem, progressOf, type Reader } from './list-body.ts'
import { sendListCsv } from './list-routes.ts'
import { checkFormToken } from './signed-in.ts'
import type { Upload } from './upload.ts'

/** The desk, and what begins to decide the lists that are handed in there. */
export interface ListDesk extends Desk {
  readonly begin: () => void
}

const maxFormBytes = 17 * 1024 * 1024
const maxParts = 10
const reloadSeconds = 3
const shownLists = 20

// Whoever filled in the form can mend these there.
const mendable: readonly RefusalCode[] = ['list-unreadable', 'input-too-large', 'too-large']

interface Place {
  readonly visit: Visit
  readonly specialization: string
  readonly name: string
  readonly statements: readonly string[]
  readonly countries: readonly string[]
}

/** Where a visit is, once it may be there. @throws Refusal `unauthorised`, `forbidden`, `specialization-unknown`. */
function placeOf(visit: Visit): Place {
  const { id, name, admission, countries } = specializationOf(visit)
  const statements = admission.statements.map((statement) => statement.id)
  const shown = inLanguage(name, visit.frame.language)
  return { visit, specialization: id, name: shown, statements, countries }
}

function sendLists(
  { visit, specialization, name, statements, countries }: Place,
  problem?: ApplicantListsView['problem'],
): void {
  const { service, caller, response, frame } = visit
  const lists = service.lists.recent(specialization, caller, shownLists).map((list) => {
    const { done, total, createdAt } = progressOf(list, service)
    return { id: list.id, createdAt, done, total }
  })
  const view = {
    specialization,
    name,
    columns: applicantColumns,
    statements,
    countries,
    lists,
    ...(problem && { problem }),
  }
  response.status(problem ? 422 : 200).type('html')
  response.send(applicantListsPage(view, frame).markup)
}

/** Stores the list that was chosen in the form; `undefined` where none was. */
async function storeChosen(upload: Upload, { visit, specialization }: Place) {
  const { request, service, caller } = visit
  const fields = await readForm(upload, request.headers['content-type'] ?? '', maxParts)
  await checkFormToken(fields, visit)
  const [file] = filesIn(fields)
  if (!file) return undefined
  async function* bytes() {
    if (file) yield await file.bytes()
  }
  const rows = readApplicants(bytes(), readingOf(specialization, caller, service))
  return service.lists.open(rows, { specialization, caller })
}

async function takeList(place: Place, begin: () => void): Promise<void> {
  const { request, response, door } = place.visit
  const leave = door.enterBatch(request)
  let upload: Upload | undefined
  try {
    upload = await door.receive(request, maxFormBytes)
    const id = await storeChosen(upload, place)
    if (id === undefined) return sendLists(place, { code: 'nothing-given' })
    begin()
    response.redirect(303, `/provider/${place.specialization}/lists/${id}`)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    sendLists(place, { code: thrown.code, detail: thrown.message })
  } finally {
    leave()
    await upload?.discard()
  }
}

function rowOf(line: RankedLine, reader: Reader): ListedRow {
  const { language, service } = reader
  const messages = messagesFor(language)
  const place = {
    line: line.line,
    reference: line.reference,
    rank: line.rank,
    state: stateOf(line),
  }
  if (line.code !== null) {
    const { title, detail } = lineProblem(line.code, line.detail, language)
    return { ...place, why: detail ? `${title} (${detail})` : title }
  }
  const found = decisionOf(line, reader)
  if (!found) return place
  if ('erased' in found) return { ...place, why: lineProblem(found.erased, null, language).title }
  const told = toldOf(found, language, service)
  const applied = messages.pages.applicantList.applied(formatDate(line.appliedAt, language))
  return {
    ...place,
    ...(line.decision !== null && { decision: line.decision }),
    priority: `${told.priority}, ${applied}`,
    why: told.sentence,
    missing: told.missing.map(({ name }) => name.text),
  }
}

function stateAsked(request: Request) {
  return lineStates.find((state) => state === queryText(request, 'outcome'))
}

function viewOf({ visit, specialization, name }: Place, id: string): ApplicantListView {
  const { request, service, caller, frame } = visit
  const list = service.lists.find(id, caller)
  const only = stateAsked(request)
  const lines = service.lists.ranked(list.id)
  const shown = only ? lines.filter((line) => stateOf(line) === only) : lines
  const from = rowAsked(request, shown.length)
  const isDone = list.state === 'done'
  const { done, total, createdAt, tallies } = progressOf(list, service)
  const reader = { caller, language: frame.language, service }
  return {
    specialization,
    name,
    list: list.id,
    createdAt,
    total,
    done,
    isDone,
    reloads: !isDone && queryText(request, 'still') === undefined,
    tallies,
    ...(only && { only }),
    count: shown.length,
    rows: shown.slice(from, from + applicantsPerPage).map((line) => rowOf(line, reader)),
    from,
  }
}

/** Lists of applicants at the desk: the form that takes one, and each with its applicants by rank. */
export function deskListRoutes({ begin, ...desk }: ListDesk): Router {
  const router = Router()
  const path = '/provider/:specialization/lists'

  router.get(path, (request, response) => {
    sendLists(placeOf(visitOf(request, response, desk)))
  })

  router.post(path, desk.door.limit, (request, response) =>
    takeList(placeOf(visitOf(request, response, desk)), begin),
  )

  router.get(`${path}/:list`, (request, response) => {
    const place = placeOf(visitOf(request, response, desk))
    const asked = param(request, 'list')
    if (asked.endsWith('.csv')) {
      const { service, caller } = place.visit
      const list = service.lists.find(asked.slice(0, -'.csv'.length), caller)
      return sendListCsv({ request, response }, list, { service, caller })
    }
    const view = viewOf(place, asked)
    if (view.reloads) response.set('Refresh', String(reloadSeconds))
    response.type('html').send(applicantListPage(view, place.visit.frame).markup)
  })
  return router
}
