import { type Request, type Response, Router } from 'express'
import { inLanguage } from '../../language.ts'
import { type ConnectionPageView, connectionPage } from '../../pages/operator/connection-page.ts'
import { type ConnectionGiven, connectionsPage } from '../../pages/operator/connections-page.ts'
import { hasInScope, permit } from '../../service/access.ts'
import type { Connection } from '../../service/inbound/connections.ts'
import type { Desk } from '../desk-session.ts'
import { param } from '../guard.ts'
import { smallForm } from '../signed-in.ts'
import { complaintOf } from './complaint.ts'
import { fieldsOfSettings, settingsGiven } from './connection-fields.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

function sendList(
  { service, caller, frame, response }: OperatorVisit,
  more: Pick<Parameters<typeof connectionsPage>[0], 'problem' | 'given'> = {},
): void {
  const { courses } = service.catalogue
  const view = {
    rows: service.inbound.connections.list().filter(({ course }) => hasInScope(caller, course)),
    courses: courses
      .filter(({ id }) => hasInScope(caller, id))
      .map(({ id, name }) => ({ id, name: inLanguage(name, frame.language) })),
    ...more,
  }
  response.type('html').send(connectionsPage(view, frame).markup)
}

function sendOne(
  { record, settings }: Connection,
  { service, frame, response }: OperatorVisit,
  more: Partial<ConnectionPageView> = {},
): void {
  const { connections } = service.inbound
  const { addresses, ...connection } = connections.view(record)
  const view = {
    connection,
    addresses: Object.entries(addresses) as ConnectionPageView['addresses'][number][],
    given: fieldsOfSettings(settings),
    days: service.ledger.connections.days(record.id, 14),
    ...more,
  }
  response.type('html').send(connectionPage(view, frame).markup)
}

/** Does what a form asks for; where that is refused, its page is shown again with what was filled in. */
async function orComplain(
  visit: OperatorVisit,
  work: (fields: ConnectionGiven) => Promise<void> | void,
  again: (more: {
    problem: ReturnType<typeof complaintOf>['problem']
    given: ConnectionGiven
  }) => void,
): Promise<void> {
  const given = await smallForm(visit)
  try {
    await work(given)
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, visit.frame.language)
    visit.response.status(status)
    again({ problem, given })
  }
}

const add = (visit: OperatorVisit) =>
  orComplain(
    visit,
    async (fields) => {
      const { service, caller } = visit
      const { connections } = service.inbound
      const text = (name: string) => fields.get(name)?.trim() ?? ''
      permit(caller, ['issuer'], text('course'))
      const made = await connections.add({
        kind: text('kind'),
        label: text('label'),
        course: text('course'),
        run: text('run'),
        settings: settingsGiven(fields),
        createdBy: caller.token,
      })
      sendOne(made, visit, { secret: connections.secretShown(made.record) })
    },
    (more) => sendList(visit, more),
  )

/** `/desk/connections`, for administrators and the issuers of a course. */
export function connectionPages(desk: Desk): Router {
  const router = Router()
  const path = '/desk/connections'
  const issuer = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, ['issuer'])
  /** Whoever may see to one. */
  const visitOne = (request: Request, response: Response) => {
    const visit = issuer(request, response)
    const connection = visit.service.inbound.connections.find(param(request, 'id'))
    permit(visit.caller, ['issuer'], connection.record.course)
    return { visit, connection }
  }

  router.get(path, (request, response) => sendList(issuer(request, response)))
  router.post(path, (request, response) => add(issuer(request, response)))
  router.get(`${path}/:id`, (request, response) => {
    const { visit, connection } = visitOne(request, response)
    sendOne(connection, visit)
  })
  router.post(`${path}/:id/settings`, async (request, response) => {
    const { visit, connection } = visitOne(request, response)
    const save = (fields: ConnectionGiven) => {
      const { connections } = visit.service.inbound
      sendOne(connections.set(connection.record.id, settingsGiven(fields)), visit, {
        isSaved: true,
      })
    }
    await orComplain(visit, save, (more) => sendOne(connection, visit, more))
  })
  router.post(`${path}/:id/secret`, async (request, response) => {
    const { visit, connection } = visitOne(request, response)
    permit(visit.caller, [])
    await smallForm(visit)
    const secret = visit.service.inbound.connections.showSecret(connection.record.id)
    sendOne(connection, visit, { secret })
  })
  router.post(`${path}/:id/remove`, async (request, response) => {
    const { visit, connection } = visitOne(request, response)
    await smallForm(visit)
    visit.service.inbound.connections.remove(connection.record.id)
    response.redirect(303, path)
  })
  return router
}
