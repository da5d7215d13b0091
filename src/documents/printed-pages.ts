/** A part of a page in points, counted from its lower left corner as in ISO 32000-1 §8.3.2.3. */
export interface Rectangle {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** A line of text as a page prints it. */
export interface PrintedLine {
  /** Counted from 0. */
  readonly page: number
  /** In composed form (NFC), without line end. */
  readonly text: string
  /** Where it stands, as tall as its typeface. */
  readonly box: Rectangle
  /** Whether its letters are not what one sees there: covered, invisible, or in the colour of the ground. */
  readonly isCovered: boolean
  /**
   * Whether what one sees there are just these letters in a typeface of ours, for a font can draw other letters than
   * those it gives out as text.
   */
  readonly isInOurType: boolean
}

/** What the pages of a file show, as far as it can be read from them; never evidence, only something to compare. */
export interface PrintedPages {
  readonly pageCount: number
  /** Of the first page as it is shown, in points. */
  readonly size?: { readonly width: number; readonly height: number }
  /** What the file carries as its issuer's statement of the page: text, about which nothing has been verified. */
  readonly token?: string
  /** In the order in which they are drawn; of the first pages only. */
  readonly lines: readonly PrintedLine[]
  /** What the first page shows besides those lines, in pieces, each in points from its lower left corner as shown. */
  readonly ink: readonly Rectangle[]
  /** Whether there are notes, stamps or fields on the pages, which readers show like print, or scripts behind them. */
  readonly hasNotes: boolean
  /** Whether what is shown depends on layers that readers can turn on and off. */
  readonly hasLayers: boolean
  /** What the QR codes on the pages say, where they were looked for. */
  readonly codes: readonly string[]
}
