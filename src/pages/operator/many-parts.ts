import { formatDate, formatMoment } from '../../messages/format.ts'
import type { ManyMessages } from '../../messages/many-messages.ts'
import type { Messages } from '../../messages/messages.ts'
import { type Html, html } from '../html.ts'
import { ownPath } from '../safe-url.ts'
import { placePath } from './frame.ts'

/** A credential as the desk lists it. */
export interface FoundRow {
  readonly id: string
  readonly name: string | null
  readonly title: string | null
  readonly course: string
  readonly run: string
  readonly state: 'reserved' | 'issued' | 'revoked' | 'erased' | 'void'
  readonly issuedAt: string | null
  readonly letter: keyof ManyMessages['letters'] | null
}

export const foundColumns = ({ find, states: _ }: ManyMessages, status: string) => ({
  name: find.name,
  title: find.title,
  course: find.course,
  run: find.run,
  status,
  issued: find.issued,
  letter: find.letter,
})

/** One row of {@link foundColumns}. */
export function foundRow(row: FoundRow, messages: Messages): Html {
  const { many: words } = messages.pages.operator
  const columns = foundColumns(words, words.find.status)
  const { name, title, course, run, state, issuedAt, letter } = row
  return html`<tr><th scope="row"><a href="${ownPath('desk', 'credentials', row.id)}">${name ?? row.id}</a></th>
<td data-label="${columns.title}">${title ?? ''}</td><td data-label="${columns.course}">${course}</td>
<td data-label="${columns.run}">${run}</td><td data-label="${columns.status}">${words.states[state]}</td>
<td data-label="${columns.issued}">${issuedAt && formatDate(issuedAt, messages.language)}</td>
<td data-label="${columns.letter}">${letter && words.letters[letter]}</td></tr>
`
}

/** What a credential should say instead, in words of the reader. */
export function changesText(
  changes: {
    readonly name?: string | undefined
    readonly score?: number | undefined
    readonly awardedOn?: string | undefined
    readonly note?: string | undefined
  } | null,
  { pages, language }: Messages,
): Html {
  const { corrections: words } = pages.operator.many
  const { name, score, awardedOn, note } = changes ?? {}
  return html`${name !== undefined && html`<div>${words.name}: <strong>${name}</strong></div>`}${score !== undefined && html`<div>${words.score}: <strong>${score}</strong></div>`}${awardedOn && html`<div>${words.day}: <strong>${formatDate(awardedOn, language)}</strong></div>`}${note && html`<div><q>${note}</q></div>`}`
}

/** When something was, to the minute. */
export const moment = (iso: string | null, { language }: Messages) =>
  iso && formatMoment(iso, language)

/** A tally as a list of terms. */
export const tallyList = (entries: readonly (readonly [string, number])[]): Html =>
  html`<ul class="tally">${entries.map(([name, count]) => html`<li>${name}: <strong>${count}</strong></li>`)}</ul>`

/** What something is called that was left out or has failed. */
export function codeText(code: string, messages: Messages): string {
  const { leftOut } = messages.pages.operator.many.acts
  if (Object.hasOwn(leftOut, code)) return leftOut[code as keyof typeof leftOut]
  const refusal = messages.refusals[code as keyof typeof messages.refusals]
  return refusal?.title ?? code
}

/** Where the page of an act is. */
export const actPath = (id: string, ...more: readonly string[]) => placePath('acts', id, ...more)
