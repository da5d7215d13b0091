import type { ErrorRequestHandler, Request, Response } from 'express'
import { Refusal, type RefusalCode, type RefusalDetail } from '../errors.ts'
import type { Language } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'
import { tellParticular, toldDetail } from '../messages/tell-particular.ts'
import { errorPage } from '../pages/problem-page.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'
import { languageOf } from './language.ts'
import { noteCode, requestIdOf } from './operations/observe.ts'

// HTTP is known here and nowhere else. `satisfies` makes a code without a status a compile error.
export const statusOf = {
  'bad-request': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'not-acceptable': 406,
  'format-not-offered': 501, // oEmbed 1.0 §2.3.5
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  busy: 503,
  'idempotency-conflict': 422,
  'idempotency-in-flight': 409,
  'csv-unreadable': 422,
  'csv-unknown-format': 422,
  'dates-order-needed': 422,
  'columns-invalid': 422,
  'profiles-unreadable': 422,
  'completions-invalid': 422,
  'course-unknown': 404,
  'achievement-unknown': 404,
  'credential-not-found': 404,
  'credential-not-issued': 409,
  'credential-unverifiable': 422,
  'already-revoked': 409,
  'reason-missing': 422,
  'credential-erased': 410,
  'not-correctable': 409,
  'nothing-to-correct': 409,
  'correction-not-found': 404,
  'correction-settled': 409,
  'correction-under-way': 409,
  'learner-not-found': 404,
  'name-not-printable': 422,
  'no-credential-found': 422,
  'open-badges-2': 422,
  'address-unreachable': 422,
  'input-unreadable': 422,
  'input-too-large': 413,
  'not-strict-json': 422,
  'specialization-unknown': 404,
  'applications-closed': 409,
  'statement-unknown': 422,
  'text-too-long': 422,
  'decision-not-found': 404,
  'decision-erased': 410,
  'not-to-review': 409,
  'not-eligible': 409,
  'decision-expired': 409,
  'country-needed': 422,
  'already-enrolled': 409,
  'maybe-enrolled': 409,
  'enrolment-not-found': 404,
  'list-unreadable': 422,
  'list-not-found': 404,
  'receipt-given': 422,
  'claim-not-valid': 410,
  'share-given': 422,
  'share-not-found': 404,
  'share-ended': 410,
  'share-end-wrong': 422,
  'too-many-shares': 409,
  'offer-not-found': 404,
  'offer-ended': 410,
  'offer-taken': 409,
  'challenge-unknown': 422,
  'holder-unproven': 422,
  'holder-unsupported': 422,
  'webhook-not-found': 404,
  'webhook-address': 422,
  'delivery-not-found': 404,
  'key-unusable': 500,
  'key-permissions': 500,
  'key-not-found': 404,
  'key-in-use': 409,
  'ledger-rolled-back': 500,
  'ledger-there': 409,
  'backup-unusable': 422,
  'ledger-mismatch': 500,
  'ledger-busy': 503,
  'catalogue-invalid': 500,
  'settings-invalid': 500,
  'account-not-found': 404,
  'account-exists': 409,
  'password-too-weak': 422,
  'password-wrong': 422,
  'last-administrator': 409,
  'token-not-found': 404,
} satisfies Record<RefusalCode, number>

export const refusalCodes = Object.keys(statusOf) as RefusalCode[]

/** RFC 9457, with our stable `code` and, where there are several complaints, each of them. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: RefusalCode | 'fault'
  readonly detail?: string
  readonly errors?: readonly RefusalDetail[]
}

interface HttpError {
  readonly status?: number
  readonly type?: string
}

/** What express and its body parsers throw, as refusals of ours; anything else stays what it was. */
function asRefusal(thrown: unknown): unknown {
  if (thrown instanceof Refusal || !(thrown instanceof Error)) return thrown
  const { status, type } = thrown as HttpError
  if (status === 413 || type === 'entity.too.large')
    return new Refusal('too-large', 'The body is larger than this address takes')
  if (status === 415) return new Refusal('unsupported-media-type', 'Send the body uncompressed')
  if (status && status >= 400 && status < 500)
    return new Refusal('bad-request', 'The request cannot be read')
  return thrown
}

/** Turns anything thrown into a problem; what is not a {@link Refusal} becomes a bare 500 that tells nothing. */
export function toProblem(thrown: unknown, language: Language): Problem {
  const refusal = asRefusal(thrown)
  const messages = messagesFor(language)
  const { refusals } = messages
  if (!(refusal instanceof Refusal))
    return { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'fault' }
  const status = statusOf[refusal.code]
  const { particular } = refusal
  const details = [...refusal.details, ...(particular ? [toldDetail(particular, messages)] : [])]
  const detail = particular ? tellParticular(particular, messages) : refusal.message
  return {
    type: `/problems/${refusal.code}`,
    title: refusals[refusal.code].title,
    status,
    code: refusal.code,
    // The text of a fault of ours may name files; it belongs in the log.
    ...(status < 500 ? { detail } : {}),
    ...(details.length > 0 && status < 500 ? { errors: details } : {}),
  }
}

/** Addresses that only programs call, whatever they say that they accept. */
const forPrograms = /^\/(?:(?:vc-)?api\/|oid4vci\/|oembed$)/

const wantsPage = (request: Request) =>
  !forPrograms.test(request.path) && request.accepts(['html', 'json']) === 'html'

function answer(
  problem: Problem,
  { request, response, service }: { request: Request; response: Response; service: Service },
): void {
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer')
  const mayRetry = [429, 503].includes(problem.status) || problem.code === 'idempotency-in-flight'
  if (mayRetry && !response.get('Retry-After')) response.set('Retry-After', '5')
  response.status(problem.status).set('Cache-Control', 'no-store')
  if (wantsPage(request)) {
    const isAtDesk = /^\/provider(?:\/|$)/.test(request.path)
    const view = { code: problem.code, details: problem.errors ?? [], isAtDesk }
    response.type('html').send(errorPage(view, frameOf(request, service)).markup)
    return
  }
  response.type('application/problem+json').send(JSON.stringify(problem))
}

// Turning some away is no fault, and a flood of it must not become a flood of lines in the log.
const noFaults: readonly Problem['code'][] = ['busy', 'format-not-offered']

/** The last handler: every thrown thing leaves as a problem, as a page for people and as JSON for programs. */
export function problemHandler(
  service: Service,
  log: (thrown: unknown, request?: string) => void,
): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const problem = toProblem(thrown, languageOf(request))
    if (problem.status >= 500 && !noFaults.includes(problem.code))
      log(thrown, requestIdOf(response))
    noteCode(response, problem.code)
    if (response.headersSent) return next(thrown)
    answer(problem, { request, response, service })
  }
}
