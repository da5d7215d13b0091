import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { receiptType } from '../../src/credential/receipt.ts'
import { eraseOld } from '../../src/service/erase-old.ts'
import {
  type AdmissionWorld,
  openAdmissionWorld,
  schoolBadge,
} from '../admission/admission-world.ts'
import { makeKeyParty, schoolDid } from '../support/foreign-world.ts'
import { withRawProof } from '../support/raw-proofs.ts'
import { codeOf, codeOfPromise } from '../support/refused.ts'
import { rawToken } from '../support/stranger-keys.ts'

let world: AdmissionWorld
beforeAll(async () => {
  world = await openAdmissionWorld({ env: { RETENTION_DAYS: '30' } })
})
beforeEach(() => world.setNow('2026-11-24T12:00:00Z'))
afterAll(() => world.close())

const payloadOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))

/** A genuine badge of an issuer whom nobody asked, about somebody else than the rest. */
function strangersBadge(name: string) {
  const { did, key, keyId } = makeKeyParty('Ed25519')
  const document = {
    ...schoolBadge({ name }),
    id: `urn:uuid:7d9a5a52-52a6-4a8e-9b4e-${Date.now().toString().slice(-12)}`,
    issuer: { id: did, type: ['Profile'], name: 'Anybody' },
  }
  return withRawProof(document, { key, verificationMethod: keyId })
}

describe('the name in what a decision leaves behind', () => {
  test('is of who was decided on, not of a credential that did not count', async () => {
    const { admissions, receipts } = world.service
    const caller = world.caller('library-school')
    const sources = [await strangersBadge('Giulia Bianchi'), (await world.mooc()).signed]
    const made = await admissions.decide(world.form(sources), caller)
    expect(made.decision.outcome).toBe('eligible')
    expect(made.application.credentials.map(({ name }) => name)).toContain('Giulia Bianchi')
    expect(payloadOf(await receipts.ofView(made, 'en')).receipt.person).toBe('Maria Rossi')
    const listed = admissions.list(caller, { specialization: 'keeper', limit: 1_000 })
    expect(listed.find(({ id }) => id === made.id)?.name).toBe('Maria Rossi')
  })

  test('is that of the only credential there is, where none counts', async () => {
    const { admissions } = world.service
    const caller = world.caller('another-school')
    const form = world.form([await strangersBadge('Giulia Bianchi')])
    expect((await admissions.decide(form, caller)).decision.outcome).toBe('not-yet')
    const [listed] = admissions.list(caller, { specialization: 'keeper', limit: 1_000 })
    expect(listed?.name).toBe('Giulia Bianchi')
  })
})

describe('a receipt that another service signed', () => {
  const lies = {
    iss: schoolDid,
    jti: 'urn:uuid:0e4e8a5c-3b0c-4b0e-9f0e-000000000001',
    iat: 1_795_000_000,
    receipt: {
      kind: 'decision',
      outcome: 'eligible',
      person: 'Mallory',
      title: 'keeper',
      checkedAt: '2026-11-24T12:00:00Z',
      reasons: [],
      credentials: [
        {
          id: 'https://phishing.example/c/1',
          digest: 'sha256-x',
          found: 'current',
          issuer: 'did:web:checker.example',
          keys: [],
          statusLists: [],
        },
      ],
      decision: {
        id: 'x',
        specialization: 'keeper',
        reason: 'conditions-met',
        priority: { points: 9, of: 9 },
        rules: [],
        waivedModules: [],
        ruleVersion: 'x',
        validUntil: '2999-01-01T00:00:00Z',
        names: [
          {
            kind: 'specialization',
            id: 'keeper',
            text: '<script>alert(1)</script>',
            language: 'en',
          },
        ],
      },
    },
  }
  const page = async (text: string) => {
    const body = new FormData()
    body.append('text', text)
    const response = await world.shop.ask('/verify', { method: 'POST', body })
    return response.text()
  }

  test('is never shown as if this one had found it', async () => {
    const key = world.school.keys['P-256']
    const jwks = { keys: [{ ...key.jwk, kid: 'a', alg: 'ES256' }] }
    world.publish('https://school.example/receipts/jwks.json', jwks)
    const token = rawToken({ alg: 'ES256', kid: 'a', typ: receiptType }, lies, key)
    const shown = await page(token)
    expect(shown).toContain('A receipt of another service')
    expect(shown).not.toContain('A genuine receipt')
    expect(shown).not.toContain('tone-good')
    expect(shown).toContain(schoolDid)
    expect(shown.indexOf(schoolDid)).toBeLessThan(shown.indexOf('Mallory'))
    expect(shown).not.toContain('href="https://phishing.example')
    expect(shown).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(shown).not.toContain('<script>alert')
  })
})

