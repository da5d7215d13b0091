import { type Html, html } from './html.ts'
import { safeUrl } from './safe-url.ts'

const maxNameLength = 200

/** Text of somebody else, cut where it is too long to be read: a page must stay small whatever a credential holds. */
export function shortened(text: string, maxLength = maxNameLength): string {
  if (text.length <= maxLength) return text
  // Not in the middle of a character.
  return `${text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The name of a person or an issuer, kept apart from the direction of the text around it. */
export function nameOf(name: string): Html {
  return html`<bdi dir="auto">${shortened(name)}</bdi>`
}

/** What the letters of a name tell of its language: Greek, Hebrew and Armenian ones name it, of others the script alone is known. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Cyrillic}/u, 'und-Cyrl'],
  [/\p{Script=Arabic}/u, 'und-Arab'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Georgian}/u, 'und-Geor'],
  [/\p{Script=Ethiopic}/u, 'und-Ethi'],
  [/\p{Script=Latin}/u, 'und-Latn'],
]

/** The name of a learner as {@link nameOf}, with `lang` as far as its letters tell (WCAG 2.2, 3.1.2). */
export function personName(name: string): Html {
  const [found, other] = scripts.filter(([script]) => script.test(name))
  const tag = other ? undefined : found?.[1]
  return html`<bdi dir="auto"${inTongue(tag)}>${shortened(name)}</bdi>`
}

const word = /[\p{L}\p{M}]+/gu
const alphabets = [/\p{Script=Latin}/u, /\p{Script=Greek}/u, /\p{Script=Cyrillic}/u]

/** Whether one word mixes Latin, Greek and Cyrillic letters, as names that imitate others do. */
export function mixesAlphabets(text: string): boolean {
  return [...text.matchAll(word)].some(
    ([found]) => alphabets.filter((alphabet) => alphabet.test(found)).length > 1,
  )
}

const languageTag = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

/** A `lang` attribute, where the language is given as a tag that screen readers can follow. */
export function inTongue(language: string | undefined): Html | false {
  return language !== undefined && languageTag.test(language) && html` lang="${language}"`
}

/** Text in its own language: paragraphs at empty lines, with `lang` where that differs from the page. */
export function passage(text: string, language: string | undefined): Html {
  const paragraphs = text.split(/\n\s*\n/)
  return html`<div${inTongue(language)} dir="auto">${paragraphs.map((each) => html`<p>${each}</p>`)}</div>`
}

/** A link where the address may be one, else the bare words. */
export function linkOr(address: string, words: Html | string): Html {
  const url = safeUrl(address)
  return url ? html`<a href="${url}" rel="noopener noreferrer">${words}</a>` : html`${words}`
}
