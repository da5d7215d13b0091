import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import { makeMissingKeys, retireKey } from '../../src/proof/issuer-keys.ts'
import { diagnose } from '../../src/service/doctor.ts'
import type { Service } from '../../src/service/service.ts'
import { decided, heldOwn, linkInMemory } from '../support/granted.ts'
import { importLearners } from '../support/importing.ts'
import { catalogueWithPartners, type Loose, usualPartner } from '../support/partners.ts'
import { makeWallet } from '../support/wallet.ts'
import { award, issueOne, openWorkshop, reserve } from '../support/workshop.ts'

const programme = 'did:web:badges.example.org'
const harbour = `${programme}:issuers:harbour-library`
const start = '2026-11-27T09:00:00Z'
let now = new Date(start)
const clock = { now: () => now }

type Workshop = Awaited<ReturnType<typeof openWorkshop>>

const openWith = (change: (catalogue: Loose) => void, dataDir?: string) =>
  openWorkshop({
    ...clock,
    env: { CATALOGUE: catalogueWithPartners(change) },
    ...(dataDir ? { dataDir } : {}),
  })

let workshop: Workshop
beforeAll(async () => {
  workshop = await openWith(usualPartner)
})
afterEach(() => {
  now = new Date(start)
})
afterAll(() => workshop.close())

const badgeOf = ({ signed }: { signed: string | null }) => JSON.parse(signed ?? '') as SignedBadge
const issuerOf = (record: { signed: string | null }) => badgeOf(record).issuer.id
let number = 0
const fresh = () => {
  number += 1
  return `email:${number}@example.org`
}
const narrowed = (catalogue: Loose) => {
  usualPartner(catalogue)
  catalogue.issuers[0].scope.until = '2026-06-30'
}
const checked = async (service: Service, text: string) =>
  (await service.verify(Buffer.from(text))).report

describe('who issues', () => {
  test('is whom the catalogue names for an achievement, else the programme', async () => {
    const { service } = workshop
    expect(issuerOf(await issueOne(service, { key: fresh() }))).toBe(harbour)
    const other = { key: fresh(), achievement: 'mooc-participation', results: [] }
    expect(issuerOf(await issueOne(service, other))).toBe(programme)
  })
  test('is whoever an import names, and that is recorded', async () => {
    const { service } = workshop
    const own = await issueOne(service, { key: fresh() }, 'programme')
    expect(issuerOf(own)).toBe(programme)
    const batch = await importLearners(service, [{ email: 'i@example.org', name: 'Ida' }], {
      issuer: 'harbour-library',
      isUnsigned: true,
    })
    expect(service.ledger.batches.byId(batch)?.issuer).toBe('harbour-library')
    await service.issue()
  })
  test('refuses a name that the catalogue does not have', async () => {
    await expect(reserve(workshop.service, [award()], 'nobody')).rejects.toMatchObject({
      code: 'partner-unknown',
    })
  })
  test('has status lists of its own', async () => {
    const { service } = workshop
    const lists = await Promise.all(
      service.ledger.statusLists.numbers().map(async (each) => {
        const list = await service.published(`/status/${each}`)
        return (JSON.parse(list?.text ?? '{}') as { issuer?: string }).issuer
      }),
    )
    expect(lists.sort()).toEqual([programme, harbour])
  })
})

