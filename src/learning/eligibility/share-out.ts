/** Hours that can serve any of some modules (by their place). */
export interface Supply {
  readonly amount: number
  readonly serves: readonly number[]
}

/** How a supply was come to: for which module it would give, and from which supply that would be taken back. */
interface Step {
  readonly module: number
  readonly before: number | null
}

/**
 * Shares supplies out among modules, one after the other, so that what a module got it keeps, although from other
 * supplies if need be: the largest flow from supplies to modules, found by augmenting ways (Ford and Fulkerson).
 */
export class ShareOut {
  #left: number[]
  /** What each supply gives to each module, one supply after the other. */
  #given: number[]
  readonly #got: number[]
  /** The supplies of each module. */
  readonly #serving: readonly (readonly number[])[]
  readonly #supplies: readonly Supply[]

  constructor(supplies: readonly Supply[], modules: number) {
    const serving = Array.from({ length: modules }, (): number[] => [])
    supplies.forEach(({ serves }, supply) => {
      for (const module of serves) serving[module]?.push(supply)
    })
    this.#supplies = supplies
    this.#serving = serving
    this.#left = supplies.map(({ amount }) => amount)
    this.#given = Array(supplies.length * modules).fill(0)
    this.#got = Array(modules).fill(0)
  }

  got(module: number): number {
    return this.#got[module] ?? 0
  }

  /** Gives a module all it needs, or nothing; says whether it could. */
  serveInFull(module: number, needs: number): boolean {
    const most = (this.#serving[module] ?? []).reduce(
      (sum, supply) => sum + this.#amount(supply),
      0,
    )
    if (most < needs) return false
    const left = [...this.#left]
    const given = [...this.#given]
    if (this.serve(module, needs) === needs) return true
    this.#left = left
    this.#given = given
    this.#got[module] = 0
    return false
  }

  /** Gives a module as much of what it needs as can be had; answers how much that is. */
  serve(module: number, needs: number): number {
    let got = this.got(module)
    while (got < needs) {
      const more = this.#augment(module, needs - got)
      if (more === 0) break
      got += more
    }
    this.#got[module] = got
    return got
  }

  #amount(supply: number): number {
    return this.#supplies[supply]?.amount ?? 0
  }

  #gives(supply: number, module: number): number {
    return this.#given[supply * this.#got.length + module] ?? 0
  }

  #give(supply: number, module: number, amount: number): void {
    this.#given[supply * this.#got.length + module] = this.#gives(supply, module) + amount
  }

  /** Finds one more way from a supply that has something left, and takes it. */
  #augment(module: number, most: number): number {
    const steps: (Step | undefined)[] = Array(this.#supplies.length)
    const waiting: number[] = []
    const reach = (step: Step) => {
      for (const supply of this.#serving[step.module] ?? []) {
        if (steps[supply]) continue
        steps[supply] = step
        waiting.push(supply)
      }
    }
    reach({ module, before: null })
    for (const supply of waiting) {
      if ((this.#left[supply] ?? 0) > 0) return this.#take(supply, steps, most)
      for (const served of this.#supplies[supply]?.serves ?? []) {
        if (this.#gives(supply, served) > 0) reach({ module: served, before: supply })
      }
    }
    return 0
  }

  #take(last: number, steps: readonly (Step | undefined)[], most: number): number {
    let amount = Math.min(most, this.#left[last] ?? 0)
    for (let step = steps[last]; step && step.before !== null; step = steps[step.before])
      amount = Math.min(amount, this.#gives(step.before, step.module))
    this.#left[last] = (this.#left[last] ?? 0) - amount
    for (let supply: number | null = last; supply !== null; ) {
      const step: Step | undefined = steps[supply]
      if (!step) break
      this.#give(supply, step.module, amount)
      if (step.before !== null) this.#give(step.before, step.module, -amount)
      supply = step.before
    }
    return amount
  }
}
