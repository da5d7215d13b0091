import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { recipientName, resultOfType } from '../../src/credential/open-badge.ts'
import { languages } from '../../src/language.ts'
import { certificateIn } from '../../src/messages/certificate-in.ts'
import { fileOf, run, testWith } from '../documents/tools.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { award, reserve } from '../support/workshop.ts'

let shop: Shop

beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const flat = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** What a page says, without its marks. */
const wordsOf = (html: string) =>
  flat(
    html
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&amp;', '&')
      .replace(/&(#39|apos|quot);/g, '’')
      .replace(/[\u2066-\u2069]/g, ''),
  )

const names = {
  en: 'Niamh O’Neill',
  it: 'Chiara Fiorentini',
  el: 'Ελένη Παπαδοπούλου',
  bg: 'Мария Щърбанова-Георгиева',
  lv: 'Ģirts Ķēniņš-Šņore',
} as const

async function issueIn(language: (typeof languages)[number]): Promise<string> {
  const { service } = shop
  const base = award({ key: `email:${language}@example.org`, name: names[language] })
  const results = [{ kind: 'score', percent: 93 }, { kind: 'distinction' }] as never
  const learner = { ...base.learner, language }
  const [reserved] = await reserve(service, [{ ...base, learner, results }])
  await service.issue()
  return reserved?.credential ?? ''
}

describe('credential, page and certificate', () => {
  for (const language of languages)
    testWith(['pdftotext'], `say the same in ${language}`, async () => {
      const id = await issueIn(language)
      const badge = (await (await shop.ask(`/c/${id}.json`)).json()) as SignedBadge
      const answer = await shop.ask(`/c/${id}?lang=${language}`, {
        headers: { Accept: 'text/html' },
      })
      const page = wordsOf(await answer.text())
      const pdf = Buffer.from(await (await shop.ask(`/c/${id}.pdf`)).arrayBuffer())
      const printed = flat(run('pdftotext', '-raw', fileOf(pdf, 'pdf'), '-').toString())
      const subject = badge.credentialSubject
      const locale = language === 'en' ? 'en-GB' : language
      const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(badge.awardedDate ?? ''),
      )
      // Some languages write a day otherwise within a sentence.
      const dated = certificateIn(language).awardedOn(day)
      expect(printed).toContain(flat(dated))
      expect(
        page.includes(flat(day)) ||
          dated
            .split(' ')
            .slice(1)
            .every((word) => page.includes(word)),
      ).toBe(true)
      const facts = {
        name: recipientName(subject) ?? '',
        title: subject.achievement.name,
        issuer: badge.issuer.name,
        score: resultOfType(subject, 'Percent') ?? '',
      }
      expect(facts.name).toBe(names[language])
      expect(facts.score).toBe('93')
      for (const [fact, words] of Object.entries(facts)) {
        expect([fact, words !== '' && printed.includes(flat(words))]).toEqual([fact, true])
        expect([fact, page.includes(flat(words))]).toEqual([fact, true])
      }
      // The address is broken into lines where there is no space in it.
      expect(printed.replaceAll(' ', '')).toContain(badge.id)
      const { report } = await shop.service.verify(pdf)
      expect([report.verdict, report.source.differences]).toEqual(['valid', []])
      expect(report.facts.recipient).toBe(facts.name)
    })
})
