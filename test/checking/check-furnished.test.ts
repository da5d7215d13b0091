import { describe, expect, test } from '@jest/globals'
import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import { checkPrinted } from '../../src/checking/check-printed.ts'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { type Design, pageClaimsOf } from '../../src/documents/certificate-design.ts'
import { readPdfApart } from '../../src/documents/documents-apart.ts'
import { fullDesign, sheets } from '../documents/designs.ts'
import { sampleBadge, sampleInput } from '../documents/samples.ts'

type Choices = NonNullable<Parameters<typeof sampleInput>[0]>

/** A page of one design, compared with what the issuer signed of another. */
async function check(
  design: Design,
  over: {
    readonly choices?: Choices
    readonly signed?: Design | null
    readonly json?: string
  } = {},
  change?: (doc: PDFDocument) => Promise<void> | void,
) {
  const { choices = {}, signed = design } = over
  let pdf = await drawCertificate({
    ...sampleInput(choices),
    ...(over.json ? { json: over.json } : {}),
    design,
  })
  if (change) {
    const doc = await PDFDocument.load(pdf, { updateMetadata: false })
    await change(doc)
    pdf = await doc.save()
  }
  const { attached = '', pages } = await readPdfApart(pdf)
  const beside = signed ? pageClaimsOf(signed) : undefined
  const checked = checkPrinted(JSON.parse(attached), pages, beside ? { beside } : {})
  return { reason: checked.finding.reason, differences: checked.differences }
}

const agrees = { reason: 'printed-agrees', differences: [] }
const covered = { reason: 'printed-covered', differences: [] }

describe('a furnished certificate', () => {
  test.each(sheets)('agrees across %s on %s', async (layout, paper) => {
    expect(await check(fullDesign({ layout, paper }))).toEqual(agrees)
    expect(await check({ layout, paper, signatories: [] })).toEqual(agrees)
  })

  test.each(['en', 'it', 'el', 'bg', 'lv'] as const)('agrees in %s', async (language) => {
    const choices = { language, distinction: true }
    expect(await check(fullDesign({ layout: 'portrait' }), { choices })).toEqual(agrees)
    const { logo: _logo, ...noLogo } = fullDesign()
    expect(await check(noLogo, { choices })).toEqual(agrees)
  })

  test('shows nothing that its issuer did not sign', async () => {
    const design = fullDesign()
    expect(await check(design, { signed: null })).toEqual(covered)
    const { logo: _logo, ...noLogo } = design
    expect(await check(design, { signed: noLogo })).toEqual(covered)
    const other = { ...design, partnerLine: 'With the Royal Academy' }
    expect(await check(other, { signed: design })).toEqual(covered)
    const [first, second] = design.signatories
    const renamed = { ...design, signatories: [{ ...first!, name: 'Prof. Other' }, second!] }
    expect(await check(renamed, { signed: design })).toEqual(covered)
    const { sealedBy: _seal, ...unsealed } = design
    expect(await check(design, { signed: unsealed })).toEqual(covered)
  })

  test.each(sheets)('tells another name across %s on %s', async (layout, paper) => {
    const json = JSON.stringify(sampleBadge({ name: 'Eleni Papadopoulou' }))
    const found = await check(fullDesign({ layout, paper }), {
      choices: { name: 'Maria Rossi' },
      json,
    })
    expect(found).toEqual({
      reason: 'printed-differs',
      differences: [{ fact: 'recipient', printed: 'Maria Rossi', signed: 'Eleni Papadopoulou' }],
    })
  })

  test('has no room for a line or a mark of anybody else', async () => {
    const design = fullDesign({ layout: 'portrait' })
    const line = await check(design, {}, async (doc) => {
      const font = await doc.embedFont(StandardFonts.TimesRoman)
      doc.getPage(0).drawText('with the highest honours', { x: 220, y: 500, size: 12, font })
    })
    expect(line.reason).not.toBe('printed-agrees')
    const mark = await check(design, {}, (doc) => {
      doc.getPage(0).drawRectangle({ x: 100, y: 480, width: 40, height: 6, color: rgb(0, 0, 0) })
    })
    expect(mark).toEqual(covered)
  })
})
