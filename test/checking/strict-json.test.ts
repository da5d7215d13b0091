import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseStrictJson } from '../../src/checking/receiving/strict-json.ts'
import { refusalOf } from '../support/refused.ts'

const refusal = (input: string | Uint8Array) => refusalOf(() => parseStrictJson(input))

/** JSON text of every shape within the limits; integers beyond the exact range are refused, as tested below. */
const isExact = (value: unknown): boolean => {
  if (typeof value === 'number') return !Number.isInteger(value) || Number.isSafeInteger(value)
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact)
}
const hasProto = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProto))
const json = fc.jsonValue({ maxDepth: 6 }).filter((value) => isExact(value) && !hasProto(value))

describe('strict JSON', () => {
  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseStrictJson(text)).toEqual(JSON.parse(text))
        expect(parseStrictJson(new TextEncoder().encode(text))).toEqual(JSON.parse(text))
      }),
    )
  })

  test('is refused wherever JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        json,
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', '\\', '0', '\u0001'),
        (value, where, put) => {
          const text = JSON.stringify(value)
          const at = where % text.length
          const broken = text.slice(0, at) + put + text.slice(at + 1)
          try {
            JSON.parse(broken)
          } catch {
            expect(refusal(broken).code).toBe('not-strict-json')
          }
        },
      ),
    )
  })

  test('is refused once a key is there twice, at any depth', () => {
    fc.assert(
      fc.property(json, fc.string(), fc.nat(5), (value, key, depth) => {
        fc.pre(key !== '__proto__' && !/\p{Surrogate}/u.test(key))
        const member = `${JSON.stringify(key)}:${JSON.stringify(value)}`
        const twice = `{${member},"${'x'.repeat(40)}":1,${member}}`
        const text = '[{"in":'.repeat(depth) + twice + '}]'.repeat(depth)
        expect(refusal(text).message).toContain('twice')
      }),
    )
  })

  test('sees through escapes in a key', () => {
    expect(refusal('{"id":1,"\\u0069d":2}').message).toBe(
      'The JSON has the key "id" twice at line 1, column 9.',
    )
  })

  test.each([
    ['a __proto__ key', '{"__proto__":{"admin":true}}', /__proto__/],
    ['an escaped __proto__ key', '{"\\u005f_proto__":1}', /__proto__/],
    ['an escaped lone surrogate', '["\\ud800"]', /surrogate/],
    ['a raw lone surrogate', '["\ud800"]', /surrogate/],
    ['a reversed pair', '["\\udc00\\ud800"]', /surrogate/],
    ['a number beyond all bounds', '[1e999]', /number/],
    ['an integer that is not exact', '[9007199254740993]', /number/],
    ['nothing', '', /well formed/],
    ['two values', '1 2', /more after/],
    ['a trailing comma', '[1,]', /well formed/],
    ['a comment', '[1/*one*/]', /well formed/],
    ['a leading zero', '[01]', /well formed/],
    ['a single quote', "{'a':1}", /well formed/],
    ['a control character', '["\u0001"]', /well formed/],
    ['a second byte order mark', '\ufeff\ufeff{}', /well formed/],
    ['a no-break space', '\u00a0{}', /well formed/],
    ['NaN', '[NaN]', /well formed/],
  ])('refuses %s', (_, text, message) => {
    expect(refusal(text)).toMatchObject({
      code: 'not-strict-json',
      message: expect.stringMatching(message),
    })
  })

  test('names the line and column', () => {
    expect(refusal('{\n  "a": 1,\n  "a": 2\n}').message).toContain('line 3, column 3')
  })

  test('refuses bytes that are not UTF-8', () => {
    expect(refusal(Uint8Array.of(0x22, 0xe9, 0x22))).toMatchObject({ code: 'not-strict-json' })
    expect(refusal(Uint8Array.of(0x22, 0xc0, 0x80, 0x22)).message).toContain('UTF-8')
    // UTF-16, as some editors save it.
    expect(refusal(Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0)).message).toContain('UTF-8')
  })

  test('lets one byte order mark pass', () => {
    expect(parseStrictJson('\ufeff{}')).toEqual({})
    expect(parseStrictJson(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0x7d))).toEqual({})
  })

  test('keeps letters of every script, and keys that objects inherit', () => {
    expect(parseStrictJson('{"toString":"Ελένη 𝔄 Šķēle","constructor":1}')).toEqual({
      toString: 'Ελένη 𝔄 Šķēle',
      constructor: 1,
    })
  })
})

describe('the limits of strict JSON', () => {
  test.each([
    ['bytes', `"${'x'.repeat(1_000_000)}"`],
    ['depth', '['.repeat(33) + ']'.repeat(33)],
    ['values', `[${`[${'0,'.repeat(998)}0],`.repeat(20)}0]`],
    ['items', `[${'0,'.repeat(1_000)}0]`],
    ['a string', `"${'x'.repeat(65_537)}"`],
    ['a key', `{"${'x'.repeat(65_537)}":1}`],
  ])('hold for %s', (_, text) => {
    expect(refusal(text).code).toBe('input-too-large')
  })

  test.each([
    ['depth', `${'['.repeat(32)}0${']'.repeat(32)}`],
    ['values', `[${`[${'0,'.repeat(998)}0],`.repeat(19)}[${'0,'.repeat(996)}0]]`],
    ['items', `[${'0,'.repeat(999)}0]`],
    ['a string', `"${'x'.repeat(65_536)}"`],
    ['a data URI', `"data:image/png;base64,${'A'.repeat(900_000)}"`],
  ])('let pass what is just within them: %s', (_, text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text))
  })

  test('stop deep nesting before the stack does', () => {
    expect(refusal('['.repeat(500_000)).code).toBe('input-too-large')
    expect(refusal('{"a":'.repeat(150_000)).code).toBe('input-too-large')
  })
})
