import type { ClaimLinks } from '../holder/claims.ts'
import type { BatchLineNow } from '../ledger/batch-lines.ts'
import type { BatchRecord } from '../ledger/batches.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { MailState } from '../ledger/mails.ts'

export type { BatchLineNow } from '../ledger/batch-lines.ts'
export type { BatchRecord } from '../ledger/batches.ts'

const pageSize = 500

/** How its learner is let in, and what became of the letter that says so. */
export interface Delivery {
  /** A secret, for whoever may hand it on; `null` once it was used or is over. */
  readonly claimUrl: string | null
  readonly claim: 'open' | 'used' | 'over' | null
  readonly mail: MailState | 'none' | null
  /** Why there is none, or what the mail server said. */
  readonly mailReason: string | null
}

export interface DeliveryWorld {
  readonly mail: { readonly claims: ClaimLinks }
  readonly now: () => Date
}

const untold: Delivery = { claimUrl: null, claim: null, mail: null, mailReason: null }

function mailOf({ mail, hasAddress, outcome }: BatchLineNow, batch: BatchRecord) {
  if (mail) {
    const { state, code, reply } = mail
    const isReasonOwed = state !== 'sent' && (code !== null || reply !== null)
    return {
      mail: state,
      mailReason: isReasonOwed ? [code, reply].filter(Boolean).join(' ') : null,
    }
  }
  if (outcome !== 'reserved') return { mail: null, mailReason: null }
  if (!hasAddress) return { mail: 'none' as const, mailReason: 'no-address' }
  // Written once its credentials are signed.
  return batch.letters === 'wanted'
    ? { mail: 'waiting' as const, mailReason: null }
    : { mail: 'none' as const, mailReason: 'not-wanted' }
}

/** What is known of the delivery of one line. */
export function deliveryOf(line: BatchLineNow, batch: BatchRecord, world: DeliveryWorld): Delivery {
  const { claim } = line
  if (line.credential === null || line.isUndone) return untold
  const isOver = claim !== null && claim.expiresAt <= world.now().toISOString()
  const isOpen = claim !== null && claim.usedAt === null && !isOver
  return {
    claimUrl: isOpen ? world.mail.claims.urlOf(claim.id) : null,
    claim: claim && (isOpen ? 'open' : claim.usedAt ? 'used' : 'over'),
    ...mailOf(line, batch),
  }
}

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
