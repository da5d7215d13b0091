import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { issueEligibility } from '../../src/admission/issue-eligibility.ts'
import { takeBack } from '../../src/admission/take-back.ts'
import { conform } from '../../src/credential/conform.ts'
import type { UnsignedBadge } from '../../src/credential/open-badge.ts'
import { Refusal } from '../../src/errors.ts'
import type { IssuedRecord } from '../../src/service/service.ts'
import { verifyByReference, verifyJwtByReference } from '../interop/reference-verifier.ts'
import { decided, heldForeign, heldOwn, linkInMemory } from '../support/granted.ts'
import { json, openShop, type Shop } from '../support/shop.ts'
import { issueOne, publicUrl } from '../support/workshop.ts'

let shop: Shop
let mooc: IssuedRecord
let now: Date
beforeAll(async () => {
  now = new Date('2026-11-26T10:00:00Z')
  shop = await openShop({ now: () => now })
  mooc = await issueOne(shop.service)
})
afterEach(() => {
  now = new Date('2026-11-26T10:00:00Z')
})
afterAll(() => shop.close())

let next = 0
const fresh = () => `decision-${++next}`

const issued = (id: string) => {
  const record = shop.service.issued(id)
  if (!record) throw new Error('was not issued')
  return { record, badge: JSON.parse(record.signed) as UnsignedBadge }
}

const issue = async (
  over: Parameters<typeof decided>[2] & { credentials?: Parameters<typeof decided>[1] } = {},
  language: 'en' | 'el' = 'en',
) => {
  const { credentials = [heldOwn(mooc)], ...rest } = over
  const stored = decided(shop.service, credentials, { id: fresh(), ...rest })
  return issued(await shop.service.eligibility.issue(stored, linkInMemory(), language))
}

