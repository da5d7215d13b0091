import { thousandths } from './amounts.ts'
import type { Asked } from './asked.ts'
import type { Belief, ReadyBook } from './ready-book.ts'
import type { Supply } from './share-out.ts'
import { skillLevel } from './shown.ts'
import { studyKey } from './summed.ts'
import type { Held } from './weigh.ts'

interface Source {
  amount: number
  readonly serves: Set<number>
  readonly by: Set<string>
}

/** Study that may stand for modules, and the credentials that show it, by module. */
export interface Supplies {
  readonly supplies: readonly Supply[]
  readonly because: ReadonlyMap<number, ReadonlySet<string>>
}

function sourceAt(sources: Map<string, Source>, key: string): Source {
  const known = sources.get(key)
  if (known) return known
  const made: Source = { amount: 0, serves: new Set(), by: new Set() }
  sources.set(key, made)
  return made
}

function addOwn(
  sources: Map<string, Source>,
  held: Held,
  ready: ReadyBook,
  beliefs: readonly Belief[],
) {
  const { credential } = held
  const { modules } = ready.book
  for (const unit of ready.own.get(credential.achievement ?? '')?.units ?? []) {
    const believed = unit.skills.filter((skill) =>
      beliefs.some(({ skills }) => skills?.has(skill) ?? true),
    )
    const source = sourceAt(sources, `unit ${unit.id}`)
    source.amount = unit.hours
    source.by.add(credential.id)
    modules.forEach(({ skills }, index) => {
      if (believed.some((skill) => skills.includes(skill))) source.serves.add(index)
    })
  }
}

function addForeign(
  sources: Map<string, Source>,
  held: Held,
  ready: ReadyBook,
  beliefs: readonly Belief[],
) {
  const { credential } = held
  const most = beliefs.reduce((largest, { maxHours }) => Math.max(largest, maxHours), 0)
  const amount = Math.min(thousandths(credential.hours), most)
  if (amount === 0) return
  const source = sourceAt(sources, studyKey(credential))
  source.amount = Math.max(source.amount, amount)
  source.by.add(credential.id)
  ready.book.modules.forEach(({ skills }, index) => {
    const isShown = skills.some((skill) =>
      beliefs.some((belief) => skillLevel(ready, credential, belief, skill) !== undefined),
    )
    if (isShown) source.serves.add(index)
  })
}

/** Sources that serve the same modules are one supply, so that little is left to share out. */
function grouped(sources: Iterable<Source>): readonly Supply[] {
  const groups = new Map<string, Supply>()
  for (const { amount, serves } of sources) {
    if (serves.size === 0) continue
    const places = [...serves].sort((a, b) => a - b)
    const key = places.join()
    groups.set(key, { amount: amount + (groups.get(key)?.amount ?? 0), serves: places })
  }
  return [...groups.values()]
}

function showing(sources: Iterable<Source>): ReadonlyMap<number, ReadonlySet<string>> {
  const because = new Map<number, Set<string>>()
  for (const { serves, by } of sources) {
    for (const module of serves) {
      const ids = because.get(module) ?? new Set()
      for (const id of by) ids.add(id)
      because.set(module, ids)
    }
  }
  return because
}

/** The study hours of what counts, by those whose certificates may stand for modules. */
export function suppliesOf({ ready, weighed }: Asked): Supplies {
  const from = ready.book.waiversFrom ?? []
  const sources = new Map<string, Source>()
  for (const held of weighed.counting) {
    const beliefs = held.beliefs.filter(({ id }) => from.includes(id))
    if (beliefs.length === 0) continue
    if (held.credential.isOwn) addOwn(sources, held, ready, beliefs)
    else addForeign(sources, held, ready, beliefs)
  }
  return { supplies: grouped(sources.values()), because: showing(sources.values()) }
}
