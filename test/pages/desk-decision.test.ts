import { describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import { deskDecisionPage } from '../../src/pages/desk-decision-page.ts'
import type { DeskDecision } from '../../src/pages/desk-decision-view.ts'
import { wordsOf } from '../support/desk.ts'
import { decisions } from './decision-samples.ts'
import { deskDecision, formToken } from './desk-samples.ts'
import { frame } from './samples.ts'

const own = { ...frame, language: 'en' as const, formToken }
const { admission, pages } = messagesFor('en')
const whole = deskDecision(decisions.eligible, 'en')
const shown = (over: Partial<DeskDecision> = {}) =>
  deskDecisionPage({ ...whole, ...over }, own).markup
const formOf = (page: string, item: string) =>
  wordsOf(page.split('<form class="settle"').find((form) => form.includes(`value="${item}"`)) ?? '')

describe('a decision at the desk', () => {
  test('says beside a verdict on a module which hours are proven, and by what', () => {
    const form = formOf(shown(), 'module:data')
    expect(form).toContain(admission.moduleHours(20, 20))
    expect(form).toContain(`${admission.labels.restsOn}: Digital skills for library professionals`)
    expect(formOf(shown(), 'rule:idea')).not.toContain(admission.labels.restsOn)
  })

  test('says of a module that is proven in part what is missing, and what becomes of it', () => {
    const said = wordsOf(shown())
    expect(said).toContain(admission.moduleHours(4, 10))
    expect(said).toContain(admission.labels.modulesInPartNote)
    const modules = whole.told.modules.filter(({ state }) => state !== 'partial')
    const without = wordsOf(shown({ told: { ...whole.told, modules } }))
    expect(without).not.toContain(admission.labels.modulesInPartNote)
  })

  test('says who issued what was handed in, where that is known', () => {
    const credential = { ...whole.told.credentials[0]!, issuer: 'did:web:academy.example' }
    const told = { ...whole.told, credentials: [credential] }
    expect(wordsOf(shown({ told }))).toContain('Issuer: did:web:academy.example')
    const unknown = { ...told, credentials: [{ ...credential, issuer: null }] }
    expect(wordsOf(shown({ told: unknown }))).not.toContain(`${admission.labels.from}:`)
  })

  test('shows every verdict, also where there is no room for a form to change each', () => {
    const settled = Array.from({ length: 25 }, (_, at) => ({
      item: `module:m-${at}`,
      name: `Skipping module number ${at}.`,
      verdict: 'accepted' as const,
    }))
    const page = shown({ settled })
    for (const { name } of settled)
      expect(page).toContain(`<li>${name}: <strong>${pages.desk.decision.accepted}</strong>`)
    const forms = page.split(pages.desk.decision.otherwise).length - 1
    expect(forms).toBeGreaterThan(3)
    expect(forms).toBeLessThan(25)
  })
})
