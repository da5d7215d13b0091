import type { Language } from '../language.ts'

/** Making one of these takes longer than all else about a page; there are a few for each language. */
function keep<Made>(make: (language: Language, options: string) => Made) {
  const made = new Map<string, Made>()
  return (language: Language, options = ''): Made => {
    const key = `${language} ${options}`
    const known = made.get(key) ?? make(language, options)
    made.set(key, known)
    return known
  }
}

// British English: day before month, as the rest of Europe writes it.
const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : language)

const dateFormat = keep((language, options) => {
  const given = JSON.parse(options) as Intl.DateTimeFormatOptions
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...given })
})
const numberFormat = keep(
  (language) => new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 }),
)
const countryNames = keep(
  (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'code' }),
)

function format(iso: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return dateFormat(language, JSON.stringify(options)).format(date)
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
  return numberFormat(language).format(value)
}

/** The name of a country by its ISO 3166-1 code; the code itself where there is none. */
export function countryName(code: string, language: Language): string {
  return countryNames(language).of(code) ?? code
}

/** A part of a whole in percent, as it is written: "10.2%", in Italian "10,2%"; of nothing, nothing. */
export function formatShare(part: number, whole: number, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
    whole === 0 ? 0 : part / whole,
  )
}
