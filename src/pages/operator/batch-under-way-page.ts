import { formatNumber } from '../../messages/format.ts'
import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { pair } from '../facts.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { ownPath } from '../safe-url.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'

export interface BatchUnderWay {
  readonly id: string
  readonly name: string
  readonly state: keyof Messages['drafts']['states']
  readonly issued: number
  /** Not signed yet. */
  readonly left: number
  readonly perSecond: number | null
  readonly mayUndo: boolean
  /** The moment as it is written in the language; `null` while there is none. */
  readonly undoUntil: string | null
  readonly counts: Readonly<Partial<Record<keyof Messages['drafts']['outcomes'], number>>>
}

/** Whether more is to come by itself. */
export const isMoving = ({ state }: Pick<BatchUnderWay, 'state'>): boolean =>
  ['reading', 'issuing', 'undoing'].includes(state)

/** How far it is, in one sentence. */
export function progressWords(batch: BatchUnderWay, messages: Messages): string {
  const { seen } = messages.drafts
  const { issued, left, perSecond } = batch
  const number = (value: number) => formatNumber(value, messages.language)
  const rate = perSecond ? `, ${seen.rate(perSecond)}` : ''
  return `${seen.progress(number(issued), number(issued + left))}${rate}`
}

/** `/desk/batches/{id}`: how far an import is, and what can be done about it. */
export function batchUnderWayPage(view: BatchUnderWay, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.drafts
  const { id, state, issued, left, mayUndo, undoUntil, counts } = view
  const at = (...more: string[]) => ownPath('desk', 'batches', id, ...more)
  const button = (act: 'pause' | 'resume' | 'undo' | 'release', look = '') =>
    html`<form method="post" action="${at(act)}">${formToken(frame)}<button type="submit"${look !== '' && html` class="quiet"`}>${words[act]}</button></form>
`
  const isOver = ['undoing', 'undone', 'failed', 'done'].includes(state)
  const told = Object.entries(counts).map(([outcome, count]) =>
    pair(
      words.outcomes[outcome as keyof typeof words.outcomes],
      html`${formatNumber(count, frame.language)}`,
    ),
  )
  const main = html`<p><a href="/desk/imports">${messages.pages.operator.places.imports.name}</a></p>
<h1>${view.name}</h1>
<section${isMoving(view) && html` data-live="${at('events')}" data-state="${state}"`}>
<p class="lead" role="status">${words.states[state]}: <span data-words>${progressWords(view, messages)}</span></p>
<p><progress max="${issued + left}" value="${issued}" aria-label="${words.state}"></progress></p></section>
<div class="steps">${!isOver && (state === 'paused' ? button('resume') : button('pause'))}${mayUndo && html`${button('undo', 'quiet')}${button('release', 'quiet')}`}</div>
${undoUntil !== null && html`<p>${words.undoUntil(undoUntil)}</p>`}
${isMoving(view) && html`<p class="screen"><a href="${at()}">${words.refresh}</a></p>`}
<h2>${words.rows}</h2><dl class="pairs">${told}</dl>
<p><a class="button" href="${at('result.csv')}">${words.result}</a></p>`
  const reload = isMoving(view) && { reloadsEvery: 5, script: frame.deskScript }
  return operatorPage({ title: view.name, main, here: 'imports', ...reload }, frame)
}
