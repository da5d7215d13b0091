/** Words of imports at the desk. */
export interface ImportMessages {
  /** One word behind everything on a certificate that is only to be looked at. */
  readonly mark: string
}

type ImportRefusalCode =
  | 'draft-not-found'
  | 'draft-issued'
  | 'draft-differs'
  | 'batch-being-read'
  | 'batch-undone'
  | 'undo-over'

/** What whoever imports is refused with. */
export type ImportRefusals = Readonly<
  Record<ImportRefusalCode, { readonly title: string; readonly remedy: string }>
>
