import { connect } from 'node:net'

/** Bytes as they are on a connection of their own; what was answered until the connection ended, as latin1. */
export function rawHttp(
  base: string,
  pieces: string | Uint8Array | readonly (string | Uint8Array)[],
): Promise<string> {
  const { port, hostname } = new URL(base)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(answer))
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answer += chunk
    })
    for (const piece of [pieces].flat()) socket.write(Buffer.from(piece as string, 'latin1'))
  })
}

/** The status of each answer in what came back. */
export const statusesIn = (answer: string): readonly number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))

/** A request that ends its connection. */
export function requestText(
  line: string,
  headers: readonly string[] = [],
  body: string | Uint8Array = '',
): string {
  const length = Buffer.byteLength(body)
  const counted = body === '' ? [] : [`Content-Length: ${length}`]
  const head = [`${line} HTTP/1.1`, 'Host: x', 'Connection: close', ...counted, ...headers]
  return `${head.join('\r\n')}\r\n\r\n${Buffer.from(body).toString('latin1')}`
}
