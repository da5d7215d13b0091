import { describe, expect, test } from '@jest/globals'
import { checks, reasons, warnings } from '../../src/checking/report.ts'
import { type Language, languages } from '../../src/language.ts'
import type { Messages } from '../../src/messages/messages.ts'
import { messagesFor } from '../../src/messages/offered.ts'

/** What a function of the messages is called with here. */
function sampleFor(path: string): readonly unknown[] {
  if (path.includes('.ruleReasons.')) return [{ what: '7', has: 5, needs: 9 }]
  if (path.startsWith('.particulars.')) return [{ at: '7', value: '5', limit: '9', choices: '3' }]
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
const texts = (language: Language) => textsOf(withoutCertificate(messagesFor(language)), '')

// Names of formats are the same everywhere.
const sameEverywhere = new Set([
  '.pages.credential.formats.pdf.label',
  '.pages.credential.formats.json.label',
  '.pages.credential.formats.jwt.label',
])

/** What only this language has, and what it never has: letters, quotation marks, words. */
const signs: Readonly<
  Record<Language, { readonly has: RegExp; readonly never: RegExp; readonly faultOfOurs: string }>
> = {
  en: {
    has: /[a-z]/i,
    never: /[\p{Script=Greek}\p{Script=Cyrillic}«»„]/u,
    faultOfOurs: 'something went wrong here',
  },
  it: {
    has: /[a-z]/i,
    never: /\b(?:the|of|is)\b|[“”'"„]|[^\P{L}\p{Script=Latin}]/iu,
    faultOfOurs: 'per un errore del servizio',
  },
  el: {
    has: /\p{Script=Greek}/u,
    never: /\p{Script=Cyrillic}|\p{Script=Greek}[A-Za-z]|[A-Za-z]\p{Script=Greek}/u,
    faultOfOurs: 'σφάλμα στην υπηρεσία',
  },
  bg: {
    has: /\p{Script=Cyrillic}/u,
    never: /\p{Script=Greek}|\p{Script=Cyrillic}[A-Za-z]|[A-Za-z]\p{Script=Cyrillic}|[ыэёіїєґј]/iu,
    faultOfOurs: 'при нас възникна грешка',
  },
  lv: {
    has: /[a-z]/i,
    never:
      /(?<!\p{L})(?:the|and|of|is|was|not|with|this|from)(?!\p{L})|[“"«»]|[^\P{L}\p{Script=Latin}]/iu,
    faultOfOurs: 'šeit radās kļūda',
  },
}

/** The word for valid, which only the verdict itself may say. */
const valid: Readonly<Record<Language, RegExp>> = {
  en: /\bvalid\b/i,
  it: /(?<!\p{L})valid/iu,
  el: /(?<!\p{L})έγκυρ/iu,
  bg: /(?<!\p{L})валид/iu,
  lv: /derīg/iu,
}

describe.each(languages)('the messages in %s', (language) => {
  const messages = messagesFor(language)

  test('say which language they are in', () => {
    expect(messages.language).toBe(language)
  })

  test('have a sentence for each code of a report, and for no other', () => {
    expect(Object.keys(messages.reasons)).toEqual([...reasons])
    expect(Object.keys(messages.warnings)).toEqual([...warnings])
    expect(Object.keys(messages.checks)).toEqual([...checks])
  })

  test('are the same as in English, none is empty or shows what only programs write', () => {
    const paths = (all: ReturnType<typeof texts>) => all.map(([path]) => path).sort()
    expect(paths(texts(language))).toEqual(paths(texts('en')))
    const unkempt = /^\s*$|\b(?:undefined|null|NaN)\b|\$\{| {2}/
    expect(texts(language).filter(([, text]) => unkempt.test(text))).toEqual([])
  })

  test('blame no credential for a fault of ours', () => {
    const faults = Object.entries(messages.reasons).filter(([reason]) =>
      reason.endsWith('-not-reached'),
    )
    expect(faults.length).toBe(checks.length)
    for (const [, text] of faults) expect(text).toContain(signs[language].faultOfOurs)
  })

  test('are really in that language', () => {
    const english = new Map(texts('en'))
    const { has, never } = signs[language]
    const suspicious = texts(language)
      .filter(([path, text]) => !sameEverywhere.has(path) && /\p{L}/u.test(text))
      .filter(
        ([path, text]) =>
          !has.test(text) || never.test(text) || (language !== 'en' && english.get(path) === text),
      )
    expect(suspicious).toEqual([])
  })

  test('say for each failure and problem what to do: more than one clause', () => {
    const remedies = Object.values(messages.refusals).map(({ remedy }) => remedy)
    expect(remedies.filter((remedy) => !/[.]$/.test(remedy))).toEqual([])
    const short = Object.values(messages.complaints).filter((text) => text.split('. ').length < 2)
    expect(short).toEqual([])
  })

  test('end sentences as sentences', () => {
    const sentences = Object.values(messages.reasons)
    expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([])
  })

  test('say the word for valid only in the verdict itself', () => {
    const allowed = /^\.(verdicts|headlines)\.(valid|invalid)/
    const elsewhere = texts(language).filter(([path]) => !allowed.test(path))
    expect(elsewhere.filter(([, text]) => valid[language].test(text))).toEqual([])
  })
})
