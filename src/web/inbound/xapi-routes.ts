import { randomUUID } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { Refusal } from '../../errors.ts'
import { parseStatements, pieceOf, type XapiStatement } from '../../inbound/xapi-statement.ts'
import type { Connection } from '../../service/inbound/connections.ts'
import type { Message } from '../../service/inbound/deliveries.ts'
import { queryText } from '../guard.ts'
import { actAs, basicIn, type InboundDesk, jsonIn } from './sender.ts'

const versions = ['1.0.3', '2.0.0'] as const

/** xAPI 1.0.3 Part Three §3.3: a version in every request, and in every answer. */
function speakVersion(request: Request, response: Response): void {
  const asked = request.get('X-Experience-API-Version') ?? ''
  const isSecond = /^2\.0(?:\.\d+)?$/.test(asked)
  response.set('X-Experience-API-Version', isSecond ? versions[1] : versions[0])
  if (!isSecond && !/^1\.0(?:\.\d+)?$/.test(asked))
    throw new Refusal(
      'xapi-version-unknown',
      `Send X-Experience-API-Version: ${versions.join(' or ')}`,
    )
}

/** Who sends, by Basic authentication with the id of a connection and its secret. @throws Refusal `unauthorised`. */
function senderOf(request: Request, response: Response, desk: InboundDesk): Connection {
  const { service, limits } = desk
  const { connections } = service.inbound
  limits.admit(request, response)
  const given = basicIn(request)
  try {
    const connection = connections.find(given?.id ?? '', 'xapi')
    if (connections.isSecret(connection.record, given?.secret ?? '')) return connection
  } catch (thrown) {
    const isUnknown = thrown instanceof Refusal && thrown.code === 'connection-not-found'
    if (!isUnknown) throw thrown
  }
  // RFC 9110 §11.6.1; an unknown id and a wrong secret are answered alike.
  response.set('WWW-Authenticate', 'Basic realm="xAPI", charset="UTF-8"')
  throw limits.fail(
    request,
    new Refusal(
      'unauthorised',
      'Send the id of a connection and its secret: Authorization: Basic …',
    ),
  )
}

async function statementsIn(request: Request, desk: InboundDesk) {
  if (!request.is('application/json'))
    throw new Refusal('unsupported-media-type', 'Send application/json')
  return parseStatements(jsonIn(await desk.limits.receive(request)))
}

function messageOf(statement: XapiStatement, { settings, course }: Connection): Message {
  const piece = pieceOf(statement, settings.activities, course)
  const { id } = statement
  const isKept = piece !== undefined && id !== undefined
  return {
    id: isKept ? `statement:${id.toLowerCase()}` : null,
    content: JSON.stringify(statement),
    told: piece ? { kind: 'piece', piece } : { kind: 'nothing' },
  }
}

async function takeStatements(
  statements: readonly XapiStatement[],
  connection: Connection,
  response: Response,
  { service, limits, onFault }: InboundDesk,
): Promise<void> {
  actAs(connection)
  limits.count(connection.record.id, statements.length, response)
  const messages = statements.map((statement) => messageOf(statement, connection))
  try {
    await service.inbound.deliveries.take(connection, messages)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'idempotency-conflict') throw thrown
    throw new Refusal('statement-conflict', 'There is another statement of this id', {
      cause: thrown,
    })
  }
  service.issue().catch(onFault)
}

/** `/xapi`: the part of a Learning Record Store that statements of completions are sent to; docs/CONNECTIONS.md. */
export function xapiRoutes(desk: InboundDesk): Router {
  const router = Router()
  router.get('/xapi/about', (_request, response) => {
    response.set('X-Experience-API-Version', versions[0]).json({ version: versions })
  })
  router.post('/xapi/statements', async (request, response) => {
    const connection = senderOf(request, response, desk)
    speakVersion(request, response)
    const statements = await statementsIn(request, desk)
    await takeStatements(statements, connection, response, desk)
    response.set('Cache-Control', 'no-store').json(statements.map(({ id }) => id ?? randomUUID()))
  })
  router.put('/xapi/statements', async (request, response) => {
    const connection = senderOf(request, response, desk)
    speakVersion(request, response)
    const statementId = queryText(request, 'statementId')
    const [statement, ...others] = await statementsIn(request, desk)
    const isItself = [undefined, statementId].includes(statement?.id)
    if (!statement || others.length > 0 || statementId === undefined || !isItself)
      throw new Refusal('message-unreadable', 'Send one statement, its id as statementId')
    const [named] = parseStatements({ ...statement, id: statementId })
    if (named) await takeStatements([named], connection, response, desk)
    response.status(204).end()
  })
  return router
}
