import { describe, expect, test } from '@jest/globals'
import { turnedName } from '../../../src/learning/exports/cells.ts'
import { fixture, mooc, readAll, said } from '../sample.ts'

const gradebook = fixture('canvas-gradebook.csv').toString()

describe("Canvas's gradebook", () => {
  test('is read: names turned round, scores, assignments of modules, rows that are no learners', async () => {
    const rows = await readAll(gradebook, { completedOn: '2026-11-30' })
    expect(said(rows)).toEqual([
      '1 column-unknown Welcome survey (87568492) (warning)',
      '7 not-a-learner (warning)',
    ])
    const read = rows.flatMap(({ completion }) => completion ?? [])
    expect(
      read.map(({ line, learner, modules, completedOn, score }) => [
        ...[line, learner.key, learner.name, modules.join(' '), completedOn, score],
      ]),
    ).toEqual([
      [4, 'email:anna@example.org', 'Anna Maria van der Berg', 'm01 m02', '2026-11-30', 91.67],
      [5, 'idnumber:S-2', 'Martin Luther King, Jr.', '', null, 12.5],
      [6, 'email:eleni@example.org', 'Ελένη Παπαδοπούλου', 'm01', '2026-11-30', 60],
    ])
  })

  test('reads alike with semicolons, a byte order mark and commas in figures', async () => {
    expect(await readAll(fixture('canvas-gradebook-it.csv'))).toEqual(await readAll(gradebook))
  })

  test('completes the course from the score that the catalogue asks for, from 60 where it does not', async () => {
    const completedBy = async (passFrom: number | null) => {
      const rows = await readAll(gradebook, { course: { ...mooc, passFrom } })
      return rows.flatMap(({ completion }) => (completion?.completedOn ? completion.line : []))
    }
    expect(await completedBy(null)).toEqual([4, 6])
    expect(await completedBy(60.01)).toEqual([4])
    expect(await completedBy(12.5)).toEqual([4, 5, 6])
  })

  test('completes a module from the share of points that the catalogue asks for', async () => {
    const modules = mooc.modules.map((module) => ({ ...module, passFrom: 80 }))
    const course = { ...mooc, modules }
    const modulesIn = async (text: string) =>
      (await readAll(text, { course })).map(({ completion }) => completion?.modules.join(' '))
    expect(await modulesIn(gradebook)).toEqual([undefined, 'm01 m02', '', '', undefined])
    const withoutPoints = gradebook.replace(/^ {4}Points Possible.*\n/m, '')
    expect(said(await readAll(withoutPoints, { course }))[0]).toBe('1 columns-missing')
    expect((await readAll(withoutPoints))[1]?.completion?.modules).toEqual(['m01', 'm02'])
  })

  test('is read with last and first name in columns of their own', async () => {
    const text =
      'LastName,FirstName,ID,SIS Login ID,Section,Final Score\n    Points Possible,,,,,(read only)\nStudent,Test,1,x,A,0\nvan der Berg,Anna,2,anna,A,70\n'
    const rows = await readAll(text)
    expect(said(rows)).toEqual(['3 not-a-learner (warning)'])
    expect(rows[1]?.completion?.learner).toMatchObject({ key: 'lms:2', name: 'Anna van der Berg' })
  })

  test('counts the sum of the course, of a grading period too, not that of a group', async () => {
    const text =
      'Student,ID,SIS Login ID,Section,Quizzes Final Score (Fall),Final Score (Fall)\n"Berg, A",1,a,A,10,90\n'
    expect((await readAll(text))[0]?.completion?.score).toBe(90)
  })

  test('is not readable without its final score or its names', async () => {
    const cut = gradebook.replace(/Final Score/g, 'Final')
    expect(said(await readAll(cut))[0]).toBe('1 columns-missing')
    const nameless = gradebook.replace(/^Student,/, 'Nobody,')
    await expect(readAll(nameless)).rejects.toMatchObject({ code: 'csv-unknown-format' })
  })

  test.each([
    ['score-unreadable', ',91.67,91.67\n', ',A-,91.67\n'],
    ['completed-unreadable', ',Autumn,8,', ',Autumn,A-,'],
    ['row-length', ',91.67,91.67\n', ',91.67,91.67,7\n'],
  ])('complains with %s of what is no figure, or too much', async (code, was, is) => {
    const text = gradebook.replace(was, is)
    expect(text).not.toBe(gradebook)
    const row = (await readAll(text)).find(({ line }) => line === 4)
    expect(row?.completion).toBeNull()
    expect(row?.complaints.map((each) => each.code)).toEqual([code])
  })

  test('tells a learner who stands there twice, with other scores as an error', async () => {
    const lines = gradebook.trimEnd().split('\n')
    const again = [...lines.slice(0, 4), lines[3], lines[3]?.replace('Autumn,8,', 'Autumn,0,')]
    expect(said(await readAll(again.join('\n'))).slice(1)).toEqual([
      '5 learner-twice (warning)',
      '6 learner-twice',
    ])
  })
})

test.each([
  ['Lovelace, Ada', 'Ada Lovelace'],
  ['Καζαντζάκης, Νίκος', 'Νίκος Καζαντζάκης'],
  ["D'Angelo, Maria Chiara", "Maria Chiara D'Angelo"],
  ['de la Cruz, Juana Inés', 'Juana Inés de la Cruz'],
  ['King, Martin Luther, Jr.', 'Martin Luther King, Jr.'],
  ['Plato', 'Plato'],
  ['Plato,', 'Plato'],
  [', Ada', 'Ada'],
  ['', ''],
])('"%s" is turned round to "%s"', (written, turned) => {
  expect(turnedName(written)).toBe(turned)
})
