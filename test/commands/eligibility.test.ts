import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { openCommandFolder } from '../support/command-folder.ts'
import { colophon } from '../support/command-line.ts'

const { folder, env, at, inTurn, issueTo, close } = openCommandFolder()
let good: string
let id: string
const decide = (...words: string[]) => ['eligibility', 'ceco', ...words]

beforeAll(async () => {
  ;({ id, good } = await issueTo('Maria Rossi'))
  writeFileSync(at('forged.json'), readFileSync(at(good), 'utf8').replace('Rossi', 'Russo'))
  writeFileSync(at('none.txt'), 'hello')
  writeFileSync(at('letter.pdf'), 'a letter')
  writeFileSync(
    at('list.csv'),
    [
      'reference,credentials,name,applied,statements',
      `late,${good},Maria Rossi,2026-06-02,`,
      'idea,,,2026-06-01,project-idea',
      `early,${id},,2026-05-10,`,
      'broken,x',
      'nothing,,,2026-05-05,',
    ].join('\n'),
  )
})
afterAll(close)

describe('eligibility', () => {
  test('ends with 0 for eligible, 1 for not yet, 2 where a person has to decide', async () => {
    const found = await inTurn(
      decide(good),
      decide('forged.json'),
      decide('none.txt'),
      decide('--statement', 'project-idea'),
      decide(good, '--person', 'Somebody Else'),
      decide('https://badges.example.org/c/none'),
    )
    expect(found.map(({ code }) => code)).toEqual([0, 1, 1, 2, 2, 2])
  })

  test('tells the outcome, each rule, what is missing and what could not be read', async () => {
    const [yes, no] = await inTurn(decide(good), decide('none.txt'))
    expect(yes?.out).toMatch(/^ELIGIBLE, Eligible\n/)
    expect(yes?.out).toMatch(/\n {2}\+ .*\[mooc-completed\]/)
    expect(yes?.out).toMatch(/sha256-[0-9a-f]{64}/)
    expect(no?.out).toMatch(/^NOT-YET, /)
    expect(no?.out).toMatch(/none\.txt: .*\[no-credential-found\]/)
    expect(no?.out).toMatch(/\n {2}- .*\[mooc-completed\]/)
  })

  test('takes the document for a statement, and tells it as JSON in another language', async () => {
    const words = decide('--statement', 'host-library=letter.pdf', 'project-idea', '--json')
    const [bare, english, greek] = await inTurn(
      decide('--statement', 'host-library', '--json'),
      words,
      [...words, '--lang', 'el'],
    )
    const ruleOf = (out = '') =>
      JSON.parse(out).rules.find(({ rule }: { rule: string }) => rule === 'host-library')
    expect(ruleOf(bare?.out).reason).toBe('statement-without-document')
    expect(ruleOf(english?.out).reason).toBe('statement-to-review')
    expect(ruleOf(greek?.out).message).toMatch(/[α-ω]/)
    expect(JSON.parse(english?.out ?? '')).toMatchObject({
      specialization: 'ceco',
      outcome: 'needs-review',
      credential: null,
    })
  })

  test('reads standard input', async () => {
    const input = readFileSync(at(good))
    const { code } = await colophon(decide('-'), { env, cwd: folder, input })
    expect(code).toBe(0)
  })

  test.each([
    [[]],
    [['missing.json']],
    [['-', '-']],
    [['GOOD', '--csv']],
    [['GOOD', '--lang', 'xx']],
    [['GOOD', '--country', 'FR']],
    [['GOOD', '--statement', 'holiday']],
    [['GOOD', '--list', 'list.csv']],
    [['--list', 'missing.csv']],
    [['--list', 'GOOD']],
  ])('is wrong use with %j', async (words: string[]) => {
    const [found] = await inTurn(decide(...words.map((word) => (word === 'GOOD' ? good : word))))
    expect(found?.code).toBe(64)
  })

  test('is wrong use for a specialization that is not there', async () => {
    const [found] = await inTurn(['eligibility', 'none', good])
    expect(found?.code).toBe(64)
  })

  test('keeps nothing, and leaves nothing behind on a machine of its own', async () => {
    const strange = { ...env, DATA_DIR: at('elsewhere') }
    const { code } = await colophon(decide('none.txt'), { env: strange, cwd: folder })
    expect(code).toBe(1)
    expect(existsSync(at('elsewhere'))).toBe(false)
  })
})

describe('eligibility of a list', () => {
  test('ranks all of them, and answers a broken line in its place', async () => {
    const [text, json, csv] = await inTurn(
      decide('--list', 'list.csv'),
      decide('--list', 'list.csv', '--json'),
      decide('--list', 'list.csv', '--csv'),
    )
    expect([text?.code, json?.code, csv?.code]).toEqual([64, 64, 64])
    expect(text?.out).toMatch(/^1\. early: eligible.*\n2\. late: .*\n3\. idea: needs-review/)
    expect(text?.out).toMatch(/REFUSED line 5 \(broken\): .*\[row-length\]/)
    const { items } = JSON.parse(json?.out ?? '')
    expect(items).toMatchObject([
      { rank: 1, reference: 'early', outcome: 'eligible' },
      { rank: 2, reference: 'late' },
      { rank: 3, reference: 'idea', outcome: 'needs-review' },
      { rank: 4, reference: 'nothing', outcome: 'not-yet' },
      { line: 5, reference: 'broken', problem: { code: 'row-length' } },
    ])
    const table = parse(csv?.out ?? '', { columns: true }) as Record<string, string>[]
    expect(table.map(({ line, rank, outcome }) => [line, rank, outcome])).toEqual([
      ['4', '1', 'eligible'],
      ['2', '2', 'eligible'],
      ['3', '3', 'needs-review'],
      ['6', '4', 'not-yet'],
      ['5', '', 'refused'],
    ])
    expect(csv?.err).toContain('5 of 5 decided')
  })
})