const code = async (work: Promise<unknown>) => {
  try {
    await work
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
  return 'not refused'
}

const settings = async () => ({
  reservation: await shop.service.reservationSettings('en'),
  checking: await shop.service.checkSettings(),
  now: () => now,
  publish: (path: string) => shop.service.published(path),
})

const get = async (url: string) => json(await shop.ask(url.slice(publicUrl.length)))
const complaints = (badge: unknown) => conform(badge).filter(({ severity }) => severity === 'error')

describe('an eligibility credential', () => {
  test('says who is eligible for what, until when, by which rules', async () => {
    const { badge } = await issue()
    expect(badge).toMatchObject({
      name: 'Eligible for the CECO specialization',
      awardedDate: '2026-11-26T00:00:00Z',
      validUntil: '2027-02-24T10:00:00Z',
      credentialSubject: {
        identifier: [{ identityType: 'name', identityHash: 'Μαρία Παπαδοπούλου' }],
        achievement: {
          id: `${publicUrl}/achievements/eligible-ceco`,
          achievementType: 'ext:SpecializationEligibility',
        },
        result: [
          { value: expect.stringMatching(/^sha256-[0-9a-f]{64}$/) },
          { value: 'conditions-met' },
          { value: '30/70' },
        ],
      },
    })
  })

  test('has the subject of our own credential that it rests on', async () => {
    const { badge } = await issue()
    const own = JSON.parse(mooc.signed) as UnsignedBadge
    expect(badge.credentialSubject.id).toBe(own.credentialSubject.id)
  })

  test('names what it rests on: of ours by a digest of what stands at its address', async () => {
    const foreign = heldForeign()
    const { badge } = await issue({ credentials: [heldOwn(mooc), foreign] })
    const [resource, ...others] = badge.relatedResource ?? []
    const served = Buffer.from(await (await shop.ask(`/c/${mooc.id}.json`)).arrayBuffer())
    expect(resource).toEqual({
      id: `${publicUrl}/c/${mooc.id}.json`,
      digestSRI: `sha256-${createHash('sha256').update(served).digest('base64')}`,
      mediaType: 'application/vc',
    })
    expect(others).toEqual([])
    const told = (badge.evidence ?? []).map(({ narrative = '' }) => narrative).join('\n')
    for (const part of [mooc.id, resource?.digestSRI, foreign.id, foreign.digest])
      expect(told).toContain(part)
  })

  test('tells nothing of the person but name and subject', async () => {
    const { badge } = await issue({ credentials: [heldForeign()] })
    expect(JSON.stringify([badge.evidence, badge.relatedResource])).not.toMatch(/Horvat|did:key/)
  })

  test.each(['en', 'el'] as const)('keeps to the form of Open Badges in %s', async (language) => {
    const { badge } = await issue({ credentials: [heldOwn(mooc), heldForeign()] }, language)
    expect(complaints(badge)).toEqual([])
    expect(badge.credentialSubject.achievement.inLanguage).toBe(language)
  })

  test('is verified by the reference libraries, and by our own checking', async () => {
    const { record, badge } = await issue({ credentials: [heldOwn(mooc), heldForeign()] })
    expect(await verifyByReference(JSON.parse(record.signed), get)).toMatchObject({
      verified: true,
    })
    const jwks = await get(`${publicUrl}/.well-known/jwks.json`)
    const claims = await verifyJwtByReference(
      record.jwt,
      jwks as never,
      'did:web:badges.example.org',
    )
    expect(claims).toMatchObject({ jti: badge.id, exp: Date.parse('2027-02-24T10:00:00Z') / 1000 })
    const { report } = await shop.service.verify(Buffer.from(record.signed))
    expect(report).toMatchObject({ verdict: 'valid', status: 'active' })
  })

  test('whose digest was changed is not verified by either', async () => {
    const { record } = await issue()
    const changed = JSON.parse(record.signed)
    changed.relatedResource[0].digestSRI = `sha256-${'A'.repeat(43)}=`
    expect(await verifyByReference(changed, get)).toMatchObject({ verified: false })
    const { report } = await shop.service.verify(Buffer.from(JSON.stringify(changed)))
    expect(report.verdict).toBe('invalid')
  })

  test('is over with the decision', async () => {
    const { record } = await issue()
    now = new Date('2027-02-24T10:00:01Z')
    const { report } = await shop.service.verify(Buffer.from(record.signed))
    expect(report).toMatchObject({ verdict: 'invalid', status: 'expired' })
  })

  test.each(['Σοφία Ωραιοπούλου-Δέδε', 'Иван Щърбаков', 'Ģirts Bērziņš'])(
    'is made out to %s',
    async (name) => {
      const decomposed = heldForeign({ name: name.normalize('NFD'), subject: null })
      const { badge, record } = await issue({ credentials: [decomposed] })
      expect(badge.credentialSubject.identifier?.[0]?.identityHash).toBe(name.normalize('NFC'))
      const pdf = await shop.service.artefact(record, 'pdf')
      const { report } = await shop.service.verify(pdf.body)
      expect(report.verdict).toBe('valid')
      expect(report.findings.find(({ check }) => check === 'printed')?.reason).toBe(
        'printed-agrees',
      )
    },
  )
})

describe('a decision', () => {
  test('gets one credential, however often it is asked for', async () => {
    const stored = decided(shop.service, [heldOwn(mooc)], { id: fresh() })
    const link = linkInMemory()
    const ask = (language: 'en' | 'el') => shop.service.eligibility.issue(stored, link, language)
    const ids = await Promise.all([ask('en'), ask('el'), ask('en')])
    expect(new Set([...ids, await ask('el')]).size).toBe(1)
    now = new Date('2027-12-01T00:00:00Z')
    expect(await ask('en')).toBe(ids[0])
  })

  test('of the same person for the same specialization, made again, gets another', async () => {
    const [first, second] = [await issue(), await issue()]
    expect(second.record.id).not.toBe(first.record.id)
    expect(second.badge.credentialSubject.id).toBe(first.badge.credentialSubject.id)
  })

  test.each([
    ['not-eligible', { decision: { outcome: 'needs-review' } }],
    ['not-eligible', { decision: { outcome: 'not-yet' } }],
    ['decision-expired', { decision: { validUntil: '2026-11-26T10:00:00.000Z' } }],
  ] as const)('is refused as %s with %j', async (refusal, over) => {
    const before = shop.service.ledger.credentials.count('issued')
    expect(await code(issue(over))).toBe(refusal)
    expect(shop.service.ledger.credentials.count('issued')).toBe(before)
  })

  test('that was erased is refused', async () => {
    const stored = decided(shop.service, [heldOwn(mooc)], { id: fresh() })
    const erased = { ...stored, application: null }
    expect(await code(shop.service.eligibility.issue(erased, linkInMemory(), 'en'))).toBe(
      'decision-erased',
    )
  })

  test('about nobody is refused', async () => {
    const nameless = heldForeign({ name: null, subject: null })
    expect(await code(issue({ credentials: [nameless] }))).toBe('bad-request')
    const { badge } = await issue({ credentials: [nameless], person: 'Ana Horvat' })
    expect(badge.credentialSubject.identifier?.[0]?.identityHash).toBe('Ana Horvat')
  })

  test('that rests on what was revoked meanwhile is refused', async () => {
    const lost = await issueOne(shop.service, { key: 'email:lost@example.org' })
    const stored = decided(shop.service, [heldOwn(lost)], { id: fresh() })
    shop.service.revoke(lost.id, 'a test')
    expect(await code(shop.service.eligibility.issue(stored, linkInMemory(), 'en'))).toBe(
      'not-eligible',
    )
  })

  test('whose signing was cut short is finished by the same request, with the same credential', async () => {
    const stored = decided(shop.service, [heldOwn(mooc)], { id: fresh() })
    const link = linkInMemory()
    const { credentials } = shop.service.ledger
    const cutShort = { ...(await settings()), sign: async (id: string) => credentials.byId(id) }
    expect(await code(issueEligibility(stored, link, cutShort))).toBe('busy')
    const left = link.held()
    expect(credentials.byId(left ?? '')?.state).toBe('reserved')
    expect(await shop.service.eligibility.issue(stored, link, 'en')).toBe(left)
    expect(issued(left ?? '').badge.evidence).toHaveLength(1)
  })

  test('that a reviewer takes back while it is being signed is refused', async () => {
    const stored = decided(shop.service, [heldOwn(mooc)], { id: fresh() })
    const { ledger } = shop.service
    const sign = async (id: string) => {
      ledger.transaction(() => takeBack(id, 'a test', ledger, now))
      return shop.service.issueReservation(id)
    }
    const link = linkInMemory()
    expect(await code(issueEligibility(stored, link, { ...(await settings()), sign }))).toBe(
      'not-eligible',
    )
    expect(shop.service.issued(link.held() ?? '')).toBeUndefined()
  })

  test('that rests on no credential gets one without evidence', async () => {
    const over = { reason: 'admitted-by-reviewer' as const }
    const { badge } = await issue({ credentials: [], person: 'Ana Horvat', decision: over })
    expect(badge).not.toHaveProperty('evidence')
    expect(badge).not.toHaveProperty('relatedResource')
    expect(complaints(badge)).toEqual([])
  })
})

describe('the subject of an eligibility', () => {
  const subjectOf = async (subject: string | null) => {
    const { badge } = await issue({ credentials: [heldForeign({ subject })] })
    return badge.credentialSubject.id
  }

  test('is the one that others name, where it is a DID or a urn', async () => {
    for (const id of ['did:key:z6MkvrvkvD1t5dbHy2pBLzHV6YXQvXzX', 'urn:uuid:5bb8ef40-fd32']) {
      expect(await subjectOf(id)).toBe(id)
      expect(await subjectOf(id)).toBe(id)
    }
  })

  test('is a new one in place of an address, an e-mail, one without end, or none', async () => {
    const made = []
    for (const id of [
      'mailto:ana@example.org',
      'https://people.example/ana',
      `urn:x:${'y'.repeat(200)}`,
      null,
    ])
      made.push(await subjectOf(id))
    expect(made.every((id) => id?.startsWith('urn:uuid:'))).toBe(true)
    expect(new Set(made).size).toBe(4)
  })

  test('is never that of a learner of ours because others say so', async () => {
    const own = (JSON.parse(mooc.signed) as UnsignedBadge).credentialSubject.id ?? ''
    expect(await subjectOf(own)).not.toBe(own)
  })
})
