import { pinnedContexts } from '../proof/contexts.ts'
import {
  noTerms,
  scopeAfter,
  scopeInside,
  scopeOfTypes,
  type TermScope,
} from '../proof/term-scopes.ts'

/**
 * How a document could say one thing to a signature and another to whoever reads its JSON.
 *
 * - `context-list`: `@context` is no duplicate-free list of at most 8 URLs that starts with W3C credentials.
 * - `context-not-pinned`: a context that we do not have; what its terms mean is unknown.
 * - `context-nested`: a context where none belongs.
 * - `context-too-many`: more embedded contexts than a badge with its endorsements needs; each costs milliseconds.
 * - `key-not-plain`: a key with a colon or a leading `@`, which names a meaning directly, or a class used as a key:
 *   `Criteria` means what `criteria` means, and nobody reads it.
 * - `term-undefined`: a key that the contexts do not define in this place, so that no signature covers it.
 * - `null-value`: a value that a signature does not see.
 */
export interface HiddenTerm {
  /** Of the object that has the key, as in `$.credentialSubject.result[0]`. */
  readonly path: string
  readonly key: string
  readonly rule:
    | 'context-list'
    | 'context-not-pinned'
    | 'context-nested'
    | 'context-too-many'
    | 'key-not-plain'
    | 'term-undefined'
    | 'null-value'
}

type Node = Readonly<Record<string, unknown>>

interface Place {
  readonly path: string
  readonly scope: TermScope
  /** The member the value was found in; undefined for the document itself. */
  readonly member?: string
  /** Whether texts here may be language objects: VC DM 2.0 "Language and Base Direction" allows them, Open Badges do not. */
  readonly mayBeTagged: boolean
  /** How many embedded credentials there may still be, in the whole document. */
  readonly allowance: { embedded: number }
}

const firstContexts: readonly unknown[] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
]
const maxContexts = 8
const maxEmbedded = 32
/** A credential inside another brings its own contexts, and a proof that signs it as JSON names them once more. */
const credentialMembers: readonly unknown[] = ['endorsement', 'verifiableCredential', 'proof']
const taggedMembers: readonly unknown[] = ['name', 'description']
const tags = ['@value', '@language', '@direction']

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((item): item is string => typeof item === 'string')

/** Only short lists of pinned files, W3C first; their order decides their meaning. */
function contextFaults(node: Node, { path }: Place): readonly HiddenTerm[] {
  const key = '@context'
  const list = node[key]
  const isList =
    Array.isArray(list) &&
    list.length <= maxContexts &&
    new Set(list).size === list.length &&
    list.every((url) => typeof url === 'string') &&
    firstContexts.includes(list[0])
  if (!isList) return [{ path, key, rule: 'context-list' }]
  return list.every((url) => pinnedContexts.has(url))
    ? []
    : [{ path, key, rule: 'context-not-pinned' }]
}

const isTagged = (node: Node, { member, mayBeTagged }: Place): boolean =>
  mayBeTagged &&
  taggedMembers.includes(member) &&
  Object.entries(node).every(([key, value]) => tags.includes(key) && typeof value === 'string')

/** Every property of the pinned contexts starts with a small letter, every class with another character. */
const plainKey = /^[a-z][^:]*$/

function keyFault(key: string, scope: TermScope): HiddenTerm['rule'] | undefined {
  if (key === '@context') return undefined
  if (!plainKey.test(key)) return 'key-not-plain'
  return scope.has(key) ? undefined : 'term-undefined'
}

/** The members of one node, with the terms that its types bring. */
function membersFaults(node: Node, place: Place): readonly HiddenTerm[] {
  const { path } = place
  const scope = scopeOfTypes(place.scope, textsOf(node.type))
  return Object.entries(node).flatMap(([key, value]) => {
    const rule = keyFault(key, scope)
    if (rule) return [{ path, key, rule }]
    const term = scope.get(key)
    if (!term || term.isOpaque) return []
    // Terms that a type brings end with its node (JSON-LD 1.1 "Context Propagation").
    const inner = scopeInside(place.scope, term)
    return valueFaults(value, key, { ...place, path: `${path}.${key}`, scope: inner, member: key })
  })
}

function nodeFaults(node: Node, place: Place): readonly HiddenTerm[] {
  if (isTagged(node, place)) return []
  const { path, member } = place
  if (!('@context' in node) && member !== undefined) return membersFaults(node, place)
  if (member !== undefined && !credentialMembers.includes(member))
    return [{ path, key: '@context', rule: 'context-nested' }]
  place.allowance.embedded -= 1
  if (place.allowance.embedded < 0) return [{ path, key: '@context', rule: 'context-too-many' }]
  const faults = contextFaults(node, place)
  if (faults.length > 0) return faults
  const scope = scopeAfter(place.scope, textsOf(node['@context']))
  return membersFaults(node, { ...place, scope })
}

function valueFaults(value: unknown, key: string, place: Place): readonly HiddenTerm[] {
  if (value === null) return [{ path: place.path, key, rule: 'null-value' }]
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      valueFaults(item, key, { ...place, path: `${place.path}[${index}]` }),
    )
  return isNode(value) ? nodeFaults(value, place) : []
}

const isBadge = ({ type }: Node): boolean =>
  textsOf(type).some((name) => name === 'OpenBadgeCredential' || name === 'AchievementCredential')

/**
 * Finds what a document hides from those who read it as JSON, or from its signature: with none found, each key has
 * the one meaning that the pinned contexts give it in its place, and every key is signed. A signature alone does not
 * promise this: a `validUntil` spelt as a full IRI is signed, and unread.
 *
 * Pure; takes the output of strict parsing, without JWT claims. Where a context list is at fault, nothing inside it is
 * looked at: every rule but `context-not-pinned` means failed, that one means unknown.
 */
export function hiddenTerms(document: unknown): readonly HiddenTerm[] {
  if (!isNode(document)) return [{ path: '$', key: '@context', rule: 'context-list' }]
  return nodeFaults(document, {
    path: '$',
    scope: noTerms,
    mayBeTagged: !isBadge(document),
    allowance: { embedded: maxEmbedded + 1 },
  })
}
