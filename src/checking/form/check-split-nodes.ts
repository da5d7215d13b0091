/** A second place that adds to what a credential, its subject or its achievement says. */
export interface SplitNode {
  readonly path: string
  readonly id: string
}

type Node = Readonly<Record<string, unknown>>

interface Place {
  readonly node: Node
  readonly path: string
}

/** The classes that are read at one place only, the telling one first; profiles and images may well be told twice. */
const wholeTypes = ['VerifiableCredential', 'AchievementSubject', 'Achievement'] as const
/** What may be said of a credential elsewhere: that an endorsement is about it. */
const referenceMembers = ['id', 'type', 'endorsementComment']

const isObject = (value: unknown): value is Node => typeof value === 'object' && value !== null

function placesOf(value: unknown, path: string): readonly Place[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => placesOf(item, `${path}[${index}]`))
  if (!isObject(value)) return []
  const inner = Object.entries(value).flatMap(([key, item]) => placesOf(item, `${path}.${key}`))
  return [{ node: value, path }, ...inner]
}

const typesOf = ({ type }: Node): readonly unknown[] => [type].flat()

type Whole = (typeof wholeTypes)[number]

/** Of each id, the place where it is told in full: the first of the most telling class. */
function wholesOf(places: readonly Place[]): ReadonlyMap<unknown, readonly [Node, Whole]> {
  const found = new Map<unknown, readonly [Node, Whole]>()
  for (const type of wholeTypes)
    for (const { node } of places)
      if (typesOf(node).includes(type) && !found.has(node.id)) found.set(node.id, [node, type])
  return found
}

const adds = (type: Whole, node: Node): boolean =>
  type === 'VerifiableCredential'
    ? Object.keys(node).some((key) => !referenceMembers.includes(key))
    : typesOf(node).includes(type)

/**
 * Finds nodes that say more of a credential (or its subject, or its achievement) in a second place. JSON-LD joins all
 * nodes of one id, so that `validUntil` and `credentialStatus` can be moved from a badge into the subject of its
 * embedded endorsement with the signature still good and nobody reading them there. Labels such as `_:b0`, which let
 * two nodes without an id be one, are found too.
 */
export function splitNodes(document: unknown): readonly SplitNode[] {
  const places = placesOf(document, '$')
  const wholes = wholesOf(places)
  return places.flatMap(({ node, path }) => {
    const { id } = node
    if (typeof id !== 'string') return []
    const [whole, type] = wholes.get(id) ?? []
    const isSplit = type !== undefined && whole !== node && adds(type, node)
    return isSplit || id.startsWith('_:') ? [{ path, id }] : []
  })
}
