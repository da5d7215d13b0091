import type { RequirementResult } from './decision.ts'
import { type Evaluated, toResult } from './evaluated.ts'

/** What is to be told of a part that is not met: its own single requirements, or itself. */
const lacksOf = (part: Evaluated): readonly RequirementResult[] =>
  part.lacks.length > 0 ? part.lacks : [toResult(part)]

const endsLastFirst = (a: Evaluated, b: Evaluated): number =>
  a.endsAt === b.endsAt ? 0 : a.endsAt > b.endsAt ? -1 : 1

const union = (parts: readonly Evaluated[]): readonly string[] =>
  parts.length === 1
    ? (parts[0]?.because ?? [])
    : [...new Set(parts.flatMap(({ because }) => because))].sort()

const forever = Number.POSITIVE_INFINITY

/** At least so many parts: all of them for `all`, one for `any`. A met one rests on those parts that hold longest. */
export function combine(parts: readonly Evaluated[], needs: number): Evaluated {
  const met = parts.filter(({ outcome }) => outcome === 'met')
  const figures = { has: met.length, needs }
  if (met.length >= needs) {
    const basis = met.length === needs ? met : [...met].sort(endsLastFirst).slice(0, needs)
    return {
      outcome: 'met',
      reason: 'parts-met',
      because: union(basis),
      figures,
      about: null,
      lacks: [],
      open: [],
      endsAt: basis.reduce((earliest, part) => Math.min(earliest, part.endsAt), forever),
    }
  }
  const open = parts.filter(({ outcome }) => outcome === 'review')
  const isOpen = met.length + open.length >= needs
  return {
    outcome: isOpen ? 'review' : 'unmet',
    reason: isOpen ? 'parts-to-review' : 'parts-missing',
    because: union(isOpen ? open : parts.filter(({ outcome }) => outcome === 'unmet')),
    figures,
    about: null,
    lacks: parts.filter(({ outcome }) => outcome !== 'met').flatMap(lacksOf),
    open: isOpen ? open.flatMap((part) => part.open) : [],
    endsAt: forever,
  }
}

/** Met where the part is not; what is open stays open. */
export function negate(part: Evaluated): Evaluated {
  const { about } = part
  switch (part.outcome) {
    case 'met':
      return {
        ...part,
        outcome: 'unmet',
        reason: 'held-against',
        figures: null,
        lacks: [],
        open: [],
        endsAt: forever,
      }
    case 'review':
      return part
    case 'unmet':
      return {
        outcome: 'met',
        reason: 'nothing-against',
        because: [],
        figures: null,
        about,
        lacks: [],
        open: [],
        endsAt: forever,
      }
  }
}
