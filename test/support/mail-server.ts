import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter as it arrived. */
export interface Arrived {
  readonly from: string
  readonly to: string
  readonly raw: string
  readonly isTls: boolean
  readonly user: string | null
}

/** An answer of a mail server; `hang up` closes the connection without one. */
export type Answer = { readonly code: number; readonly text: string } | 'hang up' | undefined

export interface MailRules {
  /** Asked when somebody is to be written to. */
  recipient?: (address: string, times: number) => Answer
  /** Asked when a whole letter has arrived: it counts as arrived whatever the answer. */
  letter?: (to: string, times: number) => Answer
  sender?: () => Answer
  /** Called before a whole letter is answered. */
  before?: (to: string) => Promise<void>
}

const refusal = ({ code, text }: { code: number; text: string }) =>
  Object.assign(new Error(text), { responseCode: code })

/** A real SMTP server on loopback, which keeps what arrives. */
export async function openMailServer(
  rules: MailRules = {},
  options: SMTPServerOptions & { password?: string } = {},
) {
  const arrived: Arrived[] = []
  const asked = new Map<string, number>()
  const count = (key: string) => {
    const times = (asked.get(key) ?? 0) + 1
    asked.set(key, times)
    return times
  }
  const faults: unknown[] = []
  let connections = 0
  const { password, ...given } = options
  const server = new SMTPServer({
    authOptional: password === undefined,
    disabledCommands: password === undefined ? ['AUTH'] : [],
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 200,
    onConnect: (_session, done) => {
      connections += 1
      done()
    },
    onAuth: (auth, _session, done) => {
      const isRight = auth.username === 'colophon' && auth.password === password
      if (isRight) done(null, { user: auth.username })
      else done(refusal({ code: 535, text: 'Authentication failed' }))
    },
    onMailFrom: (_address, _session, done) => {
      const answer = rules.sender?.()
      done(answer && answer !== 'hang up' ? refusal(answer) : null)
    },
    onRcptTo: ({ address }, session, done) => {
      const answer = rules.recipient?.(address, count(`rcpt ${address}`))
      if (answer === 'hang up') return hangUp(session)
      done(answer ? refusal(answer) : null)
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const { mailFrom } = session.envelope
        arrived.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to,
          raw: Buffer.concat(chunks).toString('utf8'),
          isTls: session.secure,
          user: (session.user as string | undefined) ?? null,
        })
        await rules.before?.(to)
        const answer = rules.letter?.(to, count(`data ${to}`))
        if (answer === 'hang up') return hangUp(session)
        done(answer ? refusal(answer) : null)
      })
    },
    ...given,
  })
  const sockets = new Map<number, { destroy(): unknown }>()
  server.server.on('connection', (socket) => sockets.set(socket.remotePort ?? 0, socket))
  const hangUp = (session: { remotePort?: number }) =>
    sockets.get(session.remotePort ?? 0)?.destroy()
  server.on('error', (fault) => faults.push(fault))
  const listening = await new Promise<AddressInfo>((resolve) => {
    const inner = server.listen(0, '127.0.0.1', () => resolve(inner.address() as AddressInfo))
  })
  return {
    port: listening.port,
    url: `smtp://127.0.0.1:${listening.port}`,
    arrived,
    rules,
    connections: () => connections,
    close: () => {
      // Node ends with a fault of its own when a socket is taken from beneath TLS.
      if (options.secure !== true) for (const socket of sockets.values()) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export type MailServerOfTests = Awaited<ReturnType<typeof openMailServer>>

/** Header fields by name in lower case, and the decoded text and HTML of a letter of ours. */
export function opened({ raw }: Pick<Arrived, 'raw'>) {
  const text = raw.replace(/\r\n/g, '\n')
  const [headText = '', ...rest] = text.split('\n\n')
  const body = rest.join('\n\n')
  const fieldsOf = (block: string) =>
    new Map(
      block
        .replace(/\n[ \t]+/g, ' ')
        .split('\n')
        .map((line) => [
          line.slice(0, line.indexOf(':')).toLowerCase(),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
    )
  const head = fieldsOf(headText)
  const boundary = /boundary="([^"]+)"/.exec(head.get('content-type') ?? '')?.[1] ?? ''
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [partHead = '', ...partBody] = part.trim().split('\n\n')
      const fields = fieldsOf(partHead)
      const encoded = partBody.join('\n\n')
      const bytes = /base64/i.test(fields.get('content-transfer-encoding') ?? '')
        ? Buffer.from(encoded, 'base64')
        : quotedPrintable(encoded, fields.get('content-transfer-encoding') ?? '')
      return { type: fields.get('content-type') ?? '', text: bytes.toString('utf8') }
    })
  const part = (type: string) => parts.find((each) => each.type.startsWith(type))?.text ?? ''
  return {
    head,
    headText,
    subject: decodedWords(head.get('subject') ?? ''),
    text: part('text/plain').replace(/\r\n/g, '\n'),
    html: part('text/html'),
    parts: parts.length,
  }
}

function quotedPrintable(text: string, encoding: string): Buffer {
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(text, 'utf8')
  const joined = text.replace(/=\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  )
}

/** RFC 2047. */
function decodedWords(field: string): string {
  return field
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (__, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
    )
    .replace(/[\x80-\xFF]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
}
