import { describe, expect, test } from '@jest/globals'
import { budgeted } from '../../src/checking/outside/budgeted-fetch.ts'
import { type CacheSettings, cachedFetch } from '../../src/checking/outside/fetch-cache.ts'
import type { FetchDocument, Fetched } from '../../src/checking/outside/fetched.ts'

const url = new URL('https://issuer.example/list')
const second = 1_000

/** A fetch that counts, with a clock that is set by hand. */
function openCache(answer: Partial<Fetched> | Error = {}, settings: CacheSettings = {}) {
  const state = { now: 0, answer, asked: [] as string[] }
  const outside: FetchDocument = async (asked) => {
    state.asked.push(asked.href)
    if (state.answer instanceof Error) throw state.answer
    const body = Buffer.from(`answer ${state.asked.length}`)
    return { contentType: 'application/json', body, ...state.answer }
  }
  const fetch = cachedFetch(outside, { clock: () => state.now, ...settings })
  return { state, fetch }
}

const textOf = ({ body }: Fetched) => Buffer.from(body).toString()

describe('what was fetched', () => {
  test.each([
    ['five minutes where nothing is said', undefined, 300],
    ['as long as its owner says', 120, 120],
    ['half a minute at least', 1, 30],
    ['an hour at the most', 86_400, 3_600],
  ])('is kept %s', async (_what, maxAgeSeconds, seconds) => {
    const { state, fetch } = openCache(maxAgeSeconds === undefined ? {} : { maxAgeSeconds })
    await fetch(url)
    state.now = seconds * second - 1
    expect(await fetch(url)).toMatchObject({ ageMs: state.now })
    expect(state.asked).toHaveLength(1)
    state.now = seconds * second
    expect(textOf(await fetch(url))).toBe('answer 2')
  })
  test('is not kept where its owner forbids it', async () => {
    const { state, fetch } = openCache({ maxAgeSeconds: 0 })
    await fetch(url)
    await fetch(url)
    expect(state.asked).toHaveLength(2)
  })
  test('is not kept beyond 1 MiB', async () => {
    const { state, fetch } = openCache({ body: Buffer.alloc(1024 * 1024 + 1) })
    await fetch(url, { maxBytes: 10_000_000 })
    await fetch(url, { maxBytes: 10_000_000 })
    expect(state.asked).toHaveLength(2)
  })
  test('is kept by address, without regard to the part of the document that is meant', async () => {
    const { state, fetch } = openCache()
    await fetch(new URL('#one', url))
    await fetch(new URL('#two', url))
    await fetch(new URL('?two', url))
    expect(state.asked).toHaveLength(2)
  })
  test('is had anew for whoever needs it newer', async () => {
    const { state, fetch } = openCache()
    await fetch(url)
    state.now = 10 * second
    expect(textOf(await fetch(url, { maxAgeMs: 10 * second }))).toBe('answer 1')
    expect(textOf(await fetch(url, { maxAgeMs: 10 * second - 1 }))).toBe('answer 2')
    expect(textOf(await fetch(url))).toBe('answer 2')
  })
  test('is never served past its time, even when it cannot be had anew', async () => {
    const { state, fetch } = openCache()
    await fetch(url)
    state.answer = new Error('down')
    state.now = 299 * second
    await fetch(url)
    state.now = 300 * second
    await expect(fetch(url)).rejects.toThrow('down')
  })
  test('makes room for what came later, the one unused for longest first', async () => {
    const { state, fetch } = openCache({}, { maxEntries: 2 })
    const [a, b, c] = ['a', 'b', 'c'].map((path) => new URL(path, url)) as [URL, URL, URL]
    await fetch(a)
    await fetch(b)
    await fetch(a)
    await fetch(c)
    await fetch(a)
    expect(state.asked).toHaveLength(3)
    await fetch(b)
    expect(state.asked).toHaveLength(4)
  })
  test('takes no more than its bytes', async () => {
    const { state, fetch } = openCache({ body: Buffer.alloc(1_000_000) }, { maxBytes: 3_100_000 })
    const urls = Array.from({ length: 4 }, (_, at) => new URL(`${at}`, url))
    for (const each of urls) await fetch(each)
    for (const each of urls.slice(1)) await fetch(each)
    expect(state.asked).toHaveLength(4)
    await fetch(new URL('0', url))
    expect(state.asked).toHaveLength(5)
  })
})

