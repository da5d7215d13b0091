import { describe, expect, test } from '@jest/globals'
import { languages } from '../../../src/language.ts'
import { fixture, readAll, said } from '../sample.ts'

const people = {
  en: ['grace.byrne@library.example', 'Grace O’Malley-Byrne'],
  it: ['niccolo@biblioteca.example', 'Niccolò D’Angelo'],
  el: ['eleni@bibliothiki.example', 'Ελένη Παπαδοπούλου'],
  bg: ['cvetelina@biblioteka.example', 'Цветелина Йорданова'],
  lv: ['kristine@biblioteka-lv.example', 'Kristīne Šķēle-Ģērmane'],
} as const

const welcome = /column-unknown .*\(warning\)/

describe.each(languages)("Moodle's report from a site in %s", (language) => {
  const csv = () => fixture(`moodle-${language}.csv`)

  test('is read: headers, names of modules and dates in that language', async () => {
    const rows = await readAll(csv(), { dates: 'dmy' })
    expect(said(rows)).toEqual([expect.stringMatching(welcome)])
    const [email, name] = people[language]
    expect(rows[1]?.completion).toMatchObject({
      learner: { key: `email:${email}`, name },
      ...{ modules: ['m01', 'm02'], completedOn: '2026-11-22', lastActivityOn: '2026-10-07' },
    })
    expect(rows[2]?.completion).toMatchObject({
      learner: { key: 'idnumber:UNI-0042', email: null },
      ...{ modules: ['m01'], completedOn: null, lastActivityOn: '2026-10-05' },
    })
  })

  test('reads alike as excelcsv, with semicolons, and after a byte order mark', async () => {
    const expected = await readAll(csv(), { dates: 'dmy' })
    const text = csv().toString()
    const cells = text.replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/gm, ';')
    for (const twin of [fixture(`moodle-${language}-excel.csv`), cells, `\uFEFF${text}`])
      expect(await readAll(twin, { dates: 'dmy' })).toEqual(expected)
  })

  test('asks for the order of its dates, and complains where it is another', async () => {
    await expect(readAll(csv())).rejects.toMatchObject({ code: 'dates-order-needed' })
    expect(said(await readAll(csv(), { dates: 'mdy' }))).toContainEqual(
      expect.stringMatching(/^2 date-unreadable /),
    )
  })

  test('tells rows that stand there twice, and the column of the course cut off', async () => {
    const lines = csv().toString().trimEnd().split('\r\n')
    const twice = await readAll([...lines, lines[2]].join('\n'), { dates: 'dmy' })
    expect(said(twice).at(-1)).toBe('4 learner-twice (warning)')
    const header = lines[0]?.replace(/,[^,]*$/, '')
    const rest = lines.slice(1).map((line) => line.replace(/,(?:"[^"]*"|[^,"]*)$/, ''))
    expect(said(await readAll([header, ...rest].join('\n'), { dates: 'dmy' }))).toContain(
      '1 columns-missing',
    )
  })
})
