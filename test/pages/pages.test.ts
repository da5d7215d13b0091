import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/checking/report.ts'
import { languages } from '../../src/language.ts'
import type { Headline } from '../../src/messages/messages.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { credentialPage } from '../../src/pages/credential-page.ts'
import { errorPage, isProblemCode, problemPage } from '../../src/pages/problem-page.ts'
import { isProblemKind, problemKindPage, problemsPage } from '../../src/pages/problems-page.ts'
import { reportPage } from '../../src/pages/report-page.ts'
import { headlineOf } from '../../src/pages/verdict.ts'
import { verifyPage } from '../../src/pages/verify-page.ts'
import { assets } from '../../src/web/frame.ts'
import { everyPage } from './every-page.ts'
import * as samples from './samples.ts'

const { badge, credentialView, frame, reports } = samples
const words = (markup: string) =>
  markup.replace(/<head>.*?<\/head>|<[^>]+>/gs, ' ').replace(/\s+/g, ' ')
const stylesheet = assets['style.css']
const script = readFileSync('assets/check.js')
const headlines: Readonly<Record<keyof typeof reports, Headline>> = {
  valid: 'valid',
  strange: 'issuer-unknown',
  outside: 'issuer-outside',
  revoked: 'revoked',
  expired: 'expired',
  suspended: 'suspended',
  outdated: 'replaced',
  reissued: 'replaced',
  impostor: 'impostor',
  edited: 'page-differs',
  covered: 'page-unread',
  another: 'other-person',
  matching: 'valid',
  endorsed: 'valid',
  presented: 'valid',
  several: 'invalid',
  broken: 'invalid',
  misshapen: 'invalid',
  undecided: 'undecided',
}
const names = Object.keys(reports) as (keyof typeof reports)[]

