import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { drawBadgeSvg, renderBadgePng } from '../../src/documents/badge-image.ts'
import { bakePng, readBakedPng } from '../../src/documents/png.ts'
import { bakeSvg, readBakedSvg } from '../../src/documents/svg.ts'
import { Refusal } from '../../src/errors.ts'
import { emblem, sampleBadge } from './samples.ts'

const svg = drawBadgeSvg({ ...emblem, title: 'Δεδομένα & данни', issuer: 'BIBLIO "sample"' })
const png = renderBadgePng(svg)
const json = JSON.stringify(sampleBadge({ name: 'Ελένη Щ Ģ 🎓 SAFe®' }))
const jws = 'eyJhbGciOiJSUzI1NiJ9.eyJ2YyI6MX0.c2lnbmF0dXJl'

const words = fc.string({ unit: 'grapheme', maxLength: 60 })
const extremes = fc.constantFrom(
  'Ελένη',
  'Щърбанова',
  '🎓',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '"',
  '\u2028',
)
const credentials = fc
  .record({ name: fc.oneof(words, extremes), note: fc.array(fc.oneof(words, extremes)) })
  .map((value) => JSON.stringify(value))

function chunk(type: string, data: string | Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(body.length - 4)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The picture with further chunks before its first chunk of image data. */
function withChunks(...chunks: readonly Buffer[]): Uint8Array {
  const at = Buffer.from(png).indexOf('IDAT') - 4
  return Buffer.concat([png.subarray(0, at), ...chunks, png.subarray(at)])
}

const unreadable = { code: 'input-unreadable' }
const refusalOf = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    return error
  }
}

/** Asserts that whatever a reader makes of damaged bytes, it is an answer or a refusal. */
function onlyRefuses(read: () => unknown): void {
  const outcome = refusalOf(read)
  if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal)
}

const mutations = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), byte: fc.nat(255) }),
  { minLength: 1, maxLength: 20 },
)

function mutated(bytes: Uint8Array, changes: readonly { at: number; byte: number }[]): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (const { at, byte } of changes) copy[Math.floor(at * copy.length)] = byte
  return copy
}

describe('a PNG', () => {
  test('gives back any credential it was baked with', () => {
    fc.assert(
      fc.property(credentials, (text) => {
        expect(readBakedPng(bakePng(png, text))).toEqual({ kind: 'openbadge3', text })
      }),
      { numRuns: 60 },
    )
    expect(readBakedPng(bakePng(png, jws))).toEqual({ kind: 'openbadge3', text: jws })
  })

  test('has its credential as one plain iTXt chunk before the image data', () => {
    const baked = Buffer.from(bakePng(png, json))
    const at = baked.indexOf('iTXtopenbadgecredential\0\0\0\0\0{')
    expect(at).toBeGreaterThan(0)
    expect(at).toBeLessThan(baked.indexOf('IDAT'))
    expect(baked.indexOf('openbadgecredential', at + 8)).toBe(-1)
  })

  test('holds the newer credential only when it is baked twice', () => {
    const again = bakePng(bakePng(png, jws), json)
    expect(readBakedPng(again)).toEqual({ kind: 'openbadge3', text: json })
    expect(Buffer.compare(again, bakePng(png, json))).toBe(0)
  })

  test('without a credential says so', () => {
    expect(readBakedPng(png)).toEqual({ kind: 'none' })
  })

  test('with an Open Badges 2.0 assertion is told apart', () => {
    const older = withChunks(chunk('iTXt', 'openbadges\0\0\0\0\0{"type":"Assertion"}'))
    expect(readBakedPng(older)).toEqual({ kind: 'openbadge2' })
    const oldest = withChunks(chunk('tEXt', 'openbadges\0https://example.org/a/1'))
    expect(readBakedPng(oldest)).toEqual({ kind: 'openbadge2' })
  })

  test('with two credentials is refused', () => {
    const twice = Buffer.from(`openbadgecredential\0\0\0\0\0${json}`)
    expect(() => readBakedPng(withChunks(chunk('iTXt', twice), chunk('iTXt', twice)))).toThrow(
      expect.objectContaining(unreadable),
    )
  })

  test.each([
    [
      'compressed iTXt',
      chunk(
        'iTXt',
        Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0'), deflateSync('{}')]),
      ),
    ],
    [
      'zTXt',
      chunk('zTXt', Buffer.concat([Buffer.from('openbadgecredential\0\0'), deflateSync('{}')])),
    ],
    [
      'Latin-1 text',
      chunk('iTXt', Buffer.from('openbadgecredential\0\0\0\0\0{"a":"\xae"}', 'latin1')),
    ],
    ['no text fields', chunk('iTXt', 'openbadgecredential\0\0\0')],
  ])('with a credential in the wrong form (%s) is refused', (_, bad) => {
    expect(() => readBakedPng(withChunks(bad))).toThrow(expect.objectContaining(unreadable))
  })

  test('with a wrong checksum, a lying length, no end, or too many chunks is refused', () => {
    const broken = bakePng(png, json)
    const at = Buffer.from(broken).indexOf('openbadgecredential') + 40
    broken[at] = (broken[at] ?? 0) ^ 1
    const lying = Uint8Array.from(png)
    lying.set([0x7f, 0xff, 0xff, 0xff], 8)
    const crowd = Array.from({ length: 1001 }, () => chunk('tEXt', 'a\0b'))
    for (const bad of [
      broken,
      lying,
      png.subarray(0, -6),
      withChunks(...crowd),
      new Uint8Array(),
    ]) {
      expect(() => readBakedPng(bad)).toThrow(expect.objectContaining(unreadable))
    }
  })

  test('ignores a credential after its end', () => {
    const after = Buffer.concat([png, chunk('iTXt', `openbadgecredential\0\0\0\0\0${json}`)])
    expect(readBakedPng(after)).toEqual({ kind: 'none' })
  })

  test('over 2 MB is refused by size', () => {
    const big = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)])
    expect(() => readBakedPng(big)).toThrow(expect.objectContaining({ code: 'input-too-large' }))
  })

  test('is read or refused, whatever bytes change', () => {
    const small = bakePng(png.subarray(0), json).subarray(0, 6000)
    fc.assert(
      fc.property(mutations, (changes) => onlyRefuses(() => readBakedPng(mutated(small, changes)))),
    )
  })
})

