import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Browser, chromium } from 'playwright-core'
import { everyPage } from '../pages/every-page.ts'

// A loaded machine needs minutes for a hundred pages.
jest.setTimeout(300_000)

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .concat(process.env.CHROMIUM ?? [])
  .find(existsSync)
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
const pages = { en: everyPage('en'), el: everyPage('el') }
const names = Object.keys(pages.en)

/** The pages at `/{language}/{name}`, as a browser gets them: with our policy, and nothing but our style sheet. */
function serve(): Server {
  const stylesheet = readFileSync('assets/style.css')
  return createServer((request, response) => {
    const path = request.url ?? ''
    if (path.startsWith('/assets/style.css')) {
      response.setHeader('content-type', 'text/css').end(stylesheet)
      return
    }
    const [, language, name] = path.split('/')
    const page = pages[language === 'el' ? 'el' : 'en'][name ?? '']
    if (!page) {
      response.writeHead(404).end()
      return
    }
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page.toString())
  })
}

interface Found {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

const runAxe = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, nodes }) =>
    ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`
const openDetails = `document.querySelectorAll('details').forEach((each) => { each.open = true })`
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

if (!executablePath && process.env.CI !== 'true') {
  console.log('Browser tests skipped: no Chromium here; `apt-get install chromium` brings it.')
  test.skip('pages in a browser', () => {})
} else {
  let browser: Browser
  let server: Server
  let origin = ''

  beforeAll(async () => {
    if (!executablePath) throw new Error('No Chromium found, and CI must run the browser tests.')
    browser = await chromium.launch({ executablePath, args })
    server = serve()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
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
      await view.evaluate(openDetails)
      await view.evaluate(axe)
      const violations = await view.evaluate<readonly Found[]>(runAxe)
      found.push(
        ...violations.map(({ id, nodes }) => `${name}: ${id}: ${JSON.stringify(nodes[0])}`),
      )
      const beyond = await view.evaluate<number>(overflow)
      if (beyond > 0) found.push(`${name}: ${beyond} px beyond the right edge`)
    }
    await context.close()
    return found
  }

  describe('every page in a browser', () => {
    test.each([
      ['en', 320, 'light'],
      ['en', 1280, 'dark'],
      ['el', 320, 'dark'],
      ['el', 1280, 'light'],
    ] as const)('meets WCAG 2.2 AA and fits: %s at %i px, %s', async (language, width, scheme) => {
      expect(await complaints(language, width, scheme)).toEqual([])
    })

    test('keeps to our content policy, styles included', async () => {
      const view = await browser.newPage()
      const refused: string[] = []
      view.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) refused.push(message.text())
      })
      for (const name of names) await view.goto(`${origin}/en/${name}`)
      expect(refused).toEqual([])
      const font = await view.evaluate<string>('getComputedStyle(document.body).display')
      expect(font).toBe('flex')
      await view.close()
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
