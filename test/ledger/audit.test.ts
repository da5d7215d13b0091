import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import { actingAs, currentActor, nameActor } from '../../src/ledger/actor.ts'
import { type AuditEntry, chainStart, walkChain } from '../../src/ledger/audit.ts'
import { checkExport, exportAudit } from '../../src/service/audit-log.ts'
import { codeOf } from '../support/refused.ts'
import { openWorkshop } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
let entries: AuditEntry[]

const entry = (index: number): AuditEntry => {
  const found = entries[index]
  if (!found) throw new Error(`there is no entry ${index}`)
  return found
}

beforeAll(async () => {
  workshop = await openWorkshop()
  const { ledger } = workshop.service
  actingAs('tester', () => {
    for (const about of ['a', 'b', 'c', 'd'])
      ledger.audit.append({ action: 'visibility-set', about, detail: 'link' })
  })
  entries = [...ledger.audit.all()]
})
afterAll(async () => {
  await workshop.service.close()
  rmSync(workshop.dataDir, { recursive: true, force: true })
})

describe('the audit log', () => {
  test('numbers its entries without a gap, and names who acts', () => {
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    expect(entries.slice(-4).map(({ actor, about }) => [actor, about])).toEqual([
      ['tester', 'a'],
      ['tester', 'b'],
      ['tester', 'c'],
      ['tester', 'd'],
    ])
  })

  test('binds each entry to the one before, as docs/AUDIT.md says', () => {
    let before = chainStart
    for (const { seq, at, actor, action, about, detail, hash } of entries) {
      const facts = JSON.stringify([seq, at, actor, action, about, detail])
      expect(hash).toBe(createHash('sha256').update(`${before}\n${facts}`).digest('hex'))
      before = hash
    }
  })

  test('holds together as it was written', () => {
    expect(walkChain(entries)).toEqual({ sound: entries.length, brokenAt: null })
  })

  const tampered: [string, () => AuditEntry[], number][] = [
    ['another actor', () => entries.with(1, { ...entry(1), actor: 'somebody' }), 2],
    ['another time', () => entries.with(1, { ...entry(1), at: '2020-01-01T00:00:00.000Z' }), 2],
    [
      'a detail taken away',
      () => entries.with(-1, { ...entry(entries.length - 1), detail: null }),
      -1,
    ],
    ['an entry left out', () => entries.toSpliced(1, 1), 2],
    ['two entries in another order', () => entries.with(0, entry(1)).with(1, entry(0)), 1],
    ['an entry told twice', () => entries.toSpliced(1, 0, entry(0)), 2],
    ['its first entry missing', () => entries.slice(1), 1],
  ]
  test.each(tampered)('is seen to be broken by %s', (_what, change, at) => {
    const brokenAt = at === -1 ? entries.length : at
    expect(walkChain(change()).brokenAt).toBe(brokenAt)
  })

  test('cannot tell that its end is missing, which is why its head is noted elsewhere', () => {
    const shorter = entries.slice(0, -1)
    expect(walkChain(shorter).brokenAt).toBeNull()
    expect(shorter.at(-1)?.hash).not.toBe(entries.at(-1)?.hash)
  })

  test('is exported so that anybody can check it without the ledger', () => {
    const text = [...exportAudit(workshop.service.ledger)].join('')
    const head = workshop.service.ledger.audit.head()
    expect(head?.action).toBe('audit-exported')
    expect(checkExport(text)).toEqual({
      entries: head?.seq,
      sound: head?.seq,
      brokenAt: null,
      head: head?.hash,
    })
    expect(checkExport(text.replace('"tester"', '"nobody"')).brokenAt).not.toBeNull()
  })

  test('refuses what is no export', () => {
    expect(codeOf(() => checkExport('{"seq":1'))).toBe('input-unreadable')
    expect(codeOf(() => checkExport('[]'))).toBe('input-unreadable')
  })
})

describe('an act and its entry', () => {
  test('are both there or neither: what cannot be told is not done', async () => {
    const { service, dataDir } = await openWorkshop()
    const { ledger } = service
    const file = new DatabaseSync(service.config.databaseFile)
    file.exec(
      `CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    )
    const token = {
      role: 'admin',
      scope: [],
      label: 'x',
      provider: null,
      id: 'x',
      hash: 'x',
      createdAt: '2026-11-28T00:00:00.000Z',
    } as const
    expect(() => ledger.tokens.add(token)).toThrow('no room')
    expect(ledger.tokens.byId('x')).toBeUndefined()
    file.exec('DROP TRIGGER full')
    ledger.tokens.add(token)
    expect(ledger.tokens.byId('x')?.id).toBe('x')
    expect(ledger.audit.head()).toMatchObject({ action: 'token-made', about: 'x', detail: 'admin' })
    file.close()
    await service.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a change that changes nothing is not told', () => {
    const { ledger } = workshop.service
    const before = ledger.audit.head()?.seq
    expect(ledger.tokens.revoke('there is none', '2026-11-28T00:00:00.000Z')).toBe(false)
    expect(ledger.audit.head()?.seq).toBe(before)
  })
})

describe('who acts', () => {
  test('is the system where nobody is named', () => {
    expect(currentActor()).toBe('system')
  })

  test('is known across waits, and named once it is recognised, for this work alone', async () => {
    const other = actingAs('other', async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return currentActor()
    })
    const named = actingAs('anybody', async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      nameActor('token-1')
      await new Promise((resolve) => setTimeout(resolve, 5))
      return currentActor()
    })
    expect(await Promise.all([other, named])).toEqual(['other', 'token-1'])
  })
})
