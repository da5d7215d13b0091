import { canonicalForm } from './canonical-form.ts'

/**
 * Why a JSON-LD reading of a document would not carry all that it says.
 *
 * - `context-not-pinned`: it needs a context that we do not have, so we cannot tell.
 * - `statement-dropped`: a member has no meaning (an undefined term, a relative id), so no signature would cover it.
 * - `not-json-ld`: it cannot be processed at all, say because it redefines a protected term.
 */
export type DataLoss =
  | { readonly reason: 'context-not-pinned'; readonly url: string }
  | { readonly reason: 'statement-dropped'; readonly what: string }
  | { readonly reason: 'not-json-ld'; readonly what: string }

interface SafeModeEvent {
  readonly message?: string
  readonly details?: Readonly<Record<string, unknown>>
}

interface ProcessingError {
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

function lossOf(error: ProcessingError): DataLoss {
  const { event, code, url } = error.details ?? {}
  // The one way a pinned-only loader fails.
  if (code === 'loading remote context failed' && url) return { reason: 'context-not-pinned', url }
  if (error.name === 'jsonld.ValidationError' && event)
    return { reason: 'statement-dropped', what: eventText(event) }
  return { reason: 'not-json-ld', what: code ?? error.message ?? 'unknown error' }
}

/**
 * Reads the whole document as statements in JSON-LD safe mode, and tells the first thing that would be lost; undefined
 * when nothing is. "Valid" in Open Badges 3.0 certification includes this, and Data Integrity signs only statements.
 *
 * JWT claims (`jti` and so on) have no meaning in the contexts: take them off first. Ask only once the context list is
 * known to be short and duplicate-free: processing takes time in proportion to its contexts.
 */
export async function findDataLoss(document: object): Promise<DataLoss | undefined> {
  try {
    await canonicalForm(document)
    return undefined
  } catch (error) {
    return lossOf(error as ProcessingError)
  }
}
