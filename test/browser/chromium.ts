import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .concat(process.env.CHROMIUM ?? [])
  .find(existsSync)

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Whether there is a browser to test with; where there must be one, its absence is a failure. */
export function hasChromium(): boolean {
  if (executablePath) return true
  if (process.env.CI === 'true')
    throw new Error('No Chromium found, and CI must run the browser tests.')
  console.log('Browser tests skipped: no Chromium here; `apt-get install chromium` brings it.')
  return false
}

export function openChromium(args: readonly string[] = []): Promise<Browser> {
  if (!executablePath) throw new Error('no Chromium')
  return chromium.launch({ executablePath, args: [...quiet, ...args] })
}

/** Whatever a page complains of from now on, and every request to another host than its own. */
export function complaintsOf(page: Page, origin: string): readonly string[] {
  const found: string[] = []
  page.on('console', (message) => {
    // Chromium logs every answer of 4xx as an error; what the page itself says of it is tested elsewhere.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded')
    if (message.type() === 'error' && !isStatus) found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(String(error)))
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(`${origin}/`))
      found.push(`asks ${request.url()}`)
  })
  return found
}
