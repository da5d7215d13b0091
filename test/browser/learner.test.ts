import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { newSessionSecret } from '../../src/ledger/sessions.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'
import { complaintsOf, hasChromium, openChromium } from './chromium.ts'
import { beyondEdge, complaintsAbout, looks, openPage, turn } from './served-pages.ts'

jest.setTimeout(300_000)

const widths = [320, 768, 1280] as const

if (!hasChromium()) test.skip('the pages of a learner in a browser', () => {})
else {
  let browser: Browser
  let shop: Shop
  let record: IssuedRecord
  let claim = ''
  let reported = ''
  let share = ''

  beforeAll(async () => {
    browser = await openChromium()
    shop = await openShop({ env: { CALLS_PER_MINUTE: '10000', PUBLIC_URL: 'http://127.0.0.1:1' } })
    record = await issueOne(shop.service, {
      name: 'Μαρία Παπαδοπούλου',
      results: [{ kind: 'score', percent: 87 }],
    })
    const { holders, corrections } = shop.service
    const shows = { name: 'initials', results: true, hours: true } as const
    share = holders.share(record.learner, record.id, { shows, end: 'week', day: '' })
    for (const end of ['day', 'year'])
      holders.share(record.learner, record.id, { shows, end, day: '' })
    const other = await issueOne(shop.service, { key: 'email:other@example.org', name: 'Other' })
    const area = await issueOne(shop.service, { achievement: 'area-information', results: [] })
    reported = area.id
    corrections.ask(reported, { name: 'Another', note: 'Line one\nLine two' })
    const { claims } = shop.service.mail
    claim = new URL(claims.urlOf(claims.makeNew(other.learner).id)).pathname
  })

  afterAll(async () => {
    await browser?.close()
    await shop?.close()
  })

  /** A browser of somebody who is signed in. */
  async function enter(
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ context: BrowserContext; view: Page }> {
    const context = await browser.newContext(options)
    const secret = newSessionSecret()
    shop.service.holders.signIn(record.learner, secret)
    await context.addCookies([{ name: 'holder', value: secret, url: shop.base }])
    return { context, view: await context.newPage() }
  }

  const paths = () => [
    '/claim',
    claim,
    '/claim/nobody',
    '/my',
    `/my/${record.id}`,
    `/my/${record.id}?done=reported`,
    `/my/${reported}`,
    `/my/${record.id}/erase`,
    '/my/erase',
    `/s/${share}`,
    '/s/00000000000000000000000000',
  ]

  describe('the pages of a learner in a browser', () => {
    test('meet WCAG 2.2 AA and fit: light, dark and printed, at every width', async () => {
      const { context, view } = await enter({ bypassCSP: true, locale: 'el' })
      const found: string[] = []
      for (const path of paths()) {
        await openPage(view, `${shop.base}${path}`)
        for (const look of looks) {
          for (const width of widths) {
            await turn(view, look, width)
            found.push(...(await beyondEdge(view)).map((each) => `${path} ${width}: ${each}`))
          }
          found.push(...(await complaintsAbout(view)).map((each) => `${path} ${look}: ${each}`))
        }
      }
      expect(found).toEqual([])
      await context.close()
    })

    test('give a name the width of a telephone, not a letter a line', async () => {
      const { context, view } = await enter({ viewport: { width: 320, height: 800 } })
      await view.goto(`${shop.base}/my/${record.id}`)
      const box = await view.locator('.plate .person').boundingBox()
      expect(box?.width).toBeGreaterThan(150)
      await context.close()
    })

    test('have the words of a tick beside it', async () => {
      const { context, view } = await enter({ viewport: { width: 320, height: 800 } })
      await view.goto(`${shop.base}/my/erase`)
      const box = await view.locator('#sure').boundingBox()
      const words = await view.locator('label[for=sure]').boundingBox()
      expect(words?.x).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0))
      await context.close()
    })

    test('on paper show what they are about, and no controls', async () => {
      const { context, view } = await enter()
      await view.emulateMedia({ media: 'print' })
      for (const path of paths()) {
        await view.goto(`${shop.base}${path}`)
        expect([path, await view.locator('h1, .verdict-word').first().isVisible()]).toEqual([
          path,
          true,
        ])
        const controls = view.locator('button:visible, input:visible, select:visible')
        expect([path, await controls.count()]).toEqual([path, 0])
      }
      await context.close()
    })

    test('are used without scripts: in by the link, a link with an end made and withdrawn, a mistake told', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const view = await context.newPage()
      const complaints = complaintsOf(view, shop.base)
      await view.goto(`${shop.base}${claim}`)
      await view.locator('main form button').click()
      expect(new URL(view.url()).pathname).toBe('/my')
      await view.locator('.wall a[href^="/my/"]').first().click()
      await view.locator('#name-initials').check()
      await view.locator('#shares form.settle button').click()
      expect(view.url()).toMatch(/\?done=shared#shares$/)
      expect(await view.locator('#shares .said').isVisible()).toBe(true)
      await view.locator('#shares .gaps button').first().click()
      expect(view.url()).toMatch(/\?done=withdrawn#shares$/)
      expect(await view.locator('#shares .gaps').count()).toBe(0)
      await view.locator('#private').check()
      await view.locator('#visibility button').click()
      expect(view.url()).toMatch(/\?done=visibility#visibility$/)
      await view.locator('#right-name').fill('Another')
      await view.locator('#mistake button').click()
      expect(view.url()).toMatch(/\?done=reported#mistake$/)
      expect(await view.locator('#mistake .said').isVisible()).toBe(true)
      expect(complaints).toEqual([])
      await context.close()
    })

    test('are used by keyboard alone: every control is reached, seen, and erasing asks for its tick', async () => {
      const { context, view } = await enter()
      await view.goto(`${shop.base}/my/${record.id}`)
      const focused = `(() => {
        const at = document.activeElement
        const { outlineStyle, outlineWidth } = getComputedStyle(at)
        if (!at.closest('main') || at.type === 'radio') return undefined
        return { key: at.outerHTML, isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' }
      })()`
      const reached = new Map<string, boolean>()
      const different = await view.evaluate<number>(
        `new Set([...document.querySelectorAll('main button, main input:not([type=hidden], [type=radio]), main select, main textarea, main a')].map((each) => each.outerHTML)).size`,
      )
      for (let at = 0; at < different + 40; at += 1) {
        await view.keyboard.press('Tab')
        const stop = await view.evaluate<{ key: string; isSeen: boolean } | undefined>(focused)
        if (stop) reached.set(stop.key, stop.isSeen)
      }
      expect([...reached].filter(([, isSeen]) => !isSeen)).toEqual([])
      expect(reached.size).toBe(different)
      await view.goto(`${shop.base}/my/erase`)
      await view.locator('#sure').focus()
      await view.keyboard.press('Tab')
      await view.keyboard.press('Enter')
      expect(new URL(view.url()).pathname).toBe('/my/erase')
      expect(shop.service.holders.all(record.learner).length).toBe(2)
      await context.close()
    })
  })
}
