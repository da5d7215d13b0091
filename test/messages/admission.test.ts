import { describe, expect, test } from '@jest/globals'
import { type Language, languages } from '../../src/language.ts'
import {
  creditReasons,
  outcomeReasons,
  ruleReasons,
} from '../../src/learning/eligibility/decision.ts'
import { messagesFor } from '../../src/messages/offered.ts'

/** What each language says of the same figures. 1000.5 and 999.5: Italian, Bulgarian and Latvian group from five digits on. */
const said: Readonly<
  Record<
    Language,
    {
      readonly large: string
      readonly small: string
      readonly hours: string
      readonly priority: string
    }
  >
> = {
  en: {
    large: '1,000.5',
    small: '999.5',
    hours: '12 of 20 hours of study are proven; 8 are missing.',
    priority: '2 of 3 points; 1 more is open',
  },
  it: {
    large: '1000,5',
    small: '999,5',
    hours: '12 ore di studio dimostrate su 20; ne mancano 8.',
    priority: '2 punti su 3; ancora da decidere: 1',
  },
  el: {
    large: '1.000,5',
    small: '999,5',
    hours: 'Αποδεικνύονται 12 από 20 ώρες μελέτης· λείπουν 8.',
    priority: '2 από 3 μόρια· μένει ανοιχτό ακόμη 1',
  },
  bg: {
    large: '1000,5',
    small: '999,5',
    hours: 'Доказани са 12 от 20 часа обучение; липсват 8.',
    priority: '2 от 3 точки; не е изяснена още 1',
  },
  lv: {
    large: '1000,5',
    small: '999,5',
    hours: 'Pierādītas 12 no 20 mācību stundām; trūkst 8.',
    priority: '2 no 3 punktiem; vēl nav izlemts 1',
  },
}

const fillings = [
  { what: 'Digital skills', has: 12, needs: 20 },
  { what: 'Digital skills', has: 0, needs: 1 },
  { what: null, has: 1, needs: 2 },
  { what: 'Digital skills', has: null, needs: null },
  { what: null, has: null, needs: null },
]

describe.each(languages)('the sentences about a decision in %s', (language) => {
  const { admission } = messagesFor(language)
  const { large, small, hours, priority } = said[language]

  test('there is one for each code, and for no other', () => {
    expect(Object.keys(admission.ruleReasons)).toEqual([...ruleReasons])
    expect(Object.keys(admission.creditReasons)).toEqual([...creditReasons])
    expect(Object.keys(admission.outcomeReasons)).toEqual([...outcomeReasons])
  })

  test.each(ruleReasons)('%s is a whole sentence, whatever is known', (reason) => {
    for (const filling of fillings) {
      const sentence = admission.ruleReasons[reason](filling)
      expect(sentence).toMatch(/^[\p{Lu}\p{N}“«„].*\.$/u)
      expect(sentence).not.toMatch(/\b(?:null|undefined|NaN)\b|\$\{| {2}/)
    }
  })

  test('every reason but that of hours without figures has words of its own', () => {
    const told = ruleReasons.map((reason) =>
      admission.ruleReasons[reason]({ what: null, has: null, needs: null }),
    )
    expect(new Set(told).size).toBeGreaterThan(told.length - 2)
  })

  test('figures are written as the language writes them', () => {
    const told = admission.ruleReasons['hours-missing']({ what: null, has: 1000.5, needs: 2000 })
    expect(told).toContain(large)
    expect(told).toContain(small)
  })

  test('what is missing or open is said beside what is there', () => {
    const filling = { what: null, has: 12, needs: 20 }
    expect(admission.ruleReasons['hours-missing'](filling)).toBe(hours)
    expect(admission.priority({ points: 2, of: 3, pending: 1 })).toBe(priority)
  })
})

describe('words go with their number', () => {
  test('in English', () => {
    const { priority, moduleHours } = messagesFor('en').admission
    expect(moduleHours(19, 20)).toBe('19 of 20 hours are proven; 1 is missing.')
    expect(moduleHours(20, 20)).toBe('All 20 hours are proven.')
    expect(priority({ points: 2, of: 3, pending: 0 })).toBe('2 of 3 points')
    expect(priority({ points: 1, of: 3, pending: 2 })).toBe('1 of 3 points; 2 more are open')
  })

  test('in Italian', () => {
    const { priority, moduleHours } = messagesFor('it').admission
    expect(moduleHours(19, 20)).toBe('19 ore dimostrate su 20; ne manca 1.')
    expect(priority({ points: 1, of: 3, pending: 2 })).toBe('1 punto su 3; ancora da decidere: 2')
  })

  test('in Latvian, which has a form for 0 and 11, one for 21, and one for others', () => {
    const { points, pointsOf, moduleHours } = messagesFor('lv').admission
    expect([0, 1, 2, 11, 21].map(points)).toEqual([
      '0 punktu',
      '1 punkts',
      '2 punkti',
      '11 punktu',
      '21 punkts',
    ])
    expect(pointsOf.met(3)).toBe('Dod 3 punktus.')
    expect(moduleHours(1, 21)).toBe('Pierādīta 1 no 21 stundas; trūkst 20.')
  })
})
