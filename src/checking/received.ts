import type { PrintedPages } from '../documents/printed-pages.ts'
import type { ParsedToken } from './parse-token.ts'
import type { SourceKind } from './report.ts'

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
