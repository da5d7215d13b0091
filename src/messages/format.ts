import type { Language } from '../language.ts'

function format(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  // British English: day before month, as the rest of Europe writes it.
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(date)
}

/** A day in words, in UTC: "22 November 2026". What is not a date comes back as it is. */
export function formatDate(iso: string, language: Language): string {
  return format(iso, language, { dateStyle: 'long' })
}

/** A day and time in words, in UTC: "22 November 2026 at 10:00 UTC". */
export function formatMoment(iso: string, language: Language): string {
  const moment = format(iso, language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  // Some languages would spell the zone out at length.
  return moment === iso ? iso : `${moment} UTC`
}

/** A number as it is written: "1,000.5", in Greek "1.000,5". At most two decimals: hours are not known finer. */
export function formatNumber(value: number, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value)
}

/** The name of a country by its ISO 3166-1 code; the code itself where there is none. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** A part of a whole in percent, as it is written: "10.2%", in Italian "10,2%"; of nothing, nothing. */
export function formatShare(part: number, whole: number, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
    whole === 0 ? 0 : part / whole,
  )
}
