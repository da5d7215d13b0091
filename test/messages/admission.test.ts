import { describe, expect, test } from '@jest/globals'
import {
  creditReasons,
  outcomeReasons,
  ruleReasons,
} from '../../src/learning/eligibility/decision.ts'
import { english } from '../../src/messages/english.ts'
import { greek } from '../../src/messages/greek.ts'

const inBoth = [
  ['English', english.admission],
  ['Greek', greek.admission],
] as const

const fillings = [
  { what: 'Digital skills', has: 12, needs: 20 },
  { what: 'Digital skills', has: 0, needs: 1 },
  { what: null, has: 1, needs: 2 },
  { what: 'Digital skills', has: null, needs: null },
  { what: null, has: null, needs: null },
]

describe.each(inBoth)('the %s sentences about a decision', (language, admission) => {
  test('there is one for each code, and for no other', () => {
    expect(Object.keys(admission.ruleReasons)).toEqual([...ruleReasons])
    expect(Object.keys(admission.creditReasons)).toEqual([...creditReasons])
    expect(Object.keys(admission.outcomeReasons)).toEqual([...outcomeReasons])
  })

  test.each(ruleReasons)('%s is a whole sentence, whatever is known', (reason) => {
    for (const filling of fillings) {
      const sentence = admission.ruleReasons[reason](filling)
      expect(sentence).toMatch(/^[\p{Lu}\p{N}“«].*\.$/u)
      expect(sentence).not.toMatch(/null|undefined|NaN|\$\{| {2}/)
    }
  })

  test('every reason but that of hours without figures has words of its own', () => {
    const told = ruleReasons.map((reason) =>
      admission.ruleReasons[reason]({ what: null, has: null, needs: null }),
    )
    expect(new Set(told).size).toBeGreaterThan(told.length - 2)
  })

  test('figures are written as the language writes them', () => {
    const large = admission.ruleReasons['hours-missing']({ what: null, has: 1000.5, needs: 2000 })
    expect(large).toContain(language === 'English' ? '1,000.5' : '1.000,5')
    expect(large).toContain(language === 'English' ? '999.5' : '999,5')
  })
})

describe('figures in sentences about a decision', () => {
  test('what is missing is said beside what is there', () => {
    const filling = { what: null, has: 12, needs: 20 }
    expect(english.admission.ruleReasons['hours-missing'](filling)).toBe(
      '12 of 20 hours of study are proven; 8 are missing.',
    )
    expect(greek.admission.ruleReasons['hours-missing'](filling)).toBe(
      'Αποδεικνύονται 12 από 20 ώρες μελέτης· λείπουν 8.',
    )
    expect(english.admission.moduleHours(19, 20)).toBe('19 of 20 hours are proven; 1 is missing.')
    expect(english.admission.moduleHours(20, 20)).toBe('All 20 hours are proven.')
  })

  test('points that are open are told apart from those that are there', () => {
    const { priority } = english.admission
    expect(priority({ points: 2, of: 3, pending: 0 })).toBe('2 of 3 points')
    expect(priority({ points: 1, of: 3, pending: 2 })).toBe('1 of 3 points; 2 more are open')
    expect(greek.admission.priority({ points: 2, of: 3, pending: 1 })).toBe(
      '2 από 3 μόρια· μένει ανοιχτό ακόμη 1',
    )
  })
})
