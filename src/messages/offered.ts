import type { Language } from '../language.ts'
import { bulgarian } from './bulgarian.ts'
import { english } from './english.ts'
import { greek } from './greek.ts'
import { italian } from './italian.ts'
import { latvian } from './latvian.ts'
import type { Messages } from './messages.ts'

/** Every language is complete: one that is added to `languages` without its messages does not compile. */
const complete: Readonly<Record<Language, Messages>> = {
  en: english,
  it: italian,
  el: greek,
  bg: bulgarian,
  lv: latvian,
}

/** The name that each language has in itself, in the order in which they are offered. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  it: 'Italiano',
  el: 'Ελληνικά',
  bg: 'Български',
  lv: 'Latviešu',
}

export function messagesFor(language: Language): Messages {
  return complete[language]
}
