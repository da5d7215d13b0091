import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from '@jest/globals'
import { decodeJwt } from 'jose'
import { recipientName, type SignedBadge } from '../../src/credential/open-badge.ts'
import type { PageClaims } from '../../src/documents/certificate-design.ts'
import { layouts } from '../../src/documents/sheet-plan.ts'
import { type Language, languages } from '../../src/language.ts'
import type { Service } from '../../src/service/service.ts'
import { p12File, passphrase } from '../documents/seals.ts'
import { fileOf, newPath, run, testWith } from '../documents/tools.ts'
import { biblioJson } from '../learning/sample.ts'
import { openClock } from '../support/clock.ts'
import { award, openWorkshop, reserve } from '../support/workshop.ts'

const folder = mkdtempSync(join(tmpdir(), 'colophon-agrees-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const names = {
  en: 'José Ångström',
  it: 'Nicolò D’Amico-Müller',
  el: 'Ελένη Παπαδοπούλου',
  bg: 'Мария Щърбанова',
  lv: 'Ģirts Ķēniņš-Šņore',
} as const

/** Lines break wherever the layout wants. */
const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/gu, '')

/** The sample with one layout for all, and a service over it that signs files. */
async function sealingWorkshop(layout: string) {
  type Catalogue = { courses: { certificate?: object }[]; certificate: object }
  const catalogue = structuredClone(biblioJson()) as Catalogue
  for (const course of catalogue.courses)
    course.certificate = { ...catalogue.certificate, ...course.certificate, layout }
  const file = join(folder, `${layout}.json`)
  writeFileSync(file, JSON.stringify(catalogue))
  const clock = openClock(new Date(Date.now() + 60_000).toISOString())
  const env = {
    CATALOGUE: file,
    PDF_SIGNING_P12_FILE: p12File({ subject: '/CN=Ακαδημία – Академия e-seal' }),
    PDF_SIGNING_PASSPHRASE: passphrase,
    PAGE_SIZE: layout === 'portrait' ? 'letter' : 'a4',
  }
  return openWorkshop({ now: clock.now, env })
}

/** One in each language. */
async function issueInAll(service: Service) {
  const awards = languages.map((language) => {
    const one = award({ key: `email:${language}@example.org`, name: names[language] })
    return { ...one, learner: { ...one.learner, language } }
  })
  const reserved = await reserve(service, awards)
  await service.issue()
  return languages.map((language, at) => {
    const record = service.issued(reserved[at]?.credential ?? '')
    if (!record) throw new Error('was not issued')
    return [language, record] as const
  })
}

/** What a file carries, as poppler takes it out. */
function attachmentsOf(path: string) {
  const taken = (position: string) => {
    const out = newPath('attached')
    run('pdfdetach', '-save', position, '-o', out, path)
    return readFileSync(out, 'utf8')
  }
  const all = [taken('1'), taken('2')]
  const json = all.find((each) => each.startsWith('{')) ?? ''
  const token = all.find((each) => !each.startsWith('{')) ?? ''
  return { json, page: decodeJwt<{ page: PageClaims }>(token).page }
}

/** The day as the language writes it; Latvian has it in the locative, "on the 20th of November". */
function dayIn(language: string, date: string): string {
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(date))
  return language === 'lv' ? day.replace(/is$/, 'ī') : day
}

/** Every value that the credential signs and a certificate has to print. */
function signedValues(badge: SignedBadge, language: string): string[] {
  const { achievement, result = [] } = badge.credentialSubject
  return [
    recipientName(badge.credentialSubject) ?? '?',
    achievement.name,
    achievement.description,
    badge.issuer.name,
    badge.id,
    dayIn(language, badge.awardedDate ?? '?'),
    ...result.flatMap(({ value }) => (value === undefined ? [] : [value])),
  ]
}

function expectAgreement(pdf: Uint8Array, signed: string, language: Language): void {
  const path = fileOf(pdf, 'pdf')
  const { json, page } = attachmentsOf(path)
  expect(json).toBe(signed)
  const badge = JSON.parse(json) as SignedBadge
  expect(recipientName(badge.credentialSubject)).toBe(names[language])
  const seal = run('pdfsig', '-nocert', path).toString()
  expect(seal).toContain('Signature is Valid.')
  const holder = /Signer Certificate Common Name: (.*)/.exec(seal)?.[1]
  expect(page.sealedBy).toBe(holder)
  expect(page.signatories.length).toBeGreaterThan(0)
  const beside = page.signatories.flatMap(({ name, role }) => [name, role])
  const words = [...signedValues(badge, language), ...beside, page.partnerLine, holder]
  const text = squeezed(run('pdftotext', path, '-').toString())
  expect(words.filter((each) => !text.includes(squeezed(each ?? '?')))).toEqual([])
}

describe('the page, the signed facts and the signature of the file agree, as other programs read them', () => {
  for (const layout of layouts)
    testWith(
      ['openssl', 'pdftotext', 'pdfdetach', 'pdfsig'],
      `in every language, ${layout}`,
      async () => {
        const { service, close } = await sealingWorkshop(layout)
        for (const [language, record] of await issueInAll(service)) {
          const { body } = await service.artefact(record, 'pdf')
          expectAgreement(body, record.signed, language)
          if (language !== 'el') continue // what our own reader sees in the others is held to elsewhere
          const { report } = await service.verify(body)
          expect(report.findings.map(({ reason }) => reason)).toContain('printed-agrees')
        }
        await close()
      },
    )
})
