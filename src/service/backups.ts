import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../config.ts'
import type { Catalogue } from '../learning/catalogue.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { packageFile } from '../package-root.ts'
import { type Besides, makeBackup } from '../safety/backup.ts'
import type { Checkpoints } from '../safety/checkpoints.ts'
import type { Manifest } from '../safety/manifest.ts'
import { type Restored, type RestoreOrder, restoreBackup } from '../safety/restore.ts'
import { picturesIn, placeOf } from './house-pictures.ts'

export interface BackupParts {
  readonly config: Config
  readonly ledger: Ledger
  readonly catalogue: Catalogue
  readonly publicUrl: URL
  readonly now: () => Date
  readonly safety: { readonly checkpoints: Checkpoints }
}

export interface BackupWish {
  readonly folder: string
  readonly isSealed: boolean
  readonly withKeys: boolean
}

/** Everything beside ledger and keys that a service of the same kind needs again. */
function besidesOf({ config, catalogue }: BackupParts): readonly Besides[] {
  const home = dirname(config.catalogueFile)
  return [
    { name: 'catalogue/catalogue.json', from: config.catalogueFile },
    ...picturesIn(catalogue).map((name) => ({
      name: `catalogue/${name}`,
      from: placeOf(home, name),
    })),
    { name: 'trust/issuers.json', from: config.trustedIssuersFile },
  ]
}

const versionNow = () =>
  (JSON.parse(readFileSync(packageFile('package.json'), 'utf8')) as { version: string }).version

/** A backup of this service in a new folder; see {@link makeBackup}. @throws Refusal what that refuses. */
export function backUp(parts: BackupParts, { folder, isSealed, withKeys }: BackupWish): Manifest {
  const { config, ledger, publicUrl, now } = parts
  const order = {
    folder,
    isSealed,
    besides: besidesOf(parts),
    keysDir: withKeys ? config.keysDir : null,
    passphrase: config.backupPassphrase,
  }
  return makeBackup(order, { ledger, publicUrl, version: versionNow(), now })
}

/** Puts one back, with the service stopped; see {@link restoreBackup}. @throws Refusal what that refuses. */
export function restore(
  { config, publicUrl, now, safety }: Omit<BackupParts, 'ledger' | 'catalogue'>,
  order: RestoreOrder,
): Promise<Restored> {
  const { databaseFile, keysDir, backupPassphrase: passphrase } = config
  const { checkpoints } = safety
  return restoreBackup(order, { databaseFile, keysDir, publicUrl, passphrase, now, checkpoints })
}
