import { describe, expect, test } from '@jest/globals'
import { checks, reasons, warnings } from '../../src/checking/report.ts'
import { bulgarian } from '../../src/messages/bulgarian.ts'
import { english } from '../../src/messages/english.ts'
import { greek } from '../../src/messages/greek.ts'
import type { Messages } from '../../src/messages/messages.ts'

/** What a function of the messages is called with here. */
function sampleFor(path: string): readonly unknown[] {
  if (path.includes('.ruleReasons.')) return [{ what: '7', has: 5, needs: 9 }]
  if (path.endsWith('.admission.priority')) return [{ points: 2, of: 3, pending: 1 }]
  return [5, 9]
}

/** Every text of a message tree by its path; functions are called with a sample value. */
function textsOf(node: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]]
  if (typeof node === 'function') return [[path, String(node(...sampleFor(path)))]]
  return Object.entries(node as object).flatMap(([key, child]) => textsOf(child, `${path}.${key}`))
}

const withoutCertificate = ({ certificate: _, language: __, ...rest }: Messages) => rest
const englishTexts = textsOf(withoutCertificate(english), '')
const greekTexts = textsOf(withoutCertificate(greek), '')
const bulgarianTexts = textsOf(withoutCertificate(bulgarian), '')

// Names of formats are the same everywhere.
const sameEverywhere = new Set([
  '.pages.credential.formats.pdf.label',
  '.pages.credential.formats.json.label',
  '.pages.credential.formats.jwt.label',
])

describe('messages', () => {
  test.each([
    ['English', english],
    ['Greek', greek],
    ['Bulgarian', bulgarian],
  ] as const)('%s has a sentence for each code of a report, and for no other', (_, messages) => {
    expect(Object.keys(messages.reasons)).toEqual([...reasons])
    expect(Object.keys(messages.warnings)).toEqual([...warnings])
    expect(Object.keys(messages.checks)).toEqual([...checks])
  })

  test('the languages have the same messages', () => {
    const paths = (texts: typeof englishTexts) => texts.map(([path]) => path).sort()
    for (const texts of [greekTexts, bulgarianTexts])
      expect(paths(texts)).toEqual(paths(englishTexts))
  })

  test.each([
    ['English', english, 'something went wrong here'],
    ['Greek', greek, 'σφάλμα στην υπηρεσία'],
    ['Bulgarian', bulgarian, 'при нас възникна грешка'],
  ] as const)('%s blames no credential for a fault of ours', (_, { reasons: told }, words) => {
    const faults = Object.entries(told).filter(([reason]) => reason.endsWith('-not-reached'))
    expect(faults.length).toBe(checks.length)
    for (const [, text] of faults) expect(text).toContain(words)
  })

  test('no message is empty', () => {
    const empty = [...englishTexts, ...greekTexts, ...bulgarianTexts].filter(
      ([, text]) => text.trim() === '',
    )
    expect(empty).toEqual([])
  })

  test.each([
    ['Greek', greekTexts, /\p{Script=Greek}/u],
    ['Bulgarian', bulgarianTexts, /\p{Script=Cyrillic}/u],
  ] as const)('%s is really that', (_, texts, letters) => {
    const known = new Map(englishTexts)
    const suspicious = texts
      .filter(([path]) => !sameEverywhere.has(path))
      .filter(([path, text]) => known.get(path) === text || !letters.test(text))
    expect(suspicious).toEqual([])
  })

  test('no Bulgarian letter is one that only other languages write', () => {
    expect(bulgarianTexts.filter(([, text]) => /[ыэёіїєґј]/iu.test(text))).toEqual([])
  })

  test('English has no Greek or Cyrillic letters, and no word mixes alphabets', () => {
    const foreign = /[\p{Script=Greek}\p{Script=Cyrillic}]/u
    expect(englishTexts.filter(([, text]) => foreign.test(text))).toEqual([])
    const mixed =
      /[\p{Script=Greek}\p{Script=Cyrillic}][A-Za-z]|[A-Za-z][\p{Script=Greek}\p{Script=Cyrillic}]/u
    const texts = [...greekTexts, ...bulgarianTexts]
    expect(texts.filter(([, text]) => mixed.test(text))).toEqual([])
  })

  test.each([
    ['English', english],
    ['Greek', greek],
    ['Bulgarian', bulgarian],
  ] as const)(
    '%s says for each failure and problem what to do: more than one clause',
    (_, messages) => {
      const remedies = Object.values(messages.refusals).map(({ remedy }) => remedy)
      expect(remedies.filter((remedy) => !/[.]$/.test(remedy))).toEqual([])
      const short = Object.values(messages.complaints).filter((text) => text.split('. ').length < 2)
      expect(short).toEqual([])
    },
  )

  test('sentences end as sentences', () => {
    const sentences = [english, greek, bulgarian].flatMap((messages) =>
      Object.values(messages.reasons),
    )
    expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([])
  })

  test('only the verdict itself says the word for valid', () => {
    const allowed = /^\.(verdicts|headlines)\.(valid|invalid)/
    const says = (texts: typeof englishTexts, word: RegExp) =>
      texts.filter(([path, text]) => !allowed.test(path) && word.test(text))
    expect(says(englishTexts, /\bvalid\b/i)).toEqual([])
    expect(says(greekTexts, /(?<!\p{L})έγκυρ/iu)).toEqual([])
    expect(says(bulgarianTexts, /(?<!\p{L})валид/iu)).toEqual([])
  })
})
