import type { Language } from '../language.ts'
import { english } from './english.ts'
import { greek } from './greek.ts'
import { latvian } from './latvian.ts'
import type { Messages } from './messages.ts'

const complete = { en: english, el: greek, lv: latvian } as const satisfies Partial<
  Record<Language, Messages>
>

/** The languages whose messages are complete, with the name each has in itself. */
export const offeredLanguages = [
  { language: 'en', name: 'English' },
  { language: 'el', name: 'Ελληνικά' },
  { language: 'lv', name: 'Latviešu' },
] as const satisfies readonly { language: keyof typeof complete; name: string }[]

export type OfferedLanguage = keyof typeof complete

export function isOffered(value: unknown): value is OfferedLanguage {
  return offeredLanguages.some(({ language }) => language === value)
}

/** The messages in the asked language, or in English where they are not complete; `language` says which it became. */
export function messagesFor(language: Language): Messages {
  return isOffered(language) ? complete[language] : complete.en
}
