import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PDFDocument, rgb } from 'pdf-lib'
import type { HeldCredential } from '../../src/learning/eligibility/application.ts'
import { signJwt } from '../../src/proof/jwt.ts'
import { makeKeyParty } from '../support/foreign-world.ts'
import { withRawProof } from '../support/raw-proofs.ts'
import { issueOne } from '../support/workshop.ts'
import { type AdmissionWorld, openAdmissionWorld, schoolBadge } from './admission-world.ts'

let world: AdmissionWorld
beforeAll(async () => {
  world = await openAdmissionWorld()
})
afterAll(() => world.close())

type Handed = Parameters<AdmissionWorld['form']>[0][number]

const consider = (...handed: Handed[]) => world.service.admissions.consider(world.form(handed))

async function held(...handed: Handed[]): Promise<readonly HeldCredential[]> {
  return (await consider(...handed)).application.credentials
}

const changed = (signed: object) =>
  JSON.parse(JSON.stringify(signed).replaceAll('Maria Rossi', 'Mario Rossi')) as object

const status = (over: object = {}) => ({
  credentialStatus: {
    id: 'https://school.example/status/1#7',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://school.example/status/1',
    ...over,
  },
})

describe('what a genuine and current credential is worth', () => {
  test('of our own, is told by its achievement of the catalogue', async () => {
    const record = await issueOne(world.service, {
      name: 'Maria Rossi',
      key: 'email:own@example.org',
      results: [{ kind: 'score', percent: 87.5 }, { kind: 'distinction' }],
    })
    const [own] = await held(record.signed)
    expect(own).toMatchObject({
      id: `https://checker.example/c/${record.id}`,
      standing: 'current',
      because: null,
      isOwn: true,
      name: 'Maria Rossi',
      subject: expect.stringMatching(/^urn:uuid:/),
      awardedOn: '2026-11-20',
      achievement: 'mooc-completion',
      percent: 87.5,
      hasDistinction: true,
      keys: expect.arrayContaining([expect.stringMatching(/^did:web:checker\.example#/)]),
    })
    expect(own?.alignments).toContain('skill:managing-data')
  })

  test('of our own is the same in another language', async () => {
    const record = await world.mooc('email:greek@example.org')
    const badge = JSON.parse(record.signed)
    expect(badge.credentialSubject.achievement.id).toBe(
      'https://checker.example/achievements/mooc-completion',
    )
    expect((await held(record.signed))[0]?.achievement).toBe('mooc-completion')
  })

  test('of others, is what they signed', async () => {
    const signed = await world.signed({
      subject: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      over: { validUntil: '2027-01-31T00:00:00Z' },
    })
    expect((await held(signed))[0]).toMatchObject({
      id: 'https://school.example/credentials/1',
      digest: expect.stringMatching(/^sha256-[A-Za-z0-9+/]{43}=$/),
      standing: 'current',
      issuer: 'did:web:school.example',
      isOwn: false,
      subject: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      name: 'Maria Rossi',
      awardedOn: '2026-10-30',
      validUntil: '2027-01-31T00:00:00.000Z',
      achievement: 'https://school.example/achievements/cataloguing',
      title: 'Certificate in cataloguing',
      hours: 24,
      alignments: ['https://school.example/skills/data'],
      status: null,
    })
  })

  test.each([
    ['https://school.example/achievements/cataloguing/el', undefined],
    ['https://school.example/achievements/cataloguing/el', 'el-GR'],
  ])('of others is the same in every language: %s, in %s', async (id, inLanguage) => {
    const achievement = { id, ...(inLanguage ? { inLanguage } : {}) }
    const [one] = await held(await world.signed({ achievement }))
    expect(one?.achievement).toBe('https://school.example/achievements/cataloguing')
  })

  test('keeps a last segment that is a subject and no language', async () => {
    const id = 'https://school.example/achievements/it'
    const [one] = await held(await world.signed({ achievement: { id, inLanguage: 'en' } }))
    expect(one?.achievement).toBe(id)
  })

  test('is current whoever issued it: whose word counts is for the rules to say', async () => {
    const { did, key, keyId } = makeKeyParty('Ed25519')
    const badge = schoolBadge({ over: { issuer: { id: did, type: ['Profile'], name: 'Nobody' } } })
    const signed = await withRawProof(badge, { key, verificationMethod: keyId })
    const { decision, application } = await consider(signed)
    expect(application.credentials[0]).toMatchObject({ standing: 'current', hours: 24 })
    expect(decision.outcome).toBe('not-yet')
    expect(decision.credentials).toMatchObject([{ reason: 'issuer-not-recognised' }])
  })
})

describe('what is kept of a credential', () => {
  test('is small, however much is signed', async () => {
    const target = (path: string) => ({
      type: ['Alignment'],
      targetName: 'x',
      targetUrl: `https://school.example/${path}`,
    })
    const paths = ['x'.repeat(3_000), ...Array.from({ length: 200 }, (_, index) => `${index}`)]
    const long = status({ id: `https://school.example/${'y'.repeat(11_000)}` })
    const big = await world.signed({
      name: 'z'.repeat(5_000),
      subject: `did:example:${'s'.repeat(3_000)}`,
      achievement: { alignment: paths.map(target) },
      over: { name: 'T'.repeat(5_000), ...long },
    })
    const [one] = await held(big)
    expect(JSON.stringify(one).length).toBeLessThan(10_000)
    expect(one).toMatchObject({
      standing: 'unclear',
      subject: null,
      status: { type: 'TooLongToKeep' },
    })
    expect(one?.alignments).toHaveLength(99)
  })
})

describe('hours that are stated', () => {
  test.each(['1e3', '-5', '0', ' ', 'many', '24 h', '٢٤', '99999999', '0x18', '1,000', 'Infinity'])(
    'count only as a plain number: %s does not',
    async (hours) => {
      expect((await held(await world.signed({ hours })))[0]).toMatchObject({
        standing: 'current',
        hours: null,
      })
    },
  )

  test('are hours by their result type, whatever they are called', async () => {
    const [one] = await held(await world.signed({ resultType: 'RawScore' }))
    expect(one?.hours).toBeNull()
  })

  test('count only as far as their issuer is believed', async () => {
    const lying = await world.signed({ hours: '9000' })
    const { decision } = await consider(lying)
    expect(decision.rules.find(({ rule }) => rule === 'data-hours')?.figures).toEqual({
      has: 30,
      needs: 20,
    })
  })

  test('prove nothing for a skill that their issuer is not believed about', async () => {
    const alignment = [
      {
        type: ['Alignment'],
        targetName: 'Leading',
        targetUrl: 'https://checker.example/skills/community-engagement',
      },
    ]
    const lying = await world.signed({ achievement: { alignment } })
    const { decision, application } = await consider(lying)
    expect(application.credentials[0]?.alignments).toEqual(['skill:community-engagement'])
    expect(decision.rules.find(({ rule }) => rule === 'data-hours')?.outcome).toBe('unmet')
    expect(decision.outcome).toBe('not-yet')
  })
})

describe('a credential that does not count', () => {
  test('is one that was revoked', async () => {
    const record = await world.mooc('email:revoked@example.org')
    world.service.revoke(record.id, 'a test')
    const { application, decision } = await consider(record.signed)
    expect(application.credentials[0]).toMatchObject({
      standing: 'revoked',
      because: 'status-revoked',
      achievement: 'mooc-completion',
    })
    expect(decision.outcome).toBe('not-yet')
    expect(decision.rules[0]).toMatchObject({ reason: 'credential-revoked' })
  })

  test('is one that has expired, or is not valid yet', async () => {
    const expired = await world.signed({ over: { validUntil: '2026-11-23T00:00:00Z' } })
    const early = await world.signed({ over: { validFrom: '2026-12-23T00:00:00Z' } })
    expect((await held(expired))[0]).toMatchObject({
      standing: 'expired',
      because: 'dates-expired',
    })
    expect((await held(early))[0]).toMatchObject({ standing: 'not-yet-valid' })
  })

  test('is one that its issuer has replaced', async () => {
    const id = 'https://school.example/credentials/2'
    const old = await world.signed({ id, hours: '500' })
    const newer = await world.signed({ id, over: { validFrom: '2026-11-20T00:00:00Z' } })
    world.publish(id, newer)
    expect(await held(old, newer)).toMatchObject([
      { id, standing: 'replaced', because: 'published-newer' },
      { id, standing: 'current', hours: 24 },
    ])
    const { decision } = await consider(old, newer)
    expect(decision.rules.find(({ rule }) => rule === 'data-hours')?.figures?.has).toBe(24)
    world.restore()
  })

  test('is one that was changed: nothing is read from it, not even its name', async () => {
    const [one] = await held(changed(await world.signed()))
    expect(one).toMatchObject({
      id: expect.stringMatching(/^urn:sha256:[0-9a-f]{64}$/),
      standing: 'not-genuine',
      because: 'signature-broken',
      issuer: '',
      subject: null,
      name: null,
      achievement: null,
      hours: null,
      alignments: [],
      status: null,
    })
  })

  test('is one under a known issuer’s name, of somebody else', async () => {
    const { did, key, keyId } = makeKeyParty('Ed25519')
    const name = 'Library School of Many Hills'
    const badge = schoolBadge({ over: { issuer: { id: did, type: ['Profile'], name } } })
    const signed = await withRawProof(badge, { key, verificationMethod: keyId })
    expect((await held(signed))[0]).toMatchObject({ standing: 'impostor', hours: null, name: null })
  })

  test('is a presentation in which there is nothing', async () => {
    const { application, unread } = await consider({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
    })
    expect(application.credentials).toEqual([])
    expect(unread).toEqual([{ name: 'file', code: 'no-credential-found' }])
  })
})

describe('a credential that nobody could look at', () => {
  test('is unclear when its status does not answer: its rules are open, not met', async () => {
    const { application, decision } = await consider(await world.signed({ over: status() }))
    expect(application.credentials[0]).toMatchObject({
      standing: 'unclear',
      because: 'status-list-unreachable',
      id: 'https://school.example/credentials/1',
      hours: 24,
    })
    expect(decision.outcome).toBe('needs-review')
    expect(decision.rules.find(({ rule }) => rule === 'data-hours')).toMatchObject({
      outcome: 'review',
      reason: 'credential-unclear',
    })
  })

  test('is unclear when its issuer’s key does not answer, and cannot say who it is or is about', async () => {
    const signed = await world.signed({ subject: 'did:example:maria' })
    world.remove('https://school.example/.well-known/did.json')
    const { application, decision } = await consider(signed)
    world.restore()
    expect(application.credentials[0]).toMatchObject({
      standing: 'unclear',
      because: 'issuer-key-unreachable',
      id: expect.stringMatching(/^urn:sha256:/),
      subject: null,
      hours: 24,
    })
    expect(decision.outcome).toBe('needs-review')
  })
})

describe('a forged copy', () => {
  test('with the same id does not displace the original', async () => {
    const { signed } = await world.mooc('email:copied@example.org')
    const forged = changed(JSON.parse(signed))
    for (const order of [
      [signed, forged],
      [forged, signed],
    ]) {
      const { decision } = await consider(...order)
      expect(decision.outcome).toBe('eligible')
    }
  })

  test('with the same id, genuinely signed by somebody else, does not either', async () => {
    const { did, key, keyId } = makeKeyParty('Ed25519')
    const original = await world.signed()
    const issuer = { id: did, type: ['Profile'], name: 'Nobody' }
    const badge = schoolBadge({ hours: '1', over: { issuer } })
    const copy = await withRawProof(badge, { key, verificationMethod: keyId })
    const { decision, application } = await consider(copy, original)
    expect(application.credentials.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^urn:sha256:/),
      'https://school.example/credentials/1',
    ])
    expect(decision.outcome).toBe('eligible')
  })

  test('that nobody can check does not make a good one unclear', async () => {
    const original = await world.signed()
    const unknown = { id: 'did:web:gone.example', type: ['Profile'], name: 'Gone' }
    const copy = await world.sign(schoolBadge({ over: { issuer: unknown } }), {
      verificationMethod: 'did:web:gone.example#key',
    })
    const { decision } = await consider(copy, original)
    expect(decision.outcome).toBe('eligible')
  })
})

describe('the same certificate', () => {
  test('as JSON, JWT and PDF counts once', async () => {
    const record = await world.mooc('email:thrice@example.org')
    const pdf = await world.service.artefact(record, 'pdf')
    const { application, decision } = await consider(record.signed, record.jwt, pdf.body)
    expect(new Set(application.credentials.map(({ id }) => id)).size).toBe(1)
    expect(application.credentials.map(({ standing }) => standing)).toEqual(
      Array(3).fill('current'),
    )
    expect(decision.credentials.map(({ reason }) => reason).sort()).toEqual([
      'counts',
      'twice',
      'twice',
    ])
    expect(decision).toMatchObject({ outcome: 'eligible', priority: { points: 3 } })
  })

  test('inside a page that prints another name does not count, and does no harm beside it', async () => {
    const record = await world.mooc('email:page@example.org')
    const doc = await PDFDocument.load((await world.service.artefact(record, 'pdf')).body)
    const [page] = doc.getPages()
    page?.drawRectangle({ x: 230, y: 310, width: 380, height: 62, color: rgb(1, 1, 1) })
    page?.drawText('Mario Bianchi', { x: 320, y: 330, size: 40 })
    const edited = await doc.save()
    const alone = await consider(edited)
    expect(alone.application.credentials).toMatchObject([
      { standing: 'not-genuine', because: 'printed-differs', name: null, subject: null },
    ])
    // What it claims to be is known, and said to be not genuine; nothing of it counts.
    expect(alone.application.credentials[0]).toMatchObject({
      achievement: 'mooc-completion',
      title: null,
      hours: null,
    })
    expect(alone.decision.rules[0]).toMatchObject({
      outcome: 'unmet',
      reason: 'credential-not-genuine',
    })
    expect(alone.decision.outcome).toBe('not-yet')
    expect((await consider(edited, record.signed)).decision.outcome).toBe('eligible')
  })
})

describe('a presentation', () => {
  const presentation = (credentials: readonly unknown[], over: object = {}) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: credentials,
    ...over,
  })

  test('gives each of what is in it, with its own standing', async () => {
    const { signed } = await world.mooc('email:presented@example.org')
    const school = await world.signed()
    const all = presentation([JSON.parse(signed), school, changed(school)])
    expect((await held(all)).map(({ standing }) => standing)).toEqual([
      'current',
      'current',
      'not-genuine',
    ])
  })

  test('that is itself broken makes what is in it unclear', async () => {
    const { signed } = await world.mooc('email:broken@example.org')
    const proof = {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-11-24T10:00:00Z',
      verificationMethod:
        'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      proofPurpose: 'authentication',
      proofValue: 'z3FXQ',
    }
    const holder = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK'
    const { application } = await consider(
      presentation([JSON.parse(signed)], { holder, proof: [proof] }),
    )
    expect(application.credentials).toMatchObject([{ standing: 'unclear' }])
  })
})

