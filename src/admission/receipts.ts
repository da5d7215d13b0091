import { randomUUID } from 'node:crypto'
import { isObject, type JsonObject, type Received } from '../checking/receiving/received.ts'
import type { FetchDocument } from '../checking/remote.ts'
import type { Report } from '../checking/report.ts'
import { integrityOf } from '../credential/integrity.ts'
import {
  type Receipt,
  type ReceiptClaims,
  type ReceiptCredential,
  receiptKeysPath,
} from '../credential/receipt.ts'
import type { Language } from '../language.ts'
import type { Application } from '../learning/eligibility/application.ts'
import type { Specialization } from '../learning/specialization.ts'
import { didWebUrl, type PublicJwk } from '../proof/did.ts'
import { isSignedBy, parseReceipt, type ReceiptKeys } from '../proof/receipt.ts'
import { applicantName } from './applicant-name.ts'
import type { DecisionView } from './decision-view.ts'
import { receiptNames } from './receipt-names.ts'

export interface ReceiptSettings {
  readonly issuer: string
  readonly keys: ReceiptKeys
  readonly now: () => Date
  readonly fetch: FetchDocument
}

const texts = (values: readonly unknown[]): string[] =>
  values.filter((value): value is string => typeof value === 'string')

/** The addresses of the lists in a `credentialStatus` of any kind. */
function statusListsIn(status: unknown): readonly string[] {
  const entries = [status].flat().filter(isObject)
  return texts(entries.map(({ statusListCredential, id }) => statusListCredential ?? id))
}

/** The verification methods that a credential says it is signed with. */
function keysNamedBy({ credential, secured }: Received): readonly string[] {
  if (secured.form === 'jwt') return texts([secured.parsed.header.kid])
  const proofs = [credential.proof].flat().filter(isObject)
  return texts(proofs.map(({ verificationMethod }) => verificationMethod))
}

/** A report on something that was not genuine knows no facts, and so neither does its receipt. */
function credentialOf(report: Report, received: Received): ReceiptCredential {
  const { id, issuer } = report.facts
  const status: unknown = (received.credential as JsonObject).credentialStatus
  return {
    id: id ?? 'unknown',
    digest: integrityOf(received.text),
    found: `${report.verdict} ${report.status}`,
    issuer: issuer?.id ?? null,
    ...(issuer?.onBehalfOf ? { onBehalfOf: issuer.onBehalfOf.id } : {}),
    keys: keysNamedBy(received),
    statusLists: statusListsIn(status),
  }
}

/** What a check found, as a receipt. A presentation of several is one entry: it was checked as one. */
export function receiptOfReport(report: Report, received: Received): Receipt {
  const unlike = report.findings.filter(({ outcome }) => ['failed', 'unknown'].includes(outcome))
  return {
    kind: 'verification',
    outcome: report.verdict,
    person: report.facts.recipient ?? null,
    title: report.facts.achievement?.name ?? report.facts.title ?? null,
    checkedAt: report.checkedAt,
    reasons: unlike.map(({ reason }) => reason),
    credentials: [credentialOf(report, received)],
    decision: null,
  }
}

/** Each copy that was found the same once: what was handed in twice says nothing more. */
const withoutRepeats = (credentials: Application['credentials']) => [
  ...new Map(
    credentials.map((held) => [`${held.digest} ${held.standing} ${held.id}`, held]),
  ).values(),
]

/** What ids of a decision are called, and in which language; `undefined` once the catalogue has them no longer. */
export interface ReceiptNaming {
  readonly specialization: Specialization | undefined
  readonly language: Language
}

/** What was decided, as a receipt: on which credentials, by which rules. */
export function receiptOfDecision(
  { id, decision, application }: Pick<DecisionView, 'id' | 'decision' | 'application'>,
  { specialization, language }: ReceiptNaming,
): Receipt {
  const rules = decision.rules.map(({ rule, outcome, reason }) => ({ rule, outcome, reason }))
  const waivedModules = decision.modules
    .filter(({ state }) => state === 'waived')
    .map(({ module }) => module)
  return {
    kind: 'decision',
    outcome: decision.outcome,
    person: applicantName(application, decision),
    title: decision.specialization,
    checkedAt: decision.decidedAt,
    reasons: [],
    credentials: withoutRepeats(application.credentials).map((held) => ({
      id: held.id,
      digest: held.digest,
      found: held.standing,
      issuer: held.issuer,
      keys: held.keys,
      statusLists: statusListsIn(held.status),
    })),
    decision: {
      id,
      specialization: decision.specialization,
      reason: decision.reason,
      priority: { points: decision.priority.points, of: decision.priority.of },
      rules,
      waivedModules,
      ruleVersion: decision.ruleVersion,
      validUntil: decision.validUntil,
      ...(specialization && {
        names: receiptNames({ rules, waivedModules }, specialization, language),
      }),
    },
  }
}

/** Signs what this service found itself, and nothing that anybody could hand in. */
export async function issueReceipt(receipt: Receipt, settings: ReceiptSettings): Promise<string> {
  const now = settings.now()
  const claims: ReceiptClaims = {
    iss: settings.issuer,
    jti: `urn:uuid:${randomUUID()}`,
    iat: Math.floor(now.getTime() / 1000),
    receipt,
  }
  return settings.keys.sign(claims, now)
}

/**
 * What somebody's receipt is: `genuine` under the keys that its issuer publishes for receipts, `altered`, or `unknown`
 * when those keys could not be had.
 */
export interface ReceiptReading {
  readonly genuine: 'yes' | 'no' | 'unknown'
  readonly isOwn: boolean
  readonly token: string
  readonly claims: ReceiptClaims
}

async function publishedKeys(
  issuer: string,
  fetch: FetchDocument,
): Promise<readonly PublicJwk[] | undefined> {
  const home = didWebUrl(issuer)
  if (!home) return []
  try {
    const { body } = await fetch(new URL(receiptKeysPath, home))
    const { keys } = JSON.parse(new TextDecoder().decode(body)) as { keys?: unknown }
    return Array.isArray(keys)
      ? keys.filter(isObject).map((key) => key as unknown as PublicJwk)
      : []
  } catch {
    return undefined
  }
}

/** The receipt in a text, checked against what its issuer publishes; `undefined` where a text is none. */
export async function readReceipt(
  text: string,
  { issuer, fetch }: Pick<ReceiptSettings, 'issuer' | 'fetch'>,
): Promise<ReceiptReading | undefined> {
  const parsed = parseReceipt(text)
  if (!parsed) return undefined
  const { claims, token } = parsed
  const keys = await publishedKeys(claims.iss, fetch)
  const genuine = keys === undefined ? 'unknown' : (await isSignedBy(parsed, keys)) ? 'yes' : 'no'
  return { genuine, isOwn: claims.iss === issuer, token, claims }
}
