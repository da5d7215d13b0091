import { isLanguage, type Language } from '../language.ts'

/** What a request says about languages: the value of `?lang=`, of the language cookie, and the `Accept-Language` header. */
export interface LanguageWishes {
  readonly query?: string | undefined
  readonly cookie?: string | undefined
  readonly acceptLanguage?: string | undefined
}

const maxRanges = 20

/** `el-GR, en;q=0.8` as primary subtags, the most wanted first; what is not wanted (`q=0`) is left out. */
function wantedLanguages(header: string): string[] {
  return header
    .split(',', maxRanges)
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const quality = parameters.find((parameter) => parameter.startsWith('q='))
      return { tag: tag.split('-')[0] ?? '', quality: quality ? Number(quality.slice(2)) : 1 }
    })
    .filter(({ quality }) => quality > 0 && quality <= 1)
    .sort((left, right) => right.quality - left.quality)
    .map(({ tag }) => tag)
}

/** The language to speak: asked for in the address, else remembered, else preferred by the browser, else English. */
export function negotiateLanguage(wishes: LanguageWishes): Language {
  const wanted = [wishes.query, wishes.cookie, ...wantedLanguages(wishes.acceptLanguage ?? '')]
  return wanted.find(isLanguage) ?? 'en'
}
