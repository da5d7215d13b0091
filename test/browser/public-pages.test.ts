import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { type Language, languages } from '../../src/language.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { complaintsAbout, publicNames, servePages } from './served-pages.ts'

// A loaded machine needs minutes for some dozens of pages.
jest.setTimeout(600_000)
const patienceMs = 180_000

const widths = [320, 768, 1280] as const
const looks = ['light', 'dark', 'print'] as const

/** Each language in several ways, and each way in several languages. */
const languageOf = (width: number, look: number): Language =>
  languages[(width * 2 + look) % languages.length] ?? 'en'

const combinations = widths.flatMap((width, row) =>
  looks.map((look, column) => [look, width, languageOf(row, column)] as const),
)

/** Enough to meet every kind of thing that takes the focus. */
const byKeyboard = [
  'credential',
  'credential-revoked',
  'eligibility',
  'home',
  'achievement',
  'specialization',
  'accessibility',
  'not-found',
]

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
    isRinged: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isSeen: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth &&
      (at.contains(middle) || middle?.contains(at)),
  }
})()`

const stops = `[...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((each) => each.checkVisibility() && !each.disabled && each.type !== 'hidden').length`

interface Focus {
  readonly place: number
  readonly words: string
  readonly isRinged: boolean
  readonly isSeen: boolean
}

/** Goes through a page with the tabulator: what is skipped, out of order, hidden or without a ring. */
async function complaintsByKeyboard(view: Page, name: string): Promise<readonly string[]> {
  const found: string[] = []
  const expected = await view.evaluate<number>(stops)
  let before = -1
  for (let stop = 0; stop < expected; stop += 1) {
    await view.keyboard.press('Tab')
    const now = await view.evaluate<Focus | null>(focus)
    if (now === null) return [...found, `${name}: ${stop} of ${expected} can be reached`]
    if (now.place <= before) found.push(`${name}: "${now.words}" is out of order`)
    if (!now.isRinged) found.push(`${name}: "${now.words}" shows no focus`)
    if (!now.isSeen) found.push(`${name}: "${now.words}" is out of sight`)
    before = now.place
  }
  return found
}

if (!hasChromium()) test.skip('public pages in a browser', () => {})
else {
  let browser: Browser
  let server: Server
  let origin = ''

  beforeAll(async () => {
    browser = await openChromium()
    const served = await servePages()
    server = served.server
    origin = served.origin
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  describe('every public page in a browser', () => {
    test.each(combinations)(
      'meets WCAG 2.2 AA and fits: %s at %i px, in %s',
      async (look, width, language) => {
        const colorScheme = look === 'dark' ? 'dark' : 'light'
        const context = await browser.newContext({ bypassCSP: true, colorScheme })
        context.setDefaultTimeout(patienceMs)
        const view = await context.newPage()
        await view.setViewportSize({ width, height: 800 })
        if (look === 'print') await view.emulateMedia({ media: 'print' })
        const found: string[] = []
        for (const name of publicNames) {
          await view.goto(`${origin}/${language}/${name}`)
          found.push(...(await complaintsAbout(view, name)))
        }
        await context.close()
        expect(found).toEqual([])
      },
    )

    test.each([320, 1280])('can be used by keyboard alone at %i px', async (width) => {
      // Without it what takes the focus is still scrolling into sight when it is looked for.
      const reducedMotion = 'reduce' as const
      const view = await browser.newPage({ viewport: { width, height: 640 }, reducedMotion })
      view.setDefaultTimeout(patienceMs)
      const found: string[] = []
      for (const name of byKeyboard) {
        await view.goto(`${origin}/en/${name}`)
        await view.keyboard.press('Tab')
        expect([name, await view.evaluate<string>('document.activeElement.className')]).toEqual([
          name,
          'skip',
        ])
        await view.goto(`${origin}/en/${name}`)
        found.push(...(await complaintsByKeyboard(view, name)))
      }
      await view.close()
      expect(found).toEqual([])
    })

    test('says the same without JavaScript', async () => {
      const [bare, whole] = await Promise.all(
        [false, true].map(async (javaScriptEnabled) => {
          const context = await browser.newContext({ javaScriptEnabled })
          context.setDefaultTimeout(patienceMs)
          return context.newPage()
        }),
      )
      if (!bare || !whole) throw new Error('no pages')
      const isForm = (name: string) => name === 'home' || name.startsWith('verify')
      for (const name of publicNames.filter((each) => !isForm(each))) {
        const [without, with_] = await Promise.all(
          [bare, whole].map(async (view) => {
            await view.goto(`${origin}/en/${name}`)
            return view.locator('body').innerText()
          }),
        )
        expect([name, without]).toEqual([name, with_])
      }
      await bare.context().close()
      await whole.context().close()
    })
  })

  describe('the page of a credential on a telephone', () => {
    const answers = [
      '.verdict-word',
      '.person',
      '.plate h1',
      '.domain',
      '.how-we-know',
      '.imprint time',
    ]
    const lowest = `Math.max(...${JSON.stringify(answers)}.map((each) =>
      document.querySelector(each).getBoundingClientRect().bottom))`

    test.each(languages)(
      'answers all five questions without scrolling, in %s',
      async (language) => {
        const view = await browser.newPage({ viewport: { width: 360, height: 640 } })
        for (const name of ['credential', 'credential-translated', 'credential-long']) {
          await view.goto(`${origin}/${language}/${name}`)
          const bottom = await view.evaluate<number>(lowest)
          expect([name, bottom <= 640 ? 'fits' : bottom]).toEqual([name, 'fits'])
        }
        await view.close()
      },
    )

    test('opens the navigation at a touch, without a script', async () => {
      const view = await browser.newPage({
        viewport: { width: 360, height: 640 },
        javaScriptEnabled: false,
      })
      await view.goto(`${origin}/en/credential`)
      expect(await view.locator('#menu').isVisible()).toBe(false)
      await view.locator('.opener').click()
      expect(await view.locator('#menu a').first().isVisible()).toBe(true)
      await view.close()
    })
  })
}
