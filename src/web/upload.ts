import { createHash } from 'node:crypto'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request } from 'express'
import { Refusal } from '../errors.ts'

/** A body that has arrived whole and waits on disk, so that a slow or broken connection never holds the ledger. */
export interface Upload {
  /** SHA-256 of the bytes, hex: tells a repeated request from another one under the same key. */
  readonly hash: string
  read(): AsyncIterable<Uint8Array>
  discard(): Promise<void>
}

const chunkBytes = 64 * 1024

/**
 * A file that only we can open, and that has no name any more: it is gone with the process, however that ends, and
 * nobody else on the machine can put another in its place between two readings.
 */
async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'colophon-upload-'))
  try {
    return await open(join(folder, 'body'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* bytesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

/** Receives a body of any type to disk. @throws Refusal `too-large`. */
export async function receiveUpload(request: Request, maxBytes: number): Promise<Upload> {
  const file = await openNameless()
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes)
        throw new Refusal('too-large', `The body is over ${maxBytes / 1024 / 1024} MB`)
      hash.update(chunk)
      await file.appendFile(chunk)
    }
  } catch (thrown) {
    await file.close()
    throw thrown
  }
  return { hash: hash.digest('hex'), read: () => bytesOf(file), discard: () => file.close() }
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
