import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { squeezeCss } from '../../src/web/squeeze-css.ts'

const written = readFileSync('assets/style.css', 'utf8')

/** Every declaration and every selector of a sheet, whatever stands between them. */
const said = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .split(/[{};]/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/\s*([,:>])\s*/g, '$1')
        .replace(/(^|[^\d.-])0\./g, '$1.')
        .trim(),
    )
    .filter((part) => part !== '')

describe('the style sheet as it is sent', () => {
  test('says what the written one says, its own names aside', () => {
    const names = [...new Set(written.match(/--[a-z-]+/g))]
    const short = [...new Set(squeezeCss(written).match(/--[a-z0-9]+/g))]
    expect(short.length).toBe(names.length)
    const renamed = written.replace(/--[a-z-]+/g, (name) => short[names.indexOf(name)] ?? '')
    expect(said(squeezeCss(written))).toEqual(said(renamed))
    expect(squeezeCss(written).length).toBeLessThan(written.length * 0.8)
  })

  test('keeps the spaces that mean something', () => {
    const css =
      '.a > .b :hover ,\n.c\n{\n  margin: 0 0.5px 10.5px ;\n}\n@media (min-width: 36rem) { a { b: c } }'
    expect(squeezeCss(css)).toBe(
      '.a>.b :hover,.c{margin:0 .5px 10.5px}@media (min-width:36rem){a{b:c}}',
    )
  })

  test('the written sheet has no text that would be changed', () => {
    const strings = written.replace(/\/\*.*?\*\//gs, '').matchAll(/'([^'\n]*)'/g)
    expect([...strings].filter(([, text]) => /[{};:,>\d]| {2}/.test(text ?? ''))).toEqual([])
  })
})
