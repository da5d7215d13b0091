import { Refusal } from '../errors.ts'
import { boundaryIn, findParts } from './multipart.ts'
import { bytesOf, type Upload } from './upload.ts'

/** A field of a form: a text, or a file where there is a `filename`. Its bytes are read when they are asked for. */
export interface Field {
  readonly name: string
  readonly filename?: string
  readonly size: number
  bytes(): Promise<Buffer>
}

const maxPlainBytes = 2 * 1024 * 1024

/** Read with replaced letters, a text would be judged that nobody sent. @throws Refusal `bad-request`. */
export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new Refusal('bad-request', 'What was sent is not UTF-8', { cause })
  }
}

/** The same for what is percent-encoded, which the reader of forms would replace in silence. */
function wellEncoded(text: string): string {
  try {
    decodeURIComponent(text)
    return text
  } catch (cause) {
    throw new Refusal('bad-request', 'What was sent is not UTF-8', { cause })
  }
}

/** Looks for one separator too many, which is cheaper than finding out by taking the form apart. */
function hasMoreFields(text: string, most: number): boolean {
  let at = -1
  for (let count = 0; count < most; count += 1) {
    at = text.indexOf('&', at + 1)
    if (at === -1) return false
  }
  return true
}

async function plainFields(upload: Upload, maxFields: number): Promise<Field[]> {
  if (upload.size > maxPlainBytes) throw new Refusal('too-large', 'The form is over 2 MB')
  const text = utf8(await bytesOf(upload))
  if (hasMoreFields(text, maxFields))
    throw new Refusal('bad-request', `The form has too many parts: over ${maxFields}`)
  return [...new URLSearchParams(wellEncoded(text))].map(([name, value]) => {
    const bytes = Buffer.from(value)
    return { name, size: bytes.length, bytes: async () => bytes }
  })
}

/**
 * The fields of an HTML form, as `multipart/form-data` or without files as `application/x-www-form-urlencoded`.
 *
 * @throws Refusal `bad-request` for a body that is no form, or one of too many parts.
 */
export async function readForm(
  upload: Upload,
  contentType: string,
  maxParts: number,
): Promise<readonly Field[]> {
  if (/^\s*application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType))
    return plainFields(upload, maxParts)
  const boundary = boundaryIn(contentType)
  if (boundary === undefined)
    throw new Refusal('bad-request', 'Send a form: multipart/form-data with a boundary')
  const parts = await findParts(upload.read(), boundary, maxParts)
  return parts.map((part) => ({ ...part, bytes: () => bytesOf(upload, part) }))
}

/** The first text under this name that has something in it. @throws Refusal `input-too-large` over 2 MB, `bad-request`. */
export async function textIn(fields: readonly Field[], name: string): Promise<string | undefined> {
  for (const field of fields) {
    if (field.name !== name || field.filename !== undefined) continue
    if (field.size > maxPlainBytes) throw new Refusal('input-too-large', 'A text is over 2 MB')
    const text = utf8(await field.bytes())
    if (text.trim()) return text
  }
  return undefined
}

/** The files that were really chosen: a browser sends an empty one where none was. */
export function filesIn(fields: readonly Field[]): readonly (Field & { filename: string })[] {
  return fields.flatMap((field) => {
    const { filename, size } = field
    return filename === undefined || (filename === '' && size === 0) ? [] : [{ ...field, filename }]
  })
}
