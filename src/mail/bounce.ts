/** What a delivery status notification says of one letter. */
export interface Bounce {
  /** Of the letter that came back, where the notification has it. */
  readonly messageId: string | null
  readonly recipient: string | null
  readonly action: string
  /** RFC 3463, such as 5.1.1. */
  readonly status: string
  readonly diagnostic: string
}

const maxParts = 50
// A letter of ours has one recipient, and some servers tell of it more than once.
const maxRecipients = 50
const maxFieldsChars = 64 * 1024

/** Header fields by name in lower case, folded lines joined (RFC 5322 §2.2.3). */
function fieldsOf(block: string): Map<string, string> {
  const lines = block
    .slice(0, maxFieldsChars)
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
  return new Map(
    lines.flatMap((line) => {
      const [, name, value] = /^([\w-]{1,60}):\s*(.*)$/.exec(line) ?? []
      return name ? [[name.toLowerCase(), value ?? ''] as const] : []
    }),
  )
}

const headAndBody = (text: string): [string, string] => {
  const end = text.indexOf('\n\n')
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)]
}

interface Part {
  readonly type: string
  readonly head: Map<string, string>
  readonly body: string
}

const decodedBody = (encoding: string, body: string) =>
  /^base64$/i.test(encoding.trim())
    ? Buffer.from(body, 'base64').toString('utf8').replace(/\r\n/g, '\n')
    : body

/** The parts of a message, those inside parts too. */
function partsOf(text: string, depth = 0): Part[] {
  const [headText, body] = headAndBody(text)
  const head = fieldsOf(headText)
  const type = head.get('content-type') ?? 'text/plain'
  const boundary = /boundary\s*=\s*(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(type)
  if (!/^multipart\//i.test(type) || !boundary || depth > 5) {
    const encoding = head.get('content-transfer-encoding') ?? ''
    return [{ type: type.toLowerCase(), head, body: decodedBody(encoding, body) }]
  }
  const mark = `\n--${boundary[1] ?? boundary[2]}`
  const pieces = `\n${body}`.split(mark).slice(1, maxParts)
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => partsOf(piece.replace(/^[ \t]*\n/, ''), depth + 1))
}

const addressIn = (field = '') =>
  /^\s*(?:rfc822|utf-8)\s*;\s*<?([^\s<>]+)>?/i.exec(field)?.[1] ?? null

/** What stands in the part with the letter that came back, or its header. */
function returnedMessageId(parts: readonly Part[]): string | null {
  const returned = parts.find(({ type }) =>
    /^(?:message\/rfc822|text\/rfc822-headers|message\/global)/.test(type),
  )
  const [head] = headAndBody(returned?.body ?? '')
  return fieldsOf(head).get('message-id')?.trim() ?? null
}

/**
 * Reads a delivery status notification (RFC 3464): of each recipient, what became of the letter. Empty for a message
 * that is none.
 */
export function readBounces(message: string): Bounce[] {
  const parts = partsOf(message.replace(/\r\n/g, '\n'))
  const report = parts.find(({ type }) => /^message\/(?:global-)?delivery-status/.test(type))
  if (!report) return []
  const messageId = returnedMessageId(parts)
  return report.body.split(/\n{2,}/, maxRecipients).flatMap((block) => {
    const fields = fieldsOf(block.trim())
    const action = fields.get('action')?.trim().toLowerCase()
    if (!action) return []
    return {
      messageId,
      recipient:
        addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient')),
      action,
      status: /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '',
      diagnostic: (fields.get('diagnostic-code') ?? '').replace(/^\s*\w+\s*;\s*/, ''),
    }
  })
}
