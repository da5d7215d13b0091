import { describe, expect, test } from '@jest/globals'
import { checks, reasons, warnings } from '../../src/checking/report.ts'
import { english } from '../../src/messages/english.ts'
import { greek } from '../../src/messages/greek.ts'
import { latvian } from '../../src/messages/latvian.ts'
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
const latvianTexts = textsOf(withoutCertificate(latvian), '')

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
    ['Latvian', latvian],
  ] as const)('%s has a sentence for each code of a report, and for no other', (_, messages) => {
    expect(Object.keys(messages.reasons)).toEqual([...reasons])
    expect(Object.keys(messages.warnings)).toEqual([...warnings])
    expect(Object.keys(messages.checks)).toEqual([...checks])
  })

  test('the languages have the same messages', () => {
    const paths = (texts: typeof englishTexts) => texts.map(([path]) => path).sort()
    expect(paths(greekTexts)).toEqual(paths(englishTexts))
    expect(paths(latvianTexts)).toEqual(paths(englishTexts))
  })

  test.each([
    ['English', english, 'something went wrong here'],
    ['Greek', greek, 'σφάλμα στην υπηρεσία'],
    ['Latvian', latvian, 'šeit radās kļūda'],
  ] as const)('%s blames no credential for a fault of ours', (_, { reasons: told }, words) => {
    const faults = Object.entries(told).filter(([reason]) => reason.endsWith('-not-reached'))
    expect(faults.length).toBe(checks.length)
    for (const [, text] of faults) expect(text).toContain(words)
  })

  test('no message is empty', () => {
    const empty = [...englishTexts, ...greekTexts, ...latvianTexts].filter(
      ([, text]) => text.trim() === '',
    )
    expect(empty).toEqual([])
  })

  test('Greek is really Greek', () => {
    const known = new Map(englishTexts)
    const suspicious = greekTexts
      .filter(([path]) => !sameEverywhere.has(path))
      .filter(([path, text]) => known.get(path) === text || !/\p{Script=Greek}/u.test(text))
    expect(suspicious).toEqual([])
  })

  test('Latvian is really Latvian', () => {
    const known = new Map(englishTexts)
    const suspicious = latvianTexts
      .filter(([path]) => !sameEverywhere.has(path))
      .filter(([path, text]) => known.get(path) === text || /[^\P{L}\p{Script=Latin}]/u.test(text))
    expect(suspicious).toEqual([])
    const english = /(?<!\p{L})(?:the|and|of|is|was|not|with|this|from)(?!\p{L})/iu
    expect(latvianTexts.filter(([, text]) => english.test(text))).toEqual([])
    const unkempt = /undefined|null|NaN| {2}|[“"«»]/
    expect(latvianTexts.filter(([, text]) => unkempt.test(text))).toEqual([])
  })

  test('English has no Greek letters, and no Greek word mixes alphabets', () => {
    expect(englishTexts.filter(([, text]) => /\p{Script=Greek}/u.test(text))).toEqual([])
    const mixed = /\p{Script=Greek}[A-Za-z]|[A-Za-z]\p{Script=Greek}/u
    expect(greekTexts.filter(([, text]) => mixed.test(text))).toEqual([])
  })

  test.each([
    ['English', english],
    ['Greek', greek],
    ['Latvian', latvian],
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
    const sentences = [english, greek, latvian].flatMap((messages) =>
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
    expect(says(latvianTexts, /derīg/iu)).toEqual([])
  })
})
