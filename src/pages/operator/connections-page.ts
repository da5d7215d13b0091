import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { wideTable } from '../wide-table.ts'
import type { DeskComplaint } from './accounts-page.ts'
import { type OperatorFrame, operatorPage, placePath } from './frame.ts'
import type { ScopeChoice } from './scope-fields.ts'

const kinds = ['webhook', 'xapi', 'openedx', 'lti'] as const
export type ConnectionKindShown = (typeof kinds)[number]

export interface ConnectionRow {
  readonly id: string
  readonly label: string
  readonly kind: ConnectionKindShown
  readonly course: string
  readonly run: string
  readonly counts: {
    readonly taken: number
    readonly refused: number
    readonly ignored: number
  }
}

/** What was filled in, by the name of its field. */
export type ConnectionGiven = ReadonlyMap<string, string>

const wordsOf = (messages: Messages) => messages.inbound.desk

function area(name: string, label: string, hint: string, given: ConnectionGiven): Html {
  return html`<p class="field"><label for="${name}">${label}</label>
<textarea id="${name}" name="${name}" rows="3" spellcheck="false" aria-describedby="${name}-hint">${given.get(name) ?? ''}</textarea><small id="${name}-hint">${hint}</small></p>
`
}

/** The settings of a connection as fields of a form; what does not concern its kind stays empty. */
export function settingsFields(given: ConnectionGiven, messages: Messages): Html {
  const words = wordsOf(messages)
  const lines = (['issuer', 'clientId', 'authUrl', 'jwksUrl'] as const).map(
    (name) =>
      html`<p class="field"><label for="${name}">${words.fields[name]}</label>
<input type="text" id="${name}" name="${name}" value="${given.get(name) ?? ''}" maxlength="2000" autocomplete="off" spellcheck="false" dir="ltr"></p>
`,
  )
  return html`${area('activities', words.activities, words.activitiesHint, given)}
<fieldset><legend>${words.platform}</legend><p class="note">${words.platformHint}</p>
${lines}${area('deployments', words.fields.deployments, words.oneALine, given)}${area('frames', words.fields.frames, words.oneALine, given)}
<p class="tick"><input type="checkbox" id="trustsEmail" name="trustsEmail" value="yes" aria-describedby="trust-hint"${given.get('trustsEmail') === 'yes' && html` checked`}> <label for="trustsEmail">${words.trustsEmail}</label></p>
<p class="note" id="trust-hint">${words.trustsEmailHint}</p></fieldset>
`
}

function makeForm(view: ConnectionsView, messages: Messages, frame: OperatorFrame): Html {
  const words = wordsOf(messages)
  const { courses, given = new Map() } = view
  const kindOption = (kind: ConnectionKindShown) =>
    html`<option value="${kind}"${given.get('kind') === kind && html` selected`}>${words.kinds[kind]}</option>`
  const courseOption = ({ id, name }: ScopeChoice) =>
    html`<option value="${id}"${given.get('course') === id && html` selected`}>${name}</option>`
  return html`<h2 id="make">${words.make}</h2>
<form class="check" method="post" action="${placePath('connections')}">${formToken(frame)}
<p class="field"><label for="kind">${words.columns.kind}</label>
<select id="kind" name="kind">${kinds.map(kindOption)}</select></p>
<p class="field"><label for="label">${words.columns.label}</label>
<input type="text" id="label" name="label" value="${given.get('label') ?? ''}" required maxlength="200" autocomplete="off" aria-describedby="label-hint"><small id="label-hint">${words.labelHint}</small></p>
<p class="field"><label for="course">${words.columns.course}</label>
<select id="course" name="course">${courses.map(courseOption)}</select></p>
<p class="field"><label for="run">${words.columns.run}</label>
<input type="text" id="run" name="run" value="${given.get('run') ?? ''}" required maxlength="60" pattern="[A-Za-z0-9_.\\-]+" autocomplete="off" spellcheck="false" aria-describedby="run-hint"><small id="run-hint">${words.runHint}</small></p>
${settingsFields(given, messages)}
<p class="send"><button type="submit">${words.make}</button></p>
</form>`
}

export interface ConnectionsView {
  readonly rows: readonly ConnectionRow[]
  readonly courses: readonly ScopeChoice[]
  readonly problem?: DeskComplaint
  readonly given?: ConnectionGiven
}

/** `/desk/connections`: which platforms tell of completions, and the form to connect one more. */
export function connectionsPage(view: ConnectionsView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = wordsOf(messages)
  const { columns } = words
  const rows = view.rows.map(
    ({
      id,
      label,
      kind,
      course,
      run,
      counts,
    }) => html`<tr><th scope="row"><a href="${placePath('connections', id)}">${label}</a></th>
<td data-label="${columns.kind}">${words.kinds[kind]}</td><td data-label="${columns.course}">${course}</td><td data-label="${columns.run}">${run}</td>
<td data-label="${columns.taken}">${counts.taken}</td><td data-label="${columns.refused}">${counts.refused}</td><td data-label="${columns.ignored}">${counts.ignored}</td></tr>
`,
  )
  const main = html`<h1>${words.title}</h1>
${view.problem ? noticeOf(view.problem) : html`<p class="lead">${words.lead}</p>`}
${rows.length === 0 ? html`<p>${words.none}</p>` : wideTable(words, rows)}
${makeForm(view, messages, frame)}`
  return operatorPage({ title: words.title, main, here: 'connections' }, frame)
}
