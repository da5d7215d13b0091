import { type Request, type Response, Router } from 'express'
import type { Report } from '../checking/report.ts'
import { Refusal } from '../errors.ts'
import type { Language } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'
import { reportPage } from '../pages/report-page.ts'
import { verifyPage } from '../pages/verify-page.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'
import { callsPerMinute } from './guard.ts'
import { languageOf } from './language.ts'
import { readBody, readForm } from './upload.ts'

const maxBytes = 2 * 1024 * 1024

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

/** What the form holds: a chosen file, else pasted text. */
async function checkForm(request: Request, service: Service) {
  const form = await readForm(request, maxBytes + 64 * 1024)
  const file = form.get('file')
  if (file instanceof Blob && file.size > 0)
    return service.verify(new Uint8Array(await file.arrayBuffer()))
  for (const name of ['text', 'link']) {
    const text = form.get(name)
    if (typeof text === 'string' && text.trim()) return checkText(text, service)
  }
  throw new Refusal('no-credential-found', 'Choose a file, or paste a credential or its link')
}

async function checkBody(request: Request, service: Service) {
  const body = await readBody(request, maxBytes)
  if (body.length === 0) throw new Refusal('no-credential-found', 'Send the credential as the body')
  const url = request.is('application/json') ? askedUrl(body) : undefined
  return url === undefined ? service.verify(body) : checkText(url, service)
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

  router.get('/verify', (request, response) => {
    response.type('html').send(verifyPage({}, frameOf(request, service)).markup)
  })

  router.post('/verify', limit, async (request: Request, response: Response) => {
    const { report, received } = await checkForm(request, service)
    const page = reportPage({ report, raw: received.text }, frameOf(request, service))
    response.set('Cache-Control', 'no-store').type('html').send(page.markup)
  })

  router.post('/api/verify', limit, async (request, response) => {
    const language = languageOf(request)
    const { report } = await checkBody(request, service)
    response.set('Cache-Control', 'no-store').json(reportBody(report, language))
  })
  return router
}
