import { describe, expect, test } from '@jest/globals'
import { Refusal } from '../../src/errors.ts'
import type { ApplicantRow } from '../../src/learning/applicants/applicant.ts'
import { readApplicants } from '../../src/learning/applicants/applicant-csv.ts'
import { readInstant } from '../../src/learning/applicants/read-applicant.ts'

const options = {
  statements: ['project-idea', 'host-library'],
  countries: ['GR', 'LV'],
  now: new Date('2026-11-20T12:00:00Z'),
}

async function* bytesOf(text: string | Uint8Array) {
  yield typeof text === 'string' ? new TextEncoder().encode(text) : text
}

async function read(text: string | Uint8Array): Promise<ApplicantRow[]> {
  const rows: ApplicantRow[] = []
  for await (const row of readApplicants(bytesOf(text), options)) rows.push(row)
  return rows
}

const refusalOf = async (text: string | Uint8Array) => {
  try {
    await read(text)
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown
    throw thrown
  }
  return undefined
}

const codes = (rows: readonly ApplicantRow[]) =>
  rows.map((row) => [row.line, 'complaint' in row ? row.complaint.code : 'read'])

describe('a list of applicants', () => {
  test('is read row by row: credentials by spaces, statements, name, country and time', async () => {
    const [first, second] = await read(
      'Reference,Credentials,credential,credential2,name,country,applied,statements\r\n' +
        'A-1,https://a.example/c/1 7f3k,"{""id"": ""urn:x""}",eyJ.x.y,Μαρία Παππά,gr,2026-11-02,project-idea; host-library\r\n' +
        'A-2,,,,,,2026-11-03T09:30:00+02:00,\r\n',
    )
    expect(first).toEqual({
      line: 2,
      reference: 'A-1',
      applicant: {
        credentials: ['https://a.example/c/1', '7f3k', '{"id": "urn:x"}', 'eyJ.x.y'],
        statements: ['project-idea', 'host-library'].map((statement) => ({
          statement,
          note: '',
          document: null,
        })),
        person: 'Μαρία Παππά',
        country: 'GR',
        reference: 'A-1',
        appliedAt: '2026-11-02T00:00:00.000Z',
      },
    })
    expect(second).toMatchObject({
      applicant: { credentials: [], person: null, appliedAt: '2026-11-03T07:30:00.000Z' },
    })
  })

  test('takes the name of a document that a statement needs, which nobody hands in here', async () => {
    const [row] = await read('statements\nhost-library=letter=1.pdf project-idea\n')
    expect(row).toMatchObject({
      applicant: {
        statements: [
          { statement: 'host-library', document: { name: 'letter=1.pdf', digest: null } },
          { statement: 'project-idea', document: null },
        ],
      },
    })
  })

  test('answers every broken row under its line, and reads the others', async () => {
    const rows = await read(
      [
        'reference;credentials;country;applied;statements',
        'a;x;GR;2026-11-01;',
        'b;x',
        'c;x;Greece;2026-11-01;',
        'd;x;GR;31/12/2025;',
        'e;x;GR;2026-02-30;',
        'f;x;GR;2027-01-01;',
        'g;x;GR;2026-11-01;holiday',
        'h;"x;GR;2026-11-01;',
        `i;${'x '.repeat(51)};GR;2026-11-01;`,
        `${'j'.repeat(201)};x;GR;2026-11-01;`,
        'k;x;GR;2026-11-01;;surplus',
        '',
        'l;x;GR;2026-11-01;',
      ].join('\n'),
    )
    expect(codes(rows)).toEqual([
      [2, 'read'],
      [3, 'row-length'],
      [4, 'country-needed'],
      [5, 'date-unreadable'],
      [6, 'date-unreadable'],
      [7, 'date-in-future'],
      [8, 'statement-unknown'],
      [9, 'quote-not-closed'],
      [10, 'too-large'],
      [11, 'text-too-long'],
      [12, 'row-length'],
      [14, 'read'],
    ])
    expect(rows[6]).toMatchObject({
      reference: 'g',
      complaint: { detail: { kind: 'not-one-of', at: 'statements', value: 'holiday' } },
    })
  })

  test('is unreadable when nothing is in it, when a column is not known or none holds credentials', async () => {
    const texts = ['', '\n\n', 'reference,name\na,b\n', 'reference,credentails\na,b\n', '"open']
    for (const text of texts)
      expect([text, (await refusalOf(text))?.code]).toEqual([text, 'list-unreadable'])
    expect((await refusalOf('reference,credentails\n'))?.message).toMatch(/credentails/)
    expect(await refusalOf('credentials,credentials\n')).toBeUndefined()
    expect(await refusalOf('statements\n')).toBeUndefined()
  })

  test('is unreadable as a workbook or in an encoding of old', async () => {
    const workbook = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0])
    const latin = new Uint8Array([...new TextEncoder().encode('credentials\n'), 0xe9, 0x0a])
    expect((await refusalOf(workbook))?.code).toBe('list-unreadable')
    expect((await refusalOf(latin))?.code).toBe('list-unreadable')
  })

  test('has 10,000 rows at most', async () => {
    const rows = 'x\n'.repeat(10_000)
    expect(await read(`credentials\n${rows}`)).toHaveLength(10_000)
    expect((await refusalOf(`credentials\n${rows}x\n`))?.code).toBe('input-too-large')
  })
})

describe('a time of application', () => {
  test('is a day or an instant with its zone', () => {
    expect(readInstant('2026-11-02')).toBe('2026-11-02T00:00:00.000Z')
    expect(readInstant('2026-11-02T10:00:00Z')).toBe('2026-11-02T10:00:00.000Z')
    for (const text of ['', '2026', '2026-11-02T10:00:00', '2026-11-02T25:00:00Z', '2026-13-01'])
      expect([text, readInstant(text)]).toEqual([text, null])
  })
})
