import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne } from '../support/workshop.ts'
import { complaintsOf, hasChromium, openChromium } from './chromium.ts'

jest.setTimeout(120_000)

if (!hasChromium()) test.skip('the desk in a browser', () => {})
else {
  let browser: Browser
  let shop: Shop
  let record: IssuedRecord

  beforeAll(async () => {
    browser = await openChromium()
    shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
    record = await issueOne(shop.service)
  })

  afterAll(async () => {
    await browser?.close()
    await shop?.close()
  })

  /** Presses a button by what it says; `within` tells it from others that say the same. */
  const press = (view: Page, label: string, within = 'main') =>
    view.locator(within).getByRole('button', { name: label, exact: true }).first().click()

  async function signIn(view: Page, language: 'en' | 'el'): Promise<void> {
    const { signIn: words } = messagesFor(language).pages.desk
    await view.goto(`${shop.base}/provider/ceco?lang=${language}`)
    await view.getByLabel(words.token).fill(shop.token('provider', ['ceco']))
    await press(view, words.submit)
    expect(view.url()).toBe(`${shop.base}/provider/ceco`)
  }

  async function fillIn(view: Page, language: 'en' | 'el'): Promise<void> {
    const { apply: words } = messagesFor(language).pages.desk
    const file = { name: 'certificate.json', mimeType: 'application/json' }
    await view.locator('#files').setInputFiles({ ...file, buffer: Buffer.from(record.signed) })
    await view.getByLabel(words.person).fill('Μαρία Παπαδοπούλου')
    await view.getByLabel(words.country).selectOption('GR')
    await view.locator('#statement-project-idea').check()
    await view.locator('#note-project-idea').fill('Story hours in the hospital')
    await press(view, words.submit)
  }

  describe('the desk in a browser without scripts', () => {
    test.each(['en', 'el'] as const)(
      'goes from the applicant to the credential, in %s',
      async (language) => {
        const context = await browser.newContext({ javaScriptEnabled: false })
        const view = await context.newPage()
        const complaints = complaintsOf(view, shop.base)
        const { pages, admission } = messagesFor(language)
        const words = pages.desk.decision
        const said = async (text: string) =>
          expect(await view.locator('main').innerText()).toContain(text)
        await signIn(view, language)
        await fillIn(view, language)
        expect(await view.locator('h1').innerText()).toBe(admission.outcomes.eligible.title)
        await said('Μαρία Παπαδοπούλου')

        await view.locator('.settle textarea').first().fill('Agreed')
        await press(view, words.accept, '.settle')
        await said(words.done.reviewed)
        await said('Agreed')
        await press(view, words.issue)
        await said(words.done.issued)
        await view.getByRole('link', { name: words.seeCredential }).click()
        expect(view.url()).toMatch(/\/c\/[0-9a-z]{26}$/)

        await view.goBack()
        await view.getByRole('link', { name: pages.desk.places.decisions, exact: true }).click()
        await said('Μαρία Παπαδοπούλου')
        await view.getByRole('button', { name: pages.desk.signOut }).click()
        await said(pages.desk.signIn.title)
        await view.goBack()
        await view.reload()
        await said(pages.desk.signIn.problems.ended.title)
        expect(complaints).toEqual([])
        await context.close()
      },
    )

    test('keeps its session from scripts, from other sites, and from other hosts of the domain', async () => {
      const context = await browser.newContext()
      const view = await context.newPage()
      await signIn(view, 'en')
      const cookie = (await context.cookies()).find(({ name }) => name === '__Host-desk')
      // What `__Host-` promises (RFC 6265bis §4.1.3.2) a browser holds only for the whole host.
      expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
      expect(await view.evaluate<string>('document.cookie')).not.toContain('desk')
      await view.goto(
        `data:text/html,<form method="post" action="${shop.base}/provider/sign-out"><button>x</button></form>`,
      )
      await view.getByRole('button').click()
      expect(await view.locator('body').innerText()).not.toContain('Sign in at')
      await view.goto(`${shop.base}/provider`)
      expect(await view.getByRole('button', { name: 'Sign out' }).count()).toBe(1)
      await context.close()
    })

    test('prints the decision on paper without its forms', async () => {
      const context = await browser.newContext()
      const view = await context.newPage()
      await signIn(view, 'en')
      await fillIn(view, 'en')
      await view.emulateMedia({ media: 'print' })
      const isSeen = (selector: string) => view.locator(selector).first().isVisible()
      expect(await isSeen('.verdict-word')).toBe(true)
      expect(await isSeen('.settle legend')).toBe(true)
      expect(await isSeen('.trail')).toBe(true)
      for (const hidden of ['.settle textarea', '.settle button', '.steps', '.desk-bar'])
        expect([hidden, await isSeen(hidden)]).toEqual([hidden, false])
      await context.close()
    })
  })
}
