import type { Server } from 'node:http'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { hasChromium, openChromium } from './chromium.ts'
import { pageNames, servePages } from './served-pages.ts'

jest.setTimeout(300_000)

/** Where the focus is: its place in the document, and whether it can be seen. */
const focus = `(() => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const { top, left, right, bottom, width, height } = at.getBoundingClientRect()
  const middle = document.elementFromPoint(
    Math.min(Math.max(left + width / 2, 0), innerWidth - 1),
    Math.min(Math.max(top + Math.min(height, 20) / 2, 0), innerHeight - 1))
  return {
    place: [...document.querySelectorAll('*')].indexOf(at),
    words: (at.textContent || at.id || at.tagName).trim().slice(0, 40),
    hasParts: at.type === 'date',
    isRinged: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isSeen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth &&
      (at.contains(middle) || middle?.contains(at)),
  }
})()`

/** How many stops there are; of radio buttons that belong together one. */
const stops = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((each) => each.checkVisibility() && !each.disabled && each.type !== 'hidden')
  const isRadio = (each) => each.type === 'radio'
  const groups = new Set(all.filter(isRadio).map(({ name, form }) => [...document.forms].indexOf(form) + name))
  return all.filter((each) => !isRadio(each)).length + groups.size
})()`

interface Focus {
  readonly place: number
  readonly words: string
  /** Day, month and year of a date are stops of their own within it. */
  readonly hasParts: boolean
  readonly isRinged: boolean
  readonly isSeen: boolean
}

/** What is wrong with a stop after the one at `before`: hidden, without a ring, out of order. */
function wrongsOf({ place, words, isRinged, isSeen }: Focus, before: number): readonly string[] {
  return [
    ...(place > before ? [] : [`"${words}" is out of order`]),
    ...(isRinged ? [] : [`"${words}" shows no focus`]),
    ...(isSeen ? [] : [`"${words}" is out of sight`]),
  ]
}

/** Goes through a page with the tabulator: nothing is skipped, and nothing is wrong with where it stops. */
async function complaintsByKeyboard(view: Page): Promise<readonly string[]> {
  const found: string[] = []
  const expected = await view.evaluate<number>(stops)
  let before = -1
  for (let stop = 0; stop < expected; ) {
    await view.keyboard.press('Tab')
    const now = await view.evaluate<Focus | null>(focus)
    if (now === null) return [...found, `${stop} of ${expected} can be reached`]
    if (now.place === before && now.hasParts) continue
    found.push(...wrongsOf(now, before))
    stop += 1
    before = now.place
  }
  return found
}

if (!hasChromium()) test.skip('pages by keyboard', () => {})
else {
  let browser: Browser
  let server: Server
  let origin = ''
  const views = new Map<number, Page>()

  beforeAll(async () => {
    browser = await openChromium()
    const served = await servePages()
    server = served.server
    origin = served.origin
    // With motion what takes the focus is still scrolling into sight when it is looked for.
    for (const width of [320, 1280])
      views.set(
        width,
        await browser.newPage({ viewport: { width, height: 640 }, reducedMotion: 'reduce' }),
      )
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  // The pages of long lists of codes have hundreds of links, each like the one before.
  const names = pageNames.filter((name) => !/^problems-(?!warnings)/.test(name))

  test.each(names)('%s can be used by keyboard alone', async (name) => {
    for (const [width, view] of views) {
      await view.goto(`${origin}/en/${name}`)
      expect([width, await complaintsByKeyboard(view)]).toEqual([width, []])
    }
  })

  test('the first stop of every page skips to its content', async () => {
    const view = views.get(320)
    if (!view) throw new Error('no page')
    for (const name of pageNames) {
      await view.goto(`${origin}/en/${name}`)
      await view.keyboard.press('Tab')
      const first = await view.evaluate<string>('document.activeElement.className')
      expect([name, first]).toEqual([name, 'skip'])
      await view.keyboard.press('Enter')
      await view.waitForURL(/#content$/)
    }
  })
}
