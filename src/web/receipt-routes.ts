import { type Request, type Response, Router } from 'express'
import type { ReceiptReading } from '../admission/receipts.ts'
import { findCredential } from '../checking/receive.ts'
import { ReceiptGiven } from '../checking/receiving/receipt-given.ts'
import { attachmentDisposition } from '../documents/content-disposition.ts'
import { Refusal } from '../errors.ts'
import { messagesFor } from '../messages/offered.ts'
import type { Service } from '../service/service.ts'
import type { Door } from './door.ts'
import { readForm, textIn } from './form.ts'
import { param } from './guard.ts'
import { languageOf } from './language.ts'
import { bytesOf } from './upload.ts'

const maxTokenBytes = 256 * 1024
const maxPdfBytes = 2 * 1024 * 1024

/** Sends a receipt of ours to be kept, as a sheet or as signed text. @throws Refusal `bad-request` for any other. */
export async function sendReceipt(
  token: string,
  form: 'pdf' | 'jwt',
  answer: { readonly request: Request; readonly response: Response; readonly service: Service },
): Promise<void> {
  const { request, response, service } = answer
  const language = languageOf(request)
  const claims = (await service.receipts.read(token))?.claims
  const title = messagesFor(language).receipts.titles[claims?.receipt.kind ?? 'verification']
  // Several lie in one folder.
  const number = claims?.receipt.decision?.id ?? claims?.jti.replace('urn:uuid:', '') ?? ''
  const name = `${title} ${number}`
  response
    .set('Cache-Control', 'no-store')
    .set('Content-Disposition', attachmentDisposition(name, form, `receipt ${number}`))
  if (form === 'jwt') {
    response.set('Content-Type', 'application/jwt').send(token)
    return
  }
  const sheet = await service.receipts.pdf(token, language)
  response.set('Content-Type', 'application/pdf').send(Buffer.from(sheet))
}

/** The token in what was handed in: a text, or a PDF that carries it. @throws Refusal `no-credential-found`. */
async function tokenIn(bytes: Uint8Array): Promise<string> {
  try {
    await findCredential(bytes)
  } catch (thrown) {
    if (thrown instanceof ReceiptGiven) return thrown.token
    throw thrown
  }
  throw new Refusal('no-credential-found', 'This is no receipt')
}

const readingBody = ({ genuine, isOwn, claims }: ReceiptReading) => ({ genuine, isOwn, ...claims })

/** Receipts taken away from a result, and receipts read. They are made only of what was found here. */
export function receiptRoutes(service: Service, door: Door): Router {
  const router = Router()

  router.post('/verify/receipt', door.limit, (request, response) =>
    door.admit(request, maxTokenBytes, async (upload) => {
      const fields = await readForm(upload, request.headers['content-type'] ?? '', 10)
      const token = ((await textIn(fields, 'receipt')) ?? '').trim()
      const reading = await service.receipts.read(token)
      if (!reading?.isOwn || reading.genuine !== 'yes')
        throw new Refusal('bad-request', 'Send a receipt of this service, as the result page does')
      const form = (await textIn(fields, 'form')) === 'jwt' ? 'jwt' : 'pdf'
      await sendReceipt(token, form, { request, response, service })
    }),
  )

  router.get('/api/eligibility/:id/receipt.:form', door.limit, async (request, response) => {
    const caller = service.recognise(request.headers.authorization)
    const form = param(request, 'form')
    if (form !== 'pdf' && form !== 'jwt')
      throw new Refusal('not-found', 'A receipt is had as .jwt or .pdf')
    const token = await service.receipts.ofView(
      service.admissions.find(param(request, 'id'), caller),
      languageOf(request),
    )
    await sendReceipt(token, form, { request, response, service })
  })

  router.post('/api/receipts/verify', door.limit, async (request, response) => {
    const reading = await door.admit(request, maxPdfBytes, async (upload) =>
      service.receipts.read(await tokenIn(await bytesOf(upload))),
    )
    if (!reading) throw new Refusal('no-credential-found', 'This is no receipt that can be read')
    response.set('Cache-Control', 'no-store').json(readingBody(reading))
  })
  return router
}
