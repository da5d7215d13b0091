import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { isLanguage, type Language } from '../../src/language.ts'
import { everyPage } from '../pages/every-page.ts'

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
const withScript = `${policy}; script-src 'self'; connect-src 'self'`
const types = { js: 'text/javascript', css: 'text/css' } as const

const drawn = new Map<Language, ReturnType<typeof everyPage>>()

/** Every page in a language, made once. */
export function pagesIn(language: Language): ReturnType<typeof everyPage> {
  const known = drawn.get(language) ?? everyPage(language)
  drawn.set(language, known)
  return known
}

export const pageNames = Object.keys(pagesIn('en'))

/** Whether a page is one of those who have signed in at a desk. */
export const isOfDesk = (name: string): boolean =>
  pagesIn('en')[name]?.markup.includes('class="desk-bar"') === true

function sendAsset(name: string, response: ServerResponse): void {
  const suffix = name.endsWith('.js') ? 'js' : 'css'
  response.setHeader('content-type', types[suffix]).end(readFileSync(`assets/${name}`))
}

/** The pages at `/{language}/{name}`, as a browser gets them: with our policy, our style sheet and our script. */
export async function servePages(): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const [, language, name = ''] = (request.url ?? '').replace(/\?.*/, '').split('/')
    if (language === 'assets') return sendAsset(name, response)
    const page = isLanguage(language) ? pagesIn(language)[name] : undefined
    if (!page) {
      response.writeHead(404).end()
      return
    }
    const hasForm = page.toString().includes('action="/verify"')
    response.setHeader('content-security-policy', hasForm ? withScript : policy)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(page.toString())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

const runAxe = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.map(({ id, nodes }) =>
    ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`
const openDetails = `document.querySelectorAll('details').forEach((each) => { each.open = true })`
const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

export const looks = ['light', 'dark', 'print'] as const

export type Look = (typeof looks)[number]

/** How a page is looked at: anew for each costs far more than turning the one that is there. */
export async function turn(view: Page, look: Look, width: number): Promise<void> {
  await view.setViewportSize({ width, height: 800 })
  await view.emulateMedia({
    media: look === 'print' ? 'print' : 'screen',
    colorScheme: look === 'dark' ? 'dark' : 'light',
    // A colour on its way to another has the contrast of neither.
    reducedMotion: 'reduce',
  })
}

/** Opens a page, with everything in it that can be opened. */
export async function openPage(view: Page, url: string): Promise<void> {
  await view.goto(url)
  await view.evaluate(openDetails)
}

/** How far a page reaches beyond its right edge. */
export async function beyondEdge(view: Page): Promise<readonly string[]> {
  const beyond = await view.evaluate<number>(overflow)
  return beyond > 0 ? [`${beyond} px beyond the right edge`] : []
}

/** What is wrong with the page that a view shows, by WCAG 2.2 AA and by its width: nothing, we hope. */
export async function complaintsAbout(view: Page): Promise<readonly string[]> {
  if (!(await view.evaluate<boolean>('"axe" in window'))) await view.evaluate(axe)
  const violations = await view.evaluate<readonly Found[]>(runAxe)
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes[0])}`),
    ...(await beyondEdge(view)),
  ]
}
