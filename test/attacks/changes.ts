import fc from 'fast-check'

type Json = unknown
type Path = readonly (string | number)[]
type Node = Record<string | number, Json>

/** Every place in a document, the whole of it left out. */
export function placesIn(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => {
    const path = [...at, Array.isArray(value) ? Number(key) : key]
    return [path, ...placesIn(child, path)]
  })
}

type Change = (parent: Node, key: string | number) => void

const swapCase = (text: string) =>
  text.replace(/\p{L}/u, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
  )

const rename =
  (name: (key: string) => string): Change =>
  (parent, key) => {
    if (Array.isArray(parent)) return void parent.splice(Number(key), 1)
    const members = Object.entries(parent)
    for (const [member] of members) delete parent[member]
    for (const [member, value] of members) parent[member === key ? name(member) : member] = value
  }

const replace =
  (by: (value: Json) => Json): Change =>
  (parent, key) => {
    parent[key] = by(parent[key])
  }

const texts = (change: (text: string) => string) =>
  replace((value) => (typeof value === 'string' ? change(value) : value))

/** What can be done to one member or item. */
const changes: Readonly<Record<string, Change>> = {
  remove: (parent, key) => {
    if (Array.isArray(parent)) parent.splice(Number(key), 1)
    else delete parent[key]
  },
  'make null': replace(() => null),
  'make a number': replace(() => 1),
  'make true': replace(() => true),
  'make an empty text': replace(() => ''),
  'make an empty list': replace(() => []),
  'make an empty object': replace(() => ({})),
  'put into a list': replace((value) => [value]),
  'take out of a list': replace((value) => (Array.isArray(value) ? value[0] : value)),
  'say twice': replace((value) => [value, value].flat()),
  'turn round': replace((value) => (Array.isArray(value) ? value.toReversed() : value)),
  'put into an object': replace((value) => ({ id: 'urn:uuid:1', name: value })),
  'make a language object': replace((value) => ({ '@value': value, '@language': 'en' })),
  'make a JSON text': replace((value) => JSON.stringify(value)),
  'add a letter': texts((text) => `${text}a`),
  'add a blank': texts((text) => `${text} `),
  'add something invisible': texts((text) => `${text}\u200b`),
  'take a letter away': texts((text) => text.slice(0, -1)),
  'swap the case': texts(swapCase),
  compose: texts((text) => text.normalize('NFC')),
  decompose: texts((text) => text.normalize('NFD')),
  'make compatible': texts((text) => text.normalize('NFKD')),
  'another year': texts((text) => text.replace('2026', '2025').replace('2027', '2030')),
  'rename in capitals': rename((key) => key.toUpperCase()),
  'rename with a blank': rename((key) => `${key} `),
  'rename as an IRI': rename((key) => `https://schema.org/${key}`),
  'rename as another term': rename((key) => (key === 'name' ? 'description' : 'name')),
}

const added: readonly (readonly [string, Json])[] = [
  ['name', 'Doctor'],
  ['description', 'With distinction'],
  ['validUntil', '2099-01-01T00:00:00Z'],
  ['awardedDate', '2020-01-01T00:00:00Z'],
  ['id', 'urn:uuid:00000000-0000-4000-8000-0000000000ff'],
  ['type', 'Profile'],
  ['issuer', 'did:web:oxford.example'],
  ['url', 'https://oxford.example'],
  ['credentialStatus', []],
  ['evidence', []],
  ['result', []],
  ['identifier', []],
  ['@context', {}],
  ['@id', 'urn:uuid:1'],
]

export type Step = { readonly place: number } & (
  | { readonly what: string }
  | { readonly add: number }
  | { readonly moveTo: number }
)

/** One to three steps, each in any place of a document. */
export const steps = fc.array(
  fc.oneof(
    fc.record({ place: fc.nat(), what: fc.constantFrom(...Object.keys(changes)) }),
    fc.record({ place: fc.nat(), add: fc.nat(added.length - 1) }),
    fc.record({ place: fc.nat(), moveTo: fc.nat() }),
  ),
  { minLength: 1, maxLength: 3 },
)

/** Every step there is, for one document. */
export function allSteps(document: Json): readonly Step[] {
  const names = Object.keys(changes)
  return placesIn(document).flatMap((_, place) => names.map((what) => ({ place, what })))
}

const nodeAt = (document: Json, path: Path) =>
  path.reduce<Node>((node, key) => node[key] as Node, document as Node)

/** Puts a member where another one of an object stands, as JSON-LD lets what is said of one id be said anywhere. */
function move(document: Json, path: Path, to: number): void {
  const key = path.at(-1) as string | number
  const parent = nodeAt(document, path.slice(0, -1))
  const value = parent[key]
  changes.remove?.(parent, key)
  const places = [[], ...placesIn(document)]
  const goal = nodeAt(document, places[to % places.length] ?? [])
  if (Array.isArray(goal)) goal.push(value)
  else if (typeof goal === 'object' && goal !== null) goal[key] = value
}

export function changed<Document>(document: Document, taken: readonly Step[]): Document {
  const copy = structuredClone(document)
  for (const step of taken) {
    const places = placesIn(copy)
    const path = places[step.place % Math.max(1, places.length)]
    if (!path) continue
    const parent = nodeAt(copy, path.slice(0, -1))
    if ('what' in step) changes[step.what]?.(parent, path.at(-1) as string | number)
    else if ('moveTo' in step) move(copy, path, step.moveTo)
    else if (!Array.isArray(parent)) {
      const [name, value] = added[step.add] ?? ['name', '']
      parent[name] = value
    }
  }
  return copy
}
