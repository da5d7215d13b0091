import { beforeAll, describe, expect, test } from '@jest/globals'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { pageUrl, sampleInput } from './samples.ts'
import { fileOf, run, testWith } from './tools.ts'

let path: string
let pdf: Uint8Array

beforeAll(async () => {
  pdf = await drawCertificate(
    sampleInput({ name: 'Ελένη Щ Ģirts', language: 'el', distinction: true }),
  )
  path = fileOf(pdf, 'pdf')
})

/** The file with every stream unpacked and no object streams, as text. */
const unpacked = () =>
  run('qpdf', '--qdf', '--object-streams=disable', '--coalesce-contents', path, '-').toString(
    'latin1',
  )

/** Operators that put something on the page (ISO 32000-1 Annex A). */
const painting = new Set([
  'f',
  'F',
  'f*',
  'S',
  's',
  'B',
  'B*',
  'b',
  'b*',
  'sh',
  'Do',
  'Tj',
  'TJ',
  "'",
  '"',
])

function contentOf(text: string): string {
  const stream = /stream\n((?:(?!endstream)[\s\S])*?BDC[\s\S]*?)endstream/.exec(text)?.[1]
  if (!stream) throw new Error('The page has no content')
  return stream
}

describe('a certificate, by the structure PDF/A-3u and PDF/UA-1 ask for', () => {
  testWith(['qpdf'], 'is a sound PDF', () => {
    expect(run('qpdf', '--check', path).toString()).toContain('No syntax or stream encoding errors')
  })

  testWith(['qpdf'], 'is tagged, and says its language and title', () => {
    const text = unpacked()
    expect(text).toMatch(/\/StructTreeRoot \d+ 0 R/)
    expect(text).toMatch(/\/MarkInfo <<\s*\/Marked true/)
    expect(text).toMatch(/\/Lang (\(el\)|<feff0065006c>)/)
    expect(text).toMatch(/\/DisplayDocTitle true/)
    expect(text).toMatch(/\/Tabs \/S/)
    expect(text).toMatch(/\/StructParents 0/)
    expect(text).toMatch(/\/ParentTree </)
  })

  testWith(['qpdf'], 'has an alternative for every figure and link', () => {
    const elements = unpacked().match(
      /<<(?:(?!>>\s*endobj)[\s\S])*?\/Type \/StructElem[\s\S]*?endobj/g,
    )
    const spoken = (elements ?? []).filter((element) => /\/S \/(Figure|Link)/.test(element))
    expect(spoken).toHaveLength(3)
    for (const element of spoken) expect(element).toMatch(/\/Alt [(<]/)
    for (const figure of spoken.filter((element) => element.includes('/S /Figure'))) {
      expect(figure).toMatch(/\/BBox \[/)
    }
  })

  testWith(['qpdf'], 'paints nothing outside marked content, and nests none', () => {
    const step: Record<string, number> = { BDC: 1, BMC: 1, EMC: -1 }
    let depth = 0
    const outside = contentOf(unpacked())
      .split('\n')
      .filter((line) => {
        const operator = line.trim().split(' ').at(-1) ?? ''
        depth += step[operator] ?? 0
        return painting.has(operator) && depth !== 1
      })
    expect(outside).toEqual([])
    expect(depth).toBe(0)
  })

  testWith(
    ['qpdf'],
    'has a colour profile, the metadata of both standards, and no forbidden entry',
    () => {
      const text = unpacked()
      expect(text).toMatch(/\/OutputIntents \[/)
      expect(text).toMatch(/\/S \/GTS_PDFA1/)
      const packet = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(
        Buffer.from(text, 'latin1').toString(),
      )?.[0]
      expect(packet).toMatch(/pdfaid:part>3</)
      expect(packet).toMatch(/pdfaid:conformance>U</)
      expect(packet).toMatch(/pdfuaid:part>1</)
      expect(packet).toContain('Ελένη Щ Ģirts')
      expect(text).not.toMatch(/\/(JavaScript|JS|Encrypt|SMask|OpenAction|Launch)\b/)
    },
  )

  testWith(['qpdf'], 'names the credential as its source', () => {
    const text = unpacked()
    expect(text).toMatch(/\/AF \[/)
    expect(text).toMatch(/\/AFRelationship \/Source/)
    expect(text).toMatch(/\/Subtype \/application#2fvc/i)
    expect(text).toMatch(/\/UF (\(credential\.json\)|<feff)/)
  })

  testWith(['pdffonts'], 'embeds each font as a subset that maps to Unicode', () => {
    const fonts = run('pdffonts', path).toString().trim().split('\n').slice(2)
    expect(fonts).toHaveLength(3)
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +0$/)
  })

  testWith(['pdfinfo'], 'reads aloud in order: heading, name, title, then how to check it', () => {
    const read = run('pdfinfo', '-struct-text', path).toString()
    const order = ['H1', 'Πιστοποιητικό', 'Ελένη', 'Digital', 'Figure', 'Link', 'Απονεμήθηκε']
    const places = order.map((words) => read.indexOf(words))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(run('pdfinfo', path).toString()).toMatch(/Tagged: +yes/)
    expect(run('pdfinfo', '-url', path).toString()).toContain(pageUrl)
  })

  test('is small enough to send by mail', () => {
    expect(pdf.length).toBeLessThan(100_000)
  })
})
