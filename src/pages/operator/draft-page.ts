import { languages } from '../../language.ts'
import type { RowComplaintCode } from '../../learning/completion.ts'
import type { Role } from '../../learning/exports/column.ts'
import type { ImportPreview } from '../../learning/exports/preview.ts'
import { formatNumber } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { languageNames, messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html, joined } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { linkUnlessHere } from '../range-links.ts'
import { samePath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import { columnsForm } from './draft-columns.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'

type Outcome = keyof Messages['drafts']['outcomes']
/** What became of a row, or a remark about it. */
export type DraftFilter = Outcome | RowComplaintCode

export interface DraftRow {
  readonly line: number
  readonly name: string | null
  readonly told: readonly DraftFilter[]
  /** What was issued before with other facts, as it says. */
  readonly differs: readonly string[]
}

export interface DraftView {
  readonly id: string
  readonly fileName: string
  readonly about: string
  readonly problem?: { readonly title: string; readonly remedy: string; readonly detail?: string }
  readonly understood: ImportPreview | null
  /** What a column may be taken for, the modules of the course among it. */
  readonly roles: readonly Role[]
  readonly options: {
    readonly dates: string | null
    readonly completedOn: string | null
    readonly language: string | null
    readonly matchByName: boolean
    readonly letters: boolean
    readonly undoMinutes: number
  }
  readonly counts: Readonly<Partial<Record<DraftFilter, number>>>
  readonly total: number
  readonly reserved: number
  readonly samples: readonly { readonly number: number; readonly name: string }[]
  /** Those of this page, and the place of the first. */
  readonly rows: readonly DraftRow[]
  readonly from: number
  readonly only?: DraftFilter
}

export const rowsPerPage = 50

export const filterName = (key: DraftFilter, { drafts, complaints }: Messages): string =>
  key in drafts.outcomes ? drafts.outcomes[key as Outcome] : complaints[key as RowComplaintCode]

function issueForm(view: DraftView, messages: Messages, frame: OperatorFrame): Html {
  const { drafts: words } = messages
  const { reserved, options } = view
  const number = html`<input type="hidden" name="expected" value="${reserved}">`
  return html`<section class="panel"><p class="lead">${words.seen.wouldIssue(reserved)}</p>
${
  reserved > 0 &&
  html`<form method="post" action="${placePath('imports', view.id, 'issue')}">${formToken(frame)}${number}<p>${words.seen.undoNote(options.undoMinutes)}</p>
<p class="send"><button type="submit">${words.issue(reserved)}</button></p></form>`
}</section>`
}

function tally(view: DraftView, messages: Messages): Html {
  const { seen } = messages.drafts
  const path = `/desk/imports/${view.id}`
  const number = (count: number) => formatNumber(count, messages.language)
  const links = (Object.entries(view.counts) as [DraftFilter, number][]).map(([key, count]) => {
    const words = html`${filterName(key, messages)}: <strong>${number(count)}</strong>`
    return html`<li>${linkUnlessHere(view.only === key, samePath(path, `only=${key}`), words)}</li>`
  })
  const all = html`${seen.all}: <strong>${number(view.total)}</strong>`
  return html`<nav aria-label="${seen.tally}"><h2>${seen.tally}</h2><ul class="tally"><li>${linkUnlessHere(view.only === undefined, samePath(path, 'from=0'), all)}</li>${links}</ul></nav>`
}

function rowsTable(view: DraftView, messages: Messages): Html {
  const { seen } = messages.drafts
  const { rowHeads: columns } = seen
  const shown = view.rows.map((row) => {
    const [outcomes, remarks] = [
      row.told.filter((key) => key in messages.drafts.outcomes),
      row.told.filter((key) => !(key in messages.drafts.outcomes)),
    ].map((keys) => keys.map((key) => filterName(key, messages)))
    const wrong = [...(remarks ?? []), ...row.differs.map((value) => seen.issuedAs(value))]
    return html`<tr><td data-label="${columns.line}">${row.line}</td><th scope="row">${row.name ?? ''}</th>
<td data-label="${columns.outcome}">${joined(outcomes ?? [], '; ')}</td><td data-label="${columns.remarks}">${joined(wrong, '; ')}</td></tr>
`
  })
  if (shown.length === 0) return html`<p>${seen.noRows}</p>`
  return wideTable({ table: messages.drafts.rows, columns }, shown)
}

function pageLinks(view: DraftView, messages: Messages): Html {
  const { seen } = messages.drafts
  const { from, rows, only, counts, total } = view
  const count = only === undefined ? total : (counts[only] ?? 0)
  const path = (start: number) =>
    samePath(
      `/desk/imports/${view.id}`,
      `from=${start}${only === undefined ? '' : `&only=${only}`}`,
    )
  const end = from + rows.length
  return html`<p>${seen.shown(`${Math.min(from + 1, count)}–${end}`, formatNumber(count, messages.language))} ${from > 0 && html`<a href="${path(Math.max(0, from - rowsPerPage))}">${seen.earlier}</a>`} ${end < count && html`<a href="${path(end)}">${seen.later}</a>`}</p>`
}

function days({ understood }: DraftView, messages: Messages): Html | false {
  const { seen, dmy, mdy, ymd } = messages.drafts
  const orders = { dmy, mdy, ymd }
  const dates = understood?.dates ?? []
  const rows = dates.map(({ column, written, day, either }) => {
    const read = Object.entries(either ?? {}).flatMap(([order, each]) =>
      each === null ? [] : [`${each} (${orders[order as keyof typeof orders]})`],
    )
    return html`<tr><th scope="row">${column}</th><td data-label="${seen.dayHeads.written}">${written}</td><td data-label="${seen.dayHeads.day}">${day ?? (read.join('; ') || seen.unread)}</td></tr>
`
  })
  return (
    rows.length > 0 &&
    html`<h2>${seen.days}</h2>${wideTable({ table: seen.days, columns: seen.dayHeads }, rows)}`
  )
}

function optionsForm(view: DraftView, messages: Messages, frame: OperatorFrame): Html {
  const { drafts: words } = messages
  const { options } = view
  const order = (value: string, name: string) =>
    html`<option value="${value}"${(options.dates ?? '') === value && html` selected`}>${name}</option>`
  const tongues = languages.map(
    (each) =>
      html`<option value="${each}"${options.language === each && html` selected`}>${languageNames[each]}</option>`,
  )
  const tick = (name: 'matchByName' | 'letters', label: string) =>
    html`<p class="tick"><input type="checkbox" id="${name}" name="${name}" value="true"${options[name] && html` checked`}> <label for="${name}">${label}</label></p>
`
  return html`<h2>${words.seen.reading}</h2>
<form class="check filter" method="post" action="${placePath('imports', view.id, 'options')}">${formToken(frame)}<fieldset><legend>${words.seen.reading}</legend>
<p class="field"><label for="dates">${words.dates}</label><select id="dates" name="dates">${order('', words.asWritten)}${order('dmy', words.dmy)}${order('mdy', words.mdy)}${order('ymd', words.ymd)}</select></p>
<p class="field"><label for="completedOn">${words.seen.completedOn}</label><input type="date" id="completedOn" name="completedOn" value="${options.completedOn ?? ''}"></p>
<p class="field"><label for="language">${words.seen.language}</label><select id="language" name="language"><option value="">${words.seen.ofCourse}</option>${tongues}</select></p>
<p class="field"><label for="undoMinutes">${words.seen.undoMinutes}</label><input type="number" id="undoMinutes" name="undoMinutes" min="0" max="10080" value="${options.undoMinutes}"></p>
${tick('matchByName', words.seen.matchByName)}${tick('letters', words.seen.letters)}
<p class="send"><button type="submit" class="quiet">${words.apply}</button></p></fieldset></form>`
}

/** `/desk/imports/{id}`: what a file would do, how it is read, and the button that issues it. */
export function draftPage(view: DraftView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { drafts: words } = messages
  const at = (...more: string[]) => placePath('imports', view.id, ...more)
  const pictures = view.samples.map(
    ({ number, name }) =>
      html`<li><img class="sample" src="${at('previews', `${number}.png`)}" alt="${name}" width="421" height="298" loading="lazy"></li>
`,
  )
  const main = html`<p><a href="/desk/imports">${messages.pages.operator.places.imports.name}</a></p>
<h1>${view.fileName}</h1><p>${view.about}</p>
${view.problem ? noticeOf(view.problem) : html`<p class="lead">${words.seen.lead}</p>`}
${issueForm(view, messages, frame)}
${tally(view, messages)}
<h2>${words.rows}</h2>${rowsTable(view, messages)}${pageLinks(view, messages)}
${view.understood && columnsForm(view, view.understood, frame)}
${days(view, messages)}
${optionsForm(view, messages, frame)}
${pictures.length > 0 && html`<h2>${words.previews}</h2><ul class="pictures">${pictures}</ul>`}
<form method="post" action="${at('discard')}">${formToken(frame)}<p><button type="submit" class="quiet">${words.discard}</button></p></form>`
  return operatorPage({ title: view.fileName, main, here: 'imports' }, frame)
}
