import { describe, expect, test } from '@jest/globals'
import { readBakedSvg } from '../../src/documents/svg.ts'
import { resolveReferences } from '../../src/documents/svg-scanner.ts'

const unreadable = expect.objectContaining({ code: 'input-unreadable' })

describe('the references of an SVG', () => {
  test.each([
    ['&amp;lt;', '&lt;'],
    ['&#38;lt;', '&lt;'],
    ['&#x26;amp;&#60;', '&amp;<'],
    ['&lt;&gt;&quot;&apos;&amp;', `<>"'&`],
    ['&#x1F600;&#945;', '😀α'],
    ['a & b'.replace('&', '&amp;'), 'a & b'],
  ])('%s is %s, and is resolved once', (written, meant) => {
    expect(resolveReferences(written)).toBe(meant)
  })
  test.each([
    '&',
    '&x;',
    '&AMP;',
    '&#;',
    '&#x;',
    '&#0;',
    '&#xD800;',
    '&#x110000;',
    '&amp',
    '&constructor;',
  ])('%s is refused', (written) => {
    expect(() => resolveReferences(`a${written}b`)).toThrow(unreadable)
  })
  test('are looked for in every attribute, and resolved in those that are read', () => {
    expect(readBakedSvg('<svg title="a &amp; b"></svg>')).toEqual({ kind: 'none' })
    expect(() => readBakedSvg('<svg title="&other;"></svg>')).toThrow(unreadable)
  })
})

describe('the tags of an SVG', () => {
  test('are looked through up to a number that no drawing has', () => {
    expect(readBakedSvg(`<svg>${'<g>'.repeat(100_000)}`)).toEqual({ kind: 'none' })
    expect(() => readBakedSvg(`<svg>${'<g>'.repeat(200_000)}`)).toThrow(unreadable)
  })
})
