import { SafeUrl } from './safe-url.ts'

/** Markup that is safe to send. Only this file makes it, so a plain string can never slip through. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

export type Part = Html | SafeUrl | string | number | false | null | undefined | readonly Part[]

// Controls that reorder or hide letters have no place in a line of a report; joiners that scripts need are kept.
const disguises = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
const controls = /(?![\n\t])\p{Cc}/gu

/** JSON as text in which nothing is invisible: other characters of the same meaning stand for what would be taken out. */
export function visibleJson(text: string): string {
  return text.replace(disguises, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Text by someone else, without the invisible characters that make it look like something it is not. */
export function plainText(text: string): string {
  return text.replace(disguises, '').replace(controls, '\uFFFD')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeText = (text: string) =>
  plainText(text).replace(/[&<>"']/g, (char) => entities[char] ?? char)

function render(part: Part): string {
  if (part instanceof Html) return part.markup
  if (part instanceof SafeUrl) return escapeText(part.url)
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'object') return part.map(render).join('')
  return escapeText(String(part))
}

const urlAttribute = /\s(?:href|src|srcset|action|formaction|cite|poster|data|xlink:href)="[^"]*$/i
const forbiddenPlace = /(?:=|\s(?:style|on\w+|srcdoc)="[^"]*|<(?:script|style)\b[^<]*)$/i

function checkPlace(before: string, part: Part): void {
  if (forbiddenPlace.test(before)) throw new Error(`No value may stand here: ${before.slice(-40)}`)
  if (urlAttribute.test(before) && !(part instanceof SafeUrl))
    throw new Error(`Only a SafeUrl may stand here: ${before.slice(-40)}`)
}

/**
 * Escapes every value except {@link Html}, and takes out what would disguise it ({@link plainText}); arrays are
 * joined, `false` and `null` vanish. A value inside an attribute that holds an address must be a {@link SafeUrl};
 * unquoted attributes, scripts and styles take none. Breaking that is a fault in our template, so it throws.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = strings[0] ?? ''
  parts.forEach((part, index) => {
    checkPlace(strings[index] ?? '', part)
    markup += render(part) + (strings[index + 1] ?? '')
  })
  return new Html(markup)
}

/** One of our own scripts, by its path and version: nothing else may stand in a script element. */
export function ownScript(path: string): Html {
  if (!/^\/assets\/[a-z-]+\.js\?v=[\w-]+$/.test(path)) throw new Error(`No script of ours: ${path}`)
  return new Html(`<script type="module" src="${path}"></script>\n`)
}

/** Parts one after another, with a part between them. */
export function joined(parts: readonly Part[], separator: Part): readonly Part[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]))
}
