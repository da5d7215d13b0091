import type { Response } from 'express'

const lookEveryMs = 500
const quietMs = 15_000
const maxMs = 10 * 60_000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How something stands, and whether nothing more will come of it. */
export interface Standing {
  readonly body: object
  readonly isOver: boolean
}

/**
 * Tells how something stands whenever that changes (server-sent events, WHATWG HTML §9.2): `progress`, and `done` with
 * the last one. It ends then, when nobody listens, and after 10 minutes, when a listener comes back by itself.
 */
export async function tellStanding(
  look: () => Standing,
  response: Response,
  isWanted: () => boolean,
): Promise<void> {
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.flushHeaders()
  const until = Date.now() + maxMs
  let told = { text: '', at: Date.now() }
  while (isWanted() && !response.destroyed && Date.now() < until) {
    const { body, isOver } = look()
    const text = JSON.stringify(body)
    if (text !== told.text) {
      told = { text, at: Date.now() }
      response.write(`event: ${isOver ? 'done' : 'progress'}\ndata: ${text}\n\n`)
    } else if (Date.now() - told.at > quietMs) {
      told = { text, at: Date.now() }
      response.write(':\n\n')
    }
    if (isOver) break
    await pause(lookEveryMs)
  }
  response.end()
}
