import type { ManyMessages } from '../../messages/many-messages.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { pair } from '../facts.ts'
import { type Html, html } from '../html.ts'
import { ownPath, samePath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'
import { changesText, type FoundRow, foundColumns, foundRow, moment } from './many-parts.ts'

/** What was asked to be corrected in one, and what came of it. */
export interface CorrectionRow {
  readonly askedAt: string
  readonly state: keyof ManyMessages['corrections']['states']
  readonly wish: Parameters<typeof changesText>[0]
  readonly changes: Parameters<typeof changesText>[0]
  readonly answer: string | null
}

/** A line of the audit log about it. */
export interface HistoryRow {
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly detail: string | null
}

export interface CredentialFile extends FoundRow {
  readonly learner: string
  readonly achievement: string
  readonly revokedAt: string | null
  readonly versions: readonly { readonly issuedAt: string; readonly replacedAt: string }[]
  readonly corrections: readonly CorrectionRow[]
  readonly history: readonly HistoryRow[]
}

export interface LearnerView {
  /** Now, ISO 8601. */
  readonly now: string
  readonly name: string
  readonly email: string | null
  readonly credentials: readonly FoundRow[]
  readonly letters: readonly {
    readonly state: keyof ManyMessages['letters']
    readonly changedAt: string
    readonly reply: string | null
  }[]
  readonly claims: readonly {
    readonly createdAt: string
    readonly expiresAt: string
    readonly usedAt: string | null
  }[]
  readonly decisions:
    | readonly {
        readonly id: string
        readonly specialization: string
        readonly outcome: string
        readonly decidedAt: string
      }[]
    | null
}

const manyOf = ({ pages }: Messages) => pages.operator.many

function versionsOf({ versions }: CredentialFile, messages: Messages): Html | false {
  const { file } = manyOf(messages)
  const rows = versions.map(
    ({ issuedAt, replacedAt }) =>
      html`<li>${moment(issuedAt, messages)}; ${file.replaced} ${moment(replacedAt, messages)}</li>`,
  )
  return rows.length > 0 && html`<h2>${file.versions}</h2><ul>${rows}</ul>`
}

function correctionsOf({ corrections }: CredentialFile, messages: Messages): Html | false {
  const { corrections: words } = manyOf(messages)
  const rows = corrections.map(
    ({ askedAt, state, wish, changes, answer }) =>
      html`<li>${moment(askedAt, messages)}: ${words.states[state]}${changesText(changes ?? wish, messages)}${answer && html`<div>${words.answer}: ${answer}</div>`}</li>
`,
  )
  return rows.length > 0 && html`<h2>${words.table}</h2><ul>${rows}</ul>`
}

function historyOf({ history }: CredentialFile, messages: Messages): Html {
  const { file } = manyOf(messages)
  if (history.length === 0) return html`<h2>${file.history}</h2><p>${file.none}</p>`
  const columns = { when: file.when, what: file.what, who: file.who }
  const rows = history.map(
    ({ at, actor, action, detail }) =>
      html`<tr><td data-label="${file.when}">${moment(at, messages)}</td><td data-label="${file.what}">${action} ${detail && html`<code>${detail}</code>`}</td><td data-label="${file.who}"><code>${actor}</code></td></tr>
`,
  )
  return html`<h2>${file.history}</h2>${wideTable({ table: file.history, columns }, rows)}`
}

/** `/desk/credentials/{id}`: one credential, and all that happened to it. */
export function credentialFilePage(view: CredentialFile, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const { find, file, states, acts, letters } = manyOf(messages)
  const { id, name, title, course, run, state } = view
  const mayAct = ['admin', 'issuer'].includes(frame.person.role) && state === 'issued'
  const ways = (['revoke', 'resend', 'renew'] as const).map(
    (kind) =>
      html`<a class="button" href="${samePath('/desk/acts/new', new URLSearchParams({ kind, q: id }).toString())}">${acts.kinds[kind]}</a> `,
  )
  const main = html`<h1>${name ?? id}</h1>
<dl class="facts">${pair(find.title, title ?? undefined)}${pair(find.status, states[state])}${pair(find.course, course)}${pair(find.run, run)}${pair(find.achievement, view.achievement)}${pair(find.issued, moment(view.issuedAt, messages) ?? undefined)}${pair(states.revoked, moment(view.revokedAt, messages) ?? undefined)}${pair(find.letter, view.letter ? letters[view.letter] : undefined)}</dl>
<p><a href="${ownPath('c', id)}">${file.public}</a>. ${state !== 'erased' && html`<a href="${ownPath('desk', 'learners', view.learner)}">${file.learner}</a>`}</p>
${mayAct && html`<p>${ways}</p>`}
${versionsOf(view, messages)}
${correctionsOf(view, messages)}
${historyOf(view, messages)}`
  return operatorPage({ title: name ?? id, main, here: 'find' }, frame)
}

const section = (heading: string, items: readonly Html[], none: string) =>
  html`<h2>${heading}</h2>${items.length === 0 ? html`<p>${none}</p>` : html`<ul>${items}</ul>`}
`

/** `/desk/learners/{id}`: one learner, with everything in the reader's scope. */
export function learnerFilePage(view: LearnerView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const many = manyOf(messages)
  const { file, letters: states } = many
  const letters = view.letters.map(
    ({ state, changedAt, reply }) =>
      html`<li>${moment(changedAt, messages)}: ${states[state]} ${reply && html`<code>${reply}</code>`}</li>`,
  )
  const claims = view.claims.map(({ createdAt, expiresAt, usedAt }) => {
    const isOver = expiresAt <= view.now
    const state = usedAt ? file.used : isOver ? file.over : file.open
    return html`<li>${moment(createdAt, messages)}: ${state} ${moment(usedAt, messages)}</li>`
  })
  const decisions = (view.decisions ?? []).map(
    ({ id, specialization, outcome, decidedAt }) =>
      html`<li>${moment(decidedAt, messages)}: ${specialization}, ${outcome} <code>${id}</code></li>`,
  )
  const main = html`<h1>${view.name}</h1>
<dl class="facts">${pair(file.email, view.email ?? file.noEmail)}</dl>
<h2>${file.credentials}</h2>
${wideTable(
  { table: file.credentials, columns: foundColumns(many, many.find.status) },
  view.credentials.map((row) => foundRow(row, messages)),
)}
${section(file.letters, letters, file.none)}${section(file.links, claims, file.none)}${view.decisions !== null && section(file.decisions, decisions, file.none)}`
  return operatorPage({ title: view.name, main, here: 'find' }, frame)
}
