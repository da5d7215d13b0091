import { type Request, type Response, Router } from 'express'
import { Refusal, type RefusalCode } from '../errors.ts'
import { reportPage } from '../pages/report-page.ts'
import { verifyPage } from '../pages/verify-page.ts'
import type { Service } from '../service/service.ts'
import { type Checked, checkLink, checkText } from './check-input.ts'
import type { Door } from './door.ts'
import { filesIn, readForm, textIn } from './form.ts'
import { frameOf } from './frame.ts'
import { languageOf } from './language.ts'
import { statusOf } from './problem.ts'
import { reportBody } from './report-body.ts'
import { bytesOf, type Upload } from './upload.ts'

// A photo may be so large; every other kind has a smaller limit of its own.
const maxBytes = 10 * 1024 * 1024
const maxParts = 20
const maxUrlBytes = 16 * 1024

/** What the form holds: a chosen file, else what was pasted; `undefined` where it was sent empty. */
async function checkForm(
  upload: Upload,
  contentType: string,
  service: Service,
): Promise<Checked | undefined> {
  const fields = await readForm(upload, contentType, maxParts)
  const file = filesIn(fields).find(({ name, size }) => name === 'file' && size > 0)
  if (file) return service.verify(await file.bytes())
  const [text, link] = [await textIn(fields, 'text'), await textIn(fields, 'link')]
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
]

async function checkBody(upload: Upload, isJson: boolean, service: Service): Promise<Checked> {
  const body = await bytesOf(upload)
  if (body.length === 0) throw new Refusal('no-credential-found', 'Send the credential as the body')
  const url = isJson ? askedUrl(body) : undefined
  if (url === undefined) return service.verify(body)
  return URL.canParse(url) ? service.verifyAt(new URL(url)) : checkText(url, service)
}

/** `{"url": …}` and nothing else beside it; a credential always has more members. */
function askedUrl(body: Buffer): string | undefined {
  if (body.length > maxUrlBytes) return undefined
  try {
    const value = JSON.parse(body.toString('utf8')) as Record<string, unknown>
    const isOnlyUrl = Object.keys(value).length === 1 && typeof value.url === 'string'
    return isOnlyUrl ? String(value.url) : undefined
  } catch {
    return undefined
  }
}

/** `/verify` for people and `POST /api/verify` for programs: a report for whatever could be read as a credential. */
export function verifyRoutes(service: Service, door: Door): Router {
  const router = Router()

  router.get('/verify', (request, response) => {
    response.type('html').send(verifyPage({}, frameOf(request, service)).markup)
  })

  router.post('/verify', door.limit, async (request: Request, response: Response) => {
    const frame = frameOf(request, service)
    response.set('Cache-Control', 'no-store').type('html')
    try {
      const contentType = request.headers['content-type'] ?? ''
      const checked = await door.admit(request, maxBytes + 64 * 1024, (upload) =>
        checkForm(upload, contentType, service),
      )
      const page = checked
        ? reportPage({ report: checked.report, raw: checked.received.text }, frame)
        : verifyPage({ problem: 'nothing-given' }, frame)
      response.status(checked ? 200 : 422).send(page.markup)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !mendable.includes(thrown.code)) throw thrown
      response
        .status(statusOf[thrown.code])
        .send(verifyPage({ problem: thrown.code }, frame).markup)
    }
  })

  router.post('/api/verify', door.limit, async (request, response) => {
    const language = languageOf(request)
    const isJson = Boolean(request.is('application/json'))
    const { report } = await door.admit(request, maxBytes, (upload) =>
      checkBody(upload, isJson, service),
    )
    response.set('Cache-Control', 'no-store').json(reportBody(report, language))
  })
  return router
}
