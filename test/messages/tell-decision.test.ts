import { describe, expect, test } from '@jest/globals'
import { messagesFor } from '../../src/messages/offered.ts'
import { missingLine, tellDecision } from '../../src/messages/tell-decision.ts'
import type { Telling } from '../../src/messages/told-decision.ts'
import { catalogue, decisions, held, specialization } from '../pages/decision-samples.ts'

const telling = (language: 'en' | 'it' | 'el'): Telling => ({
  catalogue,
  specialization,
  messages: messagesFor(language),
  language,
  held,
})

const names = (rules: readonly { readonly rule: string }[]) => rules.map(({ rule }) => rule)

describe('a decision in words', () => {
  test('says what is missing, why, and where to get it', () => {
    const { missing } = tellDecision(decisions.notYet, telling('en'))
    expect(names(missing)).toEqual(['mooc-completed'])
    expect(missingLine(missing[0]!)).toBe(
      'Completion of the MOOC: “Digital skills for library professionals” is missing. The MOOC is free and open to all.',
    )
    expect(missing[0]!.links).toEqual([
      {
        name: { text: 'Digital skills for library professionals', language: 'en' },
        path: '/achievements/mooc',
      },
    ])
  })

  test('keeps apart what is needed and what would only help', () => {
    const { helps } = tellDecision(decisions.notYet, telling('en'))
    expect(names(helps)).toEqual(['equal-hours', 'library-host', 'project-idea'])
  })

  test('nothing is missing to who is eligible, and what would add points is still told', () => {
    const told = tellDecision(decisions.eligible, telling('en'))
    expect(told.missing).toEqual([])
    expect(names(told.helps)).toEqual(['library-host'])
    expect(told.rules[0]!.advice).toBeNull()
  })

  test('a combination tells each of its parts that is open', () => {
    const [rule] = tellDecision(decisions.mixture, telling('en')).rules
    expect(rule!.sentences).toEqual([
      'A part of this is open; a person has to look at it.',
      'The certificates do not clearly belong to one person; a person has to look at them.',
      'What was handed in for “Digital skills for library professionals” could not be checked at the moment.',
    ])
  })

  test('calls credentials by their titles where it knows them, else by their ids', () => {
    const { credentials, rules } = tellDecision(decisions.mixture, telling('en'))
    expect(credentials.map(({ name }) => name)).toEqual([
      'Digital skills for library professionals',
      'https://learn.example.net/credentials/1',
    ])
    expect(rules.flatMap(({ because }) => because)).toEqual([])
    const { rules: ofEligible } = tellDecision(decisions.eligible, telling('en'))
    expect(ofEligible[0]!.because).toEqual(['Digital skills for library professionals'])
  })

  test('names in Greek are Greek where the catalogue has them, and marked English where not', () => {
    const { rules } = tellDecision(decisions.notYet, telling('el'))
    expect(rules.map(({ name }) => name)).toEqual([
      { text: 'Ολοκλήρωση του μαθήματος', language: 'el' },
      { text: 'Other certificates of equal hours', language: 'en' },
      { text: 'A library for the work-based phase', language: 'en' },
      { text: 'A project idea', language: 'en' },
    ])
  })

  test('what is missing is said in Italian around names that are still English', () => {
    const { missing } = tellDecision(decisions.notYet, telling('it'))
    expect(missing[0]!.sentences).toEqual(['Manca «Digital skills for library professionals».'])
    expect(missing[0]!.name.language).toBe('en')
  })

  test('what waits for a person has a name', () => {
    const { toReview } = tellDecision(decisions.eligible, telling('en'))
    expect(toReview.map(({ name }) => name)).toEqual([
      'Skipping the module: Managing data',
      'Condition: A project idea',
      'Statement: I have a project idea',
    ])
  })

  test('ids stand for what the catalogue does not have any more', () => {
    const told = tellDecision(decisions.outdated, telling('en'))
    expect(told.rules.map(({ name, sentences }) => [name.text, ...sentences])).toEqual([
      ['gone-rule', 'The skill “gone-skill” is not shown.'],
      ['other', '“gone” is missing.'],
    ])
    expect(told.rules.flatMap(({ links }) => links)).toEqual([])
    expect(told.modules[0]!.name.text).toBe('gone-module')
    expect(told.toReview.map(({ name }) => name)).toContain('strange')
  })
})
