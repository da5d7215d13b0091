import type { Changes } from '../credential/correct.ts'
import type { ActCounts, ActItemState, ActRecord } from '../ledger/act-record.ts'
import { type FoundState, foundStates, stateOf } from './found.ts'
import type { LeftOutCode, Plan } from './plan.ts'

/** How many there are under each name. */
export type Tally = Readonly<Record<string, number>>

/** One of the first, for whoever looks before it is done. */
export interface Sample {
  readonly id: string
  readonly url: string
  readonly name: string | null
  readonly title: string | null
  readonly achievement: string | null
  readonly course: string | null
  readonly run: string | null
  readonly leftOut: LeftOutCode | null
  readonly changes: Changes | null
}

/** What an act would do. */
export interface Preview {
  readonly kind: ActRecord['kind']
  /** Digest that the act is asked for with. */
  readonly selection: string
  readonly selected: number
  readonly toDo: number
  readonly leftOut: Tally
  /** Of what is to be done. */
  readonly courses: Tally
  readonly achievements: Tally
  /** Of all that is selected. */
  readonly states: Tally
  /** Whether a second person has to approve it. */
  readonly needsApproval: boolean
  readonly first: readonly Sample[]
}

/** An act as it is told to whoever may see it. */
export interface Act extends Omit<ActRecord, 'rowKey' | 'digest'> {
  readonly selection: string
  readonly counts: ActCounts
  readonly outcomes: readonly {
    readonly state: ActItemState
    readonly code: string
    readonly count: number
  }[]
}

/** Counts by what each of them is called. */
export function tallyOf(names: Iterable<string>): Tally {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The numbers of a plan. */
export function tellPlan({ terms, items, digest }: Plan): Omit<Preview, 'needsApproval' | 'first'> {
  const toDo = items.flatMap(({ leftOut, found }) => (leftOut === null && found ? [found] : []))
  const states = items.flatMap(({ found }): readonly FoundState[] =>
    found ? [stateOf(found)] : [],
  )
  const counted = tallyOf(states)
  return {
    kind: terms.kind,
    selection: digest,
    selected: items.length,
    toDo: toDo.length,
    leftOut: tallyOf(items.flatMap(({ leftOut }) => leftOut ?? [])),
    courses: tallyOf(toDo.map(({ course }) => course)),
    achievements: tallyOf(toDo.map(({ achievement }) => achievement)),
    states: Object.fromEntries(
      foundStates.flatMap((state) => (counted[state] ? [[state, counted[state]]] : [])),
    ),
  }
}
