import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { DatabaseSync } from '@photostructure/sqlite'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { issuePending } from '../../src/issuing/issue.ts'
import { heldBy } from '../../src/issuing/reserve.ts'
import { award, issueOne, openWorkshop, reserve } from '../support/workshop.ts'

let workshop: Awaited<ReturnType<typeof openWorkshop>>
beforeEach(async () => {
  workshop = await openWorkshop()
})
afterEach(() => workshop.close())

const settings = async (over: object = {}) => ({
  ledger: workshop.service.ledger,
  signers: workshop.service.issuers,
  now: () => new Date(),
  verify: async () => ({ verdict: 'valid' as const, reasons: [] }),
  ...over,
})

describe('an award', () => {
  test('becomes a credential in both forms, under its public address', async () => {
    const record = await issueOne(workshop.service)
    const badge = JSON.parse(record.signed) as SignedBadge
    expect(badge.id).toBe(`https://badges.example.org/c/${record.id}`)
    expect(record.id).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/)
    expect(record.jwt.split('.')).toHaveLength(3)
    expect(JSON.parse(record.unsigned)).toEqual({ ...badge, proof: undefined })
  })
  test('is issued once, however often it comes', async () => {
    const { service } = workshop
    const [first] = await reserve(service, [award()])
    const [again] = await reserve(service, [award()])
    await service.issue()
    const [later] = await reserve(service, [award()])
    expect([first?.outcome, again?.outcome, later?.outcome]).toEqual([
      'reserved',
      'already-issued',
      'already-issued',
    ])
    expect(later?.credential).toBe(first?.credential)
    expect(service.ledger.credentials.count('issued')).toBe(1)
  })
  test('that differs from what was issued is told apart and changes nothing', async () => {
    const record = await issueOne(workshop.service)
    const [other] = await reserve(workshop.service, [award({ name: 'Maria Papadopoulou' })])
    expect(other).toMatchObject({ outcome: 'differs-from-issued', credential: record.id })
    expect(workshop.service.issued(record.id)?.signed).toBe(record.signed)
  })
  test('of another run is another credential of the same subject', async () => {
    const first = await issueOne(workshop.service)
    const second = await issueOne(workshop.service, { run: '2026-2' })
    const subject = (text: string) => (JSON.parse(text) as SignedBadge).credentialSubject.id
    expect(second.id).not.toBe(first.id)
    expect(subject(second.signed)).toBe(subject(first.signed))
  })
  test('carries no e-mail unless the operator asked for its hash', async () => {
    const record = await issueOne(workshop.service)
    expect(record.signed).not.toContain('maria@example.org')
    expect(record.signed).not.toContain('emailAddress')
    const asked = await openWorkshop({ env: { IDENTIFY_BY: 'name+email-hash' } })
    const hashed = await issueOne(asked.service)
    await asked.close()
    expect(hashed.signed).not.toContain('maria@example.org')
    expect(hashed.signed).toMatch(
      /"identityHash":"sha256\$[0-9a-f]{64}","identityType":"emailAddress","salt":"[0-9a-f]{32}"/,
    )
  })
  test('in Greek is signed in Greek, and says where the English is', async () => {
    const { service } = workshop
    const learner = { ...award().learner, language: 'el' as const }
    const [reserved] = await reserve(service, [{ ...award(), learner }])
    await service.issue()
    const badge = JSON.parse(
      service.issued(reserved?.credential ?? '')?.signed ?? '',
    ) as SignedBadge
    const { achievement } = badge.credentialSubject
    expect(achievement.id).toBe('https://badges.example.org/achievements/mooc-completion/el')
    expect(achievement.related).toContainEqual(
      expect.objectContaining({ id: 'https://badges.example.org/achievements/mooc-completion' }),
    )
  })
})

