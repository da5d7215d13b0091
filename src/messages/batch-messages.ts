/** Words of the pages that check many credentials at once. */
export interface BatchMessages {
  readonly title: string
  readonly lead: string
  readonly files: string
  readonly filesHint: string
  readonly links: string
  readonly linksHint: string
  readonly submit: string
  readonly privacy: string
  /** Leads from the form for one credential to this one. */
  readonly invitation: string
  /** The form was sent empty. */
  readonly nothingGiven: { readonly title: string; readonly remedy: string }
  readonly resultTitle: string
  progress(done: number, total: number): string
  readonly reloads: string
  readonly stopReloading: string
  readonly reload: string
  readonly kept: string
  readonly download: string
  readonly again: string
  /** From one item to all of them. */
  readonly back: string
  /** Instead of a verdict: there was nothing to judge. */
  readonly refused: string
  readonly table: string
  readonly columns: {
    readonly item: string
    readonly verdict: string
    readonly whose: string
    readonly what: string
    readonly issuer: string
    readonly status: string
    readonly why: string
  }
  readonly pages: string
  range(from: number, to: number): string
}
