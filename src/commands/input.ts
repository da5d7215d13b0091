import { createReadStream, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { Refusal } from '../errors.ts'

/** Looks whether a file, or standard input for `-`, is there to be read. @throws Refusal `bad-request`. */
export function refuseMissing(file: string): void {
  if (file === '-') return
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory())
    throw new Refusal('bad-request', `${file} is a folder: name a file in it`)
  if (!found?.isFile()) throw new Refusal('bad-request', `There is no file ${file}`)
}

/** The bytes of a file, or of standard input for `-`. @throws Refusal `bad-request` when there is no such file. */
export function openInput(file: string): AsyncIterable<Uint8Array> {
  refuseMissing(file)
  return file === '-' ? process.stdin : createReadStream(file)
}

/** A way to read the input from its beginning more than once; standard input is kept for that. */
export async function repeatable(file: string): Promise<() => AsyncIterable<Uint8Array>> {
  if (file !== '-') return () => openInput(file)
  const kept: Uint8Array[] = []
  for await (const chunk of openInput(file)) kept.push(chunk)
  return () => Readable.from(kept)
}

const maxBytes = 16 * 1024 * 1024

/** The whole of an input. @throws Refusal `input-too-large`. */
export async function readAll(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > maxBytes) throw new Refusal('input-too-large', 'The input is over 16 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
