import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { reasons, warnings } from '../src/checking/report.ts'
import { Refusal } from '../src/errors.ts'
import { creditReasons, outcomeReasons, ruleReasons } from '../src/learning/eligibility/decision.ts'
import { parseCatalogue } from '../src/learning/parse-catalogue.ts'
import type { Requirement } from '../src/learning/specialization.ts'
import { auditActions } from '../src/ledger/audit.ts'
import { openApi } from '../src/web/openapi.ts'
import { refusalCodes, toProblem } from '../src/web/problem.ts'
import { home, mayImport } from './layers.ts'
import { biblio } from './learning/sample.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const filesIn = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => join(folder, path))

const pages = ['README.md', ...filesIn('docs', '.md'), join('keys.example', 'README.md')]
const sources = filesIn('src', '.ts')

/** The rows of the one table between `<!-- name -->` and `<!-- /name -->`, head and rule left out. */
function tableOf(page: string, name: string): string[][] {
  const text = read(page)
  const [, inside = ''] = text.split(new RegExp(`<!-- /?${name} -->`))
  const lines = inside.trim().split('\n')
  expect(lines.length).toBeGreaterThan(2)
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

const namesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const firstNames = (page: string, table: string) =>
  tableOf(page, table).map(([cell]) => namesIn(cell)[0] ?? '')

/** Every match of the first group, once. */
const found = (texts: readonly string[], pattern: RegExp) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
]

describe('docs/API.md', () => {
  test('has every refusal code, once, and no other', () => {
    expect(firstNames('docs/API.md', 'refusals').sort()).toEqual([...refusalCodes].sort())
  })

  test('gives every refusal the status it is answered with', () => {
    const documented = tableOf('docs/API.md', 'refusals').map(([code, status]) => [
      namesIn(code)[0],
      Number(status),
    ])
    const answered = refusalCodes.map((code) => [
      code,
      toProblem(new Refusal(code, 'told'), 'en').status,
    ])
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(answered))
  })

  test('says of every refusal what it means and what to do', () => {
    const bare = tableOf('docs/API.md', 'refusals').filter((row) => row.length !== 4 || !row[3])
    expect(bare).toEqual([])
  })

  test('names every path of the OpenAPI description', () => {
    const text = read('docs/API.md')
    const { paths } = openApi(new URL('https://example.org')) as { paths: object }
    expect(Object.keys(paths).filter((path) => !text.includes(path))).toEqual([])
  })
})

describe('docs/AUDIT.md', () => {
  test('has every action, once, and no other', () => {
    expect(firstNames('docs/AUDIT.md', 'actions')).toEqual([...auditActions])
  })
})

describe('docs/VERIFICATION.md', () => {
  test('has every reason, once, and no other', () => {
    expect(firstNames('docs/VERIFICATION.md', 'reasons')).toEqual([...reasons])
  })

  test('has every warning, once, and no other', () => {
    expect(firstNames('docs/VERIFICATION.md', 'warnings')).toEqual([...warnings])
  })

  test('gives every reason the outcome it comes with in the code', () => {
    const outcomes = new Map(
      tableOf('docs/VERIFICATION.md', 'reasons').map((row) => [namesIn(row[0])[0], row[1]]),
    )
    const given = filesIn('src/checking', '.ts').flatMap((path) => [
      ...read(path).matchAll(/'(passed|failed|unknown|skipped)',\s+(?:reason: )?'([a-z0-9-]+)'/g),
    ])
    const told = given.filter(([, , reason]) => outcomes.has(reason))
    const wrong = told.filter(([, outcome, reason]) => outcomes.get(reason) !== outcome)
    expect(wrong.map(([text]) => text)).toEqual([])
    expect(told.length).toBeGreaterThan(20)
  })
})

