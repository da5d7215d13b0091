import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Refusal } from '../../src/errors.ts'
import { rowComplaintCodes } from '../../src/learning/completion.ts'
import { readCompletions } from '../../src/learning/csv.ts'
import { maxCsvBytes } from '../../src/learning/csv-encoding.ts'
import { refusalOfPromise } from '../support/refused.ts'
import { fixture, importOptions, readAll, said } from './sample.ts'

const header = 'learner_id,email,name,language,completed_on,score,modules'
const row = '1,eleni@example.org,Ελένη Γεωργίου,el,2026-11-22,94.5,m01 m02'

describe('our own format', () => {
  test('is read whatever its delimiter, line ends, order of columns and encoding', async () => {
    const [expected] = await readAll(`${header}\n${row}\n`)
    expect(expected).toEqual({
      line: 2,
      completion: {
        line: 2,
        learner: {
          key: 'email:eleni@example.org',
          name: 'Ελένη Γεωργίου',
          email: 'eleni@example.org',
          language: 'el',
        },
        course: 'biblio-mooc',
        run: '2026-autumn',
        modules: ['m01', 'm02'],
        completedOn: '2026-11-22',
        lastActivityOn: null,
        score: 94.5,
      },
      complaints: [],
    })
    const text = `${header}\n${row}\n`
    const turned = `modules,Completed On,NAME,email,score,language,learner-id\nm01 m02,2026-11-22,Ελένη Γεωργίου,eleni@example.org,94.5,el,1`
    const variants: readonly (string | Uint8Array)[] = [
      text.replaceAll(',', ';'),
      text.replaceAll(',', '\t'),
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.trim(),
      turned,
      `\uFEFF${text}`,
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(text, 'utf16le'),
      Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      Buffer.from(text, 'utf16le').swap16(),
    ]
    for (const variant of variants) expect(await readAll(variant)).toEqual([expected])
    expect(await readAll(text, {}, 1)).toEqual([expected])
    expect(await readAll(Buffer.from(text, 'utf16le'), {}, 3)).toEqual([expected])
  })

  test('needs a name and something done, and no more', async () => {
    const [read] = await readAll('name,modules\nAnna,m01', {
      format: 'colophon',
      matchByName: true,
    })
    expect(read?.completion?.learner.key).toBe('name:anna')
    expect(said(await readAll('name,email\nAnna,a@example.org', { format: 'colophon' }))).toEqual([
      '1 columns-missing',
    ])
    expect(said(await readAll('email,modules\na@example.org,m01', { format: 'colophon' }))).toEqual(
      ['1 columns-missing'],
    )
  })

  test('names each wrong row by its line in the file and goes on with the next', async () => {
    const rows = await readAll(fixture('colophon-mixed.csv'))
    expect(said(rows)).toEqual([
      '5 email-suspicious email (warning)',
      '6 quote-not-closed',
      '7 date-unreadable completed_on',
      '8 name-missing name',
      '9 date-in-future completed_on',
      '9 score-unreadable score',
      '9 module-unknown modules',
      '9 language-unknown language (warning)',
      '10 row-length',
      '11 learner-twice (warning)',
      '12 learner-twice',
    ])
    const taken = rows.flatMap(({ completion }) => completion ?? [])
    expect(taken.map(({ line, learner }) => [line, learner.key, learner.name])).toEqual([
      [2, 'email:eleni@example.org', 'Ελένη Παπαδοπούλου-Νικολάου'],
      [3, 'lms:2', 'Jānis Bērziņš'],
      [5, 'lms:3', '=cmd(‘calc’)'],
    ])
  })

  test('says which columns it does not know', async () => {
    const rows = await readAll(`${header},grade,phone\n${row},A,555`)
    expect(rows[0]).toEqual({
      line: 1,
      completion: null,
      complaints: [
        {
          ...{ line: 1, column: 'grade', severity: 'warning', code: 'column-unknown' },
          value: 'grade; phone',
        },
      ],
    })
    expect(rows[1]?.completion).not.toBeNull()
  })

  test.each([
    ['name-has-control-characters', '1,a@example.org,An\u202Ena,en,,,m01', true],
    ['name-not-printable', '1,a@example.org,Unprintable,en,,,m01', true],
    ['name-not-printable', '1,a@example.org,Bj\uFFFDrn,en,,,m01', false],
    ['name-too-long', `1,a@example.org,${'x'.repeat(201)},en,,,m01`, false],
    ['learner-key-missing', ',,Anna,en,,,m01', false],
    ['score-unreadable', '1,a@example.org,Anna,en,,A+,m01', false],
    ['score-unreadable', '1,a@example.org,Anna,en,,100.1,m01', false],
  ])('complains with %s about %s', async (code, line, isTaken) => {
    const isPrintable = (name: string) => name !== 'Unprintable'
    const [read] = await readAll(`${header}\n${line}`, { isPrintable })
    expect(read?.complaints.map((each) => each.code)).toEqual([code])
    expect(read?.completion !== null).toBe(isTaken)
  })

  test('shortens what it quotes', async () => {
    const [read] = await readAll(`${header}\n1,a@example.org,Anna,en,${'9'.repeat(99)},,m01`)
    expect(read?.complaints[0]?.value).toBe(`${'9'.repeat(59)}…`)
  })

  test.each(['94.5', '94,5', '94.5%', '94,5 %'])('reads the score "%s"', async (score) => {
    const [read] = await readAll(`${header}\n1,a@example.org,Anna,en,,"${score}",m01`)
    expect(read?.completion?.score).toBe(94.5)
  })

  test('does not let the first of two rows count if it was wrong itself', async () => {
    const rows = await readAll(`${header}\n1,a@example.org,Anna,,bad,,\n1,a@example.org,Anna,,,,`)
    expect(said(rows)).toEqual(['2 date-unreadable completed_on'])
    expect(rows[1]?.completion).not.toBeNull()
  })

  test('takes the language of the import where the row has none', async () => {
    const [read] = await readAll(`${header}\n1,a@example.org,Anna,,,,`, { language: 'lv' })
    expect(read?.completion?.learner.language).toBe('lv')
  })
})

