import { randomUUID } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { formOfApplicant } from '../admission/applicant-form.ts'
import type { ApplicationForm } from '../admission/application-form.ts'
import { type Particular, Refusal, type RefusalCode } from '../errors.ts'
import { writtenText } from '../learning/applicants/written-text.ts'
import type { Specialization } from '../learning/specialization.ts'
import { type ApplyGiven, type ApplyProblem, applyPage } from '../pages/apply-page.ts'
import { handedIn } from '../service/check-input.ts'
import { applicantInForm, notedIn } from './application-fields.ts'
import { isOpen } from './desk-rows.ts'
import {
  type Desk,
  specializationNamed,
  specializationOf,
  type Visit,
  visitOf,
} from './desk-session.ts'
import { readingOf } from './eligibility-routes.ts'
import { type Field, readForm, textIn } from './form.ts'
import { contentOf, formOnce } from './form-once.ts'
import { queryText } from './guard.ts'
import { fieldsOf, type KeptForm } from './kept-form.ts'
import { statusOf } from './problem.ts'
import { isOfSession } from './signed-in.ts'

const maxFormBytes = 50 * 1024 * 1024
const maxParts = 200

interface Again {
  readonly problem?: ApplyProblem
  readonly particular?: Particular
  readonly given?: ApplyGiven
  readonly isResumed?: boolean
}

const statusFor = (problem: ApplyProblem | undefined) => {
  if (problem === undefined) return 200
  return problem === 'nothing-given' ? 422 : problem === 'form-old' ? 403 : statusOf[problem]
}

function sendForm(specialization: Specialization, visit: Visit, again: Again): void {
  const { response, frame, service } = visit
  const status = statusFor(again.problem)
  const attempt = randomUUID()
  const view = { specialization, isOpen: isOpen(specialization, service.now()), attempt, ...again }
  const path = `/provider/${specialization.id}`
  response
    .status(status)
    .type('html')
    .send(applyPage(view, { ...frame, path }).markup)
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
  const typed = async (name: string) => writtenText((await textIn(fields, name)) ?? '')
  const ticks = fields.filter(
    ({ name, filename }) => name === 'statement' && filename === undefined,
  )
  const ticked = await Promise.all(ticks.map(async ({ bytes }) => String(await bytes())))
  const made = [...new Set([...ticked, ...(await notedIn(fields))])]
  const statements = made.map(async (id) => [id, await typed(`note:${id}`)] as const)
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
  'text-too-long',
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
  const otherFields = ['form', 'attempt']
  const options = { ...readingOf(specialization, caller, service), otherFields }
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
  const given = await givenIn(fields)
  // Of a session before this one: nothing is done, and nothing that was typed is lost.
  if (!(await isOfSession(fields, visit)))
    return sendForm(specialization, visit, { problem: 'form-old', given })
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
    const { code: problem, particular } = thrown
    sendForm(specialization, visit, { problem, given, ...(particular && { particular }) })
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

/** The form about one applicant as it was filled in before its session was over. */
export async function resumeApplication(kept: KeptForm, visit: Visit): Promise<void> {
  const specialization = specializationNamed(kept.path.slice('/provider/'.length), visit)
  const given = await givenIn(fieldsOf(kept))
  sendForm(specialization, visit, { given, isResumed: true })
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
