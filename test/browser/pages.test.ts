import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { everyPage } from '../pages/every-page.ts'
import { complaintsOf, hasChromium, openChromium } from './chromium.ts'

// A loaded machine needs minutes for a hundred pages.
jest.setTimeout(300_000)

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
const withScript = `${policy}; script-src 'self'; connect-src 'self'`
const pages = { en: everyPage('en'), el: everyPage('el') }
const names = Object.keys(pages.en)

const types = { js: 'text/javascript', css: 'text/css' } as const

function sendAsset(name: string, response: ServerResponse): void {
  const suffix = name.endsWith('.js') ? 'js' : 'css'
  response.setHeader('content-type', types[suffix]).end(readFileSync(`assets/${name}`))
}

/** The pages at `/{language}/{name}`, as a browser gets them: with our policy, our style sheet and our script. */
function serve(): Server {
  return createServer((request, response) => {
    const [, language, name = ''] = (request.url ?? '').replace(/\?.*/, '').split('/')
    if (language === 'assets') return sendAsset(name, response)
    const page = pages[language === 'el' ? 'el' : 'en'][name]
    if (!page) {
      response.writeHead(404).end()
      return
    }
    const hasForm = page.toString().includes('action="/verify"')
    response.setHeader('content-security-policy', hasForm ? withScript : policy)
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

if (!hasChromium()) test.skip('pages in a browser', () => {})
else {
  let browser: Browser
  let server: Server
  let origin = ''

  beforeAll(async () => {
    browser = await openChromium()
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
