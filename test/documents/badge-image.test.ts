import { describe, expect, test } from '@jest/globals'
import { drawBadgeSvg, renderBadgePng } from '../../src/documents/badge-image.ts'
import { emblem } from './samples.ts'

const badge = { ...emblem, title: 'Δεδομένα и данни ģ', issuer: 'BIBLIO & <partners>' }

describe('a badge', () => {
  test('is the same picture each time, and needs no font', () => {
    const svg = drawBadgeSvg(badge)
    expect(svg).toBe(drawBadgeSvg(badge))
    expect(svg).not.toMatch(/<text|font-family|href|<script|<style/)
  })

  test('says in words what it shows', () => {
    const svg = drawBadgeSvg(badge)
    expect(svg).toContain('<title>Δεδομένα и данни ģ</title>')
    expect(svg).toContain('<desc>BIBLIO &amp; &lt;partners&gt;</desc>')
    expect(svg).toContain('role="img"')
  })

  test('is 600 pixels square as a PNG', () => {
    const png = Buffer.from(renderBadgePng(drawBadgeSvg(badge)))
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 600])
    expect(png.length).toBeLessThan(200_000)
  })

  test('with words that cannot be drawn is refused by code', () => {
    expect(() => drawBadgeSvg({ ...badge, title: '図書館' })).toThrow(
      expect.objectContaining({ code: 'name-not-printable' }),
    )
  })

  test('differs by title, issuer, label and colours', () => {
    const others = [
      { title: 'Other' },
      { issuer: 'Other' },
      { label: 'OTHER' },
      { ink: '#ffffff' },
      { ground: '#113311' },
    ]
    const drawn = others.map((other) => drawBadgeSvg({ ...badge, ...other }))
    expect(new Set([drawBadgeSvg(badge), ...drawn]).size).toBe(others.length + 1)
  })
})
