import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from '@jest/globals'
import { home, mayImport, typesOnly } from './layers.ts'

const packageOf = (target: string) => target.split('/', target.startsWith('@') ? 2 : 1).join('/')
const folderOf = (path: string) => (path.split('/')[0] ?? '').replace(/\.(d\.)?[jt]s$/, '')
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.d.ts'),
)

interface Import {
  readonly target: string
  readonly isType: boolean
}

function importsOf(path: string): Import[] {
  const text = readFileSync(join('src', path), 'utf8')
  const fixed = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gm)
  const dynamic = text.matchAll(/\bimport\(\s*()'([^']+)'/g)
  return [...fixed, ...dynamic].map((match) => ({
    target: match[2] ?? '',
    isType: Boolean(match[1]),
  }))
}

function complaint(path: string, { target, isType }: Import): string | undefined {
  const folder = folderOf(path)
  if (target.startsWith('node:')) return undefined
  if (!target.startsWith('.')) {
    const owner = home[packageOf(target)] ?? home[target.split('/')[0] ?? '']
    return owner && owner !== folder
      ? `${path} imports ${target}, which belongs to ${owner}`
      : undefined
  }
  const other = folderOf(normalize(join(dirname(path), target)))
  if (other === folder) return undefined
  if (!mayImport[folder]?.includes(other))
    return `${path} imports ${target}; ${folder} may not know ${other}`
  return typesOnly[folder]?.includes(other) && !isType
    ? `${path} imports ${target}; ${folder} may know only the types of ${other}`
    : undefined
}

test('every import follows the layer table', () => {
  const complaints = sources.flatMap((path) =>
    importsOf(path).flatMap((found) => complaint(path, found) ?? []),
  )
  expect(complaints).toEqual([])
})

test('what runs is made of the dependencies and nothing else, each in one exact version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  const used = sources
    .flatMap(importsOf)
    .filter(({ target }) => !/^(?:\.|node:)/.test(target))
    .map(({ target }) => packageOf(target))
  expect([...new Set(used)].sort()).toEqual(Object.keys(dependencies).sort())
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^(?:npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/)
})

test('every folder has a row in the layer table', () => {
  expect([...new Set(sources.map(folderOf))].filter((folder) => !mayImport[folder])).toEqual([])
})

/** The way along which a file comes back to itself, if there is one from here. */
function circleFrom(path: string, way: readonly string[], done: Set<string>): readonly string[] {
  if (way.includes(path)) return [...way.slice(way.indexOf(path)), path]
  if (done.has(path)) return []
  const inner = importsOf(path).filter(({ target }) => target.startsWith('.'))
  for (const { target } of inner) {
    const circle = circleFrom(normalize(join(dirname(path), target)), [...way, path], done)
    if (circle.length > 0) return circle
  }
  done.add(path)
  return []
}

test('no file imports itself by way of others, not even for types', () => {
  const done = new Set<string>()
  const circles = sources.map((path) => circleFrom(path, [], done))
  expect(circles.find(({ length }) => length > 0)).toBeUndefined()
})

test('the environment is read only where a process starts', () => {
  const readers = sources.filter((path) =>
    readFileSync(join('src', path), 'utf8').includes('process.env'),
  )
  expect(readers.filter((path) => !['main.ts', 'cli.ts'].includes(path))).toEqual([])
})
