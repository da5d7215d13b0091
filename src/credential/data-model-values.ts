import { type Form, isObject, isText, type ValueRule, value } from './rule-vocabulary.ts'
import { isAbsoluteUri } from './value-rules.ts'

/** VC DM 2.0 §4.3: a URL, or an object that is a JSON-LD context; what stands in it is another check's. */
export const contextItem = value({
  rule: 'is-context',
  expected: 'a URL or a context object',
  holds: (candidate) => (isText(candidate) ? isAbsoluteUri(candidate) : isObject(candidate)),
})

/** VC DM 2.0 §4.5: a term or an absolute URL; whether a context defines the term is another check's. */
export const typeName = value({
  rule: 'is-type-name',
  expected: 'a term or an absolute URL',
  holds: (candidate) =>
    isText(candidate) && (isAbsoluteUri(candidate) || /^[^\s:@][^\s:]*$/.test(candidate)),
})

const tags = ['@value', '@language', '@direction']
const languageForm = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/

/** VC DM 2.0 §11.1: `@value`, and if need be `@language` (BCP 47) and `@direction`; nothing else. */
function isLanguageValue(candidate: unknown): boolean {
  if (!isObject(candidate)) return false
  const { '@value': text, '@language': language, '@direction': direction } = candidate
  return (
    Object.keys(candidate).every((key) => tags.includes(key)) &&
    isText(text) &&
    (language === undefined || (isText(language) && languageForm.test(language))) &&
    (direction === undefined || direction === 'ltr' || direction === 'rtl')
  )
}

export const languageText = value({
  rule: 'is-language-text',
  expected: 'a string, or an object of @value, @language and @direction',
  holds: (candidate) => isText(candidate) || isLanguageValue(candidate),
})

/** VC DM 2.0 §4.13: an enveloped credential or presentation is a `data:` URL (RFC 2397). */
export const dataUrl = value({
  rule: 'is-data-url',
  expected: 'a data: URL',
  holds: (candidate) => isText(candidate) && /^data:[^,\s]+,\S+$/.test(candidate),
})

export const mediaType = value({
  rule: 'is-media-type',
  expected: 'a media type such as application/json',
  holds: (candidate) =>
    isText(candidate) && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;.*)?$/.test(candidate),
})

const digest = (expected: string, pattern: RegExp): Form =>
  value({
    rule: 'is-digest',
    expected,
    holds: (candidate) => isText(candidate) && pattern.test(candidate),
  })

/** Subresource Integrity §3.1: one or more digests, each with its algorithm. */
export const digestSri = digest(
  'a digest such as sha384-…',
  /^sha(256|384|512)-[A-Za-z0-9+/_-]+={0,2}(\s+sha(256|384|512)-[A-Za-z0-9+/_-]+={0,2})*$/,
)

/** Controlled Identifiers v1.0 §2.4: a multibase text, of one of its two bases. */
export const digestMultibase = digest('a multibase text', /^(u[\w-]+|z[1-9A-HJ-NP-Za-km-z]+)$/)

export const positiveInteger = value({
  rule: 'is-positive-integer',
  expected: 'a whole number above zero',
  holds: (candidate) => Number.isSafeInteger(candidate) && Number(candidate) > 0,
})

const uriRule: ValueRule = {
  rule: 'is-uri',
  expected: 'an absolute URI',
  holds: (candidate) => isText(candidate) && isAbsoluteUri(candidate),
}

/** Who somebody is: told by a URL alone, or by an object with that URL as its `id`. */
export const uriOr = (name: string): Form => ({ count: 'one', value: { class: name, or: uriRule } })
