import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import { randomId, timeOrderedKey } from '../../src/ledger/identifiers.ts'
import { openLedger } from '../../src/ledger/ledger.ts'

const home = new URL('https://badges.example.org')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'colophon-ledger-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a ledger', () => {
  const file = () => join(folder, 'ledger.sqlite')

  test('belongs to one address for good', () => {
    openLedger(file(), home).close()
    expect(() => openLedger(file(), new URL('https://elsewhere.example'))).toThrow(
      expect.objectContaining({ code: 'ledger-mismatch' }),
    )
    openLedger(file(), home).close()
  })
  test('of a newer version is refused rather than misread', () => {
    openLedger(file(), home).close()
    const database = new DatabaseSync(file())
    database.exec('PRAGMA user_version = 99')
    database.close()
    expect(() => openLedger(file(), home)).toThrow(
      expect.objectContaining({ code: 'ledger-mismatch' }),
    )
  })
  test('syncs every transaction to disk', () => {
    const ledger = openLedger(file(), home)
    const database = new DatabaseSync(file())
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    database.close()
    ledger.close()
  })
  test('forgets a transaction that threw', () => {
    const ledger = openLedger(file(), home)
    const learner = { key: 'email:a@example.org', name: 'A', email: null }
    expect(() =>
      ledger.transaction(() => {
        ledger.learners.findOrAdd(learner, new Date())
        throw new Error('stop')
      }),
    ).toThrow('stop')
    expect(ledger.learners.byKey(learner.key)).toBeUndefined()
    ledger.close()
  })
  test('keeps no index twice, not even by mistake', () => {
    const ledger = openLedger(file(), home)
    const learner = ledger.learners.findOrAdd({ key: 'lms:1', name: 'A', email: null }, new Date())
    ledger.statusLists.takeIndex(131_072)
    const record = (achievement: string) => ({
      rowKey: timeOrderedKey(new Date()),
      id: randomId(),
      learner: learner.id,
      achievement,
      course: 'c',
      run: 'r',
      language: 'en' as const,
      fingerprint: 'f',
      statusList: 1,
      statusIndex: 7,
      unsigned: '{}',
      reservedAt: new Date().toISOString(),
    })
    ledger.credentials.reserve(record('one'))
    expect(() => ledger.credentials.reserve(record('two'))).toThrow(/UNIQUE/)
    ledger.close()
  })
  test('begins a new list when one is half full', () => {
    const ledger = openLedger(file(), home)
    const database = new DatabaseSync(file())
    expect(ledger.statusLists.takeIndex(131_072).list).toBe(1)
    database.exec('UPDATE status_list SET taken = 65536')
    expect(ledger.statusLists.takeIndex(131_072).list).toBe(2)
    database.close()
    ledger.close()
  })
  test('is copied whole while it is in use', () => {
    const ledger = openLedger(file(), home)
    ledger.learners.findOrAdd({ key: 'lms:1', name: 'A', email: null }, new Date())
    const copy = join(folder, 'copy.sqlite')
    ledger.backup(copy)
    const restored = openLedger(copy, home)
    expect(restored.learners.byKey('lms:1')).toBeDefined()
    expect(restored.faults()).toEqual([])
    restored.close()
    ledger.close()
  })
})

describe('identifiers', () => {
  test('of rows sort by the time they were made', () => {
    const now = new Date()
    const keys = Array.from({ length: 1_000 }, () => timeOrderedKey(now))
    expect([...keys].sort()).toEqual(keys)
    expect(new Set(keys).size).toBe(1_000)
  })
  test('in public addresses never start with a dash and do not repeat', () => {
    const ids = Array.from({ length: 1_000 }, randomId)
    expect(ids.every((id) => /^[0-9a-hjkmnp-tv-z]{26}$/.test(id))).toBe(true)
    expect(new Set(ids).size).toBe(1_000)
  })
})
