import type { ManyMessages } from '../../messages/many-messages.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { pair } from '../facts.ts'
import { formToken } from '../form-token.ts'
import { type Html, html, ownScript } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { ownPath, samePath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'
import { actPath, changesText, codeText, moment, tallyList } from './many-parts.ts'

export type ActKind = keyof ManyMessages['acts']['kinds']

export interface ActRow {
  readonly id: string
  readonly kind: ActKind
  readonly state: keyof ManyMessages['acts']['states']
  readonly askedAt: string
  readonly askedBy: string
  readonly endsAt: string | null
  readonly settledBy: string | null
  readonly note: string | null
  readonly answer: string | null
  readonly counts: Readonly<Record<'open' | 'begun' | 'done' | 'failed' | 'left-out', number>>
  readonly outcomes: readonly {
    readonly state: string
    readonly code: string
    readonly count: number
  }[]
}

export interface PreviewView {
  readonly kind: ActKind
  readonly selection: string
  readonly selected: number
  readonly toDo: number
  readonly leftOut: Readonly<Record<string, number>>
  readonly courses: Readonly<Record<string, number>>
  readonly achievements: Readonly<Record<string, number>>
  readonly needsApproval: boolean
  readonly first: readonly {
    readonly id: string
    readonly name: string | null
    readonly title: string | null
    readonly run: string | null
    readonly leftOut: string | null
    readonly changes: Parameters<typeof changesText>[0]
  }[]
}

const wordsOf = ({ pages }: Messages) => pages.operator.many.acts

/** How far it is; the script of the desk finds each count by its name. */
const countsList = ({ counts }: ActRow, words: ManyMessages['acts']) =>
  html`<ul class="tally"><li>${words.done}: <strong data-count="done">${counts.done}</strong></li><li>${words.failed}: <strong data-count="failed">${counts.failed}</strong></li><li>${words.open}: <strong data-count="open">${counts.open + counts.begun}</strong></li><li>${words.left}: <strong>${counts['left-out']}</strong></li></ul>`

/** Where the script asks how far it is, and the script itself; nothing once nothing changes any more. */
const liveParts = ({ act }: ActView, { deskScript }: OperatorFrame) =>
  act.state === 'running' && deskScript !== undefined
    ? {
        events: html` data-events="/desk/acts/${act.id}/events"`,
        script: ownScript(deskScript),
      }
    : { events: false as const, script: false as const }

const kindLinks = ({ kinds }: ManyMessages['acts']) =>
  (['revoke', 'resend', 'correct', 'renew'] as const).map(
    (kind) =>
      html`<li><a href="${samePath('/desk/acts/new', `kind=${kind}`)}">${kinds[kind]}</a></li>`,
  )

/** `/desk/acts`: what waits for a second person first, then the newest. */
export function actsPage(
  { acts, next }: { readonly acts: readonly ActRow[]; readonly next: string | null },
  frame: OperatorFrame,
): Html {
  const messages = messagesFor(frame.language)
  const words = wordsOf(messages)
  const { places, many } = messages.pages.operator
  const columns = {
    kind: words.kind,
    state: many.find.status,
    asked: words.asked,
    done: words.done,
    open: words.open,
  }
  const rows = acts.map(
    ({ id, kind, state, askedAt, askedBy, counts }) =>
      html`<tr><th scope="row"><a href="${actPath(id)}">${words.kinds[kind]}</a></th><td data-label="${columns.state}">${words.states[state]}</td>
<td data-label="${columns.asked}">${moment(askedAt, messages)} ${words.by} <code>${askedBy}</code></td><td data-label="${columns.done}">${counts.done}</td><td data-label="${columns.open}">${counts.open + counts.begun}</td></tr>
`,
  )
  const mayAct = ['admin', 'issuer'].includes(frame.person.role)
  const main = html`<h1>${places.acts.name}</h1>
<p class="lead">${words.lead}</p>
${
  mayAct &&
  html`<p>${words.how} <a href="/desk/find">${places.find.name}</a>. </p>
<ul>${kindLinks(words)}</ul>`
}
${rows.length === 0 ? html`<p>${many.file.none}</p>` : wideTable({ table: words.table, columns }, rows)}
${next !== null && html`<p><a href="${samePath('/desk/acts', new URLSearchParams({ after: next }).toString())}">${many.find.older}</a></p>`}`
  return operatorPage({ title: places.acts.name, main, here: 'acts' }, frame)
}

/** Counts, and the first of what would be done and of what would not. */
export function previewOf(view: PreviewView, messages: Messages): Html {
  const words = wordsOf(messages)
  const { find, corrections: _ } = messages.pages.operator.many
  const columns = {
    name: find.name,
    title: find.title,
    run: find.run,
    changes: words.changes,
    why: words.why,
  }
  const rows = view.first.map(
    ({ id, name, title, run, leftOut, changes }) =>
      html`<tr><th scope="row"><a href="${ownPath('desk', 'credentials', id)}">${name ?? id}</a></th><td data-label="${columns.title}">${title ?? ''}</td><td data-label="${columns.run}">${run ?? ''}</td>
<td data-label="${columns.changes}">${changesText(changes, messages)}</td><td data-label="${columns.why}">${leftOut && codeText(leftOut, messages)}</td></tr>
`,
  )
  const leftOut = Object.entries(view.leftOut)
  return html`<dl class="facts">${pair(words.selected, view.selected)}${pair(words.open, view.toDo)}</dl>
${tallyList([...Object.entries(view.courses), ...Object.entries(view.achievements)])}
${leftOut.length > 0 && html`<h2>${words.left}</h2>${tallyList(leftOut.map(([code, count]) => [codeText(code, messages), count]))}`}
<h2>${words.first}</h2>
${wideTable({ table: words.first, columns }, rows)}`
}

export interface NewActView {
  readonly kind: ActKind
  /** Fields of the search, sent along. */
  readonly fields: Readonly<Record<string, string>>
  readonly rows: string
  /** Ids or links of single ones, in place of a search. */
  readonly ids: string
  readonly code: string
  readonly everybody: boolean
  readonly reason: string
  readonly preview: PreviewView | null
  readonly problem?: DeskComplaint
}

function termFields({ kind, code, everybody }: NewActView, messages: Messages): Html {
  const words = wordsOf(messages)
  const codes = Object.entries(messages.revocations).map(
    ([id, text]) => html`<option value="${id}"${id === code && html` selected`}>${text}</option>`,
  )
  if (kind === 'resend')
    return html`<p class="tick"><input type="checkbox" id="everybody" name="everybody" value="yes"${everybody && html` checked`}> <label for="everybody">${words.everybody}</label></p>`
  if (kind === 'correct') return html``
  return html`<p class="field"><label for="code">${words.code}</label><select id="code" name="code">${codes}</select></p>`
}

/** Which ones: a table for corrections; else single ones, where no search has brought the reader here. */
function whichField({ kind, rows, ids, fields }: NewActView, messages: Messages): Html | false {
  const words = wordsOf(messages)
  const { batch } = messages.pages
  if (kind === 'correct')
    return html`<p class="field"><label for="rows">${words.rows}</label><textarea id="rows" name="rows" rows="8" spellcheck="false" aria-describedby="rows-hint">${rows}</textarea><small id="rows-hint">${words.rowsHint}</small></p>`
  return (
    Object.keys(fields).length === 0 &&
    html`<p class="field"><label for="ids">${batch.links}</label><textarea id="ids" name="ids" rows="8" spellcheck="false" aria-describedby="ids-hint">${ids}</textarea><small id="ids-hint">${batch.linksHint}</small></p>`
  )
}

/** `/desk/acts/new`: what an act would do, and the form that asks for just that. */
export function newActPage(view: NewActView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = wordsOf(messages)
  const { kind, fields, preview, problem, reason } = view
  const hidden = Object.entries({ ...fields, kind }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  const ask =
    preview &&
    preview.toDo > 0 &&
    html`
<p class="field"><label for="reason">${words.reason}</label><textarea id="reason" name="reason" rows="3" maxlength="2000">${reason}</textarea></p>
${preview.needsApproval && html`<p class="note">${words.needs}</p>`}
<input type="hidden" name="selection" value="${preview.selection}">`
  const main = html`<h1>${words.kinds[kind]}</h1>
${problem && noticeOf(problem)}
${preview && previewOf(preview, messages)}
<form class="check" method="post" action="/desk/acts/new">${formToken(frame)}${hidden}
${whichField(view, messages)}${termFields(view, messages)}${ask}
<p class="send"><button type="submit" name="step" value="look" class="quiet">${words.preview}</button> ${ask && html`<button type="submit" name="step" value="do">${preview?.needsApproval ? words.askFor : words.confirm}</button>`}</p>
</form>`
  return operatorPage({ title: words.kinds[kind], main, here: 'acts' }, frame)
}

interface ActView {
  readonly act: ActRow
  /** As it would be done now; where it waits for a second person. */
  readonly preview: PreviewView | null
  /** Whether the reader asked for it. */
  readonly isOwn: boolean
  readonly reloads: boolean
  readonly problem?: DeskComplaint
}

const button = (path: ReturnType<typeof actPath>, label: string, frame: OperatorFrame) =>
  html`<form method="post" action="${path}">${formToken(frame)}<p class="send"><button type="submit">${label}</button></p></form>
`

function waysOn({ act, isOwn }: ActView, messages: Messages, frame: OperatorFrame): Html {
  const words = wordsOf(messages)
  const mayAct = ['admin', 'issuer'].includes(frame.person.role)
  if (act.state === 'asked')
    return html`${!isOwn && button(actPath(act.id, 'approve'), words.approve, frame)}
<form class="check" method="post" action="${actPath(act.id, 'refuse')}">${formToken(frame)}<p class="field"><label for="answer">${words.answer}</label><textarea id="answer" name="answer" rows="3" maxlength="2000" required></textarea></p>
<p class="send"><button type="submit" class="quiet">${isOwn ? words.takeBack : words.refuse}</button></p></form>`
  if (act.state === 'running' && mayAct) return button(actPath(act.id, 'pause'), words.pause, frame)
  if (act.state === 'paused' && mayAct)
    return button(actPath(act.id, 'resume'), words.resume, frame)
  return html``
}

/** `/desk/acts/{id}`: how far it is, or what waits for the word of a second person. */
export function actPage(view: ActView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = wordsOf(messages)
  const { batch, operator } = messages.pages
  const { act, preview, reloads, problem } = view
  const outcomes = act.outcomes.filter(({ state }) => state === 'failed' || state === 'left-out')
  const path = `/desk/acts/${act.id}`
  const live = liveParts(view, frame)
  const main = html`<h1>${words.kinds[act.kind]}</h1>
${problem && noticeOf(problem)}
<dl class="facts">${pair(operator.many.find.status, words.states[act.state])}${pair(words.asked, html`${moment(act.askedAt, messages)} ${words.by} <code>${act.askedBy}</code>`)}${act.state === 'asked' && pair(words.until, moment(act.endsAt, messages))}${pair(words.approve, act.settledBy && act.state !== 'refused' && html`<code>${act.settledBy}</code>`)}${pair(words.reason, act.note)}${pair(words.answer, act.answer)}</dl>
<div id="live" role="status"${live.events}>${countsList(act, words)}</div>
${outcomes.length > 0 && tallyList(outcomes.map(({ code, count }) => [codeText(code, messages), count]))}
${act.state === 'running' && (reloads ? html`<p class="note">${words.reloads} <a href="${samePath(path, 'still=1')}">${batch.stopReloading}</a></p>` : html`<p><a class="button" href="${samePath(path, 'still=1')}">${batch.reload}</a></p>`)}
${preview && previewOf(preview, messages)}
${waysOn(view, messages, frame)}
<p><a href="${actPath(act.id, 'result.csv')}">${words.result}</a></p>
${live.script}`
  return operatorPage({ title: words.kinds[act.kind], main, here: 'acts' }, frame)
}
