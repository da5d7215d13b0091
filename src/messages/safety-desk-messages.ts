/** Words of the page about keys, checkpoints and backups. */
export interface SafetyDeskMessages {
  readonly title: string
  readonly lead: string
  readonly keys: string
  readonly columns: Readonly<Record<'key' | 'kind' | 'state' | 'since' | 'issuer', string>>
  readonly rotate: string
  readonly rotateHint: string
  readonly stolen: string
  readonly sure: string
  readonly mark: string
  readonly reissue: string
  progress(done: string, left: string): string
  readonly checkpoint: string
  readonly noCheckpoint: string
  /** Of an entry such as `12, 28 November 2026 at 10:00 UTC`. */
  checkpointAt(entry: string, address: string): string
  readonly backup: string
  backupAt(at: string): string
  readonly noBackup: string
  readonly retention: string
  retentionDays(days: string): string
}
