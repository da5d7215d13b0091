import { deflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { renderBadgePng } from '../../src/documents/badge-image.ts'
import { maxPictureBytes, readPicture } from '../../src/documents/picture.ts'
import { sampleLogo } from './designs.ts'

const svg = (inside: string, root = '') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"${root}>${inside}</svg>`,
  )
const square = '<rect x="10" y="10" width="20" height="20" fill="#123456"/>'

describe('a logo', () => {
  test('is drawn from shapes, on white', () => {
    const { width, height, deflated } = readPicture(svg(square))
    expect(width / height).toBeCloseTo(2, 1)
    expect(width).toBeLessThanOrEqual(1_100)
    expect(deflated.length).toBeLessThan(10_000)
    expect(sampleLogo().height).toBe(240)
  })

  test('may be a PNG, with what is clear in it laid on white', () => {
    const png = renderBadgePng(svg(square).toString())
    expect(readPicture(png)).toMatchObject({ width: 480, height: 240 })
  })

  test.each([
    ['<text>Academy</text>', 'it has text: turn it into paths'],
    [`<image href="https://example.org/x.png" width="9" height="9"/>`, '<image>'],
    ['<image href="data:image/png;base64,AA==" width="9" height="9"/>', '<image>'],
    ['<use href="#a"/>', '<use>'],
    ['<a href="https://example.org"><path d="M0 0L9 9"/></a>', '<a>'],
    ['<script>alert(1)</script>', '<script>'],
    ['<style>@import url(https://example.org/x.css);</style>', '<style>'],
    ['<foreignObject/>', '<foreignObject>'],
    ['<animate attributeName="x"/>', '<animate>'],
    ['<filter id="f"/>', '<filter>'],
    ['<pattern id="p"/>', '<pattern>'],
    ['<path d="M0 0L9 9" onclick="x()"/>', 'attribute onclick'],
    ['<path d="M0 0L9 9" filter="url(#f)"/>', 'attribute filter'],
    ['<path d="M0 0L9 9" stroke-dasharray="0.0001"/>', 'attribute stroke-dasharray'],
    ['<path d="M0 0L9 9" fill="url(https://example.org/x.svg#g)"/>', 'points outside'],
    ['<path d="M0 0L9 9" fill="&#117;rl(//example.org/x)"/>', 'points outside'],
    ['<path d="M0 0L9 9" style="fill:url(\'file:///etc/passwd\')"/>', 'points outside'],
    ['<path d="M0 0L9 9" style="mask:none"/>', 'its style sets "mask"'],
  ])('is refused with %s', (inside, message) => {
    expect(() => readPicture(svg(inside + square))).toThrow(message)
  })

  test('is refused with a DOCTYPE, another root, or nothing to see', () => {
    const entity = Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')
    expect(() => readPicture(entity)).toThrow('DOCTYPE')
    const styled = Buffer.from(`<?xml-stylesheet href="//elsewhere.example/s.css"?>${svg(square)}`)
    expect(() => readPicture(styled)).toThrow('it has an instruction')
    expect(() => readPicture(Buffer.from(`<?xml version="1.0"?>${svg(square)}`))).not.toThrow()
    expect(() => readPicture(Buffer.from('<html/>'))).toThrow('it is not an SVG')
    expect(() => readPicture(Buffer.from(''))).toThrow('it is not an SVG')
    expect(() => readPicture(svg('<rect width="9" height="9" fill="#fff"/>'))).toThrow(
      'nothing on white',
    )
  })

  test('is refused where it is large, before it is unpacked', () => {
    expect(() => readPicture(Buffer.alloc(maxPictureBytes + 1))).toThrow('over 256 kB')
    expect(() => readPicture(svg('<g></g>'.repeat(6_000)))).toThrow('over 5000 elements')
    expect(() => readPicture(pngOf(60_000, 60_000))).toThrow('4 megapixels')
    expect(() => readPicture(pngOf(3_999, 3_999))).toThrow('4 megapixels')
    expect(() => readPicture(pngOf(0, 5))).toThrow('damaged PNG')
  })

  test('is refused where its parts are damaged', () => {
    const png = Buffer.from(renderBadgePng(svg(square).toString()))
    png[60] = (png[60] ?? 0) ^ 0xff
    expect(() => readPicture(png)).toThrow()
    expect(() => readPicture(png.subarray(0, 40))).toThrow()
  })
})

/** A PNG whose header claims this size. */
function pngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
