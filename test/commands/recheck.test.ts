import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { colophonInTurn, type Ran } from '../support/command-line.ts'
import { decided, heldForeign, heldOwn, linkInMemory } from '../support/granted.ts'
import { bitstringEntry } from '../support/lists.ts'
import { issueOne, openWorkshop, publicUrl } from '../support/workshop.ts'

let folder: string
let ran: Ran[]
let lost: string
let unsure: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-test-'))
  const { service } = await openWorkshop({ dataDir: folder })
  const basis = await issueOne(service)
  const grant = (credentials: Parameters<typeof decided>[1], id: string) =>
    service.eligibility.issue(decided(service, credentials, { id }), linkInMemory(), 'en')
  lost = await grant([heldOwn(basis)], 'one')
  const where = { statusListCredential: 'https://127.0.0.1/nobody-answers-here' }
  unsure = await grant([heldForeign({ status: bitstringEntry(where) })], 'two')
  service.revoke(basis.id, 'a test')
  await service.close()
  const env = { DATA_DIR: folder, PUBLIC_URL: publicUrl }
  ran = await colophonInTurn([['recheck'], ['recheck', '--json']], { env })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('colophon recheck', () => {
  test('ends with 1 when it revoked something, and names it', () => {
    expect(ran[0]?.code).toBe(1)
    expect(ran[0]?.out).toContain('eligibility credentials in force: 2, resting on 2 others')
    expect(ran[0]?.out).toContain(`${lost} revoked: support-withdrawn`)
    expect(ran[0]?.out).not.toContain(unsure)
  })

  test('ends with 2 when something could not be looked at, and nothing was revoked', () => {
    expect(ran[1]?.code).toBe(2)
    expect(JSON.parse(ran[1]?.out ?? '')).toEqual({
      ...{ credentials: 1, supports: 1, standing: 0, unclear: 1, gone: 0 },
      revoked: [],
    })
  })
})
