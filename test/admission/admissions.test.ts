import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ApplicationForm, Source } from '../../src/admission/application-form.ts'
import { Refusal } from '../../src/errors.ts'
import { codeOf, codeOfPromise } from '../support/refused.ts'
import { type AdmissionWorld, openAdmissionWorld } from './admission-world.ts'

let world: AdmissionWorld
beforeAll(async () => {
  world = await openAdmissionWorld()
})
afterAll(() => world.close())

type Handed = Parameters<AdmissionWorld['form']>[0]

const provider = () => world.caller('library-school')
const decide = (handed: Handed, over: Partial<ApplicationForm> = {}, caller = provider()) =>
  world.service.admissions.decide(world.form(handed, over), caller)
const consider = (handed: Handed, over: Partial<ApplicationForm> = {}) =>
  world.service.admissions.consider(world.form(handed, over))
const outcomeOf = async (...handed: Handed) => (await consider(handed)).decision

const idea = { statement: 'project-idea', note: 'A library on wheels', document: null }
const digest = `sha256-${'A'.repeat(43)}=`
const host = { statement: 'host-library', note: '', document: { name: 'letter.pdf', digest } }

describe('who may enrol', () => {
  test('is who holds what the rules ask for, ours or of a school whose word counts', async () => {
    const { signed } = await world.mooc()
    expect(await outcomeOf(signed)).toMatchObject({
      outcome: 'eligible',
      priority: { points: 3 },
    })
    expect(await outcomeOf(await world.signed())).toMatchObject({
      outcome: 'eligible',
      priority: { points: 3, of: 8 },
    })
  })

  test('is not who holds nothing, or too little', async () => {
    expect(await outcomeOf()).toMatchObject({ outcome: 'not-yet' })
    const short = await world.signed({ hours: '19' })
    expect(await outcomeOf(short)).toMatchObject({
      outcome: 'not-yet',
      rules: expect.arrayContaining([
        expect.objectContaining({ rule: 'data-hours', reason: 'hours-missing' }),
      ]),
    })
  })

  test('is open where somebody says something that a person has to look at', async () => {
    expect((await consider([], { statements: [idea] })).decision).toMatchObject({
      outcome: 'needs-review',
      toReview: expect.arrayContaining(['statement:project-idea', 'admission']),
    })
  })

  test('is open where a link could not be had: nobody knows what is there', async () => {
    const gone = 'https://school.example/credentials/gone'
    const { decision, unread } = await consider([world.link(gone)])
    expect(unread).toEqual([{ name: gone, code: 'address-unreachable' }])
    expect(decision).toMatchObject({ outcome: 'needs-review', reason: 'sources-unreachable' })
  })

  test('is told beside what could not be read, which stops nothing', async () => {
    const { signed } = await world.mooc()
    const broken: Source = {
      name: 'broken',
      check: async () => {
        throw new Error('a fault of ours')
      },
    }
    const before = world.shop.faults.length
    const { decision, unread } = await consider(['no credential', signed, broken, '{"a": 1, }'])
    expect(decision.outcome).toBe('eligible')
    expect(unread.map(({ code }) => code)).toEqual([
      'no-credential-found',
      'fault',
      'not-strict-json',
    ])
    expect(world.shop.faults.length).toBe(before + 1)
    world.shop.faults.pop()
  })

  test('does not hang on what could be read but is no credential: that is a clean no', async () => {
    expect((await consider(['no credential'])).decision.outcome).toBe('not-yet')
  })

  test('can be asked without leaving anything behind', async () => {
    const pages = () =>
      world.service.admissions.list(
        { ...provider(), role: 'admin' },
        { specialization: 'keeper', limit: 1000 },
      )
    const before = pages().length
    await consider([(await world.mooc()).signed])
    expect(pages().length).toBe(before)
  })
})

