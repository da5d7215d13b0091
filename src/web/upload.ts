import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request } from 'express'
import { Refusal } from '../errors.ts'

/** A body that has arrived whole and waits on disk, so that a slow or broken connection never holds the ledger. */
export interface Upload {
  /** SHA-256 of the bytes, hex: tells a repeated request from another one under the same key. */
  readonly hash: string
  read(): AsyncIterable<Uint8Array>
  discard(): Promise<void>
}

/** Receives a body of any type to disk. @throws Refusal `too-large`. */
export async function receiveUpload(request: Request, maxBytes: number): Promise<Upload> {
  const folder = join(tmpdir(), 'colophon-uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > maxBytes)
        return done(new Refusal('too-large', `The body is over ${maxBytes / 1024 / 1024} MB`))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const discard = () => rm(file, { force: true })
  try {
    await pipeline(request, measure, createWriteStream(file, { mode: 0o600 }))
  } catch (thrown) {
    await discard()
    throw thrown
  }
  return { hash: hash.digest('hex'), read: () => createReadStream(file), discard }
}

/** Reads a body into memory. @throws Refusal `too-large`. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes)
      throw new Refusal('too-large', `The body is over ${Math.round(maxBytes / 1024 / 1024)} MB`)
    chunks.push(chunk)
  }
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
  const boundary = /boundary="?([^";]{1,70})"?/i.exec(contentType)?.[1]
  if (boundary && body.toString('latin1').split(`--${boundary}`).length > maxParts + 2)
    throw new Refusal('bad-request', 'The form has too many parts')
  try {
    const headers = { 'content-type': contentType }
    return await new Response(new Uint8Array(body), { headers }).formData()
  } catch (cause) {
    throw new Refusal('bad-request', 'The form cannot be read', { cause })
  }
}
