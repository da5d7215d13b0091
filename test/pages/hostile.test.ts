import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/checking/report.ts'
import type { UnsignedBadge } from '../../src/credential/open-badge.ts'
import type { Language, Localised } from '../../src/language.ts'
import type { Catalogue } from '../../src/learning/catalogue.ts'
import { accessibilityPage } from '../../src/pages/accessibility-page.ts'
import { achievementPage, achievementsPage } from '../../src/pages/achievement-pages.ts'
import { applyPage } from '../../src/pages/apply-page.ts'
import { batchPage } from '../../src/pages/batch-page.ts'
import { credentialPage } from '../../src/pages/credential-page.ts'
import { deskDecisionPage } from '../../src/pages/desk-decision-page.ts'
import { deskListPage } from '../../src/pages/desk-list-page.ts'
import { deskQueuePage } from '../../src/pages/desk-queue-page.ts'
import { issuerPage } from '../../src/pages/issuer-page.ts'
import { partnerPage } from '../../src/pages/issuers/partner-page.ts'
import { errorPage } from '../../src/pages/problem-page.ts'
import { reportPage } from '../../src/pages/report-page.ts'
import { signInPage } from '../../src/pages/sign-in-page.ts'
import { skillPage } from '../../src/pages/skill-page.ts'
import { verifyPage } from '../../src/pages/verify-page.ts'
import { walletPage } from '../../src/pages/wallet-page.ts'
import { expectHarmless, hostileTexts } from '../support/harmless.ts'
import { finished, running } from './batch-samples.ts'
import { decisions, specialization } from './decision-samples.ts'
import { applyGiven, deskDecision, deskList, deskQueue, formToken } from './desk-samples.ts'
import { partnerView } from './partner-samples.ts'
import {
  badge,
  catalogue,
  credentialView,
  frame,
  issuerView,
  preview,
  reports,
  support,
} from './samples.ts'
import { walletView } from './wallet-samples.ts'

// These name a kind or a day, and other code depends on them.
const kept = new Set([
  'type',
  'identityType',
  'hashed',
  'resultDescription',
  'resultType',
  'framework',
])

/** The same shape with every free text replaced, so that no field is forgotten. */
function poisoned<T>(value: T, attack: string): T {
  if (typeof value === 'string') return attack as T
  if (Array.isArray(value)) return value.map((each) => poisoned(each, attack)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      kept.has(key) ? child : poisoned(child, attack),
    ]),
  ) as T
}

