import type { RefusalCode } from '../errors.ts'

/** About what was signed anew because a key could no longer be trusted, and what a restored service does not know. */
export interface SafetyMessages {
  /** Of a version whose key was stolen, where the issuer publishes another one. */
  readonly keyUnsafe: string
  /** On the page of the version that counts. */
  signedAnewOn(day: string): string
  readonly signedAnewNote: string
  /** On the learner's own page: a copy in a wallet counts no more. */
  copyRevoked(day: string): string
}

type SafetyRefusal = Extract<
  RefusalCode,
  'key-in-use' | 'ledger-rolled-back' | 'ledger-there' | 'backup-unusable'
>

/** What is refused of keys, backups and ledgers: what went wrong, and what to do about it. */
export type SafetyRefusals = Readonly<
  Record<SafetyRefusal, { readonly title: string; readonly remedy: string }>
>
