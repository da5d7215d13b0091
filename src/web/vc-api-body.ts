import { parseStrictJson } from '../checking/receiving/strict-json.ts'
import { Refusal } from '../errors.ts'
import { bytesOf, type Upload } from './upload.ts'

export type Json = Readonly<Record<string, unknown>>

// What is checked or signed may have 1 MB; the words around it need little.
export const maxCallBytes = 1_000_000

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member that is a text, or not there at all. @throws Refusal `bad-request`. */
export function textIn(options: Json, name: string): string | undefined {
  const value = options[name]
  if (value === undefined || typeof value === 'string') return value
  throw new Refusal('bad-request', `options.${name} is a string`)
}

/**
 * The body of a call to the VC-API: one JSON object, and in it `options`, which may be missing.
 *
 * @throws Refusal `bad-request`, `not-strict-json`, `input-too-large`.
 */
export async function readCall(upload: Upload): Promise<{ body: Json; options: Json }> {
  const body = parseStrictJson(await bytesOf(upload))
  if (!isObject(body)) throw new Refusal('bad-request', 'Send one JSON object')
  const { options = {} } = body
  if (!isObject(options)) throw new Refusal('bad-request', 'options is an object')
  return { body, options }
}
