import type { Proof } from '../../proof/proof.ts'
import type { Suite } from '../../proof/suites.ts'
import { hiddenTerms } from '../form/check-hidden-terms.ts'
import type { JsonObject } from '../receiving/received.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const isTexts = (value: unknown): boolean =>
  isText(value) ||
  (Array.isArray(value) &&
    value.length > 0 &&
    value.every(isText) &&
    new Set(value).size === value.length)

const stamp = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/

/** XSD dateTimeStamp: unlike the dates of a credential, those of a proof have no meaning without a zone. */
const isStamp = (value: unknown): boolean =>
  isText(value) && stamp.test(value) && !Number.isNaN(Date.parse(value))

/** Everything a proof may say, and in what form; further members would be read by nobody, and so could mislead. */
const forms: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['type', isText],
  ['id', isText],
  ['cryptosuite', isText],
  ['created', isStamp],
  ['expires', isStamp],
  ['verificationMethod', isText],
  ['proofPurpose', isText],
  ['proofValue', isText],
  ['previousProof', isTexts],
  ['domain', isTexts],
  ['challenge', isText],
  ['nonce', isText],
  ['@context', isTexts],
])
const required = ['verificationMethod', 'proofPurpose', 'proofValue']

/**
 * Whether the contexts that a proof names give every key its meaning. Those that came behind them are not signed: with
 * one, a holder could give a meaning to what the issuer's own contexts leave without. Presented credentials stand by
 * themselves.
 */
const explains = (
  contexts: readonly unknown[],
  { proof: _, verifiableCredential: __, ...document }: JsonObject,
): boolean => hiddenTerms({ ...document, '@context': contexts }).length === 0

/**
 * What is signed as statements takes its meaning from the document's contexts alone. What is signed as JSON may name
 * them again, and then must be how the document's begin (VC Data Integrity EdDSA Cryptosuites v1.0 §3.3.2).
 */
function contextFits(proof: JsonObject, document: JsonObject, { signs }: Suite): boolean {
  const own = proof['@context']
  if (own === undefined) return true
  const [named, given] = [[own].flat(), [document['@context']].flat()]
  const isStart = named.every((url, index) => url === given[index])
  if (!isStart || named.length === given.length) return isStart
  return signs === 'json' && explains(named, document)
}

/** Whether a proof of a known suite has all the members it needs, none but those of the standard, each of its form. */
export function isWellFormed(
  proof: JsonObject,
  document: JsonObject,
  suite: Suite,
): proof is JsonObject & Proof {
  const isOlder = proof.type !== 'DataIntegrityProof'
  return (
    Object.entries(proof).every(([name, value]) => forms.get(name)?.(value) === true) &&
    required.every((name) => name in proof) &&
    !(isOlder && 'cryptosuite' in proof) &&
    suite.mayBeValue(proof.proofValue as string) &&
    contextFits(proof, document, suite)
  )
}

/** Whether it says of which kind it is at all, as even a proof of an unknown suite must. */
export function saysItsKind({ type, cryptosuite }: JsonObject): boolean {
  return isText(type) && (type !== 'DataIntegrityProof' || isText(cryptosuite))
}
