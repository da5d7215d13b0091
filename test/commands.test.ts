import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { colophon, colophonInTurn, type Ran } from './support/command-line.ts'

const header = 'learner_id,email,name,language,completed_on,score,modules\n'
const rows = `${header}a,a@example.org,Μαρία Παππά,,2026-05-04,91,\nb,b@example.org,Bo,,2026-05-04,95,\n`

let folder: string
let env: Record<string, string>
const at = (...names: string[]) => join(folder, ...names)
const here = (args: readonly string[], input?: string | Uint8Array) =>
  colophon(args, { env, cwd: folder, ...(input === undefined ? {} : { input }) })

const inTurn = (...words: string[][]) => colophonInTurn(words, { env, cwd: folder })

async function asJson<T = Record<string, unknown>>(ran: Promise<Ran>, code = 0): Promise<T> {
  const told = await ran
  if (told.code !== code) throw new Error(`ended with ${told.code}: ${told.out}${told.err}`)
  return JSON.parse(told.out) as T
}

interface Imported {
  readonly summary: Record<string, number | string | null>
  readonly issued: { readonly issued: number } | null
  readonly lines: readonly {
    readonly name: string | null
    readonly awards: readonly { readonly credential: string }[]
  }[]
}
const importing = ['import', '--course', 'biblio-mooc', '--run', '2026-1', '--json']

let id: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  env = { DATA_DIR: at('data'), PUBLIC_URL: 'https://badges.example.org' }
  writeFileSync(at('in.csv'), rows)
  await asJson(here(['keygen', '--json']))
  const imported = await asJson<Imported>(here([...importing, 'in.csv']))
  id = imported.lines[0]?.awards[0]?.credential ?? ''
  await asJson(here(['export', id, '--out', 'out', '--json']))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const commands = [
  ['keygen'],
  ['keys', 'list'],
  ['keys', 'rotate'],
  ['keys', 'retire'],
  ['token', 'create'],
  ['import'],
  ['issue'],
  ['show'],
  ['export'],
  ['revoke'],
  ['statistics'],
  ['enrolments', 'list'],
  ['enrolments', 'withdraw'],
  ['verify'],
  ['backup'],
  ['recheck'],
  ['doctor'],
  ['health'],
  ['serve'],
  ['demo'],
]

describe('colophon', () => {
  test('explains itself and every command, --json among the options', async () => {
    const whole = await here(['--help'])
    expect([whole.code, whole.err]).toEqual([0, ''])
    for (const [first = ''] of commands)
      expect(whole.out).toMatch(new RegExp(`^  ${first}\\b`, 'm'))
    const helps = await inTurn(...commands.map((words) => [...words, '--help']))
    for (const [index, { code, out }] of helps.entries()) {
      expect([commands[index], code, out.startsWith('Usage: colophon')]).toEqual([
        commands[index],
        0,
        true,
      ])
      expect([commands[index], out.includes('--json')]).toEqual([commands[index], true])
    }
  })

  test('ends with 64 for wrong use, and says what is wrong', async () => {
    const wrong: [string, string[]][] = [
      ['no command', []],
      ['an unknown command', ['bogus']],
      ['an unknown option', ['verify', '--bogus', 'x']],
      ['a missing argument', ['verify']],
      ['a file that is not there', ['verify', 'nothing.pdf']],
      ['a folder for a file', ['verify', '.']],
      ['an import of a file that is not there', [...importing, 'nothing.csv']],
      ['an import without its course', ['import', 'in.csv', '--run', 'r']],
      ['an unknown course', ['import', 'in.csv', '--course', 'x', '--run', 'r']],
      ['a run with a path in it', ['import', 'in.csv', '--course', 'biblio-mooc', '--run', '../r']],
      ['an unknown order of dates', [...importing, 'in.csv', '--dates', 'x']],
      ['columns that the file does not have', [...importing, 'in.csv', '--columns', 'name=Nobody']],
      ['a day that is none', [...importing, 'in.csv', '--completed-on', 'soon']],
      ['profiles that are not there', [...importing, 'in.csv', '--profiles', 'nothing.csv']],
      ['a language we do not write', [...importing, 'in.csv', '--lang', 'xx']],
      ['an unknown role', ['token', 'create', '--role', 'emperor']],
      ['a key that is not there', ['keys', 'retire', 'none']],
      ['a revocation without its reason', ['revoke', 'x']],
      ['a backup to where nothing can be', ['backup', 'no/such/folder/file']],
      ['a backup over a file', ['backup', 'in.csv']],
    ]
    const found = await inTurn(...wrong.map(([, args]) => args))
    for (const [index, { code, out, err }] of found.entries()) {
      const what = wrong[index]?.[0]
      expect([what, code, out.length + err.length > 10]).toEqual([what, 64, true])
      expect([what, /\n\s+at /.test(`${out}${err}`)]).toEqual([what, false])
    }
    expect((await here(['verify', 'nothing.pdf'])).code).toBe(64)
  })

  test('names every mistake in the settings at once', async () => {
    const wrong = {
      PORT: '99999',
      PUBLIC_URL: 'ftp://x',
      DATABASE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: '-1',
      IDENTIFY_BY: 'face',
      ADMIN_TOKEN: 'x',
      ADMIN_TOKEN_FILE: '/nowhere',
      KEYS_PASSPHRASE_FILE: '/nowhere',
    }
    const { code, err } = await colophon(['keys', 'list'], { cwd: folder, env: wrong })
    expect(code).toBe(64)
    for (const name of Object.keys(wrong)) expect(err).toContain(name)
  })
})

