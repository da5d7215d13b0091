/** Words of imports at the desk. */
export interface DraftMessages {
  /** One word behind everything on a certificate that is only to be looked at. */
  readonly mark: string
  readonly handIn: string
  readonly file: string
  readonly course: string
  readonly run: string
  readonly look: string
  readonly drafts: string
  readonly batches: string
  readonly none: string
  readonly dates: string
  readonly asWritten: string
  readonly dmy: string
  readonly mdy: string
  readonly ymd: string
  readonly apply: string
  readonly rows: string
  readonly outcome: string
  readonly count: string
  readonly previews: string
  readonly discard: string
  readonly state: string
  readonly issued: string
  readonly left: string
  readonly pause: string
  readonly resume: string
  readonly undo: string
  readonly release: string
  readonly result: string
  readonly refresh: string
  issue(count: number): string
  /** With the moment as it is written in the language. */
  undoUntil(instant: string): string
  readonly outcomes: Readonly<
    Record<
      | 'reserved'
      | 'already-issued'
      | 'differs-from-issued'
      | 'learner-erased'
      | 'issuer-out-of-scope'
      | 'nothing-earned'
      | 'rejected'
      | 'warning',
      string
    >
  >
  readonly states: Readonly<
    Record<'reading' | 'failed' | 'issuing' | 'paused' | 'undoing' | 'undone' | 'done', string>
  >
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
