import { pinnedContexts } from '../../proof/contexts.ts'
import { isPinnedMeaning, isPinnedName } from '../../proof/pinned-terms.ts'
import {
  noTerms,
  scopeAfter,
  scopeInside,
  scopeOfTypes,
  type TermScope,
  vocabulary,
} from '../../proof/term-scopes.ts'
import { addedTerms } from './added-terms.ts'

/**
 * How a document could say one thing to a signature and another to whoever reads its JSON.
 *
 * - `context-list`: `@context` is no duplicate-free list of at most 8 entries that starts with W3C credentials.
 * - `context-not-pinned`: a context that we do not have; what its terms mean is unknown.
 * - `context-redefines`: a context inside the document that does more than add terms of its own (see added-terms.ts).
 * - `context-nested`: a context where none belongs.
 * - `context-too-many`: more embedded contexts than a badge with its endorsements needs; each costs milliseconds.
 * - `key-not-plain`: a key with a colon or a leading `@`, which names a meaning directly, or a class used as a key:
 *   `Criteria` means what `criteria` means, and nobody reads it.
 * - `type-not-plain`: a class that the pinned contexts name, spelt otherwise, so that its rules would be passed by.
 * - `term-undefined`: a key that the contexts do not define in this place, so that no signature covers it; or one that
 *   an open vocabulary would let pass under the name of something that is checked or shown.
 * - `null-value`: a value that a signature does not see.
 */
export interface HiddenTerm {
  /** Of the object that has the key, as in `$.credentialSubject.result[0]`. */
  readonly path: string
  readonly key: string
  readonly rule:
    | 'context-list'
    | 'context-not-pinned'
    | 'context-redefines'
    | 'context-nested'
    | 'context-too-many'
    | 'key-not-plain'
    | 'type-not-plain'
    | 'term-undefined'
    | 'null-value'
}

type Node = Readonly<Record<string, unknown>>

interface Place {
  readonly path: string
  readonly scope: TermScope
  /** The member the value was found in; undefined for the document itself. */
  readonly member?: string
  /**
   * Whether this is a credential of no badge, to which the W3C allows what Open Badges do not: language objects as texts
   * (VC DM 2.0 "Language and Base Direction"), and terms that are its own (§5.2 "Extensibility").
   */
  readonly isOpen: boolean
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

/** Only short lists, W3C first, for their order decides their meaning; and of a badge only URLs. */
function isContextList(list: unknown, isOpen: boolean): list is readonly unknown[] {
  return (
    Array.isArray(list) &&
    list.length <= maxContexts &&
    new Set(list).size === list.length &&
    list.every((entry) => typeof entry === 'string' || (isOpen && isNode(entry))) &&
    firstContexts.includes(list[0])
  )
}

/** The terms that a node's own contexts add to those around it, or what is wrong with its contexts. */
function contextScope(node: Node, { path, scope, isOpen }: Place): TermScope | HiddenTerm {
  const key = '@context'
  const list = node[key]
  if (!isContextList(list, isOpen)) return { path, key, rule: 'context-list' }
  const isPinned = list.every((entry) => typeof entry !== 'string' || pinnedContexts.has(entry))
  if (!isPinned) return { path, key, rule: 'context-not-pinned' }
  let extended: TermScope | undefined = scope
  for (const entry of list)
    extended =
      extended && (isNode(entry) ? addedTerms(extended, entry) : scopeAfter(extended, [`${entry}`]))
  return extended ?? { path, key, rule: 'context-redefines' }
}

const isTagged = (node: Node, { member, isOpen }: Place): boolean =>
  isOpen &&
  taggedMembers.includes(member) &&
  Object.entries(node).every(([key, value]) => tags.includes(key) && typeof value === 'string')

/** Every property of the pinned contexts starts with a small letter, every class with another character. */
const plainKey = /^[a-z][^:]*$/

/** What a name that no context defines means under the vocabulary in force; undefined where there is none. */
function openMeaning(name: string, { scope, isOpen }: Place): string | undefined {
  const meaning = isOpen ? scope.get(vocabulary)?.meaning : undefined
  return meaning && meaning + name
}

/** Whether a name may go by the vocabulary: not when it would pass for something that the pinned contexts know. */
function isOwnWord(name: string, place: Place): boolean {
  const meaning = openMeaning(name, place)
  return meaning !== undefined && !isPinnedName(name) && !isPinnedMeaning(meaning)
}

function keyFault(key: string, place: Place): HiddenTerm['rule'] | undefined {
  if (key === '@context') return undefined
  if (!plainKey.test(key)) return 'key-not-plain'
  return place.scope.has(key) || isOwnWord(key, place) ? undefined : 'term-undefined'
}

/** A class that the contexts know goes by its name there, and by no other: not by its IRI, nor by way of a vocabulary. */
function isTypePlain(type: string, place: Place): boolean {
  const { scope } = place
  if (scope.has(type)) return true
  const [prefix = '', rest] = type.split(/:(.*)/s)
  if (rest !== undefined)
    return !isPinnedMeaning(`${scope.get(prefix)?.meaning ?? `${prefix}:`}${rest}`)
  return openMeaning(type, place) === undefined || isOwnWord(type, place)
}

const typeFaults = (node: Node, place: Place): readonly HiddenTerm[] =>
  textsOf(node.type).every((type) => isTypePlain(type, place))
    ? []
    : [{ path: place.path, key: 'type', rule: 'type-not-plain' }]

/** The members of one node, with the terms that its types bring. */
function membersFaults(node: Node, place: Place): readonly HiddenTerm[] {
  const { path } = place
  const scope = scopeOfTypes(place.scope, textsOf(node.type))
  const members = Object.entries(node).flatMap(([key, value]): readonly HiddenTerm[] => {
    const rule = keyFault(key, { ...place, scope })
    if (rule) return [{ path, key, rule }]
    if (key === '@context') return []
    const term = scope.get(key)
    if (term?.isOpaque) return []
    // Terms that a type brings end with its node (JSON-LD 1.1 "Context Propagation").
    const inner = term ? scopeInside(place.scope, term) : place.scope
    return valueFaults(value, key, { ...place, path: `${path}.${key}`, scope: inner, member: key })
  })
  return [...typeFaults(node, place), ...members]
}

function nodeFaults(node: Node, place: Place): readonly HiddenTerm[] {
  if (isTagged(node, place)) return []
  const { path, member } = place
  if (!('@context' in node) && member !== undefined) return membersFaults(node, place)
  if (member !== undefined && !credentialMembers.includes(member))
    return [{ path, key: '@context', rule: 'context-nested' }]
  place.allowance.embedded -= 1
  if (place.allowance.embedded < 0) return [{ path, key: '@context', rule: 'context-too-many' }]
  const isOpen = place.isOpen && !isBadge(node)
  const scope = contextScope(node, { ...place, isOpen })
  return 'rule' in scope ? [scope] : membersFaults(node, { ...place, scope, isOpen })
}

function valueFaults(value: unknown, key: string, place: Place): readonly HiddenTerm[] {
  if (value === null) return [{ path: place.path, key, rule: 'null-value' }]
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      valueFaults(item, key, { ...place, path: `${place.path}[${index}]` }),
    )
  return isNode(value) ? nodeFaults(value, place) : []
}

const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential', 'EndorsementCredential']

const isBadge = ({ type }: Node): boolean => textsOf(type).some((name) => badgeTypes.includes(name))

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
    isOpen: true,
    allowance: { embedded: maxEmbedded + 1 },
  })
}
