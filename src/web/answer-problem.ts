import type { ErrorRequestHandler, Request, Response } from 'express'
import { errorPage } from '../pages/problem-page.ts'
import type { Service } from '../service/service.ts'
import { frameOf } from './frame.ts'
import { languageOf } from './language.ts'
import { classNoted, noteCode, requestIdOf } from './operations/observe.ts'
import type { RequestClass } from './operations/request-class.ts'
import { type Problem, toProblem } from './problem.ts'

/** Addresses that only programs call, whatever they say that they accept. */
const forPrograms = /^\/(?:(?:vc-)?api\/|oid4vci\/|hooks\/|xapi\/|oembed$)/

const wantsPage = (request: Request) =>
  !forPrograms.test(request.path) && request.accepts(['html', 'json']) === 'html'

/** After how many seconds a request of a class should be sent again. */
export type RetryAfter = (of: RequestClass) => number

interface Answering {
  readonly request: Request
  readonly response: Response
  readonly service: Service
  readonly retryAfter: RetryAfter
}

const pagesKept = new Map<string, string>()
const ownPlace = '/-where-the-reader-is-'

/** The page of a refusal. Those who are turned away in a flood get one that was written before. */
function pageOf(problem: Problem, request: Request, service: Service): string {
  const isAtDesk = /^\/provider(?:\/|$)/.test(request.path)
  const view = { code: problem.code, details: problem.errors ?? [], isAtDesk }
  const frame = frameOf(request, service)
  const isKept = problem.status === 503 || problem.status === 429
  if (!isKept || view.details.length > 0 || !/^[\w./~-]+$/.test(frame.path))
    return errorPage(view, frame).markup
  const key = `${problem.code} ${frame.language} ${isAtDesk} ${frame.host} ${frame.illustrative}`
  const kept = pagesKept.get(key) ?? errorPage(view, { ...frame, path: ownPlace }).markup
  pagesKept.set(key, kept)
  return kept.replaceAll(ownPlace, frame.path)
}

/** Nobody keeps a refusal, so nobody asks whether it has changed: it goes out as it is, without a digest. */
function finish(response: Response, type: string, text: string): void {
  const body = Buffer.from(text)
  response.set('Content-Type', type).set('Content-Length', String(body.length)).end(body)
}

function answer(problem: Problem, { request, response, service, retryAfter }: Answering): void {
  if (problem.status === 401 && !response.get('WWW-Authenticate'))
    response.set('WWW-Authenticate', 'Bearer')
  const mayRetry = [429, 503].includes(problem.status) || problem.code === 'idempotency-in-flight'
  if (mayRetry && !response.get('Retry-After'))
    response.set('Retry-After', String(retryAfter(classNoted(response))))
  response.status(problem.status).set('Cache-Control', 'no-store')
  if (wantsPage(request)) {
    finish(response, 'text/html; charset=utf-8', pageOf(problem, request, service))
    return
  }
  finish(response, 'application/problem+json; charset=utf-8', JSON.stringify(problem))
}

// Turning some away is no fault, and a flood of it must not become a flood of lines in the log.
const noFaults: readonly Problem['code'][] = ['busy', 'format-not-offered']

/** The last handler: every thrown thing leaves as a problem, as a page for people and as JSON for programs. */
export function problemHandler(
  service: Service,
  log: (thrown: unknown, request?: string) => void,
  retryAfter: RetryAfter,
): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    const problem = toProblem(thrown, languageOf(request))
    if (problem.status >= 500 && !noFaults.includes(problem.code))
      log(thrown, requestIdOf(response))
    noteCode(response, problem.code)
    if (response.headersSent) return next(thrown)
    answer(problem, { request, response, service, retryAfter })
  }
}
