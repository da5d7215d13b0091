import { z } from 'zod'

/** Ids become parts of URLs and file names. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    'must be lower-case letters and digits, with single hyphens between',
  )
  .max(64)

export const line = z.string().trim().min(1).max(200)
export const prose = z.string().trim().min(1).max(2000)

const colour = z.string().regex(/^#[0-9a-f]{6}$/, 'must be a colour such as #0b3954')

/** What a badge is drawn with. */
export const emblem = z.strictObject({
  label: z.string().trim().min(1).max(12),
  ink: colour,
  ground: colour,
})

/** A text in every language; `null` where a translation is owed. */
export function localised(text: z.ZodString) {
  const owed = text.nullable()
  return z.strictObject({ en: text, it: owed, el: owed, bg: owed, lv: owed })
}
