/** One credential as a receipt tells of it: enough to know again what was looked at, and against what. */
export interface ReceiptCredential {
  readonly id: string
  /** SHA-256 of what was checked, `sha256-` and base64. */
  readonly digest: string
  /** Verdict and status of a check, or the standing of a credential in a decision. */
  readonly found: string
  readonly issuer: string | null
  /** DID of whoever mandated the issuer, where a mandate held. */
  readonly onBehalfOf?: string
  /** Verification methods that its signature names. */
  readonly keys: readonly string[]
  /** Addresses of the lists that its withdrawal would stand in. */
  readonly statusLists: readonly string[]
}

/** What the catalogue called something when the receipt was made: a file is read when the catalogue has long changed. */
export interface ReceiptName {
  readonly kind: 'specialization' | 'rule' | 'module'
  readonly id: string
  /** At most 200 characters, like every name in a catalogue. */
  readonly text: string
  /** BCP 47 tag of the language it is in. */
  readonly language: string
}

/** What a receipt of a decision says beside its credentials. */
export interface ReceiptDecision {
  readonly id: string
  readonly specialization: string
  readonly reason: string
  readonly priority: { readonly points: number; readonly of: number }
  readonly rules: readonly {
    readonly rule: string
    readonly outcome: string
    readonly reason: string
  }[]
  readonly waivedModules: readonly string[]
  readonly ruleVersion: string
  readonly validUntil: string
  /** Of what is named by id above; ids the catalogue has no longer have none, and older receipts have none at all. */
  readonly names?: readonly ReceiptName[]
}

/** What was found, when and by whom: for somebody's files. It says nothing of the time after `checkedAt`. */
export interface Receipt {
  readonly kind: 'verification' | 'decision'
  /** Verdict of a check, or outcome of a decision. */
  readonly outcome: string
  /** Name as signed, or as the applicant gave it. */
  readonly person: string | null
  /** What it is about, as signed: a title; of a decision the id of the specialization. */
  readonly title: string | null
  /** ISO 8601, UTC. */
  readonly checkedAt: string
  /** Reason codes of what did not pass, of a check. */
  readonly reasons: readonly string[]
  readonly credentials: readonly ReceiptCredential[]
  readonly decision: ReceiptDecision | null
}

/** A receipt as it is signed: `iss`, `jti` and `iat` of RFC 7519 beside it. */
export interface ReceiptClaims {
  readonly iss: string
  readonly jti: string
  /** Seconds since 1970. */
  readonly iat: number
  readonly receipt: Receipt
}

/** `typ` of the JWS: what is signed as this can never pass for a credential, nor a credential for this. */
export const receiptType = 'colophon-receipt+jwt'

/** Where the public keys for receipts stand, apart from those of credentials. */
export const receiptKeysPath = '/receipts/jwks.json'

const list = (value: unknown): value is readonly unknown[] => Array.isArray(value)
const text = (value: unknown): value is string => typeof value === 'string' && value.length < 4_000
const optional = (value: unknown) => value === null || text(value)
const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const isCredential = (value: unknown): boolean => {
  const { id, digest, found, issuer, keys, statusLists, onBehalfOf = null } = object(value)
  const lists = [keys, statusLists].every((each) => list(each) && each.every(text))
  return [id, digest, found].every(text) && [issuer, onBehalfOf].every(optional) && lists
}

const nameKinds: readonly unknown[] = ['specialization', 'rule', 'module']
const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i
const maxNameChars = 200

const isName = (value: unknown): boolean => {
  const { kind, id, text: name, language } = object(value)
  return (
    nameKinds.includes(kind) &&
    [id, name, language].every(text) &&
    /\S/.test(String(name)) &&
    String(name).length <= maxNameChars &&
    languageTag.test(String(language))
  )
}

/** At most one name for each id, so that names add no more than their number to the size. */
const areNames = (names: unknown, most: number): boolean =>
  names === undefined || (list(names) && names.length <= most && names.every(isName))

const isDecision = (value: unknown): boolean => {
  const told = object(value)
  const { id, specialization, reason, priority, rules, waivedModules, ruleVersion } = told
  const { points, of } = object(priority)
  const isRule = (rule: unknown) => {
    const { rule: name, outcome, reason: why } = object(rule)
    return [name, outcome, why].every(text)
  }
  return (
    [id, specialization, reason, ruleVersion, told.validUntil].every(text) &&
    [points, of].every((each) => typeof each === 'number') &&
    list(rules) &&
    rules.every(isRule) &&
    list(waivedModules) &&
    waivedModules.every(text) &&
    areNames(told.names, 1 + rules.length + waivedModules.length)
  )
}

/** Whether the payload of a token is a receipt in form; who signed it is another question. */
export function isReceiptClaims(value: unknown): value is ReceiptClaims {
  const { iss, jti, iat, receipt } = object(value)
  const { kind, outcome, person, title, checkedAt, reasons, credentials, decision } =
    object(receipt)
  const isKind = kind === 'verification' ? decision === null : kind === 'decision'
  return (
    [iss, jti, outcome, checkedAt].every(text) &&
    Number.isInteger(iat) &&
    [person, title].every(optional) &&
    list(reasons) &&
    reasons.every(text) &&
    list(credentials) &&
    credentials.every(isCredential) &&
    isKind &&
    (decision === null || isDecision(decision))
  )
}
