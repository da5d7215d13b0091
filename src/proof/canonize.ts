import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import { loadContext } from './contexts.ts'

/**
 * Why a JSON-LD reading of a document would not carry all that it says.
 *
 * - `context-not-pinned`: it needs a context that we do not have, so we cannot tell.
 * - `statement-dropped`: a member has no meaning (an undefined term, a relative id), so no signature would cover it.
 * - `not-json-ld`: it cannot be processed at all, say because it redefines a protected term.
 * - `too-complex`: it takes more time or memory than a credential may, so we cannot tell.
 */
export type DataLoss =
  | { readonly reason: 'context-not-pinned'; readonly url: string }
  | { readonly reason: 'statement-dropped'; readonly what: string }
  | { readonly reason: 'not-json-ld'; readonly what: string }
  | { readonly reason: 'too-complex' }

/** The statements of a document as canonical N-Quads, or why a JSON-LD reading would not carry all that it says. */
export type CanonicalForm = { readonly nquads: string } | { readonly loss: DataLoss }

/**
 * How often nameless nodes may be compared in depth: twice what the hardest test graph of RDFC-1.0 needs (468), and
 * room for as many nodes that are all alike as a credential may have. The deadline of the thread would end what uses
 * this against us as well, but a new thread costs more than this does.
 */
export const maxDeepIterations = 1_000

interface SafeModeEvent {
  readonly message?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** What the JSON-LD library throws. */
export interface ProcessingError {
  readonly name?: string
  readonly message?: string
  readonly details?: {
    readonly event?: SafeModeEvent
    readonly code?: string
    readonly url?: string
  }
}

function eventText({ message = 'Data loss.', details = {} }: SafeModeEvent): string {
  const named = ['property', 'id', 'type', 'term', 'value'].flatMap((key) => {
    const value = details[key]
    return typeof value === 'string' ? `${key} ${JSON.stringify(value.slice(0, 200))}` : []
  })
  return [message, ...named].join(' ')
}

/** Whether naming the nodes took more comparisons than that. */
export const isTooComplex = ({ message = '' }: ProcessingError): boolean =>
  /deep iterations/.test(message)

function lossOf(error: ProcessingError): DataLoss {
  const { event, code, url } = error.details ?? {}
  // The one way a pinned-only loader fails.
  if (code === 'loading remote context failed' && url) return { reason: 'context-not-pinned', url }
  if (error.name === 'jsonld.ValidationError' && event)
    return { reason: 'statement-dropped', what: eventText(event) }
  if (isTooComplex(error)) return { reason: 'too-complex' }
  return { reason: 'not-json-ld', what: code ?? error.message ?? 'unknown error' }
}

/** The canonical form of a document, made by the library that signs; see `canonicalForm`. */
export async function canonize(document: object): Promise<CanonicalForm> {
  try {
    const options = { base: null, safe: true, documentLoader: loadContext } as const
    return { nquads: await cryptosuite.canonize(document, { ...options, maxDeepIterations }) }
  } catch (error) {
    return { loss: lossOf(error as ProcessingError) }
  }
}
