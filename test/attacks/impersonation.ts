import { type ForeignWorld, knownName, schoolDid } from '../support/foreign-world.ts'
import type { Family, Make } from './attack.ts'
import { badge, plain } from './base-documents.ts'

const named =
  (name: unknown): Make =>
  (world) =>
    world.sign(badge({ issuer: { id: schoolDid, type: ['Profile'], name } }))

/** `Library School of Many Hills`, as somebody writes it who is another. */
const names: readonly (readonly [string, string])[] = [
  ['letter by letter', knownName],
  ['in capitals', knownName.toUpperCase()],
  ['in Cyrillic letters', 'Librаrу Sсhооl оf Mаnу Hills'],
  ['with a Cyrillic capital', '\u0405chool of Many Hills'.replace(/^/, 'Library ')],
  ['in Greek letters', 'Library Sch\u03bf\u03bfl \u03bff \u039cany \u0397ills'],
  ['in full width', fullWidth(knownName)],
  ['in mathematical letters', mathematical(knownName)],
  ['with invisible letters', knownName.replaceAll('o', 'o\u200b\u200d\u2060')],
  ['with soft hyphens', knownName.replaceAll('a', 'a\u00ad')],
  ['with marks that turn it round', `\u202e${knownName}\u202c`],
  ['with isolates', `\u2066${knownName}\u2069`],
  ['with marks upon its letters', knownName.replaceAll('a', 'a\u0301')],
  ['with accents', 'L\u00efbr\u00e1ry Sch\u00f6\u00f6l of Ma\u00f1y Hills'],
  ['with variation selectors', knownName.replaceAll('i', 'i\ufe0f')],
  ['with tags', `${knownName}\u{e0061}\u{e007f}`],
  ['with blanks of another kind', knownName.replaceAll(' ', '\u2003')],
  ['without blanks', knownName.replaceAll(' ', '')],
  ['with full stops', `${knownName}.`],
  ['in brackets', `\u00ab${knownName}\u00bb`],
  ['with figures for letters', 'Library Schoo1 0f Many Hi11s'],
  ['with strokes for letters', 'Library Schoo| of Many Hi||s'],
  ['with a line break', knownName.replace(' ', '\n')],
]

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0))
}

function mathematical(text: string): string {
  return text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0x1d3b9))
}

export const impersonationFamilies: readonly Family[] = [
  {
    of: 'a badge of a school with a name of its own',
    honest: named('Library School of Many Hulls'),
    attacks: names.map(([name, written]) => ({
      name: `under the name of a known one ${name}`,
      attacked: named(written),
      because: ['issuer-impostor'] as const,
    })),
  },
  {
    of: 'a credential with names in two languages',
    honest: (world: ForeignWorld) =>
      world.sign(plain({ issuer: { id: schoolDid, name: 'A club' } })),
    attacks: [
      {
        name: 'when one of them is that of a known issuer',
        attacked: (world) =>
          world.sign(
            plain({
              issuer: {
                id: schoolDid,
                name: [
                  { '@value': 'Ein Verein', '@language': 'de' },
                  { '@value': knownName, '@language': 'en' },
                ],
              },
            }),
          ),
        because: ['issuer-impostor'],
      },
    ],
  },
]