describe('an application', () => {
  test.each<[string, string, Partial<ApplicationForm>]>([
    ['for what is not offered', 'specialization-unknown', { specialization: 'astronaut' }],
    [
      'with a statement nobody asked for',
      'statement-unknown',
      { statements: [{ ...idea, statement: 'rich' }] },
    ],
    ['with a statement made twice', 'bad-request', { statements: [idea, idea] }],
    [
      'with a document without digest',
      'bad-request',
      { statements: [{ ...host, document: { name: 'x', digest: 'y' } }] },
    ],
    ['from another country', 'country-needed', { country: 'US' }],
    ['with a name of any length', 'text-too-long', { person: 'x'.repeat(201) }],
    [
      'with a note of any length',
      'text-too-long',
      { statements: [{ ...idea, note: 'x'.repeat(2001) }] },
    ],
    ['handed in tomorrow', 'bad-request', { appliedAt: '2026-11-25T12:00:01Z' }],
    ['handed in at no time', 'bad-request', { appliedAt: 'yesterday' }],
    [
      'of too many files',
      'too-large',
      {
        sources: Array.from(
          { length: 51 },
          () =>
            world?.file('x') ?? {
              name: 'x',
              check: () => Promise.reject(new Refusal('busy', 'x')),
            },
        ),
      },
    ],
  ])('%s is refused: %s', async (_what, code, over) => {
    expect(await codeOfPromise(consider([], over))).toBe(code)
    expect(await codeOfPromise(decide([], over))).toBe(code)
  })

  test('is taken between the days that are set, both included; anybody may ask at any time', async () => {
    for (const [appliedAt, code] of [
      ['2026-10-31T23:59:59Z', 'applications-closed'],
      ['2026-11-01T00:00:00Z', undefined],
    ] as const) {
      expect(await codeOfPromise(decide([], { appliedAt }))).toBe(code)
      expect(await codeOfPromise(consider([], { appliedAt }))).toBeUndefined()
    }
    world.setNow('2027-01-01T00:00:00Z')
    expect(await codeOfPromise(decide([]))).toBe('applications-closed')
    expect(await codeOfPromise(consider([]))).toBeUndefined()
    world.setNow('2026-12-31T23:59:59Z')
    expect(await codeOfPromise(decide([]))).toBeUndefined()
    world.setNow('2026-11-24T12:00:00Z')
  })

  test('is for a provider of that specialization to hand in', async () => {
    const issuer = { ...provider(), role: 'issuer' as const }
    const other = world.caller('library-school', ['another-course'])
    expect(await codeOfPromise(decide([], {}, issuer as never))).toBe('forbidden')
    expect(await codeOfPromise(decide([], {}, other))).toBe('forbidden')
    expect(await codeOfPromise(decide([], {}, world.caller('a', ['keeper'])))).toBeUndefined()
  })
})

describe('a decision that is kept', () => {
  test('is found again as it was answered, with who asked for it', async () => {
    const { signed } = await world.mooc()
    const over = { reference: ' 17 ', country: 'gr', person: 'Maria Rossi' }
    const made = await decide([signed, 'no credential'], over)
    expect(made).toMatchObject({
      reference: '17',
      country: 'GR',
      decision: { outcome: 'eligible' },
      unread: [{ code: 'no-credential-found' }],
      credential: null,
    })
    expect(made.events).toMatchObject([
      {
        action: 'decided',
        actor: 'token-of-library-school',
        outcome: 'eligible',
        happenedAt: '2026-11-24T12:00:00.000Z',
        ruleVersion: expect.stringMatching(/^sha256-[0-9a-f]{64}$/),
      },
    ])
    expect(world.service.admissions.find(made.id, provider())).toEqual(made)
  })

  test('is nobody else’s: to another provider it is as if there were none', async () => {
    const made = await decide([])
    const { admissions } = world.service
    const stranger = world.caller('another')
    const outside = world.caller('library-school', ['another-course'])
    const review = { item: 'admission', verdict: 'accepted', note: 'mine' } as const
    for (const caller of [stranger, outside]) {
      expect(codeOf(() => admissions.find(made.id, caller))).toBe('decision-not-found')
      expect(codeOf(() => admissions.rerun(made.id, caller))).toBe('decision-not-found')
      expect(codeOf(() => admissions.review(made.id, review, caller))).toBe('decision-not-found')
      expect(await codeOfPromise(admissions.issue(made.id, { language: 'en' }, caller))).toBe(
        'decision-not-found',
      )
    }
    expect(codeOf(() => admissions.find('nothing', provider()))).toBe('decision-not-found')
    expect(admissions.list(stranger, { specialization: 'keeper', limit: 100 })).toEqual([])
    expect(codeOf(() => admissions.list(outside, { specialization: 'keeper', limit: 1 }))).toBe(
      'forbidden',
    )
    const admin = { ...stranger, role: 'admin' as const }
    expect(admissions.find(made.id, admin).id).toBe(made.id)
  })

  test('stands in a list of pages, by outcome and by what waits', async () => {
    const caller = world.caller('lister')
    const { signed } = await world.mooc()
    const made = [
      await decide([signed], {}, caller),
      await decide([], {}, caller),
      await decide([], { statements: [idea], person: 'Nikos' }, caller),
    ]
    const { admissions } = world.service
    const list = (over: object) =>
      admissions.list(caller, { specialization: 'keeper', limit: 100, ...over })
    const [first, second, third] = made.map(({ id }) => id)
    expect(list({}).map(({ id }) => id)).toEqual([first, second, third])
    expect(list({}).map(({ name }) => name)).toEqual(['Maria Rossi', null, 'Nikos'])
    expect(list({ outcome: 'eligible' }).map(({ id }) => id)).toEqual([first])
    expect(list({ waiting: true }).map(({ id }) => id)).toEqual([third])
    const [page] = list({ limit: 1 })
    expect(list({ limit: 1, after: page?.rowKey }).map(({ id }) => id)).toEqual([second])
  })
})

