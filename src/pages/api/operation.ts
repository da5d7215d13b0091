import type { ApiDocsMessages } from '../../messages/api-docs-messages.ts'
import { type Html, html, joined, type Part } from '../html.ts'
import { ownPath, safeUrl } from '../safe-url.ts'
import type { Answer, Content, Description, Parameter, PlacedOperation } from './description.ts'
import { curlOf } from './example.ts'
import { membersOf, typeOf } from './schema.ts'

export interface OperationView {
  readonly operation: PlacedOperation
  readonly description: Description
  readonly words: ApiDocsMessages
}

const part = (title: string, content: Part): Html | null =>
  content === null ? null : html`<h4>${title}</h4>\n${content}\n`

function who({ operation, words }: OperationView): Html {
  const callers = operation['x-who'].map(
    (each) => words.callers[each as keyof typeof words.callers],
  )
  return html`<p>${callers.join(', ')}</p>`
}

const parameterItem = ({ name, in: place, required, schema, description }: Parameter): Html =>
  html`<li><code>${name}</code> <span class="note">${schema ? typeOf(schema) : 'string'}, ${place}</span>${required === true && html` <em>required</em>`}${description !== undefined && html` · ${description}`}</li>`

function parameters({ operation }: OperationView): Html | null {
  const asked = operation.parameters ?? []
  return asked.length === 0 ? null : html`<ul lang="en">${asked.map(parameterItem)}</ul>`
}

/** The media types of a body, each with what it is made of where that is told. */
function media(content: Content | undefined): readonly Html[] {
  return Object.entries(content ?? {}).map(([type, { schema }]) => {
    const kind = schema && !schema.properties && html` <span class="note">${typeOf(schema)}</span>`
    return html`<p><code>${type}</code>${kind}</p>${schema && membersOf(schema)}`
  })
}

const body = ({ operation: { requestBody } }: OperationView): Html | null =>
  requestBody ? html`<div lang="en">${media(requestBody.content)}</div>` : null

const isRefusal = ({ content = {} }: Answer) => 'application/problem+json' in content

function answers({ operation }: OperationView): Html {
  const told = Object.entries(operation.responses).filter(
    ([status, answer]) => status !== 'default' && !isRefusal(answer),
  )
  return html`<div lang="en">${told.map(
    ([status, { description, content }]) =>
      html`<p><strong>${status}</strong> ${description}</p>${media(content)}`,
  )}</div>`
}

/** The codes that it refuses with, each with a link to what it means. */
function refusals({ operation }: OperationView): Html | null {
  const told = Object.entries(operation.responses).filter(([, answer]) => isRefusal(answer))
  if (told.length === 0) return null
  return html`<ul>${told.map(([status, { description = '' }]) => {
    const codes = description
      .split(', ')
      .map((code) => html`<a href="${ownPath('problems', code)}"><code>${code}</code></a>`)
    return html`<li><strong>${status}</strong> ${joined(codes, ', ')}</li>`
  })}</ul>`
}

/** One operation: what it is for, who may call it, what it takes and gives, and a call to copy. */
export function operationSection(view: OperationView): Html {
  const { operation, words, description } = view
  const { method, path, anchor, summary } = operation
  return html`<section class="operation" id="${anchor}">
<h3><a href="${safeUrl(`#${anchor}`)}"><code>${method} ${path}</code></a></h3>
<p lang="en">${summary}</p>
${operation.description !== undefined && html`<p lang="en">${operation.description}</p>`}
${part(words.who, who(view))}${part(words.parameters, parameters(view))}${part(words.body, body(view))}${part(words.answers, answers(view))}${part(words.refusals, refusals(view))}${part(words.example, html`<pre tabindex="0">${curlOf(operation, description)}</pre>`)}</section>
`
}
