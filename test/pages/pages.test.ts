import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import type { Headline } from '../../src/messages/messages.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { credentialPage } from '../../src/pages/credential-page.ts'
import { errorPage, isProblemCode, problemPage } from '../../src/pages/problem-page.ts'
import { reportPage } from '../../src/pages/report-page.ts'
import { headlineOf } from '../../src/pages/verdict.ts'
import { verifyPage } from '../../src/pages/verify-page.ts'
import { everyPage } from './every-page.ts'
import * as samples from './samples.ts'

const { badge, credentialView, frame, reports } = samples
const words = (markup: string) =>
  markup.replace(/<head>.*?<\/head>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')
const stylesheet = readFileSync('assets/style.css')
const headlines: Readonly<Record<keyof typeof reports, Headline>> = {
  valid: 'valid',
  strange: 'issuer-unknown',
  revoked: 'revoked',
  expired: 'expired',
  impostor: 'impostor',
  broken: 'invalid',
  undecided: 'undecided',
}
const names = Object.keys(reports) as (keyof typeof reports)[]

describe.each(['en', 'el'] as const)('every page in %s', (language) => {
  const pages = Object.entries(everyPage(language))

  test.each(pages)('%s is whole, in its language, and asks nothing of other hosts', (_, page) => {
    const markup = page.toString()
    expect(markup).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`))
    expect(markup).toContain('<meta name="robots" content="noindex, noarchive">')
    expect(markup.match(/<h1[ >]/g)).toHaveLength(1)
    expect(markup).not.toMatch(/<script|<iframe|\sstyle=|\son\w+=|javascript:/i)
    expect(markup).not.toMatch(/\ssrc="(?!\/|data:image\/)/)
    expect(markup.match(/<link /g)).toHaveLength(1)
    expect(markup).not.toMatch(/undefined|\[object|\bnull\b|NaN/)
    expect(markup).toContain(messagesFor(language).pages.frame.illustrative)
  })

  test.each(pages)('%s is under 50 KB with its style sheet', (_, page) => {
    expect(Buffer.byteLength(page.toString()) + stylesheet.length).toBeLessThan(50_000)
  })

  test.each(names)('the %s report says its verdict in words, before anything else', (name) => {
    const { title } = messagesFor(language).headlines[headlines[name]]
    expect(headlineOf(reports[name])).toBe(headlines[name])
    const page = reportPage({ report: reports[name] }, { ...frame, language }).toString()
    expect(page).toContain(`<h1><span class="verdict-word">${title}</span></h1>`)
  })

  test.each(names.filter((name) => name !== 'valid'))('the %s report never says valid', (name) => {
    const page = reportPage({ report: reports[name] }, { ...frame, language }).toString()
    expect(page).toMatch(/class="verdict tone-(?!good)/)
    const said = words(page.replace(/<h1>.*?<\/h1>/s, '').replace(/<details.*?<\/details>/gs, ''))
    expect(said).not.toMatch(/(?<!\p{L})(valid(?!\p{L})|έγκυρ)/iu)
  })

  test('a revoked credential says so at once, with day and reason, though the report lags', () => {
    const revocation = { date: '2026-11-23', reasonCode: 'issued-in-error' }
    const own = { ...frame, language }
    const page = credentialPage({ ...credentialView, revocation }, own).toString()
    const { headlines: told, revocations } = messagesFor(language)
    expect(page).toContain(`<span class="verdict-word">${told.revoked.title}</span>`)
    expect(page).toContain(revocations['issued-in-error'])
    expect(words(page)).not.toMatch(/(?<!\p{L})(valid(?!\p{L})|έγκυρ)/iu)
    expect(page).not.toMatch(/linkedin|\.pdf"/)
  })
})

describe('a language that is not complete', () => {
  test.each(languages.filter((language) => language !== 'en' && language !== 'el'))(
    '%s is answered in English, and the page says that it is English',
    (language) => {
      expect(verifyPage({}, { ...frame, language }).toString()).toContain('<html lang="en">')
    },
  )
})

describe('what is not proven', () => {
  const { facts } = reports.broken

  test('is not shown as fact, even where a report carries it', () => {
    const page = reportPage({ report: reports.broken }, frame).toString()
    for (const claim of [facts.recipient, facts.title, facts.issuer?.name])
      expect(page).not.toContain(claim)
  })

  test('is not shown on the page of a credential either, nor in its preview', () => {
    const page = credentialPage({ ...credentialView, report: reports.broken }, frame).toString()
    expect(page).not.toContain(facts.recipient)
    expect(page).not.toContain(badge.name)
  })

  test('a report that contradicts itself is not believed', () => {
    const contradicting = { ...reports.valid, status: 'revoked' as const }
    expect(headlineOf(contradicting)).toBe('undecided')
    const forged = {
      ...reports.revoked,
      answers: { ...reports.revoked.answers, genuine: 'no' as const },
    }
    expect(headlineOf(forged)).toBe('invalid')
  })
})

describe('an unknown issuer', () => {
  test('is shown by its address before the name it gives itself', () => {
    const page = reportPage({ report: reports.strange }, frame).toString()
    expect(page.indexOf('learn.example.net')).toBeGreaterThan(0)
    expect(page.indexOf('learn.example.net')).toBeLessThan(page.indexOf('BIBLIO Academy'))
  })

  test('whose name mixes alphabets is pointed out', () => {
    const facts = { ...reports.strange.facts, issuer: { id: 'did:key:z6Mk', name: 'BІBLIO' } }
    const page = reportPage({ report: { ...reports.strange, facts } }, frame).toString()
    expect(page).toContain(messagesFor('en').pages.report.mixedAlphabets)
    expect(page).toContain(messagesFor('en').pages.report.noDomain)
  })
})

describe('the preview of a link', () => {
  test('does not name the learner', () => {
    const head = credentialPage(credentialView, frame).toString().split('</head>')[0]
    expect(head).toContain('og:title')
    expect(head).not.toContain('Ελένη')
  })
})

describe('problems', () => {
  test('every code has a page, and nothing else has', () => {
    const { refusals, reasons, complaints, warnings } = messagesFor('en')
    const codes = [refusals, reasons, complaints, warnings].flatMap((known) => Object.keys(known))
    for (const code of codes) {
      if (!isProblemCode(code)) throw new Error(code)
      expect(problemPage(code, frame).toString()).toContain(`<code>${code}</code>`)
    }
    expect(['', 'toString', '__proto__', '<x>'].filter(isProblemCode)).toEqual([])
  })

  test('a fault of ours shows nothing of its inside', () => {
    const page = errorPage({ code: 'fault' }, frame).toString()
    expect(page).toContain(messagesFor('en').pages.problem.faultTitle)
  })
})

describe('the frame', () => {
  test('keeps language links on this host', () => {
    const page = verifyPage({}, { ...frame, path: '//elsewhere.example/"x' }).toString()
    expect(page).toContain('href="/elsewhere.example/%22x?lang=el"')
  })
})

describe('what is large', () => {
  const bytes = (markup: string) => Buffer.byteLength(markup) + stylesheet.length

  test('a credential with every skill of the programme stays under 50 KB', () => {
    const alignment = Array.from({ length: 40 }, (_, index) => ({
      type: ['Alignment'],
      targetName: `Διαχείριση δεδομένων, πληροφοριών και ψηφιακού περιεχομένου ${index}`,
      targetUrl: `https://badges.example.org/skills/managing-data-information-${index}`,
      targetFramework: 'DigComp',
      targetCode: 'level 5',
    }))
    const achievement = { ...badge.credentialSubject.achievement, alignment }
    const credential = { ...badge, credentialSubject: { ...badge.credentialSubject, achievement } }
    const page = credentialPage({ ...credentialView, credential }, { ...frame, language: 'el' })
    expect(bytes(page.toString())).toBeLessThan(50_000)
  })

  test.each(['"'.repeat(1_000_000), 'x'.repeat(19_000)])(
    'the raw text is shown if it fits',
    (raw) => {
      const page = reportPage({ report: reports.undecided, raw }, { ...frame, language: 'el' })
      expect(bytes(page.toString())).toBeLessThan(50_000)
    },
  )
})
