import { createHash } from 'node:crypto'

/** SHA-256 of a JSON text: names a document among others by its content. */
export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64')

/**
 * Keeps the last answers of a function that depends on nothing but its argument, so that the same status list, or a
 * certificate that goes round, is not canonicalised again for every reader. What throws is not kept.
 */
export function remember<Argument, Answer>(
  answer: (argument: Argument) => Promise<Answer>,
  keyOf: (argument: Argument) => string,
  maxEntries: number,
): (argument: Argument) => Promise<Answer> {
  const kept = new Map<string, Promise<Answer>>()
  return (argument) => {
    const key = keyOf(argument)
    const known = kept.get(key)
    if (known) {
      // Moved to the end: the first of the map is the one unused for longest.
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const fresh = answer(argument)
    kept.set(key, fresh)
    fresh.catch(() => kept.delete(key))
    const [oldest] = kept.keys()
    if (kept.size > maxEntries && oldest !== undefined) kept.delete(oldest)
    return fresh
  }
}
