import type { ForeignWorld } from '../support/foreign-world.ts'
import type { Attack, Family, Handed } from './attack.ts'
import { badge } from './base-documents.ts'

const notStrict = { refused: 'not-strict-json' } as const
const tooLarge = { refused: 'input-too-large' } as const
const notFound = { refused: 'no-credential-found' } as const

type Change = (text: string) => Handed

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

/** The bytes of an honest badge, with one place turned into these. */
const withBytes =
  (...bytes: number[]): Change =>
  (text) => {
    const whole = Buffer.from(text)
    const at = whole.indexOf('Certificate in cataloguing')
    return Buffer.concat([whole.subarray(0, at), Buffer.from(bytes), whole.subarray(at)])
  }

/** Another member in front of the signed ones, or behind them. */
const doubled: readonly (readonly [string, Change])[] = [
  ['with its name twice, the false one first', before('"name":"Doctor"')],
  ['with its name twice, the false one last', after('"name":"Doctor"')],
  ['with its end twice', before('"validUntil":"2099-01-01T00:00:00Z"')],
  ['with its name twice, once escaped', before('"n\\u0061me":"Doctor"')],
  ['with its issuer twice', after('"issuer":"did:web:oxford.example"')],
  ['with its proof twice', after('"proof":[]')],
  ['with its type twice', before('"type":["VerifiableCredential"]')],
  ['with its subject twice', before('"credentialSubject":{}')],
  [
    'with a member of its subject twice',
    (text) => text.replace('"credentialSubject":{', '"credentialSubject":{"id":"urn:uuid:1",'),
  ],
  [
    'with a member twice that differs in its accent only',
    before('"n\u00e4me":"a","na\u0308me":"b"'),
  ],
]

function before(member: string): Change {
  return (text) => text.replace('{', `{${member},`)
}

function after(member: string): Change {
  return (text) => text.replace(/\}$/, `,${member}}`)
}

const refusedTexts: readonly (readonly [string, Change, Attack['because']])[] = [
  ['with a __proto__', before('"__proto__":{"name":"Doctor"}'), notStrict],
  ['with an escaped __proto__', before('"\\u005f_proto__":{"name":"Doctor"}'), notStrict],
  ['with half a surrogate pair', before('"a":"\\ud800"'), notStrict],
  ['with the wrong half of a surrogate pair', before('"a":"\\udc00\\ud800"'), notStrict],
  ['with half a surrogate pair for a name', before('"\\ud800":"a"'), notStrict],
  ['with a NUL in a text', before('"a":"\u0000"'), notStrict],
  ['with a line break in a text', before('"a":"\n"'), notStrict],
  ['with a byte that is no UTF-8', withBytes(0xff), notStrict],
  ['with an overlong slash', withBytes(0xc0, 0xaf), notStrict],
  ['with an overlong NUL', withBytes(0xc0, 0x80), notStrict],
  ['with a surrogate in UTF-8', withBytes(0xed, 0xa0, 0x80), notStrict],
  ['with a letter beyond Unicode', withBytes(0xf4, 0x90, 0x80, 0x80), notStrict],
  ['with a letter cut short', withBytes(0xe2, 0x82), notStrict],
  ['in UTF-16', (text) => utf16(text, 'le'), notFound],
  ['in UTF-16, the other way round', (text) => utf16(text, 'be'), notFound],
  ['with a NUL behind', (text) => `${text}\0`, notStrict],
  ['with something behind', (text) => `${text}{}`, notStrict],
  ['with a second credential behind', (text) => `${text}\n${text}`, notStrict],
  ['with a comma too many', (text) => text.replace(/\}$/, ',}'), notStrict],
  ['with a comment', before('/* */"a":1'), notStrict],
  ['with single quotes', (text) => text.replaceAll('"', "'"), notStrict],
  ['with a bracket less', (text) => text.slice(0, -1), notStrict],
  ['cut in the middle', (text) => text.slice(0, text.length / 2), notStrict],
  ['with NaN', before('"a":NaN'), notStrict],
  ['with Infinity', before('"a":-Infinity'), notStrict],
  ['with a number too large to be exact', before('"a":9007199254740993'), notStrict],
  ['with a number beyond all', before('"a":1e400'), notStrict],
  ['with a zero in front of a number', before('"a":01'), notStrict],
  ['with a plus in front of a number', before('"a":+1'), notStrict],
  ['with a hexadecimal number', before('"a":0x1'), notStrict],
  ['with an unknown escape', before('"a":"\\x41"'), notStrict],
  ['with a blank of another kind', (text) => text.replace(':', ':\u00a0'), notStrict],
  ['in a list', (text) => `[${text}]`, notFound],
  ['as a text in JSON', (text) => JSON.stringify(text), notFound],
  ['as nothing', () => '', notFound],
  ['as blanks', () => '  \n', notFound],
  ['as null', () => 'null', notFound],
  ['as an empty object', () => '{}', ['form-not-a-credential']],
  [
    'with its type in capitals',
    (text) => text.replace('"VerifiableC', '"VERIFIABLEC'),
    ['form-not-a-credential'],
  ],
  ['with a BOM twice', (text) => `\ufeff\ufeff${text}`, notStrict],
]

