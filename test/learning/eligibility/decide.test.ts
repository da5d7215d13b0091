import { describe, expect, test } from '@jest/globals'
import type { Application } from '../../../src/learning/eligibility/application.ts'
import type { RuleBook } from '../../../src/learning/eligibility/rule-book.ts'
import { decide } from '../../../src/learning/eligibility.ts'
import { applying, book, foreign, held } from './cases.ts'

/** The course makes eligible; the library is considered, and worth points. */
const admitting: RuleBook = {
  ...book,
  rules: [
    { id: 'course', requires: { kind: 'achievement', achievement: 'course' }, points: 2 },
    { id: 'library', requires: { kind: 'statement', statement: 'library' }, points: 3 },
    { id: 'credits', requires: { kind: 'credits', atLeast: 1 }, points: 4 },
  ],
  eligible: { kind: 'rule', rule: 'course' },
  considered: { kind: 'rule', rule: 'library' },
}

const statements = [{ statement: 'library', note: '', document: null }]
const verdict = (item: string, accepted: 'accepted' | 'refused' = 'accepted') => ({
  item,
  verdict: accepted,
})
const end = (application: Application, rules = admitting) => {
  const { outcome, reason } = decide(rules, application)
  return [outcome, reason]
}
const mixed = [held(), held({ name: 'Georg' })]

describe('the outcome', () => {
  test('is eligible where the conditions are met', () => {
    expect(end(applying([held()]))).toEqual(['eligible', 'conditions-met'])
  })

  test('is open where they are', () => {
    expect(end(applying([held({ standing: 'unclear' })]))).toEqual([
      'needs-review',
      'conditions-open',
    ])
  })

  test('is to be considered where the other condition is met or open, however the first ended', () => {
    const said = applying([], { statements })
    expect(end(said)).toEqual(['needs-review', 'considered'])
    const accepted = { ...said, reviews: [verdict('statement:library')] }
    expect(end(accepted)).toEqual(['needs-review', 'considered'])
    const refused = { ...said, reviews: [verdict('statement:library', 'refused')] }
    expect(end(refused)).toEqual(['not-yet', 'conditions-unmet'])
    expect(end(said, { ...admitting, considered: null })).toEqual(['not-yet', 'conditions-unmet'])
  })

  test('is open where something could not be had, but only if that could make a difference', () => {
    expect(end(applying([], { unreachable: 1 }))).toEqual(['needs-review', 'sources-unreachable'])
    expect(end(applying([held()], { unreachable: 1 }))).toEqual(['eligible', 'conditions-met'])
    expect(end(applying([]))).toEqual(['not-yet', 'conditions-unmet'])
  })

  test('is settled by a person where it is open, and nowhere else', () => {
    const said = applying([], { statements })
    expect(end({ ...said, reviews: [verdict('admission')] })).toEqual([
      'eligible',
      'admitted-by-reviewer',
    ])
    expect(end({ ...said, reviews: [verdict('admission', 'refused')] })).toEqual([
      'not-yet',
      'refused-by-reviewer',
    ])
    expect(end(applying([], { reviews: [verdict('admission')] }))).toEqual([
      'not-yet',
      'conditions-unmet',
    ])
    expect(end(applying([held()], { reviews: [verdict('admission', 'refused')] }))).toEqual([
      'eligible',
      'conditions-met',
    ])
  })

  test('of several persons is open until a person says that they are one', () => {
    expect(end(applying(mixed))).toEqual(['needs-review', 'persons-differ'])
    expect(end(applying(mixed, { reviews: [verdict('admission')] }))).toEqual([
      'needs-review',
      'persons-differ',
    ])
    expect(end(applying(mixed, { reviews: [verdict('person')] }))).toEqual([
      'eligible',
      'conditions-met',
    ])
    expect(end(applying(mixed, { reviews: [verdict('person', 'refused')] }))).toEqual([
      'not-yet',
      'refused-by-reviewer',
    ])
  })

  test('rests on the applicant’s own after a person said that the others are not theirs', () => {
    const apart = { reviews: [verdict('person', 'refused')] }
    expect(end(applying(mixed, { person: 'Maria', ...apart }))).toEqual([
      'eligible',
      'conditions-met',
    ])
    const ofGeorg = applying([held({ name: 'Georg' })], { person: 'Maria', ...apart })
    expect(end(ofGeorg)).toEqual(['not-yet', 'conditions-unmet'])
    expect(end(applying([held(), held({ name: null, subject: null })], apart))).toEqual([
      'eligible',
      'conditions-met',
    ])
  })

  test('of several persons is not eligible either by what rests on no credential', () => {
    const library = { ...admitting, eligible: admitting.considered ?? admitting.eligible }
    const reviews = [verdict('statement:library')]
    expect(end(applying(mixed, { statements, reviews }), library)[0]).toBe('needs-review')
    expect(end(applying([held()], { statements, reviews }), library)[0]).toBe('eligible')
  })
})

