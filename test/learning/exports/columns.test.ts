import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseStatedColumns } from '../../../src/learning/exports/stated-columns.ts'
import { refusalOf, refusalOfPromise } from '../../support/refused.ts'
import { fixture, mooc, readAll, said } from '../sample.ts'

const stated = (value: unknown) => parseStatedColumns(JSON.stringify(value), mooc)

const table =
  'Person;Mail;Done on;Points;Week one;Week two\n' +
  'Anna Ek;a@example.org;22/11/2026;91;yes;2026-10-05\n' +
  'Bo Ek;b@example.org;;40;no;85 %\n'

const mapping = {
  name: 'Person',
  email: 'Mail',
  completed_on: 'Done on',
  score: 'Points',
  'module:m01': 'Week one',
  'module:m02': ['Week two'],
}

describe('a table of no known making', () => {
  test('is read once its columns are stated', async () => {
    await expect(readAll(table)).rejects.toMatchObject({ code: 'csv-unknown-format' })
    const rows = await readAll(table, { columns: stated(mapping), dates: 'dmy' })
    expect(said(rows)).toEqual([])
    expect(rows.map(({ completion }) => completion)).toMatchObject([
      {
        learner: { key: 'email:a@example.org', name: 'Anna Ek' },
        ...{ completedOn: '2026-11-22', score: 91, modules: ['m01', 'm02'] },
        lastActivityOn: '2026-10-05',
      },
      { learner: { name: 'Bo Ek' }, completedOn: null, score: 40, modules: ['m02'] },
    ])
  })

  test('is read by the words of its headers, in any of the languages, where it is named as such', async () => {
    for (const header of [
      'Name,Email,Completion date',
      'Nome,Indirizzo email,Data di completamento',
      'Ονοματεπώνυμο,Διεύθυνση email,Ημερομηνία ολοκλήρωσης',
      'Име и фамилия,Имейл,Дата на завършване',
      'Vārds un uzvārds,E-pasts,Pabeigšanas datums',
    ]) {
      const rows = await readAll(`${header}\nAnna Ek,a@example.org,2026-11-22\n`, {
        format: 'other',
      })
      expect(rows[0]?.completion).toMatchObject({
        learner: { key: 'email:a@example.org', name: 'Anna Ek' },
        completedOn: '2026-11-22',
      })
    }
  })

  test('is completed by the score only where nothing else says so', async () => {
    const rows = await readAll('Name,ID,Score\nAnna,1,75\nBo,2,"6 / 12"\n', { format: 'other' })
    expect(rows.map(({ completion }) => [completion?.score, completion?.completedOn])).toEqual([
      [75, '2026-12-31'],
      [50, null],
    ])
    const [word] = await readAll('Name,ID,Score,Completed\nAnna,1,75,no\n', { format: 'other' })
    expect(word?.completion?.completedOn).toBeNull()
  })

  test('complains of a cell that says neither done nor not done', async () => {
    const rows = await readAll(table.replace('yes', 'a bit'), {
      columns: stated(mapping),
      dates: 'dmy',
    })
    expect(said(rows)).toEqual(['2 completed-unreadable Week one'])
  })

  test('asks for the order of dates in the columns of modules too', async () => {
    const text = 'Name,ID,Week one\nAnna,1,05/11/26\n'
    const columns = stated({ 'module:m01': 'Week one' })
    expect((await refusalOfPromise(readAll(text, { columns }))).code).toBe('dates-order-needed')
    const rows = await readAll(text, { columns, dates: 'dmy' })
    expect(rows[0]?.completion?.lastActivityOn).toBe('2026-11-05')
  })
})

