import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PDFDocument, PDFName, PDFString, rgb, StandardFonts } from 'pdf-lib'
import { checkPrinted } from '../../src/checking/check-printed.ts'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { readPdfApart } from '../../src/documents/documents-apart.ts'
import { pageUrl, sampleBadge, sampleInput } from '../documents/samples.ts'

type Choices = NonNullable<Parameters<typeof sampleInput>[0]>

/** The page of one credential with another attached: what a forger's text editor leaves behind. */
async function pageOf(printed: Choices, signed: Choices = printed, over: object = {}) {
  const json = JSON.stringify(sampleBadge(signed))
  return drawCertificate({ ...sampleInput(printed), json, ...over })
}

async function edit(pdf: Uint8Array, change: (doc: PDFDocument) => Promise<void> | void) {
  const doc = await PDFDocument.load(pdf, { updateMetadata: false })
  await change(doc)
  return doc.save()
}

async function check(pdf: Uint8Array) {
  const { attached = '', pages } = await readPdfApart(pdf)
  const { finding, differences } = checkPrinted(JSON.parse(attached), pages)
  return { reason: finding.reason, outcome: finding.outcome, differences }
}

const agrees = { reason: 'printed-agrees', outcome: 'passed', differences: [] }

/** Where the name stands on the sample: in the middle, about half way up. */
const overName = { x: 200, y: 326, width: 440, height: 60 }

const eligible = { until: '2027-02-24T10:00:00Z', priority: '30/70' }

describe('a page as it was drawn', () => {
  test.each<[string, Choices]>([
    ['of a completion', {}],
    ['with distinction', { distinction: true }],
    ['of a badge', { achievementType: 'Competency', plain: true }],
    ['of participation', { achievementType: 'ext:ParticipationStatement' }],
    ['of an eligibility', { eligible }],
    ['of an eligibility in Greek', { name: 'Ελένη Παπαδοπούλου', language: 'el', eligible }],
    ['in Greek', { name: 'Ελένη Παπαδοπούλου', language: 'el', distinction: true }],
    ['of a Bulgarian', { name: 'Иван Щърбаков' }],
    ['of a Latvian', { name: 'Ģirts Bērziņš-Kalniņš' }],
    ['of one word', { name: 'Sokrates' }],
    ['of a name in three lines', { name: 'María-Fernanda de la Concepción '.repeat(5).trim() }],
    [
      'of a long title',
      { title: 'Information, data and media literacy in libraries '.repeat(4).trim() },
    ],
    ['whose title begins like its description', { title: 'Twelve weeks on data' }],
    ['of a name that is the title', { name: 'Twelve weeks', title: 'Twelve weeks' }],
  ])('%s agrees with what is signed', async (_, choices) => {
    expect(await check(await pageOf(choices))).toEqual(agrees)
  })

  test('agrees whatever the name', async () => {
    const letters = [
      ...'abcdefgh ikmnopqrstuvwxyzÀéñüčšžĶļŅāēαβγδεζηθκλμνξπρστφχψωΆΈабвгдежзийклмнопрстуфхцчшщъьюя-’ ',
    ]
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 60 })
      .map((all) => all.join('').trim())
      .filter((text) => /\p{L}/u.test(text))
    await fc.assert(
      fc.asyncProperty(name, async (each) => {
        expect(await check(await pageOf({ name: each }))).toEqual(agrees)
      }),
      { numRuns: 25, seed: 7 },
    )
  })
})

describe('a genuine credential inside the page of', () => {
  test.each<[string, Choices, string, string]>([
    ['somebody else', { name: 'Maria Rossi' }, 'recipient', 'Maria Rossi'],
    [
      'another achievement',
      { title: 'Master of Library Science' },
      'title',
      'Master of Library Science',
    ],
    [
      'a name that contains the signed one',
      { name: 'Eleni Papadopoulou-Rossi' },
      'recipient',
      'Eleni Papadopoulou-Rossi',
    ],
    ['a distinction that was not earned', { distinction: true }, 'result', 'with distinction'],
  ])('%s is told apart, with both texts', async (_, printed, fact, text) => {
    const { differences, ...told } = await check(await pageOf(printed, {}))
    expect(told).toEqual({ reason: 'printed-differs', outcome: 'failed' })
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ fact, printed: expect.stringContaining(text) })
  })

  test('another day, hours and level is told apart', async () => {
    const other: SignedBadge = JSON.parse(
      JSON.stringify(sampleBadge())
        .replace('2026-11-20', '2024-01-02')
        .replace('"60"', '"600"')
        .replace('"targetCode":"5"', '"targetCode":"7"'),
    )
    const { differences } = await check(await pageOf({}, {}, { credential: other }))
    expect(differences).toEqual([
      {
        fact: 'awardedDate',
        printed: 'Awarded on 2 January 2024',
        signed: 'Awarded on 20 November 2026',
      },
      {
        fact: 'result',
        printed: expect.stringContaining('600 hours'),
        signed: expect.stringContaining('60 hours'),
      },
    ])
  })

  test.each([
    ['that holds for longer', { until: '2029-02-24T10:00:00Z', priority: '30/70' }, '2029'],
    ['with more priority', { until: '2027-02-24T10:00:00Z', priority: '70/70' }, '70 of 70'],
  ])('an eligibility %s is told apart', async (_, changed, text) => {
    const { differences } = await check(await pageOf({ eligible: changed }, { eligible }))
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({
      fact: 'result',
      printed: expect.stringContaining(text),
    })
  })

  test('an eligibility of another day is told apart', async () => {
    const credential = JSON.parse(
      JSON.stringify(sampleBadge({ eligible })).replace('2026-11-20', '2024-01-02'),
    )
    const { differences } = await check(await pageOf({ eligible }, { eligible }, { credential }))
    expect(differences).toEqual([
      {
        fact: 'awardedDate',
        printed: 'Decided on 2 January 2024',
        signed: 'Decided on 20 November 2026',
      },
    ])
  })

  test('a code that leads elsewhere is told apart', async () => {
    const url = 'https://badges.example.com/c/9mJ0pQ2rT5vX8yZ1bC3dE4'
    const { reason, differences } = await check(await pageOf({}, {}, { url }))
    expect(reason).toBe('printed-differs')
    expect(differences).toContainEqual({ fact: 'id', printed: url, signed: pageUrl })
  })
})