describe.each(languages)('every page in %s', (language) => {
  const pages = Object.entries(everyPage(language))

  test.each(pages)('%s is whole, in its language, and asks nothing of other hosts', (_, page) => {
    const markup = page.toString()
    expect(markup).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`))
    expect(markup).toContain('<meta name="robots" content="noindex, noarchive">')
    expect(markup.match(/<h1[ >]/g)).toHaveLength(1)
    const own = '<script type="module" src="/assets/check.js?v=1"></script>'
    const hasForm = markup.includes('action="/verify"')
    expect(markup.split(own)).toHaveLength(hasForm ? 2 : 1)
    expect(markup.replace(own, '')).not.toMatch(/<script|<iframe|\sstyle=|\son\w+=|javascript:/i)
    expect(markup).not.toMatch(/\ssrc="(?!\/|data:image\/)/)
    // Whatever is loaded is ours; the other links only name addresses.
    const loading = markup.match(/<link rel="(?!(?:alternate|canonical)")[^>]*>/g)
    const common = loading?.filter((link) => !link.includes('/assets/desk.css?v=1'))
    expect(common).toEqual(['<link rel="stylesheet" href="/assets/style.css?v=1">'])
    expect(markup).not.toMatch(/undefined|\[object|\bnull\b|NaN/)
    expect(markup).toContain(messagesFor(language).pages.frame.illustrative)
  })

  const plates = pages.filter(([, page]) => page.toString().includes('class="plate"'))
  test.each(plates)('%s holds who and what together, beside the picture on a phone', (_, page) => {
    // Two columns there: whatever stands in the plate by itself takes the next cell.
    const plate =
      /<section class="plate">\s*(?:<img [^>]*>)?\s*<div(?: class="award")?>.*?<\/div>(.*?)<\/section>/s
    const rest = plate.exec(page.toString())?.[1]
    expect(
      rest?.replace(/<dl class="imprint">.*<\/dl>|<p class="translated">.*?<\/p>/gs, '').trim(),
    ).toBe('')
  })

  test.each(pages)('%s is under 50 KB with its style sheet and script', (name, page) => {
    // A list of every code there is grows with them; it is looked up, not passed around.
    const most = name === 'problems-refusals' ? 60_000 : 50_000
    const loaded = stylesheet.length + (page.toString().includes('<script') ? script.length : 0)
    expect(Buffer.byteLength(page.toString()) + loaded).toBeLessThan(most)
  })

  test.each(names)('the %s report says its verdict in words, before anything else', (name) => {
    const { title } = messagesFor(language).headlines[headlines[name]]
    expect(headlineOf(reports[name])).toBe(headlines[name])
    const page = reportPage({ report: reports[name] }, { ...frame, language }).toString()
    expect(page).toContain(`<h1><span class="verdict-word">${title}</span></h1>`)
    expect(page).toContain(`<title>${title} · `)
  })

  const good = names.filter((name) => headlines[name] === 'valid')
  test.each(names.filter((name) => !good.includes(name)))(
    'the %s report never says valid',
    (name) => {
      const page = reportPage({ report: reports[name] }, { ...frame, language }).toString()
      expect(page).toMatch(/class="verdict tone-(?!good)/)
      const others = [/<h1>.*?<\/h1>/s, /<details.*?<\/details>/gs, /<h3><span.*?<\/h3>/gs]
      const said = words(others.reduce((rest, each) => rest.replace(each, ''), page))
      expect(said).not.toMatch(/(?<!\p{L}|non )(valid(?!\p{L})|valid[oaie]|έγκυρ|валид|derīg)/iu)
    },
  )

  test('a revoked credential says so at once, with day and reason, though the report lags', () => {
    const revocation = { date: '2026-11-23', reasonCode: 'issued-in-error' }
    const own = { ...frame, language }
    const page = credentialPage({ ...credentialView, revocation }, own).toString()
    const { headlines: told, revocations } = messagesFor(language)
    expect(page).toContain(`<span class="verdict-word">${told.revoked.title}</span>`)
    expect(page).toContain(revocations['issued-in-error'])
    expect(words(page)).not.toMatch(
      /(?<!\p{L}|non )(valid(?!\p{L})|valid[oaie]|έγκυρ|валид|derīg)/iu,
    )
    expect(page).not.toMatch(/linkedin|\.pdf"/)
  })
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

  test.each([
    ['a failed check', reports.revoked.findings, 'undecided'],
    ['a check that could not be made', reports.undecided.findings, 'undecided'],
    ['a page that differs', reports.edited.findings, 'page-differs'],
    ['an impostor', reports.impostor.findings, 'undecided'],
  ] as const)('a verdict that is good beside %s is not believed', (_, findings, headline) => {
    expect(headlineOf({ ...reports.valid, findings })).toBe(headline)
  })

  test('several credentials are never better than each of them', () => {
    const whole = { ...reports.several, verdict: 'valid' as const }
    expect(headlineOf({ ...whole, credentials: [reports.valid, reports.matching] })).toBe('valid')
    expect(headlineOf({ ...whole, credentials: [reports.valid, reports.strange] })).toBe(
      'issuer-unknown',
    )
    for (const bad of [reports.revoked, reports.edited, reports.undecided, reports.broken]) {
      expect(headlineOf({ ...whole, credentials: [reports.valid, bad] })).toBe('undecided')
      expect(headlineOf({ ...reports.valid, credentials: [bad] })).toBe('undecided')
    }
  })
})

describe('an unknown issuer', () => {
  test('stands before whatever it says of others', () => {
    const main = (report: Report) => words(reportPage({ report }, frame).toString())
    const order = (text: string) => text.indexOf('Issued by') < text.indexOf('Awarded to')
    expect(order(main(reports.strange))).toBe(true)
    expect(order(main(reports.valid))).toBe(false)
  })

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

describe('a known issuer outside of what it is known for', () => {
  test('is not called unknown, and the reader is told why it does not count', () => {
    const page = words(reportPage({ report: reports.outside }, frame).toString())
    const { headlines: told, reasons, outcomes } = messagesFor('en')
    expect(page).not.toContain(told['issuer-unknown'].meaning)
    expect(page).toContain(reasons['issuer-outside-scope'])
    expect(page).not.toContain(`Issuer: ${outcomes.skipped}`)
  })
})

describe('the four answers', () => {
  const pageOf = (report: Report) => reportPage({ report }, frame).toString()
  const { answers, pages } = messagesFor('en')

  test('do not call the credential of an impostor genuine', () => {
    expect(pageOf(reports.valid)).toContain(answers.genuine.replies.yes)
    expect(pageOf(reports.impostor)).not.toContain(answers.genuine.replies.yes)
    expect(pageOf(reports.impostor)).toContain(pages.report.genuineOfImpostor)
  })

  test('ask nobody to compare a name that is not shown', () => {
    const compare = answers.person.replies['not-asked']
    expect(pageOf(reports.valid)).toContain(compare)
    expect(pageOf(reports.broken)).not.toContain(compare)
  })
})

describe('a presentation of more than a page holds', () => {
  test('leaves out none that did not pass', () => {
    const long = 'Παπαδοπούλου '.repeat(15)
    const facts = { ...reports.valid.facts, recipient: long, title: long }
    const good = { ...reports.valid, facts }
    const credentials = [...Array(9).fill(good), { ...reports.revoked, facts }]
    const whole = { ...reports.several, credentials }
    const page = reportPage({ report: whole }, { ...frame, language: 'el' }).toString()
    const { headlines: told, pages } = messagesFor('el')
    expect(page).not.toContain(pages.report.presentation.nth(9))
    expect(page).toContain(pages.report.presentation.nth(10))
    expect(page).toContain(`<h3><span class="verdict-word">${told.revoked.title}</span></h3>`)
    expect(Buffer.byteLength(page) + stylesheet.length).toBeLessThan(50_000)
  })
})

describe('a batch', () => {
  test('says how many of each there are, over all its pages', () => {
    const page = words(everyPage('en')['batch-finished']?.toString() ?? '')
    const { headlines: told, pages } = messagesFor('en')
    const valid = Object.values(reports).filter((each) => headlineOf(each) === 'valid').length
    expect(page).toContain(`${told.valid.title}: ${valid}`)
    expect(page).toMatch(new RegExp(`${pages.batch.refused}: \\d+`))
  })

  test('is one step away from the report of each item', () => {
    const batch = { secret: 'AAAAAAAAAAAAAAAAAAAAAA', from: 25 }
    const page = reportPage({ report: reports.valid, batch }, frame).toString()
    expect(page).toContain('href="/verify/batch/AAAAAAAAAAAAAAAAAAAAAA?from=25"')
  })
})

describe('an edited page', () => {
  test.each(languages)(
    'is told before the facts, each difference side by side, in %s',
    (language) => {
      const page = reportPage({ report: reports.edited }, { ...frame, language }).toString()
      const { differences, facts } = messagesFor(language).pages.report
      expect(page.indexOf('<table')).toBeGreaterThan(0)
      expect(page.indexOf('<table')).toBeLessThan(page.indexOf(`<h2>${facts}</h2>`))
      for (const { fact, printed } of reports.edited.source.differences)
        expect(words(page)).toContain(
          `${differences.facts[fact]} ${printed === '' ? differences.absent : printed}`,
        )
      expect(words(page)).not.toContain(messagesFor(language).answers.genuine.replies.yes)
    },
  )

  test('is news before anything else that is wrong with the credential inside, but a false issuer', () => {
    const { source } = reports.edited
    expect(headlineOf({ ...reports.revoked, source })).toBe('page-differs')
    expect(headlineOf({ ...reports.impostor, source })).toBe('impostor')
  })

  test('shows nothing as signed where the signature does not hold', () => {
    const page = reportPage(
      { report: { ...reports.broken, source: reports.edited.source } },
      frame,
    ).toString()
    expect(page).not.toContain('<table')
    expect(page).not.toContain('Ελένη')
  })
})

describe('the person asked for', () => {
  const shown = (report: Report, person: string) =>
    words(reportPage({ report, person }, frame).toString())
  const told = messagesFor('en').pages.report.person

  test('is shown beside the one signed', () => {
    expect(shown(reports.another, 'Anna')).toContain(
      `${told.mismatch} ${told.given}: Anna ${told.signed}: Ελένη Παπαδοπούλου`,
    )
    expect(shown(reports.matching, 'Ελένη Παπαδοπούλου')).toContain(told.match)
  })

  test('is not said to match where there was nothing to compare', () => {
    expect(shown(reports.valid, 'Anna')).toContain(told.open)
  })

  test('is left aside where nobody was asked for, or nothing is proven', () => {
    expect(shown(reports.valid, '')).not.toContain(told.given)
    expect(shown(reports.broken, 'Anna')).not.toContain('Anna')
  })
})

describe('what others say', () => {
  const page = reportPage({ report: reports.endorsed }, frame).toString()

  test('stands apart, each with its own verdict and whose it is, the address first', () => {
    const others = page.slice(page.indexOf('class="others"'))
    const order = ['Issuer not known', 'library.example.net', 'City Library', 'We hire people']
    const places = order.map((each) => others.indexOf(each))
    expect(places).toEqual([...places].sort((left, right) => left - right))
    expect(places[0]).toBeGreaterThan(0)
  })

  test('is not repeated where its signature does not hold', () => {
    expect(page).not.toContain('never signed by the ministry')
    expect(page).toContain('<strong>Not valid</strong>')
  })
})

describe('credentials presented together', () => {
  const page = reportPage({ report: reports.several }, frame).toString()

  test('are shown one by one, each with its own verdict', () => {
    const titles = [...page.matchAll(/<h3><span class="verdict-word">([^<]*)/g)]
    expect(titles.map(([, title]) => title)).toEqual([
      'Valid',
      'Revoked',
      'Not valid',
      'The page was changed',
    ])
  })

  test('say who handed them over, as far as that is proven', () => {
    expect(page).toContain(messagesFor('en').reasons['presentation-unsigned'])
    const proven = reportPage({ report: reports.presented }, frame).toString()
    expect(proven).toContain(messagesFor('en').reasons['presentation-proven'])
  })
})

describe('the form', () => {
  test('keeps what was typed when it comes back, and says what was wrong', () => {
    const given = { link: 'https://a.example/"x', text: '{"a":1}', person: 'Ελένη' }
    const page = verifyPage({ problem: 'address-unreachable', given }, frame).toString()
    expect(page).toContain('value="https://a.example/&quot;x"')
    expect(page).toContain('{&quot;a&quot;:1}</textarea>')
    expect(page).toContain('value="Ελένη"')
    expect(page).toMatch(/role="alert".*Nothing could be had from this address/s)
  })

  test('says plainly what an Open Badges 2.0 badge is', () => {
    const page = words(verifyPage({ problem: 'open-badges-2' }, frame).toString())
    expect(page).toContain('This is an Open Badges 2.0 badge')
    expect(page).toContain('carries no signature')
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
    expect(codes.filter(isProblemKind)).toEqual([])
  })

  test('every code stands on the page of its kind', () => {
    const messages = messagesFor('en')
    for (const kind of ['refusals', 'reasons', 'complaints', 'warnings'] as const) {
      expect(problemsPage(frame).toString()).toContain(`href="/problems/${kind}"`)
      const page = problemKindPage(kind, frame).toString()
      const also = kind === 'refusals' ? problemKindPage('connections', frame).toString() : ''
      for (const code of Object.keys(messages[kind])) expect(page + also).toContain(`>${code}</a>`)
    }
    expect(['', 'toString', 'reason', 'problems'].filter(isProblemKind)).toEqual([])
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

  test.each(['"'.repeat(1_000_000), 'x'.repeat(19_000), '{}'])(
    'the raw text is shown if it fits',
    (raw) => {
      const page = reportPage({ report: reports.undecided, raw }, { ...frame, language: 'el' })
      expect(bytes(page.toString())).toBeLessThan(50_000)
      expect(page.toString().includes('<textarea')).toBe(raw.length < 20_000)
    },
  )

  test('the page stays small whatever the length of the raw text', () => {
    const sizes = Array.from({ length: 100 }, (_, at) => {
      const raw = 'x'.repeat(10_000 + at * 200)
      const page = reportPage({ report: reports.undecided, raw }, { ...frame, language: 'el' })
      return bytes(page.toString())
    })
    expect(Math.max(...sizes)).toBeLessThan(50_000)
  })

  test('what nobody can see in the raw text is written so that it can be seen, and means the same', () => {
    const raw = '{"name":"\u202Eabc\u200B\uFEFF"}'
    const page = reportPage({ report: reports.valid, raw }, frame).toString()
    const shown = /<textarea[^>]*>([^<]*)</.exec(page)?.[1]?.replaceAll('&quot;', '"') ?? ''
    expect(shown).toBe('{"name":"\\u202eabc\\u200b\\ufeff"}')
    expect(JSON.parse(shown)).toEqual(JSON.parse(raw))
  })

  test('a report stays under 50 KB whatever the credential holds', () => {
    const long = 'Ω"'.repeat(5_000)
    const many = <T>(value: T) => Array.from({ length: 500 }, () => value)
    const facts = {
      id: long,
      recipient: long,
      title: long,
      achievement: { id: long, name: `x${long}` },
      issuer: { id: long, name: long },
      validFrom: long,
      validUntil: long,
      awardedDate: long,
      results: many({ name: long, value: long }),
      alignments: many({ name: long, framework: long, code: long }),
    }
    const report: Report = {
      ...reports.edited,
      facts,
      source: { kind: 'pdf', differences: many({ fact: 'title', printed: long, signed: long }) },
    }
    const endorsements = many({ comment: long, report })
    for (const each of [
      { ...report, endorsements },
      { ...reports.several, credentials: many(report) },
    ]) {
      const page = reportPage(
        { report: each, raw: long, person: long },
        { ...frame, language: 'el' },
      )
      expect(bytes(page.toString())).toBeLessThan(50_000)
    }
  })
})
