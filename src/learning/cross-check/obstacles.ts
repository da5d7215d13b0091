import { asksCredentials, type CredentialRequirement } from '../requirement-parts.ts'
import type { Recognition, Requirement } from '../specialization.ts'
import { believes, type Ground, isOwnIssuer, recognitionsFor } from './ground.ts'

type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>

const isAddress = (achievement: string) => achievement.includes(':')

/** What is wrong with a requirement that nobody can meet, whatever they present; `undefined` for none. */
type Obstacle = string | undefined

function ofAchievement(asked: string, from: readonly Recognition[]): Obstacle {
  if (isAddress(asked))
    return from.every(isOwnIssuer)
      ? `no recognition of others is asked, so that "${asked}" never counts`
      : undefined
  return from.some(isOwnIssuer)
    ? undefined
    : `no recognition of our own is asked, so that "${asked}" never counts`
}

function ofSkill({ skill, level, ...which }: Of<'skill'>, ground: Ground): Obstacle {
  const from = recognitionsFor(ground, which).filter((each) => believes(each, skill))
  // Others can name a skill of ours without a level, and a person then says which it is.
  if (from.some((each) => !isOwnIssuer(each))) return undefined
  const levels = [...ground.own.values()].flatMap(({ skills }) =>
    skills.flatMap((shown) => (shown.skill === skill ? shown.level : [])),
  )
  if (from.length > 0 && levels.some((shown) => shown >= level)) return undefined
  return `no recognised credential can show the skill "${skill}" at level ${level}`
}

function ofAlignment({ target, level, ...which }: Of<'alignment'>, ground: Ground): Obstacle {
  const canShow = ({ skills, alignments }: Recognition) => {
    const items = alignments.filter(
      (item) => item.target === target && (skills === null || skills.includes(item.skill)),
    )
    if (items.length === 0) return skills === null
    const known = items.flatMap((item) => item.level ?? [])
    return level === null || known.length === 0 || known.some((shown) => shown >= level)
  }
  const from = recognitionsFor(ground, which).filter((each) => !isOwnIssuer(each))
  if (from.some(canShow)) return undefined
  return `no recognised credential can show "${target}"${level === null ? '' : ` at level ${level}`}`
}

function ownHours({ skills }: Of<'hours'>, from: readonly Recognition[], { own }: Ground): number {
  const units = new Map(
    [...own.values()].flatMap((achievement) => achievement.units.map((unit) => [unit.id, unit])),
  )
  const counts = (shown: readonly string[]) =>
    skills === undefined ||
    from.some((each) => shown.some((skill) => skills.includes(skill) && believes(each, skill)))
  return [...units.values()]
    .filter((unit) => counts(unit.skills))
    .reduce((sum, { hours }) => sum + hours, 0)
}

function ofHours(leaf: Of<'hours'>, ground: Ground): Obstacle {
  const { atLeast, skills } = leaf
  const from = recognitionsFor(ground, leaf)
  const canShow = (each: Recognition) =>
    !isOwnIssuer(each) && (skills?.some((skill) => believes(each, skill)) ?? true)
  if (from.some(canShow)) return undefined
  const own = from.filter(isOwnIssuer)
  const most = own.length === 0 ? 0 : ownHours(leaf, own, ground)
  return most < atLeast ? `all that is recognised has only ${most} hours` : undefined
}

function ofCredits(leaf: Of<'credits'>, ground: Ground): Obstacle {
  return recognitionsFor(ground, leaf).every(isOwnIssuer)
    ? 'our own credentials state no credits, and no others are asked'
    : undefined
}

function ofResult(leaf: Of<'result'>, { catalogue }: Ground): Obstacle {
  const { achievement, reaches } = leaf
  if (reaches.grade && !reaches.grade.order.includes(reaches.grade.atLeast))
    return `the grade "${reaches.grade.atLeast}" is not in its order`
  const asked = catalogue.courses
    .flatMap(({ achievements }) => achievements)
    .find(({ id }) => id === achievement)
  if (asked === undefined) return undefined
  if (reaches.percent !== undefined && !asked.hasScore)
    return `the achievement "${asked.id}" states no score`
  return reaches.distinction && !asked.hasDistinction
    ? `the achievement "${asked.id}" is never with distinction`
    : undefined
}

function toShow(leaf: CredentialRequirement, ground: Ground): Obstacle {
  const from = recognitionsFor(ground, leaf)
  if (from.length === 0) return 'no credential is recognised for it in that period'
  switch (leaf.kind) {
    case 'achievement':
      return ofAchievement(leaf.achievement, from)
    case 'skill':
      return ofSkill(leaf, ground)
    case 'alignment':
      return ofAlignment(leaf, ground)
    case 'hours':
      return ofHours(leaf, ground)
    case 'credits':
      return ofCredits(leaf, ground)
    case 'result':
      return (
        (leaf.achievement === undefined ? undefined : ofAchievement(leaf.achievement, from)) ??
        ofResult(leaf, ground)
      )
  }
}

/** Why nobody can meet a single requirement, whatever they present, in words for the operator. */
export const obstacleTo = (part: Requirement, ground: Ground): Obstacle =>
  asksCredentials(part) ? toShow(part, ground) : undefined
