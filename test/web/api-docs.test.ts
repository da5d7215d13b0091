import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { faultsOfDescription } from '../support/openapi-form.ts'
import { json, openShop, type Shop } from '../support/shop.ts'

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { summary: string }>>>>
  readonly tags: readonly { readonly name: string }[]
}

let shop: Shop
let description: Description
beforeAll(async () => {
  shop = await openShop()
  description = await json<Description>(await shop.ask('/openapi.json'))
})
afterAll(() => shop.close())

const page = async (query = '') => {
  const response = await shop.ask(`/docs${query}`, { headers: { accept: 'text/html' } })
  expect(response.headers.get('content-type')).toContain('text/html')
  return response.text()
}
const anchors = (text: string) => [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)

describe('/docs', () => {
  test('tells of every operation of the description, once', async () => {
    const text = await page()
    const shown = [...text.matchAll(/<h3><a href="#[^"]+"><code>([^<]+)<\/code>/g)].map(
      ([, name]) => name,
    )
    const told = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(shown.sort()).toEqual(told.sort())
  })

  test('leads to every place that it names, and has no place twice', async () => {
    const text = await page()
    const ids = anchors(text)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
    expect(targets.length).toBeGreaterThan(150)
  })

  test('has of an operation who may call it, its body, answers, refusals and a call to copy', async () => {
    const text = await page('?group=issuing')
    const [, section = ''] = text.split('id="post-api-credentials-id-revoke"')
    const [own = ''] = section.split('</section>')
    const { apiDocs } = messagesFor('en')
    for (const word of [
      apiDocs.who,
      apiDocs.body,
      apiDocs.answers,
      apiDocs.refusals,
      apiDocs.example,
    ])
      expect(own).toContain(`<h4>${word}</h4>`)
    expect(own).toContain(apiDocs.callers.issuer)
    expect(own).toContain('<code>reason</code> <span class="note">string</span> <em>required</em>')
    expect(own).toContain('<a href="/problems/already-revoked">')
    expect(own).toContain('curl -X POST')
    expect(own).toContain('Authorization: Bearer $TOKEN')
    expect(own).toContain('{&quot;reason&quot;:&quot;issued to the wrong person&quot;}')
  })

  test('shows one part alone where that is asked for, and nothing at another name', async () => {
    const text = await page('?group=webhooks')
    expect(text).toContain('id="post-api-webhooks"')
    expect(text).not.toContain('id="post-api-verify"')
    expect(text).toMatch(/href="\/docs\?group=webhooks"[^>]* aria-current="true"/)
    expect((await shop.ask('/docs?group=nothing')).status).toBe(404)
  })

  test.each(languages)('has its frame in %s, and marks what is in English', async (language) => {
    const text = await page(`?lang=${language}`)
    const { apiDocs } = messagesFor(language)
    expect(text).toContain(`<h1>${apiDocs.title}</h1>`)
    expect(text).toContain(apiDocs.callers.provider)
    expect(text).toContain('<p lang="en">Revoke a credential for good</p>')
  })

  test('is led to from the first page', async () => {
    const home = await shop.ask('/', { headers: { accept: 'text/html' } })
    expect(await home.text()).toContain('<a href="/docs">')
  })
})

describe('a description', () => {
  const without = (change: (copy: Record<string, never>) => void) => {
    const copy = structuredClone(description) as unknown as Record<string, never>
    change(copy)
    return faultsOfDescription(copy)
  }
  const at = (copy: object, ...path: string[]) =>
    path.reduce<Record<string, unknown>>(
      (part, name) => part[name] as Record<string, unknown>,
      copy as Record<string, unknown>,
    )
  const operation = (copy: object) => at(copy, 'paths', '/api/webhooks', 'post')

  test.each<[string, (copy: object) => void]>([
    ['no version', (copy) => delete at(copy).openapi],
    ['no title', (copy) => delete at(copy, 'info').title],
    ['a path without its slash', (copy) => (at(copy, 'paths').x = {})],
    ['a method that is none', (copy) => (at(copy, 'paths', '/docs').fetch = operation(copy))],
    ['no summary', (copy) => delete operation(copy).summary],
    ['an unknown member', (copy) => (operation(copy).sumary = 'x')],
    [
      'a type of OpenAPI 3.0',
      (copy) => (at(copy, 'components', 'schemas', 'Problem').nullable = true),
    ],
    [
      'a status that is none',
      (copy) => (at(operation(copy), 'responses')['2'] = { description: 'x' }),
    ],
    ['an answer without words', (copy) => (at(operation(copy), 'responses')['201'] = {})],
    ['a body without content', (copy) => (operation(copy).requestBody = { required: true })],
    [
      'a parameter twice',
      (copy) => {
        const each = { name: 'a', in: 'query', schema: {} }
        operation(copy).parameters = [each, each]
      },
    ],
    [
      'one of the path that may be left out',
      (copy) => {
        operation(copy).parameters = [{ name: 'a', in: 'path', schema: {} }]
      },
    ],
    [
      'a reference outside',
      (copy) => (at(operation(copy), 'responses').default = { $ref: 'https://x/' }),
    ],
  ])('with %s is not OpenAPI 3.1', (_, change) => {
    expect(faultsOfDescription(description)).toEqual([])
    expect(without(change)).not.toEqual([])
  })
})
