import { deflateSync } from 'node:zlib'

/** A PDF of objects as they are written, the first one its catalogue; nothing about them is checked. */
export function rawPdf(objects: readonly string[]): Buffer {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer <</Size ${size} /Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text + table + trailer, 'latin1')
}

export function rawStream(entries: string, data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data)
  return `<<${entries} /Length ${bytes.length}>>\nstream\n${bytes.toString('latin1')}\nendstream`
}

export const packedStream = (data: string | Uint8Array, entries = ''): string =>
  rawStream(`${entries} /Filter /FlateDecode`, deflateSync(data))

/** Catalogue, page tree and one page with number 4 as its content; `more` objects begin with number 5. */
export function rawPage(
  content: string,
  { box = '0 0 595 842', resources = '', more = [] as readonly string[], page = '' } = {},
): Buffer {
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<<${resources}>>${page}>>`,
    content,
    ...more,
  ])
}
