import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type Agent, request } from 'node:https'

/** What one request brought. The body is empty unless the status is 200. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Uint8Array
}

export interface RequestLimits {
  readonly agent: Agent
  readonly port: number
  readonly maxBytes: number
  readonly signal: AbortSignal
}

const headers = {
  // What a credential may come as, and what our own pages answer a machine with.
  accept:
    'application/vc, application/vc+jwt, application/json, image/png, image/svg+xml, application/pdf, */*;q=0.5, text/html;q=0.1',
  'accept-encoding': 'identity',
  'user-agent': 'Colophon',
}

/** Why an answer is not read further, by its headers alone. */
function refusalOf({ headers }: IncomingMessage, maxBytes: number): string | undefined {
  const encoding = headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') return 'answered in an encoding that was not asked for'
  return Number(headers['content-length'] ?? 0) > maxBytes ? 'answer too large' : undefined
}

function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    response.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBytes) return response.destroy(new Error('answer too large'))
      chunks.push(chunk)
    })
    // A body that ends before its promised length is an error too, not a shorter body.
    response.on('error', reject)
    response.on('close', () => reject(new Error('answer broken off')))
    response.on('end', () => resolve(Buffer.concat(chunks)))
  })
}

/** Makes one GET request. Throws when there is no whole answer within the limits. */
export function ask(url: URL, limits: RequestLimits): Promise<Answer> {
  const { agent, port, maxBytes, signal } = limits
  return new Promise((resolve, reject) => {
    const options = { agent, port, headers, signal, maxHeaderSize: 16 * 1024 }
    const call = request(url, options, (response) => {
      const { statusCode: status = 0 } = response
      const answered = (body: Uint8Array) => resolve({ status, headers: response.headers, body })
      response.on('error', reject)
      const refusal = status === 200 ? refusalOf(response, maxBytes) : undefined
      if (refusal) {
        response.destroy()
        return reject(new Error(refusal))
      }
      if (status === 200) return void readBody(response, maxBytes).then(answered, reject)
      response.destroy()
      return answered(new Uint8Array())
    })
    call.on('error', reject)
    call.on('upgrade', (_, socket) => {
      socket.destroy()
      reject(new Error('answered 101'))
    })
    // Whatever becomes of the connection, there is an answer by the deadline.
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    call.end()
  })
}
