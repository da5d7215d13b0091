import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Role, roleNames } from '../../../src/service/access.ts'
import { createApp } from '../../../src/web/app.ts'
import { openOperator } from '../../support/operator.ts'
import { routesOf } from '../../support/routes.ts'
import { openShop, type Shop } from '../../support/shop.ts'

type Visitor = Awaited<ReturnType<typeof openOperator>>

let shop: Shop
let visitors: ReadonlyMap<Role, Visitor>

const inCourses: readonly Role[] = ['issuer', 'reviewer']

/** Whose each part of the desk is, beside administrators: to look at, and to do something in. */
const parts: readonly (readonly [RegExp, { get: readonly Role[]; post: readonly Role[] }])[] = [
  [/^\/desk(?:\/password)?$/, { get: roleNames, post: roleNames }],
  [/^\/desk\/(?:accounts|tokens|audit|audit\.jsonl|safety)(?:\/|$)/, { get: [], post: [] }],
  [/^\/desk\/catalogue(?:\/|$)/, { get: inCourses, post: inCourses }],
  [/^\/desk\/acts\/\{\w+\}\/(?:approve|refuse)$/, { get: inCourses, post: inCourses }],
  [/^\/desk\/corrections(?:[/.]|$)/, { get: inCourses, post: inCourses }],
  [
    /^\/desk\/(?:imports|batches|find|learners|credentials|acts|statistics)(?:[/.]|$)/,
    { get: inCourses, post: ['issuer'] },
  ],
  [/^\/desk\/issuers(?:[/.]|$)/, { get: inCourses, post: [] }],
  [/^\/desk\/(?:connections|webhooks)(?:[/.]|$)/, { get: ['issuer'], post: ['issuer'] }],
]

// The way in and out is for everybody.
const isWayIn = (path: string) => /^\/desk\/sign-(?:in|out)(?:\/|$)/.test(path)

const rowOf = (path: string) => parts.find(([paths]) => paths.test(path))?.[1]

let routes: (readonly [method: string, path: string])[]

beforeAll(async () => {
  shop = await openShop()
  const made = await Promise.all(
    roleNames.map(async (role) => [role, await openOperator(shop, role)] as const),
  )
  visitors = new Map(made)
  const app = createApp(shop.service, { onFault: () => undefined, isStopping: () => false })
  routes = [...new Set(routesOf(app))]
    .map((route) => route.split(' ') as unknown as readonly [string, string])
    .filter(([, path]) => path.startsWith('/desk') && !isWayIn(path))
})
afterAll(() => shop.close())

const call = (visitor: Visitor, method: string, path: string) => {
  const address = path.replace(/\{\w+\}/g, 'x')
  return method === 'get' ? visitor.get(address) : visitor.post(address)
}

describe('the desk', () => {
  test('has a row in this table for each of its addresses', () => {
    expect(routes.length).toBeGreaterThan(10)
    expect(routes.filter(([, path]) => !rowOf(path))).toEqual([])
    expect(routes.filter(([method]) => !['get', 'post'].includes(method))).toEqual([])
  })

  test.each(roleNames)('lets a role %s in where it may, and nowhere else', async (role) => {
    const visitor = visitors.get(role) as Visitor
    const wrong: string[] = []
    for (const [method, path] of routes) {
      const allowed = rowOf(path)?.[method as 'get' | 'post'] ?? []
      const isAllowed = role === 'admin' || allowed.includes(role)
      const { status } = await call(visitor, method, path)
      const isIn = status !== 401 && status !== 403
      if (isIn !== isAllowed) wrong.push(`${method} ${path}: ${status}`)
    }
    expect(wrong).toEqual([])
  })

  test('lets nobody in who is not signed in', async () => {
    for (const [method, path] of routes) {
      if (path === '/desk') continue
      const address = path.replace(/\{\w+\}/g, 'x')
      const { status } = await shop.ask(address, { method: method.toUpperCase() })
      expect([method, path, status]).toEqual([method, path, 401])
    }
  })
})
