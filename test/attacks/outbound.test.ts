import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  didDocument,
  type ForeignWorld,
  makeKeyParty,
  openForeignWorld,
  schoolDid,
} from '../support/foreign-world.ts'
import { type RawProof, withRawProof } from '../support/raw-proofs.ts'
import { expectValid, type Handed, isReport, judge } from './attack.ts'
import { badge, badgeId, badges, fullBadge, v2 } from './base-documents.ts'
import { statusEntry } from './status-lists.ts'

type Members = Readonly<Record<string, unknown>>

let world: ForeignWorld
beforeAll(async () => {
  world = await openForeignWorld()
})
beforeEach(() => world.restore())
afterAll(() => world.close())

/** What was asked of others while this was checked. */
async function askedFor(handed: Handed): Promise<readonly string[]> {
  const before = world.asked.length
  await judge(world, handed)
  return world.asked.slice(before)
}

const known = 'https://school.example/.well-known/did.json'

const endorser = makeKeyParty('Ed25519')
const endorsement = (over: Members = {}, subject: Members = {}): Members => ({
  '@context': [v2, badges],
  id: 'urn:uuid:3f0d6a3c-0c1d-4c26-9f0b-0d4f3f2a1b5c',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'A word for it',
  issuer: { id: endorser.did, type: ['Profile'], name: 'A guild' },
  validFrom: '2026-11-23T00:00:00Z',
  credentialSubject: {
    id: badgeId,
    type: ['EndorsementSubject'],
    endorsementComment: 'We know this course.',
    ...subject,
  },
  ...over,
})
const endorse = (document: Members, raw: Partial<RawProof> = {}) =>
  withRawProof(document, { key: endorser.key, verificationMethod: endorser.keyId, ...raw })

describe('what a credential names', () => {
  test('is not asked for: images, links, evidence, schemas, criteria, refresh services', async () => {
    const document = fullBadge({
      id: 'urn:uuid:0c07b2d4-5a0e-4a8b-8a53-2f4e7c0f6f11',
      refreshService: { id: 'https://thief.example/refresh', type: '1EdTechCredentialRefresh' },
      image: { id: 'https://thief.example/pixel.png', type: 'Image' },
      credentialSchema: [
        { id: 'https://thief.example/schema.json', type: '1EdTechJsonSchemaValidator2019' },
      ],
      evidence: [{ id: 'https://thief.example/evidence', type: ['Evidence'] }],
    })
    const asked = await askedFor(await world.sign(document))
    expect(asked.filter((url) => url !== known)).toEqual([])
  })

  test('is not asked for before the signature holds, but for the keys of the issuer', async () => {
    const signed = await world.sign(badge({ credentialStatus: statusEntry() }))
    expect(await askedFor({ ...signed, name: 'Doctor' })).toEqual([known])
    expect(await askedFor({ ...signed, '@context': [v2] })).toEqual([])
    expect(await askedFor({ ...signed, proof: undefined })).toEqual([])
  })
})

describe('an endorsement', () => {
  const withEndorsements = (each: readonly object[]) => world.sign(badge({ endorsement: each }))

  test('that holds is told with its words', async () => {
    const outcome = await judge(world, await withEndorsements([await endorse(endorsement())]))
    expectValid(outcome)
    expect(isReport(outcome) && outcome.endorsements).toMatchObject([
      { comment: 'We know this course.', report: { verdict: 'valid' } },
    ])
  })

  const spoofs: readonly (readonly [string, () => Promise<object> | object])[] = [
    ['signed by nobody', () => endorsement()],
    ['with other words', async () => ({ ...(await endorse(endorsement())), name: 'Oxford' })],
    [
      'signed by a thief in the name of a guild',
      () => {
        const thief = makeKeyParty('Ed25519')
        return endorse(endorsement(), { key: thief.key, verificationMethod: thief.keyId })
      },
    ],
    ['of another badge', () => endorse(endorsement({}, { id: 'urn:uuid:other' }))],
    ['that has ended', () => endorse(endorsement({ validUntil: '2026-11-23T01:00:00Z' }))],
    [
      'that is a badge of its own',
      () => endorse({ ...badge(), issuer: { id: endorser.did, type: ['Profile'] } }),
    ],
  ]
  test.each(spoofs)('%s is never told as a good one', async (_what, make) => {
    const outcome = await judge(world, await withEndorsements([await make()]))
    if (!isReport(outcome)) throw outcome
    if (outcome.verdict === 'valid') expect(outcome.warnings).toContain('endorsement-not-verified')
    for (const { report, comment } of outcome.endorsements ?? []) {
      expect(report.verdict).not.toBe('valid')
      if (report.answers.genuine !== 'yes') expect(comment).toBeUndefined()
    }
  })
})

describe('a swarm of addresses', () => {
  /** Issuers that are hosts, so that each may cost a request. */
  const manyEndorsements = (of: number) =>
    Array.from({ length: 20 }, (_, at) =>
      endorsement({
        id: `urn:uuid:3f0d6a3c-0c1d-4c26-9f0b-0d4f3f${1000 + of}${1000 + at}`,
        issuer: { id: `did:web:e${at}.of${of}.example`, type: ['Profile'] },
        credentialStatus: {
          id: `https://list${at}.of${of}.example/1#1`,
          type: 'BitstringStatusListEntry',
          statusPurpose: 'revocation',
          statusListIndex: '1',
          statusListCredential: `https://list${at}.of${of}.example/1`,
        },
        proof: [
          {
            type: 'DataIntegrityProof',
            cryptosuite: 'eddsa-rdfc-2022',
            created: '2026-11-22T00:00:00Z',
            verificationMethod: `did:web:e${at}.of${of}.example#key`,
            proofPurpose: 'assertionMethod',
            proofValue: `z${'3'.repeat(87)}`,
          },
        ],
      }),
    )
  const swarm = (of: number) =>
    world.sign(badge({ endorsement: manyEndorsements(of), credentialStatus: statusEntry() }))

  test('in one credential costs four requests at the most', async () => {
    const asked = await askedFor(await swarm(0))
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  test('in a presentation costs no more for each credential', async () => {
    const verifiableCredential = []
    for (let of = 1; of < 4; of += 1) verifiableCredential.push(await swarm(of))
    const asked = await askedFor({
      '@context': [v2],
      type: ['VerifiablePresentation'],
      verifiableCredential,
    })
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.length).toBeLessThanOrEqual(3 * 4)
  })

  test('in a DID document is not asked for at all', async () => {
    const document = didDocument(world.school)
    world.publish(known, {
      ...document,
      alsoKnownAs: ['https://thief.example/'],
      service: [{ id: `${schoolDid}#s`, type: 'X', serviceEndpoint: 'https://thief.example/' }],
      assertionMethod: [...document.assertionMethod, 'did:web:thief.example#key'],
    })
    expect(await askedFor(await world.sign(badge()))).toEqual([known])
  })
})
