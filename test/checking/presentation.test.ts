import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/checking/report.ts'
import { makeHolder, signAs } from '../support/holder.ts'
import { openStrangers, type Strangers } from '../support/strangers.ts'
import { issueOne } from '../support/workshop.ts'

const clock = new Date('2026-11-24T12:00:00Z')
const holder = makeHolder()
let strangers: Strangers

beforeAll(async () => {
  strangers = await openStrangers(() => clock)
})
afterAll(() => strangers.close())

const presentation = (over: object = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiablePresentation'],
  holder: holder.did,
  verifiableCredential: [strangers.badge],
  ...over,
})
const proven = (over: object = {}, options: object = {}, who = holder) =>
  signAs(who, presentation(over), { proofPurpose: 'authentication', ...options })
const reasonOf = (report: Report) =>
  report.findings.find(({ check }) => check === 'presentation')?.reason
const asked = async (document: object, question: object) =>
  (await strangers.checker.verify(Buffer.from(JSON.stringify(document)), question)).report

describe('an unsigned presentation', () => {
  test('passes as unsigned, and its credential is checked like any other', async () => {
    const report = await strangers.check(presentation())
    expect(reasonOf(report)).toBe('presentation-unsigned')
    expect(report).toMatchObject({
      verdict: 'valid',
      status: 'active',
      answers: { genuine: 'yes', current: 'yes', issuer: 'unknown' },
      facts: { recipient: 'Μαρία Παπαδοπούλου' },
      credentials: [{ verdict: 'valid' }],
    })
  })
  test('is not valid with a credential that was changed', async () => {
    const changed = { ...strangers.badge, name: 'Doctorate' }
    const report = await strangers.check(presentation({ verifiableCredential: [changed] }))
    expect(report).toMatchObject({ verdict: 'invalid', answers: { genuine: 'no' }, facts: {} })
  })
  test('of nothing is not valid: nothing was shown', async () => {
    const report = await strangers.check(presentation({ verifiableCredential: undefined }))
    expect(report).toMatchObject({ verdict: 'undecided', credentials: [] })
  })
  test('answers no challenge', async () => {
    const report = await asked(presentation(), { challenge: 'abc' })
    expect([report.verdict, reasonOf(report)]).toEqual(['invalid', 'presentation-other-audience'])
  })
})

describe('a presentation of several credentials', () => {
  test('has a report of each, and is as good as the worst of them', async () => {
    const second = await issueOne(strangers.issuer, { key: 'email:second@example.org' })
    const both = [strangers.badge, JSON.parse(second.signed)]
    const good = await strangers.check(presentation({ verifiableCredential: both }))
    expect(good).toMatchObject({ verdict: 'valid', facts: {} })
    expect(good.credentials).toHaveLength(2)
    const bad = [strangers.badge, { ...both[1], name: 'Doctorate' }]
    const report = await strangers.check(presentation({ verifiableCredential: bad }))
    expect(report.verdict).toBe('invalid')
    expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid'])
  })
  test('may hold one learner twice, and tokens in envelopes', async () => {
    const envelope = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      id: `data:application/vc+jwt,${strangers.record.jwt}`,
      type: 'EnvelopedVerifiableCredential',
    }
    const both = [strangers.badge, envelope]
    const report = await strangers.check(presentation({ verifiableCredential: both }))
    expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['valid', 'valid'])
  })
})

describe('a presentation that its holder signed', () => {
  test('proves who presents it', async () => {
    const report = await strangers.check(await proven())
    expect([report.verdict, reasonOf(report)]).toEqual(['valid', 'presentation-proven'])
  })
  test('for a challenge and a domain answers these and no others', async () => {
    const signed = await proven({}, { challenge: 'abc', domain: 'employer.example' })
    const question = { challenge: 'abc', domain: 'employer.example' }
    expect(reasonOf(await asked(signed, question))).toBe('presentation-proven')
    expect(reasonOf(await asked(signed, { ...question, challenge: 'abd' }))).toBe(
      'presentation-other-audience',
    )
    expect(reasonOf(await asked(signed, { ...question, domain: 'other.example' }))).toBe(
      'presentation-other-audience',
    )
  })
  test('is broken when anything in it was changed', async () => {
    const signed = await proven()
    const report = await strangers.check({ ...signed, id: 'urn:uuid:0' })
    expect([report.verdict, reasonOf(report)]).toEqual(['invalid', 'presentation-broken'])
  })
  test('does not count when somebody else signed it', async () => {
    const report = await strangers.check(await proven({}, {}, makeHolder()))
    expect([report.verdict, reasonOf(report)]).toEqual(['invalid', 'presentation-key-not-bound'])
  })
  test('does not count when it was signed as an assertion', async () => {
    const report = await strangers.check(await proven({}, { proofPurpose: 'assertionMethod' }))
    expect([report.verdict, reasonOf(report)]).toEqual(['invalid', 'presentation-broken'])
  })
  test('for a time that is over proves nothing', async () => {
    const report = await strangers.check(await proven({}, { expires: '2026-11-24T11:00:00Z' }))
    expect(report.verdict).toBe('invalid')
    expect(report.findings).toContainEqual(expect.objectContaining({ reason: 'dates-expired' }))
    const lasting = await strangers.check(await proven({}, { expires: '2026-11-24T13:00:00Z' }))
    expect(lasting.verdict).toBe('valid')
  })
  test('does not make a changed credential good', async () => {
    const changed = { ...strangers.badge, name: 'Doctorate' }
    const report = await strangers.check(await proven({ verifiableCredential: [changed] }))
    expect([report.verdict, reasonOf(report)]).toEqual(['invalid', 'presentation-proven'])
  })
})

describe('what is no presentation', () => {
  test.each([
    ['a member that no context defines', { verified: true }],
    ['a credential that is none', { verifiableCredential: [7] }],
    ['too many credentials', { verifiableCredential: Array(11).fill('x.y.z') }],
  ])('is malformed for %s', async (_, over) => {
    const report = await strangers.check(presentation(over))
    expect([report.verdict, reasonOf(report)]).toEqual(['invalid', 'presentation-malformed'])
  })
})