describe.each(hostileTexts)('the hostile text %j', (attack) => {
  const poisonedCatalogue: Catalogue = poisoned(catalogue, attack)
  const course = poisonedCatalogue.courses[0]!
  const achievement = course.achievements[0]!

  test('does no harm in a report', () => {
    const report = { ...reports.strange, facts: poisoned(reports.strange.facts, attack) }
    expectHarmless(reportPage({ report, raw: attack, person: attack }, frame).toString())
  })

  test('does no harm on a page that differs, in an endorsement, or among several', () => {
    const { facts } = reports.endorsed
    const differences = [{ fact: 'title', printed: attack, signed: attack }] as const
    const edited = { ...reports.edited, facts: poisoned(facts, attack) }
    const report: Report = { ...edited, source: { kind: 'pdf', differences } }
    const endorsements = [{ comment: attack, report }]
    expectHarmless(reportPage({ report: { ...report, endorsements } }, frame).toString())
    const several = { ...reports.several, credentials: [report, report] }
    expectHarmless(reportPage({ report: several, raw: attack }, frame).toString())
  })

  test('does no harm in a form that comes back', () => {
    const given = { link: attack, text: attack, person: attack }
    expectHarmless(verifyPage({ problem: 'nothing-given', given }, frame).toString())
  })

  test('does no harm on the page of an offer to wallets', () => {
    const achievement = poisoned(walletView.achievement, attack)
    expectHarmless(walletPage({ ...walletView, achievement, issuer: attack }, frame).toString())
  })

  test('does no harm on the page of a credential', () => {
    const credential: UnsignedBadge = poisoned(badge, attack)
    const links = poisoned(credentialView.links, attack)
    const told = { text: attack, language: 'el' } as const
    const known = { name: told, framework: attack, frameworkArea: attack, level: 5 }
    const view = {
      ...credentialView,
      credential,
      links,
      badgeImage: attack,
      preview: { ...poisoned(preview, attack), language: 'en' } as const,
      translation: { title: told, page: attack },
      skills: new Map([[attack, known]]),
      correctedAt: attack,
    }
    expectHarmless(credentialPage(view, frame).toString())
    const revocation = { date: attack, reasonCode: attack }
    expectHarmless(credentialPage({ ...view, revocation }, frame).toString())
    const items = support.items.map(({ state }) => ({
      ...{ id: attack, own: attack, lookedAt: attack },
      state,
    }))
    const poisonedSupport = { specialization: attack, items }
    expectHarmless(credentialPage({ ...view, support: poisonedSupport }, frame).toString())
  })

  test('does no harm in a catalogue', () => {
    expectHarmless(achievementsPage(poisonedCatalogue, frame).toString())
    const view = { catalogue: poisonedCatalogue, group: course.name, achievement }
    expectHarmless(achievementPage(view, frame).toString())
    const skill = poisonedCatalogue.skills[0]!
    expectHarmless(skillPage({ catalogue: poisonedCatalogue, skill }, frame).toString())
  })

  test('does no harm on the page of the issuer', () => {
    const keys = issuerView.keys.map((key) => ({ ...poisoned(key, attack), state: key.state }))
    expectHarmless(issuerPage({ ...poisoned(issuerView, attack), keys }, frame).toString())
    const partner = { ...poisoned(partnerView, attack), keys }
    expectHarmless(partnerPage(partner, frame).toString())
    expectHarmless(accessibilityPage({ name: attack, url: attack }, frame).toString())
  })

  test('does no harm in the details of an error', () => {
    const details = [{ at: attack, message: attack }]
    expectHarmless(errorPage({ code: 'csv-unreadable', details }, frame).toString())
  })

  test('does no harm among many', () => {
    const report = { ...reports.strange, facts: poisoned(reports.strange.facts, attack) }
    const rows = [
      { index: 0, name: attack, report },
      { index: 1, name: attack, refused: 'input-unreadable' as const },
    ]
    for (const view of [finished, running])
      expectHarmless(batchPage({ ...view, rows, secret: attack }, frame).toString())
  })

  test('does no harm as the place of what is wrong', () => {
    const { misshapen } = reports
    const findings = misshapen.findings.map((each) => ({ ...each, places: [attack] }))
    expectHarmless(reportPage({ report: { ...misshapen, findings } }, frame).toString())
  })

  test('does no harm at the desk of a provider', () => {
    const own = { ...frame, formToken }
    const named = { ...specialization, ...poisoned({ name: specialization.name }, attack) }
    const { statements } = specialization.admission
    const admission = { ...specialization.admission, statements: poisoned(statements, attack) }
    const given = { ...poisoned(applyGiven, attack), statements: new Map([[attack, attack]]) }
    const view = {
      specialization: { ...named, id: attack, admission },
      isOpen: true,
      attempt: attack,
      given,
    }
    expectHarmless(applyPage(view, own).toString())
    expectHarmless(signInPage({ next: attack }, own).toString())
    const rows = deskList.rows.map((row) => ({
      ...row,
      id: attack,
      name: attack,
      reference: attack,
    }))
    expectHarmless(deskListPage({ ...deskList, specialization: named, rows }, own).toString())
    const queue = rows.map((row) => ({ ...row, decidedAt: attack, waits: [attack] }))
    expectHarmless(deskQueuePage({ ...deskQueue, rows: queue, next: attack }, own).toString())
  })

  test('does no harm in a decision at the desk', () => {
    const whole = deskDecision(decisions.mixture, 'en')
    const shown = {
      ...whole,
      ...poisoned({ id: whole.id, name: whole.name, application: whole.application }, attack),
      unread: [{ name: attack, code: 'fault' as const }],
      trail: whole.trail.map((step) => ({ ...poisoned(step, attack), outcome: step.outcome })),
      settled: [{ item: attack, name: attack, verdict: 'refused' as const }],
      reference: attack,
      credential: attack,
      given: { notes: new Map([['person', attack]]) },
    }
    expectHarmless(deskDecisionPage(shown, { ...frame, formToken }).toString())
  })

  test('does no harm in the address of a page', () => {
    expectHarmless(errorPage({ code: 'not-found' }, { ...frame, path: attack }).toString())
  })
})

test('a text of the catalogue is marked with the language it is really in', () => {
  const name: Localised = { en: 'Skills', it: 'Competenze', el: null, bg: null, lv: null }
  const course = catalogue.courses[0]!
  const achievement = { ...course.achievements[0]!, name }
  const shown = (language: Language) =>
    achievementPage(
      { catalogue, group: course.name, achievement },
      { ...frame, language },
    ).toString()
  expect(shown('it')).toContain('<h1><span lang="it">Competenze</span></h1>')
  expect(shown('el')).toContain('<h1><span lang="en">Skills</span></h1>')
})
