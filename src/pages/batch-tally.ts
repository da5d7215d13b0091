import type { Report } from '../checking/report.ts'
import type { Headline, Messages } from '../messages/messages.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'
import { headlineOf, headlines, lookOf } from './verdict.ts'

/** How many items of a batch have each headline; `refused` counts those without a report. */
export type Tally = ReadonlyMap<Headline | 'refused', number>

/** Counts what was found so far, over all pages of the table. */
export function tallyOf(rows: readonly { readonly report?: Report }[]): Tally {
  const tally = new Map<Headline | 'refused', number>()
  for (const { report } of rows) {
    const name = report ? headlineOf(report) : 'refused'
    tally.set(name, (tally.get(name) ?? 0) + 1)
  }
  return tally
}

/** The counts in one line, each with its picture and word, the good ones first. */
export function tallyList(tally: Tally, messages: Messages): Html {
  const items = [...headlines, 'refused' as const].flatMap((name) => {
    const count = tally.get(name)
    if (count === undefined) return []
    const { tone, icon } = lookOf(name === 'refused' ? 'undecided' : name)
    const word = name === 'refused' ? messages.pages.batch.refused : messages.headlines[name].title
    return [html`<li class="tone-${tone}">${icons[icon]} ${word}: <strong>${count}</strong></li>`]
  })
  return html`<ul class="tally">${items}</ul>`
}
