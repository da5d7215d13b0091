import { isAbsoluteUri } from '../../credential/value-rules.ts'
import { isPinnedMeaning, isPinnedName } from '../../proof/pinned-terms.ts'
import { type Context, scopeWith, type TermScope, vocabulary } from '../../proof/term-scopes.ts'

/** More than a credential needs of its own; each makes every look at it dearer. */
const maxTerms = 100

/** What a definition may consist of: an IRI, how its values are read, and protection. Never `@prefix`, nor contexts. */
const definitionMembers = ['@id', '@type', '@container', '@protected']

/** What the base context of 2.0 says itself, for credentials of 1.1, whose base context does not. */
const sameAsBase: Readonly<Record<string, string>> = {
  id: '@id',
  type: '@type',
  name: 'https://schema.org/name',
  description: 'https://schema.org/description',
}

/** One that ends so may stand before a colon, and with it any id and any class could be spelt otherwise. */
const isPrefix = (iri: string): boolean => /[:/?#[\]@]$/.test(iri)

function isDefinition(definition: unknown): boolean {
  if (typeof definition === 'string') return true
  if (typeof definition !== 'object' || definition === null) return false
  const { '@type': type, '@container': container } = definition as Context
  return (
    Object.keys(definition).every((key) => definitionMembers.includes(key)) &&
    (type === undefined || type === '@id' || (typeof type === 'string' && isAbsoluteUri(type))) &&
    (container === undefined || container === '@set' || container === '@list')
  )
}

function isKeyword(key: string, value: unknown): boolean {
  if (key === '@version') return value === 1.1
  if (key === '@protected') return typeof value === 'boolean'
  return key === vocabulary && typeof value === 'string' && isAbsoluteUri(value)
}

/** Whether a term is new: neither its name nor its meaning is one that the pinned contexts, or those before it, know. */
function isNew(term: string, before: TermScope, after: TermScope): boolean {
  const meaning = after.get(term)?.meaning ?? ''
  if (sameAsBase[term] === meaning) return true
  const earlier = before.get(term)
  return (
    (earlier === undefined || earlier.meaning === meaning) &&
    /^[A-Za-z][\w-]*$/.test(term) &&
    isAbsoluteUri(meaning) &&
    !isPrefix(meaning) &&
    !isPinnedName(term) &&
    !isPinnedMeaning(meaning)
  )
}

/**
 * The scope with the terms of a context that stands in the document itself (VC DM 2.0 §4.3 allows such); `undefined`
 * when it does more than add. Who holds a credential may rewrite such a context together with the keys, and a signature
 * over the statements still holds. So it may not touch a name or a meaning that any pinned context knows: then all that
 * is checked and shown stays what was signed, and no key of it can be made to look like it.
 */
export function addedTerms(scope: TermScope, node: Context): TermScope | undefined {
  const { '@context': wrapped } = node
  // JSON-LD 1.1 API "Context Processing": a context document in place of its context.
  const isWrapped = Object.keys(node).length === 1 && typeof wrapped === 'object'
  const context = isWrapped && wrapped !== null ? (wrapped as Context) : node
  const [keywords, terms] = [true, false].map((starts) =>
    Object.keys(context).filter((key) => key.startsWith('@') === starts),
  )
  const isPlain =
    (terms ?? []).length <= maxTerms &&
    (keywords ?? []).every((key) => isKeyword(key, context[key])) &&
    (terms ?? []).every((term) => isDefinition(context[term]))
  if (!isPlain) return undefined
  const extended = scopeWith(scope, context)
  return (terms ?? []).every((term) => isNew(term, scope, extended)) ? extended : undefined
}
