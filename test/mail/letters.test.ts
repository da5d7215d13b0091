import { domainToUnicode } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { type LetterFacts, writeLetter } from '../../src/mail/letter.ts'
import {
  buildMessage,
  deliverable,
  letterOfMessageId,
  messageIdOf,
} from '../../src/mail/message.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { importLearners } from '../support/importing.ts'
import { type MailServerOfTests, opened, openMailServer } from '../support/mail-server.ts'
import { openWorkshop } from '../support/workshop.ts'

const publicUrl = new URL('https://badges.example.org')
const claimUrl = `https://badges.example.org/claim/${'a'.repeat(52)}`
const facts = (over: Partial<LetterFacts> = {}): LetterFacts => ({
  kind: 'claim',
  language: 'en',
  name: 'Μαρία Παπαδοπούλου',
  items: [
    {
      title: 'Digital skills',
      language: 'en',
      url: `https://badges.example.org/c/${'b'.repeat(26)}`,
    },
  ],
  claim: { url: claimUrl, expiresAt: '2027-02-25T08:00:00.000Z' },
  issuer: 'BIBLIO Sample Academy',
  course: 'BIBLIO MOOC',
  publicUrl,
  isIllustrative: true,
  ...over,
})
const posting = {
  id: 'c'.repeat(26),
  to: 'maria@example.org',
  sender: { name: null, address: 'office@example.org' },
  issuer: 'BIBLIO Sample Academy',
  publicUrl,
  now: new Date('2026-11-27T08:00:00Z'),
}
const built = async (over: Partial<LetterFacts> = {}, how: Partial<typeof posting> = {}) =>
  opened({
    raw: (await buildMessage(writeLetter(facts(over)), { ...posting, ...how })).bytes.toString(),
  })

const kinds = ['claim', 'new-link', 'corrected'] as const
const every = languages.flatMap((language) => kinds.map((kind) => [language, kind] as const))

