import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { itemTexts, memberTexts } from '../../src/web/json-slices.ts'

const space = fc.constantFrom(0, 1, '\t', ' \n')

describe('the members and items of JSON, as they are written', () => {
  test('are those that are there', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 6 }), space, (items, indent) => {
        const texts = itemTexts(JSON.stringify(items, null, indent))
        expect(texts.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(items)))
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), space, (members, indent) => {
        const text = JSON.stringify(members, null, indent)
        const found = [...memberTexts(text)].map(([name, value]) => [name, JSON.parse(value)])
        expect(found).toEqual(Object.entries(JSON.parse(text)))
      }),
    )
  })

  test('keep what a parser would mend', () => {
    expect([...memberTexts('{ "a" : {"b":1,"b":2.0} , "c":[ 1 ] }')]).toEqual([
      ['a', '{"b":1,"b":2.0}'],
      ['c', '[ 1 ]'],
    ])
  })

  test.each([
    '',
    '1',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,}',
    '{"a":1}x',
    '{a:1}',
    '{"a":{}',
    '{"a":"',
    '{"a":1 2}',
    '[1]',
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"a":}',
    '{,}',
    '{"\\x":1}',
  ])('are refused where there is no object: %j', (text) => {
    expect(() => memberTexts(text)).toThrow(expect.objectContaining({ code: 'bad-request' }))
  })

  test('are found, or refused, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]{}",:\\ 1a') }), (text) => {
        for (const read of [itemTexts, memberTexts])
          try {
            read(text)
          } catch (thrown) {
            expect(thrown).toMatchObject({ code: 'bad-request' })
          }
      }),
      { numRuns: 1_000 },
    )
  })

  test('are found however deep they are', () => {
    const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`
    expect(itemTexts(`[${deep}]`)).toEqual([deep])
  })

  test('are read no further than is of use, however many there are', () => {
    expect(itemTexts('[1,2,3,}', 3)).toEqual(['1', '2', '3'])
    const members = Array.from({ length: 21 }, (_, place) => `"${place}":1`)
    expect(() => memberTexts(`{${members.join()},}`)).toThrow(/too many/)
  })
})
