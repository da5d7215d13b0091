import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { Refusal } from '../../src/errors.ts'
import { p12File, passphrase } from '../documents/seals.ts'
import { fileOf, run, testWith } from '../documents/tools.ts'
import { biblioJson } from '../learning/sample.ts'
import { issueOne, openWorkshop } from '../support/workshop.ts'

type Workshop = Awaited<ReturnType<typeof openWorkshop>>

const folder = mkdtempSync(join(tmpdir(), 'colophon-catalogue-'))
const opened: Workshop[] = []

afterEach(async () => {
  for (const workshop of opened.splice(0)) await workshop.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Catalogue = {
  certificate?: Record<string, unknown>
  courses: { certificate?: Record<string, unknown> | null }[]
}

let files = 0

/** The sample with something else about its certificates; its logo is found wherever it is put. */
function catalogueFile(change: (catalogue: Catalogue) => void): string {
  const catalogue = structuredClone(biblioJson()) as Catalogue
  change(catalogue)
  const file = join(folder, `${files++}.json`)
  writeFileSync(file, JSON.stringify(catalogue))
  return file
}

async function workshopWith(env: Record<string, string>, now = new Date()) {
  const workshop = await openWorkshop({ env, now: () => now })
  opened.push(workshop)
  return workshop
}

const pdfOf = async ({ service }: Workshop, over: Parameters<typeof issueOne>[1] = {}) => {
  const record = await issueOne(service, over)
  const issued = service.issued(record.id)
  if (!issued) throw new Error('not issued')
  return { issued, pdf: (await service.artefact(issued, 'pdf')).body }
}

const reasonOf = async ({ service }: Workshop, pdf: Uint8Array) => {
  const { report } = await service.verify(pdf)
  const printed = report.findings.find(({ check }) => check === 'printed')
  return { verdict: report.verdict, reason: printed?.reason }
}

const textOf = (pdf: Uint8Array) =>
  run('pdftotext', '-layout', fileOf(pdf, 'pdf'), '-').toString().replace(/\s+/g, ' ')

describe('the certificates of a service', () => {
  testWith(
    ['pdftotext'],
    'print what the catalogue says and agree with what is signed',
    async () => {
      const workshop = await workshopWith({})
      const { pdf } = await pdfOf(workshop)
      expect(textOf(pdf)).toContain('Head of the programme (sample signatory)')
      expect(textOf(pdf)).toContain('No real organisation stands behind this document')
      expect(await reasonOf(workshop, pdf)).toEqual({ verdict: 'valid', reason: 'printed-agrees' })
    },
  )

  test('are drawn the same again, whoever asks', async () => {
    const workshop = await workshopWith({})
    const { issued, pdf } = await pdfOf(workshop)
    const again = await workshop.service.certificates.draw(issued, {
      ...workshop.service.achievements.get(issued.achievement)!.emblem,
    })
    expect(Buffer.compare(pdf, again)).toBe(0)
  })

  test('are set for the paper of the settings, across or upright', async () => {
    const upright = catalogueFile(({ courses }) => {
      for (const course of courses) course.certificate = { layout: 'portrait' }
    })
    const workshop = await workshopWith({ PAGE_SIZE: 'letter', CATALOGUE: upright })
    const { pdf } = await pdfOf(workshop)
    const page = (await PDFDocument.load(pdf)).getPage(0)
    expect(page.getSize()).toEqual({ width: 612, height: 792 })
    expect(await reasonOf(workshop, pdf)).toEqual({ verdict: 'valid', reason: 'printed-agrees' })
  })

  test('are as they were where a catalogue says nothing of them', async () => {
    const plain = catalogueFile((catalogue) => {
      delete catalogue.certificate
      for (const course of catalogue.courses) delete course.certificate
    })
    const workshop = await workshopWith({ CATALOGUE: plain })
    const { pdf } = await pdfOf(workshop)
    expect(Buffer.from(pdf).includes('page.jwt')).toBe(false)
    expect(await reasonOf(workshop, pdf)).toEqual({ verdict: 'valid', reason: 'printed-agrees' })
  })

  test('do not pass with the signed page of another credential', async () => {
    const workshop = await workshopWith({})
    const mine = await pdfOf(workshop, { key: 'email:one@example.org', name: 'Maria Rossi' })
    const other = await pdfOf(workshop, { key: 'email:two@example.org', name: 'Maria Rossi' })
    const doc = await PDFDocument.load(mine.pdf, { updateMetadata: false })
    const taken = await PDFDocument.load(other.pdf, { updateMetadata: false })
    const token = taken.getAttachments().find(({ name }) => name === 'page.jwt')?.data
    doc.detach('page.jwt')
    const without = await doc.save()
    expect(await reasonOf(workshop, without)).toMatchObject({ reason: 'printed-covered' })
    await doc.attach(token ?? new Uint8Array(), 'page.jwt')
    expect(await reasonOf(workshop, await doc.save())).toMatchObject({ reason: 'printed-covered' })
  })
})

describe('a catalogue with mistakes about certificates', () => {
  const mistakesIn = async (change: (certificate: Record<string, unknown>) => void) => {
    const file = catalogueFile((catalogue) => {
      catalogue.certificate = { ...catalogue.certificate }
      change(catalogue.certificate)
    })
    const refused = await workshopWith({ CATALOGUE: file }).catch((thrown: unknown) => thrown)
    if (!(refused instanceof Refusal)) throw new Error('it was taken')
    expect(refused.code).toBe('catalogue-invalid')
    return refused.details.map(({ at, message }) => `${at} ${message}`)
  }

  test('names a logo that is not there, or is none', async () => {
    expect(await mistakesIn((each) => Object.assign(each, { logo: 'missing.svg' }))).toEqual([
      '$.certificate.logo missing.svg cannot be read; it must stand beside the catalogue',
    ])
    writeFileSync(
      join(folder, 'bad.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>',
    )
    expect(await mistakesIn((each) => Object.assign(each, { logo: 'bad.svg' }))).toEqual([
      '$.certificate.logo bad.svg cannot be used: it has text: turn it into paths',
    ])
    writeFileSync(join(folder, 'large.png'), Buffer.alloc(300_000))
    expect(await mistakesIn((each) => Object.assign(each, { logo: 'large.png' }))).toEqual([
      '$.certificate.logo large.png cannot be used: it is over 256 kB',
    ])
  })

  test('lets no file from elsewhere be named', async () => {
    for (const logo of ['../logo.svg', '/etc/logo.svg', 'https://example.org/logo.svg', 'logo.gif'])
      expect(await mistakesIn((each) => Object.assign(each, { logo }))).toEqual([
        '$.certificate.logo must be the name of a PNG or SVG file beside the catalogue',
      ])
  })

  test('names words that cannot be printed, and more signatories than there is room for', async () => {
    const role = { en: 'Head', it: null, el: null, bg: '館長', lv: null }
    const signatory = { name: 'N. N.', role }
    expect(await mistakesIn((each) => Object.assign(each, { signatories: [signatory] }))).toEqual([
      '$.certificate.signatories[0].role.bg no shipped font can draw 館 長',
    ])
    const crowd = Array.from({ length: 4 }, () => ({ ...signatory, role: { ...role, bg: null } }))
    const [mistake] = await mistakesIn((each) => Object.assign(each, { signatories: crowd }))
    expect(mistake).toMatch(/^\$\.certificate\.signatories /)
  })
})

describe('the signature of files', () => {
  const sealing = (over: Record<string, string> = {}) => ({
    PDF_SIGNING_P12_FILE: p12File(),
    PDF_SIGNING_PASSPHRASE: passphrase,
    ...over,
  })
  const said = async (env: Record<string, string>, now = new Date()) => {
    const { service } = await workshopWith(env, now)
    const refused = await service.certificates.open().catch((thrown: unknown) => thrown)
    return refused instanceof Refusal
      ? [refused.code, ...refused.details.map(({ at, message }) => `${at} ${message}`)]
      : []
  }

  testWith(
    ['openssl', 'pdfsig', 'pdftotext'],
    'is made, told on the page, and changes no verdict',
    async () => {
      const workshop = await workshopWith(sealing())
      const { pdf } = await pdfOf(workshop)
      expect(run('pdfsig', '-nocert', fileOf(pdf, 'pdf')).toString()).toContain(
        'Signature is Valid.',
      )
      expect(textOf(pdf)).toContain('This file bears a digital signature of Sample Academy e-seal')
      expect(await reasonOf(workshop, pdf)).toEqual({ verdict: 'valid', reason: 'printed-agrees' })
    },
  )

  testWith(['openssl'], 'may come in a variable as Base64', async () => {
    const { PDF_SIGNING_P12_FILE: file, ...rest } = sealing()
    const PDF_SIGNING_P12 = readFileSync(file).toString('base64')
    expect(await said({ ...rest, PDF_SIGNING_P12 })).toEqual([])
  })

  testWith(['openssl'], 'stops the start with what is wrong with its file', async () => {
    expect(await said(sealing())).toEqual([])
    expect(await said(sealing({ PDF_SIGNING_PASSPHRASE: 'other' }))).toEqual([
      'settings-invalid',
      'PDF_SIGNING_P12 cannot be opened: it is no PKCS#12 file, or the passphrase is wrong',
    ])
    const inTwoMonths = new Date(Date.now() + 60 * 86_400_000)
    const [, ended] = await said(sealing(), inTwoMonths)
    expect(ended).toMatch(/^PDF_SIGNING_P12 holds a certificate that ended on \d{4}-\d\d-\d\d$/)
  })
})
