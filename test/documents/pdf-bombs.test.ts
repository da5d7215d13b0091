import { describe, expect, test } from '@jest/globals'
import { readPdfApart } from '../../src/documents/documents-apart.ts'
import { packedStream, rawPage, rawPdf, rawStream } from './raw-pdf.ts'

const catalogue = '<</Type/Catalog/Pages 2 0 R>>'
const smallPage = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'
const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')
const form = '/Type/XObject/Subtype/Form/BBox[0 0 595 842]'

/** A page that shows one picture, which says it is of absurd size. */
const picture = (entries: string, data: Uint8Array, size = 60_000) =>
  rawPage(rawStream('', '500 0 0 500 0 0 cm /X Do'), {
    resources: '/XObject<</X 5 0 R>>',
    more: [
      rawStream(
        `/Type/XObject/Subtype/Image/Width ${size}/Height ${size}/BitsPerComponent 1/ColorSpace/DeviceGray${entries}`,
        data,
      ),
    ],
  })

const jpx = hex(
  '0000000c6a5020200d0a870a 00000014667479706a703220000000006a703220 0000002d6a703268' +
    '00000016696864720000ea600000ea60000307070000 0000000f636f6c72010000000000100000 0000' +
    '00006a703263ff4fff51002f00000000ea600000ea6000000000000000000000ea600000ea60' +
    '00000000000000000003070101070101070101',
)
const jbig2 = hex('0000000030000100000013 0000fde80000fde8 0000000000000000 00 0000')

/** What is read as far as it goes; nothing in it is shown. */
const harmless: readonly (readonly [string, Uint8Array])[] = [
  [
    'of a hundred thousand pages',
    rawPdf([
      catalogue,
      `<</Type/Pages/Count 100000/Kids[${'3 0 R '.repeat(100_000)}]>>`,
      smallPage,
    ]),
  ],
  [
    'that says it has two thousand million pages',
    rawPdf([catalogue, '<</Type/Pages/Count 2147483647/Kids[3 0 R]>>', smallPage]),
  ],
  [
    'whose pages contain themselves',
    rawPdf([
      catalogue,
      '<</Type/Pages/Count 9/Kids[3 0 R]>>',
      '<</Type/Pages/Parent 2 0 R/Count 9/Kids[2 0 R 3 0 R]>>',
    ]),
  ],
  [
    'whose pages lie twenty thousand levels deep',
    rawPdf([
      catalogue,
      ...Array.from({ length: 20_000 }, (_, at) => `<</Type/Pages/Count 1/Kids[${at + 3} 0 R]>>`),
      smallPage,
    ]),
  ],
  ['as large as a country', rawPage(rawStream('', 'f'), { box: '0 0 1e9 1e9' })],
  ['as thin as an atom', rawPage(rawStream('', 'f'), { box: '0 0 1e9 1e-3' })],
  ['of no size', rawPage(rawStream('', 'f'), { box: '0 0 -5 9999999999999999' })],
  ['with an absurd JBIG2 picture', picture('/Filter/JBIG2Decode', jbig2)],
  ['with an absurd JPEG 2000 picture', picture('/Filter/JPXDecode', jpx)],
  [
    'with an absurd fax',
    picture(
      '/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>',
      Buffer.alloc(1_000, 0x55),
    ),
  ],
  ['with an absurd picture as it is', picture('', Buffer.alloc(1_000))],
  [
    'with letters as large as a country',
    rawPage(rawStream('', `BT /F 1e9 Tf 50 500 Td (${'x'.repeat(5_000)}) Tj ET`), {
      resources: '/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>',
    }),
  ],
]

/** What needs more than it is given. */
const greedy: readonly (readonly [string, Uint8Array])[] = [
  ['that unpacks to 60 MB', rawPage(packedStream(Buffer.alloc(60_000_000, 'q ')))],
  [
    'with ten drawings in each of ten levels',
    rawPage(rawStream('', '/X5 Do'), {
      resources: '/XObject<</X5 5 0 R>>',
      more: Array.from({ length: 10 }, (_, at) =>
        rawStream(
          `${form}/Resources<</XObject<</X${at + 6} ${at + 6} 0 R>>>>`,
          `/X${at + 6} Do `.repeat(10),
        ),
      ),
    }),
  ],
  [
    'with a drawing that contains itself',
    rawPage(rawStream('', '/X Do'), {
      resources: '/XObject<</X 5 0 R>>',
      more: [rawStream(`${form}/Resources<</XObject<</X 5 0 R>>>>`, '/X Do '.repeat(10))],
    }),
  ],
  [
    'with lines of endless dashes',
    rawPage(packedStream('[0.0001 0.0001] 0 d 0 0 m 595 842 l S '.repeat(1_000))),
  ],
]

/** One page, empty but for what readers might run. */
const scripted = rawPdf([
  '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(while\\(1\\);)>>]>>>>>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  smallPage,
])

describe('a PDF', () => {
  test.each(harmless)('%s is read without harm', async (_, file) => {
    expect(await readPdfApart(file)).toMatchObject({ pages: { lines: [], codes: [] } })
  })

  test.each(greedy)('%s is given up, and the next one is read', async (_, file) => {
    await expect(readPdfApart(file)).rejects.toMatchObject({ code: 'input-unreadable' })
    expect(await readPdfApart(rawPage(rawStream('', 'f')))).toMatchObject({
      pages: { pageCount: 1 },
    })
  })

  test('is read while another keeps a thread busy', async () => {
    const [, bomb = Buffer.alloc(0)] = greedy.at(-1) ?? []
    let isOver = false
    const refused = expect(
      readPdfApart(bomb).finally(() => {
        isOver = true
      }),
    ).rejects.toMatchObject({ code: 'input-unreadable' })
    await readPdfApart(rawPage(rawStream('', 'f')))
    expect(isOver).toBe(false)
    await refused
  })

  test('with scripts is told apart from a plain one; nothing is run', async () => {
    expect(await readPdfApart(scripted)).toMatchObject({ pages: { hasNotes: true } })
  })
})
