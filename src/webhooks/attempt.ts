import type { MessageAnswer, PostMessage } from '../checking/outside/guarded-post.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { AttemptEnd, Turn } from '../ledger/webhook-turns.ts'
import type { LinkSecrets } from '../proof/link-secrets.ts'
import { payloadOf } from './payload.ts'
import { holdAfter, pauseAfter, wishedPause } from './retries.ts'
import { signaturesOf } from './secrets.ts'

export interface AttemptWorld {
  readonly ledger: () => Ledger
  readonly linkSecrets: LinkSecrets
  readonly publicUrl: URL
  readonly now: () => Date
  readonly post: PostMessage
  /** From 0 to below 1. */
  readonly random: () => number
  /** Told within the transaction that disables an endpoint. */
  readonly onDisabled: (endpoint: string, why: 'gone' | 'failing') => void
}

type Answered = MessageAnswer | { readonly failure: string }

const after = (now: Date, ms: number) => new Date(now.getTime() + ms).toISOString()

/** Why there was no answer, without anything of the address. */
function failureOf(thrown: unknown): string {
  const { name = '', code, message = '' } = thrown as NodeJS.ErrnoException
  if (name === 'TimeoutError') return 'no answer in time'
  if (name === 'AbortError') return 'the service stopped before the answer'
  if (/public/.test(message)) return 'not a public address'
  if (/^no address/.test(message)) return 'the name has no address'
  return `no connection${code ? ` (${code})` : ''}`
}

async function send(
  { delivery: { event }, endpoint }: Turn,
  signal: AbortSignal,
  { linkSecrets: secrets, publicUrl, now, post }: AttemptWorld,
): Promise<Answered> {
  const at = now()
  const body = payloadOf(event, publicUrl)
  const message = { id: `msg_${event.id}`, seconds: Math.floor(at.getTime() / 1_000), body }
  const headers = {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(message.seconds),
    'webhook-signature': signaturesOf(message, endpoint, { secrets, now: at }),
  }
  try {
    return await post(new URL(endpoint.url), { headers, body, signal })
  } catch (thrown) {
    return { failure: failureOf(thrown) }
  }
}

/** Writes down that it was not taken, and what follows. */
function settleFailed(turn: Turn, answered: Answered, end: AttemptEnd, world: AttemptWorld): void {
  const { delivery, endpoint } = turn
  const { webhookTurns } = world.ledger()
  const now = world.now()
  const { status } = end
  const wish = 'status' in answered ? wishedPause(answered.status, answered.retryAfter, now) : 0
  const held = after(now, Math.max(holdAfter(endpoint.failures), wish))
  const pause = status === 410 ? undefined : pauseAfter(delivery.attempts, world.random)
  const againAt = pause === undefined ? null : after(now, Math.max(pause, wish))
  webhookTurns.failed(turn, { ...end, againAt }, held)
  // Given up after days, and nothing was taken since it was first tried.
  const { failingSince } = endpoint
  const isDead = failingSince !== null && failingSince <= (delivery.firstAt ?? '')
  const why = status === 410 ? 'gone' : againAt === null && isDead ? 'failing' : undefined
  if (why && webhookTurns.disable(endpoint.id, why)) world.onDisabled(endpoint.id, why)
}

/** Writes down what was answered. Within a transaction. */
function settle(turn: Turn, answered: Answered, world: AttemptWorld): void {
  const { webhookTurns } = world.ledger()
  const at = world.now().toISOString()
  const status = 'status' in answered ? answered.status : null
  const answer = 'status' in answered ? `answered ${answered.status}` : answered.failure
  const end = { status, answer, at, againAt: null }
  if (status !== null && status >= 200 && status < 300) webhookTurns.delivered(turn, end)
  // A test is sent once, and says nothing of how the endpoint stands.
  else if (turn.delivery.event.type === 'webhook.test') webhookTurns.failed(turn, end, null)
  else settleFailed(turn, answered, end, world)
}

/** Tells one event, once. What comes of it is on disk when this returns. */
export async function attempt(turn: Turn, signal: AbortSignal, world: AttemptWorld): Promise<void> {
  const answered = await send(turn, signal, world)
  const ledger = world.ledger()
  ledger.transaction(() => {
    if ('failure' in answered && signal.aborted) {
      // Not the fault of the receiver: it is told again by whoever serves next.
      const at = world.now().toISOString()
      ledger.webhookTurns.failed(
        turn,
        { status: null, answer: answered.failure, at, againAt: at },
        null,
      )
      return
    }
    settle(turn, answered, world)
  })
}