describe('credentials that say very much', () => {
  const long = (id: number) =>
    world.signed({
      id: `https://school.example/credentials/long-${id}`,
      achievement: {
        alignment: Array.from({ length: 100 }, (_, place) => ({
          type: ['Alignment'],
          targetName: 'Long',
          targetUrl: `https://school.example/${place}/${'x'.repeat(1_900)}`,
        })),
      },
    })

  test('are kept up to a million characters for one applicant, and refused beyond', async () => {
    const { admissions } = world.service
    const caller = world.caller('patient-school')
    const five = await Promise.all([1, 2, 3, 4, 5].map(long))
    const made = await admissions.decide(world.form(five), caller)
    expect(made.application.credentials.map(({ alignments }) => alignments.length)).toContain(100)
    const more = [...five, await long(6)]
    expect(await codeOfPromise(admissions.decide(world.form(more), caller))).toBe('too-large')
  })

  test('are not read for the lists that a decision stands in', async () => {
    const { decisions } = world.service.ledger
    const [row] = decisions.page({ specialization: 'keeper', provider: null, limit: 1 })
    expect(Object.keys(row ?? {})).not.toContain('application')
  })
})

describe('what was erased', () => {
  const personal = (text: string) =>
    readdirSync(world.shop.dataDir)
      .filter((file) => file.includes('sqlite'))
      .filter((file) => readFileSync(join(world.shop.dataDir, file)).includes(text))

  test('is not in the notes of a withdrawal that came after the decision was erased', async () => {
    const { admissions, enrolments, ledger } = world.service
    const caller = world.caller('a-school')
    const { signed } = await world.mooc('email:late@example.org', 'Late Leaver')
    const made = await admissions.decide(world.form([signed]), caller)
    const ground = { decision: made.id }
    const { enrolment } = enrolments.enrol({ ground, country: 'GR', reference: 'late-77' }, caller)
    world.setNow('2027-01-10T12:00:00Z')
    expect(eraseOld(world.service).decisions).toBeGreaterThan(0)
    enrolments.withdraw(enrolment.id, 'Leaver fell ill', caller)
    const notes = () => ledger.decisions.events(made.id).flatMap(({ note }) => note ?? [])
    expect(notes()).toEqual(['Leaver fell ill'])
    world.setNow('2027-02-09T11:59:59Z')
    eraseOld(world.service)
    expect(notes()).toEqual(['Leaver fell ill'])
    world.setNow('2027-02-09T12:00:01Z')
    eraseOld(world.service)
    expect(notes()).toEqual([])
    for (const text of ['Leaver fell ill', 'late-77'])
      expect([text, personal(text)]).toEqual([text, []])
  })

  test('is not in what is kept of a credential that a reviewer took back', async () => {
    const { admissions, ledger } = world.service
    const caller = world.caller('strict-school')
    const idea = { statement: 'project-idea', note: 'x', document: null }
    const over = { statements: [idea], person: 'Ida Weiss' }
    const made = await admissions.decide(world.form([], over), caller)
    const review = { item: 'admission', verdict: 'accepted', note: 'fine' } as const
    admissions.review(made.id, review, caller)
    const { credential } = await admissions.issue(made.id, { language: 'en' }, caller)
    const refusal = { ...review, verdict: 'refused', note: 'Ida lied about her diploma' } as const
    admissions.review(made.id, refusal, caller)
    expect(ledger.credentials.byId(credential ?? '')?.revokedAt).not.toBeNull()
    world.setNow('2027-01-10T12:00:00Z')
    eraseOld(world.service)
    expect(personal('lied about her diploma')).toEqual([])
  })
})

