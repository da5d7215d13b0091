import { describe, expect } from '@jest/globals'
import fc from 'fast-check'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { type Design, furnitureOf } from '../../src/documents/certificate-design.ts'
import { furnishingBoxes } from '../../src/documents/certificate-furnishing.ts'
import type { Box } from '../../src/documents/ornament.ts'
import { type Plan, planOf } from '../../src/documents/sheet-plan.ts'
import { fullDesign, sheets } from './designs.ts'
import { sampleInput } from './samples.ts'
import { fileOf, rasterise, run, testWith } from './tools.ts'

const alphabets = {
  Latin: 'abcdefghijklmnoprstuvwyzABDEFGLMRSTVÀÉñüößøç’-',
  Greek: 'αβγδεζηθικλμνξοπρστυφχψωάέήίόύώΑΓΔΘΛΞΠΣΦΨΩ-',
  Cyrillic: 'абвгдежзийклмнопрстуфхцчшщъьюяАБДЖЩЮЯ-',
  Latvian: 'aābcčdeēfgģhiījkķlļmnņoprsštuūvzžĀČĒĢĪĶĻŅŠŪŽ',
  Vietnamese: 'aăâbcdđeêghiklmnoôơpqrstuưvxyấềễộựỹẠ',
  Georgian: 'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ',
  Armenian: 'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆևԱԲԳԴԽՀՋՔ',
  Ethiopic: 'ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ',
  polytonic: 'ἀἁἂἃᾀᾁὀὁὖὗῶῷἩἪᾠᾧῤῥαβγδε',
} as const

const isOurs = (letters: string) =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}’-]+$/u.test(letters)

const wordOf = (letters: string) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 24 })
    .map((all) => all.join('').replace(/^-+|-+$/g, ''))
    .filter((word) => word !== '')

const wordsIn = (letters: string, maxLength: number) =>
  fc.array(wordOf(letters), { minLength: 1, maxLength }).map((words) => words.join(' '))

const texts = fc.constantFrom(...Object.values(alphabets)).chain((letters) =>
  fc.record({
    name: wordsIn(letters, 9).map((name) => name.slice(0, 120).trim()),
    title: wordsIn(letters, 16).map((title) => title.slice(0, 200).trim()),
    description: wordsIn(letters, 40),
    signatory: wordsIn(letters, 6).map((name) => name.slice(0, 80).trim()),
    role: wordsIn(letters, 8).map((role) => role.slice(0, 100).trim()),
    partnerLine: wordsIn(letters, 20).map((line) => line.slice(0, 240).trim()),
    // It stands in a sentence of the page's language, which no typeface of another script has the letters for.
    sealedBy: wordsIn(isOurs(letters) ? letters : alphabets.Latin, 8).map((name) =>
      name.slice(0, 120).trim(),
    ),
    language: fc.constantFrom('en', 'it', 'el', 'bg', 'lv'),
  }),
)

interface Word extends Box {
  readonly text: string
}

/** Every word with its box, from the top left corner. */
function wordsOn(pdf: Uint8Array): readonly Word[] {
  const html = run('pdftotext', '-bbox', fileOf(pdf, 'pdf'), '-').toString()
  const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g
  return [...html.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
    text: text ?? '',
    x: Number(left),
    y: Number(top),
    width: Number(right) - Number(left),
    height: Number(bottom) - Number(top),
  }))
}

/** Where the small letters of a word are: the boxes of typefaces reach into the lines above and below. */
const coreOf = ({ text, x, y, width, height }: Word): Word => ({
  text,
  x: x + 0.3,
  width: width - 0.6,
  y: y + height * 0.4,
  height: height * 0.3,
})

const meet = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const grown = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

/** What no word may touch: the code with its quiet zone, the seal, pictures and lines. */
function boxesOf(plan: Plan, design: Design): readonly Box[] {
  const { centre, radius } = plan.seal
  const quiet = (plan.qr.width / 37) * 4
  return [
    grown(plan.qr, quiet),
    { x: centre[0] - radius, y: centre[1] - radius, width: 2 * radius, height: 2 * radius },
    plan.imprint.rule,
    ...furnishingBoxes(plan, design),
  ]
}

const innerRule = 45