describe('an SVG', () => {
  test('gives back any credential it was baked with, to the meaning', () => {
    fc.assert(
      fc.property(credentials, (text) => {
        const read = readBakedSvg(bakeSvg(svg, text))
        expect(read.kind).toBe('openbadge3')
        if (read.kind === 'openbadge3') expect(JSON.parse(read.text)).toEqual(JSON.parse(text))
      }),
      { numRuns: 60 },
    )
  })

  test('gives back the same bytes unless they would end the CDATA section', () => {
    expect(readBakedSvg(bakeSvg(svg, json))).toEqual({ kind: 'openbadge3', text: json })
    expect(readBakedSvg(Buffer.from(bakeSvg(svg, jws)))).toEqual({ kind: 'openbadge3', text: jws })
  })

  test('has its credential right after the svg tag, as the standard shows it', () => {
    const declared = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'
    expect(bakeSvg(svg, json)).toMatch(
      new RegExp(`^<svg ${declared}[^>]*><openbadges:credential><!\\[CDATA\\[\\{`),
    )
    expect(bakeSvg(svg, jws)).toContain(
      `><openbadges:credential verify="${jws}"></openbadges:credential>`,
    )
  })

  test('holds the newer credential only when it is baked twice', () => {
    expect(bakeSvg(bakeSvg(svg, jws), json)).toBe(bakeSvg(svg, json))
    expect(bakeSvg(bakeSvg(svg, json), jws)).toBe(bakeSvg(svg, jws))
  })

  test('without a credential says so', () => {
    expect(readBakedSvg(svg)).toEqual({ kind: 'none' })
    expect(
      readBakedSvg(svg.replace('<desc>', '<!-- <openbadges:credential/> --><desc>')).kind,
    ).toBe('none')
  })

  test('may use another prefix, and resolves the references of XML', () => {
    const other =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>{&quot;a&quot;:&#x42;}</o:credential></svg>'
    expect(readBakedSvg(other)).toEqual({ kind: 'openbadge3', text: '{"a":B}' })
  })

  test('with an Open Badges 2.0 assertion is told apart', () => {
    const older =
      '<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://example.org/a"><![CDATA[{}]]></openbadges:assertion></svg>'
    const plain = older.replace(' verify="https://example.org/a"', '')
    expect(readBakedSvg(plain)).toEqual({ kind: 'openbadge2' })
    expect(readBakedSvg(older)).toEqual({ kind: 'openbadge2' })
  })

  test.each([
    ['a DOCTYPE', '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'],
    ['an unknown entity', bakeSvg(svg, jws).replace(jws, '&bomb;')],
    [
      'two credentials',
      bakeSvg(svg, json).replace('<title>', '<openbadges:credential verify="x"/><title>'),
    ],
    ['an empty credential', bakeSvg(svg, jws).replace(` verify="${jws}"`, '')],
    ['a credential that is not closed', bakeSvg(svg, json).split('</openbadges')[0] ?? ''],
    ['markup in the credential', bakeSvg(svg, jws).replace('></openbadges', '><b/></openbadges')],
    ['both attribute and text', bakeSvg(svg, jws).replace('></openbadges', '>x</openbadges')],
    ['no svg element', '<html></html>'],
    ['nothing', ''],
  ])('with %s is refused', (_, bad) => {
    expect(() => readBakedSvg(bad)).toThrow(expect.objectContaining(unreadable))
  })

  test('that is not UTF-8 or over 2 MB is refused', () => {
    expect(() => readBakedSvg(Uint8Array.of(0x3c, 0x73, 0xff))).toThrow(
      expect.objectContaining(unreadable),
    )
    expect(() => readBakedSvg(svg + ' '.repeat(2 * 1024 * 1024))).toThrow(
      expect.objectContaining({ code: 'input-too-large' }),
    )
  })

  test('is read or refused, whatever bytes change', () => {
    const start = Buffer.from(bakeSvg(svg, json)).subarray(0, 4000)
    const bytes = Buffer.concat([start, Buffer.from('"/></svg>')])
    fc.assert(
      fc.property(mutations, (changes) => onlyRefuses(() => readBakedSvg(mutated(bytes, changes)))),
    )
  })

  test('of two megabytes of openings is answered in linear time', () => {
    for (const part of ['<a ', '<a b="', '<!--', '<svg ', '&', '<a\n', '<openbadges:credential>']) {
      const bad = `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${part.repeat(2_000_000 / part.length)}`
      onlyRefuses(() => readBakedSvg(bad))
    }
  })
})
