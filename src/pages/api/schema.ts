import { type Html, html, joined, type Part } from '../html.ts'
import { safeUrl } from '../safe-url.ts'
import { nameOf, type Schema, slugOf } from './description.ts'

const code = (value: unknown): Html =>
  value === null ? html`nothing` : html`<code>${String(value)}</code>`

const plain = ({ type, format, items }: Schema): Part => {
  const names = [type ?? []].flat()
  if (items && names.includes('array')) return html`list of ${typeOf(items)}`
  if (names.length === 0) return 'anything'
  return `${names.join(' or ').replace('null', 'nothing')}${format === undefined ? '' : ` (${format})`}`
}

const bounds = ({ minimum, maximum, maxItems }: Schema): Part => {
  const said = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`to ${maximum}`]),
    ...(maxItems === undefined ? [] : [`at most ${maxItems}`]),
  ]
  return said.length === 0 ? null : `, ${said.join(' ')}`
}

/** What kind of value a schema takes, in a few words; the name of one that has its own place. */
export function typeOf(schema: Schema): Part {
  const name = nameOf(schema)
  if (name !== undefined) return html`<a href="${safeUrl(`#schema-${slugOf(name)}`)}">${name}</a>`
  if (schema.const !== undefined) return code(schema.const)
  if (schema.enum) return joined(schema.enum.map(code), ', ')
  const either = schema.oneOf ?? schema.anyOf
  if (either) return joined(either.map(typeOf), ' or ')
  if (schema.allOf) return joined(schema.allOf.filter((each) => nameOf(each)).map(typeOf), ' and ')
  return [plain(schema), bounds(schema)]
}

/** The object whose members are told below: the schema itself, or what its list is of. */
const within = (schema: Schema): Schema => (schema.items ? within(schema.items) : schema)

function member(name: string, schema: Schema, isRequired: boolean): Html {
  const { description } = schema
  return html`<li><code>${name}</code> <span class="note">${typeOf(schema)}</span>${isRequired && html` <em>required</em>`}${description !== undefined && html` · ${description}`}${membersOf(within(schema))}</li>`
}

/** The members of an object, those of the objects in it below them. */
export function membersOf(schema: Schema): Html | null {
  const { properties, required = [] } = within(schema)
  if (!properties || Object.keys(properties).length === 0) return null
  const items = Object.entries(properties).map(([name, each]) =>
    member(name, each, required.includes(name)),
  )
  return html`<ul>${items}</ul>`
}
