import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { learnerKey, readEmail, readName } from '../../src/learning/learner.ts'

describe('a name', () => {
  test.each([
    ['  Ελένη   Παπαδοπούλου ', 'Ελένη Παπαδοπούλου'],
    ['Jānis\r\nBērziņš', 'Jānis Bērziņš'],
    ['Ju\u0308rgen', 'Jürgen'],
    ["=HYPERLINK('x')", "=HYPERLINK('x')"],
    ['O’Connor-Smith, Jr.', 'O’Connor-Smith, Jr.'],
    ['Suharti', 'Suharti'],
    ['علی‌رضا', 'علی‌رضا'],
    ['葛\u{E0100}城', '葛\u{E0100}城'],
  ])('is kept as it is spelt: %j', (written, expected) => {
    expect(readName(written)).toEqual({ name: expected, isCleaned: false })
  })

  test.each([
    ['Anna\u202EannA', 'AnnaannA'],
    ['\uFEFFAn\u200Bna', 'Anna'],
    ['An\u0000na\u2066', 'Anna'],
    ['An\u200Dna', 'Anna'],
    ['Anna\uFE0F', 'Anna'],
    ['An\uD800na', 'Anna'],
  ])('loses what prints nothing or reorders it, and says so: %j', (written, expected) => {
    expect(readName(written)).toEqual({ name: expected, isCleaned: true })
  })

  test.each(['', '   ', '-', '\u200B', '...'])('is missing where nothing is spelt: %j', (text) => {
    expect(readName(text).name).toBe('')
  })

  test('reads the same when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { name } = readName(text)
        expect(readName(name)).toEqual({ name, isCleaned: false })
      }),
    )
  })
})

describe('an e-mail address', () => {
  test('is trimmed and in lower case', () => {
    expect(readEmail(' ELENI@Example.ORG ')).toEqual({
      email: 'eleni@example.org',
      isSuspicious: false,
    })
  })

  test.each(['a@gmial.com', 'a@example.con', 'a..b@example.org', 'a@localhost', '.a@example.org'])(
    'is taken but remarked on where it looks mistyped: %s',
    (text) => {
      expect(readEmail(text)).toEqual({ email: text, isSuspicious: true })
    },
  )

  test.each(['none', 'a@b@c.org', 'a b@example.org', '@example.org', `${'a'.repeat(300)}@b.org`])(
    'is not taken where it is none: %s',
    (text) => {
      expect(readEmail(text)).toEqual({ email: null, isSuspicious: true })
    },
  )

  test('may be absent', () => {
    expect(readEmail(' ')).toEqual({ email: null, isSuspicious: false })
  })
})

describe('what tells learners apart', () => {
  const marks = { name: 'Anna Rossi', email: 'a@example.org', idNumber: 'U1', lmsId: '17' }

  test('is the address, else the number of the institution, else that of the LMS', () => {
    expect(learnerKey(marks, false)).toBe('email:a@example.org')
    expect(learnerKey({ ...marks, email: null }, false)).toBe('idnumber:U1')
    expect(learnerKey({ ...marks, email: null, idNumber: null }, false)).toBe('lms:17')
  })

  test('is the name only where the operator asked for it', () => {
    const nameless = { ...marks, email: null, idNumber: null, lmsId: null }
    expect(learnerKey(nameless, true)).toBe('name:anna rossi')
    expect(learnerKey(nameless, false)).toBeNull()
  })
})