describe('a quote that is never closed', () => {
  test('costs its own row only, even in a long file', async () => {
    const others = Array.from({ length: 200 }, (_, n) => `${n},u${n}@example.org,User ${n},,,,m01`)
    const lines = [
      header,
      ...others.slice(0, 20),
      '900,x@example.org,"Xenia,,,,',
      ...others.slice(20),
    ]
    const rows = await readAll(lines.join('\n'))
    expect(said(rows)).toEqual(['22 quote-not-closed'])
    expect(rows.filter(({ completion }) => completion).map(({ line }) => line)).toEqual(
      Array.from({ length: 201 }, (_, n) => n + 2).filter((line) => line !== 22),
    )
  })

  test('is told from a quote inside a cell, which is only a character', async () => {
    const [read] = await readAll(`${header}\n1,a@example.org,Anna "Nina" Rossi,,,,`)
    expect(read?.completion?.learner.name).toBe('Anna "Nina" Rossi')
  })
})

describe('a file that cannot be read', () => {
  test('is refused where it is not UTF-8, with line, byte and remedy', async () => {
    const latin1 = Buffer.concat([
      Buffer.from(`${header}\n${row}\n2,b@example.org,Bj`),
      Buffer.from([0xf6]),
      Buffer.from('rn,,,,\n'),
    ])
    const refusal = await refusalOfPromise(readAll(latin1))
    expect(refusal.code).toBe('csv-unreadable')
    expect(refusal.message).toContain(`Line 3 (byte ${latin1.indexOf(0xf6) + 1})`)
    expect(refusal.message).toContain('CSV UTF-8')
    const inPieces = await refusalOfPromise(readAll(latin1, {}, 7))
    expect(inPieces.message).toBe(refusal.message)
  })

  test.each([
    ['a workbook', Buffer.from('PK\u0003\u0004 and so on')],
    ['nothing', Buffer.from('')],
    ['blank lines', Buffer.from('\n\n')],
    ['one endless line', Buffer.from('x'.repeat(300_000))],
    ['a thousand columns and more', Buffer.from(','.repeat(2000).concat('x'))],
    ['half a character', Buffer.from([0xff, 0xfe, 0x41])],
  ])('is refused: %s', async (_, bytes) => {
    expect((await refusalOfPromise(readAll(bytes))).code).toBe('csv-unreadable')
  })

  test('is not taken for another format where only the name is missing', async () => {
    const rows = await readAll('learner_id,email,completed_on\n1,a@example.org,2026-11-01\n')
    const columns = [expect.objectContaining({ code: 'columns-missing', value: 'name' })]
    expect(rows).toEqual([{ line: 1, completion: null, complaints: columns }])
  })

  test('is refused where it is some other table', async () => {
    const refusal = await refusalOfPromise(readAll('Date,Score\n2026-11-22,9 / 10\n'))
    expect(refusal.code).toBe('csv-unknown-format')
    expect(refusal.details).toEqual([{ at: 'line 1', message: 'Date · Score' }])
  })

  test.each([
    ['bytes', `${' '.repeat(128 * 1024 - 1)}\n`.repeat(8), maxCsvBytes / 1024 / 1024],
    ['lines', '\n'.repeat(100_000), 10],
  ])('is refused beyond its size in %s before it is read to the end', async (_, piece, pieces) => {
    let sent = 0
    async function* endless() {
      yield Buffer.from(`${header}\n`)
      for (;;) {
        sent += 1
        yield Buffer.from(piece)
      }
    }
    const work = async () => {
      for await (const _ of readCompletions(endless(), importOptions));
    }
    expect((await refusalOfPromise(work())).code).toBe('input-too-large')
    expect(sent).toBe(pieces)
  })

  test('lets go of its source where the reader stops early', async () => {
    let isClosed = false
    async function* source() {
      try {
        for (;;) yield Buffer.from(`${header}\n${row}\n`)
      } finally {
        isClosed = true
      }
    }
    for await (const _ of readCompletions(source(), importOptions)) break
    expect(isClosed).toBe(true)
  })
})

