import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { messagesFor } from '../../src/messages/offered.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'
import { complaintsOf, hasChromium, openChromium } from './chromium.ts'

// A loaded machine is slow to draw, and slower to start a camera.
jest.setTimeout(300_000)
const patienceMs = 120_000

const { headlines, pages, refusals } = messagesFor('en')
const { script } = pages.verify
const name = 'Μαρία Παπαδοπούλου'

if (!hasChromium()) test.skip('the form in a browser', () => {})
else {
  let browser: Browser
  let shop: Shop
  let record: IssuedRecord
  let folder: string
  const complaints: (readonly string[])[] = []

  beforeAll(async () => {
    // Chromium brings a camera of its own that shows a test picture.
    browser = await openChromium(['--use-fake-device-for-media-stream'])
    shop = await openShop()
    record = await issueOne(shop.service)
    folder = mkdtempSync(join(tmpdir(), 'colophon-browser-'))
    for (const suffix of ['json', 'pdf', 'png']) {
      const file = await shop.ask(`/c/${record.id}.${suffix}`)
      writeFileSync(join(folder, `certificate.${suffix}`), Buffer.from(await file.arrayBuffer()))
    }
  })
  afterAll(async () => {
    await browser?.close()
    await shop?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  // Whatever else a test is about: no error, nothing that the policy refuses, no other host.
  afterEach(() => expect(complaints.splice(0).flat()).toEqual([]))

  async function open(path = '/verify', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options })
    context.setDefaultTimeout(patienceMs)
    const page = await context.newPage()
    complaints.push(complaintsOf(page, shop.base))
    await page.goto(`${shop.base}${path}`)
    return page
  }

  const isGood = async (page: Page) => {
    await page.waitForSelector('.verdict')
    const text = await page.locator('main').innerText()
    await page.context().close()
    return text.includes(headlines.valid.title) && text.includes(name)
  }
  const state = (page: Page) => page.locator('.state').innerText()
  const send = (page: Page) => page.getByRole('button', { name: pages.verify.submit }).click()

  describe.each([
    ['with its script', true],
    ['without any script', false],
  ])('the form %s', (_, javaScriptEnabled) => {
    test.each(['json', 'pdf', 'png'])('takes a %s file', async (suffix) => {
      const page = await open('/verify', { javaScriptEnabled })
      await page.setInputFiles('#file', join(folder, `certificate.${suffix}`))
      await send(page)
      expect(await isGood(page)).toBe(true)
    })

    test('takes a link, a text, and the box of the home page', async () => {
      for (const path of ['/verify', '/']) {
        const page = await open(path, { javaScriptEnabled })
        await page.fill('#link', `${publicUrl}/c/${record.id}`)
        await send(page)
        expect(await isGood(page)).toBe(true)
      }
      const page = await open('/verify', { javaScriptEnabled })
      await page.locator('summary').click()
      await page.fill('#text', record.signed)
      await send(page)
      expect(await isGood(page)).toBe(true)
    })

    test('comes back with what was typed, and with what was wrong', async () => {
      const page = await open('/verify', { javaScriptEnabled })
      await page.fill('#link', 'https://silent.example/c/1')
      await page.fill('#person', name)
      await send(page)
      const alert = page.getByRole('alert')
      expect(await alert.innerText()).toContain(refusals['address-unreachable'].remedy)
      expect(await page.inputValue('#link')).toBe('https://silent.example/c/1')
      expect(await page.inputValue('#person')).toBe(name)
      expect(await page.title()).toMatch(/^Nothing could be had/)
      await page.context().close()
    })

    test('can be filled in and sent with the keyboard alone', async () => {
      const page = await open('/verify', { javaScriptEnabled })
      const focused = () => page.evaluate<string>('document.activeElement.id')
      for (let press = 0; press < 20 && (await focused()) !== 'link'; press += 1)
        await page.keyboard.press('Tab')
      await page.keyboard.type(`${publicUrl}/c/${record.id}`)
      await page.keyboard.press('Enter')
      expect(await isGood(page)).toBe(true)
    })
  })

  test('without a script shows nothing that only a script can do', async () => {
    const page = await open('/verify', { javaScriptEnabled: false })
    expect(
      await page.locator('.camera, .viewfinder, .drop-hint').locator('visible=true').count(),
    ).toBe(0)
    await page.context().close()
  })

  describe('a file dragged over the page', () => {
    /** As the system does it, not as a script would: the events are trusted, and dropping navigates if nobody takes it. */
    async function drag(page: Page, types: readonly string[], files: readonly string[]) {
      const session = await page.context().newCDPSession(page)
      const data = { items: [], files: [...files], dragOperationsMask: 1 }
      for (const type of types)
        await session.send('Input.dispatchDragEvent', {
          type: type as 'dragEnter',
          x: 600,
          y: 60,
          data,
        })
    }

    /** What the page says as soon as it saw something over it: for less than a second, which looking now and then would miss. */
    const announced = (page: Page) =>
      page.evaluate<string>(`new Promise((resolve) => {
        const form = document.querySelector('form:has(#file)')
        const look = () => {
          if (form.classList.contains('is-dragging')) resolve(document.querySelector('.state').innerText)
        }
        new MutationObserver(look).observe(form, { attributes: true })
        look()
      })`)

    /** A hand lets go when it sees that the page will take it; a drop that comes before the page answered is refused. */
    async function drop(page: Page, files: readonly string[]) {
      const seen = announced(page)
      await drag(page, ['dragEnter', 'dragOver'], files)
      await seen
      await drag(page, ['dragOver', 'drop'], files)
    }

    test('is announced, and forgotten when it leaves', async () => {
      const page = await open()
      const seen = announced(page)
      await drag(page, ['dragEnter', 'dragOver'], [join(folder, 'certificate.pdf')])
      expect(await seen).toBe(script.dropHere)
      await page.waitForSelector('form:not(.is-dragging)')
      expect(await state(page)).toBe('')
      await page.context().close()
    })

    test('is checked at once, wherever it is dropped, and whatever was filled in before', async () => {
      for (const path of ['/verify', '/']) {
        const page = await open(path)
        await page.fill('#link', 'https://silent.example/')
        await drop(page, [join(folder, 'certificate.pdf')])
        expect(await isGood(page)).toBe(true)
      }
    })

    test('is not taken where there are several', async () => {
      const page = await open()
      const files = ['json', 'pdf'].map((suffix) => join(folder, `certificate.${suffix}`))
      await drop(page, files)
      await page.locator('.state:not(:empty)').waitFor()
      expect(await state(page)).toBe(script.oneFile)
      expect(page.url()).toBe(`${shop.base}/verify`)
      await page.context().close()
    })
  })

  describe('what is pasted', () => {
    const paste = async (page: Page, write: string) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.evaluate(write)
      await page.keyboard.press('Control+V')
    }
    const writeText = (text: string) => `navigator.clipboard.writeText(${JSON.stringify(text)})`

    test.each<[string, () => string]>([
      ['a link', () => `${publicUrl}/c/${record.id}`],
      ['the text of a credential', () => record.signed],
    ])('is checked at once: %s', async (_, text) => {
      const page = await open()
      await paste(page, writeText(text()))
      expect(await isGood(page)).toBe(true)
    })

    test('into a field stays there to be read over', async () => {
      const page = await open()
      await page.focus('#person')
      await paste(page, writeText(name))
      expect(await page.inputValue('#person')).toBe(name)
      expect(page.url()).toBe(`${shop.base}/verify`)
      await page.context().close()
    })

    test('as a picture is sent as a file', async () => {
      const page = await open()
      await paste(
        page,
        `new Promise((done) => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 9, height: 9 })
          canvas.toBlob((blob) => navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]).then(done))
        })`,
      )
      const told = await page.getByRole('alert').innerText()
      expect(told).toContain(refusals['no-credential-found'].title)
      await page.context().close()
    })
  })

  describe('the camera', () => {
    const phone = { isMobile: true, hasTouch: true, viewport: { width: 390, height: 844 } }
    const openButton = (page: Page) => page.getByRole('button', { name: script.useCamera })

    /** Stands in for what Android and macOS bring and Chromium elsewhere lacks; the picture and the rest are real. */
    const codeReader = (text: string) => `globalThis.BarcodeDetector = class {
      static getSupportedFormats() { return Promise.resolve(['qr_code']) }
      async detect(video) { return video.videoWidth > 0 ? [{ rawValue: ${JSON.stringify(text)} }] : [] }
    }`
    async function openWithReader(text: string, isAllowed: boolean): Promise<Page> {
      const context = await browser.newContext({ ...phone, locale: 'en-GB' })
      await context.addInitScript(codeReader(text))
      if (isAllowed) await context.grantPermissions(['camera'])
      context.setDefaultTimeout(patienceMs)
      const page = await context.newPage()
      complaints.push(complaintsOf(page, shop.base))
      await page.goto(`${shop.base}/verify`)
      return page
    }

    test('is not offered where there is none to be expected', async () => {
      const page = await open()
      await page.waitForSelector('.drop-hint:visible')
      expect(await openButton(page).isVisible()).toBe(false)
      await page.context().close()
    })

    test('takes a photograph where the browser cannot read codes, and sends it', async () => {
      const page = await open('/verify', phone)
      const asked = page.waitForEvent('filechooser')
      await openButton(page).click()
      await (await asked).setFiles(join(folder, 'certificate.png'))
      expect(await isGood(page)).toBe(true)
    })

    test('reads a code live, and checks what it says', async () => {
      const page = await openWithReader(`${publicUrl}/c/${record.id}`, true)
      await openButton(page).click()
      expect(await isGood(page)).toBe(true)
    })

    test('can be closed again by keyboard, and leaves the camera', async () => {
      const page = await openWithReader('', true)
      await openButton(page).click()
      await page.waitForSelector('video:visible')
      expect(await state(page)).toBe(script.cameraOn)
      await page.keyboard.press('Escape')
      expect(await page.locator('video').isVisible()).toBe(false)
      expect(
        await page.evaluate<boolean>(`document.querySelector('video').srcObject === null`),
      ).toBe(true)
      const focused = await page.evaluate<string>('document.activeElement.textContent')
      expect(focused).toBe(script.useCamera)
      await page.context().close()
    })

    test('that is refused says so, and the same button takes a photograph', async () => {
      const page = await openWithReader('', false)
      await openButton(page).click()
      await page.locator('.state:not(:empty)').waitFor()
      expect(await state(page)).toBe(script.cameraOff)
      const asked = page.waitForEvent('filechooser')
      await openButton(page).click()
      await (await asked).setFiles(join(folder, 'certificate.png'))
      expect(await isGood(page)).toBe(true)
    })
  })

  test('a photograph of today’s size is made smaller before it is sent', async () => {
    const page = await open()
    const noise = await page.evaluate<string>(`new Promise((done) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 3200, height: 1000 })
      const pen = canvas.getContext('2d')
      const picture = pen.createImageData(3200, 1000)
      for (let at = 0; at < picture.data.length; at += 1) picture.data[at] = (at * 7919) % 251
      pen.putImageData(picture, 0, 0)
      done(canvas.toDataURL('image/jpeg', 1).split(',')[1])
    })`)
    const buffer = Buffer.from(noise, 'base64')
    expect(buffer.length).toBeGreaterThan(3_000_000)
    writeFileSync(join(folder, 'photo.jpg'), buffer)
    await page.setInputFiles('#file', join(folder, 'photo.jpg'))
    const size = () => page.evaluate<number>(`document.querySelector('#file').files[0].size`)
    const deadline = Date.now() + 60_000
    while ((await size()) === buffer.length && Date.now() < deadline) await page.waitForTimeout(200)
    expect(await size()).toBeLessThan(buffer.length)
    expect(await page.evaluate<string>(`document.querySelector('#file').files[0].name`)).toBe(
      'photo.jpg',
    )
    await page.context().close()
  })
}
