import type { Application, HeldCredential } from '../../../src/learning/eligibility/application.ts'
import type { CreditReason } from '../../../src/learning/eligibility/decision.ts'

const folded = new Map<string, string>()

function fold(name: string | null): string {
  const plain = name ?? ''
  const known = folded.get(plain)
  if (known !== undefined) return known
  const result = plain
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
  folded.set(plain, result)
  return result
}

const nameOf = ({ name }: HeldCredential) => fold(name)
const isCurrent = ({ standing }: HeldCredential) => standing === 'current'
const isNameless = (one: HeldCredential) => nameOf(one) === '' && !one.subject

const connects = (one: HeldCredential, other: HeldCredential) =>
  (nameOf(one) !== '' && nameOf(one) === nameOf(other)) ||
  (Boolean(one.subject) && one.subject === other.subject)

/** Everybody in a pool who is connected with one, over however many others. */
function groupOf(one: HeldCredential, pool: readonly HeldCredential[]): HeldCredential[] {
  const group = [one]
  for (;;) {
    const next = pool.find(
      (other) => !group.includes(other) && group.some((member) => connects(member, other)),
    )
    if (!next) return group
    group.push(next)
  }
}

const isOneGroup = (pool: readonly HeldCredential[]) =>
  pool.length === 0 || groupOf(pool[0] as HeldCredential, pool).length === pool.length

type Doubts = Map<HeldCredential, CreditReason>

/** Point 3 of the semantics, before anybody said that they are one person's. */
export function doubtsAboutPersons(
  asked: readonly HeldCredential[],
  { person }: Application,
): Doubts {
  const current = asked.filter(isCurrent)
  const doubts: Doubts = new Map()
  if (fold(person) === '') return doubtsAmong(asked)
  for (const one of asked) {
    const names = groupOf(one, isCurrent(one) ? current : asked).map(nameOf)
    if (names.includes(fold(person))) continue
    doubts.set(one, names.some((name) => name !== '') ? 'person-differs' : 'person-unclear')
  }
  return doubts
}

/** Where nobody said whose they should be. */
function doubtsAmong(asked: readonly HeldCredential[]): Doubts {
  const rest = asked.filter((one) => !isNameless(one))
  const isMixed = !isOneGroup(rest) || !isOneGroup(rest.filter(isCurrent))
  const doubts: Doubts = new Map()
  for (const one of asked) {
    if (isNameless(one) && asked.length > 1) doubts.set(one, 'person-unclear')
    if (!isNameless(one) && isMixed) doubts.set(one, 'persons-differ')
  }
  return doubts
}

export const personsDiffer = (doubts: readonly CreditReason[]) => doubts.includes('persons-differ')
