import fc from 'fast-check'
import {
  type Application,
  type HeldCredential,
  standings,
} from '../../../src/learning/eligibility/application.ts'
import type { RuleBook } from '../../../src/learning/eligibility/rule-book.ts'
import { ruleVersion } from '../../../src/learning/eligibility/rule-book-of.ts'
import type { Recognition, Requirement, Which } from '../../../src/learning/specialization.ts'

// Few of everything, so that what is asked and what is shown meet often.
const skills = ['a', 'b', 'c'] as const
const targets = ['https://f.example/1', 'https://f.example/2'] as const
const recognitions = ['r0', 'r1', 'r2'] as const
const ownAchievements = ['own-1', 'own-2'] as const
const achievements = ['https://x.example/1', 'https://x.example/2', 'https://y.example/1'] as const
const issuers = ['did:web:x.example', 'did:web:y.example'] as const
const rules = ['q0', 'q1', 'q2', 'q3'] as const
const statements = ['s0', 's1'] as const
const days = ['2024-06-01', '2025-06-01', '2026-06-01'] as const
const levels = fc.integer({ min: 1, max: 4 })
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value)
const some = <T>(list: readonly T[]) => fc.subarray([...list], { minLength: 1 })
const day = fc.constantFrom(...days)
const hours = fc.constantFrom(0.1, 0.2, 0.3, 1, 2.5, 4, 7)

const plain = (value: object) => JSON.parse(JSON.stringify(value))

const which: fc.Arbitrary<Which> = fc
  .record({
    from: optional(some(recognitions)),
    awarded: optional(
      fc.record({
        since: optional(day),
        until: optional(day),
        withinMonths: optional(fc.integer({ min: 1, max: 24 })),
      }),
    ),
  })
  .map(plain)

const asking = (value: fc.Arbitrary<object>): fc.Arbitrary<Requirement> =>
  fc.tuple(value, which).map(([asked, of]) => plain({ ...asked, ...of }))

const reaches = fc.oneof(
  fc.record({ percent: fc.constantFrom(50, 80) }),
  fc.record({ grade: fc.constant({ atLeast: 'B', order: ['C', 'B', 'A'] }) }),
  fc.record({ distinction: fc.constant(true) }),
)

const single = (rule: number): fc.Arbitrary<Requirement> =>
  fc.oneof(
    asking(
      fc.record({
        kind: fc.constant('achievement'),
        achievement: fc.constantFrom(...ownAchievements, ...achievements),
      }),
    ),
    asking(
      fc.record({ kind: fc.constant('skill'), skill: fc.constantFrom(...skills), level: levels }),
    ),
    asking(
      fc.record({
        kind: fc.constant('alignment'),
        target: fc.constantFrom(...targets),
        level: nullable(levels),
      }),
    ),
    asking(
      fc.record({
        kind: fc.constant('hours'),
        atLeast: hours,
        skills: optional(some(skills)),
      }),
    ),
    asking(fc.record({ kind: fc.constant('credits'), atLeast: hours })),
    asking(
      fc.record({
        kind: fc.constant('result'),
        achievement: optional(fc.constantFrom(...ownAchievements, ...achievements)),
        reaches,
      }),
    ),
    fc.record({
      kind: fc.constant('statement' as const),
      statement: fc.constantFrom(...statements),
    }),
    // Only rules before it, so that none asks for itself.
    ...(rule > 0
      ? [
          fc.record({
            kind: fc.constant('rule' as const),
            rule: fc.constantFrom(...rules.slice(0, rule)),
          }),
        ]
      : []),
  )

function requirement(rule: number, mayNegate: boolean, depth = 2): fc.Arbitrary<Requirement> {
  if (depth === 0) return single(rule)
  const part = requirement(rule, mayNegate, depth - 1)
  const parts = fc.array(part, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 3, arbitrary: single(rule) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: parts }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('at-least' as const),
        count: fc.integer({ min: 1, max: 3 }),
        of: parts,
      }),
    },
    ...(mayNegate
      ? [{ weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: part }) }]
      : []),
  )
}

const recognition = (id: string): fc.Arbitrary<Recognition> =>
  fc.record({
    id: fc.constant(id),
    issuer: fc.constantFrom('own', ...issuers),
    skills: nullable(some(skills)),
    maxHours: nullable(hours),
    since: nullable(day),
    until: nullable(day),
    alignments: fc.array(
      fc.record({
        target: fc.constantFrom(...targets),
        skill: fc.constantFrom(...skills),
        level: nullable(levels),
      }),
      { maxLength: 3 },
    ),
  })

const unit = (id: string) => fc.record({ id: fc.constant(id), hours, skills: some(skills) })

