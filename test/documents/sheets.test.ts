import { describe, expect, test } from '@jest/globals'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { furnitureOf } from '../../src/documents/certificate-design.ts'
import { paletteOf } from '../../src/documents/certificate-layout.ts'
import { contrast } from '../../src/documents/colours.ts'
import { planOf } from '../../src/documents/sheet-plan.ts'
import type { Language } from '../../src/language.ts'
import { biblio } from '../learning/sample.ts'
import { fullDesign, sheets } from './designs.ts'
import { emblem, pageUrl, sampleInput } from './samples.ts'
import { fileOf, newPath, rasterise, run, testWith } from './tools.ts'

const millimetre = 72 / 25.4

const furnished = (choices: Parameters<typeof sampleInput>[0], over = {}) =>
  drawCertificate({ ...sampleInput(choices), design: fullDesign(over), pageToken: 'a.b.c' })

const unpacked = (pdf: Uint8Array) =>
  run(
    'qpdf',
    '--qdf',
    '--object-streams=disable',
    '--coalesce-contents',
    fileOf(pdf, 'pdf'),
    '-',
  ).toString('latin1')

describe('the code on a certificate', () => {
  test.each(sheets)('is at least 25 mm wide, %s on %s', (layout, paper) => {
    for (const hasSignatories of [true, false])
      for (const hasHead of [true, false]) {
        const { qr, page } = planOf(layout, paper, { hasHead, hasSignatories })
        expect(qr.width).toBeGreaterThanOrEqual(25 * millimetre)
        // Four modules of white between it and the border, also of a short address with large modules.
        const quiet = (qr.width / 29) * 4
        expect(page.height - 45 - (qr.y + qr.height)).toBeGreaterThanOrEqual(quiet)
        expect(qr.x - 45).toBeGreaterThanOrEqual(quiet)
      }
  })

  for (const [layout, paper] of sheets)
    testWith(
      ['pdftoppm', 'zbarimg'],
      `is read from a grey scan, ${layout} on ${paper}`,
      async () => {
        const pdf = await furnished({}, { layout, paper })
        const picture = newPath('')
        run('pdftoppm', '-gray', '-png', '-r', '100', '-singlefile', fileOf(pdf, 'pdf'), picture)
        expect(run('zbarimg', '-q', '--raw', `${picture}.png`).toString().trim()).toBe(pageUrl)
      },
    )
})

describe('printed in grey', () => {
  test('every colour of text keeps a contrast of 4.5 to 1', () => {
    const courses = biblio.courses.flatMap(({ achievements }) => achievements)
    for (const each of [emblem, ...courses.map((achievement) => achievement.emblem)]) {
      const { accent, text, quiet } = paletteOf(each)
      for (const colour of [accent, text, quiet])
        expect(contrast(greyOf(colour), '#ffffff')).toBeGreaterThanOrEqual(4.5)
    }
  })

  testWith(['pdftoppm'], 'lines of text are dark', async () => {
    const pdf = await furnished({ name: 'Ελένη Παπαδοπούλου' })
    const { width, height, pixels } = rasterise(pdf, 150)
    const plan = planOf('landscape', 'a4', furnitureOf(fullDesign()))
    const at = (points: number) => Math.round((points * 150) / 72)
    // The facts and roles are the smallest; the darkest pixel of their rows is that of a stroke.
    for (const top of [plan.head.y + 8, plan.signatories.y + 40]) {
      let darkest = 255
      for (let y = at(top); y < Math.min(height, at(top + 14)); y++)
        for (let x = at(120); x < width - at(80); x++)
          darkest = Math.min(darkest, pixels[y * width + x] ?? 255)
      expect(darkest).toBeLessThan(140)
    }
  })
})

/** As a grey printer sees a colour (ITU-R BT.601). */
function greyOf(colour: string): string {
  const channel = (from: number) => Number.parseInt(colour.slice(from, from + 2), 16)
  const grey = Math.round(0.299 * channel(1) + 0.587 * channel(3) + 0.114 * channel(5))
  return `#${grey.toString(16).padStart(2, '0').repeat(3)}`
}

describe('a furnished certificate, by its structure', () => {
  testWith(
    ['qpdf', 'pdfinfo'],
    'is sound, tagged in order, and says what its pictures are',
    async () => {
      const pdf = await furnished(
        { language: 'it', name: 'Chiara Fiorentini' },
        { layout: 'portrait' },
      )
      expect(run('qpdf', '--check', fileOf(pdf, 'pdf')).toString()).toContain('No syntax or stream')
      const elements = unpacked(pdf).match(
        /<<(?:(?!>>\s*endobj)[\s\S])*?\/Type \/StructElem[\s\S]*?endobj/g,
      )
      const figures = (elements ?? []).filter((each) => /\/S \/(Figure|Link|Form)\b/.test(each))
      expect(figures).toHaveLength(6) // logo, signature, code, address, seal, field
      for (const each of figures) expect(each).toMatch(/\/Alt [(<]/)
      const read = run('pdfinfo', '-struct-text', fileOf(pdf, 'pdf')).toString()
      const order = ['With a library', 'Certificato di', 'Chiara', 'N. N.', 'Head of', 'inquadrare']
      const places = order.map((words) => read.indexOf(words))
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    },
  )

  testWith(['qpdf'], 'paints pictures without transparency, inside marked content', async () => {
    const text = unpacked(await furnished({}))
    expect(text).toMatch(/\/Subtype \/Image/)
    expect(text).not.toMatch(/\/(SMask|JavaScript|JS|Encrypt|OpenAction|Launch)\b/)
    expect(text).toMatch(/\/AFRelationship \/Supplement/)
    expect(text).toMatch(/\/AFRelationship \/Source/)
  })

  test.each<[Language, readonly string[]]>([
    ['en', ['Certificate of completion', 'Signatures', 'How to check it']],
    ['it', ['Certificato di completamento', 'Firme', 'Come verificarlo']],
    ['el', ['Πιστοποιητικό ολοκλήρωσης', 'Υπογραφές', 'Πώς ελέγχεται']],
    ['bg', ['Удостоверение за завършване', 'Подписи', 'Как се проверява']],
    ['lv', ['Mācību pabeigšanas sertifikāts', 'Paraksti', 'Kā to pārbaudīt']],
  ])('has its bookmarks, title and language in %s', async (language, titles) => {
    const pdf = await furnished({ language })
    const lib = await import('pdf-lib')
    const doc = await lib.PDFDocument.load(pdf, { updateMetadata: false })
    const outlines = doc.catalog.lookup(lib.PDFName.of('Outlines'), lib.PDFDict)
    const found: string[] = []
    let item = outlines.lookupMaybe(lib.PDFName.of('First'), lib.PDFDict)
    while (item) {
      found.push(item.lookup(lib.PDFName.of('Title'), lib.PDFHexString).decodeText())
      const place = item.lookup(lib.PDFName.of('Dest'), lib.PDFArray)
      expect(place.get(0)).toBe(doc.getPage(0).ref)
      item = item.lookupMaybe(lib.PDFName.of('Next'), lib.PDFDict)
    }
    expect(found).toEqual(titles)
    expect(doc.getTitle()).toBe(
      'Digital competences for library professionals – Eleni Papadopoulou',
    )
    expect(doc.getLanguage()).toBe(language)
  })

  testWith(['qpdf'], 'says the language of what is printed in another', async () => {
    const design = fullDesign({ partnerLanguage: 'en' })
    const pdf = await drawCertificate({ ...sampleInput({ language: 'lv' }), design })
    expect(unpacked(pdf)).toMatch(/\/Lang \(en\)/)
  })
})
