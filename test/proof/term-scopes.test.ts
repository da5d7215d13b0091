import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hiddenTerms } from '../../src/checking/form/check-hidden-terms.ts'
import { pinnedContexts } from '../../src/proof/contexts.ts'
import { findDataLoss } from '../../src/proof/data-loss.ts'
import {
  noTerms,
  scopeAfter,
  scopeInside,
  scopeOfTypes,
  scopeWith,
  type TermScope,
} from '../../src/proof/term-scopes.ts'
import type { Loose } from '../credential/example-badge.ts'
import { firstVersionBadge, maximalBadge } from '../credential/maximal-badge.ts'

const urls = [...pinnedContexts.keys()]

/** Every scope that two pinned contexts make: at the top, in each class, in each member of a class. */
function scopesOf(list: readonly string[]): TermScope[] {
  const top = scopeAfter(noTerms, list)
  return [...top].flatMap(([type]) => {
    const ofType = scopeOfTypes(top, [type])
    const inner = [...ofType].filter(([, { scoped }]) => scoped)
    return [ofType, ...inner.map(([, term]) => scopeInside(ofType, term))]
  })
}

const isProperty = (term: string) => /^[a-z]/.test(term)

const meaningsTwice = (scope: TermScope): string[] => {
  const meanings = [...scope].filter(([term]) => isProperty(term)).map(([, { meaning }]) => meaning)
  return meanings.filter((meaning, index) => meanings.indexOf(meaning) !== index)
}

describe('in the pinned contexts', () => {
  test('no two properties mean the same, so that no key has a double', () => {
    const pairs = urls.slice(0, 2).flatMap((first) => urls.map((second) => [first, second]))
    expect(pairs.flatMap(scopesOf).flatMap(meaningsTwice)).toEqual([])
  })
})

/** Paths to every node of a document, as steps. */
function nodesOf(value: Loose, steps: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object') return []
  const inner = Object.entries(value).flatMap(([key, item]) => nodesOf(item, [...steps, key]))
  return Array.isArray(value) ? inner : [steps, ...inner]
}

const follow = (document: Loose, steps: readonly string[]): Loose =>
  steps.reduce((node, step) => node[step], document)

const properties = [
  ...new Set(
    urls
      .map((url) => [url])
      .flatMap(scopesOf)
      .flatMap((scope) => [...scope].map(([term]) => term)),
  ),
]
  .filter(isProperty)
  .filter((term) => term !== 'id' && term !== 'type')

describe('a scope', () => {
  test('is not made out whole for the sake of one term: a document may have a thousand of them', () => {
    let looks = 0
    const terms = { one: 'https://one.example/', two: 'https://two.example/' }
    const context = new Proxy(terms, {
      ownKeys: (target) => {
        looks += 1
        return Reflect.ownKeys(target)
      },
    })
    const scope = scopeWith(scopeWith(noTerms, context), context)
    expect(scope.get('two')?.meaning).toBe('https://two.example/')
    expect([scope.has('one'), scope.has('three'), scope.has('constructor')]).toEqual([
      true,
      false,
      false,
    ])
    expect(looks).toBe(0)
  })

  test('gives no meaning to terms that stand for one another in a circle', () => {
    const scope = scopeWith(noTerms, { one: 'two:x', two: 'one:y' })
    expect(scope.get('one')?.meaning).toBe('yx')
  })
})

describe('the scope of a term', () => {
  test.each([
    ['2.0', maximalBadge],
    ['1.1', firstVersionBadge],
  ])('is that of the JSON-LD processor, anywhere in a badge of VC DM %s', async (_, make) => {
    const places = fc.constantFrom(...nodesOf(make()))
    await fc.assert(
      fc.asyncProperty(places, fc.constantFrom(...properties), async (steps, term) => {
        const badge = make()
        const node = follow(badge, steps)
        fc.pre(!Object.hasOwn(node, term))
        node[term] = { id: 'urn:uuid:1', type: 'urn:example:Thing' }
        const isLost = (await findDataLoss(badge))?.reason === 'statement-dropped'
        const isHidden = hiddenTerms(badge).some(({ rule }) => rule === 'term-undefined')
        expect(isHidden).toBe(isLost)
      }),
      { numRuns: 60 },
    )
  })
})

test('mixing types at will does not fill the memory: only so many scopes are remembered', () => {
  const top = scopeAfter(noTerms, urls.slice(0, 3))
  const types = [...top].flatMap(([name, { scoped }]) => (scoped ? [name] : [])).slice(0, 10)
  const mixtures = Array.from({ length: 1_024 }, (_, bits) =>
    types.filter((_type, index) => (bits >> index) & 1),
  )
  const [first, second] = [1, 2].map(() => mixtures.map((mixture) => scopeOfTypes(top, mixture)))
  expect(first?.filter((scope, index) => scope !== second?.[index]).length).toBeGreaterThan(500)
  expect(scopeOfTypes(top, types)).toEqual(scopeOfTypes(top, types))
})
