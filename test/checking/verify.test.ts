import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Report } from '../../src/checking/report.ts'
import { rotateKeys } from '../../src/proof/issuer-keys.ts'
import { openStrangers, type Strangers, signAnything } from '../support/strangers.ts'
import { issueOne } from '../support/workshop.ts'

const reasonOf = (report: Report, check: string) =>
  report.findings.find((finding) => finding.check === check)?.reason

const did = 'https://badges.example.org/.well-known/did.json'
const list = 'https://badges.example.org/status/1'

let clock = new Date('2026-11-24T12:00:00Z')
let strangers: Strangers

beforeAll(async () => {
  strangers = await openStrangers(() => clock)
})
beforeEach(() => strangers.restore())
afterAll(() => strangers.close())

describe('a genuine credential of an issuer we do not know', () => {
  test('is valid, and its issuer is said to be unknown', async () => {
    const report = await strangers.check(strangers.badge)
    expect(report).toMatchObject({
      verdict: 'valid',
      status: 'active',
      answers: { genuine: 'yes', current: 'yes', issuer: 'unknown', person: 'not-asked' },
      warnings: [],
      facts: { recipient: 'Μαρία Παπαδοπούλου', issuer: { id: 'did:web:badges.example.org' } },
    })
  })
  test('is valid as a JWT too', async () => {
    expect(await strangers.check(strangers.record.jwt)).toMatchObject({
      verdict: 'valid',
      source: { kind: 'jwt' },
      warnings: [],
    })
  })
  test('is known to the service that issued it', async () => {
    const { report } = await strangers.issuer.verify(Buffer.from(strangers.record.signed))
    expect(report.answers.issuer).toBe('known')
  })
})

describe('a credential that was changed', () => {
  const leaves = (value: unknown, path: (string | number)[] = []): (string | number)[][] => {
    if (typeof value !== 'object' || value === null) return [path]
    return Object.entries(value).flatMap(([key, child]) =>
      leaves(child, [...path, Array.isArray(value) ? Number(key) : key]),
    )
  }
  const changeAt = (value: object, path: (string | number)[]): object => {
    const copy = structuredClone(value) as Record<string | number, unknown>
    let node = copy
    for (const key of path.slice(0, -1)) node = node[key] as Record<string | number, unknown>
    const last = path.at(-1) ?? ''
    const before = node[last]
    node[last] = typeof before === 'string' ? `${before}x` : !before
    return copy
  }

  test('is never valid, whichever single member is changed', async () => {
    const { badge } = strangers
    const alignment = badge.credentialSubject.achievement.alignment?.slice(0, 2)
    // Fewer alignments than the real one, so that every member can be tried.
    const achievement = { ...badge.credentialSubject.achievement, alignment }
    const small = await signAnything(strangers.issuer, {
      ...badge,
      credentialSubject: { ...badge.credentialSubject, achievement },
    })
    expect((await strangers.check(small)).verdict).toBe('valid')
    const survivors: string[] = []
    for (const path of leaves(small)) {
      const report = await strangers
        .check(changeAt(small, path))
        .catch(() => ({ verdict: 'refused', facts: {} }))
      if (report.verdict === 'valid') survivors.push(path.join('.'))
      if (report.verdict !== 'valid') expect(report.facts).toEqual({})
    }
    expect(survivors).toEqual([])
  })
  test('is invalid when a member was added that nothing signs', async () => {
    const report = await strangers.check({ ...strangers.badge, grade: 'A+' })
    expect(reasonOf(report, 'form')).toBe('form-term-hidden')
    expect(report.verdict).toBe('invalid')
  })
  test('is invalid when its proof is gone', async () => {
    const { proof: _, ...unsigned } = strangers.badge
    expect(await strangers.check(unsigned)).toMatchObject({ verdict: 'invalid', facts: {} })
  })
  test('is invalid when one of two proofs does not hold', async () => {
    const [proof] = strangers.badge.proof
    const other = `z${[...(proof?.proofValue ?? '').slice(1)].reverse().join('')}`
    const report = await strangers.check({
      ...strangers.badge,
      proof: [proof, { ...proof, proofValue: other }],
    })
    expect(reasonOf(report, 'signature')).toMatch(/signature-(broken|malformed)/)
    expect(report.verdict).toBe('invalid')
  })
})

