import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose'
import { Service } from '../../src/service/service.ts'
import { colophon } from '../support/command-line.ts'
import { codeOf } from '../support/refused.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

interface Published {
  readonly seq: number
  readonly hash: string
  readonly jws: string
  readonly jwks: { readonly keys: readonly Record<string, string>[] }
}

let shop: Shop
let env: Record<string, string>
let old: string
beforeAll(async () => {
  shop = await openShop()
  env = { PUBLIC_URL: publicUrl, DATA_DIR: shop.dataDir }
  await issueOne(shop.service)
  old = join(shop.dataDir, 'old.sqlite')
  shop.service.ledger.backup(old)
  await issueOne(shop.service, { key: 'email:second@example.org' })
})
afterAll(() => shop.close())

const asked = async () => json<Published & Record<string, unknown>>(await shop.ask(path))
const path = '/.well-known/colophon-checkpoint'
const open = () => new Service(shop.config).ledger

describe('a checkpoint', () => {
  test('is published with the head of the audit log, signed with a key for nothing else', async () => {
    await shop.service.safety.checkpoint(shop.service.ledger)
    const told = await asked()
    const head = shop.service.ledger.audit.head()
    expect(told).toMatchObject({ seq: head?.seq, hash: head?.hash, at: head?.at, gaps: [] })
    const { kid } = decodeProtectedHeader(told.jws)
    const jwk = told.jwks.keys.find((key) => key.kid === kid)
    const { payload, protectedHeader } = await jwtVerify(told.jws, await importJWK({ ...jwk }))
    expect(protectedHeader.typ).toBe('colophon-checkpoint+jwt')
    expect(payload).toMatchObject({ checkpoint: { seq: head?.seq, hash: head?.hash } })
    const did = await (await shop.ask('/.well-known/did.json')).text()
    expect(did).not.toContain(kid)
  })

  test('is written anew only after an act, and never goes back', async () => {
    const { ledger, safety } = shop.service
    const before = readFileSync(shop.config.checkpointFile, 'utf8')
    await safety.checkpoint(ledger)
    expect(readFileSync(shop.config.checkpointFile, 'utf8')).toBe(before)
    await issueOne(shop.service, { key: 'email:third@example.org' })
    await safety.checkpoint(ledger)
    expect((await asked()).seq).toBe(ledger.audit.head()?.seq)
    expect(readFileSync(shop.config.checkpointFile, 'utf8')).not.toBe(before)
  })
})

describe('a ledger that is older than its checkpoint', () => {
  const put = (file: string | null) => {
    for (const end of ['', '-wal', '-shm']) rmSync(shop.config.databaseFile + end, { force: true })
    if (file) copyFileSync(file, shop.config.databaseFile)
  }
  beforeAll(async () => {
    shop.service.ledger.backup(join(shop.dataDir, 'newest.sqlite'))
    await shop.stop()
  })

  test('is not opened, by no command and no start', async () => {
    put(old)
    expect(codeOf(open)).toBe('ledger-rolled-back')
    for (const command of [['doctor'], ['issue'], ['serve']]) {
      const { code, err } = await colophon(command, { env })
      expect([command, code]).toEqual([command, 64])
      expect(err).toContain('ledger-rolled-back')
    }
  })

  test('is not begun anew where it is missing, and nothing is made', async () => {
    put(null)
    expect(codeOf(open)).toBe('ledger-rolled-back')
    expect(existsSync(shop.config.databaseFile)).toBe(false)
  })

  test('is told from the newest one, which is opened', () => {
    put(join(shop.dataDir, 'newest.sqlite'))
    expect(codeOf(open)).toBeUndefined()
  })

  test('cannot be passed off with a checkpoint that no key of ours signed', () => {
    const genuine = readFileSync(shop.config.checkpointFile, 'utf8')
    const forged = genuine.replace(/\.[^.]+\./, (part) => `${part.slice(0, -2)}A.`)
    for (const text of [forged, 'nothing', '']) {
      writeFileSync(shop.config.checkpointFile, text)
      expect(codeOf(open)).toBe('ledger-rolled-back')
    }
    writeFileSync(shop.config.checkpointFile, genuine)
    expect(codeOf(open)).toBeUndefined()
  })
})
