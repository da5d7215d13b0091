import { partsOf } from '../requirement-parts.ts'
import type { Requirement, Which } from '../specialization.ts'
import { checkTwice, type Footing } from './ground.ts'
import { obstacleTo } from './obstacles.ts'
import { isContradiction } from './possible.ts'

/** Names of nothing in one part; says whether there are any. */
function checkNames(part: Requirement, at: string, { ground, specialization }: Footing): boolean {
  const { complain, skills, own } = ground
  const { rules, statements } = specialization.admission
  let isSound = true
  const refer = (isThere: boolean, where: string, what: string) => {
    if (isThere) return
    isSound = false
    complain(`${at}.${where}`, `there is no ${what}`)
  }
  const isOwnOrAddress = (id: string) => id.includes(':') || own.has(id)
  if (part.kind === 'rule')
    refer(
      rules.some(({ id }) => id === part.rule),
      'rule',
      `rule "${part.rule}"`,
    )
  if (part.kind === 'statement')
    refer(
      statements.some(({ id }) => id === part.statement),
      'statement',
      `statement "${part.statement}"`,
    )
  if ((part.kind === 'achievement' || part.kind === 'result') && part.achievement !== undefined)
    refer(isOwnOrAddress(part.achievement), 'achievement', `achievement "${part.achievement}"`)
  if (part.kind === 'skill') refer(skills.has(part.skill), 'skill', `skill "${part.skill}"`)
  if (part.kind === 'hours')
    part.skills?.forEach((skill, index) => {
      refer(skills.has(skill), `skills[${index}]`, `skill "${skill}"`)
    })
  if ('from' in part)
    part.from?.forEach((id, index) => {
      const isThere = ground.recognitions.some((each) => each.id === id)
      refer(isThere, `from[${index}]`, `recognition "${id}"`)
    })
  return isSound
}

/** Says whether the part makes sense taken by itself. */
function checkForm(part: Requirement, at: string, { ground: { complain } }: Footing): boolean {
  if (part.kind === 'at-least' && part.count > part.of.length) {
    complain(`${at}.count`, `there are only ${part.of.length} parts`)
    return false
  }
  const { awarded }: Which = 'awarded' in part ? part : {}
  const { since, until } = awarded ?? {}
  if (since === undefined || until === undefined || since <= until) return true
  complain(`${at}.awarded`, `${since} is after ${until}`)
  return false
}

function checkLists(part: Requirement, at: string, { ground: { complain } }: Footing): void {
  if ('from' in part && part.from)
    checkTwice(part.from, (index) => `${at}.from[${index}]`, complain)
  if (part.kind === 'result' && part.reaches.grade)
    checkTwice(part.reaches.grade.order, (index) => `${at}.reaches.grade.order[${index}]`, complain)
}

/** Complains of everything in a requirement that names nothing, makes no sense, or nobody can meet. */
export function checkRequirement(requirement: Requirement, at: string, footing: Footing): void {
  for (const [part, place] of partsOf(requirement, at)) {
    checkLists(part, place, footing)
    const isNamed = checkNames(part, place, footing)
    if (!checkForm(part, place, footing) || !isNamed) continue
    const obstacle = obstacleTo(part, footing.ground)
    if (obstacle !== undefined) footing.ground.complain(place, obstacle)
    if (part.kind === 'all' && isContradiction(part))
      footing.ground.complain(place, 'what has to hold must not hold either')
  }
}
