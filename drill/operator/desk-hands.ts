import type { Page } from 'playwright-core'
import { messagesFor } from '../../src/messages/offered.ts'

/** The words of the desk, by which buttons and fields are found as a person finds them. */
export const words = messagesFor('en')

/** What somebody does at the desk: in a browser, by what stands on the page. */
export class DeskHands {
  readonly page: Page
  readonly #base: string

  constructor(page: Page, base: string) {
    this.page = page
    this.#base = base
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.#base}${path}`)
  }

  async press(label: string | RegExp): Promise<void> {
    await this.page
      .locator('main')
      .getByRole('button', { name: label, exact: true })
      .first()
      .click()
    await this.page.waitForLoadState()
  }

  /** What the page says, without its marks. */
  async says(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ')
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.open('/desk?lang=en')
    await this.page.getByLabel(words.pages.operator.signIn.login).fill(login)
    await this.page.getByLabel(words.pages.operator.signIn.password).fill(password)
    await this.press(words.pages.operator.signIn.submit)
    const { title } = words.pages.operator
    if ((await this.page.locator('h1').innerText()) !== title) throw new Error(await this.says())
  }

  /** Makes an account for a colleague; gives back the password that is told once. */
  async makeAccount(login: string, role: string): Promise<string> {
    const { accounts } = words.pages.operator
    await this.open('/desk/accounts')
    await this.page.locator('#login').fill(login)
    await this.page.locator(`#role-${role}`).check()
    await this.press(accounts.make)
    return this.page.locator('code.secret').innerText()
  }

  /** Hands a file in, says how its dates are written, and gives back how many credentials the button names. */
  async handIn(file: string, run: string): Promise<number> {
    await this.open('/desk/imports')
    await this.page.locator('#file').setInputFiles(file)
    await this.page.locator('#run').fill(run)
    await this.press(words.drafts.look)
    await this.page.locator('#dates').selectOption('dmy')
    await this.page.locator('main').getByRole('button', { name: words.drafts.apply }).last().click()
    await this.page.waitForLoadState()
    const label = await this.page.locator('form[action$="/issue"] button').innerText()
    return Number(/\d+/.exec(label)?.[0] ?? 0)
  }

  /** Whether the pictures of the first certificates are there to be seen. */
  async seesPictures(): Promise<number> {
    const pictures = this.page.locator('img.sample')
    for (const picture of await pictures.all()) await picture.scrollIntoViewIfNeeded()
    const allDrawn = `[...document.querySelectorAll('img.sample')]
      .every((image) => image.complete && image.naturalWidth > 0)`
    for (let tries = 0; !(await this.page.evaluate<boolean>(allDrawn)); tries += 1) {
      if (tries > 300) throw new Error('the pictures never came')
      await this.page.waitForTimeout(200)
    }
    return pictures.count()
  }

  /** How many are signed, as the page of an import says. */
  async signed(): Promise<number> {
    return Number(await this.page.locator('progress').first().getAttribute('value'))
  }

  /** Waits until the page of an import, loaded anew now and then, says that it is in a state. */
  async untilState(state: keyof typeof words.drafts.states, minutes = 30): Promise<void> {
    const end = Date.now() + minutes * 60_000
    while (Date.now() < end) {
      // A page that loads itself anew at this moment has nothing to say.
      const told = await this.page
        .locator('[role=status]')
        .first()
        .innerText({ timeout: 5_000 })
        .catch(() => '')
      if (told.startsWith(words.drafts.states[state])) return
      await this.page.waitForTimeout(500)
    }
    throw new Error(`the import never was ${state}: ${await this.says()}`)
  }
}
