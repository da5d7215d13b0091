import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { packageFile } from '../../src/package-root.ts'
import { rowsIn, writeDecisions } from '../support/decided.ts'
import { decided, heldForeign, heldOwn } from '../support/granted.ts'
import { issueOne, openWorkshop, publicUrl } from '../support/workshop.ts'

const decisions = 8

let workshop: Awaited<ReturnType<typeof openWorkshop>>
beforeAll(async () => {
  workshop = await openWorkshop()
})
afterAll(() => workshop.close())

/** A process that is ready to sign the decisions of a file, and does when it is told to. */
async function granting(file: string) {
  const script = packageFile('dist', 'test', 'support', 'granting.js')
  const env = { PUBLIC_URL: publicUrl, DATA_DIR: workshop.dataDir, PORT: '0' }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, file], {
    env: { ...process.env, ...env },
  })
  let told = ''
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk
      if (told.startsWith('ready\n')) resolve()
    })
    void ended.then(resolve)
  })
  return async (): Promise<string[]> => {
    child.stdin.write('go\n')
    await ended
    const answer = told.split('\n')[1] ?? ''
    if (!answer) throw new Error(complaint || 'it said nothing')
    return JSON.parse(answer) as string[]
  }
}

test('two processes that sign the same decisions at once sign each once', async () => {
  const { service, config, dataDir } = workshop
  const basis = await issueOne(service)
  const applicants = Array.from({ length: decisions }, () => ({ provider: 'a' }))
  const stored = writeDecisions(config.databaseFile, applicants).map((id, index) => {
    const foreign = heldForeign({ subject: `did:key:z6Mk${index % 3}` })
    return decided(service, index % 2 === 0 ? [heldOwn(basis)] : [foreign], { id })
  })
  const file = join(dataDir, 'decisions.json')
  writeFileSync(file, JSON.stringify(stored))
  const [one, other] = await Promise.all([granting(file), granting(file)])
  const [first, second] = await Promise.all([one(), other()])

  expect(second).toEqual(first)
  expect(new Set(first).size).toBe(decisions)
  const rows = (sql: string) => rowsIn(config.databaseFile, sql)[0]?.n
  const eligible = `FROM credential WHERE achievement = 'eligible-ceco'`
  expect(rows(`SELECT count(*) AS n ${eligible} AND state = 'issued'`)).toBe(decisions)
  expect(rows(`SELECT count(*) AS n ${eligible}`)).toBe(decisions)
  expect(rows('SELECT count(*) AS n FROM support')).toBe(decisions)
  expect(rows('SELECT count(DISTINCT credential) AS n FROM decision')).toBe(decisions)
  for (const id of first ?? []) {
    const { report } = await service.verify(Buffer.from(service.issued(id)?.signed ?? ''))
    expect(report.verdict).toBe('valid')
  }
})
