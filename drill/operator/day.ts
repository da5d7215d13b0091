import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { readConfig } from '../../src/config.ts'
import { generateCohort } from '../../src/learning/cohort.ts'
import { encodeExcelCsv, writeMoodleCsv } from '../../src/learning/cohort-csv.ts'
import { Service } from '../../src/service/service.ts'
import { DeskHands, words } from './desk-hands.ts'
import { freePort, RunningService } from './running-service.ts'

/** What a day at the desk came to. */
export interface OperatorDay {
  readonly learners: number
  readonly issued: number
  readonly pictures: number
  /** Signed when it was paused, and after the service was killed and started again. */
  readonly whilePaused: readonly [before: number, after: number]
  readonly corrected: number
  readonly revoked: number
  readonly undone: number
  /** What the button names when the file that was undone is handed in again. */
  readonly issuableAgain: number
  /** Public ids that two records share, and natural keys that two hold: none. */
  readonly twice: number
  readonly seconds: Readonly<Record<string, number>>
}

type Tell = (what: string) => void

const course = 'biblio-mooc'

/** An export of Moodle as spreadsheets write it, of so many invented learners. */
function writeExport(folder: string, service: Service, size: number): string {
  const found = service.catalogue.courses.find(({ id }) => id === course)
  if (!found) throw new Error(`no course ${course}`)
  const members = generateCohort({ seed: 2026, size, course: found, startsOn: '2025-10-06' })
  const site = { course: found, language: 'en', hasEmail: true, format: 'excelcsv' } as const
  const file = join(folder, 'report.csv')
  writeFileSync(file, encodeExcelCsv([...writeMoodleCsv(members, site)].join('')))
  return file
}

class Watch {
  readonly seconds: Record<string, number> = {}
  readonly #tell: Tell
  #last = Date.now()

  constructor(tell: Tell) {
    this.#tell = tell
  }

