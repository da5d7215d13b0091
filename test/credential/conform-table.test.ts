import { describe, expect, test } from '@jest/globals'
import { conform } from '../../src/credential/conform.ts'
import { classes } from '../../src/credential/credential-classes.ts'
import type { Member } from '../../src/credential/rule-vocabulary.ts'
import type { Loose } from './example-badge.ts'
import { maximalBadge } from './maximal-badge.ts'

interface Place {
  readonly name: string
  readonly key: string
  readonly member: Member
  /** From the badge to the object that has the member. */
  readonly steps: readonly (string | number)[]
}

/** Where each member of each class is found in a badge, by the table itself. */
function places(name: string, node: Loose, steps: readonly (string | number)[]): Place[] {
  const members = Object.entries(classes[name]?.members ?? {})
  return members.flatMap(([key, member]) => {
    const value = node[key]
    if (value === undefined) return []
    const here = { name, key, member, steps }
    if (!('class' in member.value)) return [here]
    const inner = member.value.class
    const children = Array.isArray(value)
      ? value.flatMap((item, index) => places(inner, item, [...steps, key, index]))
      : places(inner, value, [...steps, key])
    return [here, ...children]
  })
}

const follow = (badge: Loose, steps: Place['steps']): Loose =>
  steps.reduce((node, step) => node[step], badge)

const pathOf = (place: Place): string =>
  [...place.steps, place.key].reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : `${path}.${step}`),
    '$',
  )

const all = places('OpenBadgeCredential', maximalBadge(), [])

describe('the table of classes', () => {
  test('is in the maximal badge with every member', () => {
    const used = new Set(all.map(({ name, key }) => `${name}.${key}`))
    const listed = Object.entries(classes)
      .filter(([name]) => !name.endsWith(' 1.1'))
      .flatMap(([name, { members }]) => Object.keys(members).map((key) => `${name}.${key}`))
    // An endorsement may hold all that a badge holds; that is covered at the badge.
    expect(listed.filter((member) => !used.has(member) && !member.startsWith('End'))).toEqual([])
  })

  test('refers only to classes that it has', () => {
    const named = Object.values(classes).flatMap(({ members }) =>
      Object.values(members).flatMap(({ value }) => ('class' in value ? value.class : [])),
    )
    expect(named.filter((name) => !classes[name])).toEqual([])
  })

  test.each(
    all.filter(({ member }) => member.required).map((place) => [pathOf(place), place] as const),
  )('misses %s', (path, { steps, key }) => {
    const badge = maximalBadge()
    delete follow(badge, steps)[key]
    expect(conform(badge)).toContainEqual(
      expect.objectContaining({ path, rule: 'has-required-member', severity: 'error' }),
    )
  })

  test.each(all.map((place) => [pathOf(place), place] as const))(
    'refuses %s in a wrong form',
    (path, { steps, key, member }) => {
      const badge = maximalBadge()
      follow(badge, steps)[key] = [[]]
      const complaints = conform(badge).filter(({ severity }) => severity === 'error')
      expect(complaints.some((complaint) => complaint.path.startsWith(path))).toBe(true)
      expect(member.count === 'one' ? complaints.map(({ path: at }) => at) : [path]).toContain(path)
    },
  )

  test.each(
    all
      .filter(({ member }) => member.count === 'set' && member.value)
      .map((place) => [pathOf(place), place] as const),
  )('asks for an array at %s', (path, { steps, key }) => {
    const badge = maximalBadge()
    const node = follow(badge, steps)
    node[key] = node[key][0]
    expect(conform(badge)).toContainEqual(
      expect.objectContaining({ path, rule: 'is-array', severity: 'error' }),
    )
  })
})
