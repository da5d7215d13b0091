import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { minListLength } from '../credential/status-list.ts'
import { Refusal } from '../errors.ts'
import type { AuditEntry } from '../ledger/audit.ts'
import { actsAfter, type CopyFacts, lookAtCopy } from '../ledger/copy.ts'
import { type Ledger, openLedger } from '../ledger/ledger.ts'
import { keysName, sealedEnd } from './backup.ts'
import type { Checkpoints } from './checkpoints.ts'
import { ledgerName, type Manifest, manifestOfCopy, readManifest } from './manifest.ts'
import { copyPrivate, Sealer } from './sealing.ts'
import { syncFolder, writeWhole } from './whole-file.ts'

export interface RestoreOrder {
  /** A backup, or a ledger that was copied by itself. */
  readonly folder: string
  /** Whether a ledger that is there is moved away; it is never deleted. */
  readonly isReplacing: boolean
  /** Whether the keys of the backup are put back as well, where there are none. */
  readonly withKeys: boolean
}

export interface RestoreHouse {
  readonly databaseFile: string
  readonly keysDir: string
  readonly publicUrl: URL
  readonly passphrase: string | null
  readonly now: () => Date
  readonly checkpoints: Checkpoints
}

/** What was put back, and what it does not know. */
export interface Restored {
  readonly madeAt: string
  readonly issued: number
  /** The time of which nothing is known. */
  readonly gap: { readonly from: string; readonly to: string }
  /** How many acts were published after the backup; `null` where no checkpoint is left to tell. */
  readonly actsLost: number | null
  /** Of what the ledger before still tells, by action; empty where it cannot be read. */
  readonly lost: Readonly<Record<string, number>>
  /** Public ids that were revoked after the backup, as far as is known: revoke them again. */
  readonly revokedSince: readonly string[]
  /** Where the ledger before went, if there was one. */
  readonly movedTo: string | null
  readonly areKeysBack: boolean
}

const ends = ['', '-wal', '-shm'] as const

class Restoring {
  readonly #order: RestoreOrder
  readonly #house: RestoreHouse
  readonly #isBare: boolean
  readonly #manifest: Manifest
  readonly #sealer: Sealer | undefined

  constructor(order: RestoreOrder, house: RestoreHouse) {
    this.#order = order
    this.#house = house
    this.#isBare = statSync(order.folder, { throwIfNoEntry: false })?.isFile() === true
    this.#manifest = (this.#isBare ? manifestOfCopy : readManifest)(order.folder)
    this.#sealer = house.passphrase ? new Sealer(house.passphrase) : undefined
    if (this.#manifest.publicUrl !== house.publicUrl.origin)
      throw new Refusal(
        'ledger-mismatch',
        `This backup is of ${this.#manifest.publicUrl}, but PUBLIC_URL is ${house.publicUrl.origin}`,
      )
  }

  /** Takes a file out of the backup, opened where it is sealed. */
  #take(name: string, to: string): void {
    const { folder } = this.#order
    const file = this.#manifest.files.find((each) => [name, name + sealedEnd].includes(each.name))
    if (!file) throw new Refusal('backup-unusable', `The backup has no ${name}`)
    const from = this.#isBare ? folder : join(folder, file.name)
    if (!file.isSealed) copyPrivate(from, to)
    else if (this.#sealer) this.#sealer.open(from, to)
    else throw new Refusal('backup-unusable', `${name} is sealed: set BACKUP_PASSPHRASE_FILE`)
  }

  #insist(facts: CopyFacts): void {
    const { head } = this.#manifest
    const wrong =
      (facts.faults.length > 0 && `the database has faults: ${facts.faults[0]}`) ||
      (facts.brokenAt !== null && `the audit log breaks at entry ${facts.brokenAt}`) ||
      (facts.head?.hash !== head?.hash && 'its audit log ends elsewhere than the manifest says') ||
      (facts.publicUrl !== this.#manifest.publicUrl && 'the ledger is of another address')
    if (wrong) throw new Refusal('backup-unusable', `Not put back: ${wrong}`)
    if (!facts.isReadable)
      throw new Refusal('ledger-mismatch', 'This backup was written by a newer Colophon')
  }

  /** What the checkpoint outside of the ledger, and the ledger that is there, tell of what came after the backup. */
  #lost(): Pick<Restored, 'actsLost' | 'lost' | 'revokedSince'> {
    const { head } = this.#manifest
    const acts = head ? (actsAfter(this.#house.databaseFile, head) ?? []) : []
    const told = acts.filter(({ action }) => action !== 'backup-made')
    const published = this.#published()
    const actsLost =
      told.length > 0
        ? told.length
        : published === null
          ? null
          : Math.max(0, published - (head?.seq ?? 0))
    return { actsLost, lost: countByAction(told), revokedSince: idsOf(told, 'credential-revoked') }
  }

  #published(): number | null {
    try {
      return this.#house.checkpoints.last()?.checkpoint.seq ?? null
    } catch {
      return null
    }
  }

  /** The copy beside its place, looked over, with what it has to know of itself. */
  async run(): Promise<Restored> {
    const { databaseFile, now } = this.#house
    if (ends.some((end) => existsSync(databaseFile + end)) && !this.#order.isReplacing)
      throw new Refusal('ledger-there', `${databaseFile} is there: move it away, or say --replace`)
    const draft = `${databaseFile}.restoring`
    mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 })
    for (const end of ends) rmSync(draft + end, { force: true })
    const areKeysBack = this.#putKeysBack()
    this.#take(ledgerName, draft)
    this.#insist(lookAtCopy(draft))
    const lost = this.#lost()
    const gap = { from: this.#manifest.madeAt, to: now().toISOString() }
    const ledger = this.#prepare(draft, gap, lost.actsLost)
    // Before anything is moved: a key that cannot sign is told while all is as it was.
    await this.#house.checkpoints.accept(ledger)
    ledger.close()
    const movedTo = this.#moveAway()
    for (const end of ends.slice(1)) rmSync(draft + end, { force: true })
    renameSync(draft, databaseFile)
    syncFolder(dirname(databaseFile))
    const { madeAt, issued } = this.#manifest
    return { madeAt, issued, gap, ...lost, movedTo, areKeysBack }
  }

  #prepare(draft: string, gap: Restored['gap'], actsLost: number | null): Ledger {
    const { publicUrl, now } = this.#house
    const ledger = openLedger(draft, publicUrl, now)
    ledger.transaction(() => {
      ledger.gaps.note(gap, now(), minListLength)
      const detail = actsLost === null ? 'unknown' : String(actsLost)
      ledger.audit.append({ action: 'ledger-restored', about: null, detail })
    })
    // All of it is in the one file that is put in place.
    ledger.erasures.overwrite()
    return ledger
  }

