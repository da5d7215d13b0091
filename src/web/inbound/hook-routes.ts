import { type Request, type Response, Router } from 'express'
import { Refusal } from '../../errors.ts'
import { type OpenEdxEvent, openEdxPiece, parseOpenEdxEvent } from '../../inbound/openedx-event.ts'
import { checkWebhook } from '../../inbound/standard-webhook.ts'
import { parseCompletionsJson } from '../../learning/completions-json.ts'
import type { Connection } from '../../service/inbound/connections.ts'
import type { Message, MessageAnswer } from '../../service/inbound/deliveries.ts'
import { withdraw } from '../../service/inbound/withdrawals.ts'
import type { Service } from '../../service/service.ts'
import { param } from '../guard.ts'
import { actAs, basicIn, type InboundDesk, jsonIn } from './sender.ts'

/** A message that came with a proof of who sent it. */
interface Delivered {
  readonly connection: Connection
  readonly body: Buffer
  /** What it is called, by its signature; `null` where it came with the secret itself. */
  readonly id: string | null
}

const isJson = (request: Request) => Boolean(request.is(['application/json', '+json']))

/** The secret of a connection, where a sender shows it instead of signing. */
function secretShown(request: Request, { record }: Connection): string | undefined {
  const basic = basicIn(request)
  if (basic) return basic.id === record.id ? basic.secret : ''
  const bearer = /^Bearer +([\w-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  return request.get('X-Webhook-Secret') ?? bearer
}

function proveSender(
  request: Request,
  connection: Connection,
  body: Buffer,
  service: Service,
): string | null {
  const { connections } = service.inbound
  const { record } = connection
  const shown = record.kind === 'openedx' ? secretShown(request, connection) : undefined
  if (shown !== undefined) {
    if (connections.isSecret(record, shown)) return null
    throw new Refusal('webhook-unsigned', 'This is not the secret of the connection')
  }
  const headers = {
    id: request.get('webhook-id'),
    timestamp: request.get('webhook-timestamp'),
    signature: request.get('webhook-signature'),
  }
  return checkWebhook(headers, body, connections.secret(record), service.now())
}

async function receive(request: Request, response: Response, desk: InboundDesk) {
  const { service, limits } = desk
  const id = param(request, 'connection')
  const connection = service.inbound.connections.find(id, 'webhook', 'openedx')
  limits.admit(request, response)
  if (!isJson(request)) throw new Refusal('unsupported-media-type', 'Send application/json')
  const body = await limits.receive(request)
  try {
    return { connection, body, id: proveSender(request, connection, body, service) }
  } catch (thrown) {
    throw thrown instanceof Refusal ? limits.fail(request, thrown) : thrown
  }
}

/** What was answered, in the words of this address: with the public address of each credential. */
function answerBody(answer: MessageAnswer, connection: Connection, service: Service) {
  const { batch, results } = answer
  const urlOf = (id: string) => new URL(`/c/${id}`, service.publicUrl).href
  return {
    connection: connection.record.id,
    batch,
    location: batch === null ? null : `/api/batches/${batch}`,
    results: results.map(({ line, awards, complaints }) => ({
      line,
      awards: awards.map(({ achievement, outcome, credential }) => ({
        achievement,
        outcome,
        url: credential === null ? null : urlOf(credential),
      })),
      complaints,
    })),
  }
}

async function takeMessage(
  message: Message,
  connection: Connection,
  response: Response,
  { service, onFault }: InboundDesk,
): Promise<void> {
  const [answer] = await service.inbound.deliveries.take(connection, [message])
  if (!answer) throw new Error('a message without an answer')
  service.issue().catch(onFault)
  const outcomes = answer.results.flatMap(({ awards }) => awards.map(({ outcome }) => outcome))
  response
    .status(outcomes.includes('reserved') ? 202 : 200)
    .json(answerBody(answer, connection, service))
}

async function takeEvent(
  event: OpenEdxEvent,
  { connection, body, id }: Delivered,
  response: Response,
  desk: InboundDesk,
): Promise<void> {
  if (event.kind === 'revoked') {
    const { revoked } = await withdraw(event, connection, desk.service)
    response.json({ connection: connection.record.id, revoked })
    return
  }
  const { deliveries } = desk.service.inbound
  const piece = openEdxPiece(event, connection.settings.activities)
  const told = piece ? ({ kind: 'piece', piece } as const) : ({ kind: 'nothing' } as const)
  // What does nothing need not be remembered, and a sender without ids is known by what it says.
  const named = event.id ?? id ?? deliveries.digest(body)
  const message = { id: piece ? `event:${named}` : null, content: body, told }
  await takeMessage(message, connection, response, desk)
}

/** `POST /hooks/{connection}`: completions of a sender of ours, or events of Open edX; docs/CONNECTIONS.md. */
export function hookRoutes(desk: InboundDesk): Router {
  const { service, limits } = desk
  const router = Router()
  router.post('/hooks/:connection', async (request, response) => {
    const delivered = await receive(request, response, desk)
    const { connection, body, id } = delivered
    actAs(connection)
    const json = jsonIn(body)
    response.set('Cache-Control', 'no-store')
    if (connection.record.kind === 'openedx') {
      limits.count(connection.record.id, 1, response)
      await takeEvent(parseOpenEdxEvent(json), delivered, response, desk)
      return
    }
    const { deliveries } = service.inbound
    const rows = parseCompletionsJson(json, deliveries.options(connection))
    limits.count(connection.record.id, Math.max(1, rows.length), response)
    const told = { kind: 'rows', rows } as const
    await takeMessage({ id: `webhook:${id}`, content: body, told }, connection, response, desk)
  })
  return router
}
