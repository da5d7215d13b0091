import { pinnedContexts } from './contexts.ts'

type Context = Readonly<Record<string, unknown>>

export interface Term {
  /** What the term stands for: an IRI, or a keyword such as `@id`. */
  readonly meaning: string
  /** The context in force inside the term's value or, for a type, inside its node; null empties the scope. */
  readonly scoped: Context | null | undefined
  /** Whether the value is plain JSON in which terms mean nothing. */
  readonly isOpaque: boolean
}

/** The terms in force at one place of a document. */
export type TermScope = ReadonlyMap<string, Term>

const isObject = (value: unknown): value is Context => typeof value === 'object' && value !== null

/** A term's own text, an alias of another term, or `prefix:rest` (JSON-LD 1.1 API "IRI Expansion"). */
function meaningOf(term: string, context: Context, scope: TermScope): string {
  const definition = context[term]
  if (definition === undefined) return scope.get(term)?.meaning ?? term
  const named = isObject(definition) ? (definition['@id'] ?? term) : definition
  if (typeof named !== 'string' || named === term || named.startsWith('@')) return String(named)
  const [prefix = '', rest] = named.split(/:(.*)/s)
  if (rest?.startsWith('//')) return named
  return (
    meaningOf(prefix, context, scope) +
    (rest === undefined ? '' : restOf(prefix, rest, context, scope))
  )
}

/** `xsd:date` keeps its colon where no prefix `xsd` is defined. */
function restOf(prefix: string, rest: string, context: Context, scope: TermScope): string {
  return prefix in context || scope.has(prefix) ? rest : `:${rest}`
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

// Honest documents need some dozens of scopes; types mixed at will would make millions, each as large as its contexts.
const maxRemembered = 500
let rememberedCount = 0
const remembered = new WeakMap<TermScope, Map<Context, TermScope>>()

function extend(scope: TermScope, context: Context): TermScope {
  const known = remembered.get(scope) ?? new Map<Context, TermScope>()
  if (rememberedCount < maxRemembered) remembered.set(scope, known)
  const found = known.get(context)
  if (found) return found
  const terms = Object.keys(context).filter((key) => !key.startsWith('@'))
  const extended = new Map([
    ...scope,
    ...terms.map((term) => [term, define(term, context, scope)] as const),
  ])
  if (rememberedCount < maxRemembered) {
    rememberedCount += 1
    known.set(context, extended)
  }
  return extended
}

export const noTerms: TermScope = new Map()

/** The scope after these pinned contexts, in their order; a URL that is not pinned adds nothing. */
export function scopeAfter(scope: TermScope, urls: readonly string[]): TermScope {
  return urls.reduce((before, url) => {
    const document = pinnedContexts.get(url)
    return document ? extend(before, (document as Context)['@context'] as Context) : before
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