describe('the priority', () => {
  test('adds the points of what is met, and tells those that are open', () => {
    const { priority } = decide(admitting, applying([held()], { statements }))
    expect(priority).toEqual({ points: 2, of: 9, pending: 3 })
  })

  test('gives nothing for what was only waved through', () => {
    const { priority } = decide(admitting, applying([], { reviews: [verdict('rule:course')] }))
    expect(priority).toEqual({ points: 0, of: 9, pending: 0 })
  })
})

describe('what waits for a person', () => {
  const waiting = (application: Application, rules = admitting) =>
    decide(rules, application).toReview

  test('is a statement, not the rule of nothing else', () => {
    expect(waiting(applying([], { statements }))).toEqual(['statement:library', 'admission'])
  })

  test('is a rule where something else is open in it', () => {
    expect(waiting(applying([held({ standing: 'unclear' })]))).toEqual(['rule:course', 'admission'])
  })

  test('is only what a verdict on would settle', () => {
    const library = { kind: 'statement', statement: 'library' } as const
    const credits = { kind: 'credits', atLeast: 1 } as const
    const asking = (kind: 'any' | 'all'): RuleBook => ({
      ...admitting,
      rules: [{ id: 'two', requires: { kind, of: [library, credits] }, points: 1 }],
      eligible: { kind: 'rule', rule: 'two' },
      considered: null,
    })
    const said = applying([], { statements })
    expect(waiting(said, asking('any'))).toEqual(['statement:library', 'admission'])
    expect(waiting(said, asking('all'))).toEqual([])
  })

  test('is whether several persons are one, until somebody said', () => {
    expect(waiting(applying(mixed))).toEqual(['person', 'rule:course', 'admission'])
    expect(waiting(applying(mixed, { reviews: [verdict('person')] }))).toEqual([])
    const named = { person: 'Maria', reviews: [verdict('person', 'refused')] }
    expect(waiting(applying(mixed, { person: 'Maria' }))).toEqual(['person'])
    expect(waiting(applying(mixed, named))).toEqual([])
  })

  test('is nothing after a refusal', () => {
    const refused = applying(mixed, { statements, reviews: [verdict('person', 'refused')] })
    expect(waiting(refused)).toEqual([])
  })
})

describe('a decision', () => {
  test('names its rules, and holds for so many days', () => {
    expect(decide(admitting, applying([]))).toMatchObject({
      specialization: 'ceco',
      ruleVersion: book.version,
      decidedAt: '2026-11-20T10:00:00Z',
      validUntil: '2027-02-18T10:00:00Z',
    })
  })

  test('never outlasts what its met rules rest on', () => {
    const until = (application: Application) => decide(admitting, application).validUntil
    const ends = { validUntil: '2026-12-24T12:00:00+02:00' }
    expect(until(applying([held(ends)]))).toBe('2026-12-24T10:00:00Z')
    expect(until(applying([held({ ...ends, achievement: 'half' })]))).toBe('2027-02-18T10:00:00Z')
    expect(until(applying([held(ends), held()]))).toBe('2027-02-18T10:00:00Z')
    expect(until(applying([held(), foreign({ ...ends, credits: 1 })]))).toBe('2026-12-24T10:00:00Z')
  })

  test('survives a kept book whose rules ask for themselves or for none', () => {
    const circle: RuleBook = {
      ...admitting,
      rules: [
        { id: 'a', requires: { kind: 'rule', rule: 'b' }, points: 1 },
        { id: 'b', requires: { kind: 'any', of: [{ kind: 'rule', rule: 'a' }] }, points: 1 },
      ],
      eligible: { kind: 'rule', rule: 'none' },
    }
    expect(end(applying([held()]), circle)).toEqual(['not-yet', 'conditions-unmet'])
  })

  test('sees a rule that a person accepted as met, and one refused as unmet', () => {
    expect(end(applying([], { reviews: [verdict('rule:course')] }))[0]).toBe('eligible')
    expect(end(applying([held()], { reviews: [verdict('rule:course', 'refused')] }))[0]).toBe(
      'not-yet',
    )
  })
})
