/** A line of text as a page prints it. */
export interface PrintedLine {
  /** Counted from 0. */
  readonly page: number
  /** In composed form (NFC), without line end. */
  readonly text: string
  /** Whether something else was laid over it, or it is drawn so that nobody sees it. */
  readonly isCovered: boolean
}

/** What the pages of a file show, as far as it can be read from them; never evidence, only something to compare. */
export interface PrintedPages {
  readonly pageCount: number
  /** In the order in which they are drawn; of the first pages only. */
  readonly lines: readonly PrintedLine[]
  /** Whether there are notes, stamps or fields on the pages, which readers show like print. */
  readonly hasNotes: boolean
  /** What the QR codes on the pages say, where they were looked for. */
  readonly codes: readonly string[]
}