test('any bytes are answered with rows or a refusal', async () => {
  const start = fc.constantFrom('', `${header}\n`, 'ID,Nome,Corso\n7,Anna,\n', '\uFEFF')
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.string().map((text) => Buffer.from(text)),
  )
  await fc.assert(
    fc.asyncProperty(start, body, fc.integer({ min: 1, max: 64 }), async (text, bytes, size) => {
      const rows = await readAll(Buffer.concat([Buffer.from(text), bytes]), {}, size).catch(
        (error) => {
          if (error instanceof Refusal) return []
          throw error
        },
      )
      expect(rows.every(({ completion, complaints }) => completion ?? complaints.length > 0)).toBe(
        true,
      )
    }),
  )
})

test('docs/IMPORT.md explains every complaint, and no other', () => {
  const documented = readFileSync('docs/IMPORT.md', 'utf8').matchAll(
    /^\| `([a-z-]+)` \| (?:error|warning)/gm,
  )
  const codes = new Set([...documented].map(([, code]) => code))
  expect([...codes].sort()).toEqual([...rowComplaintCodes].sort())
})

describe('dates whose order nobody stated', () => {
  const text = `${header}\n1,a@example.org,Anna,,05/11/26,,\n`

  test('stop the import with a question', async () => {
    const refusal = await refusalOfPromise(readAll(text))
    expect(refusal.code).toBe('dates-order-needed')
    expect(refusal.details[0]?.at).toBe('line 2')
  })

  test('are read once it is stated', async () => {
    const dayIn = async (dates: 'dmy' | 'mdy') =>
      (await readAll(text, { dates }))[0]?.completion?.completedOn
    expect([await dayIn('dmy'), await dayIn('mdy')]).toEqual(['2026-11-05', '2026-05-11'])
  })
})