/** Any rules; `mayNegate` false: none with a `not` in it. */
export const anyBook = (mayNegate: boolean): fc.Arbitrary<RuleBook> =>
  fc
    .record({
      specialization: fc.constant('course'),
      validDays: fc.integer({ min: 1, max: 400 }),
      rules: fc.tuple(
        ...rules.map((id, index) =>
          fc.record({
            id: fc.constant(id),
            requires: requirement(index, mayNegate),
            points: fc.integer({ min: 0, max: 5 }),
          }),
        ),
      ),
      eligible: requirement(rules.length, mayNegate),
      considered: nullable(requirement(rules.length, mayNegate)),
      statements: fc.constant([
        { id: 's0', needs: 'document' as const },
        { id: 's1', needs: 'review' as const },
      ]),
      modules: fc.tuple(unit('m0'), unit('m1'), unit('m2')),
      waiversFrom: nullable(some(recognitions)),
      recognitions: fc.tuple(...recognitions.map(recognition)),
      own: fc.record({
        'own-1': fc.record({
          skills: fc.constant([{ skill: 'a', level: 3 }]),
          units: fc.tuple(unit('u1'), unit('u2')),
        }),
        'own-2': fc.record({
          skills: fc.constant([
            { skill: 'a', level: 2 },
            { skill: 'b', level: 4 },
          ]),
          units: fc.constant([]),
        }),
      }),
    })
    .map((book): RuleBook => ({ ...book, version: ruleVersion(book) }))

const shown = {
  id: fc.constantFrom('urn:1', 'urn:2', 'urn:3', 'urn:4', 'urn:5'),
  digest: fc.constantFrom('sha256-1', 'sha256-2'),
  awardedOn: nullable(day),
  validUntil: nullable(fc.constantFrom('2026-12-31T00:00:00Z', '2027-06-30T12:00:00+02:00')),
  hours: nullable(hours),
  credits: nullable(hours),
  percent: nullable(fc.constantFrom(40, 60, 90)),
  grade: nullable(fc.constantFrom('A', 'B', 'C', 'F')),
  hasDistinction: fc.boolean(),
}

const unsaid = { because: null, title: null, keys: [], status: null }

/** Any credential, of ours or of others, of somebody. */
export const anyCredential: fc.Arbitrary<HeldCredential> = fc.oneof(
  fc
    .record({
      ...shown,
      standing: fc.constantFrom('current' as const, ...standings),
      subject: nullable(fc.constantFrom('did:key:z1', 'did:key:z2')),
      name: nullable(fc.constantFrom('Maria', ' MARIA', 'Georg')),
      achievement: nullable(fc.constantFrom(...ownAchievements)),
    })
    .map((own) => ({
      ...unsaid,
      ...own,
      issuer: 'did:web:own.example',
      isOwn: true,
      alignments: [],
    })),
  fc
    .record({
      ...shown,
      standing: fc.constantFrom('current' as const, ...standings),
      subject: nullable(fc.constantFrom('did:key:z1', 'did:key:z2')),
      name: nullable(fc.constantFrom('Maria', ' MARIA', 'Georg')),
      issuer: fc.constantFrom(...issuers, 'did:web:z.example'),
      achievement: nullable(fc.constantFrom(...achievements, 'https://x.example/1/it', 'own-1')),
      alignments: fc.subarray([...targets, 'skill:a', 'skill:b']),
    })
    .map((foreign) => ({ ...unsaid, ...foreign, isOwn: false })),
)

const items = [
  ...rules.map((id) => `rule:${id}`),
  ...statements.map((id) => `statement:${id}`),
  'module:m0',
  'module:m1',
  'person',
  'admission',
]

/** What anybody hands in; `credential` for what is in it. */
export const anyApplication = (
  credential: fc.Arbitrary<HeldCredential> = anyCredential,
): fc.Arbitrary<Application> =>
  fc.record({
    person: nullable(fc.constantFrom('maria', 'Georg')),
    credentials: fc.array(credential, { maxLength: 5 }),
    statements: fc.array(
      fc.record({
        statement: fc.constantFrom(...statements),
        note: fc.constant(''),
        document: nullable(fc.constant({ name: 'a.pdf', digest: 'sha256-' })),
      }),
      { maxLength: 2 },
    ),
    unreachable: fc.constantFrom(0, 0, 1),
    reviews: fc.array(
      fc.record({
        item: fc.constantFrom(...items),
        verdict: fc.constantFrom('accepted' as const, 'refused' as const),
      }),
      { maxLength: 3 },
    ),
    appliedAt: fc.constant('2026-11-01T10:00:00Z'),
    decidedAt: fc.constantFrom('2026-11-20T10:00:00Z', '2026-08-31T23:30:00+02:00'),
  })
