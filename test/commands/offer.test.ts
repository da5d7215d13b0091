import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { colophonInTurn, type Ran } from '../support/command-line.ts'
import { issueOne, openWorkshop, publicUrl } from '../support/workshop.ts'

let folder: string
let ran: Ran[]
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  const dataDir = join(folder, 'data')
  const { service } = await openWorkshop({ dataDir })
  const award = await issueOne(service)
  await service.close()
  const env = { DATA_DIR: dataDir, PUBLIC_URL: publicUrl }
  ran = await colophonInTurn(
    [
      ['offer', award.id],
      ['offer', `${publicUrl}/c/${award.id}`, '--json'],
      ['offer', 'nothing'],
      ['revoke', award.id, '--reason', 'a test'],
      ['offer', award.id],
    ],
    { env },
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('colophon offer', () => {
  test('gives the link, the code and the end of an offer', () => {
    const [plain, asJson] = ran
    expect([plain?.code, asJson?.code]).toEqual([0, 0])
    const [url, code, until] = (plain?.out ?? '').split('\n')
    expect(url).toMatch(/^https:\/\/badges\.example\.org\/wallets\/[0-9a-z]{52}\?iuv=1$/)
    expect(code).toMatch(/: \d{6}$/)
    expect(until).toMatch(/until 20\d\d-/)
    const given = JSON.parse(asJson?.out ?? '')
    expect(Object.keys(given)).toEqual(['url', 'txCode', 'expiresAt'])
    expect(given.url).not.toBe(url)
  })

  test('says a clean no where there is no such credential, or it is revoked', () => {
    expect([ran[2]?.code, ran[2]?.err]).toEqual([
      1,
      expect.stringContaining('credential-not-found'),
    ])
    expect([ran[4]?.code, ran[4]?.err]).toEqual([1, expect.stringContaining('already-revoked')])
  })
})
