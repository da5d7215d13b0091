import { z } from 'zod'
import { line, localised, prose, slug } from './catalogue-values.ts'
import type { Partner } from './partner.ts'

const day = z.iso.date('must be a day such as 2026-11-30')

/** The form of an issuer beside the programme; what it refers to is checked in cross-check/check-partners.ts. */
export const partnerSchema: z.ZodType<Partner> = z.strictObject({
  id: slug,
  name: line,
  description: localised(prose),
  url: z
    .url({ protocol: /^https$/, error: 'must be an https URL' })
    .nullable()
    .default(null),
  scope: z.strictObject({
    achievements: z.array(slug).max(500).default([]),
    courses: z.array(slug).max(100).default([]),
    from: day,
    until: day.nullable().default(null),
  }),
})
