import { Agent as PlainAgent, request as plainRequest } from 'node:http'
import { Agent, request } from 'node:https'
import { type GuardSettings, guardedLookup } from './guarded-fetch.ts'
import { mayBeAsked } from './public-address.ts'

/** A message for somebody else's server. */
export interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Breaks it off. */
  readonly signal?: AbortSignal
}

/** What is read of an answer: nothing of its body. */
export interface MessageAnswer {
  readonly status: number
  readonly retryAfter: string | undefined
}

/** Posts a message; throws when there is no answer. */
export type PostMessage = (url: URL, message: Message) => Promise<MessageAnswer>

export interface PostSettings extends GuardSettings {
  /** Addresses that the operator vouches for: they may be plain http, on any port and on our own network. */
  readonly isVouchedFor?: (url: URL) => boolean
}

const defaultDeadlineMs = 20_000
// An answer that is read to its end lets the other side finish in peace; a longer one is not waited for.
const drainBytes = 64 * 1024
const drainMs = 1_000

/**
 * A POST that cannot be turned against us: https on port 443 to public addresses only (checked at the connection
 * itself), or what the operator vouches for; no redirects, cookies or compression, 20 seconds in all, and nothing of
 * the body of an answer is kept. Throws otherwise.
 */
export function guardedPost(settings: PostSettings = {}): PostMessage {
  const { port = 443, ca, deadlineMs = defaultDeadlineMs, isVouchedFor = () => false } = settings
  const shared = { keepAlive: false, maxSockets: 4, maxTotalSockets: 32 }
  const trust = { rejectUnauthorized: true, ...(ca === undefined ? {} : { ca }) }
  const guarded = new Agent({ ...shared, ...trust, lookup: guardedLookup(settings) })
  const vouched = { 'http:': new PlainAgent(shared), 'https:': new Agent({ ...shared, ...trust }) }
  const agentFor = (url: URL) => {
    if (isVouchedFor(url)) return vouched[url.protocol === 'http:' ? 'http:' : 'https:']
    if (!mayBeAsked(url)) throw new Error('not a public https address')
    return guarded
  }
  return async (url, message) => {
    const agent = agentFor(url)
    const deadline = AbortSignal.timeout(deadlineMs)
    const signal = message.signal ? AbortSignal.any([deadline, message.signal]) : deadline
    const send = url.protocol === 'http:' ? plainRequest : request
    const options = { agent, signal, ...framed(message), ...(agent === guarded ? { port } : {}) }
    return post((answered) => send(url, options, answered), message, signal)
  }
}

const framed = ({ headers, body }: Message) => ({
  method: 'POST',
  maxHeaderSize: 16 * 1024,
  headers: {
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
    'accept-encoding': 'identity',
    'user-agent': 'Colophon',
  },
})

type Send = (answered: Parameters<typeof plainRequest>[2]) => ReturnType<typeof plainRequest>

function post(send: Send, { body }: Message, signal: AbortSignal): Promise<MessageAnswer> {
  return new Promise((resolve, reject) => {
    let answer: MessageAnswer | undefined
    // What is wrong with the rest of an answer changes nothing about it.
    const fail = (cause: unknown) => (answer ? resolve(answer) : reject(cause))
    const call = send((response) => {
      answer = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }
      const { status, retryAfter } = answer
      let size = 0
      const patience = setTimeout(() => response.destroy(), drainMs)
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > drainBytes) response.destroy()
      })
      response.on('error', fail)
      response.on('close', () => {
        clearTimeout(patience)
        resolve({ status, retryAfter })
      })
    })
    call.on('error', fail)
    call.on('upgrade', (_, socket) => {
      socket.destroy()
      fail(new Error('answered 101'))
    })
    // Whatever becomes of the connection, there is an answer by the deadline.
    signal.addEventListener('abort', () => fail(signal.reason), { once: true })
    call.end(body)
  })
}
