import type { RowComplaintCode } from '../../learning/completion.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { ownPath } from '../safe-url.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'

type Outcome = keyof ReturnType<typeof messagesFor>['drafts']['outcomes']

export interface ImportsView {
  readonly courses: readonly { readonly id: string; readonly name: string }[]
  readonly drafts: readonly { readonly id: string; readonly name: string }[]
  readonly batches: readonly { readonly id: string; readonly name: string }[]
  readonly problem?: { readonly title: string; readonly remedy: string }
}

const problemBox = (problem: ImportsView['problem']) =>
  problem &&
  html`<div class="notice" role="alert"><p><strong>${problem.title}</strong></p><p>${problem.remedy}</p></div>`

/** Imports: a form to hand one in, those that are looked at, and those that were issued. */
export function importsPage(view: ImportsView, frame: OperatorFrame): Html {
  const words = messagesFor(frame.language).drafts
  const title = messagesFor(frame.language).pages.operator.places.imports.name
  const list = (rows: ImportsView['drafts'], folder: 'imports' | 'batches') =>
    rows.length === 0
      ? html`<p>${words.none}</p>`
      : html`<ul>${rows.map(({ id, name }) => html`<li><a href="${ownPath('desk', folder, id)}">${name}</a></li>`)}</ul>`
  const main = html`<h1>${title}</h1>${problemBox(view.problem)}
<form method="post" action="/desk/imports" enctype="multipart/form-data">${formToken(frame)}
<h2>${words.handIn}</h2>
<p><label for="file">${words.file}</label><input id="file" name="file" type="file" required></p>
<p><label for="course">${words.course}</label><select id="course" name="course">${view.courses.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></p>
<p><label for="run">${words.run}</label><input id="run" name="run" required maxlength="60"></p>
<p><button type="submit">${words.look}</button></p></form>
<h2>${words.drafts}</h2>${list(view.drafts, 'imports')}
<h2>${words.batches}</h2>${list(view.batches, 'batches')}`
  return operatorPage({ title, main, here: 'imports' }, frame)
}

export interface DraftView {
  readonly id: string
  readonly fileName: string
  readonly dates: string | null
  readonly problem?: { readonly title: string; readonly remedy: string }
  readonly counts: Readonly<Partial<Record<Outcome | RowComplaintCode, number>>>
  readonly reserved: number
  readonly samples: readonly { readonly number: number; readonly name: string }[]
  readonly rows: readonly {
    readonly line: number
    readonly name: string | null
    readonly told: readonly string[]
  }[]
}

/** A draft: what would become of it, how it is read, and the button that issues it. */
export function draftPage(view: DraftView, frame: OperatorFrame): Html {
  const { drafts: words, complaints } = messagesFor(frame.language)
  const at = (...more: string[]) => placePath('imports', view.id, ...more)
  const nameOf = (key: string) =>
    key in words.outcomes ? words.outcomes[key as Outcome] : complaints[key as RowComplaintCode]
  const order = (value: string, name: string) =>
    html`<option value="${value}"${(view.dates ?? '') === value && html` selected`}>${name}</option>`
  const main = html`<h1>${view.fileName}</h1>${problemBox(view.problem)}
<table><thead><tr><th>${words.outcome}</th><th>${words.count}</th></tr></thead><tbody>${Object.entries(view.counts).map(([key, count]) => html`<tr><td>${nameOf(key)}</td><td>${count}</td></tr>`)}</tbody></table>
<form method="post" action="${at('options')}">${formToken(frame)}<p><label for="dates">${words.dates}</label><select id="dates" name="dates">${order('', words.asWritten)}${order('dmy', words.dmy)}${order('mdy', words.mdy)}${order('ymd', words.ymd)}</select> <button type="submit" class="quiet">${words.apply}</button></p></form>
${view.reserved > 0 && html`<form method="post" action="${at('issue')}">${formToken(frame)}<input type="hidden" name="expected" value="${view.reserved}"><p><button type="submit">${words.issue(view.reserved)}</button></p></form>`}
<form method="post" action="${at('discard')}">${formToken(frame)}<p><button type="submit" class="quiet">${words.discard}</button></p></form>
${view.samples.length > 0 && html`<h2>${words.previews}</h2>${view.samples.map(({ number, name }) => html`<p><img src="${at('previews', `${number}.png`)}" alt="${name}" width="500" loading="lazy"></p>`)}`}
<h2>${words.rows}</h2><ol>${view.rows.map(({ line, name, told }) => html`<li value="${line}">${name ?? ''} ${told.map(nameOf).join(' · ')}</li>`)}</ol>`
  return operatorPage({ title: view.fileName, main, here: 'imports' }, frame)
}

export interface BatchView {
  readonly id: string
  readonly name: string
  readonly state: keyof ReturnType<typeof messagesFor>['drafts']['states']
  readonly issued: number
  readonly left: number
  readonly mayUndo: boolean
  readonly undoUntil: string | null
}

/** An import under way: how far it is, and what can be done about it. */
export function batchUnderWayPage(view: BatchView, frame: OperatorFrame): Html {
  const words = messagesFor(frame.language).drafts
  const button = (act: 'pause' | 'resume' | 'undo' | 'release') =>
    html`<form method="post" action="${ownPath('desk', 'batches', view.id, act)}">${formToken(frame)}<p><button type="submit" class="quiet">${words[act]}</button></p></form>`
  const stands = !['undoing', 'undone'].includes(view.state)
  const main = html`<h1>${view.name}</h1>
<dl><dt>${words.state}</dt><dd>${words.states[view.state]}</dd><dt>${words.issued}</dt><dd>${view.issued}</dd><dt>${words.left}</dt><dd>${view.left}</dd></dl>
<p><a href="${ownPath('desk', 'batches', view.id)}">${words.refresh}</a></p>
${view.undoUntil !== null && html`<p>${words.undoUntil(view.undoUntil)}</p>`}
${stands && button(view.state === 'paused' ? 'resume' : 'pause')}
${view.mayUndo && html`${button('undo')}${button('release')}`}
<p><a href="${ownPath('desk', 'batches', view.id, 'result.csv')}">${words.result}</a></p>`
  return operatorPage({ title: view.name, main, here: 'imports' }, frame)
}
