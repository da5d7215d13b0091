import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { PDFDocument, PDFName } from 'pdf-lib'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { readCarried } from '../../src/documents/pdf-attachment.ts'
import { refuseBombs } from '../../src/documents/pdf-limits.ts'
import { Refusal } from '../../src/errors.ts'
import { sampleInput } from './samples.ts'
import { fileOf, newPath, run, testWith } from './tools.ts'

const attachedTo = async (pdf: Uint8Array) => (await readCarried(pdf)).attached

const unreadable = { code: 'input-unreadable' }
let certificate: Uint8Array
const input = sampleInput({ name: 'Ελένη Щ Ģirts' })

beforeAll(async () => {
  certificate = await drawCertificate(input)
})

/** A one-page PDF with these attachments. */
async function pdfWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const doc = await PDFDocument.create()
  doc.addPage()
  for (const [name, data] of Object.entries(files)) {
    await doc.attach(Buffer.from(data), name, { mimeType: 'application/json' })
  }
  return doc.save()
}

/** A PDF whose catalogue is a stream object found by following an object stream of these bytes. */
function pdfWithObjectStream(content: Uint8Array, filter: string): Uint8Array {
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter ${filter} /Length ${content.length}>>\nstream\n`,
    ),
    content,
    Buffer.from(
      '\nendstream\nendobj\n2 0 obj\n<</Type /Catalog>>\nendobj\ntrailer\n<</Root 2 0 R>>\n%%EOF',
    ),
  ])
}

describe('the credential attached to a PDF', () => {
  test('is given back byte for byte', async () => {
    expect(await attachedTo(certificate)).toBe(input.json)
  })

  test('is absent from a PDF without one', async () => {
    expect(await attachedTo(await pdfWith({}))).toBeUndefined()
    expect(await attachedTo(await pdfWith({ 'data.json': '{"a":1}' }))).toBeUndefined()
  })

  test('may have another name when it is the only one that looks like a credential', async () => {
    const pdf = await pdfWith({ 'badge.jsonld': input.json, 'data.json': '{}', 'a.txt': 'x' })
    expect(await attachedTo(pdf)).toBe(input.json)
    const two = await pdfWith({ 'a.json': input.json, 'b.json': `${input.json} ` })
    await expect(attachedTo(two)).rejects.toMatchObject(unreadable)
  })

  test('with the expected name comes before the others', async () => {
    const pdf = await pdfWith({
      'a.json': '{"credentialSubject":1}',
      'credential.json': input.json,
    })
    expect(await attachedTo(pdf)).toBe(input.json)
  })

  test('is refused when it is not UTF-8', async () => {
    const pdf = await pdfWith({ 'credential.json': Uint8Array.of(0x7b, 0xff, 0xfe) })
    await expect(attachedTo(pdf)).rejects.toMatchObject(unreadable)
  })

  test('is refused when it inflates to over 1 MB', async () => {
    const pdf = await pdfWith({ 'credential.json': Buffer.alloc(1024 * 1024 + 1, 0x20) })
    expect(pdf.length).toBeLessThan(10_000)
    await expect(attachedTo(pdf)).rejects.toMatchObject(unreadable)
  })

  test('is not looked for in a PDF over 2 MB', async () => {
    await expect(attachedTo(new Uint8Array(2 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: 'input-too-large',
    })
  })

  testWith(['qpdf'], 'is refused when the PDF is encrypted', async () => {
    const path = newPath('pdf')
    run('qpdf', '--encrypt', 'user', 'owner', '256', '--', fileOf(certificate, 'pdf'), path)
    const { readFileSync } = await import('node:fs')
    await expect(attachedTo(readFileSync(path))).rejects.toMatchObject(unreadable)
  })
})

describe('a hostile PDF', () => {
  test('that unpacks to 200 MB is refused before the library sees it', async () => {
    const bomb = deflateSync(Buffer.alloc(200 * 1024 * 1024))
    const before = process.memoryUsage().rss
    for (const pdf of [
      pdfWithObjectStream(bomb, '/FlateDecode'),
      pdfWithObjectStream(bomb.subarray(0, -20), '/FlateDecode'),
      pdfWithObjectStream(deflateSync(bomb), '[/FlateDecode /FlateDecode]'),
      pdfWithObjectStream(bomb, '/Fl#61teDecode'),
    ]) {
      await expect(attachedTo(pdf)).rejects.toMatchObject(unreadable)
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024)
  })

  test('whose thousands of streams share one damaged tail is refused for what they unpack to', async () => {
    const zeros = deflateRawSync(Buffer.alloc(31 * 1024 * 1024), {
      finishFlush: constants.Z_FULL_FLUSH,
    })
    // Each start skips those after it with one stored block (RFC 1951 §3.2.4); the last block is of no known kind.
    const starts = Array.from({ length: 40 }, (_, index) => {
      const start = Buffer.from('stream\n\x78\x01\0\0\0\0\0', 'latin1')
      const skipped = (39 - index) * start.length
      start.writeUInt16LE(skipped, 10)
      start.writeUInt16LE(~skipped & 0xffff, 12)
      return start
    })
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), ...starts, zeros, Buffer.of(7, 0xff)])
    expect(() => refuseBombs(pdf)).toThrow('unpacks to more')
  })

  test('whose name tree is a circle is read to its end', async () => {
    const doc = await PDFDocument.create()
    doc.addPage()
    const node = doc.context.nextRef()
    doc.context.assign(node, doc.context.obj({ Kids: [node, node] }))
    doc.catalog.set(PDFName.of('Names'), doc.context.obj({ EmbeddedFiles: node }))
    expect(await attachedTo(await doc.save())).toBeUndefined()
  })

  test.each(['', '%PDF-1.7', 'no PDF at all', '%PDF-1.7\n%%EOF', '%PDF-1.7\n1 0 obj\n<</A'])(
    'that is none (%j) is refused',
    async (text) => {
      await expect(attachedTo(Buffer.from(text))).rejects.toMatchObject(unreadable)
    },
  )

  test('with any bytes changed is read or refused', async () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      byte: fc.nat(255),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), async (changes) => {
        const bytes = Uint8Array.from(certificate)
        for (const { at, byte } of changes) bytes[Math.floor(at * bytes.length)] = byte
        const outcome = await attachedTo(bytes).catch((error: unknown) => error)
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal)
      }),
      { numRuns: 60 },
    )
  })

  test('cut short anywhere is read or refused', async () => {
    for (let share = 0.05; share < 1; share += 0.05) {
      const cut = certificate.subarray(0, Math.floor(certificate.length * share))
      const outcome = await attachedTo(cut).catch((error: unknown) => error)
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(Refusal)
    }
  })
})
