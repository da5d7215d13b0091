import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../src/learning/eligibility.ts'
import { applying, book, held } from './cases.ts'

describe('a decision', () => {
  test('is eligible where the conditions are met, and names its rules', () => {
    const decision = decide(book, applying([held()]))
    expect(decision).toMatchObject({
      outcome: 'eligible',
      reason: 'conditions-met',
      ruleVersion: book.version,
      validUntil: '2027-02-18T10:00:00Z',
    })
  })

  test('is not yet where nothing is shown', () => {
    expect(decide(book, applying([]))).toMatchObject({
      outcome: 'not-yet',
      reason: 'conditions-unmet',
    })
  })
})
