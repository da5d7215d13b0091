import { describe, expect, test } from '@jest/globals'
import { personKey } from '../../src/admission/person-key.ts'
import type { Application, HeldCredential } from '../../src/learning/eligibility/application.ts'
import type { Decision } from '../../src/learning/eligibility/decision.ts'

const held = (over: Partial<HeldCredential>): HeldCredential => ({
  id: 'urn:a',
  digest: '',
  standing: 'current',
  because: null,
  issuer: 'did:example:school',
  isOwn: false,
  subject: null,
  name: null,
  awardedOn: null,
  validUntil: null,
  achievement: null,
  title: null,
  hours: null,
  credits: null,
  percent: null,
  grade: null,
  hasDistinction: false,
  alignments: [],
  keys: [],
  status: null,
  ...over,
})

function keyOf(
  credentials: readonly HeldCredential[],
  told: { person?: string; reference?: string; provider?: string; counts?: 'yes' | 'no' } = {},
) {
  const { person = null, reference = null, provider = 'school', counts = 'yes' } = told
  const notes = credentials.map(({ id }) => ({ id, counts, reason: 'counts' }))
  return personKey(
    { person, credentials } as unknown as Application,
    { credentials: notes } as unknown as Decision,
    { provider, reference },
  )
}

describe('the key of a person', () => {
  const own = held({ id: 'urn:own', isOwn: true, subject: 'urn:uuid:2', name: 'Maria' })
  const foreign = held({ id: 'urn:foreign', subject: 'did:example:1', name: 'Maria' })

  test('is the same with more credentials, at another provider and in any order', () => {
    const key = keyOf([own])
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(keyOf([foreign, own])).toBe(key)
    expect(keyOf([own, foreign], { provider: 'another', reference: '7' })).toBe(key)
    expect(keyOf([foreign])).not.toBe(key)
  })

  test('never rests on what does not count', () => {
    expect(keyOf([foreign], { counts: 'no', person: 'Maria' })).toBe(
      keyOf([], { person: 'maria ' }),
    )
    const doubted = held({ ...foreign, standing: 'unclear' })
    expect(keyOf([doubted], { person: 'Maria' })).toBe(keyOf([], { person: 'Maria' }))
  })

  test('is name, provider and reference where nobody names a subject', () => {
    const key = keyOf([], { person: 'Μαρία  ΠΑΠΑ', reference: '7' })
    expect(keyOf([], { person: 'μαρία παπα', reference: '7' })).toBe(key)
    expect(keyOf([], { person: 'μαρία παπα', reference: '8' })).not.toBe(key)
    expect(keyOf([], { person: 'μαρία παπα', reference: '7', provider: 'x' })).not.toBe(key)
  })

  test('is none where nothing tells who it is: two such are not one person', () => {
    expect(keyOf([])).toBeNull()
    expect(keyOf([], { reference: '7' })).not.toBeNull()
  })
})
