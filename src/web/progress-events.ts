import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'

const lookEveryMs = 500
const quietMs = 15_000
const maxMs = 10 * 60_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How far something is by now, as text, and whether there is more to come. */
export interface Progress {
  readonly text: string
  readonly isDone: boolean
}

// What was told is known by what it said: whoever comes back is told again only what has changed.
const idOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** What is to be said after what was said last: the state where it changed; now and then nothing, to keep the line. */
function newsOf({ text, isDone }: Progress, told: { id: string; at: number }): string | undefined {
  const id = idOf(text)
  // The end is told once more: whoever came back for it would else wait for ever.
  if (id !== told.id || isDone)
    return `event: ${isDone ? 'done' : 'progress'}\ndata: ${text}\nid: ${id}\n\n`
  return Date.now() - told.at > quietMs ? ':\n\n' : undefined
}

async function* news(
  look: () => Progress | undefined,
  isListening: () => boolean,
  lastId: string,
): AsyncGenerator<string> {
  let told = { id: lastId, at: Date.now() }
  while (isListening()) {
    const now = look()
    const piece = now && newsOf(now, told)
    if (now && piece) {
      told = { id: idOf(now.text), at: Date.now() }
      yield piece
    }
    if (!now || now.isDone) return
    await pause(lookEveryMs)
  }
}

/**
 * Tells how far something is whenever that changes (server-sent events, WHATWG HTML §9.2): `progress`, and `done` with the
 * last one. It ends then, when nobody listens, and after 10 minutes, when a listener comes back by itself and says with
 * `Last-Event-ID` what it was told last.
 *
 * @param look what is so by now; `undefined` where it was taken away.
 */
export async function tellProgress(
  look: () => Progress | undefined,
  { request, response }: { readonly request: Request; readonly response: Response },
  isWanted: () => boolean,
): Promise<void> {
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.flushHeaders()
  const until = Date.now() + maxMs
  const isListening = () => isWanted() && !response.destroyed && Date.now() < until
  const last = request.get('Last-Event-ID') ?? ''
  for await (const piece of news(look, isListening, last)) response.write(piece)
  response.end()
}
