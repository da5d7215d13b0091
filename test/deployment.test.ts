import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { readConfig } from '../src/config.ts'

type Node = string | Node[] | { [name: string]: Node }

const scalar = (text: string): Node => {
  const list = /^\[(.*)\]$/.exec(text)?.[1]
  if (list !== undefined) return list.split(/,\s*/).map(scalar)
  return text.replace(/^'(.*)'$/, '$1')
}

interface Line {
  readonly indent: number
  readonly text: string
}

const entry = /^([\w-]+):(?: (.*))?$/

/** What stands further to the right than the line before it, from the first of the lines on; they are used up. */
function readBlock(lines: Line[], indent: number): Node {
  const list: Node[] = []
  const map: { [name: string]: Node } = {}
  while (lines[0]?.indent === indent) {
    const { text } = lines.shift() as Line
    if (text.startsWith('- ')) list.push(scalar(text.slice(2)))
    else {
      const [, name = '', value = ''] = entry.exec(text) ?? []
      if (name === '') throw new Error(`not understood: ${text}`)
      map[name] = value === '' ? readInner(lines, indent) : scalar(value)
    }
  }
  return list.length > 0 ? list : map
}

function readInner(lines: Line[], indent: number): Node {
  const next = lines[0]?.indent ?? 0
  return next > indent ? readBlock(lines, next) : ''
}

/** The plain part of YAML that the file keeps to: maps and lists by indentation, scalars, lists in brackets. */
function parseYaml(text: string): Node {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*#/.test(line))
    .map((line) => ({ indent: line.search(/\S/), text: line.trim() }))
  const read = readBlock(lines, 0)
  if (lines.length > 0) throw new Error(`not understood: ${lines[0]?.text}`)
  return read
}

interface Service {
  readonly environment: Readonly<Record<string, string>>
  readonly secrets: readonly string[]
  readonly volumes: readonly string[]
  readonly read_only: string
  readonly cap_drop: readonly string[]
  readonly cap_add?: readonly string[]
  readonly security_opt: readonly string[]
  readonly tmpfs: readonly string[]
  readonly expose?: readonly string[]
  readonly ports?: readonly string[]
  readonly healthcheck: { readonly test: readonly string[] }
  readonly stop_grace_period: string
}

interface Compose {
  readonly services: { readonly colophon: Service; readonly proxy: Service }
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
  readonly volumes: Readonly<Record<string, string>>
}

const compose = parseYaml(readFileSync('compose.yaml', 'utf8')) as unknown as Compose
const { colophon, proxy } = compose.services

/** The instructions of the last stage, by name; those that stand several times one after another. */
function lastStage(text: string): ReadonlyMap<string, readonly string[]> {
  const joined = text.replaceAll(/\\\n/g, ' ')
  const instructions = joined.split('\n').filter((line) => /^[A-Z]+ /.test(line))
  const from = instructions.findLastIndex((line) => line.startsWith('FROM '))
  const found = new Map<string, string[]>()
  for (const line of instructions.slice(from)) {
    const [name = ''] = line.split(' ')
    found.set(name, [...(found.get(name) ?? []), line.slice(name.length + 1)])
  }
  return found
}

const image = lastStage(readFileSync('Dockerfile', 'utf8'))
const imageEnv = Object.fromEntries(
  (image.get('ENV')?.[0] ?? '').split(' ').map((pair) => pair.split('=') as [string, string]),
)

describe('compose.yaml', () => {
  test('gives both services a root that nobody writes to, no capabilities and no way to more', () => {
    for (const service of [colophon, proxy]) {
      expect(service.read_only).toBe('true')
      expect(service.cap_drop).toEqual(['ALL'])
      expect(service.security_opt).toEqual(['no-new-privileges:true'])
      expect(service.tmpfs[0]).toMatch(/^\/tmp:size=/)
    }
    expect(colophon.cap_add).toBeUndefined()
    expect(proxy.cap_add).toEqual(['NET_BIND_SERVICE'])
  })

  test('lets the proxy alone be reached, and the proxy reach where the image listens', () => {
    expect(colophon.ports).toBeUndefined()
    expect(colophon.expose).toEqual([imageEnv.PORT])
    expect(image.get('EXPOSE')).toEqual([imageEnv.PORT])
    expect(readFileSync('Caddyfile', 'utf8')).toContain(`reverse_proxy colophon:${imageEnv.PORT}`)
    expect(proxy.ports).toEqual(['80:80', '443:443'])
    expect(colophon.environment.TRUST_PROXY).toBe('1')
  })

  test('keeps what lasts in the volume that the image has, and secrets in files', () => {
    expect(colophon.volumes).toEqual([`colophon-data:${imageEnv.DATA_DIR}`])
    expect(image.get('VOLUME')).toEqual([`["${imageEnv.DATA_DIR}"]`])
    const named = [...colophon.volumes, ...proxy.volumes].flatMap((volume) => {
      const [name = ''] = volume.split(':')
      return name.startsWith('.') ? [] : [name]
    })
    expect(Object.keys(compose.volumes).sort()).toEqual(named.sort())
    expect([...colophon.secrets].sort()).toEqual(Object.keys(compose.secrets).sort())
    const files = Object.entries(colophon.environment).filter(([name]) => name.endsWith('_FILE'))
    expect(files.map(([, file]) => file.replace('/run/secrets/', '')).sort()).toEqual(
      [...colophon.secrets].sort(),
    )
    for (const name of Object.keys(colophon.environment))
      expect(/TOKEN|PASS|KEY|SMTP_URL/.test(name) && !name.endsWith('_FILE')).toBe(false)
  })

  test('sets nothing that the service does not know, and what it needs in production', () => {
    const plain = Object.entries(colophon.environment).filter(([name]) => !name.endsWith('_FILE'))
    const env = Object.fromEntries(
      plain.map(([name, value]) => [name, value.replace(/\$\{.*\}/, 'badges.example.org')]),
    )
    const config = readConfig({ ...imageEnv, ...env })
    expect(config).toMatchObject({ isProduction: true, trustProxy: 1 })
    expect(config.publicUrl.protocol).toBe('https:')
    const settings = readFileSync('docs/OPERATIONS.md', 'utf8')
    for (const name of Object.keys(colophon.environment)) expect(settings).toContain(`\`${name}\``)
  })

  test('waits longer for the end than the service takes, and asks for its health as the image does', () => {
    expect(Number.parseInt(colophon.stop_grace_period, 10)).toBeGreaterThan(12)
    const [health = ''] = image.get('HEALTHCHECK') ?? []
    const command = JSON.parse(health.slice(health.indexOf('CMD ') + 4)) as string[]
    expect(colophon.healthcheck.test).toEqual(['CMD', ...command])
  })
})

describe('the image', () => {
  test('runs the service itself, as nobody special, without npm in between', () => {
    expect(image.get('USER')).toEqual(['node'])
    const command = JSON.parse(image.get('CMD')?.[0] ?? '[]') as string[]
    expect([command[0], command.at(-1)]).toEqual(['node', 'dist/src/main.js'])
    expect(imageEnv.NODE_ENV).toBe('production')
    expect(image.get('RUN')?.join()).not.toMatch(/npm/)
  })
})
