import type { Attack, Family } from './attack.ts'
import { badge, badges, v1, v2 } from './base-documents.ts'

const strange = 'https://contexts.example/badge/v1'
const lookAlike = 'https://www.w3.org/ns/credentials/v2/'

const contextLists: readonly (readonly [string, unknown, Attack['because']])[] = [
  ['with a context nobody has pinned', [v2, badges, strange], ['form-context-not-pinned']],
  ['with only a context nobody has pinned', [v2, strange], ['form-context-not-pinned']],
  ['with a look-alike of the first context', [lookAlike, badges], ['form-term-hidden']],
  ['with the first context over http', [v2.replace('https', 'http'), badges], ['form-term-hidden']],
  ['with the first context in capitals', [v2.toUpperCase(), badges], ['form-term-hidden']],
  ['with a pinned context under a query', [v2, `${badges}?v=2`], ['form-context-not-pinned']],
  ['with a pinned context under a fragment', [v2, `${badges}#`], ['form-context-not-pinned']],
  ['with a context as a data: URL', [v2, 'data:application/json,{}'], ['form-context-not-pinned']],
  ['with a context of a file', [v2, 'file:///etc/passwd'], ['form-context-not-pinned']],
  ['with a relative context', [v2, 'context.json'], ['form-context-not-pinned']],
  ['with the contexts the other way round', [badges, v2], ['form-term-hidden']],
  ['with no context at all', undefined, ['form-term-hidden']],
  ['with an empty list of contexts', [], ['form-term-hidden']],
  ['with a single context as a text', v2, ['form-term-hidden']],
  ['with an object for its contexts', { '@vocab': 'urn:x:' }, ['form-term-hidden']],
  ['with a context twice', [v2, badges, badges], ['form-term-hidden']],
  ['with the contexts of both data models', [v2, v1, badges], ['form-nonconforming']],
  ['with contexts in a list in a list', [[v2, badges]], ['form-term-hidden']],
  [
    'with a context fifty times',
    [v2, ...Array.from({ length: 50 }, () => badges)],
    ['form-term-hidden'],
  ],
  [
    'with a context five hundred times',
    [v2, ...Array.from({ length: 500 }, () => badges)],
    ['form-term-hidden'],
  ],
  [
    'with 1800 contexts',
    [v2, ...Array.from({ length: 1800 }, () => badges)],
    { refused: 'input-too-large' },
  ],
  [
    'with nine hundred inline contexts',
    [v2, badges, ...Array.from({ length: 900 }, (_, at) => ({ [`t${at}`]: `urn:t:${at}` }))],
    { refused: 'input-too-large' },
  ],
  [
    'with three thousand inline contexts',
    [v2, badges, ...Array.from({ length: 3000 }, (_, at) => ({ [`t${at}`]: `urn:t:${at}` }))],
    { refused: 'input-too-large' },
  ],
  ['with a context that is a number', [v2, badges, 1], ['form-term-hidden']],
  [
    'with a context that is a deep object',
    [v2, { a: { '@context': { b: {} } } }],
    ['form-term-hidden'],
  ],
]

/** A signer who makes something of every context. */
const theirs = (context: unknown) =>
  new Map([context].flat(2).map((each) => [String(each), { '@context': {} }]))

/** Contexts decide what is signed: only exact lists of pinned files come through, and none is ever fetched. */
export const contextFamilies: readonly Family[] = [
  {
    of: 'a badge',
    honest: (world) => world.sign(badge()),
    overHttp: true,
    attacks: contextLists.map(([name, context, because]) => ({
      name,
      because,
      unasked: 'contexts.example',
      attacked: async (world) => {
        world.publish(strange, { '@context': { validUntil: 'urn:nothing' } })
        if (JSON.stringify(context ?? '').length < 1_000)
          return world.sign(badge({ '@context': context }), { contexts: theirs(context) })
        // What would take minutes to sign is only to be read: it has the proof of the honest one.
        const signed = (await world.sign(badge())) as Record<string, unknown>
        return { ...signed, '@context': context }
      },
    })),
  },
]
