import type { Request, RequestHandler } from 'express'
import { isLanguage, type Language } from '../language.ts'
import { negotiateLanguage } from '../messages/negotiate.ts'

/**
 * The reader's language: asked for in the address, remembered, or preferred by the browser, in this order. Caches are
 * told that the answer depends on it.
 */
export function languageOf(request: Request): Language {
  request.res?.vary('Accept-Language, Cookie')
  const { lang } = request.query
  const cookie = /(?:^|;\s*)lang=([a-z]{2})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1]
  return negotiateLanguage({
    query: typeof lang === 'string' ? lang : undefined,
    cookie,
    acceptLanguage: request.headers['accept-language'],
  })
}

const yearSeconds = 365 * 24 * 60 * 60

/** Remembers a language and nothing else. */
export const languageCookie = (language: Language) =>
  `lang=${language}; Path=/; Max-Age=${yearSeconds}; SameSite=Lax`

/** Remembers a language chosen in the address, and nothing else: the links of the next page need not repeat it. */
export const rememberLanguage: RequestHandler = (request, response, next) => {
  const { lang } = request.query
  if (isLanguage(lang)) response.append('Set-Cookie', languageCookie(lang))
  next()
}
