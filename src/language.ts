/** The languages Colophon speaks to people, by BCP 47 primary subtag; English where nothing is known of the reader. */
export const languages = ['en', 'it', 'el', 'bg', 'lv'] as const

export type Language = (typeof languages)[number]

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** A text in the languages it was written in; `null` marks a translation that is still owed. English is always there. */
export type Localised = { readonly en: string } & {
  readonly [L in Exclude<Language, 'en'>]: string | null
}

/** The text in the asked language, or in English where the translation is still owed. */
export function inLanguage(text: Localised, language: Language): string {
  return text[language] ?? text.en
}

/** A text, and the language it is really in, for `lang`. */
export interface Told {
  readonly text: string
  readonly language: Language
}

/** The text in the asked language, or in English where the translation is still owed, and marked as which. */
export function tell(text: Localised, language: Language): Told {
  const asked = text[language]
  return asked === null ? { text: text.en, language: 'en' } : { text: asked, language }
}
