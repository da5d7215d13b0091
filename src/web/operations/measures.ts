/** Values of labels, in the order of their names. Only words of ours: never an id, a name, an address or a path. */
export type Labels = Readonly<Record<string, string>>

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

function labelsText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

export type MeasureKind = 'counter' | 'gauge' | 'histogram'

/** A value with its labels; what has none of a kind is left out. */
export type Sample = readonly [labels: Labels, value: number]

/** Head of a metric in the text format of Prometheus 0.0.4. */
const head = (name: string, kind: MeasureKind, help: string) =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n`

const line = (name: string, [labels, value]: Sample) => `${name}${labelsText(labels)} ${value}\n`

/** One metric whose values are known when they are asked for. */
export function measureText(
  name: string,
  { kind, help }: { readonly kind: 'counter' | 'gauge'; readonly help: string },
  samples: readonly Sample[],
): string {
  if (samples.length === 0) return ''
  return head(name, kind, help) + samples.map((sample) => line(name, sample)).join('')
}

/** Counts up, apart for each combination of labels. */
export class Counter {
  readonly #name: string
  readonly #help: string
  readonly #counts = new Map<string, { readonly labels: Labels; count: number }>()

  constructor(name: string, help: string) {
    this.#name = name
    this.#help = help
  }

  add(labels: Labels, by = 1): void {
    const key = labelsText(labels)
    const known = this.#counts.get(key)
    if (known) known.count += by
    else this.#counts.set(key, { labels, count: by })
  }

  text(): string {
    const samples = [...this.#counts.values()].map(({ labels, count }): Sample => [labels, count])
    return measureText(this.#name, { kind: 'counter', help: this.#help }, samples)
  }
}

interface Observed {
  readonly labels: Labels
  /** How many fell into each bucket itself; the text adds them up. */
  readonly counts: number[]
  sum: number
  count: number
}

/** How long things took, in seconds, by buckets. */
export class Histogram {
  readonly #name: string
  readonly #help: string
  readonly #bounds: readonly number[]
  readonly #observed = new Map<string, Observed>()

  constructor(name: string, help: string, bounds: readonly number[]) {
    this.#name = name
    this.#help = help
    this.#bounds = bounds
  }

  observe(labels: Labels, value: number): void {
    const key = labelsText(labels)
    const known = this.#observed.get(key)
    const observed = known ?? { labels, counts: this.#bounds.map(() => 0), sum: 0, count: 0 }
    if (!known) this.#observed.set(key, observed)
    const at = this.#bounds.findIndex((bound) => value <= bound)
    if (at !== -1) observed.counts[at] = (observed.counts[at] ?? 0) + 1
    observed.sum += value
    observed.count += 1
  }

  text(): string {
    if (this.#observed.size === 0) return ''
    const lines = [...this.#observed.values()].map((observed) => this.#linesOf(observed))
    return head(this.#name, 'histogram', this.#help) + lines.join('')
  }

  #linesOf({ labels, counts, sum, count }: Observed): string {
    let soFar = 0
    const buckets = this.#bounds.map((bound, at) => {
      soFar += counts[at] ?? 0
      return line(`${this.#name}_bucket`, [{ ...labels, le: String(bound) }, soFar])
    })
    return [
      ...buckets,
      line(`${this.#name}_bucket`, [{ ...labels, le: '+Inf' }, count]),
      line(`${this.#name}_sum`, [labels, sum]),
      line(`${this.#name}_count`, [labels, count]),
    ].join('')
  }
}
