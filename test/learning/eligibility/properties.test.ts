import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { HeldCredential } from '../../../src/learning/eligibility/application.ts'
import type { DecisionOutcome, RuleOutcome } from '../../../src/learning/eligibility/decision.ts'
import type { RuleBook } from '../../../src/learning/eligibility/rule-book.ts'
import { ruleVersion } from '../../../src/learning/eligibility/rule-book-of.ts'
import { decide } from '../../../src/learning/eligibility.ts'
import { runs, seed } from '../../support/chance.ts'
import { anyApplication, anyBook, anyCredential } from './any-case.ts'

const often = { seed, numRuns: runs(120) }

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) frozen(member)
    Object.freeze(value)
  }
  return value
}

const again = <T>(value: T): T => JSON.parse(JSON.stringify(value))

const ruleRank: Readonly<Record<RuleOutcome, number>> = { unmet: 0, review: 1, waived: 2, met: 3 }
const rank: Readonly<Record<DecisionOutcome, number>> = {
  'not-yet': 0,
  'needs-review': 1,
  eligible: 2,
}

const marias = anyCredential.map((credential): HeldCredential => ({ ...credential, name: 'Maria' }))
const fromMaria = anyApplication(marias).filter(({ person }) => person !== 'Georg')
const oneMore = marias.map(
  (credential): HeldCredential => ({ ...credential, id: 'urn:more', standing: 'current' }),
)

const metIn = (book: RuleBook, application: Parameters<typeof decide>[1]) =>
  decide(book, application).rules.flatMap(({ rule, outcome }) => (outcome === 'met' ? rule : []))

describe('any decision', () => {
  test('is the same in whatever order things are handed in, and changes nothing it is made from', () => {
    const shuffled = anyApplication().chain((application) =>
      fc
        .record({
          credentials: fc.shuffledSubarray([...application.credentials], {
            minLength: application.credentials.length,
          }),
          statements: fc.shuffledSubarray([...application.statements], {
            minLength: application.statements.length,
          }),
        })
        .map((order) => [application, { ...application, ...order }] as const),
    )
    fc.assert(
      fc.property(anyBook(true), shuffled, (book, [one, other]) => {
        expect(decide(frozen(book), frozen(other))).toEqual(decide(book, frozen(one)))
      }),
      often,
    )
  })

  test('is the same when it is made again from what was kept', () => {
    fc.assert(
      fc.property(anyBook(true), anyApplication(), (book, application) => {
        const before = decide(book, application)
        expect(decide(again(book), again(application))).toEqual(before)
        expect(again(before)).toEqual(before)
        expect(before.ruleVersion).toBe(ruleVersion(again(book)))
      }),
      often,
    )
  })

  test('names other rules where anything in the rules is other', () => {
    const different = fc
      .tuple(anyBook(true), anyBook(true))
      .filter(([one, other]) => JSON.stringify(one) !== JSON.stringify(other))
    fc.assert(
      fc.property(different, anyApplication(), ([one, other], application) => {
        expect(decide(one, application).ruleVersion).not.toBe(
          decide(other, application).ruleVersion,
        )
      }),
      { ...often, numRuns: runs(30) },
    )
  })

  test('is no worse for one more current credential of the same person, if no "not" names it', () => {
    fc.assert(
      fc.property(anyBook(false), fromMaria, oneMore, (book, application, more) => {
        const before = decide(book, application)
        const credentials = [...application.credentials, more]
        const after = decide(book, { ...application, credentials })
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome])
        expect(after.priority.points).toBeGreaterThanOrEqual(before.priority.points)
        after.rules.forEach(({ outcome }, index) => {
          const earlier = before.rules[index]?.outcome ?? 'unmet'
          expect(ruleRank[outcome]).toBeGreaterThanOrEqual(ruleRank[earlier])
        })
      }),
      often,
    )
  })

  test('has nothing met by what is unclear, dead, or of a stranger', () => {
    const useless = fc
      .tuple(anyCredential, fc.constantFrom('unclear', 'expired', 'not-genuine', 'current'))
      .map(([credential, standing]): HeldCredential => {
        if (standing !== 'current') return { ...credential, standing } as HeldCredential
        return { ...credential, isOwn: false, issuer: 'did:web:z.example' }
      })
    fc.assert(
      fc.property(anyBook(false), anyApplication(useless), (book, application) => {
        expect(metIn(book, application)).toEqual(
          metIn(book, { ...application, credentials: [], person: null }),
        )
      }),
      often,
    )
  })

  test('gives no module more than it has, and no hour twice', () => {
    fc.assert(
      fc.property(anyBook(true), anyApplication(), (book, application) => {
        const { modules } = decide(book, application)
        for (const { hours, hoursProven, hoursMissing, state } of modules) {
          expect(hoursProven).toBeLessThanOrEqual(hours)
          expect(Math.round((hoursProven + hoursMissing) * 1000)).toBe(Math.round(hours * 1000))
          if (state === 'proven' || state === 'waived') expect(hoursMissing).toBe(0)
        }
        const given = modules.reduce((sum, { hoursProven }) => sum + hoursProven, 0)
        const own = Object.values(book.own).flatMap(({ units }) => units)
        const foreign = application.credentials.filter(({ isOwn }) => !isOwn)
        const most = [...own, ...foreign].reduce((sum, { hours }) => sum + (hours ?? 0), 0)
        expect(given).toBeLessThanOrEqual(most + 0.001)
      }),
      often,
    )
  })
})