describe('statistics', () => {
  test('tells what came of a course, in words and as a table', async () => {
    const words = ['statistics', '--course', 'biblio-mooc', '--run', '2026-1']
    const [told, table] = await inTurn(words, [...words, '--csv'])
    expect(told?.out).toMatch(/^run 2026-1: \d+ learners; \d+ have something to show for it$/m)
    expect(table?.out).toMatch(/^course,run,measure,of,day,count\nbiblio-mooc,2026-1,learners,,,\d/)
    expect((await here(['statistics', '--course', 'none'])).code).toBe(64)
  })
})

describe('import and issue', () => {
  test('reads an export by its profile report and by stated columns, and says in a dry run how', async () => {
    const exported = (name: string) => resolve('test/fixtures/learning', name)
    const { format, lines } = await asJson<Imported & { format: string }>(
      here([
        ...[...importing, '--dry-run', exported('openedx-grades.csv')],
        ...['--profiles', exported('openedx-profiles.csv'), '--completed-on', '2026-05-04'],
      ]),
    )
    expect([format, lines.map(({ name }) => name)]).toEqual([
      'openedx',
      [null, 'Ilze Kļaviņa', 'Пламен Димитров', null],
    ])
    const words = importing.filter((word) => word !== '--json')
    const { out } = await here(
      [...words, '--dry-run', '-', '--columns', 'name=Who,completed_on=#2', '--match-by-name'],
      'Who,When\nAnna Ek,2026-05-04\n',
    )
    expect(out).toContain('read as: other')
    expect(out).toContain('column #1 "Who": name, such as "Anna Ek"')
    expect(out).toContain('date in "When": "2026-05-04" is read as 2026-05-04')
  })

  test('have issued the file, and issue nothing twice', async () => {
    const again = await asJson<Imported>(here([...importing, 'in.csv']))
    expect(again.summary).toMatchObject({ lines: 2, reserved: 0, alreadyIssued: 2 })
    expect(again.issued).toMatchObject({ issued: 0 })
    expect(await asJson(here(['issue', '--json']))).toMatchObject({ issued: 0, void: 0 })
  })

  test('write nothing in a dry run, and take standard input for -', async () => {
    const more = `${header}c,c@example.org,Cy,,2026-05-04,91,\n`
    const dry = await asJson<Imported>(here([...importing, '--dry-run', '-'], more))
    expect(dry).toMatchObject({ dryRun: true, issued: null, summary: { batch: null, reserved: 1 } })
    const real = await asJson<Imported>(here([...importing, '-'], more))
    expect(real).toMatchObject({ summary: { reserved: 1 }, issued: { issued: 1 } })
  })
})

