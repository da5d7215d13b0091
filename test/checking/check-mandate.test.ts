import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { SignedBadge, SignedMandate } from '../../src/credential/open-badge.ts'
import { signDataIntegrity } from '../../src/proof/data-integrity.ts'
import { makeHolder, signAs } from '../support/holder.ts'
import { catalogueWithPartners, type Loose } from '../support/partners.ts'
import { openStrangers, type Strangers } from '../support/strangers.ts'
import { issueOne } from '../support/workshop.ts'

const programme = 'did:web:badges.example.org'
const harbour = `${programme}:issuers:harbour-library`
const hill = `${programme}:issuers:hill-academy`
const clock = new Date('2026-11-24T12:00:00Z')

/** Knows the programme alone, as the operator of another service would write it. */
function trusting(entry: object = {}): string {
  const file = join(mkdtempSync(join(tmpdir(), 'colophon-trust-')), 'issuers.json')
  const known = { did: programme, names: ['BIBLIO Sample Academy'], ...entry }
  writeFileSync(file, JSON.stringify({ issuers: [known] }))
  return file
}

let strangers: Strangers
let badge: SignedBadge
beforeAll(async () => {
  strangers = await openStrangers(() => clock, {
    issuer: { CATALOGUE: catalogueWithPartners() },
    checker: { TRUSTED_ISSUERS: trusting() },
  })
  badge = JSON.parse(
    (await issueOne(strangers.issuer, { key: 'email:p@example.org' }, 'harbour-library')).signed,
  )
})
afterEach(() => strangers.restore())
afterAll(() => strangers.close())

const mandateOf = (): Loose => structuredClone(badge.issuer.endorsement?.[0])

/** Signs as an issuer of the service may: the programme for `null`, or a partner. */
async function signBy(partner: string | null, document: object): Promise<Loose> {
  const keys = await strangers.issuer.keyring.of(partner)
  const { proof: _, ...unsigned } = document as Loose
  return signDataIntegrity(unsigned, keys.signer('Ed25519'), clock)
}

/** The badge again, signed by its partner, with this in the place of its mandate. */
const badgeWith = (endorsement: readonly object[], over: Loose = {}) => {
  const { endorsement: _, ...issuer } = badge.issuer
  const held = endorsement.length > 0 ? { endorsement } : {}
  return signBy('harbour-library', {
    ...badge,
    ...over,
    issuer: { ...issuer, ...held, ...over.issuer },
  })
}

async function toldOf(credential: object | string) {
  const report = await strangers.check(credential)
  const finding = report.findings.find(({ check }) => check === 'issuer')
  return {
    verdict: report.verdict,
    told: `${finding?.outcome} ${finding?.reason}`,
    issuer: report.answers.issuer,
    onBehalfOf: report.facts.issuer?.onBehalfOf,
    warnings: report.warnings,
    endorsements: report.endorsements,
  }
}

const unknown = (reason: string) => ({
  verdict: 'valid',
  told: `skipped ${reason}`,
  issuer: 'unknown',
  onBehalfOf: undefined,
  warnings: ['endorsement-not-verified'],
  endorsements: undefined,
})

describe('a partner of a known programme', () => {
  test('is known by its mandate, and on whose behalf it issues is told', async () => {
    expect(await toldOf(badge)).toEqual({
      verdict: 'valid',
      told: 'passed issuer-mandated',
      issuer: 'known',
      onBehalfOf: { id: programme, name: 'BIBLIO Sample Academy' },
      warnings: [],
      endorsements: undefined,
    })
  })
  test('is so by a token as well', async () => {
    const record = strangers.issuer.ledger.credentials.byId(badge.id.split('/').at(-1) ?? '')
    expect(await toldOf(record?.jwt ?? '')).toMatchObject({ told: 'passed issuer-mandated' })
  })
  test('costs one document more, and no more than five in all', async () => {
    strangers.asked.length = 0
    await strangers.check(badge)
    expect(strangers.asked).toContain('https://badges.example.org/.well-known/did.json')
    expect(strangers.asked.length).toBeLessThanOrEqual(5)
  })
  test('is not known without a mandate, and nobody is named', async () => {
    const told = await toldOf(await badgeWith([]))
    expect(told).toMatchObject({ told: 'skipped issuer-unknown', issuer: 'unknown', warnings: [] })
    expect(told.onBehalfOf).toBeUndefined()
  })
  test('is known no farther than the programme is', async () => {
    const narrow = await openStrangers(() => clock, {
      issuer: { CATALOGUE: catalogueWithPartners() },
      checker: { TRUSTED_ISSUERS: trusting({ scope: ['Course'] }) },
    })
    const { signed } = await issueOne(
      narrow.issuer,
      { key: 'email:p@example.org' },
      'harbour-library',
    )
    const report = await narrow.check(signed)
    await narrow.close()
    expect(report.answers.issuer).toBe('unknown')
    expect(report.findings).toContainEqual(
      expect.objectContaining({ reason: 'issuer-outside-scope' }),
    )
  })
})