  lap(what: string): void {
    const now = Date.now()
    this.seconds[what] = Math.round((now - this.#last) / 100) / 10
    this.#tell(`${what}: ${this.seconds[what]} s`)
    this.#last = now
  }
}

/** Issues a file with a pause, a kill while it is paused, and another while it is signed. */
async function issueThroughKills(hands: DeskHands, service: RunningService, watch: Watch) {
  const address = () => new URL(hands.page.url()).pathname
  await hands.page.locator('form[action$="/issue"] button').click()
  await hands.page.waitForURL(/\/desk\/batches\//)
  const batch = address()
  while ((await hands.signed()) === 0) await hands.page.waitForTimeout(200)
  await hands.press(words.drafts.pause)
  await hands.untilState('paused')
  // What was being signed at that moment is ended.
  await hands.page.waitForTimeout(2_000)
  await hands.open(batch)
  const before = await hands.signed()
  await service.kill()
  await service.start()
  await hands.open(batch)
  await hands.untilState('paused')
  const after = await hands.signed()
  watch.lap('paused, killed and started again')
  await hands.press(words.drafts.resume)
  await hands.page.waitForTimeout(1_500)
  await service.kill()
  await service.start()
  await hands.open(batch)
  await hands.untilState('done')
  watch.lap('resumed, killed once more, and signed to the end')
  return { whilePaused: [before, after] as const, issued: await hands.signed() }
}

const actAddress = /\/desk\/acts\/(?!new)\w/

/** Corrects three names by a table, and looks at one on its public page. */
async function correctSome(hands: DeskHands, inside: Service): Promise<number> {
  const { acts } = words.pages.operator.many
  const held = inside.ledger.credentials.issued('', 3)
  const rows = held.map(({ id }, index) => `${id},Corrected Name ${index}`)
  await hands.open('/desk/acts/new?kind=correct')
  await hands.page.locator('#rows').fill(['id,name', ...rows].join('\n'))
  await hands.press(acts.preview)
  await hands.page.locator('#reason').fill('typing errors')
  await hands.press(acts.confirm)
  await hands.page.waitForURL(actAddress)
  await untilActDone(hands)
  await hands.open(`/c/${held[0]?.id}`)
  if (!(await hands.page.content()).includes('Corrected Name 0')) throw new Error('not corrected')
  return rows.length
}

async function untilActDone(hands: DeskHands): Promise<void> {
  const { states } = words.pages.operator.many.acts
  for (let tries = 0; tries < 1_200; tries += 1) {
    if ((await hands.says()).includes(states.done)) return
    await hands.page.waitForTimeout(500)
    await hands.page.reload()
  }
  throw new Error(`the act was never done: ${await hands.says()}`)
}

/** Revokes what a search finds; a colleague has to agree. */
async function revokeSome(
  hands: DeskHands,
  second: DeskHands,
  achievement: string,
): Promise<number> {
  const { acts } = words.pages.operator.many
  await hands.open(`/desk/acts/new?kind=revoke&achievement=${achievement}`)
  await hands.page.locator('#code').selectOption('issued-in-error')
  await hands.press(acts.preview)
  await hands.page.locator('#reason').fill('the quiz of this area was wrong')
  await hands.press(acts.askFor)
  await hands.page.waitForURL(actAddress, { timeout: 10_000 }).catch(async () => {
    throw new Error(await hands.says())
  })
  const act = new URL(hands.page.url()).pathname
  await second.open(act)
  await second.press(acts.approve)
  await untilActDone(second)
  return Number(await second.page.locator('[data-count=done]').innerText())
}

/** Hands the file in for another run, issues it, and takes all of it back. */
async function undoAnother(hands: DeskHands, file: string) {
  const count = await hands.handIn(file, '2026-2')
  await hands.page.locator('form[action$="/issue"] button').click()
  await hands.page.waitForURL(/\/desk\/batches\//)
  while ((await hands.signed()) === 0) await hands.page.waitForTimeout(200)
  await hands.press(words.drafts.undo)
  await hands.untilState('undone')
  return { undone: count, issuableAgain: await hands.handIn(file, '2026-2') }
}

/** Natural keys that two credentials in force share. */
function doubled(inside: Service): number {
  const seen = new Map<string, number>()
  let after = ''
  for (;;) {
    const page = inside.ledger.credentials.issued(after, 500)
    for (const { learner, achievement, run, revokedAt } of page) {
      if (revokedAt !== null) continue
      const key = `${learner} ${achievement} ${run}`
      seen.set(key, (seen.get(key) ?? 0) + 1)
    }
    const last = page.at(-1)
    if (!last) return [...seen.values()].filter((count) => count > 1).length
    after = last.rowKey
  }
}

/**
 * A day of an operator, through the browser: a cohort imported from Moodle, looked at, issued, paused, killed and resumed,
 * some corrected, some revoked with the word of a colleague, and another import taken back.
 */
export async function operatorDay(
  size: number,
  browser: Browser,
  tell: Tell,
): Promise<OperatorDay> {
  const folder = mkdtempSync(join(tmpdir(), 'colophon-day-'))
  const port = await freePort()
  const env = {
    DATA_DIR: join(folder, 'data'),
    FOUR_EYES_ABOVE: '3',
    UNDO_MINUTES: '30',
    CALLS_PER_MINUTE: '100000',
  }
  const running = new RunningService(port, env)
  const config = readConfig({ ...env, PORT: String(port), PUBLIC_URL: running.base })
  const inside = new Service(config)
  const watch = new Watch(tell)
  try {
    await running.start()
    const hands = new DeskHands(await (await browser.newContext()).newPage(), running.base)
    await hands.signIn('admin', running.firstPassword)
    const password = await hands.makeAccount('second@example.org', 'issuer')
    const second = new DeskHands(await (await browser.newContext()).newPage(), running.base)
    await second.signIn('second@example.org', password)
    watch.lap('started, signed in twice')
    const file = writeExport(folder, inside, size)
    const named = await hands.handIn(file, '2026-1')
    const pictures = await hands.seesPictures()
    watch.lap(`looked at ${named} credentials and ${pictures} pictures`)
    const { whilePaused, issued } = await issueThroughKills(hands, running, watch)
    if (issued !== named) throw new Error(`${named} were named, ${issued} are issued`)
    const corrected = await correctSome(hands, inside)
    const revoked = await revokeSome(hands, second, 'area-safety')
    watch.lap('corrected and revoked')
    const back = await undoAnother(hands, file)
    watch.lap('issued another and took it back')
    const twice = doubled(inside)
    return {
      learners: size,
      issued,
      pictures,
      whilePaused,
      corrected,
      revoked,
      ...back,
      twice,
      seconds: watch.seconds,
    }
  } finally {
    await running.stop()
    await inside.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
