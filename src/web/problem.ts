import { Refusal, type RefusalCode, type RefusalDetail } from '../errors.ts'
import type { Language } from '../language.ts'
import { messagesFor } from '../messages/offered.ts'
import { tellParticular, toldDetail } from '../messages/tell-particular.ts'

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
  'partner-unknown': 404,
  'issuer-out-of-scope': 409,
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
  'draft-not-found': 404,
  'draft-issued': 409,
  'draft-differs': 409,
  'batch-being-read': 409,
  'batch-undone': 409,
  'undo-over': 409,
  'act-not-found': 404,
  'act-settled': 409,
  'own-act': 403,
  'selection-changed': 409,
  'nothing-to-do': 409,
  'letters-off': 409,
  'webhook-not-found': 404,
  'webhook-address': 422,
  'delivery-not-found': 404,
  'connection-not-found': 404,
  'connection-invalid': 422,
  'connection-incomplete': 409,
  'webhook-unsigned': 401,
  'webhook-stale': 400,
  'message-unreadable': 400,
  'xapi-version-unknown': 400,
  'statement-conflict': 409, // xAPI 1.0.3 Part Three §2.1.2
  'lti-login-unknown': 400,
  'lti-state-lost': 400,
  'lti-signature-wrong': 400,
  'lti-token-foreign': 400,
  'lti-token-expired': 400,
  'lti-deployment-unknown': 400,
  'lti-token-replayed': 409,
  'lti-message-unsupported': 400,
  'lti-keys-unreachable': 422,
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
