import type { HeldCredential } from '../../../src/learning/eligibility/application.ts'
import type { RuleBook } from '../../../src/learning/eligibility/rule-book.ts'
import type {
  Recognition,
  Requirement,
  ResultThreshold,
  Which,
} from '../../../src/learning/specialization.ts'
import { believes, recognises, shownSkills } from './twin-recognition.ts'

/** What there is to decide upon; `day` is the day of the decision. */
export interface Evidence {
  readonly book: RuleBook
  readonly day: string
  readonly sure: readonly HeldCredential[]
  readonly unsure: readonly HeldCredential[]
  readonly dead: readonly HeldCredential[]
}

type Kinds = 'achievement' | 'skill' | 'alignment' | 'hours' | 'credits' | 'result'
export type Single = Extract<Requirement, { kind: Kinds }>

/** Whether a level that is not stated will do. */
type Levels = 'stated' | 'any'

/** Thousandths, so that sums are exact. */
const exact = (amount: number | null) =>
  amount === null || !Number.isFinite(amount) || amount < 0 ? 0 : Math.round(amount * 1000)

const withoutLanguage = (id: string) => id.replace(/\/[a-z]{2}$/, '')

export function matchesAchievement(wanted: string, { isOwn, achievement }: HeldCredential) {
  if (achievement === null || isOwn === wanted.includes(':')) return false
  return achievement === wanted || (!isOwn && withoutLanguage(achievement) === wanted)
}

export const keyOf = ({ isOwn, issuer, achievement }: HeldCredential) =>
  JSON.stringify(
    isOwn
      ? ['own', achievement]
      : [issuer, achievement === null ? null : withoutLanguage(achievement)],
  )

export const recognitionsOf = (
  held: HeldCredential,
  book: RuleBook,
  from: readonly string[] | undefined,
): Recognition[] =>
  book.recognitions.filter(
    (recognition) =>
      (from === undefined || from.includes(recognition.id)) && recognises(recognition, held),
  )

function daysBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

function isInTime({ awarded = {} }: Which, { awardedOn }: HeldCredential, day: string): boolean {
  const { since, until, withinMonths } = awarded
  if (since === undefined && until === undefined && withinMonths === undefined) return true
  if (awardedOn === null) return false
  if (since !== undefined && awardedOn < since) return false
  if (until !== undefined && awardedOn > until) return false
  return withinMonths === undefined || awardedOn >= daysBefore(day, withinMonths)
}

/** Point 4 of the semantics: whether these credentials show what is asked. */
export function holds(
  one: Single,
  { book, day }: Evidence,
  pool: readonly HeldCredential[],
  levels: Levels,
): boolean {
  const able = pool
    .filter((held) => isInTime(one, held, day))
    .map((held) => ({ held, under: recognitionsOf(held, book, one.from) }))
    .filter(({ under }) => under.length > 0)
  if (one.kind === 'hours') return hoursOf(one.skills, able, book) >= exact(one.atLeast)
  if (one.kind === 'credits') return creditsOf(able) >= exact(one.atLeast)
  return able.some((credit) => showsAlone(one, credit, book, levels))
}

interface Able {
  readonly held: HeldCredential
  readonly under: readonly Recognition[]
}

function showsAlone(
  one: Exclude<Single, { kind: 'hours' | 'credits' }>,
  { held, under }: Able,
  book: RuleBook,
  levels: Levels,
): boolean {
  const reaches = (shown: readonly (number | null)[], needs: number) => {
    const known = shown.flatMap((level) => level ?? [])
    if (known.length === 0) return shown.length > 0 && levels === 'any'
    return Math.max(...known) >= needs
  }
  switch (one.kind) {
    case 'achievement':
      return matchesAchievement(one.achievement, held)
    case 'skill':
      return under.some((recognition) => {
        const shown = shownSkills(recognition, held, book)
        return reaches(
          shown.filter(({ skill }) => skill === one.skill).map(({ level }) => level),
          one.level,
        )
      })
    case 'alignment':
      return under.some((recognition) => {
        const shown = levelsOf(one.target, held, recognition)
        return one.level === null ? shown.length > 0 : reaches(shown, one.level)
      })
    case 'result':
      return (
        (one.achievement === undefined || matchesAchievement(one.achievement, held)) &&
        isReached(one.reaches, held)
      )
  }
}

/** Levels at which a foreign credential shows an item of a framework; none where it does not. */
function levelsOf(target: string, held: HeldCredential, recognition: Recognition) {
  if (held.isOwn || !held.alignments.includes(target)) return []
  const mapped = recognition.alignments.filter(
    (one) => one.target === target && believes(recognition, one.skill),
  )
  if (mapped.length === 0) return recognition.skills === null ? [null] : []
  return mapped.map(({ level }) => level)
}

function isReached({ percent, grade, distinction }: ResultThreshold, held: HeldCredential) {
  if (percent !== undefined) return held.percent !== null && held.percent >= percent
  if (distinction) return held.hasDistinction
  if (grade === undefined || held.grade === null) return false
  const { order, atLeast } = grade
  return order.includes(atLeast) && order.indexOf(held.grade) >= order.indexOf(atLeast)
}

/** An amount of study, counted once under its key, and what it was spent on. */
interface Study {
  readonly key: string
  readonly amount: number
  readonly skills: readonly string[]
}

/** What one credential shows of study under one recognition. */
export function studiesOf(held: HeldCredential, under: Recognition, book: RuleBook): Study[] {
  if (held.isOwn) {
    return (book.own[held.achievement ?? '']?.units ?? []).map(({ id, hours, skills }) => ({
      key: `unit ${id}`,
      amount: exact(hours),
      skills: skills.filter((skill) => believes(under, skill)),
    }))
  }
  const amount = Math.min(exact(held.hours), exact(under.maxHours ?? 1e6))
  const skills = shownSkills(under, held, book).map(({ skill }) => skill)
  return [{ key: keyOf(held), amount, skills }]
}

function hoursOf(skills: readonly string[] | undefined, able: readonly Able[], book: RuleBook) {
  const studies = able.flatMap(({ held, under }) =>
    under.flatMap((recognition) => studiesOf(held, recognition, book)),
  )
  return sumOnce(
    studies.filter((study) => !skills || study.skills.some((skill) => skills.includes(skill))),
  )
}

const creditsOf = (able: readonly Able[]) =>
  sumOnce(able.map(({ held }) => ({ key: keyOf(held), amount: exact(held.credits) })))

/** The largest amount under each key. */
function sumOnce(all: readonly { readonly key: string; readonly amount: number }[]): number {
  const keys = [...new Set(all.map(({ key }) => key))]
  return keys.reduce(
    (sum, key) =>
      sum + Math.max(...all.filter((one) => one.key === key).map(({ amount }) => amount)),
    0,
  )
}
