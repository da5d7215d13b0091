import { pinnedContexts } from './contexts.ts'

export type Context = Readonly<Record<string, unknown>>

export interface Term {
  /** What the term stands for: an IRI, or a keyword such as `@id`. */
  readonly meaning: string
  /** The context in force inside the term's value or, for a type, inside its node; null empties the scope. */
  readonly scoped: Context | null | undefined
  /** Whether the value is plain JSON in which terms mean nothing. */
  readonly isOpaque: boolean
}

/** The terms in force at one place of a document. */
export interface TermScope extends Iterable<readonly [string, Term]> {
  get(term: string): Term | undefined
  has(term: string): boolean
}

const isObject = (value: unknown): value is Context => typeof value === 'object' && value !== null

const isNamed = (name: string, context: Context): boolean =>
  Object.hasOwn(context, name) && context[name] !== undefined

/**
 * A term's own text, an alias of another term, or `prefix:rest` (JSON-LD 1.1 API "IRI Expansion"); nothing where terms
 * stand for one another in a circle.
 */
function meaningOf(
  term: string,
  context: Context,
  scope: TermScope,
  under: readonly string[] = [],
): string {
  if (!isNamed(term, context)) return scope.get(term)?.meaning ?? term
  if (under.includes(term)) return ''
  const definition = context[term]
  const named = isObject(definition) ? (definition['@id'] ?? term) : definition
  if (typeof named !== 'string' || named === term || named.startsWith('@')) return String(named)
  const [prefix = '', rest] = named.split(/:(.*)/s)
  if (rest?.startsWith('//')) return named
  return (
    meaningOf(prefix, context, scope, [...under, term]) +
    (rest === undefined ? '' : restOf(prefix, rest, context, scope))
  )
}

/** `xsd:date` keeps its colon where no prefix `xsd` is defined. */
function restOf(prefix: string, rest: string, context: Context, scope: TermScope): string {
  return Object.hasOwn(context, prefix) || scope.has(prefix) ? rest : `:${rest}`
}

function define(term: string, context: Context, scope: TermScope): Term {
  const definition = context[term]
  const details: Context = isObject(definition) ? definition : {}
  return {
    meaning: meaningOf(term, context, scope),
    scoped: details['@context'] as Context | null | undefined,
    isOpaque: details['@type'] === '@json',
  }
}

// Honest documents need some dozens of scopes; types mixed at will would make millions.
const maxRemembered = 500
let rememberedCount = 0
const remembered = new WeakMap<TermScope, Map<Context, TermScope>>()

export const noTerms: TermScope = new Map()

/** Scopes that a context of a document had a part in: forgotten with it, so that no caller fills the memory. */
const passing = new WeakSet<TermScope>()
const maxPassing = 50

/** Not a term, for no key may start so: what stands before each key that no term is. */
export const vocabulary = '@vocab'

function vocabularyOf(context: Context): Term {
  const given = context[vocabulary]
  // Emptied by null; a relative one would depend on the rest of the scope, and no pinned context has one.
  return { meaning: typeof given === 'string' ? given : '', scoped: undefined, isOpaque: false }
}

/**
 * A scope and the context that comes on top of it. Nothing is copied, and a term is made out when it is asked for: a
 * document has as many scopes as it has mixtures of types, and whoever wrote it decides how many that are.
 */
class Layer implements TermScope {
  readonly #below: TermScope
  readonly #context: Context
  readonly #known = new Map<string, Term>()

  constructor(below: TermScope, context: Context) {
    this.#below = below
    this.#context = context
  }

  get(term: string): Term | undefined {
    if (!this.#adds(term)) return this.#below.get(term)
    const known = this.#known.get(term)
    if (known) return known
    const made =
      term === vocabulary ? vocabularyOf(this.#context) : define(term, this.#context, this.#below)
    this.#known.set(term, made)
    return made
  }

  has(term: string): boolean {
    return this.#adds(term) || this.#below.has(term)
  }

  #adds(term: string): boolean {
    return isNamed(term, this.#context) && (term === vocabulary || !term.startsWith('@'))
  }

  *[Symbol.iterator](): Generator<readonly [string, Term]> {
    for (const entry of this.#below) if (!this.#adds(entry[0])) yield entry
    for (const name of Object.keys(this.#context)) {
      const term = this.#adds(name) ? this.get(name) : undefined
      if (term) yield [name, term]
    }
  }
}

const withTerms = (scope: TermScope, context: Context): TermScope => new Layer(scope, context)

/** The scope with the terms of a context that stands in a document itself, and goes with it. */
export function scopeWith(scope: TermScope, context: Context): TermScope {
  const extended = withTerms(scope, context)
  passing.add(extended)
  return extended
}

function mayKeep(scope: TermScope, known: ReadonlyMap<Context, TermScope>): boolean {
  if (passing.has(scope)) return known.size < maxPassing
  rememberedCount += 1
  return rememberedCount <= maxRemembered
}

function extend(scope: TermScope, context: Context): TermScope {
  const known = remembered.get(scope) ?? new Map<Context, TermScope>()
  const found = known.get(context)
  if (found) return found
  const extended = passing.has(scope) ? scopeWith(scope, context) : withTerms(scope, context)
  if (mayKeep(scope, known)) remembered.set(scope, known.set(context, extended))
  return extended
}

/** One entry of a context list after another; some pinned files are lists, and name other pinned files. */
function extendBy(scope: TermScope, entry: unknown): TermScope {
  if (Array.isArray(entry)) return entry.reduce<TermScope>(extendBy, scope)
  if (typeof entry === 'string') return scopeAfter(scope, [entry])
  return isObject(entry) ? extend(scope, entry) : scope
}

/** The scope after these pinned contexts, in their order; a URL that is not pinned adds nothing. */
export function scopeAfter(scope: TermScope, urls: readonly string[]): TermScope {
  return urls.reduce((before, url) => {
    const document = pinnedContexts.get(url)
    return document ? extendBy(before, (document as Context)['@context']) : before
  }, scope)
}

/** The scope inside a node of these types (JSON-LD 1.1 "Scoped Contexts": sorted, and not handed down to inner nodes). */
export function scopeOfTypes(scope: TermScope, types: readonly string[]): TermScope {
  return [...new Set(types)].sort().reduce((before, type) => {
    const scoped = scope.get(type)?.scoped
    return scoped ? extend(before, scoped) : before
  }, scope)
}

/** The scope inside the value of a term, which may bring a context of its own. */
export function scopeInside(scope: TermScope, { scoped }: Term): TermScope {
  if (scoped === undefined) return scope
  return scoped === null ? noTerms : extend(scope, scoped)
}
