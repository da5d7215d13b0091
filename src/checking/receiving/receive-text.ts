import { Refusal } from '../../errors.ts'
import { looksLikeReceipt } from '../../proof/receipt.ts'
import type { SourceKind } from '../report.ts'
import { ReceiptGiven } from './receipt-given.ts'
import { receiveToken } from './receive-token.ts'
import { hasType, isObject, type JsonObject, type Received } from './received.ts'
import { parseStrictJson } from './strict-json.ts'

const jwtForm = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

const nothingFound = (what: string) => new Refusal('no-credential-found', what)

// A badge with everything in it has some hundred. Naming them for a signature takes time that grows with their square.
const maxNameless = 500

/** How many objects have no `id`: those that canonicalisation has to find names for. */
function namelessIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value).reduce<number>((sum, each) => sum + namelessIn(each), 0)
  return inner + (Array.isArray(value) || 'id' in value ? 0 : 1)
}

function accepted(received: Received): Received {
  refuseOlderBadge(received.credential)
  if (namelessIn(received.credential) <= maxNameless) return received
  const message = `The credential has over ${maxNameless} objects without id`
  throw new Refusal('input-too-large', message)
}

// VC DM 2.0 "Enveloped Verifiable Credentials" and "Enveloped Verifiable Presentations".
const enveloped = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation']
const tokenUrl = /^data:application\/(?:(?:vc|vp)(?:\+ld\+json)?\+)?jwt(?:;charset=utf-8)?,(.+)$/s

/** The token in an envelope; `undefined` for any other document. An envelope of another kind is refused. */
function tokenInEnvelope(document: JsonObject): string | undefined {
  if (!enveloped.some((name) => hasType(document, name))) return undefined
  const token = tokenUrl.exec(String(document.id))?.[1]
  if (token === undefined || !jwtForm.test(token))
    throw nothingFound('The envelope holds no JWT, or one that is not well formed')
  return token
}

const olderContexts = ['https://w3id.org/openbadges/v1', 'https://w3id.org/openbadges/v2']

/** Open Badges 2.0 and 1.0 are assertions that are looked up at their issuer, or signed by rules of their own. */
function refuseOlderBadge(document: JsonObject): void {
  const ofContext = [document['@context']].flat().some((url) => olderContexts.includes(String(url)))
  // Those of 1.0 have neither context nor type.
  const isOlder = ofContext || ('badge' in document && 'recipient' in document)
  if (isOlder && !hasType(document, 'VerifiableCredential'))
    throw new Refusal('open-badges-2', 'This is an Open Badges 2.0 assertion')
}

/** A document that was parsed already, as the credential or presentation it is, or holds in an envelope. */
export function receiveDocument(document: JsonObject, text: string, kind: SourceKind): Received {
  const token = tokenInEnvelope(document)
  if (token !== undefined) return accepted(receiveToken(token, kind))
  return accepted({ kind, text, credential: document, secured: { form: 'embedded' } })
}

/** A text as the credential or presentation it is: a compact JWS, or JSON. */
export function receiveText(bytes: Uint8Array, kind: SourceKind | undefined): Received {
  const text = new TextDecoder().decode(bytes).trim()
  if (looksLikeReceipt(text)) throw new ReceiptGiven(text)
  if (jwtForm.test(text)) return accepted(receiveToken(text, kind ?? 'jwt'))
  if (!text.startsWith('{'))
    throw nothingFound('This is neither a PDF, PNG, SVG, JSON nor JWT with a credential in it')
  const document = parseStrictJson(bytes)
  if (!isObject(document)) throw nothingFound('The JSON does not hold a credential')
  return receiveDocument(document, text, kind ?? 'json')
}