describe.each(every)('a letter in %s about %s', (language, kind) => {
  test('says the same as text and as HTML, with the link, until when it holds, and from whom it is', async () => {
    const letter = await built({ language, kind })
    const told = writeLetter(facts({ language, kind }))
    const text = letter.text.replace(/\s+/g, ' ')
    const sentences = [
      told.name,
      told.lead,
      told.whatThere,
      told.holds,
      claimUrl,
      '2027',
      ...told.foot,
    ]
    for (const body of [text, letter.html])
      expect(sentences.filter((sentence) => !body.includes(sentence))).toEqual([])
    expect(letter.html).toContain(told.addressInWords)
    expect(letter.html).toContain(`<html lang="${language}"`)
    expect(letter.head.get('content-language')).toBe(language)
    expect(letter.subject).toBe(told.subject)
  })

  test('says it in words of that language alone', () => {
    const other = languages.find((each) => each !== language) ?? 'en'
    const told = writeLetter(facts({ language, kind }))
    expect(told.button).toBe(messagesFor(language).mail.button)
    expect(told.button).not.toBe(messagesFor(other).mail.button)
  })

  test('fetches nothing, follows nobody, runs nothing', async () => {
    const { html } = await built({ language, kind })
    expect(html).not.toMatch(
      /<(?:img|link|script|iframe|object|svg|form|base)\b|url\(|@import|\son\w+=/i,
    )
    const hosts = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(
      ([, url = '']) => new URL(url).host,
    )
    expect(new Set(hosts)).toEqual(new Set(['badges.example.org']))
    expect(html.length).toBeLessThan(10_000)
  })
})

describe('the header of a letter', () => {
  test('is that of a message sent by a program, once', async () => {
    const { head, parts } = await built()
    expect(Object.fromEntries(head)).toMatchObject({
      from: 'BIBLIO Sample Academy <office@example.org>',
      to: 'maria@example.org',
      'message-id': `<${posting.id}@badges.example.org>`,
      'auto-submitted': 'auto-generated',
      date: 'Fri, 27 Nov 2026 08:00:00 +0000',
      'mime-version': '1.0',
    })
    expect(head.get('content-type')).toContain('multipart/alternative')
    expect(parts).toBe(2)
    expect(letterOfMessageId(head.get('message-id') ?? '', publicUrl)).toBe(posting.id)
    expect(
      letterOfMessageId(messageIdOf(posting.id, new URL('https://other.org')), publicUrl),
    ).toBe(undefined)
  })

  const hostile = [
    'A\r\nBcc: everybody@example.org\r\n\r\nbody',
    'A\nSubject: another',
    '"><script>alert(1)</script>',
    'A <a@b.org>, B <c@d.org>',
    'A\u0000B\u202Egnp.exe',
    '=?utf-8?q?Bcc:_x@example.org?=',
    '"quoted" \\ name',
    'A\u2028Bcc: x\u0085y',
  ]
  test.each(hostile)('cannot be written into by what somebody is called: %j', async (text) => {
    const plain = await built()
    const item = { title: text, language: 'en', url: facts().items[0]!.url } as const
    const letter = await built(
      { name: text, items: [item], course: text, issuer: text },
      { issuer: text },
    )
    const names = ({ headText }: typeof letter) =>
      headText.split('\n').flatMap((line) => /^([\w-]+):/.exec(line)?.[1] ?? [])
    expect(names(letter).sort()).toEqual(names(plain).sort())
    expect(letter.head.get('to')).toBe('maria@example.org')
    expect(letter.head.get('from')).toMatch(/<office@example\.org>$/)
    expect(letter.parts).toBe(2)
    expect(letter.html).not.toContain('<script')
    for (const hidden of ['\u0000', '\u202E'])
      expect((letter.html + letter.text).includes(hidden)).toBe(false)
  })

  test('names no learner', async () => {
    const { headText } = await built({ name: 'Maria Secret' })
    expect(headText).not.toContain('Maria')
  })
})

describe('an address', () => {
  test.each([
    ['maria@example.org', 'maria@example.org'],
    ['maria@παράδειγμα.gr', 'maria@xn--hxajbheg2az3al.gr'],
    ['μαρία@example.org', 'μαρία@example.org'],
  ])('%s goes to %s', (email, to) => expect(deliverable(email)).toBe(to))

  test.each([
    '',
    'maria',
    'maria@',
    '@example.org',
    'a@b.org,c@d.org',
    'a@b.org>\r\nRCPT TO:<c@d.org',
    'a b@example.org',
    '"a"@example.org',
    'a@exa mple.org',
    'a@b@c.org',
    '<a@b.org>',
    'a\u0000@b.org',
  ])('%j goes nowhere', (email) => expect(deliverable(email)).toBeUndefined())
})

describe('a letter that arrives', () => {
  let server: MailServerOfTests
  let workshop: Awaited<ReturnType<typeof openWorkshop>>
  const scripts = [
    { email: 'a@example.org', name: 'Anna Āboliņa-Žīgure', language: 'lv' },
    { email: 'b@example.org', name: 'Μαρία Παπαδοπούλου', language: 'el' },
    { email: 'c@example.org', name: 'Щерьо Дъбов', language: 'bg' },
    { email: 'd@example.org', name: 'محمد بن سلمان', language: 'it' },
    { email: 'e@example.org', name: 'דוד כהן', language: '' },
    { email: 'f@example.org', name: '王小明', language: 'it' },
    { email: 'g@xn--hxajbheg2az3al.gr', name: 'Γ', language: 'el' },
    { email: 'μαρία@example.org', name: 'Utf', language: '' },
  ]
  beforeAll(async () => {
    server = await openMailServer()
    const env = {
      SMTP_URL: server.url,
      MAIL_FROM: 'Office <office@example.org>',
      MAIL_PER_MINUTE: '60000',
    }
    workshop = await openWorkshop({ env })
    await importLearners(workshop.service, scripts)
  })
  afterAll(async () => {
    await workshop.close()
    await server.close()
  })

  test('is in the language of its reader, with the name in any of six scripts', async () => {
    const so = await workshop.service.mail.sendDue()
    const key = (address: string) =>
      domainToUnicode(address.split('@')[1] ?? '') + address.split('@')[0]
    const letters = new Map(server.arrived.map((each) => [key(each.to), opened(each)]))
    for (const { email, name, language } of scripts.slice(0, 7)) {
      const letter = letters.get(key(email))
      expect([email, letter?.head.get('content-language')]).toEqual([email, language || 'en'])
      expect(letter?.html).toContain(`<span dir="auto" style="unicode-bidi:isolate">${name}</span>`)
      expect(letter?.text.split('\n')[0]).toContain(name)
      expect(letter?.head.get('from')).toBe('Office <office@example.org>')
    }
    expect(letters.get(key('d@example.org'))?.text.split('\n')[0]).toContain(
      '\u2068محمد بن سلمان\u2069',
    )
    expect(letters.get(key('b@example.org'))?.text).not.toMatch(/[\u2066-\u2069]/)
    expect(so?.sent).toBe(server.arrived.length)
  })
})
