import type { Response } from 'express'
import type { Service } from '../service/service.ts'
import { progressOf } from './list-body.ts'

const lookEveryMs = 500
const quietMs = 15_000
const maxMs = 10 * 60_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Whether a list is done within a time; looks again and again, since another process may be at it. */
export async function isDoneWithin(
  id: string,
  ms: number,
  { service, isWanted }: { readonly service: Service; readonly isWanted: () => boolean },
): Promise<boolean> {
  const until = Date.now() + ms
  for (;;) {
    if (service.ledger.applicantLists.byId(id)?.state === 'done') return true
    if (Date.now() > until || !isWanted()) return false
    await pause(50)
  }
}

type List = ReturnType<Service['lists']['find']>

/** How far it is by now, as text, and whether there is more to come; `undefined` where it was taken away. */
function look({ id }: List, service: Service): { text: string; isDone: boolean } | undefined {
  const now = service.ledger.applicantLists.byId(id)
  return now && { text: JSON.stringify(progressOf(now, service)), isDone: now.state === 'done' }
}

interface Listening {
  readonly service: Service
  readonly isListening: () => boolean
}

/** What is to be said after what was said last: the state where it changed; now and then nothing, to keep the line. */
function newsOf(now: { text: string; isDone: boolean }, told: { text: string; at: number }) {
  if (now.text !== told.text)
    return `event: ${now.isDone ? 'done' : 'progress'}\ndata: ${now.text}\n\n`
  return Date.now() - told.at > quietMs ? ':\n\n' : undefined
}

async function* news(list: List, { service, isListening }: Listening): AsyncGenerator<string> {
  let told = { text: '', at: Date.now() }
  while (isListening()) {
    const now = look(list, service)
    const piece = now && newsOf(now, told)
    if (now && piece) {
      told = { text: now.text, at: Date.now() }
      yield piece
    }
    if (!now || now.isDone) return
    await pause(lookEveryMs)
  }
}

/**
 * Tells how far a list is whenever that changes (server-sent events, WHATWG HTML §9.2): `progress`, and `done` with the
 * last one. It ends then, when nobody listens, and after 10 minutes, when a listener comes back by itself.
 */
export async function tellProgress(
  list: List,
  response: Response,
  { service, isWanted }: { readonly service: Service; readonly isWanted: () => boolean },
): Promise<void> {
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.flushHeaders()
  const until = Date.now() + maxMs
  const isListening = () => isWanted() && !response.destroyed && Date.now() < until
  for await (const piece of news(list, { service, isListening })) response.write(piece)
  response.end()
}
