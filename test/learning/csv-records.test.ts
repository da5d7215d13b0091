import { expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readRecords } from '../../src/learning/csv-records.ts'

async function recordsOf(text: string, size: number) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }
  const records = []
  for await (const record of readRecords(pieces())) records.push(record)
  return records
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', ';', ' ', '\n') })
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 })

test('splits any table as another parser does, in whatever pieces it comes', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 20 }), async (rows, size) => {
      const quoted = rows.map((row) =>
        row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','),
      )
      const text = `head,er\n${quoted.join('\n')}\n`
      const theirs = (parse(text, { relax_column_count: true }) as string[][]).filter((row) =>
        row.some((each) => each.trim() !== ''),
      )
      const ours = await recordsOf(text, size)
      expect(ours.map((record) => (record.kind === 'record' ? record.cells : record))).toEqual(
        theirs,
      )
    }),
  )
})

test('numbers records by the physical line they start on', async () => {
  const text = 'a,b\r\n\r\n"1\r\n2","3\n\n4"\r\n5,6'
  expect(await recordsOf(text, 3)).toEqual([
    { kind: 'record', line: 1, cells: ['a', 'b'] },
    { kind: 'record', line: 3, cells: ['1\n2', '3\n\n4'] },
    { kind: 'record', line: 7, cells: ['5', '6'] },
  ])
})

test('follows a first line that names the delimiter', async () => {
  expect(await recordsOf('sep=;\na,b;c\n1;2', 99)).toEqual([
    { kind: 'record', line: 2, cells: ['a,b', 'c'] },
    { kind: 'record', line: 3, cells: ['1', '2'] },
  ])
})

test('resumes after the line of a quote that is followed by text or by nothing', async () => {
  expect(await recordsOf('a,b\n"x"y,1\n2,"3\n4,"5"\n6,"7', 99)).toEqual([
    { kind: 'record', line: 1, cells: ['a', 'b'] },
    { kind: 'quote-not-closed', line: 2, text: '"x"y,1' },
    { kind: 'quote-not-closed', line: 3, text: '2,"3' },
    { kind: 'record', line: 4, cells: ['4', '5'] },
    { kind: 'quote-not-closed', line: 5, text: '6,"7' },
  ])
})

test('answers any text at all', async () => {
  const soup = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r') })
  await fc.assert(
    fc.asyncProperty(soup, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      const whole = await recordsOf(text, text.length || 1)
      expect(await recordsOf(text, size)).toEqual(whole)
    }),
  )
})