function complaints(pdf: Uint8Array, plan: Plan, design: Design): string[] {
  const { width, height } = plan.page
  const room = { x: innerRule, y: innerRule, width: width - 90, height: height - 90 }
  const words = wordsOn(pdf).map(coreOf)
  const outside = words.filter(
    (word) =>
      word.x < room.x + 3 ||
      word.x + word.width > room.x + room.width - 3 ||
      word.y < room.y ||
      word.y + word.height > room.y + room.height - 3,
  )
  const upon = words.filter((word, at) => words.slice(at + 1).some((other) => meet(word, other)))
  const boxes = boxesOf(plan, design)
  const onBoxes = words.filter((word) => boxes.some((box) => meet(word, box)))
  return [
    ...outside.map(({ text }) => `outside: ${text}`),
    ...upon.map(({ text }) => `upon another: ${text}`),
    ...onBoxes.map(({ text }) => `on a picture: ${text}`),
  ]
}

const dpi = 100

/** Pixels that are not white in the strip inside the border, between its corners, and around the code. */
function inkOutside(pdf: Uint8Array, plan: Plan): number {
  const image = rasterise(pdf, dpi)
  const at = (points: number) => Math.round((points * dpi) / 72)
  const { width, height } = plan.page
  const corner = 70
  const strip = 3
  const edge = innerRule + 1
  const across = { x: corner, width: width - 2 * corner, height: strip }
  const up = { y: corner, height: height - 2 * corner, width: strip }
  const quiet = (plan.qr.width / 37) * 4 - 0.7
  const around = grown(plan.qr, quiet)
  const strips: Box[] = [
    { ...across, y: edge },
    { ...across, y: height - edge - strip },
    { ...up, x: edge },
    { ...up, x: width - edge - strip },
    { ...around, height: quiet - 0.7 },
    { ...around, y: plan.qr.y + plan.qr.height + 0.7, height: quiet - 0.7 },
    { ...around, width: quiet - 0.7 },
    { ...around, x: plan.qr.x + plan.qr.width + 0.7, width: quiet - 0.7 },
  ]
  let ink = 0
  for (const box of strips)
    for (let y = at(box.y); y < at(box.y + box.height); y++)
      for (let x = at(box.x); x < at(box.x + box.width); x++)
        if ((image.pixels[y * image.width + x] ?? 255) < 200) ink += 1
  return ink
}

describe('a furnished certificate with texts of any length', () => {
  for (const [layout, paper] of sheets)
    testWith(['pdftotext', 'pdftoppm'], `keeps to its place, ${layout} on ${paper}`, async () => {
      await fc.assert(
        fc.asyncProperty(texts, async (each) => {
          const { name, title, description, language } = each
          const base = fullDesign({ layout, paper })
          const design: Design = {
            ...base,
            partnerLine: each.partnerLine,
            sealedBy: each.sealedBy,
            signatories: [...base.signatories, ...base.signatories.slice(0, 1)].map(
              (signatory) => ({
                ...signatory,
                name: each.signatory,
                role: each.role,
              }),
            ),
          }
          const choices = { name, title, description, language, distinction: true } as const
          const pdf = await drawCertificate({ ...sampleInput(choices), design })
          const plan = planOf(layout, paper, furnitureOf(design))
          expect(complaints(pdf, plan, design)).toEqual([])
          expect(inkOutside(pdf, plan)).toBe(0)
        }),
        { numRuns: 10, seed: 11, endOnFailure: true },
      )
    })

  testWith(['pdftotext', 'pdftoppm'], 'is caught by this test where it does not', async () => {
    const design = fullDesign()
    const plan = planOf('landscape', 'a4', furnitureOf(design))
    const pdf = await drawCertificate({ ...sampleInput(), design })
    expect(complaints(pdf, plan, design)).toEqual([])
    const { plan: moved } = { plan: { ...plan, qr: { ...plan.qr, x: plan.qr.x + 30 } } }
    expect(complaints(pdf, moved, design).join()).toContain('on a picture')
    expect(inkOutside(pdf, moved)).toBeGreaterThan(0)
    const narrow = { ...plan, page: { ...plan.page, width: plan.page.width - 60 } }
    expect(complaints(pdf, narrow, design).join()).toContain('outside')
  })
})