const deep = (depth: number): Change => before(`"a":${'['.repeat(depth)}${']'.repeat(depth)}`)

/** Small bodies that keep careless verifiers busy for seconds (json-dos): refused before anything is made of them. */
const heavyTexts: readonly (readonly [string, Change, Attack['because']])[] = [
  ['33 levels deep', deep(33), tooLarge],
  ['a thousand levels deep', deep(1_000), tooLarge],
  ['a hundred thousand levels deep', deep(100_000), tooLarge],
  ['open a hundred thousand times', (text) => `${text}${'['.repeat(100_000)}`, notStrict],
  [
    'a thousand objects deep',
    before(`"a":${'{"a":'.repeat(1_000)}1${'}'.repeat(1_000)}`),
    tooLarge,
  ],
  ['with a list of two thousand', before(`"a":[${'1,'.repeat(2_000)}1]`), tooLarge],
  ['with thirty thousand members', before(members(30_000)), tooLarge],
  ['with two thousand members', before(members(2_000)), ['form-term-hidden']],
  ['with a text of 70 kB', before(`"a":"${'x'.repeat(70_000)}"`), tooLarge],
  ['with a name of 70 kB', before(`"${'x'.repeat(70_000)}":1`), tooLarge],
  ['with 600 nameless objects', before(`"evidence":[${'{},'.repeat(600)}{}]`), tooLarge],
  ['over one megabyte', (text) => `${text}${' '.repeat(1_000_001)}`, tooLarge],
  ['over two megabytes', (text) => `${text}${' '.repeat(2_100_000)}`, tooLarge],
  ['with a number of 60,000 figures', before(`"a":${'1'.repeat(60_000)}`), notStrict],
  [
    'with a hundred thousand quotation marks',
    before(`"a":"${'\\"'.repeat(30_000)}"`),
    ['form-term-hidden'],
  ],
]

function members(count: number): string {
  return Array.from({ length: count }, (_, at) => `"m${at}":1`).join(',')
}

export const textFamilies: readonly Family[] = [
  {
    of: 'the text of a badge',
    honest: async (world) => JSON.stringify(await world.sign(badge())),
    overHttp: true,
    attacks: [
      ...doubled.map(
        ([name, change], at) =>
          [name, change, at === 9 ? (['form-term-hidden'] as const) : notStrict] as const,
      ),
      ...refusedTexts,
      ...heavyTexts,
    ].map(([name, change, because]) => ({
      name,
      because,
      unsaid: ['Doctor', 'oxford'],
      attacked: async (world: ForeignWorld) => change(JSON.stringify(await world.sign(badge()))),
    })),
  },
  {
    of: 'the text of a badge with a byte order mark and blanks',
    honest: async (world) => `\ufeff ${JSON.stringify(await world.sign(badge()), null, 2)}\r\n\t`,
    attacks: [],
  },
]
