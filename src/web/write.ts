import { once } from 'node:events'
import type { Response } from 'express'

const maxStallMs = 60_000

/** Writes as fast as it is read; a reader who has stopped reading loses the connection. */
export async function write(response: Response, text: string): Promise<void> {
  if (text === '' || response.write(text) || response.destroyed) return
  const waiting = new AbortController()
  const impatience = setTimeout(() => response.destroy(), maxStallMs)
  const { signal } = waiting
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
  clearTimeout(impatience)
  waiting.abort()
}
