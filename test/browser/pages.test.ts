import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { complaintsOf, hasChromium, openChromium } from './chromium.ts'
import { lookClosely } from './look-closely.ts'
import { isOfDesk, pageNames as names, servePages } from './served-pages.ts'

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

  describe('pages for everybody, in light, dark and print, at each width', () => {
    lookClosely(
      names.filter((name) => !isOfDesk(name)),
      () => ({ browser, origin }),
    )
  })

  describe('pages in a browser', () => {
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

    test('says the same without JavaScript', async () => {
      const [bare, whole] = await Promise.all(
        [false, true].map(async (javaScriptEnabled) =>
          (await browser.newContext({ javaScriptEnabled })).newPage(),
        ),
      )
      if (!bare || !whole) throw new Error('no pages')
      // The form to check says that a file can be dropped or the camera used only where a script takes them.
      const isForm = (name: string) => name === 'home' || name.startsWith('verify')
      for (const name of names.filter((each) => !isForm(each))) {
        const [without, within] = await Promise.all(
          [bare, whole].map(async (view) => {
            await view.goto(`${origin}/en/${name}`)
            return view.innerText('body')
          }),
        )
        expect([name, without]).toEqual([name, within])
      }
      await bare.context().close()
      await whole.context().close()
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
