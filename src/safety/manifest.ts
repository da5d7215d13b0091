import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, normalize } from 'node:path'
import { Refusal } from '../errors.ts'
import { lookAtCopy } from '../ledger/copy.ts'

export const manifestFormat = 'colophon-backup/1'
export const manifestName = 'manifest.json'
/** The copy of the ledger, in a backup. */
export const ledgerName = 'ledger.sqlite'

export interface BackedUpFile {
  /** Path within the backup. */
  readonly name: string
  readonly bytes: number
  /** Hex, of the bytes as they lie there. */
  readonly sha256: string
  readonly isSealed: boolean
}

/** What a backup is of. Written last: a backup without one is not whole. */
export interface Manifest {
  readonly format: typeof manifestFormat
  /** The moment the copy of the ledger was begun: all that was acknowledged before is in it. */
  readonly madeAt: string
  readonly publicUrl: string
  readonly version: string
  readonly schema: number
  /** The newest entry of the audit log in the copy. */
  readonly head: { readonly seq: number; readonly hash: string; readonly at: string } | null
  readonly issued: number
  readonly files: readonly BackedUpFile[]
}

/** SHA-256 of a file in hex, read a piece at a time. */
export function digestOf(file: string): string {
  const hash = createHash('sha256')
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(1024 * 1024)
    for (let read = 1; read > 0; ) {
      read = readSync(handle, buffer)
      hash.update(buffer.subarray(0, read))
    }
    return hash.digest('hex')
  } finally {
    closeSync(handle)
  }
}

export const describeFile = (folder: string, name: string, isSealed: boolean): BackedUpFile => ({
  name,
  bytes: statSync(join(folder, name)).size,
  sha256: digestOf(join(folder, name)),
  isSealed,
})

// Names come from a file that somebody may have written: none leads out of the folder.
const staysWithin = (name: string) =>
  name !== '' && !isAbsolute(name) && normalize(name) === name && !name.startsWith('..')

const isFile = (value: unknown): value is BackedUpFile => {
  const { name, bytes, sha256, isSealed } = Object(value) as Partial<BackedUpFile>
  return (
    typeof name === 'string' &&
    staysWithin(name) &&
    Number.isSafeInteger(bytes) &&
    /^[0-9a-f]{64}$/.test(String(sha256)) &&
    typeof isSealed === 'boolean'
  )
}

function isManifest(value: unknown): value is Manifest {
  const { format, madeAt, publicUrl, schema, files } = Object(value) as Partial<Manifest>
  return (
    format === manifestFormat &&
    !Number.isNaN(Date.parse(String(madeAt))) &&
    typeof publicUrl === 'string' &&
    Number.isSafeInteger(schema) &&
    Array.isArray(files) &&
    files.every(isFile)
  )
}

/** The same of a ledger that was copied by itself: it knows of all that its own audit log tells. */
export function manifestOfCopy(file: string): Manifest {
  const { publicUrl, schema, head, issued } = lookAtCopy(file)
  const folder = dirname(file)
  return {
    format: manifestFormat,
    madeAt: head?.at ?? new Date(0).toISOString(),
    publicUrl: publicUrl ?? '',
    version: '',
    schema,
    head,
    issued,
    files: [{ ...describeFile(folder, basename(file), false), name: ledgerName }],
  }
}

/** The manifest of a backup, with every file held to it. @throws Refusal `backup-unusable`. */
export function readManifest(folder: string): Manifest {
  let value: unknown
  try {
    value = JSON.parse(readFileSync(join(folder, manifestName), 'utf8'))
  } catch (cause) {
    throw new Refusal('backup-unusable', `${folder} has no manifest that can be read`, { cause })
  }
  if (!isManifest(value))
    throw new Refusal('backup-unusable', `${folder} is no backup of this form`)
  for (const { name, bytes, sha256 } of value.files) {
    const file = join(folder, name)
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size !== bytes || digestOf(file) !== sha256)
      throw new Refusal('backup-unusable', `${name} is missing or was changed`)
  }
  return value
}