describe('a mandate', () => {
  test('with anything changed in it is broken', async () => {
    const wider = mandateOf()
    wider.credentialSubject.alignment.push({
      ...wider.credentialSubject.alignment[0],
      targetUrl: 'https://badges.example.org/achievements/mooc-participation',
    })
    expect(await toldOf(await badgeWith([wider]))).toEqual(unknown('issuer-mandate-broken'))
    const longer = { ...mandateOf(), validUntil: '2099-12-31T23:59:59Z' }
    expect(await toldOf(await badgeWith([longer]))).toEqual(unknown('issuer-mandate-broken'))
  })
  test('that the partner signed for itself is broken, by whichever key it names', async () => {
    const own = await signBy('harbour-library', mandateOf())
    expect(await toldOf(await badgeWith([own]))).toEqual(unknown('issuer-mandate-broken'))
    const [proof] = own.proof
    const kid = proof.verificationMethod.split('#')[1]
    const renamed = { ...own, proof: [{ ...proof, verificationMethod: `${programme}#${kid}` }] }
    expect(await toldOf(await badgeWith([renamed]))).toEqual(unknown('issuer-mandate-broken'))
  })
  test('of somebody unknown is an endorsement like any other', async () => {
    const stranger = makeHolder()
    const { proof: _, ...document } = mandateOf()
    const given = await signAs(stranger, {
      ...document,
      issuer: { ...document.issuer, id: stranger.did, name: 'Somebody' },
    })
    const told = await toldOf(await badgeWith([given]))
    expect(told).toMatchObject({ told: 'skipped issuer-unknown', warnings: [] })
    expect(told.endorsements).toHaveLength(1)
  })
  test('of another partner does not serve', async () => {
    const { issuers } = strangers.issuer
    const other = await issuers.mandate(issuers.partner('hill-academy'))
    expect(other.credentialSubject.id).toBe(hill)
    expect(await toldOf(await badgeWith([other]))).toEqual(unknown('issuer-mandate-other-issuer'))
  })
  test('is no leave to go by another name', async () => {
    const renamed = await badgeWith([mandateOf()], { issuer: { name: 'Ministry of Culture' } })
    expect(await toldOf(renamed)).toEqual(unknown('issuer-mandate-other-issuer'))
  })
  test('does not make an impostor of the programme less of one', async () => {
    const renamed = await badgeWith([mandateOf()], { issuer: { name: 'BIBLIO Sample Academy' } })
    expect(await toldOf(renamed)).toMatchObject({
      verdict: 'invalid',
      told: 'failed issuer-impostor',
      issuer: 'impostor',
    })
  })
  test('covers the achievements that it names, also in translation, and no other', async () => {
    const { credentialSubject: subject } = badge
    const as = (id: string) => ({
      credentialSubject: { ...subject, achievement: { ...subject.achievement, id } },
    })
    const base = 'https://badges.example.org/achievements/mooc-completion'
    const told = async (id: string) => (await toldOf(await badgeWith([mandateOf()], as(id)))).told
    expect(await told(`${base}/el`)).toBe('passed issuer-mandated')
    expect(await told(`${base}s`)).toBe('skipped issuer-mandate-outside-scope')
    expect(await told('https://badges.example.org/achievements/mooc-participation')).toBe(
      'skipped issuer-mandate-outside-scope',
    )
  })
  test('covers the days of the award that it names, whatever day it is signed', async () => {
    const told = async (awardedDate: string) =>
      (await toldOf(await badgeWith([mandateOf()], { awardedDate }))).told
    expect(await told('2026-01-01T00:00:00Z')).toBe('passed issuer-mandated')
    expect(await told('2025-12-31T00:00:00Z')).toBe('skipped issuer-mandate-outside-period')
    expect(await told('2027-01-01T00:00:00Z')).toBe('skipped issuer-mandate-outside-period')
  })
  test('is told as not looked at while the programme does not answer', async () => {
    strangers.replace('https://badges.example.org/.well-known/did.json', undefined)
    expect(await toldOf(badge)).toEqual(unknown('issuer-mandate-unreachable'))
  })
  test('beside one that does not serve still serves', async () => {
    const { issuers } = strangers.issuer
    const other = await issuers.mandate(issuers.partner('hill-academy'))
    expect(await toldOf(await badgeWith([other, mandateOf()]))).toMatchObject({
      told: 'passed issuer-mandated',
    })
  })
  test('that hides a second meaning is broken', async () => {
    const hidden = await signBy(null, mandateOf()).then((signed: SignedMandate) => ({
      ...signed,
      'https://schema.org/name': 'x',
    }))
    const report = await strangers.check(
      await badgeWith([mandateOf()]).then((signed: Loose) => ({
        ...signed,
        issuer: { ...signed.issuer, endorsement: [hidden] },
      })),
    )
    expect(report.verdict).toBe('invalid')
  })
})

describe('the key of one partner', () => {
  const reasonsOf = async (credential: object) => {
    const { verdict, findings } = await strangers.check(credential)
    const failed = findings.filter(({ outcome }) => outcome === 'failed')
    return [verdict, ...failed.map(({ reason }) => reason)]
  }
  test('does not sign in the name of another', async () => {
    const forged = await signBy('hill-academy', badge)
    expect(forged.issuer.id).toBe(harbour)
    expect(await reasonsOf(forged)).toEqual(['invalid', 'issuer-key-not-bound'])
  })
  test('nor under the name of a key of the other', async () => {
    const forged = await signBy('hill-academy', badge)
    const [proof] = forged.proof
    const kid = proof.verificationMethod.split('#')[1]
    const renamed = { ...forged, proof: [{ ...proof, verificationMethod: `${harbour}#${kid}` }] }
    expect(await reasonsOf(renamed)).toEqual(['invalid', 'issuer-key-not-published'])
  })
  test('nor does that of the programme, nor a partner for the programme', async () => {
    expect(await reasonsOf(await signBy(null, badge))).toEqual(['invalid', 'issuer-key-not-bound'])
    const own = { ...strangers.badge }
    expect(await reasonsOf(await signBy('harbour-library', own))).toEqual([
      'invalid',
      'issuer-key-not-bound',
    ])
  })
})
