type Value = unknown
type Members = Readonly<Record<string, Value>>
/** What is wrong with a value, each with its place. */
type Check = (value: Value, at: string) => readonly string[]

const isObject = (value: Value): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const holds =
  (what: string, isSo: (value: Value) => boolean): Check =>
  (value, at) =>
    isSo(value) ? [] : [`${at}: ${what}`]

const text = holds('a text', (value) => typeof value === 'string' && value !== '')
const flag = holds('true or false', (value) => typeof value === 'boolean')
const amount = holds('a number', (value) => typeof value === 'number')
const anything: Check = () => []
const oneOf = (...names: readonly Value[]): Check =>
  holds(`one of ${names.join(', ')}`, (value) => names.includes(value))
const matching = (form: RegExp): Check =>
  holds(`like ${form}`, (value) => typeof value === 'string' && form.test(value))

const listOf =
  (check: Check, least = 0): Check =>
  (value, at) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((each, index) => check(each, `${at}[${index}]`))
      : [`${at}: a list of at least ${least}`]

const mapOf =
  (key: RegExp, check: Check): Check =>
  (value, at) =>
    isObject(value)
      ? Object.entries(value).flatMap(([name, each]) => [
          ...(key.test(name) ? [] : [`${at}: no member may be called ${name}`]),
          ...check(each, `${at}.${name}`),
        ])
      : [`${at}: an object`]

/** An object with these members and no other but `x-…`; `!` marks those that have to be there. */
const objectOf =
  (members: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (!isObject(value)) return [`${at}: an object`]
    const named = Object.entries(members).map(([name, check]) => ({
      name: name.replace('!', ''),
      isNeeded: name.endsWith('!'),
      check,
    }))
    const missing = named.filter(({ name, isNeeded }) => isNeeded && value[name] === undefined)
    return [
      ...missing.map(({ name }) => `${at}: ${name} is missing`),
      ...Object.entries(value).flatMap(([name, each]) => {
        if (name.startsWith('x-')) return []
        const known = named.find((member) => member.name === name)
        return known ? known.check(each, `${at}.${name}`) : [`${at}: ${name} is not known`]
      }),
    ]
  }

/** The same, or a reference in its place. */
const orReference =
  (part: string, check: Check): Check =>
  (value, at) =>
    isObject(value) && '$ref' in value
      ? objectOf({
          '$ref!': matching(new RegExp(`^#/components/${part}/\\w+$`)),
          description: text,
        })(value, at)
      : check(value, at)

const typeNames = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']
const typeName = oneOf(...typeNames)
const types: Check = (value, at) =>
  Array.isArray(value) ? listOf(typeName, 1)(value, at) : typeName(value, at)

// JSON Schema 2020-12, as far as it is used; `lazy` because schemas hold schemas.
const schema: Check = (value, at) => {
  if (typeof value === 'boolean') return []
  const lazy: Check = (inner, place) => schema(inner, place)
  return objectOf({
    $ref: matching(/^#\/components\/schemas\/\w+$/),
    type: types,
    format: oneOf('date-time', 'date', 'uri', 'email', 'binary'),
    enum: listOf(anything, 1),
    const: anything,
    default: anything,
    description: text,
    properties: mapOf(/./, lazy),
    required: listOf(text),
    items: lazy,
    additionalProperties: lazy,
    oneOf: listOf(lazy, 1),
    anyOf: listOf(lazy, 1),
    allOf: listOf(lazy, 1),
    minimum: amount,
    maximum: amount,
    minLength: amount,
    maxLength: amount,
    minItems: amount,
    maxItems: amount,
    pattern: text,
    examples: listOf(anything),
  })(value, at)
}

const mediaType = /^[a-z]+\/[a-z0-9.+*-]+$/
const content = mapOf(mediaType, objectOf({ schema, example: anything }))

const parameter = objectOf({
  'name!': text,
  'in!': oneOf('path', 'query', 'header', 'cookie'),
  required: flag,
  description: text,
  'schema!': schema,
})
const parameters: Check = (value, at) => {
  const faults = listOf(orReference('parameters', parameter))(value, at)
  const each = (value as Members[]).filter(isObject)
  const keys = each.map((one) => `${one.in} ${one.name}`)
  return [
    ...faults,
    ...(new Set(keys).size === keys.length ? [] : [`${at}: the same twice`]),
    ...each
      .filter((one) => one.in === 'path' && one.required !== true)
      .map((one) => `${at}: ${one.name} of the path has to be required`),
  ]
}

const response = objectOf({
  'description!': text,
  headers: mapOf(/./, objectOf({ description: text, schema })),
  content,
})
const security = listOf(mapOf(/^\w+$/, listOf(text)))
const operation = objectOf({
  tags: listOf(text),
  'summary!': text,
  description: text,
  operationId: text,
  parameters,
  requestBody: objectOf({ description: text, required: flag, 'content!': content }),
  'responses!': mapOf(/^(?:[1-5]\d\d|[1-5]XX|default)$/, orReference('responses', response)),
  deprecated: flag,
  security,
})
const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
const pathItem = objectOf({
  ...Object.fromEntries(methods.map((method) => [method, operation])),
  summary: text,
  description: text,
  parameters,
})

const scheme: Check = (value, at) =>
  objectOf({
    'type!': oneOf('http', 'apiKey', 'oauth2', 'openIdConnect', 'mutualTLS'),
    scheme: text,
    bearerFormat: text,
    description: text,
    name: text,
    in: oneOf('query', 'header', 'cookie'),
  })(value, at)

const whole = objectOf({
  'openapi!': matching(/^3\.1\.\d$/),
  'info!': objectOf({
    'title!': text,
    'version!': text,
    summary: text,
    description: text,
    license: objectOf({ 'name!': text, identifier: text, url: text }),
  }),
  servers: listOf(objectOf({ 'url!': text, description: text })),
  tags: listOf(objectOf({ 'name!': text, description: text })),
  'paths!': mapOf(/^\//, pathItem),
  webhooks: mapOf(/./, pathItem),
  components: objectOf({
    schemas: mapOf(/^[\w.-]+$/, schema),
    responses: mapOf(/^[\w.-]+$/, response),
    parameters: mapOf(/^[\w.-]+$/, parameter),
    securitySchemes: mapOf(/^[\w.-]+$/, scheme),
  }),
})

/** Where a description is not OpenAPI 3.1.0 (sections 4.8.1 to 4.8.27), or holds what nobody would read. */
export const faultsOfDescription = (value: unknown): readonly string[] => whole(value, '$')