describe('a review', () => {
  const review = (id: string, item: string, verdict: 'accepted' | 'refused', note = 'seen') =>
    world.service.admissions.review(id, { item, verdict, note }, world.caller('library-school'))

  test('settles what waits, and the trail says who, when and why', async () => {
    const made = await decide([], { statements: [idea] })
    world.setNow('2026-11-25T09:00:00Z')
    const reviewed = review(made.id, 'admission', 'accepted', ' a good idea ')
    world.setNow('2026-11-24T12:00:00Z')
    expect(reviewed.decision).toMatchObject({
      outcome: 'eligible',
      reason: 'admitted-by-reviewer',
      decidedAt: made.decision.decidedAt,
      ruleVersion: made.decision.ruleVersion,
    })
    expect(reviewed.events).toMatchObject([
      { action: 'decided', outcome: 'needs-review' },
      {
        action: 'reviewed',
        item: 'admission',
        verdict: 'accepted',
        note: 'a good idea',
        actor: 'token-of-library-school',
        happenedAt: '2026-11-25T09:00:00.000Z',
        outcome: 'eligible',
        ruleVersion: made.decision.ruleVersion,
      },
    ])
    expect(world.service.admissions.find(made.id, provider())).toEqual(reviewed)
  })

  test('can be changed, and both stand in the trail', async () => {
    const made = await decide([], { statements: [idea] })
    review(made.id, 'admission', 'accepted')
    const refused = review(made.id, 'admission', 'refused', 'on second thoughts')
    expect(refused.decision).toMatchObject({ outcome: 'not-yet', reason: 'refused-by-reviewer' })
    expect(refused.events.map(({ outcome }) => outcome)).toEqual([
      'needs-review',
      'eligible',
      'not-yet',
    ])
    expect(refused.application.reviews).toEqual([{ item: 'admission', verdict: 'refused' }])
  })

  test('is seen at once by another process, and neither loses what the other settled', async () => {
    const made = await decide([await world.signed()], { statements: [idea, host] })
    const { dataDir } = world.shop
    const other = await openAdmissionWorld({ dataDir })
    const settle = (item: string, { admissions }: typeof world.service) =>
      admissions.review(made.id, { item, verdict: 'accepted', note: 'seen' }, provider())
    settle('module:data', world.service)
    settle('statement:project-idea', other.service)
    const settled = settle('statement:host-library', world.service)
    expect(settled.application.reviews.map(({ item }) => item)).toEqual([
      'module:data',
      'statement:project-idea',
      'statement:host-library',
    ])
    expect(settled.decision.priority.points).toBe(5)
    expect(other.service.admissions.find(made.id, provider())).toEqual(settled)
    await other.shop.stop()
  })

  test('of a module accepts what proves it', async () => {
    const made = await decide([await world.signed()])
    expect(made.decision.modules).toMatchObject([{ module: 'data', state: 'proven' }])
    expect(review(made.id, 'module:data', 'accepted').decision.modules).toMatchObject([
      { module: 'data', state: 'waived' },
    ])
  })

  test('is of what waits, and says why', async () => {
    const made = await decide([], { statements: [idea] })
    for (const item of ['statement:host-library', 'rule:mooc', 'module:data', 'person', 'all', ''])
      expect(codeOf(() => review(made.id, item, 'accepted'))).toBe('not-to-review')
    expect(codeOf(() => review(made.id, 'admission', 'accepted', ' '))).toBe('reason-missing')
    expect(codeOf(() => review(made.id, 'admission', 'accepted', 'x'.repeat(2001)))).toBe(
      'text-too-long',
    )
    expect(world.service.admissions.find(made.id, provider()).events).toHaveLength(1)
  })

  test('that leaves somebody not eligible revokes the credential that said so', async () => {
    const made = await decide([], { statements: [idea], person: 'Maria Rossi' })
    review(made.id, 'admission', 'accepted')
    const { admissions } = world.service
    const { credential, events } = await admissions.issue(made.id, { language: 'en' }, provider())
    expect(world.service.issued(credential ?? '')?.revokedAt).toBeNull()
    expect(events.at(-1)).toMatchObject({ action: 'issued', item: credential })
    review(made.id, 'admission', 'refused', 'a mistake')
    expect(world.service.issued(credential ?? '')).toMatchObject({
      revocationCode: 'issued-in-error',
    })
  })
})

describe('the credential of a decision', () => {
  test('is issued once, however often it is asked for', async () => {
    const made = await decide([(await world.mooc()).signed])
    const { admissions } = world.service
    const issue = () => admissions.issue(made.id, { language: 'en' }, provider())
    const [one, other] = await Promise.all([issue(), issue()])
    expect(one.credential).toMatch(/^[0-9a-z]{26}$/)
    expect(other.credential).toBe(one.credential)
    expect((await issue()).events.filter(({ action }) => action === 'issued')).toHaveLength(1)
  })

  test('is for who is eligible', async () => {
    const { admissions } = world.service
    const made = await decide([])
    expect(await codeOfPromise(admissions.issue(made.id, { language: 'en' }, provider()))).toBe(
      'not-eligible',
    )
  })
})