describe('a page that was edited', () => {
  test('by a white box and another name differs, and tells what stands there now', async () => {
    const forged = await edit(await pageOf({}), async (doc) => {
      const [page] = doc.getPages()
      page?.drawRectangle({ ...overName, color: rgb(1, 1, 1) })
      const font = await doc.embedFont(StandardFonts.TimesRoman)
      page?.drawText('Maria Rossi', { x: 320, y: 340, size: 40, font })
    })
    const { reason, differences } = await check(forged)
    expect(reason).toBe('printed-differs')
    expect(differences).toEqual([
      { fact: 'recipient', printed: 'Maria Rossi', signed: 'Eleni Papadopoulou' },
    ])
  })
  test('by a white picture over the name is not taken at its word', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
      'base64',
    )
    const forged = await edit(await pageOf({}), async (doc) => {
      doc.getPages()[0]?.drawImage(await doc.embedPng(png), overName)
    })
    expect(await check(forged)).toMatchObject({ reason: 'printed-covered', outcome: 'unknown' })
  })
  test.each(['FreeText', 'Stamp', 'Square'])(
    'by a note (%s) is not taken at its word',
    async (kind) => {
      const forged = await edit(await pageOf({}), (doc) => {
        const note = doc.context.obj({
          Type: 'Annot',
          Subtype: kind,
          Rect: [200, 326, 640, 386],
          Contents: PDFString.of('Maria Rossi'),
          DA: PDFString.of('/Helv 40 Tf 0 g'),
        })
        doc.getPages()[0]?.node.addAnnot(doc.context.register(note))
      })
      expect(await check(forged)).toMatchObject({ reason: 'printed-covered', outcome: 'unknown' })
    },
  )
  test('by words that were added is not taken at its word', async () => {
    const forged = await edit(await pageOf({}), async (doc) => {
      const font = await doc.embedFont(StandardFonts.TimesRoman)
      doc.getPages()[0]?.drawText('First of her year', { x: 100, y: 430, size: 12, font })
    })
    expect(await check(forged)).toMatchObject({ reason: 'printed-covered', outcome: 'unknown' })
  })
  test('by a second page is not taken at its word', async () => {
    const forged = await edit(await pageOf({}), (doc) => {
      doc.addPage()
    })
    expect(await check(forged)).toMatchObject({ reason: 'printed-covered' })
  })
  test('so that it holds a picture only cannot be compared', async () => {
    const forged = await edit(await pageOf({}), (doc) => {
      doc.getPages()[0]?.node.delete(PDFName.of('Contents'))
    })
    expect(await check(forged)).toMatchObject({ reason: 'printed-unreadable', outcome: 'unknown' })
  })
  test('so that its text is invisible is not taken at its word', async () => {
    const forged = await edit(await pageOf({}), (doc) => {
      const page = doc.getPages()[0]
      const mode = doc.context.register(doc.context.flateStream('3 Tr'))
      page?.node.normalize()
      page?.node.wrapContentStreams(mode, doc.context.register(doc.context.flateStream('0 Tr')))
    })
    expect(await check(forged)).toMatchObject({ reason: 'printed-covered', outcome: 'unknown' })
  })
})

describe('a page of another layout', () => {
  const foreign = async (words: readonly string[]) => {
    const doc = await PDFDocument.create()
    const font = await doc.embedFont(StandardFonts.Helvetica)
    const page = doc.addPage()
    for (const [at, text] of words.entries())
      page.drawText(text, { x: 50, y: 700 - 30 * at, size: 14, font })
    await doc.attach(Buffer.from(JSON.stringify(sampleBadge())), 'credential.json')
    return doc.save()
  }
  test('agrees when name and title stand on it, also over two lines', async () => {
    const pdf = await foreign([
      'DIPLOMA',
      'ELENI',
      'Papadopoulou',
      'Digital competences for',
      'library professionals',
    ])
    expect(await check(pdf)).toEqual(agrees)
  })
  test.each([
    [['Maria Rossi', 'Digital competences for library professionals']],
    [['Eleni Papadopoulouxyz', 'Digital competences for library professionals']],
    [['Eleni Papadopoulou', 'Master of Arts']],
    [[]],
  ])('that prints %j cannot be compared', async (words) => {
    expect(await check(await foreign(words))).toMatchObject({ reason: 'printed-unreadable' })
  })
})
