import type { Review } from '../../../src/learning/eligibility/application.ts'
import type { WaiverState } from '../../../src/learning/eligibility/decision.ts'
import type { StudyUnit } from '../../../src/learning/eligibility/rule-book.ts'
import { type Evidence, recognitionsOf, studiesOf } from './twin-evidence.ts'

export interface TwinModule {
  readonly module: string
  readonly state: WaiverState
  readonly hours: number
  readonly hoursProven: number
  readonly hoursMissing: number
}

/** Hours, in thousandths, and the skills they were spent on. */
interface Supply {
  readonly hours: number
  readonly skills: ReadonlySet<string>
}

const exact = (hours: number | null) => Math.max(0, Math.round((hours ?? 0) * 1000))

/** Point 8 of the semantics. */
export function twinModules(
  evidence: Evidence,
  verdict: (item: string) => Review['verdict'] | undefined,
): TwinModule[] {
  const { modules } = evidence.book
  const supplies = suppliesOf(evidence)
  const given = new Map<string, number>()
  const groups = [
    modules.filter(({ id }) => verdict(`module:${id}`) === 'accepted'),
    modules.filter(({ id }) => verdict(`module:${id}`) === undefined),
    modules.filter(({ id }) => verdict(`module:${id}`) === 'refused'),
  ].map((group) => [...group].sort((one, other) => one.hours - other.hours))
  const [accepted = [], others = [], refused = []] = groups
  const before: StudyUnit[] = []
  serve([...accepted, ...others], before, supplies, given)
  serve(refused, before, supplies, given)
  return modules.map(({ id, hours }) => {
    const proven = (given.get(id) ?? 0) / 1000
    const state = stateOf(proven, hours, verdict(`module:${id}`))
    return { module: id, state, hours, hoursProven: proven, hoursMissing: hours - proven }
  })
}

function stateOf(
  proven: number,
  hours: number,
  verdict: Review['verdict'] | undefined,
): WaiverState {
  if (verdict === 'refused') return 'refused'
  if (proven >= hours) return verdict === 'accepted' ? 'waived' : 'proven'
  return proven > 0 ? 'partial' : 'none'
}

/** Gives hours to modules in their order, whole ones first; `before` are those that have theirs already. */
function serve(
  modules: readonly StudyUnit[],
  before: StudyUnit[],
  supplies: readonly Supply[],
  given: Map<string, number>,
): void {
  const isWhole = (module: StudyUnit) => given.get(module.id) === exact(module.hours)
  const take = (module: StudyUnit, amount: number) => {
    given.set(module.id, amount)
    before.push({ ...module, hours: amount / 1000 })
  }
  const best = (module: StudyUnit) =>
    greatest([...before, module], supplies) - greatest(before, supplies)
  for (const module of modules) {
    if (best(module) >= exact(module.hours)) take(module, exact(module.hours))
  }
  for (const module of modules) if (!isWhole(module)) take(module, best(module))
}

/**
 * The most hours that can be given to modules at once: for every subset, they get at most what is there for them, and the
 * others at most what they need (Hall, for amounts).
 */
function greatest(modules: readonly StudyUnit[], supplies: readonly Supply[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let subset = 0; subset < 2 ** modules.length; subset += 1) {
    const inside = modules.filter((_, at) => subset & (1 << at))
    const outside = modules.filter((_, at) => !(subset & (1 << at)))
    const there = supplies.filter(({ skills }) =>
      inside.some((module) => module.skills.some((skill) => skills.has(skill))),
    )
    const bound =
      there.reduce((sum, { hours }) => sum + hours, 0) +
      outside.reduce((sum, { hours }) => sum + exact(hours), 0)
    least = Math.min(least, bound)
  }
  return least
}

function suppliesOf({ book, sure }: Evidence): Supply[] {
  const from = book.waiversFrom
  if (from === null) return []
  const studies = sure
    .flatMap((held) =>
      recognitionsOf(held, book, from).flatMap((under) => studiesOf(held, under, book)),
    )
    .filter(({ amount }) => amount > 0)
  const keys = [...new Set(studies.map(({ key }) => key))]
  return keys.map((key) => {
    const same = studies.filter((study) => study.key === key)
    return {
      hours: Math.max(...same.map(({ amount }) => amount)),
      skills: new Set(same.flatMap(({ skills }) => skills)),
    }
  })
}
