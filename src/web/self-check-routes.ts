import { type Request, type Response, Router } from 'express'
import type { Source } from '../admission/application-form.ts'
import type { SignedBadge } from '../credential/open-badge.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import { writtenText } from '../learning/applicants/written-text.ts'
import { eligibilityId } from '../learning/eligibility-achievement.ts'
import { type SelfCheckGiven, selfCheckPage } from '../pages/self-check-form.ts'
import { type SelfCheckView, selfCheckedPage } from '../pages/self-check-page.ts'
import { isGood } from '../pages/verdict.ts'
import type { Service } from '../service/service.ts'
import { itemsOfForm } from './batch-items.ts'
import { issuedOr404 } from './credential-routes.ts'
import type { Door } from './door.ts'
import { type Field, filesIn, readForm, textIn } from './form.ts'
import { frameOf } from './frame.ts'
import { param } from './guard.ts'
import { checkedOnce, openOn, selfCheck, statementsOf } from './self-check.ts'
import type { Upload } from './upload.ts'

const maxFormBytes = 20 * 1024 * 1024
const maxSources = 10
const maxNameChars = 200
// A browser sends the empty fields of the form as well, and each tick is a field.
const maxParts = 60

const today = (service: Service) => service.now().toISOString().slice(0, 10)

const statementsAsked = (service: Service) =>
  statementsOf(openOn(service.catalogue, today(service)))

/** The statements that were ticked. @throws Refusal `statement-unknown` for one that no open specialization asks about. */
async function tickedIn(fields: readonly Field[], service: Service): Promise<readonly string[]> {
  const ticks = fields.filter(({ name, filename }) => name === 'statement' && !filename)
  const texts = await Promise.all(ticks.map(async (tick) => (await tick.bytes()).toString('utf8')))
  const known = new Set(statementsAsked(service).map(({ id }) => id))
  const unknown = texts.find((text) => !known.has(text))
  if (unknown !== undefined)
    throw new Refusal('statement-unknown', `There is no statement "${unknown.slice(0, 60)}"`)
  return [...new Set(texts)]
}

interface Asking {
  readonly service: Service
  readonly door: Door
  readonly request: Request
  readonly response: Response
}

function sendForm(
  { service, request, response }: Asking,
  problem?: RefusalCode | 'nothing-given' | 'too-many',
  given: SelfCheckGiven = {},
): void {
  const statements = statementsAsked(service)
  const view = { statements, given, ...(problem && { problem }) }
  response
    .status(problem ? 422 : 200)
    .type('html')
    .send(selfCheckPage(view, frameOf(request, service)).markup)
}

/** The answer as a page, with what was typed still in its form. */
async function sendAnswer(
  { service, request, response }: Asking,
  sources: readonly Source[],
  { given, from }: { readonly given: SelfCheckGiven; readonly from?: SelfCheckView['from'] },
): Promise<void> {
  const { statements = [], person = '' } = given
  const question = { sources, statements, person: person || null, day: today(service) }
  const found = await selfCheck(service, question)
  const view: SelfCheckView = {
    ...found,
    catalogue: service.catalogue,
    today: today(service),
    statements: statementsAsked(service),
    given,
    ...(from && { from }),
  }
  response.type('html').send(selfCheckedPage(view, frameOf(request, service)).markup)
}

async function answerForm(upload: Upload, asking: Asking): Promise<void> {
  const { service, door, request, response } = asking
  const fields = await readForm(upload, request.headers['content-type'] ?? '', maxParts)
  const given = {
    links: writtenText((await textIn(fields, 'links')) ?? ''),
    person: writtenText((await textIn(fields, 'person')) ?? '').slice(0, maxNameChars),
    statements: await tickedIn(fields, service),
    hadFiles: filesIn(fields).length > 0,
  }
  const sources = await itemsOfForm(fields, service)
  if (sources.length > maxSources) return sendForm(asking, 'too-many', given)
  if (sources.length + given.statements.length === 0) return sendForm(asking, 'nothing-given')
  door.countItems(request, response, sources.length)
  await sendAnswer(asking, sources, { given })
}

/** With the credential whose page the reader comes from; whether it counts is looked at first. */
async function answerFor(id: string, asking: Asking): Promise<void> {
  const { service } = asking
  const record = issuedOr404(service, id)
  const { name, id: signedId } = JSON.parse(record.signed) as SignedBadge
  const source = checkedOnce({
    name,
    check: () => service.verify(Buffer.from(record.signed)),
  })
  const { report } = await source.check()
  const counts = isGood(report)
  const links = counts ? new URL(`/c/${id}`, service.publicUrl).href : ''
  const isAnswer = record.achievement === eligibilityId(record.course)
  const from = { id: signedId, title: name, report, counts, isAnswer }
  await sendAnswer(asking, counts ? [source] : [], { given: { links }, from })
}

/**
 * "What am I eligible for?", for learners: `/eligibility` with a form, and `/c/{id}/eligibility` with that credential.
 * Nothing is stored, no account is needed, and the answer is no decision.
 */
export function selfCheckRoutes(service: Service, door: Door): Router {
  const router = Router()
  router.get('/eligibility', (request, response) => {
    sendForm({ service, door, request, response })
  })
  router.post('/eligibility', door.limit, (request, response) => {
    response.set('Cache-Control', 'no-store')
    return door.admit(request, maxFormBytes, (upload) =>
      answerForm(upload, { service, door, request, response }),
    )
  })
  router.get('/c/:id/eligibility', door.limit, (request, response) => {
    response.set('Cache-Control', 'no-store')
    return door.admit(request, 1024, () =>
      answerFor(param(request, 'id'), { service, door, request, response }),
    )
  })
  return router
}
