import type { BatchLineNow } from '../ledger/batches.ts'
import type { Ledger } from '../ledger/ledger.ts'

export type { BatchLineNow, BatchRecord } from '../ledger/batches.ts'

const pageSize = 500

/** Every line of a batch in file order, read page by page so that memory stays bounded. */
export function* batchLines(ledger: Ledger, batch: string): Iterable<BatchLineNow> {
  let after = { line: 0, offset: 0 }
  for (;;) {
    const page = ledger.batches.lines(batch, after, pageSize)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    // A page may end in the middle of a line: the next one begins at that line, past what was told of it.
    const told = page.filter(({ line }) => line === last.line).length
    after = { line: last.line, offset: last.line === after.line ? after.offset + told : told }
  }
}
