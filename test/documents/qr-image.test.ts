import { describe, expect, test } from '@jest/globals'
import { Resvg } from '@resvg/resvg-js'
import { readPhotoApart } from '../../src/documents/documents-apart.ts'
import { qrDataUrl } from '../../src/documents/qr-image.ts'

const addresses = [
  'https://badges.example.org/c/0123456789abcdefghjkmnpqrs',
  `https://badges.example.org/wallets/${'0123456789abcdefghjkmnpqrs'.repeat(2)}?iuv=1`,
  `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(`https://badges.example.org/oid4vci/offers/${'z'.repeat(52)}`)}`,
]

const svgOf = (url: string) =>
  Buffer.from(url.replace('data:image/svg+xml;base64,', ''), 'base64').toString()

describe('the QR code on a page', () => {
  test.each(addresses)('says %s', async (address) => {
    const svg = svgOf(qrDataUrl(address)).replace('<svg ', '<svg width="528" height="528" ')
    const { codes } = await readPhotoApart(new Resvg(svg).render().asPng())
    expect(codes).toEqual([address])
  })

  test.each(addresses)('of %s is small, and black on white with its quiet zone', (address) => {
    const url = qrDataUrl(address)
    expect(url.length).toBeLessThan(7_000)
    expect(svgOf(url)).toMatch(/^<svg [^>]*viewBox="-4 -4 (\d+) \1"/)
    expect(svgOf(url)).toContain('fill="#fff"')
  })
})
