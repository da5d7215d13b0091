import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createApp } from '../../src/web/app.ts'
import { routesOf } from '../support/routes.ts'
import { json, openShop, type Shop } from '../support/shop.ts'

interface Operation {
  readonly summary?: string
  readonly security?: readonly Record<string, readonly string[]>[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses?: Readonly<Record<string, unknown>>
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
})