describe('several persons', () => {
  test('are not one: what they show together is nobody’s', async () => {
    const maria = await world.mooc('email:one@example.org')
    const nikos = await world.signed({ name: 'Nikos Pappas' })
    const { decision } = await consider(maria.signed, nikos)
    expect(decision.outcome).not.toBe('eligible')
    expect(decision.credentials.map(({ reason }) => reason)).toEqual([
      'persons-differ',
      'persons-differ',
    ])
    expect(decision.toReview).toContain('person')
  })

  test('are not joined by a third who signs that they are', async () => {
    const maria = await world.mooc('email:two@example.org')
    const nikos = await world.signed({ name: 'Nikos Pappas' })
    const { did, key, keyId } = makeKeyParty('Ed25519')
    const subject = JSON.parse(maria.signed).credentialSubject.id
    const bridge = await withRawProof(
      schoolBadge({
        id: 'urn:uuid:0b4ffbb4-5d1b-4b44-8f39-6dbb4a41cbd2',
        name: 'Nikos Pappas',
        subject,
        over: { issuer: { id: did, type: ['Profile'], name: 'Nobody' } },
      }),
      { key, verificationMethod: keyId },
    )
    const { decision } = await consider(maria.signed, nikos, bridge)
    expect(decision.outcome).not.toBe('eligible')
  })

  test('are told apart from the applicant who says who it is', async () => {
    const maria = await world.mooc('email:three@example.org')
    const nikos = await world.signed({ name: 'Nikos Pappas' })
    const form = world.form([maria.signed, nikos], { person: 'maria  ROSSI' })
    const { decision } = await world.service.admissions.consider(form)
    expect(decision.outcome).toBe('eligible')
    expect(decision.credentials).toContainEqual(
      expect.objectContaining({ counts: 'unclear', reason: 'person-differs' }),
    )
  })
})

describe('what a JWT says', () => {
  test('ends when the token does', async () => {
    const record = await world.mooc('email:token@example.org')
    const keys = await world.service.keyring.current()
    const { proof: _, ...badge } = JSON.parse(record.signed)
    const token = await signJwt(
      { ...badge, validUntil: '2027-01-01T00:00:00Z' },
      keys.signer('ES256'),
    )
    // Signed by us and published otherwise: not one of ours.
    expect((await held(token))[0]).toMatchObject({
      standing: 'not-genuine',
      because: 'published-not-ours',
    })
    expect((await held(record.jwt))[0]).toMatchObject({ standing: 'current', validUntil: null })
  })
})
