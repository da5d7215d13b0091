import { describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { formatDate, formatMoment } from '../../src/messages/format.ts'
import { latvian } from '../../src/messages/latvian.ts'
import { negotiateLanguage } from '../../src/messages/negotiate.ts'
import { isOffered, messagesFor } from '../../src/messages/offered.ts'

describe('the language spoken', () => {
  test.each([
    [{ query: 'el', cookie: 'en', acceptLanguage: 'en' }, 'el'],
    [{ cookie: 'el', acceptLanguage: 'en' }, 'el'],
    [{ acceptLanguage: 'el-GR,el;q=0.9,en;q=0.8' }, 'el'],
    [{ acceptLanguage: 'en;q=0.3, EL;q=0.7' }, 'el'],
    [{ acceptLanguage: 'lv, el;q=0.5' }, 'el'],
    [{ acceptLanguage: 'el;q=0, fr' }, 'en'],
    [{ acceptLanguage: 'el;q=nonsense' }, 'en'],
    [{ query: 'lv' }, 'en'],
    [{ query: '"><script>' }, 'en'],
    [{ acceptLanguage: `${'xx,'.repeat(50_000)}el` }, 'en'],
    [{}, 'en'],
  ] as const)('%# is negotiated from what the request says', (wishes, language) => {
    expect(negotiateLanguage(wishes)).toBe(language)
  })

  test('is named honestly: English where a language is not complete', () => {
    for (const language of languages)
      expect(messagesFor(language).language).toBe(isOffered(language) ? language : 'en')
  })
})

describe('dates', () => {
  test('are written in words, in UTC', () => {
    expect(formatDate('2026-11-22T23:59:59Z', 'en')).toBe('22 November 2026')
    expect(formatDate('2026-11-22', 'el')).toBe('22 Νοεμβρίου 2026')
    expect(formatDate('2026-11-22', 'lv')).toBe('2026. gada 22. novembris')
    expect(formatMoment('2026-11-22T23:05:00+02:00', 'en')).toBe('22 November 2026 at 21:05 UTC')
    expect(formatMoment('2026-11-22T21:05:00Z', 'el')).toMatch(/^22 Νοεμβρίου 2026.+21:05 UTC$/)
  })

  test('are put into the case that a Latvian sentence asks for', () => {
    const { admission, pages } = latvian
    const moment = formatMoment('2026-11-22T21:05:00Z', 'lv')
    expect(admission.decidedOn(moment)).toBe(
      'Lēmums pieņemts 2026. gada 22. novembrī plkst. 21:05 UTC',
    )
    const from = formatDate('2026-04-01', 'lv')
    const until = formatDate('2026-08-31', 'lv')
    expect(pages.specialization.period(from, until)).toBe(
      'no 2026. gada 1. aprīļa līdz 2026. gada 31. augustam',
    )
    for (let month = 1; month <= 12; month += 1) {
      const day = formatDate(`2026-${String(month).padStart(2, '0')}-03`, 'lv')
      expect(admission.holdsUntil(day)).toMatch(/ (?:[a-zāēīū]+)m\.$/u)
    }
  })

  test('come back as they are when they cannot be read', () => {
    expect(formatDate('tomorrow', 'en')).toBe('tomorrow')
    expect(formatMoment('tomorrow', 'el')).toBe('tomorrow')
  })
})
