import { Refusal } from '../errors.ts'
import type { Course } from '../learning/catalogue.ts'
import type { RunOf } from '../ledger/participants.ts'
import type { CheckWay, FunnelCounts } from '../ledger/run-figures.ts'
import { courseOf } from './import-completions.ts'
import type { Service } from './service.ts'

/** What came of a run: counts of learners, letters and links. Nothing in it leads to anybody. */
export interface RunStatistics {
  readonly run: string
  /** Learners by how far they came; `eligible` and `enrolled` in any specialization. */
  readonly funnel: FunnelCounts & { readonly eligible: number; readonly enrolled: number }
  readonly badges: readonly {
    readonly achievement: string
    readonly issued: number
    readonly revoked: number
  }[]
  readonly specializations: readonly {
    readonly specialization: string
    readonly eligible: number
    readonly enrolled: number
  }[]
  readonly letters: Readonly<Record<'waiting' | 'sent' | 'refused' | 'bounced' | 'unclear', number>>
  readonly claims: { readonly made: number; readonly used: number }
}

export interface CheckStatistics {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string
  readonly achievement: string
  readonly way: CheckWay
  readonly verdict: string
  readonly count: number
}

export interface Statistics {
  readonly course: string
  readonly runs: readonly RunStatistics[]
  /** How often credentials of the course were checked, of all its runs, the newest day first. */
  readonly checks: readonly CheckStatistics[]
}

/**
 * What came of a course, or of one run of it, in counts.
 *
 * @throws Refusal `course-unknown`; `not-found` for a run that was never imported.
 */
export function statisticsOf(
  service: Service,
  asked: { readonly course: string; readonly run?: string | undefined },
): Statistics {
  const course = courseOf(service.catalogue.courses, asked.course)
  const { runFigures } = service.ledger
  const known = runFigures.runs(course.id)
  if (asked.run !== undefined && !known.includes(asked.run))
    throw new Refusal('not-found', `Nothing of a run "${asked.run.slice(0, 60)}" was ever imported`)
  const runs = known.filter((run) => asked.run === undefined || run === asked.run)
  // What other processes of the service have counted comes a minute later.
  service.checkTally.write()
  return {
    course: course.id,
    runs: runs.map((run) => runStatistics(service, course, run)),
    checks: course.achievements
      .flatMap(({ id }) => runFigures.checksOf(id))
      .sort((one, other) => other.day.localeCompare(one.day)),
  }
}

function runStatistics(service: Service, course: Course, name: string): RunStatistics {
  const { runFigures } = service.ledger
  const run: RunOf = { course: course.id, run: name }
  const badges = runFigures.badges(run)
  const letters = runFigures.letters(run)
  return {
    run: name,
    funnel: {
      ...runFigures.funnel(run),
      eligible: runFigures.reachedAny(run, 'eligible'),
      enrolled: runFigures.reachedAny(run, 'enrolled'),
    },
    // Every badge of the course, those that nobody has too.
    badges: course.achievements.map(
      ({ id }) =>
        badges.find(({ achievement }) => achievement === id) ?? {
          ...{ achievement: id, issued: 0, revoked: 0 },
        },
    ),
    specializations: specializationsOf(service, run),
    letters: {
      waiting: (letters.waiting ?? 0) + (letters.sending ?? 0),
      sent: letters.sent ?? 0,
      refused: letters.refused ?? 0,
      bounced: letters.bounced ?? 0,
      unclear: letters.unclear ?? 0,
    },
    claims: runFigures.claims(run),
  }
}

function specializationsOf({ ledger, catalogue }: Service, run: RunOf) {
  const reached = ledger.runFigures.reached(run)
  const offered = catalogue.specializations.map(({ id }) => id)
  const ids = [...new Set([...offered, ...reached.map(({ specialization }) => specialization)])]
  const count = (id: string, stage: string) =>
    reached.find((each) => each.specialization === id && each.stage === stage)?.learners ?? 0
  return ids.map((specialization) => ({
    specialization,
    eligible: count(specialization, 'eligible'),
    enrolled: count(specialization, 'enrolled'),
  }))
}

/** The columns of the same as a table. */
export const statisticsColumns = ['course', 'run', 'measure', 'of', 'day', 'count'] as const

export type StatisticsRow = readonly [
  course: string,
  run: string,
  measure: string,
  of: string,
  day: string,
  count: number,
]

/** The same as a table, a count in each row; checks are of the whole course and name no run. */
export function statisticsRows({ course, runs, checks }: Statistics): readonly StatisticsRow[] {
  return [
    ...runs.flatMap((each) =>
      rowsOf(each).map(
        ([measure, of, count]): StatisticsRow => [course, each.run, measure, of, '', count],
      ),
    ),
    ...checks.map(
      ({ day, achievement, way, verdict, count }): StatisticsRow => [
        ...([course, '', `checked-${way}-${verdict}`, achievement, day, count] as const),
      ],
    ),
  ]
}

function rowsOf({ funnel, badges, specializations, letters, claims }: RunStatistics) {
  const plain = (counts: Readonly<Record<string, number>>, prefix: string) =>
    Object.entries(counts).map(
      ([name, count]) => [name === prefix ? name : `${prefix}-${name}`, '', count] as const,
    )
  return [
    ...plain({ ...funnel }, 'learners'),
    ...badges.flatMap(({ achievement, issued, revoked }) => [
      ['badges-issued', achievement, issued] as const,
      ['badges-revoked', achievement, revoked] as const,
    ]),
    ...specializations.flatMap(({ specialization, eligible, enrolled }) => [
      ['specialization-eligible', specialization, eligible] as const,
      ['specialization-enrolled', specialization, enrolled] as const,
    ]),
    ...plain(letters, 'letters'),
    ...plain(claims, 'claims'),
  ]
}
