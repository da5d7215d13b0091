import { readFileSync } from 'node:fs'
import type { Design } from '../../src/documents/certificate-design.ts'
import { type Picture, readPicture } from '../../src/documents/picture.ts'
import { type Layout, layouts, type Paper, paperSizes } from '../../src/documents/sheet-plan.ts'

export const sampleLogo = (): Picture => readPicture(readFileSync('catalogue/sample-academy.svg'))

/** A drawing of a signature, two hundred by sixty. */
const stroke =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="200" height="60"><path fill="none" stroke="#16264c" stroke-width="3" d="M8 44C30 4 42 6 40 36s30-30 36-14-8 30 18 12 26-22 40-8 30-6 58-14"/></svg>'

export const sampleSignature = (): Picture => readPicture(Buffer.from(stroke))

/** Every layout on every paper. */
export const sheets: readonly (readonly [Layout, Paper])[] = layouts.flatMap((layout) =>
  (Object.keys(paperSizes) as Paper[]).map((paper) => [layout, paper] as const),
)

/** All that a page can be furnished with. */
export function fullDesign(over: Partial<Design> = {}): Design {
  return {
    layout: 'landscape',
    paper: 'a4',
    logo: sampleLogo(),
    partnerLine:
      'With a library association, a university and a training centre as partners, co-funded by nobody',
    signatories: [
      { name: 'N. N.', role: 'Head of the programme', signature: sampleSignature() },
      { name: 'N. N. the Second', role: 'Course tutor' },
    ],
    sealedBy: 'Sample Academy e-seal',
    ...over,
  }
}