describe('docs/ELIGIBILITY.md', () => {
  const page = 'docs/ELIGIBILITY.md'
  const [ceco, digy] = biblio.specializations.map(({ admission }) => admission)

  test('has every reason of rules, credentials and outcomes, once, and no other', () => {
    expect(firstNames(page, 'rule-reasons')).toEqual([...ruleReasons])
    expect(firstNames(page, 'credit-reasons')).toEqual([...creditReasons])
    expect(firstNames(page, 'outcome-reasons')).toEqual([...outcomeReasons])
  })

  test('has the rules that ship, of both specializations, with their points', () => {
    expect(digy).toEqual(ceco)
    const shown = tableOf(page, 'rules').map(([rule, , points]) => [namesIn(rule)[0], points])
    expect(shown).toEqual(ceco?.rules.map(({ id, points }) => [id, String(points)]))
  })

  test('has an example of every kind of requirement that a catalogue takes', () => {
    const shown = tableOf(page, 'requirements').map(([kind, , example]) => ({
      kind: namesIn(kind)[0],
      requires: JSON.parse(namesIn(example)[0] ?? ''),
    }))
    const text = JSON.stringify(biblio)
    for (const { kind, requires } of shown) {
      expect(requires.kind).toBe(kind)
      const catalogue = JSON.parse(text)
      catalogue.specializations[0].admission.rules[3].requires = {
        kind: 'any',
        of: [requires, { kind: 'statement', statement: 'other-study' }],
      }
      expect(() => parseCatalogue(catalogue)).not.toThrow()
    }
    const kinds: Record<Requirement['kind'], true> = {
      all: true,
      any: true,
      'at-least': true,
      not: true,
      rule: true,
      achievement: true,
      skill: true,
      alignment: true,
      hours: true,
      credits: true,
      result: true,
      statement: true,
    }
    expect(shown.map(({ kind }) => kind)).toEqual(Object.keys(kinds))
  })
})

