import { Refusal } from '../errors.ts'
import type { ReadRow } from '../learning/completion.ts'
import { parseCompletionsJson } from '../learning/completions-json.ts'
import type { ImportOptions } from '../learning/read-row.ts'

/** Rows of completions that came as JSON, which is held in memory whole. @throws Refusal `completions-invalid`. */
export async function* jsonRows(
  bytes: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): AsyncGenerator<ReadRow> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)))
  } catch (cause) {
    throw new Refusal('completions-invalid', 'The body is not JSON', { cause })
  }
  yield* parseCompletionsJson(value, options)
}
