import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Request } from 'express'
import { Refusal } from '../errors.ts'

/** A stretch of an upload, in bytes from its beginning. */
export interface Stretch {
  readonly start: number
  readonly size: number
}

/** A body that has arrived whole, so that a slow or broken connection never holds anything but its own place. */
export interface Upload {
  /** SHA-256 of the bytes, hex: tells a repeated request from another one under the same key. */
  readonly hash: string
  readonly size: number
  /** All of it, or one stretch; as often as asked. */
  read(stretch?: Stretch): AsyncIterable<Uint8Array>
  discard(): Promise<void>
}

const kilobyte = 1024
const megabyte = kilobyte * kilobyte

const sizeOf = (bytes: number) =>
  bytes < megabyte ? `${Math.round(bytes / kilobyte)} kB` : `${Math.round(bytes / megabyte)} MB`

const tooLarge = (maxBytes: number) =>
  new Refusal('too-large', `The body is over ${sizeOf(maxBytes)}`)

const patienceMs = 5_000

/**
 * Reads on for a while what nobody will keep. Proxies end a connection with its answer: were it answered with bytes still
 * on their way, they would find a broken connection and never read the refusal.
 */
async function letFinish(request: Request): Promise<void> {
  if (request.complete) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    request.once('end', done).once('close', done).once('error', done).resume()
  })
}

/**
 * The chunks of a body up to a limit. A refusal leaves the connection open, unlike the iterator of the stream itself:
 * otherwise a caller that is still sending would read a broken connection, never the refusal.
 *
 * @throws Refusal `too-large`, before the first byte where the header tells; `unsupported-media-type` for a compressed
 * one; `bad-request` when it breaks off.
 */
async function* bodyOf(request: Request, maxBytes: number): AsyncGenerator<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    await letFinish(request)
    throw tooLarge(maxBytes)
  }
  // Packed bytes would be judged as if they were the credential.
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
    throw new Refusal('unsupported-media-type', 'Send the body uncompressed')
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > maxBytes) break
      yield chunk
    }
  } catch (thrown) {
    if (!request.errored) throw thrown
    throw new Refusal('bad-request', 'The body broke off', { cause: thrown })
  }
  if (size > maxBytes) {
    await letFinish(request)
    throw tooLarge(maxBytes)
  }
}

// What is shorter than most credentials' pictures needs no file.
const heldBytes = 64 * 1024
const readBytes = 256 * 1024

/** Bytes in memory while they are few, then in a file without a name. */
class Spool {
  #held: Buffer[] = []
  #file: FileHandle | undefined
  size = 0

  async add(chunk: Buffer): Promise<void> {
    this.size += chunk.length
    if (!this.#file && this.size > heldBytes) await this.#toDisk()
    if (this.#file) await this.#file.writeFile(chunk)
    else this.#held.push(chunk)
  }

  async #toDisk(): Promise<void> {
    const name = join(tmpdir(), `colophon-upload-${randomUUID()}`)
    this.#file = await open(name, 'wx+', 0o600)
    // Without a name, what is written is gone with the process, however that ends.
    rmSync(name)
    for (const chunk of this.#held) await this.#file.writeFile(chunk)
    this.#held = []
  }

  async *read({ start, size }: Stretch = { start: 0, size: this.size }): AsyncIterable<Uint8Array> {
    if (!this.#file) {
      if (size > 0) yield Buffer.concat(this.#held).subarray(start, start + size)
      return
    }
    const end = start + size
    for (let at = start; at < end; ) {
      const room = Buffer.alloc(Math.min(readBytes, end - at))
      const { bytesRead } = await this.#file.read(room, 0, room.length, at)
      if (bytesRead === 0) throw new Error('a body on disk is shorter than it was')
      yield room.subarray(0, bytesRead)
      at += bytesRead
    }
  }

  async close(): Promise<void> {
    this.#held = []
    await this.#file?.close()
  }
}

/** Receives a body of any type, a long one to disk. @throws Refusal `too-large`, `unsupported-media-type`, `bad-request`. */
export async function receiveUpload(request: Request, maxBytes: number): Promise<Upload> {
  const spool = new Spool()
  const hash = createHash('sha256')
  try {
    for await (const chunk of bodyOf(request, maxBytes)) {
      hash.update(chunk)
      await spool.add(chunk)
    }
  } catch (thrown) {
    await spool.close()
    throw thrown
  }
  return {
    hash: hash.digest('hex'),
    size: spool.size,
    read: (stretch) => spool.read(stretch),
    discard: () => spool.close(),
  }
}

/** An upload, or a stretch of it, in memory. */
export async function bytesOf(upload: Upload, stretch?: Stretch): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of upload.read(stretch)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Reads a body into memory. @throws Refusal `too-large`, `unsupported-media-type`, `bad-request`. */
export async function readBody(request: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bodyOf(request, maxBytes)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
