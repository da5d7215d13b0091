import { randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import type { RequestHandler, Response } from 'express'
import type { Metrics } from './metrics.ts'
import { classOf, type RequestClass } from './request-class.ts'
import { routeOf } from './route-of.ts'

/** One line of the log about one request: what was asked of which part, and never by whom or about whom. */
export interface RequestLine {
  /** Random, and also told to the caller as `X-Request-Id`. */
  readonly request: string
  readonly method: string
  /** The pattern, `/c/{id}`: what stands in place of `{id}` is not logged. */
  readonly route: string
  readonly class: RequestClass
  readonly status: number | 'aborted'
  readonly ms: number
  readonly code?: string
}

/** What the problem handler tells of a refusal, for the count and the log. */
export function noteCode(response: Response, code: string): void {
  response.locals.code = code
}

export const requestIdOf = (response: Response): string => String(response.locals.request ?? '')

/** What a request is for, as it was found when it came in. */
export const classNoted = (response: Response): RequestClass =>
  response.locals.class as RequestClass

const codeOf = (response: Response): string | undefined =>
  typeof response.locals.code === 'string' ? response.locals.code : undefined

/** Counts every request and tells a line of it when it has been answered, or its caller has gone. */
export function observe(metrics: Metrics, tell: (line: RequestLine) => void): RequestHandler {
  return (request, response, next) => {
    const from = performance.now()
    const id = randomBytes(9).toString('base64url')
    const of = classOf(request.method, request.path)
    response.locals.request = id
    response.locals.class = of
    response.set('X-Request-Id', id)
    response.once('close', () => {
      const ms = performance.now() - from
      const status: RequestLine['status'] = response.writableFinished
        ? response.statusCode
        : 'aborted'
      const code = codeOf(response)
      metrics.record({ class: of, status, seconds: ms / 1_000, code })
      const { method } = request
      const line = { request: id, method, route: routeOf(request), class: of, status }
      tell({ ...line, ms: Math.round(ms * 10) / 10, ...(code === undefined ? {} : { code }) })
    })
    next()
  }
}