describe('show, export and revoke', () => {
  test('tell what is recorded, by id or by address', async () => {
    const names = [id, `https://badges.example.org/c/${id}`, `${id}.pdf`]
    for (const { out } of await inTurn(...names.map((name) => ['show', name, '--json'])))
      expect(JSON.parse(out)).toMatchObject({ id, status: 'active' })
    const unknown = '0'.repeat(26)
    const found = await inTurn(['show', unknown], ['export', unknown, '--out', 'x'])
    expect(found.map(({ code }) => code)).toEqual([1, 1])
  })

  test('write every form', () => {
    const forms = ['json', 'jwt', 'pdf', 'png', 'svg'].map((form) => `${id}.${form}`)
    expect(readdirSync(at('out')).sort()).toEqual(forms)
  })

  test('revoke once and for good', async () => {
    const imported = await asJson<Imported>(
      here([...importing, '-'], `${header}r,r@example.org,Ro,,2026-05-04,91,\n`),
    )
    const gone = imported.lines[0]?.awards[0]?.credential ?? ''
    const words = ['revoke', gone, '--reason', 'a test', '--json']
    const [, strange, done, again] = await inTurn(
      ['export', gone, '--out', 'gone'],
      [...words, '--code', 'because'],
      [...words, '--code', 'issued-in-error'],
      words,
    )
    expect([strange?.code, done?.code, again?.code]).toEqual([64, 0, 1])
    expect(JSON.parse(done?.out ?? '')).toMatchObject({ id: gone, reason: 'issued-in-error' })
    const report = await asJson(here(['verify', `gone/${gone}.pdf`, '--json']), 1)
    expect(report).toMatchObject({ verdict: 'invalid', status: 'revoked' })
  })
})

describe('verify', () => {
  test('finds every good form valid, and our own address: 0', async () => {
    const kinds = ['json', 'jwt', 'pdf', 'png', 'svg']
    const found = await inTurn(
      ...kinds.map((kind) => ['verify', join('out', `${id}.${kind}`), '--json']),
      ['verify', `https://badges.example.org/c/${id}`, '--json'],
    )
    const told = found.map(({ code, out }) => [code, JSON.parse(out).source.kind])
    expect(told).toEqual([...kinds, 'url'].map((kind) => [0, kind]))
  })

  test('reads standard input', async () => {
    const { code, out } = await here(['verify', '-'], readFileSync(at('out', `${id}.pdf`)))
    expect([code, out.startsWith('VALID')]).toEqual([0, true])
    expect(out).toContain('Μαρία Παππά')
  })

  test('says no to a changed one: 1', async () => {
    const changed = readFileSync(at('out', `${id}.json`), 'utf8').replace('Παππά', 'Παπά')
    expect((await here(['verify', '-'], changed)).code).toBe(1)
  })

  test('cannot tell where a context is not known: 2', async () => {
    const strange = readFileSync(at('out', `${id}.json`), 'utf8').replace(
      '/ob/v3p0/extensions.json',
      '/ob/v3p0/another.json',
    )
    const report = await asJson(here(['verify', '-', '--json'], strange), 2)
    expect(report).toMatchObject({ verdict: 'undecided' })
  })

  test('finds no credential where there is none: 1', async () => {
    const texts = ['', 'hello', '{"a":', '\x89PNG']
    for (const [index, text] of texts.entries())
      writeFileSync(at(`none-${index}`), Buffer.from(text, 'latin1'))
    const found = await inTurn(...texts.map((_, index) => ['verify', `none-${index}`, '--json']))
    for (const { code, out } of found) {
      expect(code).toBe(1)
      expect(JSON.parse(out)).toMatchObject({
        code: expect.any(String),
        message: expect.any(String),
      })
    }
  })
})

describe('verify on a machine that has nothing', () => {
  const elsewhere = async (args: string[][], more: Record<string, string> = {}) => {
    mkdirSync(at('elsewhere'), { recursive: true })
    const found = await colophonInTurn(args, { cwd: at('elsewhere'), env: more })
    expect(readdirSync(at('elsewhere'))).toEqual([])
    return found
  }

  test('leaves nothing behind there, whatever it is asked', async () => {
    const found = await elsewhere([
      ['verify', at('out', `${id}.pdf`)],
      ['verify', at('in.csv')],
      ['verify', `http://localhost:8080/c/${id}`],
    ])
    expect(found.map(({ code }) => code)).toEqual([2, 1, 2])
  })

  test('cannot tell, rather than speak for an address that it has by chance', async () => {
    const [ran] = await elsewhere([['verify', at('out', `${id}.json`), '--json']], {
      PUBLIC_URL: 'https://badges.example.org',
    })
    expect([ran?.code, JSON.parse(ran?.out ?? '{}').verdict]).toEqual([2, 'undecided'])
  })
})

