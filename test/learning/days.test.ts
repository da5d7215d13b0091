import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type DateRule, readDay } from '../../src/learning/days.ts'

const dayIn = (text: string, rule: DateRule = null) => {
  const reading = readDay(text, rule)
  return reading.kind === 'day' ? reading.day : reading.kind
}

describe('a date in figures', () => {
  test.each([
    ['22/11/26, 10:30', 'dmy'],
    ['22/11/2026 10:30', 'dmy'],
    ['22.11.2026 г., 10:30 ч.', 'dmy'],
    ['22.11.26.', 'dmy'],
    ['22-11-2026, 10:30:59 μμ', 'dmy'],
    ['11/22/26, 10:30 PM', 'mdy'],
    ['26/11/22', 'ymd'],
    ['2026/11/22 10:30', 'dmy'],
    ['22/11/2026 10.30.00', 'dmy'],
    ['22. 11.26', 'dmy'],
    ['22/11/2026 10:30:00 π.μ.', 'dmy'],
    ['22.11.2026 г. 10:30:00 ч.', 'dmy'],
    ['22.11.2026 10:30:00 EET', 'dmy'],
    ['11/22/2026 10:30:00 PM GMT-5', 'mdy'],
  ] as const)('is read in the stated order: %s as %s', (text, order) => {
    expect(dayIn(text, order)).toBe('2026-11-22')
  })

  test.each(['22/11/26, 10:30', '05/11/2026', '22/11/2026'])(
    'is not guessed where nobody stated the order: %s',
    (text) => {
      expect(dayIn(text)).toBe('order-needed')
    },
  )

  test.each([
    ['11/22/26', 'dmy'],
    ['31/02/26', 'dmy'],
    ['29.02.2026', 'dmy'],
    ['1/01/1970, 02:00', 'dmy'],
    ['22/11-26', 'dmy'],
    ['22/11/026', 'dmy'],
    ['46348', 'dmy'],
    ['Completed', 'dmy'],
  ] as const)('is unreadable if there is no such day: %s as %s', (text, order) => {
    expect(dayIn(text, order)).toBe('unreadable')
  })
})

describe('a date that needs no order', () => {
  test.each([
    '2026-11-22',
    '2026-11-22T23:30:00Z',
    '2026-11-22 10:30:00.000+02:00',
    '2026/11/22',
    '2026/11/22 10:30:00 AM GMT+2',
    '2026/11/22 10:30:00 pm UTC',
    '2026/11/22 10:30:00 сл.об. EET',
    '22 November 2026, 10:30 AM',
    'Sunday, 22 November 2026, 10:30 AM',
    'November 22, 2026',
    '22-Nov-26',
    'domenica, 22 novembre 2026, 10:30',
    'dom 22 nov 2026',
    '22 Νοεμβρίου 2026, 10:30 πμ',
    'Κυριακή, 22 Νοέμβριος 2026',
    'неделя, 22 ноември 2026, 10:30',
    '2026. gada 22. novembris, 10:30',
    '22. novembris 2026',
  ])('is read as it stands: %s', (text) => {
    expect(dayIn(text)).toBe('2026-11-22')
  })

  test('knows every month in every language', () => {
    for (const language of ['en', 'it', 'el', 'bg', 'lv']) {
      const format = new Intl.DateTimeFormat(language, { month: 'long' })
      for (let month = 0; month < 12; month += 1) {
        const name = format.format(new Date(Date.UTC(2026, month, 15)))
        const expected = `2026-${String(month + 1).padStart(2, '0')}-05`
        expect([name, dayIn(`5 ${name} 2026`)]).toEqual([name, expected])
      }
    }
  })

  test('takes only ISO where only ISO is agreed', () => {
    expect(dayIn('2026-11-22', 'iso')).toBe('2026-11-22')
    expect(dayIn('22 November 2026', 'iso')).toBe('unreadable')
  })

  test.each(['22 Smarch 2026', '2026-13-01', '2026-1-1T', 'soon'])('is unreadable: %s', (text) => {
    expect(dayIn(text)).toBe('unreadable')
  })
})

test('nothing at all is no date, not a wrong one', () => {
  expect([dayIn(''), dayIn('  ')]).toEqual(['none', 'none'])
})

test('any text is answered, and quickly', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('dmy', 'mdy', 'ymd', 'iso', null), (text, rule) => {
      expect(readDay(text, rule).kind).toMatch(/^(none|day|unreadable|order-needed)$/)
    }),
  )
  expect(dayIn(`1${' '.repeat(250_000)}x`, 'dmy')).toBe('unreadable')
})
