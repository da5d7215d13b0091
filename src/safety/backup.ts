import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { Refusal } from '../errors.ts'
import { lookAtCopy } from '../ledger/copy.ts'
import type { Ledger } from '../ledger/ledger.ts'
import {
  type BackedUpFile,
  describeFile,
  ledgerName,
  type Manifest,
  manifestFormat,
  manifestName,
} from './manifest.ts'
import { copyPrivate, Sealer } from './sealing.ts'
import { syncFolder, writeWhole } from './whole-file.ts'

/** What goes into a backup beside the ledger: a path within it, and where it is now. */
export interface Besides {
  readonly name: string
  readonly from: string
}

export interface BackupOrder {
  /** Must not be there yet. */
  readonly folder: string
  readonly besides: readonly Besides[]
  /** Folder of keys, where they are to go along: always sealed. */
  readonly keysDir: string | null
  /** Whether everything is sealed, not the keys alone. */
  readonly isSealed: boolean
  readonly passphrase: string | null
}

export interface BackupHouse {
  readonly ledger: Ledger
  readonly publicUrl: URL
  readonly version: string
  readonly now: () => Date
}

export const keysName = 'keys.json'
/** What a sealed file's name ends with. */
export const sealedEnd = '.sealed'

/** Every file of a folder and those below, by its path within. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile() && !name.endsWith('.draft'))
    .sort()
}

/** All key files as one JSON object of Base64. */
function packKeys(keysDir: string): string {
  const files = filesBelow(keysDir).map((name) => [
    relative(keysDir, join(keysDir, name)),
    readFileSync(join(keysDir, name)).toString('base64'),
  ])
  return JSON.stringify(Object.fromEntries(files))
}

interface Draft {
  readonly folder: string
  readonly sealer: Sealer | undefined
  readonly files: BackedUpFile[]
}

/** Moves a file of the draft under its name, sealed where that is wanted. */
function keep({ folder, sealer, files }: Draft, name: string, isSealed: boolean): void {
  const own = join(folder, name)
  if (isSealed && sealer) {
    sealer.seal(own, own + sealedEnd)
    rmSync(own)
  }
  files.push(describeFile(folder, isSealed ? name + sealedEnd : name, isSealed))
}

function sealerOf({ passphrase, isSealed, keysDir }: BackupOrder): Sealer | undefined {
  if (!isSealed && keysDir === null) return undefined
  if (!passphrase)
    throw new Refusal(
      'settings-invalid',
      'Set BACKUP_PASSPHRASE_FILE: keys go into a backup only when sealed, and nothing is sealed without it',
    )
  return new Sealer(passphrase)
}

function fill(draft: Draft, order: BackupOrder, { ledger }: BackupHouse): void {
  const { folder } = draft
  const { isSealed, keysDir, besides } = order
  for (const { name, from } of besides) {
    mkdirSync(dirname(join(folder, name)), { recursive: true, mode: 0o700 })
    copyPrivate(from, join(folder, name))
    keep(draft, name, isSealed)
  }
  if (keysDir !== null) {
    writeWhole(join(folder, keysName), packKeys(keysDir))
    keep(draft, keysName, true)
  }
  ledger.backup(join(folder, ledgerName))
}

/**
 * Writes a backup into a new folder while the service goes on: a consistent copy of the ledger, what goes with it, and a
 * manifest with the digest of each file. Made beside its place and put there when whole, so that a folder of this name is
 * never half a backup. Durable once it returns.
 *
 * @throws Refusal `bad-request` when the folder is there; `settings-invalid` without a passphrase where one is needed.
 */
export function makeBackup(order: BackupOrder, house: BackupHouse): Manifest {
  const { folder, isSealed } = order
  if (statSync(folder, { throwIfNoEntry: false }))
    throw new Refusal('bad-request', `${folder} is there already`)
  const sealer = sealerOf(order)
  const draft = { folder: `${folder}.draft`, sealer, files: [] as BackedUpFile[] }
  rmSync(draft.folder, { recursive: true, force: true })
  if (!statSync(dirname(folder), { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('bad-request', `${dirname(folder)} is no folder`)
  mkdirSync(draft.folder, { mode: 0o700 })
  try {
    const madeAt = house.now().toISOString()
    fill(draft, order, house)
    const facts = lookAtCopy(join(draft.folder, ledgerName))
    keep(draft, ledgerName, isSealed)
    const manifest: Manifest = {
      format: manifestFormat,
      madeAt,
      publicUrl: house.publicUrl.origin,
      version: house.version,
      schema: facts.schema,
      head: facts.head,
      issued: facts.issued,
      files: draft.files,
    }
    writeWhole(join(draft.folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
    renameSync(draft.folder, folder)
    syncFolder(dirname(folder))
    house.ledger.audit.append({ action: 'backup-made', about: null })
    return manifest
  } catch (thrown) {
    rmSync(draft.folder, { recursive: true, force: true })
    throw thrown
  }
}
