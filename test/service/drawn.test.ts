import { renameSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { languages } from '../../src/language.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { p12File, passphrase } from '../documents/seals.ts'
import { testWith } from '../documents/tools.ts'
import { openClock } from '../support/clock.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { award, issueOne, reserve } from '../support/workshop.ts'

const opened: Shop[] = []
afterEach(async () => {
  for (const shop of opened.splice(0)) await shop.close()
})

async function shopWith(options: Parameters<typeof openShop>[0] = {}) {
  const shop = await openShop(options)
  opened.push(shop)
  return shop
}

const pdfOf = async (shop: Shop, record: IssuedRecord) =>
  Buffer.from((await shop.service.artefact(record, 'pdf')).body)

/** How the service answers whoever has the file under this tag. */
async function asked(shop: Shop, { id }: IssuedRecord, tag = '"none"') {
  const { status, headers } = await shop.askPlainly(`/c/${id}.pdf`, { 'If-None-Match': tag })
  return { status, tag: String(headers.etag) }
}

describe('a certificate that was drawn is not served in place of another', () => {
  test('after a correction: the old tag counts no more', async () => {
    const clock = openClock()
    const shop = await shopWith({ now: clock.now })
    const record = await issueOne(shop.service, { name: 'Marla Rossi' })
    const { tag } = await asked(shop, record)
    expect(await asked(shop, record, tag)).toEqual({ status: 304, tag })
    clock.pass()
    const change = { changes: { name: 'Maria Rossi' }, reason: 'a typing error', by: 'test' }
    await shop.service.corrections.replace(record.id, change)
    const next = await asked(shop, record, tag)
    expect(next.status).toBe(200)
    expect(next.tag).not.toBe(tag)
    const corrected = shop.service.issued(record.id)
    if (!corrected) throw new Error('was not issued')
    const { body } = await shop.service.artefact(corrected, 'pdf')
    expect((await PDFDocument.load(body)).getTitle()).toContain('Maria Rossi')
    expect(await asked(shop, record, next.tag)).toEqual({ status: 304, tag: next.tag })
  })

  test('in another language: each has a document and a tag of its own', async () => {
    const shop = await shopWith()
    const awards = languages.map((language) => {
      const one = award({ key: `email:${language}@example.org`, name: 'Maria Rossi' })
      return { ...one, learner: { ...one.learner, language } }
    })
    const reserved = await reserve(shop.service, awards)
    await shop.service.issue()
    const tags = new Set<string>()
    for (const [at, { credential }] of reserved.entries()) {
      const record = shop.service.issued(credential ?? '')
      if (!record) throw new Error('was not issued')
      const doc = await PDFDocument.load(await pdfOf(shop, record), { updateMetadata: false })
      expect(doc.getLanguage()).toBe(languages[at])
      const { tag } = await asked(shop, record)
      expect(await asked(shop, record, tag)).toEqual({ status: 304, tag })
      tags.add(tag)
      // The same credential, were it to be printed in another language.
      const other = languages[(at + 1) % languages.length] ?? 'en'
      const turned = await pdfOf(shop, { ...record, language: other })
      const read = await PDFDocument.load(turned, { updateMetadata: false })
      expect(read.getLanguage()).toBe(other)
    }
    expect(tags.size).toBe(languages.length)
  })

  test('when it was drawn without keys: with them it bears the whole page again', async () => {
    const shop = await shopWith()
    const { keysDir } = shop.config
    const record = await issueOne(shop.service)
    renameSync(keysDir, `${keysDir}.away`)
    const bare = await pdfOf(shop, record)
    expect(shop.faults).toHaveLength(1)
    renameSync(`${keysDir}.away`, keysDir)
    const whole = await pdfOf(shop, record)
    const names = async (pdf: Buffer) =>
      (await PDFDocument.load(pdf)).getAttachments().map(({ name }) => name)
    expect(await names(bare)).not.toContain('page.jwt')
    expect(await names(whole)).toContain('page.jwt')
  })

  testWith(
    ['openssl'],
    'when the certificate of the file has ended: no signature, and not the old tag',
    async () => {
      const clock = openClock(new Date().toISOString())
      const shop = await shopWith({
        now: clock.now,
        env: { PDF_SIGNING_P12_FILE: p12File(), PDF_SIGNING_PASSPHRASE: passphrase },
      })
      const record = await issueOne(shop.service)
      clock.pass() // past the second in which the certificate begins
      expect((await pdfOf(shop, record)).includes('/ByteRange')).toBe(true)
      const { tag } = await asked(shop, record)
      expect(await asked(shop, record, tag)).toEqual({ status: 304, tag })
      clock.pass(40 * 86_400)
      expect((await asked(shop, record, tag)).status).toBe(200)
      expect((await pdfOf(shop, record)).includes('/ByteRange')).toBe(false)
      expect(shop.faults).toHaveLength(1)
    },
  )

  test('after a start with another paper: the tag of before is answered with the new file', async () => {
    const first = await shopWith()
    const record = await issueOne(first.service)
    const { tag } = await asked(first, record)
    await first.stop()
    const { dataDir } = first
    const second = await shopWith({ dataDir, env: { PAGE_SIZE: 'letter' } })
    const next = await asked(second, record, tag)
    expect(next.status).toBe(200)
    const page = (await PDFDocument.load(await pdfOf(second, record))).getPage(0)
    expect(page.getSize()).toEqual({ width: 792, height: 612 })
    expect(await asked(second, record, next.tag)).toEqual({ status: 304, tag: next.tag })
  })
})
