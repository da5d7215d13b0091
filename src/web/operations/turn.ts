import { performance } from 'node:perf_hooks'

/**
 * How long the process has been busy without looking for what else has come, in milliseconds. Requests that came
 * together are read one after another; each after the first has waited as long as those before it took.
 */
export class Turn {
  #begunAt: number | undefined

  /** To be asked once for each request, when it is read. */
  get busyMs(): number {
    const now = performance.now()
    if (this.#begunAt !== undefined) return now - this.#begunAt
    this.#begunAt = now
    setImmediate(() => {
      this.#begunAt = undefined
    })
    return 0
  }
}
