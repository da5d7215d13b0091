/** The order in which a site writes day, month and year in figures; only its operator knows. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** `iso` takes nothing but `YYYY-MM-DD` (a time may follow); `null` means that nobody has said the order yet. */
export type DateRule = DateOrder | 'iso' | null

export type DayReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'unreadable' }
  /** A date in figures whose order has to be stated; it is never guessed, since 05/11 reads well both ways. */
  | { readonly kind: 'order-needed' }

/**
 * Reads the day out of a date as an LMS or a spreadsheet writes it: ISO 8601, figures in the stated order with two or
 * four digits of year, or a day, a month name (English, Italian, Greek, Bulgarian, Latvian) and a year. A time of day
 * is dropped, not converted: the day is the one that the LMS showed. Answers `YYYY-MM-DD`, from 1990 to 2199.
 */
export function readDay(text: string, rule: DateRule): DayReading {
  // Longer than any date; what follows is not made for such texts.
  if (text.length > 100) return { kind: 'unreadable' }
  const written = withoutTime(text)
  if (written === '') return { kind: 'none' }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  if (rule === 'iso') return { kind: 'unreadable' }
  return readFigures(written, rule) ?? readWords(written)
}

// With dots only where seconds follow: 22. 11.26 is a date. After it perhaps the half of the day, then the zone.
const time =
  /[\sT,]+(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{1,2}\.\d{2}\.\d{2})\s*(?:[ap]\.?\s?m\.?|[πμ]\.?\s?μ\.?|(?:пр|сл)\.?\s?об\.?|ч\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|(?:GMT|UTC)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{3,4})?$/iu

function withoutTime(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(time, '')
    .replace(/\s*г\.?,?$/u, '')
    .replace(/,$/, '')
    .trim()
}

function readFigures(written: string, order: DateOrder | null): DayReading | null {
  const yearFirst = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\.?$/.exec(written)
  // Nobody writes year, day, month: four digits in front settle the order.
  if (yearFirst) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const figures = /^(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?$/.exec(written)
  if (!figures) return null
  const [, first, , second, third] = figures
  switch (order) {
    case null:
      return { kind: 'order-needed' }
    case 'dmy':
      return dayOf(third, second, first)
    case 'mdy':
      return dayOf(third, first, second)
    case 'ymd':
      return third?.length === 4 ? { kind: 'unreadable' } : dayOf(first, second, third)
  }
}

/** The beginnings of month names, without accents; each language's nominative and genitive begin alike. */
const monthStems: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ιαν', 'ян'],
  ['feb', 'φεβ', 'фев'],
  ['mar', 'μαρ', 'мар'],
  ['apr', 'απρ', 'апр'],
  ['may', 'mag', 'mai', 'μαι', 'маи'],
  ['jun', 'giu', 'ιουν', 'юни'],
  ['jul', 'lug', 'ιουλ', 'юли'],
  ['aug', 'ago', 'αυγ', 'авг'],
  ['sep', 'set', 'σεπ', 'сеп'],
  ['oct', 'ott', 'okt', 'οκτ', 'окт'],
  ['nov', 'νοε', 'ное'],
  ['dec', 'dic', 'δεκ', 'дек'],
]

const wordForms = [
  // Sunday, 22 November 2026 · 22-Nov-26 · 22. novembris 2026
  /^(?:\p{L}+\.?,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th|\.|º)?[\s/-]+(?<month>\p{L}+)\.?,?[\s/-]+(?<year>\d{4}|\d{2})$/u,
  // November 22, 2026
  /^(?:\p{L}+\.?,\s+)?(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/u,
  // 2026. gada 22. novembris
  /^(?:\p{L}+\.?,\s+)?(?<year>\d{4})\.?\s*(?:gada\s+)?(?<day>\d{1,2})\.\s*(?<month>\p{L}+)\.?$/u,
]

function readWords(written: string): DayReading {
  const plain = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  for (const form of wordForms) {
    const found = form.exec(plain)?.groups
    if (!found) continue
    const month = monthStems.findIndex((stems) =>
      stems.some((stem) => found.month?.startsWith(stem)),
    )
    if (month !== -1) return dayOf(found.year, String(month + 1), found.day)
  }
  return { kind: 'unreadable' }
}

function dayOf(year = '', month = '', day = ''): DayReading {
  const fullYear = Number(year) + (year.length === 2 ? 2000 : 0)
  const date = new Date(Date.UTC(fullYear, Number(month) - 1, Number(day)))
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  // An LMS writes 1970 where it has no date.
  if (!exists || fullYear < 1990 || fullYear > 2199) return { kind: 'unreadable' }
  return { kind: 'day', day: date.toISOString().slice(0, 10) }
}
