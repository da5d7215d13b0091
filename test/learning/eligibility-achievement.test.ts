import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/errors.ts'
import type { Decision } from '../../src/learning/eligibility/decision.ts'
import { restsOn } from '../../src/learning/eligibility/rests-on.ts'
import { ruleBookOf } from '../../src/learning/eligibility/rule-book-of.ts'
import {
  achievementsOf,
  eligibilityAchievement,
} from '../../src/learning/eligibility-achievement.ts'
import { parseCatalogue } from '../../src/learning/parse-catalogue.ts'
import type { Requirement, Specialization } from '../../src/learning/specialization.ts'
import { biblio, biblioJson } from './sample.ts'

const ceco = biblio.specializations[0] as Specialization

describe('the achievement of an eligibility', () => {
  test('is earned by a decision, and claims nothing that was learnt', () => {
    expect(eligibilityAchievement(ceco)).toMatchObject({
      id: 'eligible-ceco',
      achievementType: 'ext:SpecializationEligibility',
      earnedBy: { kind: 'admission', specialization: 'ceco' },
      ...{ hours: null, eqfLevel: null, skills: [], hasScore: false, hasDistinction: false },
    })
  })

  test('stands beside those of the courses', () => {
    const ids = [...achievementsOf(biblio).keys()]
    expect(ids).toEqual(expect.arrayContaining(['mooc-completion', 'eligible-ceco']))
  })

  test('must not have the id of one that a course has', () => {
    const catalogue = biblioJson() as { courses: { achievements: { id: string }[] }[] }
    const [achievement] = catalogue.courses[0]?.achievements ?? []
    if (achievement) achievement.id = 'eligible-ceco'
    const complaints = () => {
      try {
        return parseCatalogue(catalogue) && []
      } catch (thrown) {
        return thrown instanceof Refusal ? thrown.details : []
      }
    }
    expect(complaints()).toContainEqual({
      at: '$.specializations[0].id',
      message: 'a course has an achievement of the id "eligible-ceco"',
    })
  })
})

describe('what a decision rests on', () => {
  const result = { reason: 'parts-met', figures: null, about: null, points: 0, lacks: [] } as const
  const decision: Decision = {
    specialization: 'ceco',
    outcome: 'eligible',
    reason: 'conditions-met',
    priority: { points: 0, of: 0, pending: 0 },
    rules: [
      { ...result, rule: 'b', outcome: 'met', because: ['urn:2', 'urn:1'] },
      { ...result, rule: 'a', outcome: 'met', because: ['urn:1'] },
      { ...result, rule: 'c', outcome: 'unmet', because: ['urn:3'] },
      { ...result, rule: 'd', outcome: 'waived', because: ['urn:4'] },
    ],
    modules: [
      {
        ...{ module: 'm', state: 'waived', hours: 2, hoursProven: 2, hoursMissing: 0 },
        because: ['urn:5'],
      },
      {
        ...{ module: 'n', state: 'proven', hours: 2, hoursProven: 2, hoursMissing: 0 },
        because: ['urn:6'],
      },
    ],
    credentials: ['urn:1', 'urn:2', 'urn:7', 'urn:8'].map((id) =>
      id === 'urn:8'
        ? { id, counts: 'no', reason: 'expired' }
        : { id, counts: 'yes', reason: 'counts' },
    ),
    toReview: [],
    ruleVersion: 'sha256-',
    decidedAt: '2026-11-26T10:00:00.000Z',
    validUntil: '2027-02-24T10:00:00.000Z',
  }
  const bookThat = (eligible: Requirement) => ({ ...ruleBookOf(biblio, ceco), eligible })

  test('is what met a rule, and what a module was waived by', () => {
    const rests = restsOn(decision, bookThat({ kind: 'rule', rule: 'a' }))
    expect(rests).toEqual([
      { id: 'urn:1', rules: ['b', 'a'], modules: [] },
      { id: 'urn:2', rules: ['b'], modules: [] },
      { id: 'urn:5', rules: [], modules: ['m'] },
    ])
  })

  test('is all that counts, where the conditions ask for something outside of any rule', () => {
    const achievement = { kind: 'achievement', achievement: 'mooc-completion' } as const
    const eligible = { kind: 'any', of: [{ kind: 'rule', rule: 'a' }, achievement] } as const
    expect(restsOn(decision, bookThat(eligible)).map(({ id }) => id)).toEqual([
      'urn:1',
      'urn:2',
      'urn:5',
      'urn:7',
    ])
  })
})
