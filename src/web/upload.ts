import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request } from 'express'
import { Refusal } from '../errors.ts'

/** A body that has arrived whole and waits on disk, so that a slow or broken connection never holds the ledger. */
export interface Upload {
  /** SHA-256 of the bytes, hex: tells a repeated request from another one under the same key. */
  readonly hash: string
  /** From the first byte on, as often as asked. */
  read(): AsyncIterable<Uint8Array>
  discard(): Promise<void>
}

const tooLarge = (maxBytes: number) =>
  new Refusal('too-large', `The body is over ${Math.floor(maxBytes / 1024 / 1024)} MB`)

/**
 * The chunks of a body up to a limit. A refusal leaves the connection open, unlike the iterator of the stream itself:
 * otherwise a caller that is still sending would read a broken connection, never the refusal.
 *
 * @throws Refusal `too-large`, before the first byte where the header tells; `bad-request` when it breaks off.
 */
async function* bodyOf(request: Request, maxBytes: number): AsyncGenerator<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > maxBytes) throw tooLarge(maxBytes)
      yield chunk
    }
  } catch (thrown) {
    if (!request.errored) throw thrown
    throw new Refusal('bad-request', 'The body broke off', { cause: thrown })
  }
}

/** Receives a body of any type to disk. @throws Refusal `too-large`, `bad-request`. */
export async function receiveUpload(request: Request, maxBytes: number): Promise<Upload> {
  const name = join(tmpdir(), `colophon-upload-${randomUUID()}`)
  const file = await open(name, 'wx+', 0o600)
  const hash = createHash('sha256')
  // Without a name, what is written is gone with the process, however that ends.
  rmSync(name)
  try {
    for await (const chunk of bodyOf(request, maxBytes)) {
      hash.update(chunk)
      await file.writeFile(chunk)
    }
  } catch (thrown) {
    await file.close()
    throw thrown
  }
  return {
    hash: hash.digest('hex'),
    read: () => file.createReadStream({ start: 0, autoClose: false }),
    discard: () => file.close(),
  }
}

/** Reads a body into memory. @throws Refusal `too-large`, `bad-request`. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bodyOf(request, maxBytes)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const maxParts = 20

/**
 * The fields of an HTML form, by Node's own multipart parser. The parts are counted before it is let loose on them.
 *
 * @throws Refusal `bad-request` for a body that is no form, or one of too many parts.
 */
export async function readForm(request: Request, maxBytes: number): Promise<FormData> {
  const contentType = request.headers['content-type'] ?? ''
  const body = await readBody(request, maxBytes)
  const boundary = /;\s*boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (boundary && body.toString('latin1').split(`--${boundary}`).length > maxParts + 2)
    throw new Refusal('bad-request', 'The form has too many parts')
  try {
    const headers = { 'content-type': contentType }
    return await new Response(new Uint8Array(body), { headers }).formData()
  } catch (cause) {
    throw new Refusal('bad-request', 'The form cannot be read', { cause })
  }
}