describe('a proof', () => {
  const withProof = (change: object) => ({
    ...strangers.badge,
    proof: [{ ...strangers.badge.proof[0], ...change }],
  })
  test('of a suite we do not know leaves it undecided', async () => {
    const report = await strangers.check(withProof({ cryptosuite: 'bbs-2023' }))
    expect(report.verdict).toBe('undecided')
    expect(reasonOf(report, 'signature')).toBe('signature-suite-unknown')
  })
  test('for another purpose than assertion is refused', async () => {
    const report = await strangers.check(withProof({ proofPurpose: 'authentication' }))
    expect(report.verdict).toBe('invalid')
  })
  test('whose value is long enough to stall a decoder is refused unread', async () => {
    const report = await strangers.check(withProof({ proofValue: `z${'1'.repeat(60_000)}` }))
    expect(reasonOf(report, 'signature')).toBe('signature-malformed')
  })
  test('under more than three others is refused', async () => {
    const [proof] = strangers.badge.proof
    const report = await strangers.check({ ...strangers.badge, proof: Array(5).fill(proof) })
    expect(report.verdict).toBe('invalid')
  })
  test('by a key of somebody else is refused, even when its id claims our fragment', async () => {
    const report = await strangers.check(
      withProof({ verificationMethod: 'did:web:elsewhere.example#key-1' }),
    )
    expect(reasonOf(report, 'issuer-key')).toBe('issuer-key-not-bound')
  })
})

describe("the issuer's key", () => {
  const documentWith = async (change: (document: Record<string, unknown>) => object) => {
    const text = (await strangers.issuer.published('/.well-known/did.json'))?.text ?? ''
    strangers.replace(did, JSON.stringify(change(JSON.parse(text))))
  }
  test('leaves it undecided when the DID document does not answer', async () => {
    strangers.replace(did, undefined)
    const report = await strangers.check(strangers.badge)
    expect(report).toMatchObject({
      verdict: 'undecided',
      answers: { genuine: 'unknown' },
      facts: {},
    })
    expect(reasonOf(report, 'issuer-key')).toBe('issuer-key-unreachable')
  })
  test('is refused when it is listed for something else than assertions', async () => {
    await documentWith(({ assertionMethod, ...rest }) => ({
      ...rest,
      authentication: assertionMethod,
    }))
    const report = await strangers.check(strangers.badge)
    expect(reasonOf(report, 'issuer-key')).toBe('issuer-key-not-published')
  })
  test('is refused when its controller is somebody else', async () => {
    await documentWith((document) => ({
      ...document,
      verificationMethod: (document.verificationMethod as object[]).map((method) => ({
        ...method,
        controller: 'did:web:elsewhere.example',
      })),
    }))
    expect((await strangers.check(strangers.badge)).verdict).toBe('invalid')
  })
  test('is refused when the document speaks for another DID', async () => {
    await documentWith((document) => ({ ...document, id: 'did:web:elsewhere.example' }))
    expect((await strangers.check(strangers.badge)).verdict).toBe('invalid')
  })
  test('may have been retired since: what it signed stays valid', async () => {
    await rotateKeys(strangers.issuer.keyring.settings, clock)
    expect((await strangers.check(strangers.badge)).verdict).toBe('valid')
    expect((await strangers.check(strangers.record.jwt)).verdict).toBe('valid')
  })
})

describe('the dates', () => {
  const dated = (change: object) =>
    signAnything(strangers.issuer, { ...strangers.badge, ...change })
  test('make it expired after validUntil, and nothing else', async () => {
    const report = await strangers.check(await dated({ validUntil: '2026-11-24T12:00:00Z' }))
    expect(report).toMatchObject({ verdict: 'valid', status: 'active' })
    clock = new Date('2026-11-24T12:00:01Z')
    const later = await strangers.check(await dated({ validUntil: '2026-11-24T12:00:00Z' }))
    clock = new Date('2026-11-24T12:00:00Z')
    expect(later).toMatchObject({
      verdict: 'invalid',
      status: 'expired',
      answers: { genuine: 'yes', current: 'no' },
    })
  })
  test('make it not yet valid before validFrom', async () => {
    const report = await strangers.check(await dated({ validFrom: '2027-01-01T00:00:00Z' }))
    expect(report).toMatchObject({ verdict: 'invalid', status: 'not-yet-valid' })
  })
})

