/** Hours that can serve any of some modules (by their place). */
export interface Supply {
  readonly amount: number
  readonly serves: readonly number[]
}

/**
 * Shares supplies out among modules, one after the other, so that what a module got it keeps, although from other
 * supplies if need be: the largest flow from supplies to modules, found by augmenting ways (Ford and Fulkerson).
 */
export class ShareOut {
  readonly #left: number[]
  /** By supply, then by module. */
  readonly #given: Map<number, number>[]
  readonly #serving: ReadonlyMap<number, readonly number[]>
  readonly #got = new Map<number, number>()

  constructor(supplies: readonly Supply[]) {
    this.#left = supplies.map(({ amount }) => amount)
    this.#given = supplies.map(() => new Map())
    const serving = new Map<number, number[]>()
    supplies.forEach(({ serves }, supply) => {
      for (const module of serves) {
        const list = serving.get(module)
        if (list) list.push(supply)
        else serving.set(module, [supply])
      }
    })
    this.#serving = serving
  }

  got(module: number): number {
    return this.#got.get(module) ?? 0
  }

  /** Gives a module all it needs, or nothing; says whether it could. */
  serveInFull(module: number, needs: number): boolean {
    const left = [...this.#left]
    const given = this.#given.map((modules) => new Map(modules))
    if (this.serve(module, needs) === needs) return true
    this.#left.splice(0, left.length, ...left)
    this.#given.splice(0, given.length, ...given)
    this.#got.delete(module)
    return false
  }

  /** Gives a module as much of what it needs as can be had; answers how much that is. */
  serve(module: number, needs: number): number {
    let got = this.got(module)
    while (got < needs) {
      const more = this.#augment(module, needs - got)
      if (more === 0) break
      got += more
      this.#got.set(module, got)
    }
    return got
  }

  /** Finds one more way from a supply that has something left, and takes it. */
  #augment(module: number, most: number): number {
    // How each supply was come to: for which module it would give, and from which supply that would be taken back.
    const cameFrom = new Map<number, { module: number; before: number | null }>()
    const waiting: number[] = []
    const reach = (asking: number, before: number | null) => {
      for (const supply of this.#serving.get(asking) ?? []) {
        if (cameFrom.has(supply)) continue
        cameFrom.set(supply, { module: asking, before })
        waiting.push(supply)
      }
    }
    reach(module, null)
    for (const supply of waiting) {
      if ((this.#left[supply] ?? 0) > 0) return this.#take(supply, cameFrom, most)
      for (const [served, amount] of this.#given[supply] ?? [])
        if (amount > 0) reach(served, supply)
    }
    return 0
  }

  #take(
    last: number,
    cameFrom: ReadonlyMap<number, { module: number; before: number | null }>,
    most: number,
  ): number {
    let amount = Math.min(most, this.#left[last] ?? 0)
    for (let step = cameFrom.get(last); step && step.before !== null; ) {
      amount = Math.min(amount, this.#given[step.before]?.get(step.module) ?? 0)
      step = cameFrom.get(step.before)
    }
    this.#left[last] = (this.#left[last] ?? 0) - amount
    for (let supply: number | null = last; supply !== null; ) {
      const step = cameFrom.get(supply)
      if (!step) break
      this.#give(supply, step.module, amount)
      if (step.before !== null) this.#give(step.before, step.module, -amount)
      supply = step.before
    }
    return amount
  }

  #give(supply: number, module: number, amount: number): void {
    const given = this.#given[supply]
    given?.set(module, (given.get(module) ?? 0) + amount)
  }
}
