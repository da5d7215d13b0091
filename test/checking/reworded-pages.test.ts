import { beforeAll, describe, expect, test } from '@jest/globals'
import { checkPrinted } from '../../src/checking/check-printed.ts'
import { drawCertificate } from '../../src/documents/certificate.ts'
import { readPdfApart } from '../../src/documents/documents-apart.ts'
import type { PrintedPages } from '../../src/documents/printed-pages.ts'
import { sampleBadge, sampleInput } from '../documents/samples.ts'

const credential = sampleBadge() as unknown as Record<string, unknown>
let pages: PrintedPages

beforeAll(async () => {
  const pdf = await drawCertificate({ ...sampleInput(), json: JSON.stringify(credential) })
  pages = (await readPdfApart(pdf)).pages
})

/** The page with these words in place of others. */
const reworded = (...changes: readonly (readonly [RegExp, string])[]): PrintedPages => ({
  ...pages,
  lines: pages.lines.map((line) => ({
    ...line,
    text: changes.reduce((text, [from, to]) => text.replace(from, to), line.text),
  })),
})

const intro = [/^This certifies that$/, 'We hereby declare of'] as const
const verb = [/^has completed$/, 'that this was done with honours:'] as const
const code = [/^(Scan the code|address to check).*$/, 'See our page'] as const
const date = [/^Awarded on .*$/, 'Given on 1 January 2020'] as const
const issuer = [/^Issued by .*$/, 'The Academy'] as const

describe('a certificate of our layout', () => {
  test('agrees as it was drawn, whoever issued it', () => {
    for (const isOurs of [true, false])
      expect(checkPrinted(credential, pages, { isOurs }).finding.reason).toBe('printed-agrees')
  })

  test.each([
    ['the words before the name', [intro]],
    ['the words behind the name', [verb]],
    ['both, and the date', [intro, verb, date]],
  ])('does not pass for one of another layout by changing %s', (_what, changes) => {
    for (const isOurs of [true, false])
      expect(checkPrinted(credential, reworded(...changes), { isOurs })).toMatchObject({
        finding: { outcome: 'unknown', reason: 'printed-unreadable' },
        differences: [],
      })
  })

  test('is not told from another once every phrase is changed, but for those that we issued', () => {
    const other = reworded(intro, verb, code, date, issuer)
    expect(checkPrinted(credential, other, { isOurs: true }).finding.reason).toBe(
      'printed-unreadable',
    )
    expect(checkPrinted(credential, other, { isOurs: false }).finding.reason).toBe('printed-agrees')
  })
})
