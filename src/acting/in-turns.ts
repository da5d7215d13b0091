const atOnce = 1_000

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Many things, some at a time; between two of them everybody else in the process has a turn. */
export async function* inTurns<T>(
  all: readonly T[],
): AsyncGenerator<{ readonly from: number; readonly some: readonly T[] }> {
  for (let from = 0; from < all.length; from += atOnce) {
    if (from > 0) await turn()
    yield { from, some: all.slice(from, from + atOnce) }
  }
}
