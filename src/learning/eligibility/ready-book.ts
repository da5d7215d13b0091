import type { Day, Recognition } from '../specialization.ts'
import { thousandths } from './amounts.ts'
import type { RuleBook } from './rule-book.ts'

/** What a recognition believes of whom, made ready for looking up. */
export interface Belief {
  readonly id: string
  readonly skills: ReadonlySet<string> | null
  /** Thousandths of an hour; `Infinity` for no limit. */
  readonly maxHours: number
  readonly since: Day | null
  readonly until: Day | null
  readonly mapped: ReadonlyMap<string, readonly { skill: string; level: number | null }[]>
}

export interface ReadyUnit {
  readonly id: string
  /** Thousandths of an hour. */
  readonly hours: number
  readonly skills: readonly string[]
}

interface ReadyAchievement {
  readonly levels: ReadonlyMap<string, number>
  readonly units: readonly ReadyUnit[]
}

/** A rule book made ready for many decisions. Maps, not objects, so that no name from outside finds what is inherited. */
export interface ReadyBook {
  readonly book: RuleBook
  readonly ownBeliefs: readonly Belief[]
  readonly beliefs: ReadonlyMap<string, readonly Belief[]>
  readonly own: ReadonlyMap<string, ReadyAchievement>
  readonly rules: ReadonlyMap<string, RuleBook['rules'][number]>
  readonly statements: ReadonlyMap<string, 'document' | 'review'>
  readonly points: number
}

/** Somebody whose word would count for everything: for telling that only the issuer stands in the way. */
export const anyone: Belief = {
  id: '',
  skills: null,
  maxHours: Number.POSITIVE_INFINITY,
  since: null,
  until: null,
  mapped: new Map(),
}

function groupBy<T, V>(
  list: readonly T[],
  keyOf: (item: T) => string,
  entryOf: (item: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(entryOf(item))
    else groups.set(keyOf(item), [entryOf(item)])
  }
  return groups
}

const beliefOf = ({
  id,
  skills,
  maxHours,
  since,
  until,
  alignments,
}: Recognition): readonly [string, Belief][] => [
  [
    id,
    {
      id,
      skills: skills && new Set(skills),
      maxHours: maxHours === null ? Number.POSITIVE_INFINITY : thousandths(maxHours),
      since,
      until,
      mapped: groupBy(
        alignments,
        ({ target }) => target,
        ({ skill, level }) => ({ skill, level }),
      ),
    },
  ],
]

function prepare(book: RuleBook): ReadyBook {
  const beliefs = new Map(book.recognitions.flatMap(beliefOf))
  const of = ({ id }: Recognition) => beliefs.get(id) ?? anyone
  const isOwn = ({ issuer }: Recognition) => issuer === 'own'
  return {
    book,
    ownBeliefs: book.recognitions.filter(isOwn).map(of),
    beliefs: groupBy(
      book.recognitions.filter((recognition) => !isOwn(recognition)),
      ({ issuer }) => issuer,
      of,
    ),
    own: new Map(
      Object.entries(book.own).map(([id, { skills, units }]) => [
        id,
        {
          levels: new Map(skills.map(({ skill, level }) => [skill, level])),
          units: units.map((unit) => ({ ...unit, hours: thousandths(unit.hours) })),
        },
      ]),
    ),
    rules: new Map(book.rules.map((rule) => [rule.id, rule])),
    statements: new Map(book.statements.map(({ id, needs }) => [id, needs])),
    points: book.rules.reduce((sum, { points }) => sum + points, 0),
  }
}

const prepared = new WeakMap<RuleBook, ReadyBook>()

/** Made once for a rule book, which nobody may change afterwards. */
export function readyBook(book: RuleBook): ReadyBook {
  const known = prepared.get(book)
  if (known) return known
  const ready = prepare(book)
  prepared.set(book, ready)
  return ready
}
