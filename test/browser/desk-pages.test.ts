import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { hasChromium, openChromium } from './chromium.ts'
import { lookClosely } from './look-closely.ts'
import { isOfDesk, pageNames, servePages } from './served-pages.ts'

// A loaded machine needs minutes for a hundred pages.
jest.setTimeout(300_000)

if (!hasChromium()) test.skip('pages of the desks in a browser', () => {})
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

  describe('pages of the desks, in light, dark and print, at each width', () => {
    lookClosely(pageNames.filter(isOfDesk), () => ({ browser, origin }))
  })
}
