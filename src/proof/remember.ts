import { createHash } from 'node:crypto'

/** SHA-256 of a JSON text: names a document among others by its content. */
export const digestOfText = (json: string): string =>
  createHash('sha256').update(json).digest('base64')

/** How much is kept: so many answers, and where they differ in size, so much in all. */
export interface Room<Answer> {
  readonly maxEntries: number
  readonly maxSize?: number
  sizeOf?(answer: Answer): number
}

/**
 * Keeps the last answers of a function that depends on nothing but its argument, so that the same status list, or a
 * certificate that goes round, is not canonicalised again for every reader. What throws is not kept.
 */
export function remember<Argument, Answer>(
  answer: (argument: Argument) => Promise<Answer>,
  keyOf: (argument: Argument) => string,
  room: number | Room<Answer>,
): (argument: Argument) => Promise<Answer> {
  const {
    maxEntries,
    maxSize = Number.POSITIVE_INFINITY,
    sizeOf = () => 0,
  } = typeof room === 'number' ? { maxEntries: room } : room
  const kept = new Map<string, { readonly answer: Promise<Answer>; size: number }>()
  let size = 0
  const forget = (key: string) => {
    size -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }
  const makeRoom = () => {
    // The first of the map is the one unused for longest.
    for (const oldest of kept.keys()) {
      if (kept.size <= maxEntries && size <= maxSize) return
      forget(oldest)
    }
  }
  return (argument) => {
    const key = keyOf(argument)
    const known = kept.get(key)
    if (known) {
      kept.delete(key)
      kept.set(key, known)
      return known.answer
    }
    const fresh = { answer: answer(argument), size: 0 }
    kept.set(key, fresh)
    makeRoom()
    fresh.answer.then(
      (found) => {
        // It may have been pushed out meanwhile.
        if (kept.get(key) !== fresh) return
        fresh.size = sizeOf(found)
        size += fresh.size
        makeRoom()
      },
      () => {
        if (kept.get(key) === fresh) forget(key)
      },
    )
    return fresh.answer
  }
}
