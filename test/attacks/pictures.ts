import { crc32, deflateSync } from 'node:zlib'
import type { ForeignWorld } from '../support/foreign-world.ts'
import type { Attack, Family, Handed } from './attack.ts'
import { badge } from './base-documents.ts'

const unreadable = { refused: 'input-unreadable' } as const
const notFound = { refused: 'no-credential-found' } as const
const tooLarge = { refused: 'input-too-large' } as const
const older = { refused: 'open-badges-2' } as const

const start = Buffer.from('89504e470d0a1a0a', 'hex')

function chunk(type: string, data: Uint8Array | string, { length, crc }: Lies = {}): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  const head = Buffer.alloc(4)
  head.writeUInt32BE(length ?? body.length - 4)
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc ?? crc32(body))
  return Buffer.concat([head, body, tail])
}

/** What a chunk says of itself, where that is not true. */
interface Lies {
  readonly length?: number
  readonly crc?: number
}

function ihdr(width = 1, height = 1): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data[8] = 1
  return chunk('IHDR', data)
}

const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 0])))
const end = chunk('IEND', '')
const baked = (text: string | Uint8Array, keyword = 'openbadgecredential') =>
  chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`), Buffer.from(text)]))
const png = (...chunks: readonly Buffer[]) => Buffer.concat([start, ...chunks])

/** The smallest picture that carries this. */
export const pngWith = (text: string | Uint8Array) => png(ihdr(), baked(text), pixels, end)

type Change = (text: string) => Handed

const pngs: readonly (readonly [string, Change, Attack['because']])[] = [
  [
    'with two credentials',
    (text) => png(ihdr(), baked(text), baked(text), pixels, end),
    unreadable,
  ],
  ['with the credential behind its end', (text) => png(ihdr(), pixels, end, baked(text)), notFound],
  ['with another keyword', (text) => png(ihdr(), baked(text, 'openbadge'), pixels, end), notFound],
  [
    'with its keyword in capitals',
    (text) => png(ihdr(), baked(text, 'OpenBadgeCredential'), pixels, end),
    notFound,
  ],
  [
    'with packed text',
    (text) =>
      png(
        ihdr(),
        chunk(
          'iTXt',
          Buffer.concat([Buffer.from('openbadgecredential\0\x01\0\0\0'), deflateSync(text)]),
        ),
        end,
      ),
    unreadable,
  ],
  [
    'with text that unpacks to 100 MB',
    () =>
      png(
        ihdr(),
        chunk(
          'zTXt',
          Buffer.concat([
            Buffer.from('openbadgecredential\0\0'),
            deflateSync(Buffer.alloc(100_000_000)),
          ]),
        ),
        end,
      ),
    unreadable,
  ],
  [
    'with the credential in a tEXt chunk',
    (text) => png(ihdr(), chunk('tEXt', `openbadgecredential\0${text}`), end),
    unreadable,
  ],
  [
    'with an Open Badges 2.0 assertion',
    () => png(ihdr(), baked('{"type":"Assertion"}', 'openbadges'), end),
    older,
  ],
  [
    'with an Open Badges 2.0 assertion that is packed',
    () =>
      png(
        ihdr(),
        chunk(
          'zTXt',
          Buffer.concat([Buffer.from('openbadges\0\0'), deflateSync('{"type":"Assertion"}')]),
        ),
        end,
      ),
    older,
  ],
  [
    'with the address of an Open Badges 2.0 assertion',
    () => png(ihdr(), chunk('tEXt', 'openbadges\0https://x.example/1'), end),
    older,
  ],
  [
    'with a signed Open Badges 2.0 assertion',
    () =>
      png(
        ihdr(),
        baked('eyJhbGciOiJSUzI1NiJ9.eyJ0eXBlIjoiQXNzZXJ0aW9uIn0.AAAA', 'openbadges'),
        end,
      ),
    older,
  ],
  [
    'with a wrong checksum',
    (text) => png(ihdr(), chunk('iTXt', `openbadgecredential\0\0\0\0\0${text}`, { crc: 1 }), end),
    unreadable,
  ],
  [
    'with a length beyond the file',
    (text) => png(ihdr(), chunk('iTXt', text, { length: 0x7fffffff }), end),
    unreadable,
  ],
  [
    'with a length below zero',
    (text) => png(ihdr(), chunk('iTXt', text, { length: 0xffffffff }), end),
    unreadable,
  ],
  ['without an end', (text) => png(ihdr(), baked(text), pixels), unreadable],
  ['cut short', (text) => png(ihdr(), baked(text), pixels, end).subarray(0, 200), unreadable],
  ['with nothing but its first bytes', () => start, unreadable],
  [
    'with 2000 chunks',
    (text) =>
      png(ihdr(), ...Array.from({ length: 2000 }, () => chunk('tEXt', 'a\0')), baked(text), end),
    unreadable,
  ],
  [
    'with text that is no UTF-8',
    () =>
      png(
        ihdr(),
        chunk('iTXt', Buffer.from('openbadgecredential\0\0\0\0\0{"\xff":1}', 'latin1')),
        end,
      ),
    unreadable,
  ],
  [
    'with text without its separators',
    () => png(ihdr(), chunk('iTXt', 'openbadgecredential\0\0'), end),
    unreadable,
  ],
  [
    'of 3 MB',
    (text) => png(ihdr(), baked(text), chunk('IDAT', Buffer.alloc(3_000_000)), end),
    notFound,
  ],
  [
    'with a forged credential',
    (text) => png(ihdr(), baked(text.replace('cataloguing', 'medicine')), end),
    ['signature-broken'],
  ],
  ['with a page for its credential', () => png(ihdr(), baked('<html>'), end), notFound],
]

const namespace = 'https://purl.imsglobal.org/ob/v3p0'
const svg = (inner: string, root = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="${namespace}"${root}>${inner}</svg>`
const element = (text: string) =>
  `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`

