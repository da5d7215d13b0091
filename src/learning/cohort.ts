import type { Language } from '../language.ts'
import type { Course } from './catalogue.ts'
import { type NamePool, namePools } from './cohort-names.ts'

/** One invented learner and how far they came. */
export interface CohortMember {
  /** The number an LMS would give, from 1001. */
  readonly lmsId: number
  readonly name: string
  /** At a domain that can never exist. */
  readonly email: string
  readonly language: Language
  /** The modules done, in the order of the course, with the day of each (`YYYY-MM-DD`). */
  readonly modules: readonly { readonly id: string; readonly day: string }[]
  readonly completedOn: string | null
  /** Percent, 0 to 100, one decimal; `null` for who did nothing. */
  readonly score: number | null
}

export interface CohortPlan {
  readonly seed: number
  readonly size: number
  readonly course: Course
  /** First day of the course, `YYYY-MM-DD`; a Monday in October 2026 unless told. */
  readonly startsOn?: string
}

/**
 * An invented cohort for demonstrations and tests: about 15 in 100 complete, most do a part, some nothing, as open
 * courses go. The same plan gives the same people, and a larger size only adds to them. One at a time, so that a
 * hundred thousand need no memory.
 */
export function* generateCohort(plan: CohortPlan): Generator<CohortMember> {
  for (let index = 0; index < plan.size; index += 1) yield memberOf(plan, index)
}

type Chance = () => number

function memberOf(plan: CohortPlan, index: number): CohortMember {
  const chance = seededChance(plan.seed, index)
  const pool = pickPool(chance)
  const { name, latin } = nameFrom(pool, chance)
  const modules = modulesDone(plan, chance)
  const isComplete = modules.length === plan.course.modules.length
  const lastDay = modules.at(-1)?.day ?? null
  // Two spread-out draws make middling scores common and very high ones rare.
  const score = 55 + 25 * chance() + 20 * chance()
  return {
    lmsId: 1001 + index,
    name,
    email: `${latin}.${index + 1}@${domains[index % domains.length]}`,
    language: pool.language,
    modules,
    completedOn: isComplete ? lastDay : null,
    score: modules.length === 0 ? null : Math.round(score * 10) / 10,
  }
}

// RFC 2606 and RFC 6761: nobody can own these.
const domains = ['example.org', 'library.example', 'uni.example', 'biblio.example.org']

function pickPool(chance: Chance): NamePool {
  const total = namePools.reduce((sum, { share }) => sum + share, 0)
  let left = chance() * total
  for (const pool of namePools) {
    left -= pool.share
    if (left < 0) return pool
  }
  return namePools[0] as NamePool
}

function nameFrom(pool: NamePool, chance: Chance): { name: string; latin: string } {
  const nth = Math.floor(chance() * pool.given.length)
  const given = pool.given[nth] ?? ''
  const family = pool.family[Math.floor(chance() * pool.family.length)] ?? ''
  const name = pool.order === 'family-first' ? `${family} ${given}` : `${given} ${family}`.trim()
  return { name, latin: pool.latin[nth] ?? 'learner' }
}

function modulesDone({ course, startsOn = '2026-10-05' }: CohortPlan, chance: Chance) {
  const all = course.modules
  const fate = chance()
  const share = fate < 0.15 ? 1 : fate < 0.85 ? chance() ** 1.3 : 0
  const count = share === 1 ? all.length : Math.floor(share * all.length)
  const start = Date.parse(`${startsOn}T00:00:00Z`)
  return all.slice(0, count).map(({ id, week }, nth) => {
    const days = (week - 1) * 7 + ((nth * 2) % 7)
    return { id, day: new Date(start + days * 86_400_000).toISOString().slice(0, 10) }
  })
}

/** Numbers from 0 to 1 that depend on nothing but the seed and the place (mulberry32). */
function seededChance(seed: number, index: number): Chance {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  next()
  return next
}
