import { rowsIn, runIn } from './decided.ts'

/** One change of one enrolment, in the order in which they became true for all processes. */
export interface Observed {
  readonly id: string
  readonly person: string
  readonly country: string
  readonly points: number
  readonly appliedAt: string
  readonly rowKey: string
  readonly state: 'enrolled' | 'waiting' | 'withdrawn'
  /** How many had a place right after it: in all, and in this country. */
  readonly taken: number
  readonly takenThere: number
}

const counted = `(SELECT count(*) FROM enrolment WHERE specialization = NEW.specialization AND state = 'enrolled'`
const note = `INSERT INTO observed (id, person, country, points, applied_at, row_key, state, taken, taken_there)
  VALUES (NEW.id, (SELECT json_extract(person, '$.certain[0]') FROM decision WHERE id = NEW.decision), NEW.country, NEW.points, NEW.applied_at, NEW.row_key, NEW.state, ${counted}),
    ${counted} AND country = NEW.country))`

/** Has the database itself write down every change: whichever process makes it, and whatever that process believes. */
export function observe(databaseFile: string): void {
  runIn(
    databaseFile,
    `CREATE TABLE observed (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, person TEXT, country TEXT, points INTEGER,
       applied_at TEXT, row_key TEXT, state TEXT, taken INTEGER, taken_there INTEGER)`,
    `CREATE TRIGGER observe_new AFTER INSERT ON enrolment BEGIN ${note}; END`,
    `CREATE TRIGGER observe_change AFTER UPDATE OF state ON enrolment BEGIN ${note}; END`,
  )
}

export function observed(databaseFile: string): Observed[] {
  return rowsIn(databaseFile, 'SELECT * FROM observed ORDER BY seq').map((row) => ({
    id: String(row.id),
    person: String(row.person),
    country: String(row.country),
    points: Number(row.points),
    appliedAt: String(row.applied_at),
    rowKey: String(row.row_key),
    state: row.state as Observed['state'],
    taken: Number(row.taken),
    takenThere: Number(row.taken_there),
  }))
}

export interface Limits {
  readonly total: number
  readonly perCountry: number
}

const order = (a: Observed, b: Observed) =>
  b.points - a.points ||
  (a.appliedAt < b.appliedAt ? -1 : Number(a.appliedAt > b.appliedAt)) ||
  (a.rowKey < b.rowKey ? -1 : 1)

/**
 * Places once more, in memory and one step after another: who is to move up is found by looking at everybody. Each
 * change that is not the one this would have made is a fault.
 */
export class PlainPlaces {
  readonly enrolled = new Map<string, Observed>()
  readonly waiting = new Map<string, Observed>()
  readonly withdrawn = new Set<string>()
  readonly faults: string[] = []
  movedUp = 0
  most = { taken: 0, there: 0 }
  readonly #limits: Limits

  constructor(limits: Limits) {
    this.#limits = limits
  }

  #there(country: string): number {
    return [...this.enrolled.values()].filter((each) => each.country === country).length
  }

  /** Who is next, while there is a place for anybody. */
  #next(): Observed | undefined {
    if (this.enrolled.size >= this.#limits.total) return undefined
    return [...this.waiting.values()]
      .sort(order)
      .find(({ country }) => this.#there(country) < this.#limits.perCountry)
  }

  take(change: Observed, lastId: string | undefined): void {
    const { id, state } = change
    const next = this.#next()
    if (state === 'enrolled') {
      if (next?.id !== id) this.faults.push(`${id} got a place, and not ${next?.id ?? 'nobody'}`)
      if (lastId !== id) this.movedUp += 1
      this.waiting.delete(id)
      this.enrolled.set(id, change)
    } else {
      if (next) this.faults.push(`${next.id} was left waiting for a free place`)
      if (state === 'waiting') this.#comes(change)
      else this.#goes(change)
    }
    this.#count(change)
  }

  #comes(change: Observed): void {
    const active = [...this.enrolled.values(), ...this.waiting.values()]
    if (active.some(({ person }) => person === change.person))
      this.faults.push(`${change.person} has two enrolments`)
    this.waiting.set(change.id, change)
  }

  #goes({ id }: Observed): void {
    if (!this.enrolled.delete(id) && !this.waiting.delete(id))
      this.faults.push(`${id} was withdrawn twice`)
    this.withdrawn.add(id)
  }

  #count({ id, country, taken, takenThere }: Observed): void {
    const there = this.#there(country)
    if (taken !== this.enrolled.size || takenThere !== there)
      this.faults.push(
        `after ${id} ${taken} and ${takenThere} places are taken, not ${this.enrolled.size} and ${there}`,
      )
    if (taken > this.#limits.total) this.faults.push(`${taken} places are taken`)
    if (takenThere > this.#limits.perCountry)
      this.faults.push(`${takenThere} places are taken in ${country}`)
    this.most = {
      taken: Math.max(this.most.taken, taken),
      there: Math.max(this.most.there, takenThere),
    }
  }
}

export function replay(changes: readonly Observed[], limits: Limits): PlainPlaces {
  const places = new PlainPlaces(limits)
  for (const [index, change] of changes.entries()) places.take(change, changes[index - 1]?.id)
  return places
}
