import { Router } from 'express'
import type { Enrolment } from '../admission/enrolment.ts'
import { Refusal } from '../errors.ts'
import {
  type EnrolmentRow,
  type EnrolmentsView,
  enrolmentsPage,
  enrolmentsPerPage,
  shownStates,
} from '../pages/enrolments-page.ts'
import { type WithdrawalView, withdrawalPage } from '../pages/withdrawal-page.ts'
import { byteOrderMark, csvHeaders } from './csv.ts'
import { type Desk, specializationOf, type Visit, visitOf } from './desk-session.ts'
import { enrolmentCsv } from './enrolment-csv.ts'
import { param, queryText } from './guard.ts'
import { smallForm } from './signed-in.ts'

function rowOf(enrolment: Enrolment, { service }: Visit): EnrolmentRow {
  const found = service.ledger.decisions.summary(enrolment.decision)
  const name = enrolment.erasedAt === null ? (found?.name ?? null) : null
  return { ...enrolment, name, isErased: enrolment.erasedAt !== null }
}

/** A number of a query as somebody may have written it there; `undefined` for anything else. */
const countIn = (text: string | undefined) =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined

function viewOf(visit: Visit): EnrolmentsView {
  const { request, service, caller } = visit
  const specialization = specializationOf(visit)
  const asked = queryText(request, 'state')
  const only = shownStates.find((state) => state === asked)
  const after = queryText(request, 'after') ?? null
  const movedUp = countIn(queryText(request, 'moved'))
  const found = service.enrolments.list(
    {
      specialization: specialization.id,
      state: only ?? null,
      after,
      limit: enrolmentsPerPage + 1,
    },
    caller,
  )
  const rows = found.slice(0, enrolmentsPerPage).map((each) => rowOf(each, visit))
  return {
    specialization,
    places: service.enrolments.places(specialization.id),
    only,
    rows,
    next: found.length > enrolmentsPerPage ? (rows.at(-1)?.id ?? null) : null,
    isLater: after !== null,
    ...(movedUp === undefined ? {} : { withdrawn: { movedUp } }),
  }
}

function oneOf(visit: Visit): WithdrawalView {
  const { request, service, caller } = visit
  const specialization = specializationOf(visit)
  const enrolment = service.enrolments.find(param(request, 'id'), caller)
  if (enrolment.specialization !== specialization.id)
    throw new Refusal('enrolment-not-found', 'It is an enrolment in another specialization')
  return { specialization, row: rowOf(enrolment, visit) }
}

function sendCsv(visit: Visit): void {
  const { service, caller, response } = visit
  const { id } = specializationOf(visit)
  const found = service.enrolments.all({ specialization: id, state: null }, caller)
  response.set(csvHeaders(`enrolments-${id}.csv`))
  response.write(byteOrderMark)
  for (const piece of enrolmentCsv(found)) response.write(piece)
  response.end()
}

async function withdraw(visit: Visit): Promise<void> {
  const { request, response, service, caller } = visit
  const fields = await smallForm(visit)
  const { enrolment, movedUp, movedUpElsewhere } = service.enrolments.withdraw(
    param(request, 'id'),
    fields.get('note') ?? null,
    caller,
  )
  const path = `/provider/${enrolment.specialization}/enrolments`
  response.redirect(303, `${path}?moved=${movedUp.length + movedUpElsewhere}`)
}

/** `/provider/{specialization}/enrolments`: the list, the same as a table, and each, to give its place back. */
export function deskEnrolmentRoutes(desk: Desk): Router {
  const router = Router()
  const at = '/provider/:specialization/enrolments'
  router.get(at, (request, response) => {
    const visit = visitOf(request, response, desk)
    response.type('html').send(enrolmentsPage(viewOf(visit), visit.frame).markup)
  })
  router.get(`${at}.csv`, (request, response) => sendCsv(visitOf(request, response, desk)))
  router.get(`${at}/:id`, (request, response) => {
    const visit = visitOf(request, response, desk)
    response.type('html').send(withdrawalPage(oneOf(visit), visit.frame).markup)
  })
  router.post(`${at}/:id/withdraw`, (request, response) =>
    withdraw(visitOf(request, response, desk)),
  )
  return router
}