describe('a reservation', () => {
  test('whose own output does not verify is given up, and its index is never given again', async () => {
    const { service } = workshop
    await reserve(service, [award()])
    const verify = async () => ({ verdict: 'invalid' as const, reasons: ['signature-broken'] })
    expect(await issuePending(await settings({ verify }))).toMatchObject({ issued: 0, void: 1 })
    expect(service.ledger.credentials.count('void')).toBe(1)
    expect(heldBy(award(), await service.reservationSettings('en'))).toBeUndefined()
    const record = await issueOne(service)
    const database = new DatabaseSync(workshop.config.databaseFile)
    const rows = database.prepare('SELECT DISTINCT status_list, status_index FROM credential').all()
    database.close()
    expect(rows).toHaveLength(2)
    expect(record.state).toBe('issued')
  })
  test('that breaks the structural rules is never signed', async () => {
    const { service } = workshop
    await reserve(service, [award()])
    const database = new DatabaseSync(workshop.config.databaseFile)
    database.exec(`UPDATE credential SET unsigned = replace(unsigned, '"criteria"', '"criterion"')`)
    database.close()
    expect(await service.issue()).toMatchObject({ issued: 0, void: 1 })
    expect(service.ledger.credentials.count('issued')).toBe(0)
  })
  test('waits when our own output could not be checked', async () => {
    const { service } = workshop
    await reserve(service, [award()])
    const verify = async () => ({ verdict: 'undecided' as const, reasons: [] })
    expect(await issuePending(await settings({ verify }))).toMatchObject({ void: 0, waiting: 1 })
    expect(await service.issue()).toMatchObject({ issued: 1, waiting: 0 })
  })
  test('waits when verification itself fails, and is completed later', async () => {
    const { service } = workshop
    const [reserved] = await reserve(service, [award()])
    const verify = () => Promise.reject(new Error('disk gone'))
    await expect(issuePending(await settings({ verify }))).rejects.toThrow('disk gone')
    expect(service.ledger.credentials.count('reserved')).toBe(1)
    await service.issue()
    expect(service.issued(reserved?.credential ?? '')).toBeDefined()
  })
  test('completed by two at once is recorded once, and both agree on what counts', async () => {
    const { service } = workshop
    await reserve(
      service,
      Array.from({ length: 30 }, (_, index) => award({ key: `email:${index}@example.org` })),
    )
    const other = await openWorkshop({ dataDir: workshop.dataDir })
    const told: string[] = []
    const tell = ({ recorded }: { recorded: readonly string[] }) => told.push(...recorded)
    const [mine, theirs] = await Promise.all([service.issue(tell), other.service.issue(tell)])
    await other.service.close()
    expect(mine.issued + theirs.issued).toBe(30)
    expect(new Set(told).size).toBe(30)
    expect(told).toHaveLength(30)
    expect(service.ledger.credentials.count('issued')).toBe(30)
    expect(service.ledger.credentials.count('void')).toBe(0)
    for (const record of service.ledger.credentials.issued('', 100)) {
      const { report } = await service.verify(Buffer.from(record.jwt ?? ''))
      expect(report.verdict).toBe('valid')
    }
  })
})

describe('status indexes', () => {
  test('are random, unique and in no order of issuing', async () => {
    const { service } = workshop
    const awards = Array.from({ length: 300 }, (_, index) => award({ key: `email:${index}@x.org` }))
    await reserve(service, awards)
    const indexes = service.ledger.credentials.pending('', 300).map((record) => record.statusIndex)
    expect(new Set(indexes).size).toBe(300)
    const rises = indexes.filter((index, at) => at > 0 && index > (indexes[at - 1] ?? 0)).length
    expect(rises).toBeGreaterThan(100)
    expect(rises).toBeLessThan(200)
    expect(Math.max(...indexes)).toBeGreaterThan(65_536)
  })
})

describe('a revocation', () => {
  test('needs a reason, an issued credential, and happens once', async () => {
    const { service } = workshop
    const record = await issueOne(service)
    expect(() => service.revoke(record.id, '  ')).toThrow(
      expect.objectContaining({ code: 'reason-missing' }),
    )
    expect(() => service.revoke('0'.repeat(26), 'x')).toThrow(
      expect.objectContaining({ code: 'credential-not-found' }),
    )
    service.revoke(record.id, 'wrong person', 'issued-in-error')
    expect(service.issued(record.id)).toMatchObject({ revocationCode: 'issued-in-error' })
    expect(() => service.revoke(record.id, 'again')).toThrow(
      expect.objectContaining({ code: 'already-revoked' }),
    )
  })
  test('sets the one bit in the signed list, and issuing sets none', async () => {
    const { service } = workshop
    const record = await issueOne(service)
    const listText = async () => (await service.published('/status/1'))?.text ?? ''
    const before = await listText()
    await issueOne(service, { key: 'email:another@example.org' })
    expect(await listText()).toBe(before)
    service.revoke(record.id, 'a test')
    expect(await listText()).not.toBe(before)
  })
})