export const svgWith = (text: string) => svg(element(text))

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const svgs: readonly (readonly [string, Change, Attack['because']])[] = [
  ['with two credentials', (text) => svg(element(text) + element(text)), unreadable],
  [
    'with a credential as attribute and as text',
    (text) =>
      svg(
        `<openbadges:credential verify="${escaped(text)}">${escaped(text)}</openbadges:credential>`,
      ),
    unreadable,
  ],
  ['with a DOCTYPE', (text) => `<!DOCTYPE svg>${svg(element(text))}`, unreadable],
  [
    'with an entity that reads a file',
    () =>
      `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<openbadges:credential>&x;</openbadges:credential>')}`,
    unreadable,
  ],
  [
    'with a billion laughs',
    () => `<!DOCTYPE l [${laughs()}]>${svg('<openbadges:credential>&l9;</openbadges:credential>')}`,
    unreadable,
  ],
  [
    'with an entity nobody defined',
    () => svg('<openbadges:credential>&x;</openbadges:credential>'),
    unreadable,
  ],
  [
    'with a reference to a letter that is none',
    () => svg('<openbadges:credential>&#0;&#xffffffff;</openbadges:credential>'),
    unreadable,
  ],
  [
    'with another namespace',
    (text) => svg(element(text)).replace(namespace, 'https://x.example'),
    notFound,
  ],
  ['with the credential in a comment', (text) => svg(`<!--${element(text)}-->`), notFound],
  [
    'with the credential in a text',
    (text) => svg(`<text><![CDATA[${element(text).replaceAll(']]>', '')}]]></text>`),
    notFound,
  ],
  ['with an empty credential', () => svg('<openbadges:credential/>'), unreadable],
  ['that is never closed', (text) => svg(element(text)).slice(0, -40), unreadable],
  [
    'with elements in its credential',
    (text) => svg(`<openbadges:credential><a/>${escaped(text)}</openbadges:credential>`),
    unreadable,
  ],
  [
    'with a forged credential',
    (text) => svg(element(text.replace('cataloguing', 'medicine'))),
    ['signature-broken'],
  ],
  ['of 3 MB', (text) => svg(element(text) + ' '.repeat(3_000_000)), tooLarge],
  [
    'of three hundred thousand tags',
    (text) => svg('<a>'.repeat(300_000) + element(text)),
    unreadable,
  ],
  ['with thousands of attributes', () => `<svg${' a="1"'.repeat(50_000)}/>`, unreadable],
  ['that is a page', (text) => `<html>${element(text)}</html>`, notFound],
  [
    'with an Open Badges 2.0 assertion',
    () =>
      '<svg xmlns:ob="http://openbadges.org"><ob:assertion verify="https://x.example/1"/></svg>',
    older,
  ],
  [
    'with a signed Open Badges 2.0 assertion',
    () =>
      '<svg xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="eyJhbGciOiJSUzI1NiJ9.eyJ0eXBlIjoiQXNzZXJ0aW9uIn0.AAAA"></openbadges:assertion></svg>',
    older,
  ],
]

function laughs(): string {
  const lines = Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  )
  return `<!ENTITY l0 "lol">${lines.join('')}`
}

const familyOf = (
  what: string,
  honest: Change,
  attacks: readonly (readonly [string, Change, Attack['because']])[],
): Family => ({
  of: what,
  honest: async (world) => honest(JSON.stringify(await world.sign(badge()))),
  withoutReference: 'it reads no pictures',
  overHttp: true,
  attacks: attacks.map(([name, change, because]) => ({
    name,
    because,
    unsaid: ['medicine'],
    attacked: async (world: ForeignWorld) => change(JSON.stringify(await world.sign(badge()))),
  })),
})

export const pictureFamilies: readonly Family[] = [
  familyOf('a PNG', pngWith, pngs),
  familyOf(
    'a PNG that says it has 30000 by 30000 pixels, which nobody looks at',
    (text) => png(ihdr(30_000, 30_000), baked(text), pixels, end),
    [],
  ),
  familyOf('an SVG', svgWith, svgs),
  familyOf(
    'an SVG with a script, which nobody runs',
    (text) => svg(`<script>alert(1)</script>${element(text)}`, ' onload="alert(1)"'),
    [],
  ),
]
