import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { colophon, start } from '../support/command-line.ts'

/** The whole machine is lost but for a backup: a service of its own process, killed, its folder deleted, put back. */

const port = 18_231 + (process.pid % 1_000)
const publicUrl = `http://localhost:${port}`
const folder = mkdtempSync(join(tmpdir(), 'colophon-lost-'))
const dataDir = join(folder, 'data')
const backup = join(folder, 'backup')
const adminToken = 'a-token-of-the-drill-0123456789-0123456789'
const passphrase = 'a passphrase that only the drill knows'
const env = {
  PUBLIC_URL: publicUrl,
  PORT: String(port),
  HOST: '127.0.0.1',
  DATA_DIR: dataDir,
  ADMIN_TOKEN: adminToken,
  BACKUP_PASSPHRASE: passphrase,
  LOG_LEVEL: 'error',
}
let server: ReturnType<typeof start> | undefined

const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)
const asAdmin = { Authorization: `Bearer ${adminToken}` }

async function serve(): Promise<void> {
  const child = start('main.js', [], { env })
  server = child
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await ask('/readyz').catch(() => undefined)
    if (answer?.ok) return
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`)
    await sleep(100)
  }
  throw new Error('the service does not answer')
}

async function kill(): Promise<void> {
  const child = server
  server = undefined
  if (!child || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.on('close', resolve))
  child.kill('SIGKILL')
  await ended
}

const header = 'learner_id,email,name,language,completed_on,score\n'

/** Issues to some learners over HTTP, and takes home what a learner would: the JSON and the JWT. */
async function issue(...names: readonly string[]) {
  const rows = names.map((name) => `${name},${name}@example.org,${name},,2026-05-04,91`)
  const query = 'course=biblio-mooc&run=2026-1&format=colophon&mail=false'
  const answer = await ask(`/api/completions?${query}`, {
    method: 'POST',
    headers: { ...asAdmin, 'Content-Type': 'text/csv' },
    body: `${header}${rows.join('\n')}\n`,
  })
  if (answer.status !== 202) throw new Error(await answer.text())
  const { batch } = (await answer.json()) as { batch: string }
  for (let tries = 0; tries < 300; tries += 1) {
    const told = (await (await ask(`/api/batches/${batch}`, { headers: asAdmin })).json()) as Told
    const urls = [...new Set((told.lines ?? []).flatMap(({ url }) => url ?? []))]
    if (told.state === 'done' && urls.length > 0) return Promise.all(urls.map(filesOf))
    await sleep(100)
  }
  throw new Error('was not issued')
}

interface Told {
  readonly state: string
  readonly lines?: readonly { readonly url?: string }[]
}

interface Files {
  readonly path: string
  readonly json: string
  readonly jwt: string
}

async function filesOf(url: string): Promise<Files> {
  const path = new URL(url).pathname
  const form = async (suffix: string) => (await ask(`${path}.${suffix}`)).text()
  return { path, json: await form('json'), jwt: await form('jwt') }
}

interface Read {
  readonly verdict: string
  readonly status: string
  readonly findings: readonly { readonly check: string; readonly reason: string }[]
}

async function check(text: string): Promise<Read> {
  const headers = { 'Content-Type': 'text/plain' }
  const answer = await ask('/api/verify', { method: 'POST', body: text, headers })
  return (await answer.json()) as Read
}

const published = ({ findings }: Read) =>
  findings.find((finding) => finding.check === 'published')?.reason

let before: Files[]
let after: Files[]
let late: Files[]
let restored: Record<string, unknown>
beforeAll(async () => {
  await serve()
  before = await issue('anna', 'bert')
  const made = await colophon(['backup', backup, '--encrypt', '--with-keys', '--json'], { env })
  if (made.code !== 0) throw new Error(made.err)
  await sleep(1_100)
  after = await issue('carla')
  late = await issue('dora')
  const path = `/api/credentials/${late[0]?.path.slice(3)}/revoke`
  const revoked = await ask(path, {
    method: 'POST',
    headers: { ...asAdmin, 'Content-Type': 'application/json' },
    body: JSON.stringify({ reason: 'a drill', code: 'issued-in-error' }),
  })
  if (!revoked.ok) throw new Error(await revoked.text())
  await kill()
  rmSync(dataDir, { recursive: true })
  const put = await colophon(['restore', backup, '--with-keys', '--json'], { env })
  if (put.code !== 0) throw new Error(put.err)
  restored = JSON.parse(put.out)
  await serve()
})
afterAll(async () => {
  await kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('a service that was lost and put back from a backup', () => {
  test('has everything that was acknowledged before the backup, in both forms', async () => {
    expect(restored).toMatchObject({ areKeysBack: true, movedTo: null })
    for (const { path, json, jwt } of before) {
      expect((await ask(path)).status).toBe(200)
      for (const text of [json, jwt])
        expect(await check(text)).toMatchObject({ verdict: 'valid', status: 'active' })
    }
  })

  test('calls nothing valid that was issued after it, nor a forgery: it says that it cannot know', async () => {
    for (const { path, json, jwt } of [...after, ...late]) {
      expect((await ask(path)).status).toBe(404)
      for (const text of [json, jwt]) {
        const report = await check(text)
        expect([report.verdict, published(report)]).toEqual(['undecided', 'published-in-gap'])
      }
      const body = new FormData()
      body.set('text', json)
      const page = await (await ask('/verify', { method: 'POST', body })).text()
      expect(page).toContain('put back from an older copy')
      expect(page).not.toContain('tone-good">\n<svg')
    }
  })

  test('publishes of which time it knows nothing, signed', async () => {
    const told = (await (await ask('/.well-known/colophon-checkpoint')).json()) as {
      gaps: { from: string; to: string }[]
    }
    expect(told.gaps).toHaveLength(1)
    const { from, to } = told.gaps[0] ?? { from: '', to: '' }
    expect(from < to).toBe(true)
    expect(restored.gap).toEqual(told.gaps[0])
  })

  test('draws no place of a list that may have been given out, and no number of a list', async () => {
    const [again] = await issue('carla')
    const entry = (text = '{}') => (JSON.parse(text) as SignedBadge).credentialStatus
    const lists = [...before, ...after, ...late].map(
      ({ json }) => entry(json)?.statusListCredential,
    )
    expect(entry(again?.json)?.statusListCredential).toBe(`${publicUrl}/status/1000`)
    expect(lists).not.toContain(`${publicUrl}/status/1000`)
  })

  test('gives the same award a new id, which is valid, and the one of before stays undecided', async () => {
    const [again] = await issue('carla')
    expect(again?.path).not.toBe(after[0]?.path)
    expect(await check(again?.json ?? '')).toMatchObject({ verdict: 'valid' })
    expect((await check(after[0]?.json ?? '')).verdict).toBe('undecided')
  })

  test('tells in its audit log that it was put back, and passes its own look over', async () => {
    const list = await ask('/api/audit?action=ledger-restored', { headers: asAdmin })
    expect(JSON.stringify(await list.json())).toContain('ledger-restored')
    expect((await colophon(['doctor'], { env })).code).toBe(0)
  })
})

describe('a backup', () => {
  test('is sealed: no name and no key can be read in it, and nobody else may look', () => {
    const files = readdirSync(backup, { recursive: true, encoding: 'utf8' })
    for (const name of files) {
      const file = join(backup, name)
      if (!statSync(file).isFile()) continue
      expect(statSync(file).mode & 0o077).toBe(0)
      const text = readFileSync(file, 'latin1')
      for (const word of ['anna@example.org', '"privateJwk"']) expect(text).not.toContain(word)
    }
    expect(files).toEqual(expect.arrayContaining(['ledger.sqlite.sealed', 'keys.json.sealed']))
  })

  test('is not put over a ledger that is there, nor while the service runs', async () => {
    const running = await colophon(['restore', backup], { env })
    expect([running.code, running.err.includes('ledger-busy')]).toEqual([70, true])
    const idle = { ...env, PORT: '1' }
    const there = await colophon(['restore', backup], { env: idle })
    expect([there.code, there.err.includes('ledger-there')]).toEqual([64, true])
  })

  const elsewhere = (over: Record<string, string> = {}) => ({
    ...env,
    PORT: '1',
    DATA_DIR: join(folder, 'elsewhere'),
    ...over,
  })

  test('is not opened by another passphrase', async () => {
    const { code, err } = await colophon(['restore', backup], {
      env: elsewhere({ BACKUP_PASSPHRASE: 'another one' }),
    })
    expect([code, err.includes('backup-unusable')]).toEqual([64, true])
  })

  test('of another address is not put in place', async () => {
    const { code, err } = await colophon(['restore', backup], {
      env: elsewhere({ PUBLIC_URL: 'https://elsewhere.example' }),
    })
    expect([code, err.includes('ledger-mismatch')]).toEqual([64, true])
  })

  test('that was changed by one bit is not put in place, nor one without its manifest', async () => {
    const file = join(backup, 'ledger.sqlite.sealed')
    const bytes = readFileSync(file)
    const changed = Buffer.from(bytes)
    changed[1_000] = (changed[1_000] ?? 0) ^ 1
    const manifest = readFileSync(join(backup, 'manifest.json'))
    for (const spoil of [
      () => writeFileSync(file, changed),
      () => writeFileSync(file, bytes.subarray(0, -1)),
      () => rmSync(join(backup, 'manifest.json')),
    ]) {
      spoil()
      const { code, err } = await colophon(['restore', backup], { env: elsewhere() })
      expect([code, err.includes('backup-unusable')]).toEqual([64, true])
      writeFileSync(file, bytes)
      writeFileSync(join(backup, 'manifest.json'), manifest)
    }
  })
})

describe('a ledger that is replaced', () => {
  test('is moved away, and tells what was done since: what was revoked is named', async () => {
    await kill()
    const idle = { ...env, PORT: '1' }
    const copy = join(folder, 'copy.sqlite')
    expect((await colophon(['backup', copy], { env: idle })).code).toBe(0)
    const id = before[0]?.path.slice(3) ?? ''
    const revoke = ['revoke', id, '--reason', 'a drill']
    expect((await colophon(revoke, { env: idle })).code).toBe(0)
    const { code, out, err } = await colophon(['restore', copy, '--replace', '--json'], {
      env: idle,
    })
    expect([code, err]).toEqual([0, ''])
    const told = JSON.parse(out) as { movedTo: string }
    expect(told).toMatchObject({
      actsLost: 1,
      lost: { 'credential-revoked': 1 },
      revokedSince: [id],
    })
    const moved = new DatabaseSync(told.movedTo, { readOnly: true })
    expect(moved.prepare('SELECT revoked_at FROM credential WHERE id = ?').get(id)).not.toEqual({
      revoked_at: null,
    })
    moved.close()
    expect((await colophon(['doctor'], { env: idle })).code).toBe(0)
  })
})
