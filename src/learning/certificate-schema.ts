import { z } from 'zod'
import type { Localised } from '../language.ts'
import { localised } from './catalogue-values.ts'

/** A file beside the catalogue. */
export type PictureFile = string

/** How certificates are set, and what they show beside what is signed. */
export interface CertificateDesign {
  readonly layout: 'landscape' | 'portrait'
  readonly logo: PictureFile | null
  readonly signatories: readonly {
    readonly name: string
    readonly role: Localised
    /** Picture of a handwritten signature. */
    readonly signature: PictureFile | null
  }[]
  /** Who stands behind the programme, in a line or three. */
  readonly partnerLine: Localised | null
}

const short = (most: number) => z.string().trim().min(1).max(most)

const picture = z
  .string()
  .max(100)
  .regex(
    /^[A-Za-z0-9][\w.-]*\.(png|svg)$/,
    'must be the name of a PNG or SVG file beside the catalogue',
  )
  .nullable()
  .default(null)

export const certificateSchema = z.strictObject({
  layout: z.enum(['landscape', 'portrait']).default('landscape'),
  logo: picture,
  signatories: z
    .array(z.strictObject({ name: short(80), role: localised(short(100)), signature: picture }))
    .max(3)
    .default([]),
  partnerLine: localised(short(240)).nullable().default(null),
})

export const plainCertificate: CertificateDesign = {
  layout: 'landscape',
  logo: null,
  signatories: [],
  partnerLine: null,
}
