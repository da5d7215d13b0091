import { describe, expect, test } from '@jest/globals'
import { maxProfiles, readProfiles } from '../../../src/learning/exports/profiles.ts'
import { refusalOfPromise } from '../../support/refused.ts'
import { fixture, inPieces, mooc, readAll, said } from '../sample.ts'

const grades = fixture('openedx-grades.csv').toString()
const profilesIn = (text: string | Uint8Array) => readProfiles(inPieces(Buffer.from(text)))
const profiles = () => profilesIn(fixture('openedx-profiles.csv'))

describe("Open edX's grade report", () => {
  test('is read with the names of the profile report', async () => {
    const rows = await readAll(grades, { profiles: await profiles(), completedOn: '2026-11-30' })
    expect(said(rows)).toEqual(['1 column-unknown Final Exam (warning)', '4 name-missing'])
    expect(rows[1]?.completion).toEqual({
      line: 2,
      learner: {
        ...{ key: 'email:ilze@example.org', name: 'Ilze Kļaviņa', email: 'ilze@example.org' },
        language: null,
      },
      ...{ course: 'biblio-mooc', run: '2026-autumn', modules: ['m01', 'm02'], score: 94 },
      ...{ completedOn: '2026-11-30', lastActivityOn: null },
    })
    expect(rows[2]?.completion).toMatchObject({
      learner: { name: 'Пламен Димитров' },
      ...{ modules: ['m01'], completedOn: null, score: 41 },
    })
  })

  test('completes the course on the day of the import where nobody says another', async () => {
    const rows = await readAll(grades, { profiles: await profiles() })
    expect(rows[1]?.completion?.completedOn).toBe('2026-12-31')
  })

  test('has no names by itself, and says where they are', async () => {
    const rows = await readAll(grades)
    expect(said(rows)).toEqual([
      '1 column-unknown Final Exam (warning)',
      '1 profiles-needed (warning)',
      ...['2 name-missing', '3 name-missing', '4 name-missing'],
    ])
  })

  test('needs no profiles where the site adds the names', async () => {
    const named = grades
      .split('\r\n')
      .map((line, at) => (line === '' ? '' : `${at === 0 ? 'Full name' : 'Ilze Kļaviņa'},${line}`))
      .join('\r\n')
    const rows = await readAll(named)
    expect(said(rows)).toEqual(['1 column-unknown Final Exam (warning)'])
    expect(rows[1]?.completion?.learner.name).toBe('Ilze Kļaviņa')
  })

  test('counts a module from the share that the catalogue asks for', async () => {
    const modules = mooc.modules.map((module) => ({ ...module, passFrom: 90 }))
    const course = { ...mooc, modules }
    const rows = await readAll(grades, { course, profiles: await profiles() })
    expect(rows[1]?.completion?.modules).toEqual(['m01'])
  })

  test('with semicolons, a byte order mark, commas in figures and other words for yes reads alike', async () => {
    const given = await profiles()
    const words = new Map([
      ['Y', 'Да'],
      ['N', 'Не'],
    ])
    const elsewhere = (cell: string) => words.get(cell) ?? cell.replace(/^(\d)\./, '$1,')
    const cells = grades.split('\r\n').map((line) => line.split(','))
    const turned = cells.map((row, at) => (at === 0 ? row : row.map(elsewhere)))
    const text = `\uFEFF${turned.map((row) => row.join(';')).join('\n')}`
    expect(await readAll(text, { profiles: given })).toEqual(
      await readAll(grades, { profiles: given }),
    )
  })

  test('is not readable without the column that says who earned it', async () => {
    const cut = grades.replace('Certificate Eligible', 'Certificate')
    await expect(readAll(cut)).rejects.toMatchObject({ code: 'csv-unknown-format' })
    expect(said(await readAll(cut, { format: 'openedx' }))).toEqual([
      '1 columns-missing',
      '1 column-unknown Final Exam (warning)',
    ])
  })

  test.each([
    ['score-unreadable', ',0.94,1.0,', ',A+,1.0,'],
    ['score-unreadable', ',0.94,1.0,', ',1.94,1.0,'],
    ['completed-unreadable', ',N/A,Y,', ',N/A,perhaps,'],
    ['completed-unreadable', ',0.94,1.0,', ',0.94,much,'],
  ])('complains with %s where a cell holds something else', async (code, was, is) => {
    const rows = await readAll(grades.replace(was, is), { profiles: await profiles() })
    expect(rows[1]?.complaints.map((each) => each.code)).toEqual([code])
    expect(rows[1]?.completion).toBeNull()
  })

  test('tells a learner who stands there twice', async () => {
    const [header, first] = grades.split('\r\n')
    const rows = await readAll([header, first, first].join('\n'), { profiles: await profiles() })
    expect(said(rows).at(-1)).toBe('3 learner-twice (warning)')
  })

  test('is told from its profile report, which says nothing of completion', async () => {
    const refusal = await refusalOfPromise(readAll(fixture('openedx-profiles.csv')))
    expect(refusal.code).toBe('csv-unknown-format')
    expect(refusal.message).toContain('student profile report')
  })
})

describe('a profile report', () => {
  test('is joined by what it has of number, user name and address', async () => {
    for (const text of [
      'name;username\nIlze Kļaviņa;ilze_k\n',
      '\uFEFFEmail,Name\nILZE@example.org,Ilze Kļaviņa\n',
      'User ID\tUsername\tName\n101\tsomething\tIlze Kļaviņa\n',
    ]) {
      const rows = await readAll(grades, { profiles: await profilesIn(text) })
      expect(rows[1]?.completion?.learner.name).toBe('Ilze Kļaviņa')
      expect(rows[2]?.complaints.map(({ code }) => code)).toEqual(['name-missing'])
    }
  })

  test.each([
    ['without names', 'id,username\n1,a\n'],
    ['without anything to know learners by', 'name,city\nAnna,Rīga\n'],
    ['that is empty', '\n'],
    ['with one learner under two names', 'id,name\n1,Anna\n1,Anne\n'],
  ])('is refused %s', async (_, text) => {
    expect((await refusalOfPromise(profilesIn(text))).code).toBe('profiles-unreadable')
  })

  test('takes the same profile twice', async () => {
    expect((await profilesIn('id,name\n1,Anna\n1,Anna\n2,\n')).size).toBe(1)
  })

  test('is refused beyond its size', async () => {
    const lines = Array.from({ length: maxProfiles + 1 }, (_, n) => `${n},N`)
    const refusal = await refusalOfPromise(profilesIn(`id,name\n${lines.join('\n')}\n`))
    expect(refusal.code).toBe('input-too-large')
  })
})
