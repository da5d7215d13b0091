/**
 * Why the service refused. A code is public API: it is documented in docs/API.md, has a sentence in every language,
 * and is never renamed nor reused for another meaning.
 */
export type RefusalCode =
  | 'bad-request'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'not-acceptable'
  | 'format-not-offered'
  | 'too-large'
  | 'unsupported-media-type'
  | 'too-many-requests'
  | 'busy'
  | 'idempotency-conflict'
  | 'idempotency-in-flight'
  | 'csv-unreadable'
  | 'csv-unknown-format'
  | 'dates-order-needed'
  | 'columns-invalid'
  | 'profiles-unreadable'
  | 'completions-invalid'
  | 'course-unknown'
  | 'partner-unknown'
  | 'issuer-out-of-scope'
  | 'achievement-unknown'
  | 'credential-not-found'
  | 'credential-not-issued'
  | 'credential-unverifiable'
  | 'already-revoked'
  | 'reason-missing'
  | 'credential-erased'
  | 'not-correctable'
  | 'nothing-to-correct'
  | 'correction-not-found'
  | 'correction-settled'
  | 'correction-under-way'
  | 'learner-not-found'
  | 'name-not-printable'
  | 'no-credential-found'
  | 'open-badges-2'
  | 'address-unreachable'
  | 'input-unreadable'
  | 'input-too-large'
  | 'not-strict-json'
  | 'specialization-unknown'
  | 'applications-closed'
  | 'statement-unknown'
  | 'text-too-long'
  | 'decision-not-found'
  | 'decision-erased'
  | 'not-to-review'
  | 'not-eligible'
  | 'decision-expired'
  | 'country-needed'
  | 'already-enrolled'
  | 'maybe-enrolled'
  | 'enrolment-not-found'
  | 'list-unreadable'
  | 'list-not-found'
  | 'receipt-given'
  | 'claim-not-valid'
  | 'share-given'
  | 'share-not-found'
  | 'share-ended'
  | 'share-end-wrong'
  | 'too-many-shares'
  | 'offer-not-found'
  | 'offer-ended'
  | 'offer-taken'
  | 'challenge-unknown'
  | 'holder-unproven'
  | 'holder-unsupported'
  | 'draft-not-found'
  | 'draft-issued'
  | 'draft-differs'
  | 'batch-being-read'
  | 'batch-undone'
  | 'undo-over'
  | 'act-not-found'
  | 'act-settled'
  | 'own-act'
  | 'selection-changed'
  | 'nothing-to-do'
  | 'letters-off'
  | 'webhook-not-found'
  | 'webhook-address'
  | 'delivery-not-found'
  | 'connection-not-found'
  | 'connection-invalid'
  | 'connection-incomplete'
  | 'webhook-unsigned'
  | 'webhook-stale'
  | 'message-unreadable'
  | 'xapi-version-unknown'
  | 'statement-conflict'
  | 'lti-login-unknown'
  | 'lti-state-lost'
  | 'lti-signature-wrong'
  | 'lti-token-foreign'
  | 'lti-token-expired'
  | 'lti-deployment-unknown'
  | 'lti-token-replayed'
  | 'lti-message-unsupported'
  | 'lti-keys-unreachable'
  | 'key-unusable'
  | 'key-permissions'
  | 'key-not-found'
  | 'key-in-use'
  | 'ledger-rolled-back'
  | 'ledger-there'
  | 'backup-unusable'
  | 'ledger-mismatch'
  | 'ledger-busy'
  | 'catalogue-invalid'
  | 'settings-invalid'
  | 'account-not-found'
  | 'account-exists'
  | 'password-too-weak'
  | 'password-wrong'
  | 'last-administrator'
  | 'token-not-found'

/**
 * The one error that crosses folders: something a caller can act on. Its message is shown to the caller, so it says
 * what to change and holds no secret. Anything else that is thrown is a fault of ours, and its text stays in the log.
 */
export class Refusal extends Error {
  override name = 'Refusal'

  readonly code: RefusalCode
  /** Every single complaint, where there can be several: a path or place, and what to do about it. */
  readonly details: readonly RefusalDetail[]
  /** The same as the message, for whoever says it in another language. */
  readonly particular: Particular | undefined

  constructor(
    code: RefusalCode,
    message: string,
    options: ErrorOptions & {
      readonly details?: readonly RefusalDetail[]
      readonly particular?: Particular
    } = {},
  ) {
    super(message, options)
    this.code = code
    this.details = options.details ?? []
    this.particular = options.particular
  }
}

/** What is wrong in one place: each has a sentence in every language. */
export const particularKinds = [
  'missing',
  'object-needed',
  'unknown-member',
  'not-one-of',
  'no-country',
  'statements-form',
  'text-needed',
  'too-long',
  'too-many',
  'in-future',
  'no-instant',
  'application-days',
  'columns-unknown',
  'column-needed',
  'headings-open',
  'list-empty',
  'too-many-rows',
  'enrolled-elsewhere',
  'maybe-elsewhere',
] as const

export type ParticularKind = (typeof particularKinds)[number]

/** What is wrong in one place, as data; plain JSON. */
export interface Particular {
  readonly kind: ParticularKind
  /** The member, field, column or line. */
  readonly at: string
  /** What stands there. */
  readonly value?: string
  readonly limit?: number
  /** What could stand there. */
  readonly choices?: readonly string[]
}

export interface RefusalDetail {
  /** Where: a JSON path (`$.modules[3].area`), a setting, or a line and column of a file. */
  readonly at: string
  readonly message: string
}
