type MachineRefusalCode =
  | 'key-unusable'
  | 'key-permissions'
  | 'key-not-found'
  | 'ledger-mismatch'
  | 'ledger-busy'
  | 'catalogue-invalid'
  | 'settings-invalid'

/** What an operator has to mend on the machine: keys, the ledger, the catalogue, settings. */
export type MachineRefusals = Readonly<
  Record<MachineRefusalCode, { readonly title: string; readonly remedy: string }>
>
