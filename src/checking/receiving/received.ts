import type { PrintedPages } from '../../documents/printed-pages.ts'
import type { PublicJwk } from '../../proof/did.ts'
import type { SourceKind } from '../report.ts'

export interface TokenHeader {
  readonly alg: string
  readonly kid?: string
  readonly typ?: string
  readonly cty?: string
  /** The key itself: worth no more than its name, for anybody can bring one. */
  readonly jwk?: PublicJwk
}

/** A compact JWS taken apart: nothing in it has been verified. */
export interface ParsedToken {
  readonly header: TokenHeader
  /** Header members beyond those above: keys from elsewhere, critical extensions, compression. */
  readonly furtherMembers: readonly string[]
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

export type JsonObject = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How a credential is secured: by a proof inside, or by the token around it. */
export type Secured =
  | { readonly form: 'embedded' }
  | {
      readonly form: 'jwt'
      readonly token: string
      readonly parsed: ParsedToken
      readonly claims: JsonObject
    }

/** A credential or presentation as it was found; nothing about it has been checked. */
export interface Received {
  readonly kind: SourceKind
  /** Its own text: what "check it elsewhere" hands on. */
  readonly text: string
  /** The document, without JWT claims. */
  readonly credential: JsonObject
  readonly secured: Secured
  /** What the pages show that it came with; absent for anything but a PDF. */
  readonly pages?: PrintedPages
}

/** Whether a document names itself of this type, among others. */
export const hasType = ({ type }: JsonObject, name: string): boolean => [type].flat().includes(name)
