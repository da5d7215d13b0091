import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { complaintsOf, hasChromium, openChromium } from './chromium.ts'
import { complaintsAbout, pageNames as names, servePages } from './served-pages.ts'

// A loaded machine needs minutes for a hundred pages.
jest.setTimeout(300_000)

if (!hasChromium()) test.skip('pages in a browser', () => {})
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

  /** What is wrong with every page at one width, in one colour scheme: nothing, we hope. */
  async function complaints(
    language: 'en' | 'el',
    width: number,
    colorScheme: 'light' | 'dark',
  ): Promise<readonly string[]> {
    const context = await browser.newContext({ bypassCSP: true, colorScheme })
    const view = await context.newPage()
    await view.setViewportSize({ width, height: 800 })
    const found: string[] = []
    for (const name of names) {
      await view.goto(`${origin}/${language}/${name}`)
      found.push(...(await complaintsAbout(view, name)))
    }
    await context.close()
    return found
  }

  describe('pages in a browser', () => {
    test.each([
      ['en', 320, 'light'],
      ['en', 1280, 'dark'],
      ['el', 320, 'dark'],
      ['el', 1280, 'light'],
    ] as const)('meets WCAG 2.2 AA and fits: %s at %i px, %s', async (language, width, scheme) => {
      expect(await complaints(language, width, scheme)).toEqual([])
    })

    test('keeps to our content policy, complains of nothing, and asks no other host', async () => {
      const view = await browser.newPage()
      const complaints = complaintsOf(view, origin)
      for (const name of names) await view.goto(`${origin}/en/${name}`)
      expect(complaints).toEqual([])
      const font = await view.evaluate<string>('getComputedStyle(document.body).display')
      expect(font).toBe('flex')
      await view.close()
    })

    test('says its verdict in shapes as well, where the system chooses all colours', async () => {
      const context = await browser.newContext({ forcedColors: 'active' })
      const view = await context.newPage()
      for (const name of names.filter((each) => each.startsWith('report-'))) {
        await view.goto(`${origin}/en/${name}`)
        const fill = `(() => {
          const shape = document.querySelector('.verdict .icon').firstElementChild
          const { fill, stroke } = getComputedStyle(shape)
          return shape.classList.contains('fill') ? fill : stroke
        })()`
        const ground = 'getComputedStyle(document.body).backgroundColor'
        expect([name, await view.evaluate<string>(fill)]).not.toEqual([
          name,
          await view.evaluate<string>(ground),
        ])
        expect(await view.evaluate<string>(fill)).toMatch(/^rgb\(/)
      }
      await context.close()
    })

    test('can be used by keyboard: the first stop skips to the content', async () => {
      const view = await browser.newPage()
      await view.goto(`${origin}/en/verify`)
      await view.keyboard.press('Tab')
      expect(await view.evaluate<string>('document.activeElement.className')).toBe('skip')
      await view.keyboard.press('Enter')
      expect(view.url()).toMatch(/#content$/)
      await view.close()
    })

    test('on paper a report tells everything that was found, and when, and where', async () => {
      const view = await browser.newPage()
      for (const name of ['report-valid', 'report-edited', 'report-several']) {
        await view.goto(`${origin}/en/${name}`)
        await view.emulateMedia({ media: 'print' })
        const seen = (selector: string) => view.locator(selector).first().isVisible()
        expect([name, await seen('.verdict-word')]).toEqual([name, true])
        expect([name, await seen('.findings .code')]).toEqual([name, true])
        expect([name, await seen('.moment')]).toEqual([name, true])
        expect([name, await seen('.paper')]).toEqual([name, true])
        expect([name, await seen('.elsewhere')]).toEqual([name, false])
        expect([name, await seen('.button')]).toEqual([name, false])
        await view.emulateMedia({ media: 'screen' })
      }
      await view.close()
    })

    test('on paper shows the address and the QR code, and no controls', async () => {
      const view = await browser.newPage()
      await view.goto(`${origin}/en/credential`)
      await view.emulateMedia({ media: 'print' })
      expect(await view.locator('.paper img').isVisible()).toBe(true)
      expect(await view.locator('.masthead nav').first().isVisible()).toBe(false)
      expect(await view.locator('.button').first().isVisible()).toBe(false)
      await view.close()
    })
  })
}
