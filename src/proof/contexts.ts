import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../errors.ts'
import { packageFile } from '../package-root.ts'

/** One line of `contexts/contexts.json`. */
export interface PinnedContext {
  readonly url: string
  readonly file: string
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string
  /** The package and version, or the repository and commit, that the file was taken from. */
  readonly source: string
  /** Digests of the bytes as they are served, which may be spaced otherwise (Subresource Integrity §3.1). */
  readonly published?: readonly string[]
}

export interface LoadedContext {
  readonly contextUrl: null
  readonly documentUrl: string
  readonly document: object
  /** Tells the JSON-LD processor that the document never changes, so that it may keep what it made of it. */
  readonly tag: 'static'
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  Object.freeze(value)
  Object.values(value).forEach(freezeDeep)
}

function readContext(folder: string, { file, sha256 }: PinnedContext): object {
  const bytes = readFileSync(join(folder, file))
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256)
    throw new Error(`contexts/${file} has SHA-256 ${found}, but contexts.json pins ${sha256}`)
  const document: object = JSON.parse(bytes.toString('utf8'))
  freezeDeep(document)
  return document
}

const readList = (folder: string): readonly PinnedContext[] =>
  JSON.parse(readFileSync(join(folder, 'contexts.json'), 'utf8'))

/**
 * Reads every context that `contexts.json` in `folder` lists, by URL. Throws when a file differs from its SHA-256: a
 * changed context changes what signatures mean, so nothing may run with it.
 */
export function readPinnedContexts(folder: string): ReadonlyMap<string, object> {
  return new Map(readList(folder).map((pinned) => [pinned.url, readContext(folder, pinned)]))
}

/** The only contexts that are ever used, frozen and compared with their SHA-256 when this module is first imported. */
export const pinnedContexts: ReadonlyMap<string, object> = readPinnedContexts(
  packageFile('contexts'),
)

/** By URL, the digests of those contexts whose bytes as they are served are known. */
export const publishedDigests: ReadonlyMap<string, readonly string[]> = new Map(
  readList(packageFile('contexts')).map(({ url, published = [] }) => [url, published]),
)

/**
 * The document loader of every JSON-LD and proof library: pinned contexts, never the network.
 * Refuses everything else with `credential-unverifiable`.
 *
 * VC Data Integrity 1.0 "Validating Contexts": only contexts known beforehand are safe to sign or verify with.
 */
export async function loadContext(url: string): Promise<LoadedContext> {
  const document = pinnedContexts.get(url)
  if (!document)
    throw new Refusal('credential-unverifiable', `The context ${url} is not one we have pinned.`)
  return { contextUrl: null, documentUrl: url, document, tag: 'static' }
}
