import { describe, expect, test } from '@jest/globals'
import { deskDecisionPage } from '../../src/pages/desk-decision-page.ts'
import { deskListPage } from '../../src/pages/desk-list-page.ts'
import { deskQueuePage, queuePerPage } from '../../src/pages/desk-queue-page.ts'
import { assets } from '../../src/web/frame.ts'
import { decisions } from './decision-samples.ts'
import { deskDecision, deskList, deskQueue, formToken } from './desk-samples.ts'
import { frame } from './samples.ts'

const own = { ...frame, language: 'el' as const, formToken }
const many = <T>(count: number, value: T): readonly T[] =>
  Array.from({ length: count }, () => value)
const bytes = (markup: string) => Buffer.byteLength(markup) + assets['style.css'].length
const long = 'Διαχείριση δεδομένων, πληροφοριών και ψηφιακού περιεχομένου '
  .repeat(40)
  .slice(0, 2_000)

describe('a page of the desk stays under 50 KB', () => {
  const whole = deskDecision(decisions.eligible, 'el')
  const credential = { ...whole.told.credentials[0]!, name: long, issuer: long }
  const because = many(50, long)
  const module = { ...whole.told.modules[0]!, state: 'proven' as const, because }
  const full = {
    ...whole,
    told: {
      ...whole.told,
      modules: many(20, module),
      credentials: many(50, credential),
      toReview: many(25, { item: `module:${module.module}`, name: long.slice(0, 60) }),
    },
    application: {
      ...whole.application,
      statements: many(5, { statement: 'idea', note: long, document: null }),
    },
    unread: many(50, { name: long, code: 'fault' as const }),
    trail: many(60, { ...whole.trail[1]!, note: long }),
    settled: many(25, whole.settled[0]!),
  }

  test('for a decision on as much as one may hand in, with everything reviewed and still open', () => {
    const page = deskDecisionPage(full, own).toString()
    expect(bytes(page)).toBeLessThan(50_000)
    expect(page.match(/class="settle"/g)?.length).toBeGreaterThan(0)
    expect(page).toContain(full.messages.pages.desk.decision.moreOpen(0).replace('0', ''))
    expect(page).toContain('class="trail"')
    expect(page).toContain(full.messages.pages.report.more(45))
  })

  test('for lists of the longest names', () => {
    const row = { ...deskList.rows[0]!, name: long, reference: long }
    const list = { ...deskList, rows: many(25, row) }
    expect(bytes(deskListPage(list, own).toString())).toBeLessThan(50_000)
    const waits = many(25, long.slice(0, 60))
    const queue = {
      ...deskQueue,
      rows: many(queuePerPage, { ...row, decidedAt: row.appliedAt, waits }),
    }
    expect(bytes(deskQueuePage(queue, own).toString())).toBeLessThan(50_000)
  })
})
