import { describe, expect, test } from '@jest/globals'
import { languages } from '../../../src/language.ts'
import { fixture, mooc, readAll, said } from '../sample.ts'

const names = {
  en: ['Anna Lindqvist', 'Bo Ek'],
  it: ['Anna Quarésima', 'Ugo Sarti'],
  el: ['Άννα Ξενάκη', 'Σπύρος Ψαρράς'],
  bg: ['Анна Щерева', 'Жеко Юруков'],
  lv: ['Anna Ķēniņa', 'Jānis Čakste-Ūdris'],
} as const

describe('the answers to a Google form', () => {
  test.each(languages)('are read from a form in %s', async (language) => {
    const rows = await readAll(fixture(`forms-${language}.csv`), { dates: 'dmy' })
    expect(said(rows)).toEqual([])
    expect(
      rows.map(({ completion }) => [
        ...[completion?.learner.key, completion?.learner.name],
        ...[completion?.score, completion?.completedOn],
      ]),
    ).toEqual([
      ['email:anna@example.org', names[language][0], 90, '2026-11-22'],
      ['email:bo@example.org', names[language][1], 50, null],
    ])
  })

  test('ask for the order of dates where the form writes them in figures', async () => {
    await expect(readAll(fixture('forms-lv.csv'))).rejects.toMatchObject({
      code: 'dates-order-needed',
    })
  })

  test('complete the course by being sent where they have no score', async () => {
    const text = 'Timestamp,Name,Email\n2026/11/22 9:00:00,Anna Ek,a@example.org\n'
    expect((await readAll(text))[0]?.completion).toMatchObject({
      completedOn: '2026-11-22',
      score: null,
    })
  })

  test('count from the score that the catalogue asks for', async () => {
    const course = { ...mooc, passFrom: 50 }
    const rows = await readAll(fixture('forms-en.csv'), { course })
    expect(rows.map(({ completion }) => completion?.completedOn)).toEqual([
      '2026-11-22',
      '2026-11-23',
    ])
  })

  test('are known by what they hold where their headers are in another language', async () => {
    const text =
      'Aikaleima;Sähköpostiosoite;Pisteet;Full name\n2026/11/22 9:00:00;aino@example.org;18 / 20;Aino Mäki\n'
    expect((await readAll(text))[0]?.completion).toMatchObject({
      learner: { key: 'email:aino@example.org', name: 'Aino Mäki' },
      ...{ score: 90, completedOn: '2026-11-22' },
    })
  })

  test('with a byte order mark, or as Unicode text, read alike', async () => {
    const text = fixture('forms-el.csv').toString()
    const expected = await readAll(text, { dates: 'dmy' })
    expect(await readAll(`\uFEFF${text}`, { dates: 'dmy' })).toEqual(expected)
    const utf16 = Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le')
    expect(await readAll(utf16, { dates: 'dmy' })).toEqual(expected)
  })

  test('without a question for the name are not readable until it is named', async () => {
    const text = 'Timestamp,Email,Who are you?\n2026/11/22 9:00:00,a@example.org,Anna Ek\n'
    expect(said(await readAll(text))).toEqual(['1 columns-missing'])
    const columns = new Map([['name', ['Who are you?']]] as const)
    expect((await readAll(text, { columns }))[0]?.completion?.learner.name).toBe('Anna Ek')
  })

  test.each([
    ['date-unreadable', '2026/11/22 10:30:00 AM GMT+0', 'yesterday'],
    ['date-unreadable', '2026/11/22 10:30:00 AM GMT+0', '2026/11/31 10:30:00'],
    ['date-in-future', '2026/11/22 10:30:00 AM GMT+0', '2027/11/22 10:30:00'],
    ['score-unreadable', '9 / 10', '9'],
    ['score-unreadable', '9 / 10', '9 / 0'],
    ['score-unreadable', '9 / 10', '11 / 10'],
  ])('complain with %s', async (code, was, is) => {
    const text = fixture('forms-en.csv').toString().replace(was, is)
    const [row] = await readAll(text)
    expect(row?.complaints.map((each) => each.code)).toEqual([code])
    expect(row?.completion).toBeNull()
  })

  test('sent twice by one person count once', async () => {
    const lines = fixture('forms-en.csv').toString().trimEnd().split('\r\n')
    const again = lines[1]?.replace('9 / 10', '10 / 10')
    expect(said(await readAll([...lines, lines[1], again].join('\n')))).toEqual([
      '4 learner-twice (warning)',
      '5 learner-twice',
    ])
  })
})
