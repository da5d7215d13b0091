import { join, resolve } from 'node:path'
import type { Settings } from './settings.ts'

/** Where what guards against loss is kept. */
export interface SafetySettings {
  /** The last signed checkpoint of the audit log: outside of the ledger, best on another disk. */
  readonly checkpointFile: string
  /** Seals backups; without it `--encrypt` and `--with-keys` are refused. */
  readonly backupPassphrase: string | null
}

export function readSafety(settings: Settings, keysDir: string): SafetySettings {
  return {
    checkpointFile: resolve(
      settings.text('CHECKPOINT_FILE', join(keysDir, 'checkpoint', 'last.jws')),
    ),
    backupPassphrase: settings.secret('BACKUP_PASSPHRASE'),
  }
}
