import { describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { formatDate } from '../../src/messages/format.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { type CredentialView, credentialPage } from '../../src/pages/credential-page.ts'
import { credentialViews } from './credential-samples.ts'
import { badge, credentialView, frame, lostSupport, undecided } from './samples.ts'

const pageOf = (view: CredentialView, language = frame.language) =>
  credentialPage(view, { ...frame, language }).toString()
const views = credentialViews

describe('the page of a credential', () => {
  test('answers in the order of the questions: valid, who, what, by whom and how we know, when', () => {
    const page = pageOf(credentialView)
    const words = messagesFor('en').pages.credential
    const order = [
      'class="verdict-word"',
      'class="person"',
      '<h1',
      'class="domain"',
      '<time',
      words.howWeKnow,
      words.about,
      `<h2>${words.skills}`,
      words.criteria,
      `<h2>${words.results}`,
      'class="how"',
      `<h2>${words.downloads}`,
      `<h2>${words.share}`,
    ].map((each) => page.indexOf(each, page.indexOf('<main')))
    expect(order).toEqual([...order].sort((left, right) => left - right))
    expect(order[0]).toBeGreaterThan(0)
  })

  test('keeps names apart from the text around them, whatever their direction', () => {
    expect(pageOf(credentialView)).toContain(
      '<p class="person"><bdi dir="auto" lang="el">Ελένη Παπαδοπούλου</bdi></p>',
    )
  })
})

describe.each(languages)('the state of a credential in %s', (language) => {
  const messages = messagesFor(language)
  const { publicPage, credential } = messages.pages
  const told = (date: string) => formatDate(date, language)

  test.each([
    ['credential-revoked', credential.revokedOn(told('2026-11-23')), 'revoked'],
    ['credential-expired', publicPage.expiredOn(told('2026-11-23')), 'expired'],
    ['credential-early', publicPage.countsFrom(told('2026-12-24')), 'not-yet-valid'],
  ] as const)(
    '%s says since when, and offers nothing to hang up or share',
    (name, when, headline) => {
      const page = pageOf(views[name], language)
      expect(page).toContain(
        `<span class="verdict-word">${messages.headlines[headline].title}</span>`,
      )
      expect(page).toContain(`<h2>${when}</h2>`)
      expect(page).not.toMatch(/linkedin|\.pdf"|\.png" download|\.svg"/)
      expect(page).toContain('.json"')
    },
  )

  test('of a revoked one has the public reason', () => {
    const page = pageOf(views['credential-revoked'], language)
    expect(page).toContain(messages.revocations['issued-in-error'])
    expect(page).not.toContain(messages.corrections.correctedNote)
  })

  test('of a corrected one says since when, and that it counts', () => {
    const page = pageOf(views['credential-corrected'], language)
    expect(page).toContain(messages.headlines.valid.title)
    expect(page).toContain(messages.corrections.correctedOn(told('2026-11-25')))
    expect(page).toContain('linkedin')
    expect(pageOf(credentialView, language)).not.toContain(messages.corrections.correctedNote)
  })

  test('of one whose ground is gone is not good, and offers nothing', () => {
    const page = pageOf({ ...credentialView, support: lostSupport }, language)
    expect(page).toContain(credential.eligibility.lost.title)
    expect(page).toContain('<p class="moment">')
    expect(page).not.toMatch(/linkedin|\.pdf"/)
    expect(page).not.toContain(messages.headlines.valid.meaning)
  })

  test('that could not be found out is neither good nor bad, and nothing is offered', () => {
    const page = pageOf({ ...credentialView, report: undecided }, language)
    expect(page).toContain(messages.headlines.undecided.title)
    expect(page).not.toMatch(/linkedin/)
  })
})

describe('a credential signed in another language', () => {
  const page = pageOf(views['credential-translated'])
  const { translated, inYourLanguage, frameworkAreas } = messagesFor('en').pages.publicPage

  test('has the signed title as its heading, and the translation beside it, marked as such', () => {
    expect(page).toContain('<h1 lang="el"><bdi dir="auto">Ψηφιακές δεξιότητες')
    expect(page).toContain(
      `<small>${translated}</small> <span lang="en"><bdi dir="auto">${badge.name}</bdi></span>`,
    )
    expect(page).toContain(
      `<a href="/achievements/mooc/en" rel="noopener noreferrer">${inYourLanguage}</a>`,
    )
    expect(pageOf(credentialView)).not.toContain(translated)
  })

  test('has its skills in the language of the reader, under the part of their framework', () => {
    const area = frameworkAreas['Information and data literacy']
    expect(page).toContain(`<h3>DigComp: ${area}</h3>`)
    expect(page).toMatch(/<span lang="en"><bdi dir="auto">Spotting opportunities<\/bdi><\/span>/)
    const greek = pageOf(views['credential-translated'], 'el')
    expect(greek).toContain(
      '<h3>DigComp: Πληροφοριακός γραμματισμός και γραμματισμός δεδομένων</h3>',
    )
    expect(greek).toContain('επίπεδο 6 από 8')
  })

  test('keeps skills that the catalogue does not know as they were signed, in their language', () => {
    const signed = pageOf({ ...views['credential-translated'], skills: new Map() })
    expect(signed).toMatch(/<li lang="el"><a [^>]*><bdi dir="auto">Spotting opportunities/)
  })
})
