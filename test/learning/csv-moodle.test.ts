import { describe, expect, test } from '@jest/globals'
import { languages } from '../../src/language.ts'
import { generateCohort } from '../../src/learning/cohort.ts'
import { encodeExcelCsv, writeMoodleCsv } from '../../src/learning/cohort-csv.ts'
import { fixture, mooc, readAll, said } from './sample.ts'

describe("Moodle's course completion report", () => {
  test('is read from an Italian site: identity fields, activities, other criteria, the course', async () => {
    const rows = await readAll(fixture('moodle-completion-it.csv'), { dates: 'dmy' })
    expect(said(rows)).toEqual(['1 column-unknown Forum di benvenuto (warning)'])
    expect(rows.flatMap(({ completion }) => completion ?? [])).toEqual([
      {
        line: 2,
        learner: {
          key: 'email:niccolo.dangelo@biblioteca.example',
          name: 'Niccolò D’Angelo',
          email: 'niccolo.dangelo@biblioteca.example',
          language: null,
        },
        ...{ course: 'biblio-mooc', run: '2026-autumn', score: null },
        modules: ['m01', 'm02'],
        completedOn: '2026-11-22',
        lastActivityOn: '2026-10-07',
      },
      {
        line: 3,
        learner: {
          key: 'idnumber:UNI-0042',
          name: 'Chiara De Santis',
          email: null,
          language: null,
        },
        ...{ course: 'biblio-mooc', run: '2026-autumn', score: null },
        modules: ['m01'],
        completedOn: null,
        lastActivityOn: '2026-12-11',
      },
      {
        line: 4,
        learner: { key: 'lms:19', name: 'Rossi, Anna "Nina"', email: null, language: null },
        ...{ course: 'biblio-mooc', run: '2026-autumn', score: null },
        ...{ modules: [], completedOn: null, lastActivityOn: null },
      },
    ])
  })

  test('is read from a Greek site, in the encoding for spreadsheets, with sections in its headers', async () => {
    const rows = await readAll(fixture('moodle-completion-el-excel.csv'), { dates: 'dmy' })
    expect(said(rows)).toEqual([])
    expect(
      rows.map(({ completion }) => [
        completion?.learner.key,
        completion?.modules.join(' '),
        completion?.completedOn,
      ]),
    ).toEqual([
      ['email:eleni@example.org', 'm01 m02', '2026-11-22'],
      ['email:georgios@example.org', 'm01', null],
    ])
  })

  test('asks for the order of its dates', async () => {
    const reading = readAll(fixture('moodle-completion-it.csv'))
    await expect(reading).rejects.toMatchObject({ code: 'dates-order-needed' })
  })

  test('complains about dates that the stated order cannot read', async () => {
    const rows = await readAll(fixture('moodle-completion-it.csv'), { dates: 'mdy' })
    expect(said(rows)).toContain('2 date-unreadable Corso completato')
    expect(rows.find(({ line }) => line === 2)?.completion).toBeNull()
  })

  test('finds the e-mail column by what it holds where its header is in another language', async () => {
    const text = (email: string) =>
      `x,y,Sähköposti,Module 1,Module 1 - Suorituspäivä,Kurssi\n7,Aino,${email},Valmis,2026-11-22,\n`
    const [read] = await readAll(text('aino@example.org'))
    expect(read?.completion?.learner.key).toBe('email:aino@example.org')
    const [other] = await readAll(text('Helsinki'))
    expect(other?.completion?.learner.key).toBe('lms:7')
  })

  test('is known by its numbers and dates where the course has no activities', async () => {
    const [read] = await readAll('ID,Nome,Corso completato\n7,Anna,2026-11-22\n8,Bo,\n')
    expect(read?.completion?.completedOn).toBe('2026-11-22')
    await expect(readAll('ID,Nome,Corso\n7,Anna,bello\n')).rejects.toMatchObject({
      code: 'csv-unknown-format',
    })
  })

  test('is not taken for complete where its last column was cut off', async () => {
    const text = 'ID,Nome,Module 1,Module 1 - Data\n7,Anna,Completato,2026-11-22\n'
    expect(said(await readAll(text))).toEqual(['1 columns-missing'])
  })

  test('is told from the activity completion report, which says nothing about the course', async () => {
    const text =
      ',Email address,Module 1,,Module 2,\nAnna,a@example.org,Completed,2026-11-22 10:30:00,Not completed,\n'
    await expect(readAll(text)).rejects.toMatchObject({ code: 'csv-unknown-format' })
  })

  test('reads alike from a site in any language, as csv and as excelcsv', async () => {
    const members = [...generateCohort({ seed: 7, size: 40, course: mooc })]
    const expected = members.map(({ email, modules, completedOn }) => ({
      key: `email:${email}`,
      modules: modules.map(({ id }) => id),
      completedOn,
    }))
    for (const language of languages) {
      for (const format of ['csv', 'excelcsv'] as const) {
        const site = { course: mooc, language, format, hasEmail: true }
        const text = [...writeMoodleCsv(members, site)].join('')
        const bytes = format === 'csv' ? Buffer.from(text) : encodeExcelCsv(text)
        const rows = await readAll(bytes, { dates: 'dmy' })
        expect(
          rows.map(({ completion }) => ({
            key: completion?.learner.key,
            modules: completion?.modules,
            completedOn: completion?.completedOn,
          })),
        ).toEqual(expected)
      }
    }
  })
})
