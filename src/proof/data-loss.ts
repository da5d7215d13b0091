import { Overrun } from '../apart/worker-pool.ts'
import { canonicalForm } from './canonical-form.ts'
import type { DataLoss } from './canonize.ts'

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
