import { Overrun } from '../apart/worker-pool.ts'
import { canonicalForm } from './canonical-form.ts'

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

/**
 * Reads the whole document as statements in JSON-LD safe mode, and tells the first thing that would be lost; undefined
 * when nothing is. "Valid" in Open Badges 3.0 certification includes this, and Data Integrity signs only statements.
 *
 * JWT claims (`jti` and so on) have no meaning in the contexts: take them off first. Ask only once the context list is
 * known to be short and duplicate-free: processing takes time in proportion to its contexts.
 *
 * @throws Refusal `busy`.
 */
export async function findDataLoss(document: object): Promise<DataLoss | undefined> {
  try {
    const form = await canonicalForm(JSON.stringify(document))
    return 'loss' in form ? form.loss : undefined
  } catch (thrown) {
    if (thrown instanceof Overrun) return { reason: 'too-complex' }
    throw thrown
  }
}
