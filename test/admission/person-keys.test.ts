import { describe, expect, test } from '@jest/globals'
import { personKeys } from '../../src/admission/person-keys.ts'
import {
  type Application,
  type HeldCredential,
  unsaid,
} from '../../src/learning/eligibility/application.ts'

const held = (over: Partial<HeldCredential>): HeldCredential => ({
  ...unsaid,
  id: 'urn:a',
  digest: '',
  standing: 'current',
  because: null,
  issuer: 'did:example:school',
  ...over,
})

function keysOf(
  credentials: readonly HeldCredential[],
  told: { person?: string; reference?: string; provider?: string; counts?: 'yes' | 'no' } = {},
) {
  const { person = null, reference = null, provider = 'school', counts = 'yes' } = told
  const notes = credentials.map(({ id }) => ({ id, counts, reason: 'counts' as const }))
  return personKeys(
    { person, credentials } as unknown as Application,
    { credentials: notes },
    { provider, reference },
  )
}
const isIn = (some: readonly string[], others: readonly string[]) =>
  some.length > 0 && some.every((key) => others.includes(key))

describe('the keys of a person', () => {
  const own = held({ id: 'urn:own', isOwn: true, subject: 'urn:uuid:2', name: 'Maria' })
  const foreign = held({ id: 'urn:foreign', subject: 'did:example:1', name: 'Maria' })

  test('are each subject that counts, the same at another provider and in any order', () => {
    const both = keysOf([own, foreign])
    expect(both.subjects).toHaveLength(2)
    expect(both.subjects.join(' ')).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}$/)
    expect(keysOf([foreign, own])).toEqual(both)
    expect(keysOf([own], { provider: 'another', reference: '7' }).subjects).toHaveLength(1)
    for (const each of [own, foreign])
      expect(isIn(keysOf([each], { provider: 'another' }).subjects, both.subjects)).toBe(true)
  })

  test('say whether a subject of ours is among them', () => {
    const nameless = held({ ...own, subject: null })
    expect([[own], [foreign], [nameless], []].map((each) => keysOf(each).isKnown)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  test('have the name in common where the subjects differ, at one provider', () => {
    expect(isIn(keysOf([foreign]).likely, keysOf([own]).likely)).toBe(true)
    const elsewhere = keysOf([foreign], { provider: 'another' }).likely
    expect(isIn(elsewhere, keysOf([own]).likely)).toBe(false)
    const folded = keysOf([], { person: 'μαρία παπα' }).likely
    expect(keysOf([], { person: 'Μαρία  ΠΑΠΑ' }).likely).toEqual(folded)
  })

  test('have the reference in common whatever the name', () => {
    const [latin, greek] = [
      keysOf([], { person: 'Maria', reference: '7' }),
      keysOf([], { person: 'Μαρία', reference: '7' }),
    ]
    expect(latin.likely.filter((key) => greek.likely.includes(key))).toHaveLength(1)
  })

  test('never rest on what does not count', () => {
    expect(keysOf([foreign], { counts: 'no', person: 'Maria' })).toEqual(
      keysOf([], { person: 'maria ' }),
    )
    const doubted = held({ ...foreign, standing: 'unclear' })
    expect(keysOf([doubted], { person: 'Maria' })).toEqual(keysOf([], { person: 'Maria' }))
  })

  test('are none where nothing tells who it is', () => {
    expect(keysOf([])).toEqual({ subjects: [], likely: [], isKnown: false })
  })
})
