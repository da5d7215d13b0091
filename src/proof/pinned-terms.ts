import { pinnedContexts } from './contexts.ts'
import {
  noTerms,
  scopeAfter,
  scopeInside,
  scopeOfTypes,
  type Term,
  type TermScope,
} from './term-scopes.ts'

const isKeyword = (name: string) => name.startsWith('@')

/** Terms of the scope, and of the contexts that its terms bring, each context looked into once. */
function* termsOf(scope: TermScope, seen: Set<unknown>): Generator<readonly [string, Term]> {
  yield* [...scope].filter(([name]) => !isKeyword(name))
  for (const [name, term] of scope) {
    if (!term.scoped || seen.has(term.scoped)) continue
    seen.add(term.scoped)
    const inner = /^[A-Z0-9]/.test(name) ? scopeOfTypes(scope, [name]) : scopeInside(scope, term)
    yield* termsOf(inner, seen)
  }
}

const all = [...pinnedContexts.keys()].flatMap((url) => [
  ...termsOf(scopeAfter(noTerms, [url]), new Set()),
])

/** Every name that some pinned context gives a meaning, in whatever place: what is checked and shown goes by these. */
const names: ReadonlySet<string> = new Set(all.map(([name]) => name.toLowerCase()))

/** Every IRI that some pinned context has a name for; prefixes and aliases of keywords are none. */
const meanings: ReadonlySet<string> = new Set(
  all.map(([, { meaning }]) => meaning).filter((meaning) => !isKeyword(meaning)),
)

/** Whether a name, in whatever case, is one that a pinned context gives a meaning somewhere. */
export const isPinnedName = (name: string): boolean => names.has(name.toLowerCase())

/** Whether an IRI is one that a pinned context has a name for. */
export const isPinnedMeaning = (iri: string): boolean => meanings.has(iri)
