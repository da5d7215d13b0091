import { type Description, nameOf, type PlacedOperation, type Schema } from './description.ts'

/** What stands for a member in an example, where its name says more than its type. */
const samples: Readonly<Record<string, unknown>> = {
  reason: 'issued to the wrong person',
  url: 'https://records.example.edu/hook',
  specialization: 'ceco',
  course: 'biblio-mooc',
  language: 'en',
  country: 'GR',
  name: 'Maria Rossi',
  person: 'Maria Rossi',
  note: 'seen at the desk',
  answer: 'It stands as it is',
  scope: ['biblio-mooc'],
}

const byFormat: Readonly<Record<string, unknown>> = {
  'date-time': '2026-11-27T09:00:00Z',
  date: '2026-11-27',
  uri: 'https://badges.example.org/c/…',
}

const maxDepth = 4

const ofType = (type: Schema['type']): unknown => {
  const first = typeof type === 'object' ? type[0] : type
  if (first === 'integer' || first === 'number') return 1
  if (first === 'boolean') return true
  return first === 'object' ? {} : '…'
}

/** What a schema says itself of the value it takes; `undefined` where it has to be made up. */
const saidBy = (schema: Schema): unknown =>
  schema.examples?.[0] ??
  schema.const ??
  schema.default ??
  schema.enum?.[0] ??
  byFormat[schema.format ?? '']

/** A value that fits a schema: its required members, or all of them where none is required. */
export function sampleOf(schema: Schema, description: Description, depth = 0): unknown {
  const named = description.components.schemas[nameOf(schema) ?? '']
  if (named) return depth < maxDepth ? sampleOf(named, description, depth + 1) : {}
  const said = saidBy(schema)
  if (said !== undefined) return said
  if (schema.items) return [sampleOf(schema.items, description, depth + 1)]
  const [either] = schema.oneOf ?? schema.anyOf ?? []
  if (either) return sampleOf(either, description, depth + 1)
  return schema.properties ? membersOf(schema, description, depth) : ofType(schema.type)
}

function membersOf(schema: Schema, description: Description, depth: number): unknown {
  const { properties = {}, required = [] } = schema
  const shown = Object.entries(properties).filter(
    ([name]) => required.length === 0 || required.includes(name),
  )
  return Object.fromEntries(
    shown.map(([name, each]) => [
      name,
      samples[name] ?? (depth < maxDepth ? sampleOf(each, description, depth + 1) : '…'),
    ]),
  )
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** What a body is sent with: JSON spelt out, anything else from a file. */
function bodyOf({ requestBody }: PlacedOperation, description: Description): readonly string[] {
  const content = Object.entries(requestBody?.content ?? {})
  const json = content.find(([type, { schema }]) => type === 'application/json' && schema)
  const [type, media] = json ?? content[0] ?? []
  if (type === undefined || !media) return []
  if (type === 'multipart/form-data') return ["-F 'file=@certificate.pdf'"]
  if (type === 'application/x-www-form-urlencoded') return ["-d 'name=value'"]
  const header = `-H ${quoted(`Content-Type: ${type}`)}`
  if (!media.schema) return [header, '--data-binary @file']
  return [header, `-d ${quoted(JSON.stringify(sampleOf(media.schema, description)))}`]
}

/** The query that an operation cannot do without. */
function queryOf({ parameters = [] }: PlacedOperation): string {
  const asked = parameters.filter((each) => each.in === 'query' && each.required === true)
  const pairs = asked.map(
    ({ name }) => `${name}=${encodeURIComponent(String(samples[name] ?? '…'))}`,
  )
  return pairs.length === 0 ? '' : `?${pairs.join('&').replaceAll('%E2%80%A6', '…')}`
}

/** A call of an operation, for a shell. */
export function curlOf(operation: PlacedOperation, description: Description): string {
  const { method, path } = operation
  const address = `${description.servers[0]?.url ?? ''}${path}${queryOf(operation)}`
  const needsToken = !operation['x-who'].includes('anyone')
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} ${quoted(address)}`,
    ...(needsToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...bodyOf(operation, description),
  ].join(' \\\n  ')
}
