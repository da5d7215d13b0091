import { randomUUID } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { formOfApplicant } from '../admission/applicant-form.ts'
import type { ApplicationForm } from '../admission/application-form.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import type { Specialization } from '../learning/specialization.ts'
import { type ApplyGiven, type ApplyProblem, applyPage } from '../pages/apply-page.ts'
import { handedIn } from '../service/check-input.ts'
import { applicantInForm } from './application-fields.ts'
import { isOpen } from './desk-rows.ts'
import { type Desk, specializationOf, type Visit, visitOf } from './desk-session.ts'
import { readingOf } from './eligibility-routes.ts'
import { type Field, readForm, textIn } from './form.ts'
import { contentOf, formOnce } from './form-once.ts'
import { queryText } from './guard.ts'
import { statusOf } from './problem.ts'
import { checkFormToken } from './signed-in.ts'

const maxFormBytes = 50 * 1024 * 1024
const maxParts = 200

function sendForm(
  specialization: Specialization,
  visit: Visit,
  again: { readonly problem?: ApplyProblem; readonly given?: ApplyGiven },
): void {
  const { response, frame, service } = visit
  const { problem } = again
  const status = problem === undefined ? 200 : problem === 'nothing-given' ? 422 : statusOf[problem]
  const attempt = randomUUID()
  const view = { specialization, isOpen: isOpen(specialization, service.now()), attempt, ...again }
  response.status(status).type('html').send(applyPage(view, frame).markup)
}

/** What is known of an applicant from an earlier decision: everything but the files. */
function givenBefore(id: string | undefined, { service, caller }: Visit): ApplyGiven {
  if (id === undefined) return {}
  const { application, reference, country } = service.admissions.find(id, caller)
  const links = application.credentials
    .map((held) => held.id)
    .filter((each) => /^https?:/.test(each))
  return {
    links: links.join('\n'),
    person: application.person ?? '',
    country: country ?? '',
    reference: reference ?? '',
    statements: new Map(application.statements.map(({ statement, note }) => [statement, note])),
  }
}

/** What was filled in, to be shown again. */
async function givenIn(fields: readonly Field[]): Promise<ApplyGiven> {
  const typed = async (name: string) => ((await textIn(fields, name)) ?? '').trim()
  const ticked = fields.filter(
    ({ name, filename }) => name === 'statement' && filename === undefined,
  )
  const statements = ticked.map(async ({ bytes }) => {
    const id = String(await bytes())
    return [id, await typed(`note:${id}`)] as const
  })
  return {
    links: await typed('links'),
    person: await typed('person'),
    country: await typed('country'),
    reference: await typed('reference'),
    statements: new Map(await Promise.all(statements)),
  }
}

// These are about what was filled in, so whoever sent it can mend it in the same form.
const mendable: readonly RefusalCode[] = [
  'applications-closed',
  'statement-unknown',
  'country-needed',
  'bad-request',
  'input-too-large',
  'too-large',
  'busy',
]

async function applicationIn(
  fields: readonly Field[],
  specialization: string,
  { caller, service }: Visit,
): Promise<ApplicationForm> {
  const options = readingOf(specialization, caller, service)
  const { applicant, files } = await applicantInForm(fields, options, service)
  const form = formOfApplicant(applicant, specialization, (text, place) =>
    handedIn(text, place, service),
  )
  return { ...form, sources: [...files, ...form.sources] }
}

async function answerForm(
  specialization: Specialization,
  fields: readonly Field[],
  visit: Visit,
): Promise<void> {
  const { request, response, service, caller, door } = visit
  await checkFormToken(fields, visit)
  const given = await givenIn(fields)
  try {
    const form = await applicationIn(fields, specialization.id, visit)
    if (form.sources.length === 0 && form.statements.length === 0)
      return sendForm(specialization, visit, { problem: 'nothing-given', given })
    door.countItems(request, response, form.sources.length)
    const decide = async (keep: (id: string) => void) =>
      (await service.admissions.decide(form, caller, keep)).id
    const id = await formOnce(await contentOf(fields), visit, decide)
    response.redirect(303, `/provider/decisions/${id}?done=decided`)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    sendForm(specialization, visit, { problem: thrown.code, given })
  }
}

async function decide(visit: Visit): Promise<void> {
  const { request, door } = visit
  const specialization = specializationOf(visit)
  try {
    await door.admit(request, maxFormBytes, async (upload) => {
      const type = request.headers['content-type'] ?? ''
      await answerForm(specialization, await readForm(upload, type, maxParts), visit)
    })
  } catch (thrown) {
    // Nothing of such a form was read, so nothing of it can be shown again.
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    sendForm(specialization, visit, { problem: thrown.code })
  }
}

/** `/provider/{specialization}`: the form about one applicant, and the decision it leads to. */
export function applyRoutes(desk: Desk): Router {
  const router = Router()
  const visit = (request: Request, response: Response) => visitOf(request, response, desk)

  router.get('/provider/:specialization', (request, response) => {
    const guest = visit(request, response)
    const specialization = specializationOf(guest)
    sendForm(specialization, guest, { given: givenBefore(queryText(request, 'from'), guest) })
  })
  router.post('/provider/:specialization', desk.door.limit, (request, response) =>
    decide(visit(request, response)),
  )
  return router
}
