import type { Requirement } from '../specialization.ts'
import type { Asked } from './asked.ts'
import type { RuleReason } from './decision.ts'
import { type Evaluated, ended } from './evaluated.ts'
import { type Lens, lookFor } from './lens.ts'
import { firstDoubt, nearMiss } from './near-miss.ts'
import type { Belief } from './ready-book.ts'
import { alignmentLevel, isAbout, type Level, resultOf, skillLevel } from './shown.ts'
import type { Held } from './weigh.ts'

/** A requirement that one credential can meet alone. */
export type ShownOnce = Extract<
  Requirement,
  { kind: 'achievement' | 'skill' | 'alignment' | 'result' }
>

/** `open`: shown, but nobody knows at which level. */
type Fit = 'none' | 'low' | 'open' | 'fits'

interface Fitting {
  readonly fit: Fit
  readonly has: number | null
}

const nothing: Fitting = { fit: 'none', has: null }
const fitting: Fitting = { fit: 'fits', has: null }

function atLevel(level: Level, needs: number | null): Fitting {
  if (level === undefined) return nothing
  if (needs === null) return fitting
  if (level === null) return { fit: 'open', has: null }
  return { fit: level >= needs ? 'fits' : 'low', has: level }
}

function fitOf(leaf: ShownOnce, held: Held, belief: Belief, { ready }: Asked): Fitting {
  const { credential } = held
  switch (leaf.kind) {
    case 'achievement':
      return isAbout(credential, leaf.achievement) ? fitting : nothing
    case 'skill':
      return atLevel(skillLevel(ready, credential, belief, leaf.skill), leaf.level)
    case 'alignment':
      return atLevel(alignmentLevel(credential, belief, leaf.target), leaf.level)
    case 'result': {
      if (leaf.achievement !== undefined && !isAbout(credential, leaf.achievement)) return nothing
      const { has, needs } = resultOf(credential, leaf)
      return has === undefined ? nothing : atLevel(has, needs)
    }
  }
}

const order: readonly Fit[] = ['none', 'low', 'open', 'fits']

function betterFit(a: Fitting, b: Fitting): Fitting {
  const steps = order.indexOf(b.fit) - order.indexOf(a.fit)
  if (steps !== 0) return steps > 0 ? b : a
  return (b.has ?? -1) > (a.has ?? -1) ? b : a
}

const words: Readonly<
  Record<ShownOnce['kind'], { met: RuleReason; missing: RuleReason; low: RuleReason }>
> = {
  achievement: {
    met: 'achievement-held',
    missing: 'achievement-missing',
    low: 'achievement-missing',
  },
  skill: { met: 'skill-held', missing: 'skill-missing', low: 'skill-level-low' },
  alignment: { met: 'alignment-held', missing: 'alignment-missing', low: 'skill-level-low' },
  result: { met: 'result-reached', missing: 'result-missing', low: 'result-low' },
}

function aboutOf(leaf: ShownOnce): string | null {
  switch (leaf.kind) {
    case 'achievement':
      return leaf.achievement
    case 'skill':
      return leaf.skill
    case 'alignment':
      return leaf.target
    case 'result':
      return leaf.achievement ?? null
  }
}

/** What is needed where it can be told as a number that says something to people. */
function needsOf(leaf: ShownOnce): number | null {
  switch (leaf.kind) {
    case 'achievement':
      return null
    case 'skill':
    case 'alignment':
      return leaf.level
    case 'result':
      return leaf.reaches.percent ?? null
  }
}

interface Candidate {
  readonly held: Held
  readonly fit: Fit
  readonly has: number | null
}

const isOpen = ({ fit }: Candidate) => fit === 'open'
const isLow = ({ fit }: Candidate) => fit === 'low'
const wouldDo = ({ fit }: Candidate) => fit === 'fits' || fit === 'open'

const heldOf = (candidates: readonly Candidate[], has: (candidate: Candidate) => boolean) =>
  candidates.filter(has).map(({ held }) => held)

function figuresOf(leaf: ShownOnce, candidates: readonly Candidate[]) {
  const needs = needsOf(leaf)
  if (needs === null) return null
  const known = candidates.flatMap(({ has }) => has ?? [])
  return known.length === 0 ? null : { has: Math.max(...known), needs }
}

function bestFit(leaf: ShownOnce, held: Held, beliefs: readonly Belief[], asked: Asked): Fitting {
  let best = nothing
  for (const belief of beliefs) best = betterFit(best, fitOf(leaf, held, belief, asked))
  return best
}

/** Whether something is held, by the one credential that shows it longest. */
export function evaluateShownOnce(leaf: ShownOnce, asked: Asked): Evaluated {
  const look = lookFor(leaf, asked.decidedOn)
  const candidatesIn = (list: readonly Held[], lens: Lens): readonly Candidate[] =>
    list.map((held) => {
      const { fit, has } = bestFit(leaf, held, look(held, lens), asked)
      return { held, fit, has }
    })
  const { weighed } = asked
  const counting = candidatesIn(weighed.counting, 'plain')
  const common = { figures: figuresOf(leaf, counting), about: aboutOf(leaf) }
  const { met, missing, low } = words[leaf.kind]
  const longest = counting.find(({ fit }) => fit === 'fits')?.held
  if (longest) return ended('met', { ...common, reason: met, by: [longest] })
  const open = heldOf(counting, isOpen)
  if (open.length > 0) return ended('review', { ...common, reason: 'level-not-stated', by: open })
  const doubt = firstDoubt(heldOf(candidatesIn(weighed.doubted, 'plain'), wouldDo))
  if (doubt) return ended('review', { ...common, ...doubt })
  const miss = nearMiss(weighed, (held, lens) => heldOf(candidatesIn(held, lens), wouldDo))
  if (miss) return ended('unmet', { ...common, ...miss })
  const tooLow = heldOf(counting, isLow)
  return ended('unmet', { ...common, reason: tooLow.length > 0 ? low : missing, by: tooLow })
}