describe('a failure', () => {
  test('is kept for 15 seconds', async () => {
    const { state, fetch } = openCache(new Error('down'))
    await expect(fetch(url)).rejects.toThrow('down')
    state.answer = {}
    state.now = 15 * second - 1
    await expect(fetch(url)).rejects.toThrow('down')
    expect(state.asked).toHaveLength(1)
    state.now = 15 * second
    expect(textOf(await fetch(url))).toBe('answer 2')
  })
  test('to have it newer takes the older one away', async () => {
    const { state, fetch } = openCache()
    await fetch(url)
    state.answer = new Error('down')
    state.now = second
    await expect(fetch(url, { maxAgeMs: 0 })).rejects.toThrow('down')
    await expect(fetch(url)).rejects.toThrow('down')
    expect(state.asked).toHaveLength(2)
  })
})

describe('many who ask at once', () => {
  test('share one request, and its failure', async () => {
    const { state, fetch } = openCache()
    const all = await Promise.all(Array.from({ length: 200 }, () => fetch(url)))
    expect(new Set(all.map(textOf))).toEqual(new Set(['answer 1']))
    expect(state.asked).toHaveLength(1)
    const failing = openCache(new Error('down'))
    const none = await Promise.allSettled(Array.from({ length: 200 }, () => failing.fetch(url)))
    expect(none.every(({ status }) => status === 'rejected')).toBe(true)
    expect(failing.state.asked).toHaveLength(1)
  })
  test('share a request also where nothing may be kept', async () => {
    const { state, fetch } = openCache({ maxAgeSeconds: 0 })
    await Promise.all([fetch(url), fetch(url)])
    expect(state.asked).toHaveLength(1)
  })
})

describe('the budget of one credential', () => {
  const outside = () => {
    const asked: string[] = []
    const fetch: FetchDocument = async ({ pathname }) => {
      asked.push(pathname)
      if (pathname === '/none') throw new Error('down')
      return { contentType: '', body: Buffer.from(pathname) }
    }
    return { asked, fetch: budgeted(fetch, 4) }
  }
  const at = (path: string) => new URL(path, url)

  test('is four documents', async () => {
    const { asked, fetch } = outside()
    for (const path of ['a', 'b', 'c', 'd']) await fetch(at(path))
    await expect(fetch(at('e'))).rejects.toThrow('over 4 requests')
    expect(asked).toHaveLength(4)
  })
  test('is spent at once by many at once', async () => {
    const { asked, fetch } = outside()
    const all = await Promise.allSettled([...'abcdefgh'].map((path) => fetch(at(path))))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect(asked).toHaveLength(4)
  })
  test('is not spent on what was had, or was not to be had, before', async () => {
    const { asked, fetch } = outside()
    for (const path of ['a', 'a#part', 'a']) await fetch(at(path))
    await expect(fetch(at('none'))).rejects.toThrow('down')
    await expect(fetch(at('none'))).rejects.toThrow('down')
    expect(asked).toEqual(['/a', '/none'])
  })
  test('is over when whoever was asked has taken too long', async () => {
    let isOver = false
    const fetch = budgeted(outside().fetch, 4, () => isOver)
    await fetch(at('a'))
    isOver = true
    await expect(fetch(at('b'))).rejects.toThrow('too long')
    expect(await fetch(at('a'))).toBeDefined()
  })
  test('is spent on having it newer', async () => {
    const { asked, fetch } = outside()
    for (let times = 0; times < 4; times += 1) await fetch(at('a'), { maxAgeMs: 0 })
    await expect(fetch(at('a'), { maxAgeMs: 0 })).rejects.toThrow('over 4 requests')
    expect(await fetch(at('a'))).toBeDefined()
    expect(asked).toHaveLength(4)
  })
})
