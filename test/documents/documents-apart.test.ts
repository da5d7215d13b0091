import { describe, expect, test } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { readPdfApart } from '../../src/documents/documents-apart.ts'

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n${body}`)

async function pdfWith(json: string): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  doc.addPage()
  await doc.attach(Buffer.from(json), 'credential.json', { mimeType: 'application/json' })
  return doc.save()
}

describe('a PDF read apart', () => {
  test('gives back what it carries', async () => {
    expect(await readPdfApart(await pdfWith('{"a":1}'))).toEqual({
      attached: '{"a":1}',
      pages: {
        pageCount: 1,
        size: { width: expect.closeTo(595.28, 2), height: expect.closeTo(841.89, 2) },
        lines: [],
        ink: [],
        hasNotes: false,
        hasLayers: false,
        codes: [],
      },
    })
  })
  test('that is damaged is refused as such', async () => {
    await expect(readPdfApart(pdf('stream\nx '.repeat(6_000)))).rejects.toMatchObject({
      code: 'input-unreadable',
    })
  })
  test.each([
    ['of a million open arrays', pdf(`1 0 obj${'['.repeat(1_900_000)}`)],
    ['of objects that never end', pdf('1 0 obj(a'.repeat(200_000))],
  ])('%s is given up, and the service goes on meanwhile', async (_what, file) => {
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 50)
    await expect(readPdfApart(file)).rejects.toMatchObject({ code: 'input-unreadable' })
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(5)
  })
  test('is not taken on when too many wait', async () => {
    const good = await pdfWith('{}')
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => readPdfApart(good)))
    const refused = answers.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.every(({ code }) => code === 'busy')).toBe(true)
    expect(await readPdfApart(good)).toMatchObject({ attached: '{}' })
  })
})
