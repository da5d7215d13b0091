import { thousandths } from './amounts.ts'
import type { Asked } from './asked.ts'
import type { Belief, ReadyBook } from './ready-book.ts'
import type { Supply } from './share-out.ts'
import { skillLevel } from './shown.ts'
import { studyKey } from './summed.ts'
import type { Held } from './weigh.ts'

/** One study, the modules it can serve (by their place, in order), and the credentials that show it. */
interface Study {
  readonly amount: number
  readonly serves: readonly number[]
  readonly by: readonly string[]
}

/** Study that may stand for modules. */
export interface Supplies {
  readonly supplies: readonly Supply[]
  /** Ids of the credentials whose study can serve a module, sorted. */
  because(module: number): readonly string[]
}

const placesOf = ({ modules }: ReadyBook['book'], shows: (skill: string) => boolean) =>
  modules.flatMap(({ skills }, index) => (skills.some(shows) ? [index] : []))

type Reach = readonly (Omit<Study, 'by'> & { readonly key: string })[]

const reaches = new WeakMap<ReadyBook, Map<string, Reach>>()

/** The units behind one of our achievements, and what they can serve: worked out once for a book. */
function reachOf(ready: ReadyBook, achievement: string, beliefs: readonly Belief[]): Reach {
  const units = ready.own.get(achievement)?.units
  if (!units) return []
  const known = reaches.get(ready) ?? new Map<string, Reach>()
  reaches.set(ready, known)
  const key = [achievement, ...beliefs.map(({ id }) => id)].join(' ')
  const before = known.get(key)
  if (before) return before
  const reach = units.map(({ id, hours, skills }) => {
    const believed = skills.filter((skill) =>
      beliefs.some((belief) => belief.skills?.has(skill) ?? true),
    )
    return {
      key: `unit ${id}`,
      amount: hours,
      serves: placesOf(ready.book, (skill) => believed.includes(skill)),
    }
  })
  known.set(key, reach)
  return reach
}

function foreignReach(ready: ReadyBook, { credential }: Held, beliefs: readonly Belief[]): Reach {
  const most = beliefs.reduce((largest, { maxHours }) => Math.max(largest, maxHours), 0)
  const amount = Math.min(thousandths(credential.hours), most)
  if (amount === 0) return []
  const isShown = (skill: string) =>
    beliefs.some((belief) => skillLevel(ready, credential, belief, skill) !== undefined)
  return [{ key: studyKey(credential), amount, serves: placesOf(ready.book, isShown) }]
}

function joined(a: Study, b: Study): Study {
  const serves =
    a.serves === b.serves
      ? a.serves
      : [...new Set([...a.serves, ...b.serves])].sort((one, other) => one - other)
  return { amount: Math.max(a.amount, b.amount), serves, by: [...a.by, ...b.by] }
}

/** Studies that serve the same modules are taken as one, so that little is left to share out. */
function grouped(studies: Iterable<Study>): readonly Study[] {
  const groups = new Map<string, Study>()
  for (const study of studies) {
    if (study.serves.length === 0) continue
    const key = study.serves.join()
    const { amount = 0, by = [] } = groups.get(key) ?? {}
    const added = study.by.filter((id) => !by.includes(id))
    groups.set(key, {
      amount: amount + study.amount,
      serves: study.serves,
      by: added.length === 0 ? by : [...by, ...added],
    })
  }
  return [...groups.values()]
}

function showing(studies: readonly Study[], module: number): readonly string[] {
  const ids: string[] = []
  for (const { serves, by } of studies) {
    if (serves.includes(module)) for (const id of by) if (!ids.includes(id)) ids.push(id)
  }
  return ids.sort()
}

/** The study hours of what counts, by those whose certificates may stand for modules. */
export function suppliesOf({ ready, weighed }: Asked): Supplies {
  const from = ready.book.waiversFrom ?? []
  const studies = new Map<string, Study>()
  for (const held of weighed.counting) {
    const { id, isOwn, achievement } = held.credential
    const beliefs = held.beliefs.filter((belief) => from.includes(belief.id))
    if (beliefs.length === 0) continue
    const reach = isOwn
      ? reachOf(ready, achievement ?? '', beliefs)
      : foreignReach(ready, held, beliefs)
    for (const { key, amount, serves } of reach) {
      const known = studies.get(key)
      const study = { amount, serves, by: [id] }
      studies.set(key, known ? joined(known, study) : study)
    }
  }
  const supplies = grouped(studies.values())
  return { supplies, because: (module) => showing(supplies, module) }
}
