import { type Request, type Response, Router } from 'express'
import type { Report } from '../checking/report.ts'
import { Refusal, type RefusalCode } from '../errors.ts'
import type { Language } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'
import { reportPage } from '../pages/report-page.ts'
import { type Given, verifyPage } from '../pages/verify-page.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'
import { callsPerMinute, mayAskForCamera, mayRunOwnScript } from './guard.ts'
import { languageOf } from './language.ts'
import { statusOf } from './problem.ts'
import { readBody, readForm } from './upload.ts'

const maxBytes = 2 * 1024 * 1024
// Photographs are larger than credentials; what exactly may be how large is decided where it is read.
const maxFormBytes = 10 * 1024 * 1024 + 64 * 1024

/** The report as the API gives it: each finding and warning with its sentence in the asked language. */
export function reportBody(report: Report, language: Language): object {
  const { reasons, warnings } = messagesFor(language)
  return {
    ...report,
    warnings: report.warnings.map((reason) => ({ reason, message: warnings[reason] })),
    findings: report.findings.map((finding) => ({ ...finding, message: reasons[finding.reason] })),
  }
}

/** Pasted text is a credential, or the link to one. */
function checkText(text: string, service: Service) {
  const link = text.trim()
  return /^https?:\/\/\S+$/.test(link) && URL.canParse(link)
    ? service.verifyAt(new URL(link))
    : service.verify(new TextEncoder().encode(text))
}

/** What stands in the field for links; people leave `https://` out. A credential pasted there is checked as well. */
function checkLink(text: string, service: Service) {
  const link = text.trim()
  if (!/^[^\s/:"]+(?::\d+)?\/\S*$/.test(link)) return checkText(text, service)
  const own = service.publicUrl
  return checkText(`${link.startsWith(`${own.host}/`) ? own.protocol : 'https:'}//${link}`, service)
}

/** What was typed into the form, for the check and for showing it again. */
function givenIn(form: FormData): Required<Given> {
  const typed = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return { link: typed('link'), text: typed('text'), person: typed('person') }
}

/** Checks a chosen file, else what was typed; `undefined` where the form was sent empty. */
async function checkForm(form: FormData, { link, text }: Required<Given>, service: Service) {
  const file = form.get('file')
  if (file instanceof Blob && file.size > 0)
    return service.verify(new Uint8Array(await file.arrayBuffer()))
  if (text) return checkText(text, service)
  return link ? checkLink(link, service) : undefined
}

// These are about what was handed in, so whoever sent it can mend it in the same form.
const mendable: readonly RefusalCode[] = [
  'no-credential-found',
  'open-badges-2',
  'address-unreachable',
  'input-unreadable',
  'input-too-large',
  'not-strict-json',
  'busy',
]

/** Answers the form: with a report, or with the form again, what was typed kept and what was wrong said above it. */
async function answerForm(request: Request, response: Response, service: Service): Promise<void> {
  const frame = frameOf(request, service)
  response.set('Cache-Control', 'no-store').type('html')
  const form = await readForm(request, maxFormBytes)
  const given = givenIn(form)
  const sendForm = (problem: RefusalCode | 'nothing-given', status: number) =>
    response.status(status).send(verifyPage({ problem, given }, frame).markup)
  try {
    const checked = await checkForm(form, given, service)
    if (!checked) return void sendForm('nothing-given', 422)
    const { report, received } = checked
    const view = { report, raw: received.text, person: given.person }
    response.send(reportPage(view, frame).markup)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
    if (thrown.code === 'busy') response.set('Retry-After', '5')
    sendForm(thrown.code, statusOf[thrown.code])
  }
}

async function checkBody(request: Request, service: Service) {
  const body = await readBody(request, maxBytes)
  if (body.length === 0) throw new Refusal('no-credential-found', 'Send the credential as the body')
  const url = request.is('application/json') ? askedUrl(body) : undefined
  if (url === undefined) return service.verify(body)
  return URL.canParse(url) ? service.verifyAt(new URL(url)) : checkText(url, service)
}

/** `{"url": …}` and nothing else beside it; a credential always has more members. */
function askedUrl(body: Buffer): string | undefined {
  try {
    const value = JSON.parse(body.toString('utf8')) as Record<string, unknown>
    const isOnlyUrl = Object.keys(value).length === 1 && typeof value.url === 'string'
    return isOnlyUrl ? String(value.url) : undefined
  } catch {
    return undefined
  }
}

/** `/verify` for people and `POST /api/verify` for programs: a report for whatever could be read as a credential. */
export function verifyRoutes(service: Service): Router {
  const router = Router()
  const limit = callsPerMinute(120)

  router.get('/verify', mayRunOwnScript, mayAskForCamera, (request, response) => {
    response.type('html').send(verifyPage({}, frameOf(request, service)).markup)
  })

  router.post('/verify', limit, mayRunOwnScript, mayAskForCamera, (request, response) =>
    answerForm(request, response, service),
  )

  router.post('/api/verify', limit, async (request, response) => {
    const language = languageOf(request)
    const { report } = await checkBody(request, service)
    response.set('Cache-Control', 'no-store').json(reportBody(report, language))
  })
  return router
}
