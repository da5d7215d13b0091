import { createHmac, createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Arrived {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly told: { readonly type: string; readonly timestamp: string; readonly data: Told }
}
type Told = Readonly<Record<string, unknown>>

type Play = (response: ServerResponse, arrived: Arrived) => void

export const answer =
  (status: number, headers: Record<string, string> = {}, body = ''): Play =>
  (response) =>
    response.writeHead(status, headers).end(body)

/** A real receiver of webhooks on loopback; how it answers can be set. */
export async function openReceiver() {
  const arrived: Arrived[] = []
  const rules: { play: Play } = { play: answer(204) }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('error', () => undefined)
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const one = { headers: request.headers, body, told: JSON.parse(body) }
      arrived.push(one)
      rules.play(response, one)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    arrived,
    rules,
    port,
    url: `http://127.0.0.1:${port}/hook`,
    types: () => arrived.map(({ told }) => told.type),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>

const contentOf = ({ headers, body }: Pick<Arrived, 'headers' | 'body'>) =>
  `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`

const signaturesIn = ({ headers }: Pick<Arrived, 'headers'>, version: string) =>
  String(headers['webhook-signature'])
    .split(' ')
    .filter((part) => part.startsWith(`${version},`))
    .map((part) => part.slice(version.length + 1))

/** What a receiver does with `whsec_…`, from the words of the standard alone. */
export function isSignedWith(secret: string, arrived: Pick<Arrived, 'headers' | 'body'>): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const right = createHmac('sha256', key).update(contentOf(arrived)).digest('base64')
  return signaturesIn(arrived, 'v1').includes(right)
}

/** The same with `whpk_…`. */
export function isSealedWith(publicKey: string, arrived: Pick<Arrived, 'headers' | 'body'>) {
  const x = Buffer.from(publicKey.replace(/^whpk_/, ''), 'base64').toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return signaturesIn(arrived, 'v1a').some((signature) =>
    verify(null, Buffer.from(contentOf(arrived)), key, Buffer.from(signature, 'base64')),
  )
}
