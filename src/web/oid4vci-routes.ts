import {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express'
import { parseStrictJson } from '../checking/receiving/strict-json.ts'
import { Refusal } from '../errors.ts'
import type { Service } from '../service/service.ts'
import { type Answer, errorAnswer } from '../wallets/openid/answer.ts'
import { openIdPaths } from '../wallets/openid/metadata.ts'
import type { Door } from './door.ts'
import { utf8 } from './form.ts'
import { callsPerMinute, openToWallets, param } from './guard.ts'
import { type Problem, toProblem } from './problem.ts'
import { bytesOf } from './upload.ts'

// A proof under a key of our curves has some 700 bytes.
const maxBytes = 64 * 1024
const metadataSeconds = 300

const missingToken: Answer = {
  ...errorAnswer('invalid_token', 'Send the access token: Authorization: Bearer ...'),
  // RFC 6750 §3.1: to who sent none, no more is said than that one is wanted.
  challenge: 'Bearer',
}

/** Nothing here may be kept by anybody on the way (RFC 6749 §5.1, OpenID4VCI 1.0 §7.2). */
function send({ status, body, challenge }: Answer, response: Response): void {
  response.status(status).set('Cache-Control', 'no-store')
  if (challenge !== undefined) response.set('WWW-Authenticate', challenge)
  if (body === undefined) response.end()
  else response.json(body)
}

/** What RFC 6749 §5.2 lets an `error_description` consist of. */
const plain = (text: string) => text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '.')

/** What a refusal of the service is in OAuth: it knows little between 400 and too much, too often or our own fault. */
function elsewise({ status, detail = '' }: Problem): Answer {
  const [error, shown] =
    status === 429 || status === 503
      ? (['temporarily_unavailable', status] as const)
      : status >= 500
        ? (['server_error', 500] as const)
        : (['invalid_request', status === 413 ? 413 : 400] as const)
  return { status: shown, body: { error, error_description: plain(detail) } }
}

/** Whatever is thrown where a wallet posts is answered in the form of the protocol; pages and offers are as elsewhere. */
function inItsWords(onFault: (thrown: unknown) => void): ErrorRequestHandler {
  return (thrown, request, response, next) => {
    if (request.method !== 'POST' || response.headersSent) return next(thrown)
    const answer = elsewise(toProblem(thrown, 'en'))
    if (answer.status === 500) onFault(thrown)
    const mayRetry = answer.status === 429 || answer.status === 503
    if (mayRetry && !response.get('Retry-After')) response.set('Retry-After', '5')
    send(answer, response)
  }
}

async function bodyOf(request: Request, door: Door, type: RegExp): Promise<Buffer> {
  if (!type.test(request.headers['content-type'] ?? ''))
    throw new Refusal('unsupported-media-type', 'The Content-Type is not the one of this endpoint')
  const upload = await door.receive(request, maxBytes)
  try {
    return await bytesOf(upload)
  } finally {
    await upload.discard()
  }
}

/** The JSON of a body; `undefined` for what is none, which no request of the protocol is. */
async function jsonOf(request: Request, door: Door): Promise<unknown> {
  const bytes = await bodyOf(request, door, /^application\/json\s*(;|$)/i)
  try {
    return parseStrictJson(bytes)
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined
    throw thrown
  }
}

async function formOf(request: Request, door: Door): Promise<[string, string][]> {
  const bytes = await bodyOf(request, door, /^application\/x-www-form-urlencoded\s*(;|$)/i)
  return [...new URLSearchParams(utf8(bytes))]
}

const bearer = (request: Request) =>
  /^Bearer +([\w.~+/-]{1,200}=*)$/i.exec(request.headers.authorization ?? '')?.[1]

/** OpenID4VCI 1.0: what wallets ask, each at its address; the two documents that lead there are plain JSON. */
export function oid4vciRoutes(
  service: Service,
  door: Door,
  onFault: (thrown: unknown) => void,
): Router {
  const { openId } = service
  const router = Router()
  const limit = callsPerMinute(service.config.callsPerMinute)
  const paths = { ...openIdPaths, offer: `${openIdPaths.offer}/:reference` }
  router.options(Object.values(paths), openToWallets)

  const document = (path: string, build: () => object) => {
    let text: string | undefined
    router.get(path, openToWallets, (_request, response) => {
      text ??= JSON.stringify(build())
      response
        .set('Cache-Control', `public, max-age=${metadataSeconds}`)
        .type('application/json')
        .send(text)
    })
  }
  document(paths.issuer, () => openId.metadata())
  document(paths.authorizationServer, () => openId.authorizationServer())

  router.get(paths.offer, openToWallets, limit, (request, response) => {
    response.set('Cache-Control', 'no-store').json(openId.offer(param(request, 'reference')))
  })

  const post = (path: string, work: (request: Request) => Promise<Answer> | Answer) =>
    router.post(path, openToWallets, limit, (async (request, response) => {
      send(await work(request), response)
    }) satisfies RequestHandler)

  post(paths.token, async (request) => openId.token(await formOf(request, door)))
  post(paths.nonce, () => openId.nonce())
  const withToken = (path: string, work: (token: string, body: unknown) => Promise<Answer>) =>
    post(path, async (request) => {
      const token = bearer(request)
      if (token === undefined) return missingToken
      // From who has no token nothing is received.
      return work(token, openId.isAuthorised(token) ? await jsonOf(request, door) : undefined)
    })
  withToken(paths.credential, (token, body) => openId.credential(token, body))
  withToken(paths.notification, (token, body) => openId.notification(token, body))
  router.use(inItsWords(onFault))
  return router
}
