/** Words of imports at the desk. */
export interface DraftMessages {
  /** One word behind everything on a certificate that is only to be looked at. */
  readonly mark: string
}

type DraftRefusalCode =
  | 'draft-not-found'
  | 'draft-issued'
  | 'draft-differs'
  | 'batch-being-read'
  | 'batch-undone'
  | 'undo-over'

/** What whoever imports is refused with. */
export type DraftRefusals = Readonly<
  Record<DraftRefusalCode, { readonly title: string; readonly remedy: string }>
>
