import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { openCommandFolder } from '../support/command-folder.ts'
import { colophon } from '../support/command-line.ts'

const { folder, env, at, inTurn, issueTo, close } = openCommandFolder()
let good: string
const here = (args: readonly string[], input?: string | Uint8Array) =>
  colophon(args, { env, cwd: folder, ...(input === undefined ? {} : { input }) })

beforeAll(async () => {
  ;({ good } = await issueTo('Μαρία Παππά'))
  const text = readFileSync(at(good), 'utf8')
  writeFileSync(at('forged.json'), text.replace('Παππά', 'Παπά'))
  writeFileSync(at('strange.json'), text.replace('/v3p0/extensions', '/v3p0/another'))
  writeFileSync(at('none.txt'), 'hello')
})
afterAll(close)

describe('verify of several', () => {
  test('ends with the worst of what it found', async () => {
    const found = await inTurn(
      ['verify', good, good],
      ['verify', good, 'strange.json'],
      ['verify', good, 'strange.json', 'forged.json'],
      ['verify', good, 'none.txt'],
      ['verify', good, 'https://badges.example.org/c/none'],
      ['verify', good, 'missing.json'],
    )
    expect(found.map(({ code }) => code)).toEqual([0, 2, 1, 1, 2, 64])
  })

  test('tells of each by itself, as text, JSON and CSV', async () => {
    const sources = [good, 'forged.json', 'none.txt']
    const [text, json, csv] = await inTurn(
      ['verify', ...sources],
      ['verify', ...sources, '--json'],
      ['verify', ...sources, '--csv'],
    )
    expect(text?.out).toMatch(/^== out.*\nVALID/)
    expect(text?.out).toMatch(/== forged\.json\nINVALID/)
    expect(text?.out).toMatch(/== none\.txt\nREFUSED no-credential-found/)
    const { items } = JSON.parse(json?.out ?? '')
    expect(items).toMatchObject([
      { index: 0, name: good, verdict: 'valid' },
      { index: 1, verdict: 'invalid' },
      { index: 2, problem: { code: 'no-credential-found' } },
    ])
    const table = parse(csv?.out ?? '', { columns: true }) as Record<string, string>[]
    expect(table.map(({ item, verdict }) => [item, verdict])).toEqual([
      [good, 'valid'],
      ['forged.json', 'invalid'],
      ['none.txt', 'refused'],
    ])
  })

  test('tells what to do about one that is refused, in the language asked for', async () => {
    const [english, greek, answer] = await inTurn(
      ['verify', 'none.txt'],
      ['verify', 'none.txt', '--lang', 'el'],
      ['verify', 'none.txt', '--json'],
    )
    expect(english?.err).toMatch(/Use the original file.*\nno-credential-found/)
    expect(greek?.err).toMatch(/Χρησιμοποιήστε το αρχικό αρχείο/)
    expect(JSON.parse(answer?.out ?? '').code).toBe('no-credential-found')
    expect([english, greek, answer].map((each) => each?.code)).toEqual([1, 1, 1])
  })

  test('reads one of them from standard input, and no two', async () => {
    const both = await here(['verify', 'forged.json', '-', '--csv'], readFileSync(at(good)))
    expect(both.code).toBe(1)
    // With an apostrophe, since a spreadsheet would take a hyphen for the beginning of a formula.
    expect(both.out).toMatch(/\n"'-",valid,/)
    expect((await here(['verify', '-', '-'], 'x')).code).toBe(64)
  })
})

describe('verify of one', () => {
  test('says the verdict, the four answers, what is signed, and every check with its reason', async () => {
    const { out, code } = await here(['verify', good])
    expect(code).toBe(0)
    expect(out).toMatch(/^VALID/)
    for (const answer of ['genuine  yes', 'current  yes', 'issuer   known', 'person   not-asked'])
      expect(out).toContain(answer)
    expect(out).toContain('Μαρία Παππά')
    expect(out).toContain('[signature-holds]')
  })

  test('speaks the language that is asked for', async () => {
    const [greek, json, wrong] = await inTurn(
      ['verify', good, '--lang', 'el'],
      ['verify', good, '--lang', 'el', '--json'],
      ['verify', good, '--lang', 'xx'],
    )
    expect(greek?.out).toMatch(/\[signature-holds\]/)
    expect(JSON.parse(json?.out ?? '').findings[0].message).toMatch(/\p{Script=Greek}/u)
    expect(wrong?.code).toBe(64)
  })

  test('compares with a person, and the verdict stays what it is', async () => {
    const [same, other] = await inTurn(
      ['verify', good, '--person', 'Μαρία Παππά', '--json'],
      ['verify', good, '--person', 'Somebody Else', '--json'],
    )
    expect([same?.code, JSON.parse(same?.out ?? '').answers.person]).toEqual([0, 'match'])
    expect([other?.code, JSON.parse(other?.out ?? '').answers.person]).toEqual([0, 'mismatch'])
  })

  test('is either JSON or CSV', async () => {
    expect((await here(['verify', good, '--json', '--csv'])).code).toBe(64)
  })
})
