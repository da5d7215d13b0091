import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { languages } from '../../src/language.ts'
import { hasChromium, openChromium } from './chromium.ts'
import { servePages } from './served-pages.ts'

const viewport = { width: 360, height: 640 }

if (!hasChromium()) test.skip('the page of a credential on a telephone', () => {})
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

  describe('the page of a credential on a telephone', () => {
    // Does it count, who, what, from whom and how we know, when.
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
        const view = await browser.newPage({ viewport })
        for (const name of ['credential', 'credential-translated', 'credential-long']) {
          await view.goto(`${origin}/${language}/${name}`)
          const bottom = await view.evaluate<number>(lowest)
          expect([name, bottom <= viewport.height ? 'fits' : bottom]).toEqual([name, 'fits'])
        }
        await view.close()
      },
    )

    test('opens the navigation at a touch, without a script', async () => {
      const view = await browser.newPage({ viewport, javaScriptEnabled: false })
      await view.goto(`${origin}/en/credential`)
      expect(await view.locator('#menu').isVisible()).toBe(false)
      await view.locator('.opener').click()
      expect(await view.locator('#menu a').first().isVisible()).toBe(true)
      await view.close()
    })
  })
}