describe('outside its scope a partner issues nothing:', () => {
  const late = { awardedOn: '2027-01-01' }

  test('not by an import, nor by a dry run, which tell it for the row', async () => {
    const { service } = workshop
    const [told] = await reserve(service, [award({ key: fresh(), ...late })])
    expect(told).toMatchObject({ outcome: 'issuer-out-of-scope', credential: null })
    const learners = [{ email: 'out@example.org', name: 'Out', modules: 'week-1-1' }]
    for (const isDryRun of [true, false]) {
      const { summary, lines } = await importLearnersTold(service, learners, isDryRun)
      expect(summary).toMatchObject({ issuerOutOfScope: 1, reserved: 0 })
      expect(lines).toEqual([['issuer-out-of-scope', null]])
    }
    expect(service.ledger.credentials.count('reserved')).toBe(0)
  })
  test('in time it does', async () => {
    const within = await issueOne(workshop.service, { key: fresh(), awardedOn: '2026-12-31' })
    expect(issuerOf(within)).toBe(harbour)
  })

  describe('once the catalogue has narrowed it', () => {
    let before: Workshop
    let after: Workshop
    let issued: string
    let reserved: string
    beforeEach(async () => {
      before = await openWith(usualPartner)
      issued = (await issueOne(before.service, { key: fresh() })).id
      const [held] = await reserve(before.service, [award({ key: fresh() })])
      reserved = held?.credential ?? ''
      await before.service.close()
      after = await openWith(narrowed, before.dataDir)
      now = new Date('2026-11-28T09:00:00Z')
    })
    afterEach(async () => {
      await after.service.close()
      rmSync(before.dataDir, { recursive: true, force: true })
    })

    test('not what was reserved before: it is given up, unsigned', async () => {
      const { ledger } = after.service
      expect(await after.service.issue()).toMatchObject({ issued: 0, void: 1 })
      expect(ledger.credentials.byId(reserved)).toMatchObject({
        state: 'void',
        voidReason: 'issuer-out-of-scope',
        signed: null,
      })
    })
    test('not a correction', async () => {
      const order = { reason: 'a slip', by: 'test', changes: { name: 'Maria' } }
      await expect(after.service.corrections.replace(issued, order)).rejects.toMatchObject({
        code: 'issuer-out-of-scope',
      })
      expect(after.service.ledger.corrections.count('reserved')).toBe(0)
    })
    test('not a copy for a wallet', async () => {
      const wallet = await makeWallet()
      const offer = after.service.wallets.offer(issued)
      const taking = after.service.wallets.bind(offer, { holder: wallet.did, form: 'ldp_vc' })
      await expect(taking).rejects.toMatchObject({ code: 'issuer-out-of-scope' })
      expect(after.service.ledger.boundCredentials.of(issued)).toEqual([])
    })
    test('not what a stolen key had signed', async () => {
      const { service } = after
      const settings = service.keyring.settingsOf('harbour-library')
      const { key } = (await service.keyring.of('harbour-library')).signer('Ed25519')
      retireKey(settings, key.kid, { state: 'compromised', now })
      await makeMissingKeys(settings, now)
      const told = await service.reissues.run({ kid: key.kid, by: 'test' })
      expect(told).toMatchObject({ reissued: 0, left: 1 })
    })
    test('while what it issued before stays what it was', async () => {
      const { signed } = after.service.issued(issued) ?? { signed: '' }
      const report = await checked(after.service, signed)
      expect([report.verdict, report.answers.issuer]).toEqual(['valid', 'known'])
    })
  })

  test('not an eligibility', async () => {
    const granting = await openWith((catalogue) => {
      catalogue.issuers[1].scope = { achievements: ['eligible-ceco'], from: '2026-12-01' }
      catalogue.specializations[0].eligibility.issuer = 'hill-academy'
    })
    const { service } = granting
    const mooc = await issueOne(service)
    const stored = () => decided(service, [heldOwn(mooc)], { id: `decision-${fresh()}` })
    const refused = service.eligibility.issue(stored(), linkInMemory(), 'en')
    await expect(refused).rejects.toMatchObject({ code: 'issuer-out-of-scope' })
    await granting.close()
  })
  test('not by way of the VC-API, which signs with no key of an issuer', async () => {
    const { makeVcApiKeys } = await import('../../src/proof/vc-api-keys.ts')
    const door = await openWorkshop({
      ...clock,
      env: { CATALOGUE: catalogueWithPartners(), VC_API_KEY: makeVcApiKeys() },
    })
    const asking = door.service.vcApi.issue(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: harbour,
        credentialSubject: { id: 'urn:uuid:1' },
      },
      { securing: undefined, credentialId: undefined, purposes: [] },
    )
    await expect(asking).rejects.toMatchObject({ code: 'bad-request' })
    await door.close()
  })
})

