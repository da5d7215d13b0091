import { type Html, html } from './html.ts'

interface TableWords {
  /** What the table is, for whoever does not see it. */
  readonly table: string
  /** One for each column, in their order. */
  readonly columns: Readonly<Record<string, string>>
}

/** A table that is scrolled by itself where the screen is narrower; by the keyboard too (WCAG 2.2, 2.1.1). */
export function wideTable({ table, columns }: TableWords, rows: readonly Html[]): Html {
  const heads = Object.values(columns).map((each) => html`<th scope="col">${each}</th>`)
  return html`<div class="wide" role="region" tabindex="0" aria-label="${table}">
<table class="batch"><thead><tr>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>`
}
