import { readFileSync } from 'node:fs'
import type { Catalogue, Course } from '../../src/learning/catalogue.ts'
import type { ReadRow } from '../../src/learning/completion.ts'
import { type CsvOptions, readCompletions } from '../../src/learning/csv.ts'
import { parseCatalogue } from '../../src/learning/parse-catalogue.ts'

export const biblioJson = (): unknown => JSON.parse(readFileSync('catalogue/biblio.json', 'utf8'))

export const biblio: Catalogue = parseCatalogue(biblioJson())

export const mooc = biblio.courses[0] as Course

export const importOptions: CsvOptions = {
  format: 'auto',
  course: mooc,
  run: '2026-autumn',
  dates: null,
  matchByName: false,
  today: '2026-12-31',
}

export async function* inPieces(bytes: Uint8Array, size = bytes.length || 1) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export async function readAll(
  input: string | Uint8Array,
  options: Partial<CsvOptions> = {},
  pieceSize?: number,
): Promise<ReadRow[]> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input
  const rows: ReadRow[] = []
  const stream = inPieces(bytes, pieceSize)
  for await (const row of readCompletions(stream, { ...importOptions, ...options })) rows.push(row)
  return rows
}

export const fixture = (name: string) => readFileSync(`test/fixtures/learning/${name}`)

/** What was complained about, as `line code column`. */
export const said = (rows: readonly ReadRow[]) =>
  rows.flatMap(({ complaints }) =>
    complaints.map(({ line, code, column, severity }) =>
      [line, code, column, severity === 'warning' ? '(warning)' : null].filter(Boolean).join(' '),
    ),
  )
