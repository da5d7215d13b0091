import { foldName } from '../../names.ts'
import type { HeldCredential } from './application.ts'

export type PersonDoubt = 'persons-differ' | 'person-differs' | 'person-unclear'

interface Named {
  readonly isCurrent: boolean
  readonly subject: string | null
  readonly name: string | null
}

const named = ({ standing, subject, name }: HeldCredential): Named => ({
  isCurrent: standing === 'current',
  subject: subject || null,
  name: (name !== null && foldName(name)) || null,
})

/** For each its group: those that share a subject or a name, by way of others too. */
function groupsOf(list: readonly Named[]): readonly number[] {
  const group = list.map((_, index) => index)
  const first = new Map<string, number>()
  const join = (key: string, index: number) => {
    const other = group[first.get(key) ?? index]
    const own = group[index]
    if (!first.has(key)) first.set(key, index)
    if (other === own || other === undefined) return
    group.forEach((each, at) => {
      if (each === own) group[at] = other
    })
  }
  list.forEach(({ subject, name }, index) => {
    if (subject !== null) join(`subject ${subject}`, index)
    if (name !== null) join(`name ${name}`, index)
  })
  return group
}

const isNobody = ({ subject, name }: Named) => subject === null && name === null

function besidePerson(person: string, list: readonly Named[]): readonly (PersonDoubt | null)[] {
  const group = groupsOf(list)
  return list.map((_, index) => {
    const members = list.filter((_, other) => group[other] === group[index])
    if (members.some(({ name }) => name === person)) return null
    return members.some(({ name }) => name !== null) ? 'person-differs' : 'person-unclear'
  })
}

const isOneGroup = (list: readonly Named[]) => new Set(groupsOf(list)).size <= 1

function amongThemselves(list: readonly Named[]): readonly (PersonDoubt | null)[] {
  if (list.length <= 1) return list.map(() => null)
  const somebody = list.filter((each) => !isNobody(each))
  const differ = !isOneGroup(somebody) || !isOneGroup(somebody.filter(({ isCurrent }) => isCurrent))
  return list.map((each) => {
    if (isNobody(each)) return 'person-unclear'
    return differ ? 'persons-differ' : null
  })
}

/**
 * Whether presented credentials are about one person: equal subject, or equal name (decision 31), by way of one another.
 * What nobody could look at connects no two that were looked at: else whoever holds two persons' certificates would join
 * them by writing a third.
 *
 * @param person name the applicant gave; `null` for none.
 * @param credentials current and unclear ones.
 */
export function personDoubts(
  person: string | null,
  credentials: readonly HeldCredential[],
): readonly (PersonDoubt | null)[] {
  const list = credentials.map(named)
  const asked = person === null ? '' : foldName(person)
  if (asked === '') return amongThemselves(list)
  const among = besidePerson(asked, list)
  const current = list.filter(({ isCurrent }) => isCurrent)
  const amongCurrent = besidePerson(asked, current)
  let next = 0
  return list.map(
    ({ isCurrent }, index) => (isCurrent ? amongCurrent[next++] : among[index]) ?? null,
  )
}
