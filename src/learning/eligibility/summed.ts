import type { Requirement } from '../specialization.ts'
import { fromThousandths, thousandths } from './amounts.ts'
import type { HeldCredential } from './application.ts'
import type { Asked } from './asked.ts'
import { type Evaluated, ended } from './evaluated.ts'
import { type Lens, type Look, lookFor } from './lens.ts'
import { firstDoubt, nearMiss } from './near-miss.ts'
import type { Belief } from './ready-book.ts'
import { skillLevel, withoutLanguage } from './shown.ts'
import type { Held } from './weigh.ts'

/** A requirement to which several credentials contribute. */
export type Summed = Extract<Requirement, { kind: 'hours' | 'credits' }>

/** One study is counted once, however many certificates there are of it. */
export const studyKey = ({ isOwn, issuer, achievement }: HeldCredential): string =>
  isOwn ? `own ${achievement ?? ''}` : `${issuer} ${withoutLanguage(achievement ?? '')}`

/** An amount that was counted, and the credential it was credited to. */
interface Credit {
  readonly held: Held
  readonly amount: number
}

type Credits = Map<string, Credit>

function credit(credits: Credits, key: string, held: Held, amount: number): void {
  if (amount > (credits.get(key)?.amount ?? 0)) credits.set(key, { held, amount })
}

type Hours = Extract<Summed, { kind: 'hours' }>

function creditUnits(credits: Credits, leaf: Hours, held: Held, context: Context): void {
  const { skills: asked } = leaf
  const units = context.asked.ready.own.get(held.credential.achievement ?? '')?.units ?? []
  for (const { id, hours, skills } of units) {
    const counts = ({ skills: believed }: Belief) =>
      asked === undefined ||
      skills.some((skill) => asked.includes(skill) && (believed?.has(skill) ?? true))
    if (context.beliefs.some(counts)) credit(credits, `unit ${id}`, held, hours)
  }
}

interface Context {
  readonly asked: Asked
  readonly beliefs: readonly Belief[]
}

function creditForeign(credits: Credits, { skills }: Hours, held: Held, context: Context): void {
  const { credential } = held
  const { ready } = context.asked
  const stated = thousandths(credential.hours)
  for (const belief of context.beliefs) {
    const counts =
      skills === undefined ||
      skills.some((skill) => skillLevel(ready, credential, belief, skill) !== undefined)
    if (counts) credit(credits, studyKey(credential), held, Math.min(stated, belief.maxHours))
  }
}

function creditsOf(
  leaf: Summed,
  list: readonly (readonly [Held, Lens])[],
  asked: Asked,
  look: Look,
) {
  const credits: Credits = new Map()
  for (const [held, lens] of list) {
    const beliefs = look(held, lens)
    if (beliefs.length === 0) continue
    const { credential } = held
    if (leaf.kind === 'credits')
      credit(credits, studyKey(credential), held, thousandths(credential.credits))
    else if (credential.isOwn) creditUnits(credits, leaf, held, { asked, beliefs })
    else creditForeign(credits, leaf, held, { asked, beliefs })
  }
  const counted = [...credits.values()]
  return {
    sum: counted.reduce((sum, { amount }) => sum + amount, 0),
    by: [...new Set(counted.map(({ held }) => held))],
  }
}

/** Whether enough hours or credits are proven, each once, whichever credentials show them. */
export function evaluateSummed(leaf: Summed, asked: Asked): Evaluated {
  const look = lookFor(leaf, asked.decidedOn)
  const needs = thousandths(leaf.atLeast)
  const { weighed } = asked
  const plain = (held: Held) => [held, 'plain'] as const
  const counting = weighed.counting.map(plain)
  const { sum, by } = creditsOf(leaf, counting, asked, look)
  const figures = { has: fromThousandths(sum), needs: leaf.atLeast }
  const common = { figures, about: null }
  if (sum >= needs) return ended('met', { ...common, reason: `${leaf.kind}-proven`, by })
  if (weighed.doubted.length > 0) {
    const both = creditsOf(leaf, [...counting, ...weighed.doubted.map(plain)], asked, look)
    const doubt = both.sum >= needs ? firstDoubt(both.by) : undefined
    if (doubt) return ended('review', { ...common, ...doubt })
  }
  const miss = nearMiss(weighed, (held, lens) => {
    const others = new Set(held)
    const rest = counting.filter(([each]) => !others.has(each))
    const more = creditsOf(
      leaf,
      [...rest, ...held.map((each) => [each, lens] as const)],
      asked,
      look,
    )
    return more.sum >= needs ? more.by.filter((each) => !by.includes(each) && others.has(each)) : []
  })
  if (miss) return ended('unmet', { ...common, ...miss })
  return ended('unmet', { ...common, reason: `${leaf.kind}-missing`, by })
}
