import { readPdfApart } from '../documents/pdf-apart.ts'
import { readBakedPng } from '../documents/png.ts'
import { readBakedSvg } from '../documents/svg.ts'
import { Refusal } from '../errors.ts'
import { type ParsedJwt, parseJwt } from '../proof/jwt.ts'
import type { SourceKind } from './report.ts'
import { parseStrictJson } from './strict-json.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** How a credential is secured: by a proof inside, or by the token around it. */
export type Secured =
  | { readonly form: 'embedded' }
  | {
      readonly form: 'jwt'
      readonly token: string
      readonly parsed: ParsedJwt
      readonly claims: JsonObject
    }

/** A credential as it was found; nothing about it has been checked. */
export interface Received {
  readonly kind: SourceKind
  /** The credential's own text: what "check it elsewhere" hands on. */
  readonly text: string
  /** The credential, without JWT claims. */
  readonly credential: JsonObject
  readonly secured: Secured
}

const maxTokenBytes = 256 * 1024
const maxFileBytes = 2 * 1024 * 1024
const jwtForm = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/

// OB 3.0 §8.2.4.1 puts these beside the credential; they are no part of it, and jti has no meaning in its contexts.
const registeredClaims = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud']

function nothingFound(what: string): Refusal {
  return new Refusal('no-credential-found', what)
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// A badge with everything in it has some hundred. Naming them for a signature takes time that grows with their square.
const maxNameless = 500

/** How many objects have no `id`: those that canonicalisation has to find names for. */
function namelessIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value).reduce<number>((sum, each) => sum + namelessIn(each), 0)
  return inner + (Array.isArray(value) || 'id' in value ? 0 : 1)
}

function refuseSwarm(credential: JsonObject): void {
  if (namelessIn(credential) > maxNameless)
    throw new Refusal(
      'input-too-large',
      `The credential has over ${maxNameless} objects without id`,
    )
}

function receiveToken(token: string, kind: SourceKind): Received {
  if (token.length > maxTokenBytes) throw new Refusal('input-too-large', 'The token is over 256 kB')
  const parsed = parseJwt(token)
  if (!parsed) throw nothingFound('It looks like a JWT, but is not a well-formed one')
  const payload = parseStrictJson(parsed.payload)
  if (!isObject(payload)) throw nothingFound('The JWT does not hold a credential')
  refuseSwarm(payload)
  const entries = Object.entries(payload)
  const isClaim = ([name]: [string, unknown]) => registeredClaims.includes(name)
  return {
    kind,
    text: token,
    credential: Object.fromEntries(entries.filter((entry) => !isClaim(entry))),
    secured: { form: 'jwt', token, parsed, claims: Object.fromEntries(entries.filter(isClaim)) },
  }
}

function receiveText(bytes: Uint8Array, kind: SourceKind | undefined): Received {
  const text = new TextDecoder().decode(bytes).trim()
  if (jwtForm.test(text)) return receiveToken(text, kind ?? 'jwt')
  if (!text.startsWith('{'))
    throw nothingFound('This is neither a PDF, PNG, SVG, JSON nor JWT with a credential in it')
  const credential = parseStrictJson(bytes)
  if (!isObject(credential)) throw nothingFound('The JSON does not hold a credential')
  refuseSwarm(credential)
  return { kind: kind ?? 'json', text, credential, secured: { form: 'embedded' } }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte)

/** What a file is, by its first bytes: names and media types are only somebody's word. */
function kindOf(bytes: Uint8Array): 'pdf' | 'png' | 'svg' | 'text' {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'png'
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart()
  return start.startsWith('<') ? 'svg' : 'text'
}

async function textInside(bytes: Uint8Array, kind: 'pdf' | 'png' | 'svg'): Promise<string> {
  if (kind === 'pdf') {
    const attached = await readPdfApart(bytes)
    if (attached === undefined) throw nothingFound('This PDF carries no credential')
    return attached
  }
  const baked = kind === 'png' ? readBakedPng(bytes) : readBakedSvg(new TextDecoder().decode(bytes))
  switch (baked.kind) {
    case 'openbadge3':
      return baked.text
    case 'openbadge2':
      throw new Refusal(
        'open-badges-2',
        'This is an Open Badges 2.0 image; only Open Badges 3.0 can be checked here',
      )
    case 'none':
      throw nothingFound('This image carries no credential')
  }
}

/**
 * Finds the credential in what somebody handed in: JSON, a compact JWT, a baked PNG or SVG, or a PDF with the
 * credential attached.
 *
 * @throws Refusal `no-credential-found`, `open-badges-2`, `input-unreadable`, `input-too-large`, `not-strict-json`.
 */
export async function receive(bytes: Uint8Array): Promise<Received> {
  if (bytes.length > maxFileBytes) throw new Refusal('input-too-large', 'The file is over 2 MB')
  const kind = kindOf(bytes)
  if (kind === 'text') return receiveText(bytes, undefined)
  return receiveText(new TextEncoder().encode(await textInside(bytes, kind)), kind)
}
