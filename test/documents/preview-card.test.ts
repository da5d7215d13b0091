import { describe, expect, jest, test } from '@jest/globals'
import { Resvg } from '@resvg/resvg-js'
import {
  cardHeight,
  cardSize,
  cardVersion,
  cardWidths,
  drawPreviewCard,
  type PreviewCard,
  panelWidth,
  renderPreviewCard,
  words,
} from '../../src/documents/preview-card.ts'
import { emblem } from './samples.ts'

jest.setTimeout(120_000)

const { width, height } = cardSize

const card: PreviewCard = {
  ...emblem,
  kind: 'Certificate of completion',
  title: 'Digital competences for library professionals',
  programme: 'BIBLIO: Digital Skills for Library Professionals',
  issuer: 'BIBLIO Sample Academy',
  host: 'badges.example.org',
  date: 'Awarded on 20 November 2026',
}

/** The picture, a number for each pixel. */
function pixelsOf(svg: string): Uint32Array {
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render()
  return new Uint32Array(Uint8Array.from(pixels).buffer)
}

/** Whether anything but the ground is drawn in a box. */
function hasInk(
  pixels: Uint32Array,
  [left = 0, top = 0, right = 0, bottom = 0]: readonly number[],
) {
  const ground = pixels[top * width + left]
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if (pixels[y * width + x] !== ground) return true
  return false
}

/** Right of the words, above them and below; between the panel and the words; and around the emblem. */
const margins: Readonly<Record<string, readonly number[]>> = {
  right: [words.right + 2, 0, width, height],
  top: [panelWidth + 12, 0, width, words.top - 8],
  bottom: [panelWidth + 12, 606, width, height],
  gutter: [panelWidth + 12, 0, words.left - 12, height],
  'edge of the panel': [0, 0, 28, height],
  'foot of the panel': [0, 590, panelWidth - 1, height],
}

function stray(svg: string): readonly string[] {
  const pixels = pixelsOf(svg)
  return Object.keys(margins).filter((name) => hasInk(pixels, margins[name] ?? []))
}

const scripts = [
  'Professional',
  'Βιβλιοθηκονομία',
  'Библиотекознание',
  'Ģirtķēniņšņore',
  'Nguyễn',
  'Über',
]

/** Titles from a word to far more than anybody would write, and words that cannot be broken. */
const texts = scripts.flatMap((word, index) => [
  [word, Array(12).fill(word).join(' ')][index % 2] ?? '',
  [Array(60).fill(word).join(' '), word.repeat(20)][index % 2] ?? '',
])

describe('a preview card', () => {
  test.each(cardWidths)('is 1.91 to 1 and light at %i pixels', (wide) => {
    const png = Buffer.from(renderPreviewCard({ ...card, name: 'Ελένη Παπαδοπούλου' }, wide))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([wide, cardHeight(wide)])
    expect(png.length).toBeLessThan(300_000)
  })

  test.each(texts)('keeps to its margins: %s', (text) => {
    const long = { title: text, name: text, programme: text, issuer: text, kind: text, date: text }
    for (const each of [
      { ...card, title: text },
      { ...card, ...long, host: text, remark: text, state: text },
    ])
      expect(stray(drawPreviewCard(each))).toEqual([])
  })

  test('is missed by this test where something is outside', () => {
    const svg = drawPreviewCard(card)
    const outside = svg.replace('</svg>', '<path fill="#000" d="M1160 300h20v20h-20z"/></svg>')
    expect(stray(outside)).toEqual(['right'])
  })

  test('is the same each time, and needs no font', () => {
    const svg = drawPreviewCard(card)
    expect(svg).toBe(drawPreviewCard(card))
    expect(svg).not.toMatch(/<text|font-family|href|<script|<style/)
  })

  test.each(['தமிழ் செல்வி', '図書館', 'مكتبة', 'a\u{10FFFF}'])(
    'leaves out what no font of ours can draw: %s',
    (name) => {
      expect(drawPreviewCard({ ...card, name })).toBe(drawPreviewCard(card))
      for (const each of ['title', 'programme', 'issuer', 'label', 'kind', 'date'] as const)
        expect(() => drawPreviewCard({ ...card, [each]: name })).not.toThrow()
    },
  )

  test('shows a name only where there is one, and any text as it is', () => {
    const named = drawPreviewCard({ ...card, name: 'Ελένη' })
    expect(named).not.toBe(drawPreviewCard(card))
    expect(stray(drawPreviewCard({ ...card, title: '<script>&"\'' }))).toEqual([])
  })

  test('that does not count is not mistaken for one that does', () => {
    const revoked = drawPreviewCard({ ...card, state: 'Revoked' })
    expect(revoked).toContain('fill="#97202c"')
    expect(revoked).not.toContain(emblem.ground)
    expect(drawPreviewCard(card)).not.toContain('fill="#97202c"')
  })

  test('has a version of its own for whatever is on it', () => {
    const others = [
      { title: 'x' },
      { name: 'x' },
      { programme: 'x' },
      { issuer: 'x' },
      { date: 'x' },
      { state: 'x' },
      { label: 'x' },
      { host: 'x' },
    ].map((other) => cardVersion({ ...card, ...other }, 1200))
    const versions = [cardVersion(card, 1200), cardVersion(card, 800), ...others]
    expect(new Set(versions).size).toBe(others.length + 2)
    expect(cardVersion({ ...card }, 1200)).toBe(versions[0])
  })

  test.each([
    ['#ffffff', '#ffffff'],
    ['#101010', '#111111'],
    ['#f4e9cf', '#fff8e0'],
  ])('can be read whatever colours a catalogue has: %s on %s', (ink, ground) => {
    const svg = pixelsOf(drawPreviewCard({ ...card, ink, ground }))
    expect(hasInk(svg, [40, 84, 364, 388])).toBe(true)
    expect(hasInk(svg, [40, 440, 364, 520])).toBe(true)
  })
})
