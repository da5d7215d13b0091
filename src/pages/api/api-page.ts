import { messagesFor } from '../../messages/offered.ts'
import { type Html, html } from '../html.ts'
import { type Frame, page } from '../layout.ts'
import { safeUrl, samePath } from '../safe-url.ts'
import { type Description, operationsOf, slugOf } from './description.ts'
import { operationSection } from './operation.ts'
import { membersOf, typeOf } from './schema.ts'

export interface ApiPageView {
  readonly description: Description
  /** Slug of the only group that is shown; all of them where absent. */
  readonly group?: string
}

type Words = ReturnType<typeof messagesFor>['apiDocs']

function filter({ description, group }: ApiPageView, words: Words): Html {
  const link = (slug: string | undefined, name: string, language?: string) => {
    const query = slug === undefined ? '' : `group=${slug}`
    const address = slug === undefined ? safeUrl('/docs') : samePath('/docs', query)
    const here = slug === group && html` aria-current="true"`
    return html`<a href="${address}"${language === undefined ? false : html` lang="${language}"`}${here}>${name}</a> `
  }
  const groups = description.tags.map(({ name }) => link(slugOf(name), name, 'en'))
  return html`<nav class="onward" aria-label="${words.groups}">${link(undefined, words.all)}${groups}</nav>`
}

function groupSection(
  { name, description: about }: Description['tags'][number],
  description: Description,
  words: Words,
): Html {
  const operations = operationsOf(description, name)
  const contents = operations.map(
    ({ anchor, method, path, summary }) =>
      html`<li><a href="${safeUrl(`#${anchor}`)}"><code>${method} ${path}</code></a> <span lang="en">${summary}</span></li>`,
  )
  return html`<section class="operation" id="${slugOf(name)}">
<h2 lang="en">${name}</h2>
<p lang="en">${about}</p>
<ul>${contents}</ul>
${operations.map((operation) => operationSection({ operation, description, words }))}</section>
`
}

function schemas({ components }: Description, words: Words): Html {
  const each = Object.entries(components.schemas).map(
    ([name, schema]) =>
      html`<section class="operation" id="schema-${slugOf(name)}" lang="en"><h3><code>${name}</code></h3>${membersOf(schema) ?? html`<p>${typeOf(schema)}</p>`}</section>`,
  )
  return html`<section id="schemas"><h2>${words.schemas}</h2>\n${each}</section>`
}

/** The slugs that an address may name. */
export const groupSlugs = ({ tags }: Description): readonly string[] =>
  tags.map(({ name }) => slugOf(name))

/** `/docs`: the whole API, drawn from its OpenAPI description. What it says of itself is in English in every language. */
export function apiPage(view: ApiPageView, frame: Frame): Html {
  const words = messagesFor(frame.language).apiDocs
  const { description, group } = view
  const shown = description.tags.filter(({ name }) => group === undefined || slugOf(name) === group)
  const main = html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p><a href="/openapi.json">${words.machine}</a></p>
${filter(view, words)}
${shown.map((each) => groupSection(each, description, words))}
${schemas(description, words)}`
  return page({ title: words.title, main }, frame)
}
