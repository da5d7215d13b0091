import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { Refusal } from '../errors.ts'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** Headers of every answer: nothing from elsewhere runs or loads, nobody frames us, nobody indexes people. */
export function securityHeaders(isHttps: boolean): RequestHandler {
  return (_request, response, next) => {
    response.set({
      'Content-Security-Policy': policy.join('; '),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'X-Robots-Tag': 'noindex, noarchive',
      ...(isHttps ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
    })
    next()
  }
}

/** For the pages that have a script of ours: it may run, and ask this service only. */
export const mayRunOwnScript: RequestHandler = (_request, response, next) => {
  const own = ["script-src 'self'", "connect-src 'self'"]
  response.set('Content-Security-Policy', [...policy, ...own].join('; '))
  next()
}

/** For the pages with the form that reads codes: they may ask their reader for the camera. */
export const mayAskForCamera: RequestHandler = (_request, response, next) => {
  response.set('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()')
  next()
}

const openFor =
  (methods: string, headers: string): RequestHandler =>
  (request, response, next) => {
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'WWW-Authenticate, Retry-After',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (request.method !== 'OPTIONS') return next()
    response.set({
      'Access-Control-Allow-Methods': methods,
      'Access-Control-Allow-Headers': headers,
      'Access-Control-Max-Age': '86400',
    })
    response.status(204).end()
  }

/**
 * Lets any page and program read a public, unpersonal answer; did:web asks for it. A browser that asks beforehand
 * (OPTIONS, because of a header of its own) is told the same.
 */
export const openToAll = openFor('GET, HEAD', '*')

/**
 * The same for what wallets send, some of which are web pages: nothing there goes by a cookie. The star stands for every
 * header but `Authorization` (Fetch §4.9).
 */
export const openToWallets = openFor('GET, HEAD, POST', 'Authorization, *')

// One household or office has a whole network of this size, and with it more addresses than anybody could count.
const ipv6Subnet = 64

/** Who calls, as far as it can be told: the address, of IPv6 its network. */
export function clientOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '', ipv6Subnet)
}

/** So many calls a minute from one address; more are told when to come back. */
export function callsPerMinute(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    // Of a connection that is gone already no address is left.
    keyGenerator: clientOf,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response, next) => {
      const reset = response.get('Retry-After')
      if (!reset) response.set('Retry-After', '60')
      next(new Refusal('too-many-requests', 'Too many requests from this address; slow down'))
    },
  })
}

/** A query parameter given once; anything else counts as not given. */
export function queryText(request: Request, name: string): string | undefined {
  const value = request.query[name]
  return typeof value === 'string' ? value : undefined
}

const maxPage = 1_000

/** How many are asked for. @throws Refusal `bad-request`. */
export function limitAsked(request: Request, usual = 200): number {
  const limit = Number(queryText(request, 'limit') ?? usual)
  if (!Number.isInteger(limit) || limit < 1 || limit > maxPage)
    throw new Refusal('bad-request', `limit is 1 to ${maxPage}`)
  return limit
}

/** Place of the first row to be shown of so many: `from` of the query, or the first of all where it names none. */
export function rowAsked(request: Request, count: number): number {
  const from = Number(queryText(request, 'from') ?? 0)
  return Number.isInteger(from) && from > 0 && from < count ? from : 0
}

/** The Idempotency-Key of a request. @throws Refusal `bad-request` for one that is none. */
export function requestKey(request: Request): string | undefined {
  const key = request.get('Idempotency-Key')
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Refusal('bad-request', 'Idempotency-Key is 1 to 200 visible ASCII characters')
  return key
}

/** A route parameter, which express types as possibly a list. */
export function param(request: Request, name: string): string {
  const value = request.params[name]
  return typeof value === 'string' ? value : ''
}

/** A route parameter apart from what stands behind its first dot: `['x', 'json']` for `x.json`. */
export function suffixedParam(request: Request, name: string): [string, string | undefined] {
  const value = param(request, name)
  const dot = value.indexOf('.')
  return dot === -1 ? [value, undefined] : [value.slice(0, dot), value.slice(dot + 1)]
}
