import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { course, csvOf, drafter, people } from '../support/drafting.ts'
import { adminToken, openShop, type Shop } from '../support/shop.ts'

let shop: Shop
let cookie: string
beforeAll(async () => {
  shop = await openShop()
  const answer = await shop.ask('/desk/sign-in', {
    method: 'POST',
    body: new URLSearchParams({ token: adminToken }),
  })
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
})
afterAll(async () => {
  expect(shop.faults).toEqual([])
  await shop.close()
})

const ask = (path: string, init: RequestInit = {}) =>
  shop.ask(path, { ...init, headers: { cookie } })
const page = async (path: string) => (await ask(path)).text()
const tokenIn = (text: string) => {
  const field = /<input[^>]*type="hidden"[^>]*>/.exec(text)?.[0] ?? ''
  return [
    /name="([^"]+)"/.exec(field)?.[1] ?? '',
    /value="([^"]+)"/.exec(field)?.[1] ?? '',
  ] as const
}

test('an import is handed in, looked at, issued and undone at the desk, without a script', async () => {
  const token = tokenIn(await page('/desk/imports'))
  const form = new FormData()
  form.append(...token)
  form.append('course', course)
  form.append('run', 'desk')
  form.append('file', new File([csvOf(people(2))], 'spring.csv'))
  const made = await ask('/desk/imports', { method: 'POST', body: form })
  expect(made.status).toBe(303)
  const draft = made.headers.get('location') ?? ''
  const looked = await page(draft)
  expect(looked).toContain('Issue 2 credentials')
  expect(looked).toContain('Learner l0')
  const send = (path: string, fields: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams({ [token[0]]: token[1], ...fields }) })
  expect(await (await send(`${draft}/issue`, { expected: '3' })).text()).toContain(
    'another number of credentials',
  )
  await send(`${draft}/issue`, { expected: '2' })
  const batch = (await ask(draft)).headers.get('location') ?? ''
  const id = batch.split('/').at(-1) ?? ''
  await drafter(shop).until(id, 'done')
  expect(await page(batch)).toContain('Undo all of it')
  expect((await send(`${batch}/undo`)).status).toBe(303)
  await drafter(shop).until(id, 'undone')
  expect(await page(batch)).toContain('undone')
  expect(await page(`${batch}/result.csv`)).toContain('undone')
  expect((await ask(`${batch}/pause`, { method: 'POST' })).status).toBeGreaterThanOrEqual(400)
}, 90_000)