  /** A log that was left beside another database would be read into it: everything goes, or nothing. */
  #moveAway(): string | null {
    const { databaseFile, now } = this.#house
    const there = ends.filter((end) => existsSync(databaseFile + end))
    if (there.length === 0) return null
    const target = `${databaseFile}.before-${now().toISOString().replace(/\D/g, '').slice(0, 14)}`
    for (const end of there.toReversed()) renameSync(databaseFile + end, target + end)
    return target
  }

  #putKeysBack(): boolean {
    const { keysDir } = this.#house
    if (!this.#order.withKeys) return false
    if (existsSync(keysDir) && readdirSync(keysDir).length > 0)
      throw new Refusal('ledger-there', `There are keys in ${keysDir}: move them away first`)
    mkdirSync(keysDir, { recursive: true, mode: 0o700 })
    const packed = join(keysDir, `${keysName}.draft`)
    this.#take(keysName, packed)
    const files = JSON.parse(readFileSync(packed, 'utf8')) as Record<string, string>
    rmSync(packed)
    for (const [name, bytes] of Object.entries(files)) {
      if (normalize(name).startsWith('..'))
        throw new Refusal('backup-unusable', `${name} is no key`)
      writeWhole(join(keysDir, name), Buffer.from(bytes, 'base64'))
    }
    chmodSync(keysDir, 0o700)
    return true
  }
}

const countByAction = (acts: readonly AuditEntry[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { action } of acts) counts[action] = (counts[action] ?? 0) + 1
  return counts
}

const idsOf = (acts: readonly AuditEntry[], wanted: string): readonly string[] =>
  acts.flatMap(({ action, about }) => (action === wanted && about !== null ? [about] : []))

/**
 * Puts a backup in the place of the ledger, which nobody may have open: held to its manifest, sound, of this address, of a
 * schema we know. What it cannot know is written into it: the gap between the copy and now. A ledger that was there is
 * moved away. A kill leaves the ledger as it was, or none, which is not begun anew by itself: then the same call again.
 *
 * @throws Refusal `backup-unusable`, `ledger-there`, `ledger-mismatch`.
 */
export const restoreBackup = (order: RestoreOrder, house: RestoreHouse): Promise<Restored> =>
  new Restoring(order, house).run()
