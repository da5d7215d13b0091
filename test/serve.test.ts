import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { packageFile } from '../src/package-root.ts'
import { colophon, run } from './support/command-line.ts'
import { startService as startProcess } from './support/service-process.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dataIn = (name: string) => ({ DATA_DIR: join(folder, name), HOST: '127.0.0.1' })

const startService = (script: string, args: string[], env: Record<string, string>) =>
  startProcess(script, args, { env, cwd: folder })

describe('the service as a process', () => {
  test.each([
    ['cli.js', ['serve'], 'SIGTERM'],
    ['main.js', [], 'SIGINT'],
  ] as const)(
    'starts from %s with nothing set up, is healthy, and stops cleanly',
    async (script, args, signal) => {
      const env = { ...dataIn(script), PORT: '0' }
      const service = await startService(script, [...args], env)
      try {
        const health = await colophon(['health', '--json'], {
          env: { ...env, PORT: String(service.port) },
        })
        expect([health.code, JSON.parse(health.out)]).toEqual([0, { isReady: true }])
        const did = await fetch(`http://127.0.0.1:${service.port}/.well-known/did.json`)
        expect(did.status).toBe(200)
      } finally {
        expect(await service.stop(signal)).toBe(0)
      }
      const lines = service.log().trim().split('\n')
      expect(service.said().trim()).toMatch(
        /^Sign in at \S+\/desk as "admin" with the password (?:\w{5}-){3}\w{5}\n/,
      )
      for (const line of lines) expect(JSON.parse(line)).toMatchObject({ msg: expect.any(String) })
      expect(lines.at(-1)).toContain('"stopped"')
      const asked = lines.filter((line) => line.includes('"request"'))
      expect(asked.map((line) => JSON.parse(line))).toMatchObject([
        { method: 'GET', route: '/.well-known/did.json', class: 'status', status: 200 },
      ])
      const after = await colophon(['health'], { env: { ...env, PORT: String(service.port) } })
      expect(after.code).toBe(1)
    },
  )

  test('says that its port is taken, and ends with 64', async () => {
    const first = await startService('main.js', [], { ...dataIn('port'), PORT: '0' })
    try {
      const second = await run('main.js', [], {
        env: { ...dataIn('port'), PORT: String(first.port) },
        cwd: folder,
      })
      expect(second.code).toBe(64)
      expect(second.err).toContain(`Port ${first.port} is taken: set PORT`)
    } finally {
      await first.stop('SIGTERM')
    }
  })
})

describe('in production', () => {
  const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://badges.example.org' }
  const refused = async (env: Record<string, string>) => {
    const told = await Promise.all(
      (['main.js', 'cli.js'] as const).map((script) =>
        run(script, script === 'cli.js' ? ['serve'] : [], {
          env: { ...production, PORT: '0', ...env },
          cwd: folder,
        }),
      ),
    )
    for (const { code } of told) expect(code).toBe(64)
    return told.map(({ err }) => err).join('\n')
  }

  test('it does not start for an address without https, or with a token everybody knows', async () => {
    const told = await refused({
      ...dataIn('settings'),
      PUBLIC_URL: 'http://badges.example.org',
      ADMIN_TOKEN: 'changeme',
    })
    expect(told).toContain('PUBLIC_URL')
    expect(told).toContain('ADMIN_TOKEN')
    expect(told).not.toContain('changeme')
  })

  test('it does not start with keys that others can read', async () => {
    const env = { ...production, ...dataIn('loose') }
    expect((await colophon(['keygen'], { env })).code).toBe(0)
    const keys = join(folder, 'loose', 'keys')
    const key = readdirSync(keys).find((name) => name.endsWith('.json'))
    chmodSync(join(keys, key ?? ''), 0o644)
    expect(await refused(dataIn('loose'))).toContain('chmod 600')
  })

  test('it does not start with the keys of the examples, whatever they are called', async () => {
    const keys = join(folder, 'example', 'keys')
    cpSync(packageFile('keys.example'), keys, { recursive: true })
    for (const name of readdirSync(keys)) chmodSync(join(keys, name), 0o600)
    expect(await refused(dataIn('example'))).toContain('example key')
  })
})
