import type { Request } from 'express'
import { Refusal } from '../errors.ts'
import { boundaryIn, findParts, type Part } from './multipart.ts'
import { receiveUpload, type Upload } from './upload.ts'

const maxCsvBytes = 64 * 1024 * 1024
const maxJsonBytes = 16 * 1024 * 1024

/** Completions that have arrived, perhaps with a second file that says who the learners are. */
export interface CompletionUpload {
  readonly isJson: boolean
  /** SHA-256 of the whole body. */
  readonly hash: string
  /** The file of completions, from its beginning, as often as asked. */
  file(): AsyncIterable<Uint8Array>
  readonly profiles: (() => AsyncIterable<Uint8Array>) | null
  discard(): Promise<void>
}

/**
 * Receives a CSV or JSON of completions as the body, or a form (`multipart/form-data`) with the CSV as `file` and a
 * profile report as `profiles`; 64 MB together.
 *
 * @throws Refusal `unsupported-media-type`, `too-large`, `bad-request`.
 */
export async function receiveCompletions(request: Request): Promise<CompletionUpload> {
  const isJson = Boolean(request.is('application/json'))
  const isForm = Boolean(request.is('multipart/form-data'))
  const isPlain = request.is(['text/csv', 'text/plain', 'application/octet-stream'])
  if (!isJson && !isForm && !isPlain)
    throw new Refusal(
      'unsupported-media-type',
      'Send text/csv, application/json, or multipart/form-data with the parts file and profiles',
    )
  const upload = await receiveUpload(request, isJson ? maxJsonBytes : maxCsvBytes)
  const { hash } = upload
  const discard = () => upload.discard()
  if (!isForm) return { isJson, hash, file: () => upload.read(), profiles: null, discard }
  try {
    return { isJson, hash, ...(await partsOf(request, upload)), discard }
  } catch (thrown) {
    await discard()
    throw thrown
  }
}

async function partsOf(request: Request, upload: Upload) {
  const boundary = boundaryIn(request.headers['content-type'] ?? '')
  if (boundary === undefined)
    throw new Refusal('bad-request', 'Send a form: multipart/form-data with a boundary')
  const parts = await findParts(upload.read(), boundary, 10)
  const read = (part: Part) => () => upload.read(part)
  const file = only(parts, 'file')
  if (!file) throw new Refusal('bad-request', 'The form needs the completions as its part "file"')
  const profiles = only(parts, 'profiles')
  return { file: read(file), profiles: profiles && profiles.size > 0 ? read(profiles) : null }
}

/** Of two files under one name nobody could say which was read. */
function only(parts: readonly Part[], name: string): Part | undefined {
  const [first, ...others] = parts.filter((part) => part.name === name)
  if (others.length > 0) throw new Refusal('bad-request', `The form has several parts "${name}"`)
  return first
}
