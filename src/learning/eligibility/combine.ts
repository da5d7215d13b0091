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

/** At least so many parts: all of them for `all`, one for `any`. A met one rests on those parts that hold longest. */
export function combine(parts: readonly Evaluated[], needs: number): Evaluated {
  const met = parts.filter(({ outcome }) => outcome === 'met')
  const common = { figures: { has: met.length, needs }, about: null }
  const forever = Number.POSITIVE_INFINITY
  if (met.length >= needs) {
    const basis = met.length === needs ? met : [...met].sort(endsLastFirst).slice(0, needs)
    const endsAt = basis.reduce((earliest, part) => Math.min(earliest, part.endsAt), forever)
    return {
      ...common,
      outcome: 'met',
      reason: 'parts-met',
      because: union(basis),
      lacks: [],
      open: [],
      endsAt,
    }
  }
  const open = parts.filter(({ outcome }) => outcome === 'review')
  const isOpen = met.length + open.length >= needs
  const outcome = isOpen ? 'review' : 'unmet'
  return {
    ...common,
    outcome,
    reason: isOpen ? 'parts-to-review' : 'parts-missing',
    because: union(isOpen ? open : parts.filter((part) => part.outcome === 'unmet')),
    lacks: parts.filter((part) => part.outcome !== 'met').flatMap(lacksOf),
    open: isOpen ? open.flatMap((part) => part.open) : [],
    endsAt: forever,
  }
}

/** Met where the part is not; what is open stays open. */
export function negate(part: Evaluated): Evaluated {
  const { about } = part
  const forever = Number.POSITIVE_INFINITY
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
