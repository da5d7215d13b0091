import { createHash } from 'node:crypto'
import type { ReadRow } from './completion.ts'
import { complaint } from './read-row.ts'

/**
 * Lets each learner through once. A repeated row is left out: with a warning if it says the same, as an error if it
 * does not. Remembers two short digests per learner, not the rows.
 */
export function createTwiceCheck(): (row: ReadRow) => ReadRow {
  const seen = new Map<string, string>()
  return (row) => {
    if (row.completion === null) return row
    const { line, learner, ...rest } = row.completion
    const key = shortHash(learner.key)
    const content = shortHash(JSON.stringify([learner, rest]))
    const earlier = seen.get(key)
    if (earlier === undefined) {
      seen.set(key, content)
      return row
    }
    const severity = earlier === content ? 'warning' : 'error'
    const twice = complaint(line, 'learner-twice', learner.email ?? learner.name, { severity })
    return { line, completion: null, complaints: [...row.complaints, twice] }
  }
}

// Twelve characters: longer slices would keep the whole digest alive behind them.
function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64').slice(0, 12)
}
