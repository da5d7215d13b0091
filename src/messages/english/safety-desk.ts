import type { SafetyDeskMessages } from '../safety-desk-messages.ts'

export const safetyDeskEnglish: SafetyDeskMessages = {
  title: 'Keys, checkpoints and backups',
  lead: 'What keeps a stolen key, a lost disk or a changed database from going unseen.',
  keys: 'Signing keys',
  columns: { key: 'Key', kind: 'Kind', state: 'State', since: 'Since', issuer: 'Signs for' },
  rotate: 'Rotate the keys',
  rotateHint: 'New keys sign from now on; the old ones go on verifying.',
  stolen: 'It was stolen',
  sure: 'I know that what this key signed no longer counts until it is signed anew.',
  mark: 'Mark as stolen',
  reissue: 'Sign everything anew',
  progress: (done, left) => `${done} signed anew, ${left} to go`,
  checkpoint: 'Checkpoint',
  noCheckpoint: 'No checkpoint was published yet.',
  checkpointAt: (entry, address) => `Entry ${entry}. It is published at ${address}.`,
  backup: 'Last backup',
  backupAt: (at) => `Written at ${at}.`,
  noBackup: 'No backup was made by this service yet. A backup elsewhere is not known here.',
  retention: 'How long data is kept',
  retentionDays: (days) =>
    `Decisions, enrolments and participation: ${days} days. Drafts: 7 days. Links with an end: 90 days after it.`,
}
