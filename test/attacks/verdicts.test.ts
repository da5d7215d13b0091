import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checks, type Finding, type Outcome, reasons } from '../../src/checking/report.ts'
import { answersOf, statusOf, verdictOf } from '../../src/checking/verdict.ts'

const seed = 20261124
const outcomes: readonly Outcome[] = ['passed', 'failed', 'unknown', 'skipped']
const required = ['form', 'signature', 'issuer-key', 'dates']

/** Any outcome of any check for any of its reasons, each check at most once. */
const findings = fc.uniqueArray(
  fc.constantFrom(...checks).chain((check) =>
    fc.record({
      check: fc.constant(check),
      outcome: fc.constantFrom(...outcomes),
      reason: fc.constantFrom(...reasons.filter((reason) => reason.startsWith(check))),
    }),
  ),
  { selector: ({ check }) => check, maxLength: checks.length },
)

const found = (all: readonly Finding[], check: string) =>
  all.find((finding) => finding.check === check)?.outcome
const passing: readonly Finding[] = required.map(
  (check) => ({ check, outcome: 'passed', reason: 'dates-current' }) as Finding,
)

describe('the verdict', () => {
  test(`is valid only when all required checks passed and nothing failed or is unknown (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.oneof(findings, findings.map(withRequired)), (all) => {
        const others = all.filter(({ check }) => check !== 'person')
        const isClean = others.every(({ outcome }) => ['passed', 'skipped'].includes(outcome))
        const isWhole = required.every((check) => found(all, check) === 'passed')
        expect(verdictOf(all) === 'valid').toBe(isClean && isWhole)
        expect(verdictOf(all) === 'invalid').toBe(
          others.some(({ outcome }) => outcome === 'failed'),
        )
      }),
      { seed, numRuns: 2_000 },
    )
  })

  test(`never gets better by one more finding that is not good (seed ${seed})`, () => {
    const bad = fc.constantFrom<Outcome>('failed', 'unknown')
    fc.assert(
      fc.property(findings, fc.constantFrom(...required), bad, (all, check, outcome) => {
        const rest = all.filter((finding) => finding.check !== check)
        const worse = [...rest, { check, outcome, reason: 'form-not-reached' } as Finding]
        expect(verdictOf(worse)).not.toBe('valid')
      }),
      { seed, numRuns: 500 },
    )
  })

  test(`does not depend on the order of what was found (seed ${seed})`, () => {
    fc.assert(
      fc.property(findings, (all) => {
        expect(verdictOf(all.toReversed())).toBe(verdictOf(all))
        expect(answersOf(all.toReversed())).toEqual(answersOf(all))
        expect(statusOf(all.toReversed())).toBe(statusOf(all))
      }),
      { seed, numRuns: 500 },
    )
  })

  test('is undecided of nothing, and of any required check that is missing', () => {
    expect(verdictOf([])).toBe('undecided')
    expect(verdictOf(passing)).toBe('valid')
    for (const check of required)
      expect(verdictOf(passing.filter((finding) => finding.check !== check))).toBe('undecided')
  })
})

describe('the answers', () => {
  test(`are never yes of what did not pass (seed ${seed})`, () => {
    fc.assert(
      fc.property(findings, (all) => {
        const { genuine, current, issuer, person } = answersOf(all)
        const passed = (check: string) => found(all, check) === 'passed'
        if (genuine === 'yes') expect(['form', 'signature', 'issuer-key'].every(passed)).toBe(true)
        if (current === 'yes') expect(passed('dates')).toBe(true)
        if (issuer === 'known') expect(passed('issuer')).toBe(true)
        if (person === 'match') expect(passed('person')).toBe(true)
      }),
      { seed, numRuns: 1_000 },
    )
  })
})

/** The required checks passed, so that what else was found decides. */
function withRequired(all: readonly Finding[]): readonly Finding[] {
  return [...passing, ...all.filter(({ check }) => !required.includes(check))]
}
