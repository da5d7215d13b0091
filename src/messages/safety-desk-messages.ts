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
  checkpointAt(seq: string, at: string, address: string): string
  readonly backup: string
  backupAt(at: string): string
  readonly noBackup: string
  readonly retention: string
  retentionDays(days: string): string
}
