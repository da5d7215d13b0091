import { describe, expect, test } from '@jest/globals'
import { type Language, languages } from '../../src/language.ts'
import type { Decision } from '../../src/learning/eligibility/decision.ts'
import type { Specialization } from '../../src/learning/specialization.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { tellDecision } from '../../src/messages/tell-decision.ts'
import { type DecisionInWords, decisionBody } from '../../src/pages/decision.ts'
import { page } from '../../src/pages/layout.ts'
import { ownAddress } from '../../src/pages/safe-url.ts'
import { selfCheckPage } from '../../src/pages/self-check-form.ts'
import { selfCheckedPage } from '../../src/pages/self-check-page.ts'
import { specializationPage, specializationsPage } from '../../src/pages/specialization-pages.ts'
import { assets } from '../../src/web/frame.ts'
import { expectHarmless, hostileTexts } from '../support/harmless.ts'
import { catalogue, decisions, held, specialization } from './decision-samples.ts'
import { frame, reports } from './samples.ts'

const viewOf = (decision: Decision, language: Language): DecisionInWords => {
  const messages = messagesFor(language)
  const telling = { catalogue, specialization, messages, language, held }
  return { decision, told: tellDecision(decision, telling), messages }
}

const shown = (decision: Decision, language: Language) => {
  const main = decisionBody(viewOf(decision, language), 'h1')
  return page({ title: 'x', main }, { ...frame, language }).toString()
}

const names = Object.keys(decisions) as (keyof typeof decisions)[]

describe.each(languages)('a decision on a page in %s', (language) => {
  test.each(names)('%s says its outcome first, in a word and with a picture', (name) => {
    const decision = decisions[name]
    const { title } = messagesFor(language).admission.outcomes[decision.outcome]
    const markup = shown(decision, language)
    expect(markup).toContain(`<h1><span class="verdict-word">${title}</span></h1>`)
    expect(markup).toMatch(
      /<section class="verdict tone-(good|caution|unsure)">\n<svg class="icon"/,
    )
    expect(markup).not.toMatch(/undefined|\[object|\bnull\b|NaN/)
    expect(Buffer.byteLength(markup) + assets['style.css'].length).toBeLessThan(50_000)
  })

  test.each(names)('%s says of the points of a rule whether they were given', (name) => {
    const view = viewOf(decisions[name], language)
    const markup = decisionBody(view, 'h2').toString()
    const { pointsOf } = messagesFor(language).admission
    for (const { outcome, points } of view.told.rules)
      if (points > 0) expect(markup).toContain(`<p class="note">${pointsOf[outcome](points)}</p>`)
    expect(new Set(Object.values(pointsOf).map((say) => say(1))).size).toBe(4)
  })

  test.each(names)(
    '%s tells each rule in a word beside its picture, and names its version',
    (name) => {
      const view = viewOf(decisions[name], language)
      const markup = decisionBody(view, 'h2').toString()
      for (const { word, name: rule } of view.told.rules) {
        expect(markup).toContain(rule.text)
        expect(markup).toContain(`: ${word}</h3>`)
      }
      expect(markup).toContain(decisions[name].ruleVersion)
    },
  )
})

describe('a decision on a page', () => {
  test('the three outcomes differ in shape, not in colour alone', () => {
    const iconOf = ({ outcome }: Decision) => {
      const one = Object.values(decisions).find((each) => each.outcome === outcome)!
      return /<svg class="icon".*?<\/svg>/s.exec(shown(one, 'en'))?.[0]
    }
    const { eligible, notYet, needsReview } = decisions
    expect(new Set([eligible, notYet, needsReview].map(iconOf)).size).toBe(3)
  })

  test('what is missing leads to where it can be had', () => {
    const markup = shown(decisions.notYet, 'en')
    expect(markup).toContain('href="/achievements/mooc"')
    expect(markup).toContain('The MOOC is free and open to all.')
    expect(shown(decisions.eligible, 'en')).not.toContain('The MOOC is free and open to all.')
  })

  test('texts in another language than the page are marked', () => {
    const markup = shown(decisions.notYet, 'el')
    expect(markup).toContain('<span lang="en">A project idea</span>')
    expect(markup).toContain('<strong>Ολοκλήρωση του μαθήματος</strong>')
  })

  test('stays under 50 KB with every module of a long course and a hundred credentials', () => {
    const { eligible } = decisions
    const modules = Array.from({ length: 200 }, () => eligible.modules[0]!)
    const credentials = Array.from({ length: 100 }, (_, at) => ({
      id: `https://learn.example.net/credentials/${'x'.repeat(500)}${at}`,
      counts: 'no' as const,
      reason: 'issuer-not-recognised' as const,
    }))
    const rules = Array.from({ length: 100 }, () => decisions.notYet.rules[0]!)
    const markup = shown({ ...eligible, modules, credentials, rules }, 'el')
    expect(Buffer.byteLength(markup) + assets['style.css'].length).toBeLessThan(50_000)
    expect(markup).toContain(messagesFor('el').pages.report.more(100).replace(/\d+.*/, ''))
  })

  test('leads nowhere but to pages of ours', () => {
    expect(ownAddress('/achievements/a%20b').url).toBe('/achievements/a%20b')
    for (const path of ['//evil.example', 'https://evil.example', '/a"b', '/', 'javascript:1'])
      expect(() => ownAddress(path)).toThrow('No path of ours')
  })
})

/** The same shape with every free text replaced; ids stay, other code depends on them. */
function poisoned<T>(value: T, attack: string): T {
  if (Array.isArray(value)) return value.map((each) => poisoned(each, attack)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      typeof child === 'string' && ['en', 'el', 'title', 'name', 'label'].includes(key)
        ? attack
        : poisoned(child, attack),
    ]),
  ) as T
}

describe.each(hostileTexts)('the hostile text %j', (attack) => {
  const bad: Specialization = poisoned(specialization, attack)
  const poison = { ...poisoned(catalogue, attack), specializations: [bad] }
  const about = Object.values(decisions).map((decision) => ({
    specialization: bad,
    held: poisoned(held, attack),
    decision: {
      ...decision,
      rules: decision.rules.map((rule) => ({ ...rule, about: attack, because: [attack] })),
      credentials: [{ id: attack, counts: 'no', reason: 'twice' } as const],
    },
  }))
  const today = '2026-11-26'
  const { ruleVersion } = decisions.eligible

  test('does no harm on a page about a decision', () => {
    for (const { decision, held: theirs } of about) {
      const messages = messagesFor('en')
      const telling = { catalogue: poison, specialization: bad, messages, language: 'en' } as const
      const told = tellDecision(decision, { ...telling, held: theirs })
      const main = decisionBody({ decision, told, messages }, 'h1')
      expectHarmless(page({ title: attack, main }, frame).toString())
    }
  })

  test('does no harm on the pages of specializations and of the self-check', () => {
    const { statements } = bad.admission
    const given = { links: attack, statements: [attack] }
    const view = { catalogue: poison, specialization: bad, ruleVersion, today }
    expectHarmless(specializationPage(view, frame).toString())
    expectHarmless(specializationsPage({ catalogue: poison, today }, frame).toString())
    expectHarmless(selfCheckPage({ statements, given }, frame).toString())
    const unread = [{ name: attack, code: 'no-credential-found' } as const]
    const came = { id: attack, title: attack, report: reports.valid }
    const from = { ...came, counts: true, isAnswer: false }
    const checked = { catalogue: poison, today, statements, given, unread, from, checked: about }
    expectHarmless(selfCheckedPage(checked, frame).toString())
  })
})
