import { describe, expect, test } from '@jest/globals'
import { personKeys, withReferences } from '../../src/admission/person-keys.ts'
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
  told: { person?: string; provider?: string; counts?: 'yes' | 'no' } = {},
) {
  const { person = null, provider = 'school', counts = 'yes' } = told
  const notes = credentials.map(({ id }) => ({ id, counts, reason: 'counts' as const }))
  const application = { person, credentials } as unknown as Application
  return personKeys(application, { credentials: notes }, provider)
}
const isIn = (some: readonly string[], others: readonly string[]) =>
  some.length > 0 && some.every((key) => others.includes(key))
const inCommon = (some: readonly string[], others: readonly string[]) =>
  some.filter((key) => others.includes(key)).length

describe('the keys of a person', () => {
  const own = held({ id: 'urn:own', isOwn: true, issuer: 'did:web:us', subject: 'urn:uuid:2' })
  const foreign = held({ id: 'urn:foreign', subject: 'did:example:1', name: 'Maria' })

  test('are certain by each subject that counts, the same at another provider and in any order', () => {
    const both = keysOf([own, foreign])
    expect(both.certain.join(' ')).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}$/)
    expect(keysOf([foreign, own])).toEqual(both)
    for (const each of [own, foreign])
      expect(isIn(keysOf([each], { provider: 'another' }).certain, both.certain)).toBe(true)
  })

  test('are only likely by a subject that another issuer writes, at whichever provider', () => {
    const crafted = { ...foreign, subject: own.subject }
    const [ours, theirs] = [keysOf([own]), keysOf([crafted], { provider: 'another' })]
    expect(inCommon(ours.certain, theirs.certain)).toBe(0)
    expect(inCommon(ours.likely, theirs.likely)).toBe(1)
    expect(isIn(keysOf([{ ...crafted, id: 'urn:b' }]).certain, theirs.certain)).toBe(true)
  })

  test('are certain by the credential itself where it has no subject', () => {
    const bare = held({ id: 'urn:bare' })
    expect(keysOf([bare])).toEqual(keysOf([{ ...bare, digest: 'sha256-y' }]))
    expect(keysOf([bare])).toMatchObject({ certain: [expect.any(String)], likely: [] })
    for (const other of [
      { ...bare, id: 'urn:b' },
      { ...bare, issuer: 'did:example:other' },
    ])
      expect(inCommon(keysOf([bare]).certain, keysOf([other]).certain)).toBe(0)
  })

  test('have the name in common where the subjects differ, at one provider', () => {
    const named = { ...own, name: 'MARIA' }
    expect(inCommon(keysOf([foreign]).likely, keysOf([named]).likely)).toBe(1)
    const elsewhere = keysOf([foreign], { provider: 'another' }).likely
    expect(inCommon(elsewhere, keysOf([named]).likely)).toBe(0)
    const folded = keysOf([], { person: 'μαρία παπα' }).likely
    expect(keysOf([], { person: 'Μαρία  ΠΑΠΑ' }).likely).toEqual(folded)
  })

  test('have the reference in common whatever the name, and none where there is none', () => {
    const called = (person: string, ...references: (string | null)[]) =>
      withReferences(keysOf([], { person }), 'school', references).likely
    expect(inCommon(called('Maria', 'a-7'), called('Μαρία', null, ' A-7'))).toBe(1)
    expect(called('Maria', null, ' ')).toEqual(keysOf([], { person: 'Maria' }).likely)
    const elsewhere = withReferences(keysOf([]), 'another', ['a-7']).likely
    expect(inCommon(elsewhere, called('Maria', 'a-7'))).toBe(0)
  })

  test('never rest on what does not count', () => {
    expect(keysOf([foreign], { counts: 'no', person: 'Maria' })).toEqual(
      keysOf([], { person: 'maria ' }),
    )
    const doubted = held({ ...foreign, standing: 'unclear' })
    expect(keysOf([doubted], { person: 'Maria' })).toEqual(keysOf([], { person: 'Maria' }))
  })

  test('are none where nothing tells who it is', () => {
    expect(keysOf([])).toEqual({ certain: [], likely: [] })
  })
})
