import type { Ledger } from '../ledger/ledger.ts'
import { type Bounce, readBounces } from '../mail/bounce.ts'
import { letterOfMessageId } from '../mail/message.ts'
import { impersonal } from '../mail/reply.ts'

export interface BounceWorld {
  readonly ledger: Ledger
  readonly publicUrl: URL
  readonly now: () => Date
}

/** What was done with a notification: the letters that came back, and how many recipients fit no letter. */
export interface Bounced {
  readonly refused: readonly string[]
  readonly unknown: number
}

/** So long after a letter a notification that names only an address is taken for its own. */
const matchMs = 7 * 24 * 60 * 60 * 1_000

/** The letter that came back: by its Message-ID; where a server gave it another, by its address. */
function letterOf({ messageId, recipient }: Bounce, world: BounceWorld): string | undefined {
  const named = messageId === null ? undefined : letterOfMessageId(messageId, world.publicUrl)
  if (named || !recipient) return named
  const since = new Date(world.now().getTime() - matchMs).toISOString()
  return world.ledger.mails.lastSentTo(recipient.toLowerCase(), since)?.id
}

function markOne(bounce: Bounce, world: BounceWorld): string | undefined {
  const { status, diagnostic, recipient } = bounce
  const id = letterOf(bounce, world)
  const told = Number(/\b[45]\d\d\b/.exec(diagnostic)?.[0] ?? 0)
  const code = told || (status.startsWith('4') ? 450 : 550)
  const reply = impersonal(`came back: ${status} ${diagnostic}`, recipient ?? '')
  const isMarked = id && world.ledger.mails.bounced(id, world.now().toISOString(), { code, reply })
  return isMarked ? id : undefined
}

/** Marks the letters that a delivery status notification (RFC 3464) tells of; `undefined` where the text is none. */
export function markBounced(message: string, world: BounceWorld): Bounced | undefined {
  const bounces = readBounces(message)
  if (bounces.length === 0) return undefined
  const failed = bounces.filter(({ action }) => action === 'failed')
  const refused = failed.flatMap((bounce) => markOne(bounce, world) ?? [])
  return { refused, unknown: failed.length - refused.length }
}