describe('what a partner issued', () => {
  test('is corrected, bound to a wallet and signed anew by the same partner', async () => {
    const own = await openWith(usualPartner)
    const { service } = own
    const first = await issueOne(service)
    now = new Date(now.getTime() + 60_000)
    const order = { reason: 'a slip', by: 'test', changes: { name: 'Maria' } }
    await service.corrections.replace(first.id, order)
    const corrected = service.issued(first.id)
    expect(corrected && badgeOf(corrected)).toMatchObject({
      issuer: { id: harbour },
      credentialStatus: {
        statusListCredential: badgeOf(first).credentialStatus?.statusListCredential,
      },
    })
    const wallet = await makeWallet()
    const taking = { holder: wallet.did, form: 'ldp_vc' } as const
    const bound = await service.wallets.bind(service.wallets.offer(first.id), taking)
    expect(issuerOf({ signed: bound })).toBe(harbour)
    const told = await checked(service, bound)
    expect([told.verdict, told.facts.issuer?.onBehalfOf?.id]).toEqual(['valid', programme])
    now = new Date(now.getTime() + 60_000)
    const findings = await diagnose(service, true)
    expect(findings.filter(({ isFine }) => !isFine)).toEqual([])
    await own.close()
  })
  test('keeps being known when the key that had signed its mandate was stolen and all was signed anew', async () => {
    const own = await openWith(usualPartner)
    const { service } = own
    const first = await issueOne(service)
    const { key } = (await service.keyring.current()).signer('Ed25519')
    now = new Date(now.getTime() + 60_000)
    retireKey(service.keyring.settings, key.kid, { state: 'compromised', now })
    await makeMissingKeys(service.keyring.settings, now)
    const read = () => checked(service, service.issued(first.id)?.signed ?? '')
    expect((await read()).findings).toContainEqual(
      expect.objectContaining({ reason: 'issuer-mandate-broken' }),
    )
    expect(await service.reissues.run({ kid: key.kid, by: 'test' })).toMatchObject({ reissued: 1 })
    const report = await read()
    expect([report.verdict, report.answers.issuer]).toEqual(['valid', 'known'])
    await own.close()
  })
  test('counts for an eligibility like what the programme issued', async () => {
    const { service } = workshop
    const mooc = await issueOne(service, { key: fresh() })
    const { application, decision } = await service.admissions.consider({
      specialization: 'ceco',
      sources: [{ name: 'mooc', check: () => service.verify(Buffer.from(mooc.signed)) }],
      statements: [],
      person: null,
      country: null,
      reference: null,
      appliedAt: null,
    })
    expect(application.credentials).toMatchObject([
      { issuer: harbour, isOwn: true, achievement: 'mooc-completion', standing: 'current' },
    ])
    expect(decision.outcome).not.toBe('not-yet')
  })
  test('waits while the partner has no key, and keeps nobody else waiting', async () => {
    const own = await openWith(usualPartner)
    const { service } = own
    await reserve(service, [
      award({ key: fresh() }),
      award({ key: fresh(), achievement: 'mooc-participation', results: [] }),
    ])
    rmSync(service.keyring.settingsOf('harbour-library').keysDir, { recursive: true })
    expect(await service.issue()).toMatchObject({ issued: 1, waiting: 1 })
    await expect(reserve(service, [award({ key: fresh() })])).rejects.toMatchObject({
      code: 'key-unusable',
    })
    const findings = await diagnose(service)
    expect(findings.filter(({ isFine }) => !isFine).map(({ check }) => check)).toContain(
      'partner harbour-library',
    )
    await own.close()
  })
  test('verifies on the very machine of a service that is being tried', async () => {
    const tried = await openWorkshop({
      ...clock,
      env: { CATALOGUE: catalogueWithPartners(usualPartner), PUBLIC_URL: 'http://localhost:8080' },
      fetch: async (url) => {
        throw new Error(`nobody outside is asked: ${url.href}`)
      },
    })
    const record = await issueOne(tried.service)
    expect(issuerOf(record)).toBe('did:web:localhost%3A8080:issuers:harbour-library')
    const report = await checked(tried.service, record.signed)
    expect([report.verdict, report.answers.issuer]).toEqual(['valid', 'known'])
    await tried.close()
  })
  test('prints the partner and on whose behalf, and is found to agree', async () => {
    const { service } = workshop
    const record = await issueOne(service, { key: fresh(), name: 'Maria Papadopoulou' })
    const { body } = await service.artefact(record, 'pdf')
    const { report } = await service.verify(body)
    expect(report.findings).toContainEqual(
      expect.objectContaining({ check: 'printed', reason: 'printed-agrees' }),
    )
    expect(report.facts.issuer?.onBehalfOf?.name).toBe('BIBLIO Sample Academy')
  })
})

describe('a mandate', () => {
  test('is the same bytes for as long as scope, name and key are', async () => {
    const { issuers, keyring } = workshop.service
    const partner = issuers.partner('harbour-library')
    const first = JSON.stringify(await issuers.mandate(partner))
    now = new Date('2026-11-29T09:00:00Z')
    expect(JSON.stringify(await issuers.mandate(partner))).toBe(first)
    const text = (await workshop.service.published('/issuers/harbour-library/mandate.json'))?.text
    expect(text).toBe(first)
    const wider = { ...partner, scope: { ...partner.scope, until: null } }
    expect(JSON.stringify(await issuers.mandate(wider))).not.toBe(first)
    expect(keyring.partners()).toEqual(['harbour-library', 'hill-academy'])
  })
})

describe('without partners', () => {
  test('a deployment publishes and signs what it did before', async () => {
    const plain = await openWorkshop(clock)
    const { service } = plain
    const record = await issueOne(service)
    expect(badgeOf(record).issuer).toEqual({
      id: programme,
      type: ['Profile'],
      name: 'BIBLIO Sample Academy',
      url: 'https://badges.example.org/issuer',
      description: expect.any(String),
    })
    expect(await service.published('/issuers/harbour-library/did.json')).toBeUndefined()
    expect((await service.issuers.list()).map(({ id }) => id)).toEqual(['programme'])
    await plain.close()
  })
})

/** An import of what was earned too late, told line by line. */
async function importLearnersTold(
  service: Service,
  learners: readonly { email: string; name: string }[],
  isDryRun: boolean,
) {
  const lines: unknown[][] = []
  const [course] = service.catalogue.courses
  if (!course) throw new Error('no course')
  const summary = await service.import(
    async function* () {
      for (const [index, { email, name }] of learners.entries())
        yield {
          line: index + 2,
          complaints: [],
          completion: {
            line: index + 2,
            learner: { key: `email:${email}`, name, email, language: null },
            course: course.id,
            run: '9',
            completedOn: '2025-05-04',
            lastActivityOn: null,
            score: 91,
            modules: [],
          },
        }
    },
    { course, run: '9', language: 'en', isDryRun, requestedBy: 'a test' },
    ({ awards }) => lines.push(...awards.map(({ outcome, credential }) => [outcome, credential])),
  )
  return { summary, lines }
}
