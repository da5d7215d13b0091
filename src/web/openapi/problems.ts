import type { RefusalCode } from '../../errors.ts'
import type { Json } from './parts.ts'

type Rule = readonly [RegExp, readonly RefusalCode[]]

const keyed = ['idempotency-conflict', 'idempotency-in-flight'] as const
const tellApplication = [
  'specialization-unknown',
  'applications-closed',
  'statement-unknown',
] as const

/** Which codes an operation can answer with, by `method path`; all rules that fit count. */
const rules: readonly Rule[] = [
  [
    /^post \/(?:api\/verify|verify|verify\/batch|api\/verify\/batch)$/,
    ['too-many-requests', 'busy'],
  ],
  [
    /^post \/(?:api\/)?verify$/,
    ['no-credential-found', 'open-badges-2', 'input-unreadable', 'input-too-large'],
  ],
  [/^post \/(?:api\/)?verify$/, ['not-strict-json', 'receipt-given', 'share-given']],
  [/^post \/(?:api\/)?verify$/, ['address-unreachable']],
  [/^get \/verify\/batch\/\{secret/, ['not-found']],
  [/\/receipts?(?:\/verify)?$|receipt\.\{form\}$/, ['too-many-requests', 'busy']],
  [/^post \/api\/receipts\/verify$/, ['no-credential-found']],
  [/^post \/api\/completions$/, ['course-unknown', 'csv-unreadable', 'csv-unknown-format']],
  [/^post \/api\/completions$/, ['dates-order-needed', 'completions-invalid', ...keyed]],
  [/^get \/api\/batches\//, ['not-found']],
  [/^post \/api\/credentials\//, ['credential-not-found', 'ledger-busy']],
  [/\/(?:revoke|replace)$/, ['credential-not-issued', 'already-revoked', 'reason-missing']],
  [/\/replace$/, ['credential-erased', 'not-correctable', 'nothing-to-correct', 'text-too-long']],
  [/\/replace$/, ['correction-under-way']],
  [/\/(?:replace|decline)$/, ['correction-not-found', 'correction-settled']],
  [/^\w+ \/api\/keys\//, ['key-not-found']],
  [/^post \/api\/keys\//, ['key-in-use']],
  [/^post \/(?:api\/)?eligibility(?:\/batch)?$/, ['too-many-requests', 'busy']],
  [/^post \/api\/eligibility(?:\/batch)?$/, [...tellApplication, ...keyed, 'text-too-long']],
  [/^post \/api\/eligibility\/batch$/, ['list-unreadable']],
  [/^get \/api\/eligibility(?:\/lists)?$/, ['specialization-unknown']],
  [/^\w+ \/api\/eligibility\/\{id\}/, ['decision-not-found']],
  [/\/api\/eligibility\/\{id\}\/(?:rerun|review|issue|receipt)/, ['decision-erased']],
  [/\/api\/eligibility\/\{id\}\/review$/, ['not-to-review', 'text-too-long']],
  [/\/api\/eligibility\/\{id\}\/issue$/, ['not-eligible', 'decision-expired']],
  [/\/api\/eligibility\/lists\/\{id\}/, ['list-not-found']],
  [/^post \/api\/enrolments$/, ['decision-not-found', 'decision-erased', 'decision-expired']],
  [/^post \/api\/enrolments$/, ['not-eligible', 'country-needed', 'idempotency-conflict']],
  [/^post \/api\/enrolments$/, ['already-enrolled', 'maybe-enrolled']],
  [/ \/api\/enrolments(?:\.csv)?$/, ['specialization-unknown']],
  [/ \/api\/enrolments\/\{id\}/, ['enrolment-not-found']],
  [/\/withdraw$/, ['text-too-long']],
  [/^post \/api\/webhooks$/, ['webhook-address', 'course-unknown']],
  [/ \/api\/webhooks\/\{id\}/, ['webhook-not-found']],
  [/\/deliveries/, ['delivery-not-found']],
  [/ \/(?:wallets|vc-api\/exchanges|oid4vci\/offers)\//, ['offer-not-found', 'offer-ended']],
  [/^post \/vc-api\/exchanges\//, ['offer-taken', 'challenge-unknown', 'holder-unproven']],
  [/^post \/vc-api\/exchanges\//, ['holder-unsupported', 'too-many-requests', 'busy']],
  [/^post \/vc-api\/(?!exchanges)/, ['too-many-requests', 'busy', 'not-found']],
  [/^get \/c\/\{id\}/, ['not-found', 'credential-erased']],
  [/^get \/c\/\{id\}$/, ['not-acceptable', 'name-not-printable']],
  [/^get \/s\//, ['share-not-found', 'share-ended']],
  [/^get \/achievements\//, ['achievement-unknown', 'not-found']],
  [/^get \/specializations\//, ['specialization-unknown']],
  [/^get \/(?:skills|problems|status|keys|vc-api\/status)\//, ['not-found']],
  [/^get \/oembed$/, ['bad-request', 'not-found', 'format-not-offered']],
  [/ \/(?:api\/connections|hooks|lti)\/\{/, ['connection-not-found']],
  [/^(?:post|put) \/api\/connections/, ['connection-invalid', 'course-unknown']],
  [/^post \/api\/acts$/, ['selection-changed', 'reason-missing', 'nothing-to-do']],
  [/ \/api\/acts\/\{id\}/, ['act-not-found']],
  [/^post \/api\/acts\/\{id\}\//, ['act-settled', 'own-act']],
  [/^get \/api\/credentials\/\{id\}/, ['credential-not-found']],
  [/^get \/api\/learners\/\{id\}/, ['learner-not-found']],
  [/^post \/api\/catalogue/, ['catalogue-invalid']],
  [/^post \/api\/accounts$/, ['account-exists', 'password-too-weak', 'course-unknown']],
  [/ \/api\/accounts\/\{id\}/, ['account-not-found']],
  [/^delete \/api\/tokens/, ['token-not-found']],
  [/^get \/readyz$/, ['key-unusable', 'ledger-mismatch', 'ledger-busy']],
]

/** What every operation of a kind can be refused with. */
function byForm({ security, requestBody, parameters }: Json): readonly RefusalCode[] {
  const asked = (parameters ?? []) as readonly { readonly in: string }[]
  const hasQuery = asked.some((each) => each.in !== 'path')
  return [
    ...(security === undefined ? [] : (['unauthorised', 'forbidden'] as const)),
    ...(requestBody === undefined
      ? []
      : (['bad-request', 'too-large', 'unsupported-media-type'] as const)),
    ...(hasQuery ? (['bad-request'] as const) : []),
  ]
}

/** Codes that an operation can answer with, each once. Beside them any may be a `fault` of ours. */
export function problemsOf(method: string, path: string, operation: Json): readonly RefusalCode[] {
  const fitting = rules.filter(([each]) => each.test(`${method} ${path}`))
  return [...new Set([...byForm(operation), ...fitting.flatMap(([, codes]) => codes)])]
}
