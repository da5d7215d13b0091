import { openChromium } from '../../test/browser/chromium.ts'
import { operatorDay } from './day.ts'

// `npm run operator -- 4400`: a day at the desk with so many learners, through a real browser.
const size = Number(process.argv[2] ?? 4_400)
const browser = await openChromium()
try {
  const day = await operatorDay(size, browser, (what) => console.log(what))
  console.log(JSON.stringify(day, null, 2))
  const [before, after] = day.whilePaused
  process.exitCode = before === after && day.twice === 0 && day.issuableAgain === day.undone ? 0 : 1
} finally {
  await browser.close()
}
