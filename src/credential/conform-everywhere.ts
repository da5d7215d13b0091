import { type Complaint, isObject, type Json, listOf, type Rule } from './rule-vocabulary.ts'

const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

/** Types that only the extensions context defines; without it they would not be signed. */
const extensionTypes: readonly unknown[] = [
  '1EdTechJsonSchemaValidator2019',
  '1EdTechCredentialRefresh',
  '1EdTechRevocationList',
]

const secretMembers = ['secretKeyMultibase', 'privateKeyMultibase', 'privateKeyJwk', 'secretKeyJwk']

interface Place {
  readonly value: unknown
  readonly path: string
  /** Whether the extensions context is in force here: an endorsement inside a badge brings its own contexts. */
  readonly isExtended: boolean
}

/** Every value of the document, parents before their children. */
function* places(value: unknown, path = '$', inherited = false): Generator<Place> {
  const isExtended =
    inherited || (isObject(value) && listOf(value['@context']).includes(extensionsContext))
  yield { value, path, isExtended }
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      yield* places(item, `${path}[${index}]`, isExtended)
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value))
      yield* places(item, `${path}.${key}`, isExtended)
  }
}

const error = (path: string, rule: Rule, message: string): Complaint => ({
  path,
  rule,
  severity: 'error',
  message,
})

/** A JWK with `d`, or a member meant for secrets (RFC 7517 §9.2: a published key has no private part). */
const holdsSecret = (node: Json): boolean =>
  ('kty' in node && 'd' in node) || secretMembers.some((member) => member in node)

const isExtension = (node: Json): boolean =>
  listOf(node.type).some((name) => extensionTypes.includes(name))

function complaintsOf({ value, path, isExtended }: Place): readonly Complaint[] {
  if (value === null) return [error(path, 'no-null', 'must be left out rather than null')]
  if (Array.isArray(value) && value.length === 0)
    return [error(path, 'no-empty-array', 'must be left out rather than empty')]
  if (!isObject(value)) return []
  const secrets = holdsSecret(value) ? [error(path, 'no-private-key', 'holds a private key')] : []
  const missing = `needs the context ${extensionsContext}`
  return isExtension(value) && !isExtended
    ? [...secrets, error(`${path}.type`, 'context-extensions', missing)]
    : secrets
}

/** The rules that hold in every place of a document, whatever its class (OB 3.0 serialization; extensions context). */
export const everywhere = (document: unknown): readonly Complaint[] =>
  [...places(document)].flatMap(complaintsOf)
