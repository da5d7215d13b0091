import { everywhere } from './conform-everywhere.ts'
import { classes } from './credential-classes.ts'
import { credentialsV1 } from './member-rules.ts'
import {
  type Complaint,
  type Form,
  isObject,
  isText,
  type Json,
  listOf,
  type Rule,
  type Shape,
} from './rule-vocabulary.ts'

const complain = (
  path: string,
  rule: Rule,
  message: string,
  severity: Complaint['severity'] = 'error',
): readonly Complaint[] => [{ path, rule, severity, message }]

function shapeOf(name: string, node: Json): Shape {
  const [first] = listOf(node['@context'])
  const shape = (first === credentialsV1 && classes[`${name} 1.1`]) || classes[name]
  if (!shape) throw new Error(`no class ${name} in the table`)
  return shape
}

function conformType({ types }: Shape, node: Json, path: string): readonly Complaint[] {
  const present = listOf(node.type)
  if (present.length === 0) return []
  return types
    .filter((group) => !group.some((name) => present.includes(name)))
    .flatMap((group) => complain(`${path}.type`, 'has-type', `must hold ${group.join(' or ')}`))
}

function conformObject(name: string, node: unknown, path: string): readonly Complaint[] {
  if (!isObject(node)) return complain(path, 'is-object', `must be an object (${name})`)
  const shape = shapeOf(name, node)
  const members = Object.entries(shape.members).flatMap(([key, member]) => {
    const at = `${path}.${key}`
    if (Object.hasOwn(node, key)) return conformForm(member, node[key], at)
    return member.required ? complain(at, 'has-required-member', 'is missing') : []
  })
  const unknown = Object.keys(node)
    .filter((key) => shape.isClosed && !Object.hasOwn(shape.members, key))
    .flatMap((key) =>
      complain(`${path}.${key}`, 'has-only-known-members', `is not a member of ${name}`),
    )
  const between = shape.between.flatMap((rule) => rule(node, path))
  return [...members, ...unknown, ...conformType(shape, node, path), ...between]
}

function conformOne({ value }: Form, candidate: unknown, path: string): readonly Complaint[] {
  // Said once, by the rule that covers the whole document.
  if (candidate === null) return []
  if ('class' in value) return conformObject(value.class, candidate, path)
  if (value.holds(candidate)) return []
  const message = `must be ${value.expected}`
  return value.tolerated?.holds(candidate)
    ? complain(path, value.tolerated.rule, message, 'warning')
    : complain(path, value.rule, message)
}

function conformForm(form: Form, candidate: unknown, path: string): readonly Complaint[] {
  if (candidate === null || form.count === 'one') return conformOne(form, candidate, path)
  if (Array.isArray(candidate))
    return candidate.flatMap((item, index) => conformOne(form, item, `${path}[${index}]`))
  if (form.count === 'set') return complain(path, 'is-array', 'must be an array, even of one')
  return [
    ...complain(path, 'single-value', 'should be an array, even of one', 'warning'),
    ...conformOne(form, candidate, path),
  ]
}

const isEndorsement = (document: unknown): boolean =>
  isObject(document) && listOf(document.type).filter(isText).includes('EndorsementCredential')

/**
 * Holds a badge or an endorsement, of VC DM 2.0 or 1.1, to the structure of Open Badges 3.0 (its data models): which
 * members each class has, how often, and of what form. Returns every complaint, in the order of the table; none when
 * the document conforms. Says nothing of signatures or contexts' meaning.
 *
 * Takes JSON of limited depth, as strict parsing leaves it.
 */
export function conform(document: unknown): readonly Complaint[] {
  const name = isEndorsement(document) ? 'EndorsementCredential' : 'OpenBadgeCredential'
  return [...conformObject(name, document, '$'), ...everywhere(document)]
}