describe('docs/OPERATIONS.md', () => {
  const config = ['src/config.ts', ...filesIn(join('src', 'config'), '.ts')].map(read).join('\n')
  const secrets = found([config], /settings\.secret(?:Bytes)?\(\s*'([A-Z0-9_]+)'/g)
  const plain = found([config], /(?:settings\.(?!secret|wrong)\w+\(\s*'|env\.)([A-Z_]+)/g)

  test('has every setting that is read, and no other', () => {
    const documented = tableOf('docs/OPERATIONS.md', 'settings').flatMap(([cell]) => namesIn(cell))
    const settings = [...plain, ...secrets, ...secrets.map((name) => `${name}_FILE`)]
    expect(documented.sort()).toEqual(settings.sort())
  })
})

describe('docs/SECURITY.md', () => {
  test('names every file of attacks, and none that is not there', () => {
    const named = tableOf('docs/SECURITY.md', 'attacks').flatMap((row) => namesIn(row[2]))
    expect(named.filter((path) => !existsSync(join('test', path)))).toEqual([])
    const there = filesIn(join('test', 'attacks'), '.test.ts').map((path) => path.slice(5))
    expect(there.filter((path) => !named.includes(path))).toEqual([])
  })
})

describe('docs/ARCHITECTURE.md', () => {
  test('shows the layer table that the code is held to', () => {
    const shown = tableOf('docs/ARCHITECTURE.md', 'layers').map(([layer, imports]) => [
      namesIn(layer)[0],
      namesIn(imports),
    ])
    expect(Object.fromEntries(shown)).toEqual(mayImport)
  })

  test('names the home of every package that has one', () => {
    const shown = firstNames('docs/ARCHITECTURE.md', 'homes').map((name, index) => [
      name,
      namesIn(tableOf('docs/ARCHITECTURE.md', 'homes')[index]?.[1])[0],
    ])
    expect(Object.fromEntries(shown)).toEqual(home)
  })

  test('has a row for every folder of src', () => {
    const text = read('docs/ARCHITECTURE.md')
    const folders = readdirSync('src', { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `\`src/${entry.name}/\`` : `\`src/${entry.name}\``,
    )
    expect(folders.filter((folder) => !text.includes(folder))).toEqual([])
  })
})

describe('docs/ISSUANCE.md', () => {
  const steps = new Map(
    [...read('docs/ISSUANCE.md').matchAll(/^## (\d)\. (\w+)/gm)].map(([, number, word]) => [
      Number(number),
      word,
    ]),
  )

  test('numbers its steps from 1 to 7', () => {
    expect([...steps.keys()]).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('calls each step what the comment in the code calls it', () => {
    const comments = filesIn('src/issuing', '.ts').flatMap((path) => [
      ...read(path).matchAll(/^\s*\/\/ (\d)\. (\w+)/gm),
    ])
    expect(comments.length).toBeGreaterThan(0)
    for (const [, number, word] of comments)
      expect([number, word]).toEqual([number, steps.get(Number(number))])
  })

  test('has every step that the code cites, and the code cites each up to the record', () => {
    const cited = ['src/issuing', 'src/service'].flatMap((folder) =>
      filesIn(folder, '.ts').flatMap((path) =>
        [...read(path).matchAll(/\bSteps? (\d)(?: (?:to|and) (\d))?/g)].flatMap(([, from, to]) => {
          const first = Number(from)
          return Array.from({ length: Number(to ?? from) - first + 1 }, (_, at) => first + at)
        }),
      ),
    )
    expect([...new Set(cited)].sort()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('the commands in the docs', () => {
  const defined = sources
    .filter((path) => path.startsWith(join('src', 'commands')))
    .flatMap((path) => [...read(path).matchAll(/\bdefine\(\s*(\w+),\s*'([a-z]+)/g)])
    .map(([, parent, name]) => (parent === 'program' ? `${name}` : `${parent} ${name}`))
  const groups = new Set(defined.flatMap((name) => (name.includes(' ') ? name.split(' ')[0] : [])))

  test('are all those there are, in the table of docs/API.md', () => {
    const documented = firstNames('docs/API.md', 'commands').map((signature) =>
      signature.replace(/ [<[-].*/, ''),
    )
    expect(documented.sort()).toEqual([...defined].sort())
  })

  test('exist wherever one is given to be typed', () => {
    const typed = pages.flatMap((page) => [
      ...read(page).matchAll(
        /(?:^|`|\n {3})(?:npx colophon|colophon|node dist\/src\/cli\.js) ([a-z]+)(?: ([a-z]+))?/gm,
      ),
    ])
    const names = typed.map(([, name, sub]) => (groups.has(name) && sub ? `${name} ${sub}` : name))
    expect(names.filter((name) => !defined.includes(name ?? ''))).toEqual([])
    expect(names.length).toBeGreaterThan(10)
  })

  test('of npm are scripts of package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = found(pages.map(read), /\bnpm (?:run )?([a-z]+)\b/g)
    expect(named.filter((name) => !['ci', 'prune'].includes(name) && !scripts[name])).toEqual([])
  })
})

describe('every page of the docs', () => {
  /** Headings as anchors, the way the repository's host makes them. */
  const anchorsOf = (page: string) =>
    [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    )

  const isThere = (target: string, anchor: string) =>
    existsSync(target) && (anchor === '' || anchorsOf(target).includes(anchor))

  const linksOf = (page: string) =>
    [...read(page).matchAll(/\[[^\]]*\]\((?!https?:)([^)#]*)#?([^)]*)\)/g)].map(
      ([, path = '', anchor = '']) => ({
        target: path === '' ? page : join(dirname(page), path),
        anchor,
      }),
    )

  test('links only to files and headings that are there', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter(({ target, anchor }) => !isThere(target, anchor))
        .map(({ target, anchor }) => `${page}: ${target}#${anchor}`),
    )
    expect(broken).toEqual([])
  })

  test('is reached from the README or from a page that is', () => {
    const linked = new Set(pages.flatMap((page) => linksOf(page).map(({ target }) => target)))
    expect(pages.filter((page) => page !== 'README.md' && !linked.has(page))).toEqual([])
  })

  test('names no path of the machine it was written on', () => {
    const local = /(?:^|[\s`"'(=])(?:\/(?:work|tmp|root|home|Users)\/|\.\.\/shared|[A-Z]:\\)\S*/gm
    expect(
      pages.flatMap((page) => [...read(page).matchAll(local)].map(([text]) => `${page}: ${text}`)),
    ).toEqual([])
  })

  test('that the code names is there', () => {
    const cited = found(sources.map(read), /\b(docs\/[A-Za-z/0-9-]+\.md)/g)
    expect(cited.filter((path) => !existsSync(path))).toEqual([])
  })
})