describe('columns that are stated', () => {
  test('override what is recognised, in any format', async () => {
    const text = 'learner_id,email,name,modules,Real name\n1,a@example.org,anna77,m01,Anna Ek\n'
    const [read] = await readAll(text, { columns: stated({ name: 'Real name' }) })
    expect(read?.completion?.learner).toMatchObject({ name: 'Anna Ek', key: 'email:a@example.org' })
    const rows = await readAll(fixture('canvas-gradebook.csv'), {
      columns: stated({ score: 'Current Score', 'module:m03': 'Welcome survey (87568492)' }),
    })
    expect(said(rows)).toEqual(['7 not-a-learner (warning)'])
    expect(rows[1]?.completion).toMatchObject({ score: 80, modules: [] })
    expect(rows[0]?.completion?.modules).toEqual(['m01', 'm02', 'm03'])
  })

  test('can take a column away', async () => {
    const text = 'learner_id,email,name,modules\n1,a@example.org,Anna,m01\n'
    for (const none of [null, '', []]) {
      const [read] = await readAll(text, { columns: stated({ email: none }) })
      expect(read?.completion?.learner).toMatchObject({ key: 'lms:1', email: null })
    }
    expect(said(await readAll(text, { columns: stated({ modules: null }) }))).toEqual([
      '1 columns-missing',
    ])
  })

  test('are found by their header, however it is written, or by their place', async () => {
    const text = 'Full-Name,x,x\nAnna,a@example.org,2026-11-22\n'
    const columns = stated({ name: 'full name', email: '#2', completed_on: '#3' })
    expect((await readAll(text, { columns }))[0]?.completion).toMatchObject({
      learner: { key: 'email:a@example.org' },
      completedOn: '2026-11-22',
    })
  })

  test('are read as pairs from a command line', () => {
    const pairs = 'name=Person, email=#2,completed_on=,module:m01=Week one,module:m01=#4'
    expect([...parseStatedColumns(pairs, mooc)]).toEqual([
      ['name', ['Person']],
      ['email', ['#2']],
      ['completed_on', []],
      ['module:m01', ['Week one', '#4']],
    ])
  })

  test('turn names round where they are said to be written so', async () => {
    const columns = stated({ last_first_name: 'Person', name: null })
    const text = 'Person,ID,Score\n"Ek, Anna Maria",7,80\n'
    expect((await readAll(text, { columns }))[0]?.completion?.learner.name).toBe('Anna Maria Ek')
  })

  test.each([
    ['an unknown role', { nom: 'Person' }, 'nom'],
    ['an unknown module', { 'module:m99': 'Person' }, 'module:m99'],
    ['two columns for one role', { name: ['Person', 'Mail'] }, 'name'],
    ['one column for two roles', { name: 'Person', email: 'Person' }, 'email'],
    ['one column for two roles, in two ways', { name: 'Person', email: '#1' }, 'email'],
    ['a number', { name: 1 }, 'name'],
    ['a column that is not there', { name: 'Nobody' }, 'name'],
    ['a place beyond the last', { name: '#7' }, 'name'],
  ])('are refused with %s', async (_, value, at) => {
    const reading = async () => readAll(table, { columns: stated(value), dates: 'dmy' })
    const refusal = await refusalOfPromise(reading())
    expect(refusal.code).toBe('columns-invalid')
    expect(refusal.details.map((each) => each.at)).toEqual([at])
  })

  test('are refused where a header stands over several columns, and says which', async () => {
    const columns = stated({ name: 'x' })
    const refusal = await refusalOfPromise(readAll('x,y,x\na,b,c\n', { columns }))
    expect(refusal.details[0]?.message).toContain('#1 or #3')
  })

  test.each(['[]', '{', 'name', '=x', '"name"', `{"name": "${'x'.repeat(70_000)}"}`])(
    'are refused as %.20s',
    (text) => {
      expect(refusalOf(() => parseStatedColumns(text, mooc)).code).toBe('columns-invalid')
    },
  )

  test('give the same rows however the bytes come', async () => {
    const columns = stated(mapping)
    const expected = await readAll(table, { columns, dates: 'dmy' })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (size) => {
        expect(await readAll(table, { columns, dates: 'dmy' }, size)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})
