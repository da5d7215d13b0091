import { type Form, isText, type Rule, type ValueRule, value } from './rule-vocabulary.ts'

const textual = (rule: Rule, expected: string, holds: (text: string) => boolean): ValueRule => ({
  rule,
  expected,
  holds: (candidate) => isText(candidate) && holds(candidate),
})

const matching = (rule: Rule, expected: string, pattern: RegExp): Form =>
  value(textual(rule, expected, (text) => pattern.test(text)))

export const text = value(textual('is-text', 'a string', () => true))

// RFC 3986 §3: a scheme, then characters that may stand in a URI; letters beyond ASCII as RFC 3987 allows.
const uriForm = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i

export const isAbsoluteUri = (candidate: string): boolean => uriForm.test(candidate)

export const uri = matching('is-uri', 'an absolute URI', uriForm)

export const email = matching('is-email', 'an e-mail address', /^[^\s@]+@[^\s@]+$/)

export const compactJws = matching(
  'is-compact-jws',
  'a compact JWS: three base64url parts',
  /^[\w-]+\.[\w-]*\.[\w-]+$/,
)

export const languageTag = matching(
  'is-language-tag',
  'a language tag such as "el" or "pt-BR"',
  /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/,
)

export const boolean = value({
  rule: 'is-boolean',
  expected: 'true or false',
  holds: (candidate) => typeof candidate === 'boolean',
})

export const number = value({
  rule: 'is-number',
  expected: 'a number',
  holds: (candidate) => typeof candidate === 'number' && Number.isFinite(candidate),
})

/** Whether the day exists: Date.parse reads 31 February as 3 March. */
function isCalendarDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)
}

const time = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?/
const zone = /(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/

function isDateTime(candidate: unknown, hasZone: boolean): boolean {
  if (!isText(candidate)) return false
  const found = time.exec(candidate)
  if (!found?.[1] || !isCalendarDay(found[1])) return false
  const rest = candidate.slice(found[0].length)
  return hasZone ? zone.exec(rest)?.[0] === rest : rest === ''
}

/** VC DM 2.0 §4.9: a dateTimeStamp; one without offset is read as UTC (§"Representing Time"), with a warning. */
export const dateTime = value({
  rule: 'is-date-time',
  expected: 'a date and time with a time zone, such as 2026-11-22T10:00:00Z',
  holds: (candidate) => isDateTime(candidate, true),
  tolerated: { rule: 'has-time-zone', holds: (candidate) => isDateTime(candidate, false) },
})

export const date = value(
  textual('is-date', 'a date such as 2026-11-22', (day) => day.length === 10 && isCalendarDay(day)),
)

/** Bitstring Status List 1.0 §2.1: a base-10 string; the number that some issuers write is let pass with a warning. */
export const listIndex = value({
  rule: 'is-list-index',
  expected: 'a whole number in a string',
  holds: (candidate) => isText(candidate) && /^(0|[1-9]\d{0,15})$/.test(candidate),
  tolerated: {
    rule: 'is-list-index',
    holds: (candidate) => Number.isSafeInteger(candidate) && Number(candidate) >= 0,
  },
})

export const constant = (only: string): Form =>
  value(textual('is-listed-value', `"${only}"`, (candidate) => candidate === only))

export const oneOf = (names: readonly string[]): Form =>
  value(textual('is-listed-value', `one of ${names.join(', ')}`, (name) => names.includes(name)))

/** An enumeration that anyone may extend with `ext:` names. */
export const oneOfOrExtension = (names: readonly string[]): Form =>
  value(
    textual(
      'is-listed-value',
      `one of ${names.join(', ')}, or a name that starts with "ext:"`,
      (name) => names.includes(name) || /^ext:[\w.|-]+$/.test(name),
    ),
  )