describe('keys and tokens', () => {
  test('are listed, rotated and retired, one of each kind active', async () => {
    const list = ['keys', 'list', '--json']
    const [first, , after, verified, text] = await inTurn(
      list,
      ['keys', 'rotate', '--json'],
      list,
      ['verify', join('out', `${id}.json`)],
      ['keygen'],
    )
    const keysIn = (ran: Ran | undefined) =>
      (JSON.parse(ran?.out ?? '') as { keys: { kid: string; state: string }[] }).keys
    expect(keysIn(first).map(({ state }) => state)).toEqual(['active', 'active'])
    const states = keysIn(after).map(({ state }) => state)
    expect(states.sort()).toEqual(['active', 'active', 'verify-only', 'verify-only'])
    expect(verified?.code).toBe(0)
    expect(text?.out).toContain('all keys are there already')
    const old = keysIn(first)[0]?.kid ?? ''
    const [retired, back] = await inTurn(
      ['keys', 'retire', old, '--compromised', '--json'],
      ['keys', 'retire', old],
    )
    expect(JSON.parse(retired?.out ?? '')).toMatchObject({ state: 'compromised', made: [] })
    expect(back?.code).toBe(64)
  })

  test('are shown once', async () => {
    const words = ['token', 'create', '--role', 'issuer', '--course', 'biblio-mooc', '--json']
    const made = await asJson<{ token: string }>(here(words))
    expect(made).toMatchObject({ role: 'issuer', scope: ['biblio-mooc'] })
    expect(made.token).toMatch(/^colophon_[0-9a-z]{26}_[\w-]{32}$/)
  })
})

describe('backup and doctor', () => {
  test('copy the ledger while it is written, to a file that passes and that others cannot read', async () => {
    const many = Array.from(
      { length: 150 },
      (_, n) => `m${n},m${n}@example.org,M${n},,2026-05-04,91,`,
    )
    const writing = here([...importing, '-'], `${header}${many.join('\n')}\n`)
    const copied = await asJson(here(['backup', 'copy.sqlite', '--json']))
    expect(copied).toEqual({ backup: at('copy.sqlite') })
    expect(statSync(at('copy.sqlite')).mode & 0o077).toBe(0)
    expect((await writing).code).toBe(0)
    const restored = { ...env, DATA_DIR: at('restored'), KEYS_DIR: at('data', 'keys') }
    const other = { ...restored, PORT: '1' }
    const put = await colophon(['restore', 'copy.sqlite'], { cwd: folder, env: other })
    expect([put.code, put.err]).toEqual([0, ''])
    const finish = await colophon(['issue'], { cwd: folder, env: other })
    expect(finish.code).toBe(0)
    const found = await asJson<{ checks: { check: string; state: string }[] }>(
      colophon(['doctor', '--all', '--json'], { cwd: folder, env: other }),
      // The key marked compromised above makes what it signed read as invalid, and doctor says so.
      1,
    )
    // The address of the tests cannot be looked at from outside, which is neither fine nor bad.
    const inState = (wanted: string) =>
      found.checks.filter(({ state }) => state === wanted).map(({ check }) => check)
    expect(inState('bad')).toEqual(['verification'])
    expect(inState('unknown')).toContain('certificate')
  })

  test('find a ledger of another address out: 64', async () => {
    const moved = { ...env, PUBLIC_URL: 'https://elsewhere.example' }
    const { code, err } = await colophon(['doctor'], { cwd: folder, env: moved })
    expect([code, err.includes('ledger-mismatch')]).toEqual([64, true])
  })
})

describe('keygen --vc-api', () => {
  const make = (name: string) => here(['keygen', '--vc-api', name, '--json'])

  test('writes separate keys that nobody else reads, and says by whom they sign', async () => {
    const { issuers } = await asJson<{ issuers: { curve: string; did: string }[] }>(
      make('vc-api-keys.json'),
    )
    expect(issuers.map(({ curve }) => curve)).toEqual(['Ed25519', 'P-256', 'P-384'])
    expect(issuers.every(({ did }) => did.startsWith('did:key:z'))).toBe(true)
    expect(statSync(at('vc-api-keys.json')).mode & 0o777).toBe(0o600)
  })

  test('never writes over a file', async () => {
    writeFileSync(at('taken.json'), 'mine')
    expect((await make('taken.json')).code).toBe(64)
    expect(readFileSync(at('taken.json'), 'utf8')).toBe('mine')
  })
})
