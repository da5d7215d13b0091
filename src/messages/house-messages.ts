import type { RefusalCode } from '../errors.ts'

/** What only the operator of the house can mend: its keys, register, catalogue and settings. */
type HouseRefusalCode = Extract<
  RefusalCode,
  | 'key-unusable'
  | 'key-permissions'
  | 'key-not-found'
  | 'ledger-mismatch'
  | 'ledger-busy'
  | 'catalogue-invalid'
  | 'settings-invalid'
>

export type HouseRefusals = Readonly<
  Record<HouseRefusalCode, { readonly title: string; readonly remedy: string }>
>
