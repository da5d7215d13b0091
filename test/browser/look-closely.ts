import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { languages } from '../../src/language.ts'
import { beyondEdge, complaintsAbout, type Look, looks, openPage, turn } from './served-pages.ts'

const widths = [320, 768, 1280]

/** A test for each page: in light, dark and print, at each width, in each language. */
export function lookClosely(
  names: readonly string[],
  world: () => { readonly browser: Browser; readonly origin: string },
): void {
  let context: BrowserContext
  let view: Page
  beforeAll(async () => {
    context = await world().browser.newContext({ bypassCSP: true })
    view = await context.newPage()
  })
  afterAll(() => context?.close())

  /** Whatever is wrong, by how it was looked at. */
  async function found(views: readonly (readonly [Look, number])[]): Promise<readonly string[]> {
    const all: string[] = []
    for (const [look, width] of views) {
      await turn(view, look, width)
      for (const complaint of await complaintsAbout(view))
        all.push(`${look} at ${width} px: ${complaint}`)
    }
    return all
  }

  test.each(names)('%s meets WCAG 2.2 AA, and fits in every language', async (name) => {
    const { origin } = world()
    await openPage(view, `${origin}/en/${name}`)
    const everyWay = widths.flatMap((width) => looks.map((look) => [look, width] as const))
    expect(await found(everyWay)).toEqual([])
    await openPage(view, `${origin}/el/${name}`)
    const someWays = [['dark', 320] as const, ['light', 1280] as const]
    expect(await found(someWays)).toEqual([])
    await turn(view, 'light', 320)
    for (const language of languages.filter((each) => each !== 'en' && each !== 'el')) {
      await openPage(view, `${origin}/${language}/${name}`)
      expect([language, await beyondEdge(view)]).toEqual([language, []])
    }
  })
}
