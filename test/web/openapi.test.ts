import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { roles } from '../../src/ledger/tokens.ts'
import type { Content, Description as Described } from '../../src/pages/api/description.ts'
import { sampleOf } from '../../src/pages/api/example.ts'
import { createApp } from '../../src/web/app.ts'
import { statusOf } from '../../src/web/problem.ts'
import { faultsOfDescription } from '../support/openapi-form.ts'
import { routesOf } from '../support/routes.ts'
import { json, openShop, type Shop } from '../support/shop.ts'

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly 'x-who'?: readonly string[]
  readonly security?: readonly Record<string, readonly string[]>[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses?: Readonly<Record<string, unknown>>
  readonly requestBody?: { readonly content: Content }
}

interface Description {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

let shop: Shop
let description: Description
let operations: [string, Operation][]

beforeAll(async () => {
  shop = await openShop()
  description = await json<Description>(await shop.ask('/openapi.json'))
  operations = Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  )
})
afterAll(() => shop.close())

const statuses: Readonly<Record<string, number>> = statusOf

/** Codes that an operation says it refuses with, each with its status. */
const refusalsOf = ({ responses = {} }: Operation) =>
  Object.entries(responses).flatMap(([status, response]) => {
    const { content = {}, description: words = '' } = response as {
      content?: object
      description?: string
    }
    const isRefusal = 'application/problem+json' in content
    return isRefusal ? words.split(', ').map((code) => ({ code, status: Number(status) })) : []
  })

/** Who comes with something else than a token of the API. */
const byOther = ['wallet', 'vc-api', 'connection']

const asked: Readonly<Record<string, string>> = {
  course: 'biblio-mooc',
  run: '1',
  specialization: 'ceco',
}

/** Whether whoever has a token may not call an operation at all. */
async function isRefused(route: string, operation: Operation, token: string) {
  const { parameters = [], requestBody } = operation
  const schema = requestBody?.content['application/json']?.schema ?? {}
  const body = JSON.stringify(sampleOf(schema, description as unknown as Described))
  const [method = '', path = ''] = route.split(' ')
  const query = parameters.filter((each) => each.in === 'query').map(({ name }) => name)
  const pairs = query.flatMap((name) => (asked[name] ? [`${name}=${asked[name]}`] : []))
  const response = await shop.ask(
    `${path.replace('{form}', 'jwt').replaceAll(/\{\w+\}/g, 'x')}?${pairs.join('&')}`,
    {
      method: method.toUpperCase(),
      token,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(/^p/.test(method) ? { body } : {}),
    },
  )
  return response.status === 403
}

describe('/openapi.json', () => {
  test('describes every route there is, and none that is not', () => {
    const app = createApp(shop.service, { onFault: () => undefined, isStopping: () => false })
    // The desk and a learner's own view are for people who have signed in, not for programs.
    const real = routesOf(app).filter(
      (route) => !/^options | \/(?:provider|my|claim|desk)\b/.test(route),
    )
    expect(real.length).toBeGreaterThan(20)
    expect(operations.map(([route]) => route).sort()).toEqual([...new Set(real)].sort())
  })

  test('is OpenAPI 3.1 in its outer form', () => {
    expect(description.openapi).toMatch(/^3\.1\.\d$/)
    expect(description.info).toMatchObject({
      title: expect.any(String),
      version: expect.any(String),
    })
    expect(Object.keys(description.paths).every((path) => path.startsWith('/'))).toBe(true)
  })

  test('says of every operation what it is for and how it answers', () => {
    for (const [route, { summary, responses }] of operations) {
      expect([route, typeof summary]).toEqual([route, 'string'])
      const statuses = Object.keys(responses ?? {})
      expect([route, statuses.every((status) => /^([1-5]\d\d|default)$/.test(status))]).toEqual([
        route,
        true,
      ])
      expect([route, statuses.some((status) => /^2|^30[23]$/.test(status))]).toEqual([route, true])
      for (const response of Object.values(responses ?? {}))
        expect([route, 'description' in Object(response) || '$ref' in Object(response)]).toEqual([
          route,
          true,
        ])
    }
  })

  test('declares exactly the parameters that stand in a path', () => {
    for (const [route, { parameters = [] }] of operations) {
      const inPath = parameters.filter((each) => each.in === 'path').map(({ name }) => name)
      const wanted = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect([route, ...inPath]).toEqual([route, ...wanted])
    }
  })

  test('has every part that it points at', () => {
    const pointers = [...JSON.stringify(description).matchAll(/"\$ref":"#\/([^"]+)"/g)]
    expect(pointers.length).toBeGreaterThan(0)
    for (const [, pointer = ''] of pointers) {
      const found = pointer
        .split('/')
        .reduce<unknown>((part, name) => Object(part)[name], description)
      expect([pointer, typeof found]).toEqual([pointer, 'object'])
    }
  })

  test('asks for a token where the service does, and nowhere else', async () => {
    for (const [route, { security }] of operations) {
      const [method = '', path = ''] = route.split(' ')
      const response = await shop.ask(path.replaceAll(/\{\w+\}/g, 'x'), {
        method: method.toUpperCase(),
        headers: { accept: 'application/json' },
      })
      expect([route, response.status === 401]).toEqual([route, Boolean(security)])
    }
  })

  test('is OpenAPI 3.1 in every part, with nothing that it does not know', () => {
    expect(faultsOfDescription(description)).toEqual([])
  })

  test('says of every operation who may call it and to which part it belongs', () => {
    const { tags } = description as unknown as { tags: { name: string }[] }
    const names = tags.map(({ name }) => name)
    for (const [route, { tags: own = [], 'x-who': who = [], security }] of operations) {
      expect([route, own.length, names.includes(own[0] ?? '')]).toEqual([route, 1, true])
      expect([route, who.length > 0]).toEqual([route, true])
      const isOpen = !security && !who.some((each) => byOther.includes(each))
      expect([route, who.includes('anyone')]).toEqual([route, isOpen])
    }
  })

  test('says truly which roles may call what asks for a token', async () => {
    const tokens = roles.map((role) => ({ role, token: shop.token(role) }))
    const guarded = operations.filter(([, { security, 'x-who': who = [] }]) => {
      return security !== undefined && !who.some((each) => byOther.includes(each))
    })
    const told: string[] = []
    const found: string[] = []
    for (const [route, operation] of guarded) {
      const refusing = await Promise.all(
        tokens.map(({ token }) => isRefused(route, operation, token)),
      )
      const may = tokens.filter((_, at) => refusing[at] === false).map(({ role }) => role)
      found.push(`${route}: ${may.sort().join(', ')}`)
      told.push(
        `${route}: ${[...new Set(['admin', ...(operation['x-who'] ?? [])])].sort().join(', ')}`,
      )
    }
    expect(found).toEqual(told)
  })

  test('says of every operation with which codes it refuses, each under its status', () => {
    for (const [route, operation] of operations) {
      const told = refusalsOf(operation)
      const wrong = told.filter(({ code, status }) => statuses[code] !== status)
      expect([route, ...wrong]).toEqual([route])
      const names = told.map(({ code }) => code)
      const needed = [
        ...(operation.security ? ['unauthorised', 'forbidden'] : []),
        ...(operation.requestBody ? ['too-large'] : []),
      ]
      expect([route, ...needed.filter((code) => !names.includes(code))]).toEqual([route])
      expect([route, 'default' in (operation.responses ?? {}) || names.length > 0]).toEqual([
        route,
        true,
      ])
    }
  })
})
