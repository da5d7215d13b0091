import { Resvg } from '@resvg/resvg-js'
import type { SignedBadge, UnsignedBadge } from '../../src/credential/open-badge.ts'
import { drawBadgeSvg, renderBadgePng } from '../../src/documents/badge-image.ts'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { bakePng } from '../../src/documents/png.ts'
import { drawQr, quietModules } from '../../src/documents/qr.ts'
import { bakeSvg } from '../../src/documents/svg.ts'
import { svgPath } from '../../src/documents/vector-path.ts'

/** One credential in the two ways it is signed. */
export interface Pair {
  readonly json: string
  readonly jwt: string
}

/** A file, and for a kind that only leads to the credential, what stands at its address. */
export interface Given {
  readonly bytes: Uint8Array
  readonly published?: string
}

const utf8 = (value: string | object) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

const emblem = { label: 'BIBLIO', ink: '#f4e9cf', ground: '#1f3a5f' } as const
const badgeSvg = drawBadgeSvg({ ...emblem, title: 'Badge', issuer: 'Issuer' })
const presentations = ['https://www.w3.org/ns/credentials/v2']

/** The certificate of what is signed, so that what is printed is not what differs. */
const certificate = (json: string, attached: string) => {
  const credential = JSON.parse(json) as SignedBadge
  const url = credential.id
  return drawCertificate({
    credential,
    json: attached,
    language: 'en',
    emblem,
    illustrative: true,
    url,
  })
}

/** A picture of the code of an address, a little askew as a hand holds a camera. */
function photograph(address: string): Uint8Array {
  const { size, path } = drawQr(address)
  const side = size + 2 * quietModules
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * side} ${2 * side}" width="900" height="900"><rect width="100%" height="100%" fill="#d8d2c4"/><g transform="rotate(7 ${side} ${side}) translate(${side / 2} ${side / 2})"><rect width="${side}" height="${side}" fill="#fbfaf6"/><path transform="translate(${quietModules} ${quietModules})" d="${svgPath(path)}" fill="#222"/></g></svg>`
  return new Resvg(svg).render().asPng()
}

const idOf = (json: string) => (JSON.parse(json) as UnsignedBadge).id

/** Every kind of thing that can be handed in, made of one credential. */
export const kinds: Readonly<Record<string, (pair: Pair) => Given | Promise<Given>>> = {
  'JSON with a proof': ({ json }) => ({ bytes: utf8(json) }),
  'compact JWT': ({ jwt }) => ({ bytes: utf8(jwt) }),
  'JWT in an envelope': ({ jwt }) => ({
    bytes: utf8({
      '@context': presentations[0],
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${jwt}`,
    }),
  }),
  'presentation, unsigned': ({ json }) => ({
    bytes: utf8({
      '@context': presentations,
      type: ['VerifiablePresentation'],
      verifiableCredential: [JSON.parse(json)],
    }),
  }),
  'PDF, credential attached': async ({ json }) => ({ bytes: await certificate(json, json) }),
  'PDF, QR code only': async ({ json }) => ({
    bytes: await certificate(json, '{}'),
    published: json,
  }),
  'PNG badge': ({ json }) => ({ bytes: bakePng(renderBadgePng(badgeSvg), json) }),
  'SVG badge': ({ json }) => ({ bytes: utf8(bakeSvg(badgeSvg, json)) }),
  'photograph of a certificate': ({ json }) => ({
    bytes: photograph(idOf(json)),
    published: json,
  }),
}