describe('what one of ours rested on and lost', () => {
  test('gives no place by a decision that nothing was signed for', async () => {
    const { admissions, enrolments } = world.service
    const caller = world.caller('slow-school')
    const decided = async (key: string) => {
      const { id, signed } = await world.mooc(`email:${key}@example.org`, key)
      return { id, made: await admissions.decide(world.form([signed]), caller) }
    }
    const [lost, kept] = [await decided('Lost One'), await decided('Kept One')]
    world.service.revoke(lost.id, 'a test')
    const enrol = ({ made }: typeof lost) =>
      enrolments.enrol({ ground: { decision: made.id }, country: 'IT', reference: null }, caller)
    expect(codeOf(() => enrol(lost))).toBe('not-eligible')
    expect(enrol(kept).isNew).toBe(true)
  })

  test.each([
    ['by a signed eligibility', true],
    ['by a decision that nothing was signed for', false],
  ])('moves nobody up from the waiting list %s', async (how, isSigned) => {
    const { admissions, enrolments } = world.service
    const caller = world.caller(`busy-school-${isSigned}`)
    const enrol = async (key: string) => {
      const mooc = await world.mooc(`email:${key} ${how}@example.org`, key)
      const { id } = await admissions.decide(world.form([mooc.signed]), caller)
      if (isSigned) await admissions.issue(id, { language: 'en' }, caller)
      const request = { ground: { decision: id }, country: 'IT', reference: null }
      const { credential } = admissions.find(id, caller)
      const { enrolment } = enrolments.enrol(request, caller)
      return { toRevoke: credential ?? mooc.id, ...enrolment }
    }
    const before = enrolments.places('keeper')
    const free = Math.max(0, (before.total ?? 0) - before.taken)
    const placed = [...Array(free).keys()].map((place) => enrol(`Placed ${place}`))
    await Promise.all(placed)
    const [lost, next] = [await enrol('Lost Waiting'), await enrol('Next Waiting')]
    expect([lost.state, next.state]).toEqual(['waiting', 'waiting'])
    world.service.revoke(lost.toRevoke, 'a test')
    const [one] = enrolments.list(
      { specialization: 'keeper', state: 'enrolled', after: null, limit: 1 },
      { ...caller, role: 'admin' },
    )
    const { movedUp } = enrolments.withdraw(one?.id ?? '', null, { ...caller, role: 'admin' })
    expect(movedUp).toEqual([next.id])
    expect(enrolments.find(lost.id, caller)).toMatchObject({
      state: 'waiting',
      supportGone: isSigned,
    })
  })

  test('is not brought back by a look that began before', async () => {
    const { supports } = world.service.ledger
    const { id } = await world.mooc('email:rests@example.org')
    const rested = { credential: id, restsOn: 'https://checker.example/c/1' }
    const lookedAt = '2026-11-24T12:00:00Z'
    supports.add({
      ...rested,
      digest: 'sha256-x',
      issuer: 'did:web:checker.example',
      status: null,
      state: 'standing',
      lookedAt,
      holdsUntil: lookedAt,
    })
    supports.recordGone(rested.restsOn, lookedAt)
    supports.recordLook({ ...rested, state: 'standing', lookedAt })
    expect(supports.of(rested.credential).map(({ state }) => state)).toEqual(['gone'])
  })
})

describe('somebody who wants a second place', () => {
  test('finds none by leaving a certificate out, under another reference or at another provider', async () => {
    const { admissions, enrolments } = world.service
    const [here, there] = [world.caller('first-school'), world.caller('second-school')]
    const enrol = async (
      handed: Parameters<typeof world.form>[0],
      caller = here,
      reference: string | null = null,
    ) => {
      const made = await admissions.decide(world.form(handed, { reference }), caller)
      expect(made.decision.outcome).toBe('eligible')
      const request = { ground: { decision: made.id }, country: 'IT', reference: null }
      return enrolments.enrol(request, caller)
    }
    const refused = (...asked: Parameters<typeof enrol>) => codeOfPromise(enrol(...asked))
    const { signed } = await world.mooc('email:twice@example.org', 'Twice Keen')
    const subject = 'did:example:twice'
    const id = (last: string) => `https://school.example/twice/${last}`
    const named = await world.signed({ id: id('1'), name: 'Twice Keen', subject, hours: '40' })
    const alike = await world.signed({ id: id('2'), name: 'twice KEEN', hours: '40' })
    const another = await world.signed({ id: id('3'), name: 'Nobody Else', hours: '40' })

    expect((await enrol([signed, named], here, 'A-1')).isNew).toBe(true)
    expect(await refused([named], here, 'A-2')).toBe('already-enrolled')
    expect(await refused([named], there)).toBe('already-enrolled')
    expect(await refused([signed], there)).toBe('already-enrolled')
    expect(await refused([alike], here, 'A-2')).toBe('maybe-enrolled')
    expect(await refused([another], here, 'A-1')).toBe('maybe-enrolled')
    expect((await enrol([another], here, 'A-3')).isNew).toBe(true)
  })
})
