import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { unzipSync } from 'fflate'
import { safeFileName } from '../../src/documents/archive.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { type Learner, openLearner } from '../support/learner.ts'
import { openShop, type Shop } from '../support/shop.ts'
import { award, reserve } from '../support/workshop.ts'

let shop: Shop
let learner: string
let maria: Learner
const runs = ['2026-1', '2026-2', '2026-3']

beforeAll(async () => {
  shop = await openShop({ env: { CALLS_PER_MINUTE: '10000' } })
  await reserve(
    shop.service,
    runs.map((run) => award({ run, achievement: 'area-safety', results: [] })),
  )
  await shop.service.issue()
  learner = shop.service.ledger.learners.byKey('email:maria@example.org')?.id ?? ''
  maria = await openLearner(shop, learner)
})
afterAll(() => shop.close())

const zipFor = async (language: string) => {
  const answer = await shop.ask('/my/all.zip', {
    headers: { cookie: `${maria.cookie}; lang=${language}` },
  })
  return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

describe('everything of a learner as one file', () => {
  test('has every form of every credential, the recorded bytes, and a page that lists them', async () => {
    const { answer, bytes } = await zipFor('el')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const files = unzipSync(bytes)
    const names = Object.keys(files)
    expect(names).toHaveLength(runs.length * 5 + 1)
    const held = shop.service.holders.all(learner)
    const signed = names.filter((name) => name.endsWith('.json')).map((name) => files[name]!)
    expect(signed.map((each) => Buffer.from(each).toString('utf8')).sort()).toEqual(
      held.map((record) => record.signed).sort(),
    )
    const pdfs = names.filter((name) => name.endsWith('.pdf'))
    for (const pdf of pdfs) expect(Buffer.from(files[pdf]!).subarray(0, 5).toString()).toBe('%PDF-')
    // Named in the language of the learner, whatever it was signed in.
    expect(pdfs[0]).toMatch(/^01 Ασφάλεια/)
    const index = Buffer.from(files['index.html']!).toString('utf8')
    expect(index).toContain(`<html lang="el">`)
    expect(index).toContain(messagesFor('el').pages.holder.title)
    const links = [...index.matchAll(/href="\.\/([^"]+)"/g)].map(([, path = '']) =>
      path.split('/').map(decodeURIComponent).join('/'),
    )
    expect(links.sort()).toEqual(names.filter((name) => name !== 'index.html').sort())
    expect(index).not.toMatch(/<script|<link|src=|style=/)
  })

  test('opens with another program, names and all', async () => {
    const { bytes } = await zipFor('bg')
    const folder = mkdtempSync(join(tmpdir(), 'colophon-zip-'))
    try {
      writeFileSync(join(folder, 'all.zip'), bytes)
      const script = `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])`
      try {
        execFileSync('python3', ['-c', script, join(folder, 'all.zip'), folder])
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
        console.warn('python3 is not here: apt-get install python3 to open the ZIP with it')
        return
      }
      const folders = readdirSync(folder).filter((name) => name.startsWith('0'))
      expect(folders).toHaveLength(runs.length)
      expect(folders[0]).toMatch(/^0\d Безопасност/)
      expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('<html lang="bg">')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('is made while it is sent, and stops when nobody reads it', async () => {
    const aborted = new AbortController()
    const answer = await shop.ask('/my/all.zip', {
      headers: { cookie: maria.cookie },
      signal: aborted.signal,
    })
    aborted.abort()
    await expect(answer.arrayBuffer()).rejects.toThrow()
    expect((await maria.get('/my')).status).toBe(200)
  })

  test('is nobody’s without a session', async () => {
    expect((await shop.ask('/my/all.zip')).status).toBe(401)
  })
})

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\x', 'C x'],
    ['a\u0000b\u202Ec', 'a b c'],
    ['...', ''],
    ['<script>', 'script'],
    ['x'.repeat(500), 'x'.repeat(80)],
    [`${'word '.repeat(15)}and-half`, 'word '.repeat(15).trim()],
    [`${'x'.repeat(70)} ${'y'.repeat(9)} z`, `${'x'.repeat(70)} ${'y'.repeat(9)}`],
    ['Ψηφιακές δεξιότητες: Πιστοποιητικό', 'Ψηφιακές δεξιότητες Πιστοποιητικό'],
    ['  a  ', 'a'],
  ])('made of %j is %j', (title, name) => {
    expect(safeFileName(title)).toBe(name)
  })
})

test('nothing of this was taken for a fault of ours', () => {
  expect(shop.faults).toEqual([])
})
