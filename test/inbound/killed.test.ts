import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { colophon } from '../support/command-line.ts'
import { startService } from '../support/service-process.ts'
import { adminToken } from '../support/shop.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Made {
  readonly id: string
  readonly secret: string
}

const count = 40
const bodyOf = (at: number) =>
  JSON.stringify({
    completions: [
      { email: `l${at}@example.org`, name: `Learner ${at}`, completedOn: '2026-11-20' },
    ],
  })

function send(port: number, { id, secret }: Made, at: number): Promise<Response> {
  const body = bodyOf(at)
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const mac = createHmac('sha256', key).update(`m${at}.${timestamp}.${body}`).digest('base64')
  const headers = {
    'content-type': 'application/json',
    'webhook-id': `m${at}`,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  }
  return fetch(`http://127.0.0.1:${port}/hooks/${id}`, { method: 'POST', body, headers })
}

interface Batch {
  readonly state: string
  readonly lines: readonly { line: number; outcome: string; url: string }[]
}

test('a service that is killed while messages come in keeps what it has answered, and issues nothing twice', async () => {
  const env = { DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', ADMIN_TOKEN: adminToken }
  const started = () => startService('cli.js', ['serve'], { env, cwd: folder })
  const first = await started()
  const add = ['connection', 'add', '--kind', 'webhook', '--course', 'biblio-mooc']
  const made = await colophon([...add, '--run', 'r', '--label', 'x', '--json'], { env })
  const connection = JSON.parse(made.out) as Made
  const answered = new Map<number, string>()
  const sent = Array.from({ length: count }, async (_, at) => {
    const answer = await send(first.port, connection, at)
    expect([200, 202]).toContain(answer.status)
    answered.set(at, await answer.text())
    if (answered.size === count / 4) process.kill(first.pid, 'SIGKILL')
  })
  await Promise.allSettled(sent)
  expect(answered.size).toBeLessThan(count)

  const second = await started()
  try {
    let location = ''
    for (let at = 0; at < count; at += 1) {
      const answer = await send(second.port, connection, at)
      expect([200, 202]).toContain(answer.status)
      const text = await answer.text()
      // What was answered before is answered so again, to the letter.
      expect(text).toBe(answered.get(at) ?? text)
      location = (JSON.parse(text) as { location: string }).location
    }
    const headers = { authorization: `Bearer ${adminToken}` }
    const url = `http://127.0.0.1:${second.port}${location}?limit=1000`
    let batch: Batch = { state: 'issuing', lines: [] }
    for (let tries = 0; tries < 200 && batch.state !== 'done'; tries += 1) {
      await wait(100)
      batch = (await (await fetch(url, { headers })).json()) as Batch
    }
    expect(batch.lines).toHaveLength(count)
    expect(new Set(batch.lines.map(({ outcome }) => outcome))).toEqual(new Set(['issued']))
    expect(new Set(batch.lines.map(({ url: address }) => address)).size).toBe(count)
    expect(new Set(batch.lines.map(({ line }) => line)).size).toBe(count)
  } finally {
    await second.stop('SIGTERM')
  }
}, 120_000)
