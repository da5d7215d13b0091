import { type Request, type Response, Router } from 'express'
import { ReceiptGiven } from '../checking/receiving/receipt-given.ts'
import type { Question } from '../checking/verify.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import type { Frame } from '../pages/layout.ts'
import { receiptPage } from '../pages/receipt-page.ts'
import { reportPage } from '../pages/report-page.ts'
import { type Given, verifyPage } from '../pages/verify-page.ts'
import { ShareGiven } from '../service/bytes-at.ts'
import { type Checked, checkLink, checkText } from '../service/check-input.ts'
import type { Service } from '../service/service.ts'
import { askedIn } from './asked.ts'
import type { Door } from './door.ts'
import { type Field, filesIn, readForm, textIn } from './form.ts'
import { frameOf } from './frame.ts'
import { mayAskForCamera, mayRunOwnScript, queryText } from './guard.ts'
import { languageOf } from './language.ts'
import { statusOf } from './problem.ts'
import { reportBody } from './report-body.ts'
import { bytesOf, type Upload } from './upload.ts'

// A photo may be so large; every other kind has a smaller limit of its own.
const maxBytes = 10 * 1024 * 1024
const maxFormBytes = maxBytes + 64 * 1024
const maxParts = 20

/** What was typed into the form, for the check and for showing it again. */
async function givenIn(fields: readonly Field[]): Promise<Required<Given>> {
  const typed = async (name: string) => ((await textIn(fields, name)) ?? '').trim()
  return { link: await typed('link'), text: await typed('text'), person: await typed('person') }
}

const questionOf = (person = ''): Question => (person.trim() === '' ? {} : { person })

/** Checks a chosen file, else what was typed; `undefined` where the form was sent empty. */
async function checkForm(
  fields: readonly Field[],
  { link, text, person }: Required<Given>,
  service: Service,
): Promise<Checked | undefined> {
  const question = questionOf(person)
  const file = filesIn(fields).find(({ name, size }) => name === 'file' && size > 0)
  if (file) return service.verify(await file.bytes(), question)
  if (text) return checkText(text, service, question)
  return link ? checkLink(link, service, question) : undefined
}

// These are about what was handed in, so whoever sent it can mend it in the same form.
const mendable: readonly RefusalCode[] = [
  'no-credential-found',
  'receipt-given',
  'open-badges-2',
  'address-unreachable',
  'credential-not-found',
  'input-unreadable',
  'input-too-large',
  'not-strict-json',
  'busy',
]

/** The receipt that goes along with a result; where none can be signed, the result is worth as much without. */
async function receiptOf({ report, received }: Checked, service: Service) {
  try {
    return { receipt: await service.receipts.ofReport(report, received) }
  } catch (thrown) {
    if (thrown instanceof Refusal) return {}
    throw thrown
  }
}

/** What is no credential, but has a page that says what it is; `false` where it is nothing of that kind. */
async function sendOther(
  thrown: unknown,
  { response, service, frame }: { response: Response; service: Service; frame: Frame },
): Promise<boolean> {
  if (thrown instanceof ShareGiven) {
    // Its page checks what is behind it, and shows no more than its holder chose.
    response.redirect(303, thrown.page)
    return true
  }
  const reading =
    thrown instanceof ReceiptGiven ? await service.receipts.read(thrown.token) : undefined
  if (reading) response.send(receiptPage(reading, frame).markup)
  return reading !== undefined
}

/** Answers the form: with a report, or with the form again, what was typed kept and what was wrong said above it. */
async function answerForm(
  upload: Upload,
  {
    request,
    response,
    service,
    retryAfter,
  }: { request: Request; response: Response; service: Service; retryAfter: () => number },
): Promise<void> {
  const frame = frameOf(request, service)
  response.set('Cache-Control', 'no-store').type('html')
  const fields = await readForm(upload, request.headers['content-type'] ?? '', maxParts)
  const given = await givenIn(fields)
  const sendForm = (problem: RefusalCode | 'nothing-given', status: number) =>
    response.status(status).send(verifyPage({ problem, given }, frame).markup)
  try {
    const checked = await checkForm(fields, given, service)
    if (!checked) return void sendForm('nothing-given', 422)
    const { report, received } = checked
    service.checkTally.count(report)
    const view = {
      report,
      raw: received.text,
      person: given.person,
      ...(await receiptOf(checked, service)),
    }
    response.send(reportPage(view, frame).markup)
  } catch (thrown) {
    if (await sendOther(thrown, { response, service, frame })) return
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    if (thrown.code === 'busy') response.set('Retry-After', String(retryAfter()))
    sendForm(thrown.code, statusOf[thrown.code])
  }
}

async function checkBody(upload: Upload, isJson: boolean, service: Service): Promise<Checked> {
  const body = await bytesOf(upload)
  if (body.length === 0) throw new Refusal('no-credential-found', 'Send the credential as the body')
  const asked = isJson ? askedIn(body) : undefined
  if (!asked) return service.verify(body)
  const { url = '', credential, person } = asked
  const question = questionOf(person)
  if (credential !== undefined)
    return service.verify(new TextEncoder().encode(credential), question)
  return URL.canParse(url)
    ? service.verifyAt(new URL(url), question)
    : checkText(url, service, question)
}

/** `/verify` for people and `POST /api/verify` for programs: a report for whatever could be read as a credential. */
export function verifyRoutes(service: Service, door: Door): Router {
  const router = Router()

  const retryAfter = () => door.intake.retryAfter('check')
  router.get('/verify', mayRunOwnScript, mayAskForCamera, (request, response) => {
    response.type('html').send(verifyPage({}, frameOf(request, service)).markup)
  })

  router.post('/verify', door.limit, mayRunOwnScript, mayAskForCamera, (request, response) =>
    door.admit(request, maxFormBytes, (upload) =>
      answerForm(upload, { request, response, service, retryAfter }),
    ),
  )

  router.post('/api/verify', door.limit, async (request, response) => {
    const language = languageOf(request)
    const isJson = Boolean(request.is('application/json'))
    const { report, received } = await door.admit(request, maxBytes, (upload) =>
      checkBody(upload, isJson, service),
    )
    service.checkTally.count(report)
    const isReceiptAsked = queryText(request, 'receipt') === 'true'
    response.set('Cache-Control', 'no-store').json({
      ...reportBody(report, language),
      ...(isReceiptAsked ? { receipt: await service.receipts.ofReport(report, received) } : {}),
    })
  })
  return router
}