describe('the status', () => {
  test('is revoked at once, and the reason is told', async () => {
    const record = await issueOne(strangers.issuer, { key: 'email:revoked@example.org' })
    strangers.issuer.revoke(record.id, 'a test')
    const report = await strangers.check(record.signed)
    expect(report).toMatchObject({
      verdict: 'invalid',
      status: 'revoked',
      answers: { genuine: 'yes', current: 'no' },
    })
  })
  test.each([
    ['does not answer', () => undefined, 'status-list-unreachable'],
    ['is not JSON', () => 'oops', 'status-list-malformed'],
    [
      'was changed',
      (text: string) => text.replace('"revocation"', '"suspension"'),
      'status-list-malformed',
    ],
    [
      'is dated otherwise than signed',
      (text: string) => text.replace(/"validFrom":"\d{4}/, '"validFrom":"2020'),
      'status-list-unverifiable',
    ],
    [
      'has lost its proof',
      (text: string) => text.replace(/,"proof":.*$/, '}'),
      'status-list-unverifiable',
    ],
  ])('is unknown, never good, when the list %s', async (_what, change, reason) => {
    const text = (await strangers.issuer.published('/status/1'))?.text ?? ''
    strangers.replace(list, change(text))
    const report = await strangers.check(strangers.badge)
    expect(reasonOf(report, 'status')).toBe(reason)
    expect(report).toMatchObject({
      verdict: 'undecided',
      status: 'unknown',
      answers: { current: 'unknown' },
    })
  })
  test('is unknown when the list is genuine but of another address', async () => {
    const text = (await strangers.issuer.published('/status/1'))?.text ?? ''
    strangers.replace('https://badges.example.org/status/2', text)
    const moved = await signAnything(strangers.issuer, {
      ...strangers.badge,
      credentialStatus: {
        ...strangers.badge.credentialStatus,
        id: 'https://badges.example.org/status/2#5',
        statusListCredential: 'https://badges.example.org/status/2',
      },
    })
    expect(reasonOf(await strangers.check(moved), 'status')).toBe('status-list-unverifiable')
  })
  test.each(['131072', '42abc', '1e5', '-1', '007'])(
    'is never good for the index %s',
    async (index) => {
      const odd = await signAnything(strangers.issuer, {
        ...strangers.badge,
        credentialStatus: { ...strangers.badge.credentialStatus, statusListIndex: index },
      })
      expect((await strangers.check(odd)).verdict).not.toBe('valid')
    },
  )
  test('is not asked for before the signature holds', async () => {
    const before = strangers.asked.length
    await strangers.check({ ...strangers.badge, name: 'Something else' })
    expect(strangers.asked.slice(before)).not.toContain(list)
  })
  test('need not exist: then it is skipped and the credential valid', async () => {
    const { credentialStatus: _, ...without } = strangers.badge
    const report = await strangers.check(await signAnything(strangers.issuer, without))
    expect(report.verdict).toBe('valid')
    expect(reasonOf(report, 'status')).toBe('status-none')
  })
})

describe('the form', () => {
  test('is unknown when a context is not pinned', async () => {
    const contexts = [...strangers.badge['@context'], 'https://example.org/more']
    const report = await strangers.check({ ...strangers.badge, '@context': contexts })
    expect(reasonOf(report, 'form')).toBe('form-context-not-pinned')
    expect(report.verdict).toBe('undecided')
  })
  test('fails for a badge without criteria, although it is well signed', async () => {
    const { criteria: _, ...achievement } = strangers.badge.credentialSubject.achievement
    const report = await strangers.check(
      await signAnything(strangers.issuer, {
        ...strangers.badge,
        credentialSubject: { ...strangers.badge.credentialSubject, achievement },
      }),
    )
    expect(reasonOf(report, 'form')).toBe('form-nonconforming')
    expect(report.verdict).toBe('invalid')
    expect(report.findings[0]?.places).toEqual(['$.credentialSubject.achievement.criteria'])
  })
  test('says where, and no more than a page can hold', async () => {
    const strange = Array.from({ length: 40 }, (_, at) => [`${'q'.repeat(400)}${at}`, at])
    const report = await strangers.check({ ...strangers.badge, ...Object.fromEntries(strange) })
    expect(reasonOf(report, 'form')).toBe('form-term-hidden')
    const places = report.findings[0]?.places ?? []
    expect(places.length).toBeGreaterThan(0)
    expect(places.length).toBeLessThanOrEqual(5)
    for (const place of places) expect(place.length).toBeLessThanOrEqual(200)
  })
  test('fails for JSON that is no credential', async () => {
    const report = await strangers.check({ type: 'Person', name: 'x' })
    expect(reasonOf(report, 'form')).toBe('form-not-a-credential')
  })
  test('is refused for doubled keys, whatever they say', async () => {
    const text = strangers.record.signed.replace('{', '{"name":"Doctor",')
    await expect(strangers.check(text)).rejects.toMatchObject({ code: 'not-strict-json' })
  })
})

describe('an impostor', () => {
  test("that bears a known issuer's name under another DID is called one", async () => {
    const { name } = strangers.checker.catalogue.issuer
    const report = await strangers.check(
      await signAnything(strangers.issuer, {
        ...strangers.badge,
        issuer: { ...strangers.badge.issuer, name: ` ${name.toUpperCase()} ` },
      }),
    )
    expect(report.answers.issuer).toBe('impostor')
    expect(report.verdict).toBe('invalid')
  })
})
