import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { type OperatorDay, operatorDay } from '../../drill/operator/day.ts'
import { hasChromium, openChromium } from './chromium.ts'

jest.setTimeout(400_000)

if (!hasChromium()) test.skip('a day at the desk in a browser', () => {})
else {
  let browser: Browser
  let day: OperatorDay

  // The same with 4,400 learners is `npm run operator`.
  beforeAll(async () => {
    browser = await openChromium()
    day = await operatorDay(40, browser, () => undefined)
  }, 400_000)
  afterAll(() => browser?.close())

  test('begins with an export of Moodle that is looked at, with pictures of the certificates', () => {
    expect(day.issued).toBeGreaterThan(40)
    expect(day.pictures).toBeGreaterThan(2)
  })

  test('stays paused although the service is killed, and signs nothing meanwhile', () => {
    const [before, after] = day.whilePaused
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(day.issued)
    expect(after).toBe(before)
  })

  test('signs everything once, through two kills', () => {
    expect(day.twice).toBe(0)
  })

  test('corrects some, and revokes what a colleague agrees to', () => {
    expect(day.corrected).toBe(3)
    expect(day.revoked).toBeGreaterThan(1)
  })

  test('takes another import back, so that the same file can be issued anew', () => {
    expect(day.undone).toBeGreaterThan(40)
    expect(day.issuableAgain).toBe(day.undone)
  })
}
