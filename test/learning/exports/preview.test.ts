import { describe, expect, test } from '@jest/globals'
import { previewCompletions } from '../../../src/learning/exports/preview.ts'
import { recogniseColumns } from '../../../src/learning/exports/recognise.ts'
import { parseStatedColumns } from '../../../src/learning/exports/stated-columns.ts'
import { fixture, importOptions, inPieces, mooc } from '../sample.ts'

const previewOf = (name: string, more: object = {}) =>
  previewCompletions(inPieces(fixture(name)), { ...importOptions, ...more })

describe('a preview', () => {
  test('says which column was taken for what, and how that was known', async () => {
    const { format, columns, missing } = await previewOf('moodle-it.csv')
    expect([format, missing]).toEqual(['moodle', []])
    expect(
      columns.flatMap(({ place, role, how, confidence }) =>
        role === null ? [] : [[place, role, how, confidence]],
      ),
    ).toEqual([
      [1, 'learner_id', 'place', 'likely'],
      [2, 'name', 'place', 'likely'],
      [3, 'email', 'header', 'certain'],
      [4, 'id_number', 'header', 'certain'],
      [6, 'module:m01', 'header', 'certain'],
      [8, 'module:m02', 'header', 'certain'],
      [11, 'completed_on', 'place', 'likely'],
    ])
    expect(columns[1]).toMatchObject({
      header: 'Nome',
      examples: ['Niccolò D’Angelo', 'Chiara De Santis'],
    })
    expect(columns[9]).toMatchObject({ role: null, how: null, confidence: null })
  })

  test('shows dates as written beside the day they are taken for', async () => {
    const { dates } = await previewOf('moodle-bg.csv', { dates: 'dmy' })
    expect(dates.map(({ written, day, either }) => [written, day, either])).toEqual([
      ['22.11.26 г., 10:30', '2026-11-22', null],
      ['5.10.26, 09:30', '2026-10-05', null],
      ['сряда, 7 октомври 2026, 18:05', '2026-10-07', null],
    ])
  })

  test('shows what each order would make of them where nobody has said which', async () => {
    const { dates } = await previewOf('moodle-lv.csv')
    expect(dates[1]).toEqual({
      column: 'Orientēšanās digitālajā informācijā - Pabeigšanas datums',
      written: '05.10.26, 09:30',
      day: null,
      either: { dmy: '2026-10-05', mdy: '2026-05-10', ymd: '2005-10-26' },
    })
  })

  test('leaves out of its examples what is no learner', async () => {
    const { columns } = await previewOf('canvas-gradebook.csv')
    expect(columns[0]).toMatchObject({ role: 'last_first_name', how: 'header' })
    expect(columns[0]?.examples).not.toContain('Points Possible')
    expect(columns[3]).toMatchObject({ role: 'email', how: 'content', confidence: 'likely' })
  })

  test('says what is missing instead of refusing a table that is named as other', async () => {
    const header = ['Wer', 'Wann']
    const recognised = recogniseColumns(header, [], { format: 'other', course: mooc })
    expect(recognised.columns.map(({ role }) => role)).toEqual([null, null])
    expect(recognised.missing).toHaveLength(2)
    const columns = parseStatedColumns('name=Wer,completed_on=Wann', mooc)
    const stated = recogniseColumns(header, [], { format: 'auto', course: mooc, columns })
    expect(stated.columns.map(({ how }) => how)).toEqual(['stated', 'stated'])
    expect(stated.missing).toEqual([])
  })

  test('reads the beginning only', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 1
        yield Buffer.from(sent === 1 ? 'name,modules\n' : 'Anna,m01\n'.repeat(1000))
      }
    }
    await previewCompletions(endless(), importOptions)
    expect(sent).toBeLessThan(5)
  })
})
