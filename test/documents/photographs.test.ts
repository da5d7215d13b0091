import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { Resvg } from '@resvg/resvg-js'
import { readPhotoApart } from '../../src/documents/documents-apart.ts'
import { drawQr } from '../../src/documents/qr.ts'
import { svgPath } from '../../src/documents/vector-path.ts'
import { packageFile } from '../../src/package-root.ts'
import { chunk, png, rows } from './raw-png.ts'
import { pageUrl } from './samples.ts'

const otherUrl = 'https://elsewhere.example/c/1'

/** A code on a white sheet on a table. */
function sheet(transform: string, { url = pageUrl, ink = '#000', more = '' } = {}): string {
  const { path, size } = drawQr(url)
  return `<g transform="${transform}"><rect x="-8" y="-8" width="${size + 16}" height="${size + 16}" fill="#fff"/><path d="${svgPath(path)}" fill="${ink}"${more}/></g>`
}

const picture = (body: string, width = 800, height = 600) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><filter id="blur"><feGaussianBlur stdDeviation="0.35"/></filter></defs><rect width="100%" height="100%" fill="#876"/>${body}</svg>`,
  )
    .render()
    .asPng()

const codesOf = async (bytes: Uint8Array) => (await readPhotoApart(bytes)).codes

describe('the code on a picture', () => {
  test.each([
    ['as it is', picture(sheet('translate(200 100) scale(8)'))],
    ['turned by a quarter', picture(sheet('translate(600 100) rotate(90) scale(8)'))],
    ['upside down', picture(sheet('translate(600 500) rotate(180) scale(8)'))],
    ['turned a little', picture(sheet('translate(300 100) rotate(11) scale(8)'))],
    ['turned by a third', picture(sheet('translate(400 80) rotate(33) scale(7)'))],
    ['seen from the side', picture(sheet('translate(200 100) skewX(15) scale(6 8)'))],
    ['blurred', picture(sheet('translate(200 100) scale(8)', { more: ' filter="url(#blur)"' }))],
    ['pale', picture(sheet('translate(200 100) scale(8)', { ink: '#c4c4c4' }))],
    ['in colour', picture(sheet('translate(200 100) scale(8)', { ink: '#1f3a5f' }))],
    ['small', picture(sheet('translate(20 20) scale(2)'), 140, 140)],
    [
      'small in a picture of 12 megapixels',
      picture(sheet('translate(2500 1900) scale(5)'), 4000, 3000),
    ],
    [
      'on a photograph',
      readFileSync(packageFile('test', 'fixtures', 'documents', 'photograph.jpg')),
    ],
  ])('%s is read', async (_, bytes) => {
    expect(await codesOf(bytes)).toEqual([pageUrl])
  })

  test('and another one are both told', async () => {
    const both = picture(
      sheet('translate(60 60) scale(6)') + sheet('translate(460 160) scale(6)', { url: otherUrl }),
    )
    expect([...(await codesOf(both))].sort()).toEqual([pageUrl, otherUrl].sort())
  })

  test('is missed where there is none', async () => {
    expect(await codesOf(picture(''))).toEqual([])
  })
})

/** The frame header of a JPEG that says how large it is, and nothing behind it. */
const jpeg = (width: number, height: number) => {
  const bytes = Buffer.from('ffd8ffc0000b0800000000010111 00ffd9'.replace(' ', ''), 'hex')
  bytes.writeUInt16BE(height, 7)
  bytes.writeUInt16BE(width, 9)
  return bytes
}

describe('a picture that would take too much memory', () => {
  test.each([
    ['a PNG of 30000 by 30000 in black and white', png(30_000, 30_000)],
    ['a JPEG of 65500 by 65500', jpeg(65_500, 65_500)],
    ['a PNG of 17 megapixels', png(17_000, 1_000)],
    ['a file of 11 MB', Buffer.concat([png(1, 1), Buffer.alloc(11_000_000)])],
  ])('%s is refused before it is unpacked', async (_, bytes) => {
    await expect(readPhotoApart(bytes)).rejects.toMatchObject({ code: 'input-too-large' })
  })

  test.each([
    [
      'that tells its size behind another header',
      png(30_000, 30_000, chunk('CgBI', Buffer.alloc(4, 1))),
    ],
    ['of no size', png(0, 0)],
    ['that is only its first bytes', png(1, 1).subarray(0, 20)],
    ['that is a JPEG without a frame', Buffer.from('ffd8ffd9', 'hex')],
  ])('%s is refused as unreadable', async (_, bytes) => {
    await expect(readPhotoApart(bytes)).rejects.toMatchObject({ code: 'input-unreadable' })
  })

  test.each([
    ['that unpacks to much more than it says', png(10, 10, undefined, rows(8_000, 8_000))],
    ['that unpacks to less than it says', png(3_000, 3_000, undefined, rows(10, 1))],
    ['that breaks off', jpeg(3_000, 3_000)],
  ])('or one %s shows nothing', async (_, bytes) => {
    expect(await codesOf(bytes)).toEqual([])
  })
})
