import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import { Refusal } from '../errors.ts'
import { eraseOld } from '../service/erase-old.ts'
import type { Lateness } from '../service/lateness.ts'
import type { Service } from '../service/service.ts'
import { type AppOptions, createApp } from './app.ts'
import { Door } from './door.ts'
import { workOnLists } from './list-work.ts'

export interface RunningServer {
  readonly port: number
  /** Says no to new connections, finishes what is under way (10 seconds at most), then lets the ledger go. */
  stop(): Promise<void>
}

export type ServerOptions = Pick<AppOptions, 'onFault' | 'onRequest'> & {
  /** How late the process is; measured where absent. */
  readonly lateness?: Lateness
  /** The address to listen on. */
  readonly host?: string
}

const graceMs = 10_000
const idleMs = 300

// Slow senders hold a connection for so long at most; Node looks every half minute where it is not told otherwise.
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 2_000,
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const isTaken = cause.code === 'EADDRINUSE'
      const remedy = 'set PORT, and PUBLIC_URL too if that port is part of the address'
      reject(isTaken ? new Refusal('settings-invalid', `Port ${port} is taken: ${remedy}`) : cause)
    })
    server.listen(port, host, resolve)
  })
}

const dayMs = 24 * 60 * 60 * 1_000

/** What may not be kept any longer goes at the start, and every day after it. */
function eraseDaily(service: Service, onFault: (thrown: unknown) => void): NodeJS.Timeout {
  const erase = () => {
    try {
      eraseOld(service)
      service.erasure.rebuild()
    } catch (thrown) {
      onFault(thrown)
    }
  }
  erase()
  return setInterval(erase, dayMs).unref()
}

const checkpointMs = 3_000

/** How far the audit log has come is published after acts, every few seconds at most. */
function publishOften(service: Service): NodeJS.Timeout {
  return setInterval(() => void service.safety.checkpoint(service.ledger), checkpointMs).unref()
}

const lookMs = 1_000

/** Learners are told once what was issued to them can no longer be undone. */
function tellReleased(service: Service, onFault: (thrown: unknown) => void): NodeJS.Timeout {
  const tell = () => {
    try {
      service.batches.tellReleased()
    } catch (thrown) {
      onFault(thrown)
    }
  }
  return setInterval(tell, lookMs).unref()
}

/** Answers that are not at their end. */
function openAnswers(server: Server): Set<ServerResponse> {
  const open = new Set<ServerResponse>()
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
    open.add(response)
    response.once('close', () => open.delete(response))
  })
  return open
}

/**
 * Takes no new connection, answers what was asked on those there are, and closes each with its last answer. An idle one
 * may be about to be asked: it is closed a little later.
 */
async function closeGently(server: Server, open: ReadonlySet<ServerResponse>): Promise<void> {
  const sayLast = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('Connection', 'close')
  }
  for (const response of open) sayLast(response)
  server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) =>
    sayLast(response),
  )
  // The server of HTTP would close idle connections at once.
  const closed = new Promise<void>((resolve) => {
    NetServer.prototype.close.call(server, () => resolve())
  })
  let tidying: NodeJS.Timeout | undefined
  const patience = setTimeout(() => {
    tidying = setInterval(() => server.closeIdleConnections(), 50)
  }, idleMs)
  const impatience = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed
  clearTimeout(patience)
  clearInterval(tidying)
  clearTimeout(impatience)
}

/**
 * Serves until stopped. What an earlier process left reserved is completed in the background, once the door is open.
 *
 * @throws Refusal `settings-invalid` when the port is taken.
 */
export async function startServer(
  service: Service,
  { onFault, onRequest, lateness, host = '0.0.0.0' }: ServerOptions,
): Promise<RunningServer> {
  let isStopping = false
  const working = new Set<Promise<void>>()
  const onWork = (work: Promise<void>) => {
    working.add(work)
    work.finally(() => working.delete(work)).catch(onFault)
  }
  const door = new Door(service.config, lateness)
  const options = { onFault, isStopping: () => isStopping, onWork, door }
  const app = createApp(service, { ...options, ...(onRequest ? { onRequest } : {}) })
  const server = createServer({ ...limits, maxHeaderSize: 16_384 }, app)
  const open = openAnswers(server)
  server.maxHeadersCount = 100
  server.maxRequestsPerSocket = 1_000
  await service.certificates.open()
  // Opened before the door is: an old ledger is refused, and nobody is answered from it.
  await service.safety.checkpoint(service.ledger)
  await listen(server, service.config.port, host)
  service.ledger.tokens.forgetInFlight()
  service.ledger.batches.failAbandoned()
  service.lists.forgetUnpromised()
  workOnLists({ ...options, service, gate: door.gate })
  service.operator.catalogue.recordInForce()
  service.enrolments.fill()
  service.batches.goOnUndoing()
  service.drafts.issued.goOnReading()
  service.issue().catch(onFault)
  service.reissues.resume()
  service.mail.start()
  service.acting.runs.wake()
  service.webhooks.start()
  const erasing = eraseDaily(service, onFault)
  const publishing = publishOften(service)
  const telling = tellReleased(service, onFault)
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      isStopping = true
      clearInterval(erasing)
      clearInterval(publishing)
      clearInterval(telling)
      const told = [service.mail.stop(), service.webhooks.stop()]
      await closeGently(server, open)
      await Promise.all([...working, ...told])
      service.ledger.settle()
      await service.close()
    },
  }
}
