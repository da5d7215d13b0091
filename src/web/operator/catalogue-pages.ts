import { type Request, type Response, Router } from 'express'
import { Refusal } from '../../errors.ts'
import {
  type CatalogueRow,
  catalogueCheckPage,
  cataloguePage,
  sampleAchievementPage,
} from '../../pages/operator/catalogue-pages.ts'
import type { Service } from '../../service/service.ts'
import type { Desk } from '../desk-session.ts'
import { readForm, utf8 } from '../form.ts'
import { param } from '../guard.ts'
import { checkFormToken } from '../signed-in.ts'
import { complaintOf } from './complaint.ts'
import { type OperatorVisit, operatorVisit } from './visit.ts'

const maxFormBytes = 8 * 1024 * 1024

/** Every achievement, with how many there are of each. */
function rowsOf({ catalogue, operator, achievements }: Service): readonly CatalogueRow[] {
  const issued = operator.catalogue.issued()
  const groups = [...catalogue.courses, ...catalogue.specializations]
  const groupOf = (id: string) =>
    groups.find((group) =>
      'achievements' in group
        ? group.achievements.some((each) => each.id === id)
        : achievements.get(id)?.earnedBy.kind === 'admission' && id.includes(group.id),
    )?.name ?? catalogue.programme.name
  return [...achievements.values()].map(({ id, name, version }) => ({
    ...{ id, name, version },
    issued: issued.get(id) ?? 0,
    group: groupOf(id),
  }))
}

function sendCatalogue(
  { service, frame, response }: OperatorVisit,
  problem?: { title: string; remedy: string },
) {
  const { catalogue, operator } = service
  const view = {
    programme: catalogue.programme.name,
    rows: rowsOf(service),
    versions: operator.catalogue.versions(),
    ...(problem && { problem }),
  }
  response.type('html').send(cataloguePage(view, frame).markup)
}

async function check(visit: OperatorVisit): Promise<void> {
  const { request, response, service, door, frame } = visit
  const upload = await door.receive(request, maxFormBytes)
  try {
    const fields = await readForm(upload, request.headers['content-type'] ?? '', 10)
    await checkFormToken(fields, visit)
    const file = fields.find(({ name, filename }) => name === 'file' && filename !== undefined)
    if (!file || file.size === 0) throw new Refusal('bad-request', 'Choose a file')
    const found = service.operator.catalogue.check(utf8(await file.bytes()))
    response.type('html').send(catalogueCheckPage(found, frame).markup)
  } catch (thrown) {
    const { status, problem } = complaintOf(thrown, frame.language)
    response.status(status)
    sendCatalogue(visit, problem)
  } finally {
    await upload.discard()
  }
}

/** `/desk/catalogue`: the catalogue shown, its versions, and another one checked. */
export function cataloguePages(desk: Desk): Router {
  const router = Router()
  const { service } = desk
  const anyone = (request: Request, response: Response) =>
    operatorVisit(request, response, desk, ['issuer', 'reviewer'])

  router.get('/desk/catalogue', (request, response) => sendCatalogue(anyone(request, response)))
  router.post('/desk/catalogue/check', (request, response) => check(anyone(request, response)))
  router.get('/desk/catalogue/versions/:file', (request, response) => {
    anyone(request, response)
    const text = service.operator.catalogue.text(param(request, 'file').replace(/\.json$/, ''))
    response.set('Content-Disposition', 'attachment; filename="catalogue.json"')
    response.type('application/json').send(text)
  })
  router.get('/desk/catalogue/:id', (request, response) => {
    const { frame } = anyone(request, response)
    const row = rowsOf(service).find(({ id }) => id === param(request, 'id'))
    if (!row) throw new Refusal('achievement-unknown', 'The catalogue has no such achievement')
    response.type('html').send(sampleAchievementPage(row, frame).markup)
  })
  return router
}
