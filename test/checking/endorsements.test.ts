import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeHolder, signAs } from '../support/holder.ts'
import { openStrangers, type Strangers, signAnything } from '../support/strangers.ts'

const clock = new Date('2026-11-24T12:00:00Z')
const endorser = makeHolder()
let strangers: Strangers

beforeAll(async () => {
  strangers = await openStrangers(() => clock)
})
afterAll(() => strangers.close())

const endorsement = (over: object = {}, subject: object = {}) => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:3f0d6a3c-0c1d-4c26-9f0b-0d4f3f2a1b5c',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'A word for it',
  issuer: { id: endorser.did, type: ['Profile'], name: 'Library Association' },
  validFrom: '2026-11-23T00:00:00Z',
  credentialSubject: {
    id: strangers.badge.id,
    type: ['EndorsementSubject'],
    endorsementComment: 'We know this course.',
    ...subject,
  },
  ...over,
})
const badgeWith = (endorsements: object[]) =>
  signAnything(strangers.issuer, { ...strangers.badge, endorsement: endorsements })

describe('an endorsement inside a credential', () => {
  test('is verified by itself and shown apart, with who says it', async () => {
    const badge = await badgeWith([await signAs(endorser, endorsement())])
    const report = await strangers.check(badge)
    expect(report.verdict).toBe('valid')
    expect(report.warnings).toEqual([])
    expect(report.endorsements).toMatchObject([
      {
        comment: 'We know this course.',
        report: { verdict: 'valid', facts: { issuer: { id: endorser.did } } },
      },
    ])
  })
  test('that does not verify leaves the credential valid, says so, and has no comment', async () => {
    const signed = await signAs(endorser, endorsement())
    const forged = {
      ...signed,
      credentialSubject: { ...signed.credentialSubject, endorsementComment: 'The best there is.' },
    }
    const report = await strangers.check(await badgeWith([forged]))
    expect(report.verdict).toBe('valid')
    expect(report.warnings).toEqual(['endorsement-not-verified'])
    expect(report.endorsements).toMatchObject([{ report: { verdict: 'invalid' } }])
    expect(report.endorsements?.[0]?.comment).toBeUndefined()
  })
  test('of something else is not shown', async () => {
    const other = await signAs(endorser, endorsement({}, { id: 'https://elsewhere.example/c/1' }))
    const report = await strangers.check(await badgeWith([other]))
    expect(report.warnings).toEqual(['endorsement-not-verified'])
    expect(report.endorsements).toBeUndefined()
  })
  test('beyond the fourth is not looked at, and that is said', async () => {
    const signed = await signAs(endorser, endorsement())
    const six = Array.from({ length: 6 }, (_, at) => ({ ...signed, id: `urn:uuid:${at}` }))
    const report = await strangers.check(await badgeWith(six))
    expect(report.verdict).toBe('valid')
    expect(report.endorsements).toHaveLength(4)
    expect(report.warnings).toEqual(['endorsement-not-verified'])
  })
  test('is not looked at where the credential is not genuine', async () => {
    const badge = await badgeWith([await signAs(endorser, endorsement())])
    const report = await strangers.check({ ...badge, name: 'Doctorate' })
    expect(report.endorsements).toBeUndefined()
  })
})
