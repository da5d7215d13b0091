import { credentialsV1 } from './member-rules.ts'
import {
  type Complaint,
  type Form,
  isObject,
  type Json,
  listOf,
  type Rule,
  type Shape,
} from './rule-vocabulary.ts'

/** Classes by name; one whose name ends in ` 1.1` stands in when the first context is that of VC DM 1.1. */
export interface Classes {
  readonly shapes: Readonly<Record<string, Shape>>
  /** Whether null is complained of here, or by a rule that covers the whole document. */
  readonly tellsNull: boolean
}

export const complain = (
  path: string,
  rule: Rule,
  message: string,
  severity: Complaint['severity'] = 'error',
): readonly Complaint[] => [{ path, rule, severity, message }]

function shapeOf({ shapes }: Classes, name: string, node: Json): Shape {
  const [first] = listOf(node['@context'])
  const shape = (first === credentialsV1 && shapes[`${name} 1.1`]) || shapes[name]
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

interface Place {
  readonly classes: Classes
  readonly path: string
}

function conformMembers(shape: Shape, node: Json, { classes, path }: Place): readonly Complaint[] {
  return Object.entries(shape.members).flatMap(([key, member]) => {
    const at = `${path}.${key}`
    if (Object.hasOwn(node, key)) return conformForm(member, node[key], { classes, path: at })
    return member.required ? complain(at, 'has-required-member', 'is missing') : []
  })
}

/** Holds one object to a class of the table: its members, its types, and the rules between its members. */
export function conformObject(name: string, node: unknown, place: Place): readonly Complaint[] {
  const { classes, path } = place
  if (!isObject(node)) return complain(path, 'is-object', `must be an object (${name})`)
  const shape = shapeOf(classes, name, node)
  const unknown = Object.keys(node)
    .filter((key) => shape.isClosed && !Object.hasOwn(shape.members, key))
    .flatMap((key) =>
      complain(`${path}.${key}`, 'has-only-known-members', `is not a member of ${name}`),
    )
  const between = shape.between.flatMap((rule) => rule(node, path))
  return [
    ...conformMembers(shape, node, place),
    ...unknown,
    ...conformType(shape, node, path),
    ...between,
  ]
}

function conformOne({ value }: Form, candidate: unknown, place: Place): readonly Complaint[] {
  const { classes, path } = place
  if (candidate === null)
    return classes.tellsNull ? complain(path, 'no-null', 'must be left out rather than null') : []
  if ('class' in value)
    return value.or?.holds(candidate) ? [] : conformObject(value.class, candidate, place)
  if (value.holds(candidate)) return []
  const message = `must be ${value.expected}`
  return value.tolerated?.holds(candidate)
    ? complain(path, value.tolerated.rule, message, 'warning')
    : complain(path, value.rule, message)
}

function conformForm(form: Form, candidate: unknown, place: Place): readonly Complaint[] {
  const { count } = form
  const { classes, path } = place
  if (candidate === null || count === 'one') return conformOne(form, candidate, place)
  if (Array.isArray(candidate)) {
    const items = candidate.flatMap((item, index) =>
      conformOne(form, item, { classes, path: `${path}[${index}]` }),
    )
    const isBare = count === 'some' && candidate.length === 0
    return isBare ? complain(path, 'no-empty-array', 'must have at least one value') : items
  }
  if (count === 'set') return complain(path, 'is-array', 'must be an array, even of one')
  const one = conformOne(form, candidate, place)
  return count === 'set-or-one'
    ? [...complain(path, 'single-value', 'should be an array, even of one', 'warning'), ...one]
    : one
}
