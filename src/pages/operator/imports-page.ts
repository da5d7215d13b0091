import type { Messages } from '../../messages/messages.ts'
import { messagesFor } from '../../messages/offered.ts'
import { formToken } from '../form-token.ts'
import { type Html, html } from '../html.ts'
import { noticeOf } from '../notice.ts'
import { ownPath } from '../safe-url.ts'
import { wideTable } from '../wide-table.ts'
import { type OperatorFrame, operatorPage } from './frame.ts'

export interface ImportsView {
  readonly courses: readonly { readonly id: string; readonly name: string }[]
  readonly drafts: readonly {
    readonly id: string
    readonly name: string
    readonly course: string
  }[]
  readonly batches: readonly {
    readonly id: string
    readonly name: string
    readonly course: string
    readonly day: string
    readonly state: keyof Messages['drafts']['states']
    readonly issued: number
  }[]
  readonly problem?: { readonly title: string; readonly remedy: string }
}

function handIn({ courses }: ImportsView, messages: Messages, frame: OperatorFrame): Html {
  const words = messages.drafts
  const options = courses.map(({ id, name }) => html`<option value="${id}">${name}</option>`)
  return html`<form class="check" method="post" action="/desk/imports" enctype="multipart/form-data">${formToken(frame)}
<h2>${words.handIn}</h2>
<p class="field"><label for="file">${words.file}</label><input id="file" name="file" type="file" required accept=".csv,.txt,.tsv,text/csv"></p>
<p class="field"><label for="course">${words.course}</label><select id="course" name="course">${options}</select></p>
<p class="field"><label for="run">${words.run}</label><input type="text" id="run" name="run" required maxlength="60" spellcheck="false" autocapitalize="none"></p>
<p class="send"><button type="submit">${words.look}</button></p></form>`
}

/** `/desk/imports`: a form to hand one in, those that are looked at, and those that were issued. */
export function importsPage(view: ImportsView, frame: OperatorFrame): Html {
  const messages = messagesFor(frame.language)
  const words = messages.drafts
  const title = messages.pages.operator.places.imports.name
  const drafts = view.drafts.map(
    ({ id, name, course }) =>
      html`<li><a href="${ownPath('desk', 'imports', id)}">${name}</a> <small>${course}</small></li>
`,
  )
  const batches = view.batches.map(
    (
      each,
    ) => html`<tr><th scope="row"><a href="${ownPath('desk', 'batches', each.id)}">${each.name}</a></th><td data-label="${words.course}">${each.course}</td>
<td data-label="${words.day}">${each.day}</td><td data-label="${words.state}">${words.states[each.state]}</td><td data-label="${words.issued}">${each.issued}</td></tr>
`,
  )
  const columns = {
    name: words.file,
    course: words.course,
    day: words.day,
    state: words.state,
    issued: words.issued,
  }
  const main = html`<h1>${title}</h1>${view.problem && noticeOf(view.problem)}
${handIn(view, messages, frame)}
<h2>${words.drafts}</h2>${drafts.length === 0 ? html`<p>${words.none}</p>` : html`<ul>${drafts}</ul>`}
<h2>${words.batches}</h2>${batches.length === 0 ? html`<p>${words.none}</p>` : wideTable({ table: words.batches, columns }, batches)}`
  return operatorPage({ title, main, here: 'imports' }, frame)
}
