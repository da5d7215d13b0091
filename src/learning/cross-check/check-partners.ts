import type { RefusalDetail } from '../../errors.ts'
import type { Catalogue } from '../catalogue.ts'
import { achievementsOf, eligibilityId } from '../eligibility-achievement.ts'
import type { Partner } from '../partner.ts'
import { achievementsInScope, programmeId } from '../partners.ts'
import { type Complain, checkTwice } from './ground.ts'

function checkScope(
  { scope }: Partner,
  at: string,
  { courses, known }: { courses: readonly string[]; known: ReadonlySet<string> },
  complain: Complain,
): void {
  scope.achievements.forEach((id, n) => {
    if (!known.has(id)) complain(`${at}.achievements[${n}]`, `there is no achievement "${id}"`)
  })
  scope.courses.forEach((id, n) => {
    if (!courses.includes(id)) complain(`${at}.courses[${n}]`, `there is no course "${id}"`)
  })
  checkTwice(scope.achievements, (n) => `${at}.achievements[${n}]`, complain)
  checkTwice(scope.courses, (n) => `${at}.courses[${n}]`, complain)
  if (scope.achievements.length + scope.courses.length === 0)
    complain(at, 'names neither an achievement nor a course')
  if (scope.until !== null && scope.from > scope.until)
    complain(at, `${scope.from} is after ${scope.until}`)
}

const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')

/** Whoever checks goes by the name as well, so no two issuers may have the same. */
function checkNames({ issuer, issuers }: Catalogue, complain: Complain): void {
  const names = [issuer.name, ...issuers.map(({ name }) => name)].map(plain)
  issuers.forEach((_, index) => {
    if (names.indexOf(names[index + 1] ?? '') <= index)
      complain(`$.issuers[${index}].name`, 'another issuer has this name')
  })
}

interface Named {
  readonly issuer: string | null
  readonly at: string
  /** What it would issue. */
  readonly achievements: readonly string[]
}

/** Every place that names the issuer of something. */
function namedIn({ courses, specializations }: Catalogue): readonly Named[] {
  const ofCourses = courses.flatMap(({ issuer, achievements }, index) => {
    const at = `$.courses[${index}]`
    const others = achievements.filter((each) => each.issuer === null).map(({ id }) => id)
    const own = achievements.map((each, n) => ({
      issuer: each.issuer,
      at: `${at}.achievements[${n}].issuer`,
      achievements: [each.id],
    }))
    return [{ issuer, at: `${at}.issuer`, achievements: others }, ...own]
  })
  const granted = specializations.map(({ id, eligibility }, index) => ({
    issuer: eligibility.issuer,
    at: `$.specializations[${index}].eligibility.issuer`,
    achievements: [eligibilityId(id)],
  }))
  return [...ofCourses, ...granted]
}

function checkNamed(catalogue: Catalogue, complain: Complain): void {
  for (const { issuer, at, achievements } of namedIn(catalogue)) {
    if (issuer === null) continue
    const partner = catalogue.issuers.find(({ id }) => id === issuer)
    if (!partner) {
      complain(at, `there is no issuer "${issuer}"`)
      continue
    }
    const inScope = achievementsInScope(partner, catalogue)
    const outside = achievements.filter((id) => !inScope.includes(id))
    if (outside.length > 0) complain(at, `"${issuer}" has not in its scope: ${outside.join(', ')}`)
  }
}

/** Every mistake about the issuers beside the programme, in a catalogue of good form, at its JSON path. */
export function checkPartners(catalogue: Catalogue): readonly RefusalDetail[] {
  const details: RefusalDetail[] = []
  const complain: Complain = (at, message) => details.push({ at, message })
  const { issuers } = catalogue
  const courses = catalogue.courses.map(({ id }) => id)
  const known = new Set(achievementsOf(catalogue).keys())
  checkTwice(
    issuers.map(({ id }) => id),
    (index) => `$.issuers[${index}].id`,
    complain,
  )
  checkNames(catalogue, complain)
  issuers.forEach((partner, index) => {
    if (partner.id === programmeId)
      complain(`$.issuers[${index}].id`, `"${programmeId}" stands for the programme itself`)
    checkScope(partner, `$.issuers[${index}].scope`, { courses, known }, complain)
  })
  checkNamed(catalogue, complain)
  return details
}
