import { describe, expect, test } from '@jest/globals'
import type { Application, Standing } from '../../../src/learning/eligibility/application.ts'
import { type RuleReason, ruleReasons } from '../../../src/learning/eligibility/decision.ts'
import type { Requirement } from '../../../src/learning/specialization.ts'
import { applying, ending, foreign, held } from './cases.ts'

type End = readonly ['met' | 'unmet' | 'review' | 'waived', RuleReason]

interface Case {
  readonly requires: Requirement
  /** Ends for this reason … */
  readonly ends: End
  readonly of: Application
  /** … and after the smallest change for another. */
  readonly twinEnds: End
  readonly twin: Application
}

const course: Requirement = { kind: 'achievement', achievement: 'course' }
const search: Requirement = { kind: 'skill', skill: 'searching', level: 5 }
const chart: Requirement = {
  kind: 'alignment',
  target: 'https://framework.example/search',
  level: 5,
}
const hours: Requirement = { kind: 'hours', atLeast: 5.5 }
const credits: Requirement = { kind: 'credits', atLeast: 3 }
const result: Requirement = { kind: 'result', reaches: { percent: 60 } }
const library: Requirement = { kind: 'statement', statement: 'library' }
const idea: Requirement = { kind: 'statement', statement: 'idea' }
const against: Requirement = { kind: 'not', of: course }
const both: Requirement = { kind: 'all', of: [course, credits] }
const since: Requirement = { ...course, awarded: { since: '2026-02-01' } }

const nothing = applying([])
const [own, other] = [held(), foreign()]
const ofCredits = foreign({ credits: 3 })

const made = (statement: string, reviews: Application['reviews'] = [], withDocument = true) =>
  applying([], {
    statements: [
      {
        statement,
        note: '',
        document: withDocument ? { name: 'a.pdf', digest: 'sha256-' } : null,
      },
    ],
    reviews,
  })

const of = (standing: Standing) => applying([held({ standing })])

/** A standing in which the course does not count; without the credential it is just missing. */
const dead = (standing: Standing, reason: RuleReason): Case => ({
  requires: course,
  ends: ['unmet', reason],
  of: of(standing),
  twinEnds: ['unmet', 'achievement-missing'],
  twin: applying([held({ standing, achievement: 'half' })]),
})

const meets = (
  requires: Requirement,
  reason: RuleReason,
  means: Application,
  [twinEnds, less]: readonly [End, Application],
): Case => ({
  requires,
  ends: ['met', reason],
  of: means,
  twinEnds,
  twin: less,
})

const cases: Readonly<Record<RuleReason, Case>> = {
  'achievement-held': meets(course, 'achievement-held', applying([own]), [
    ['unmet', 'achievement-missing'],
    nothing,
  ]),
  'skill-held': meets(search, 'skill-held', applying([other]), [
    ['unmet', 'skill-missing'],
    applying([foreign({ alignments: [] })]),
  ]),
  'alignment-held': meets(chart, 'alignment-held', applying([other]), [
    ['unmet', 'alignment-missing'],
    applying([own]),
  ]),
  'hours-proven': meets(hours, 'hours-proven', applying([own]), [
    ['unmet', 'hours-missing'],
    applying([held({ achievement: 'half' })]),
  ]),
  'credits-proven': meets(credits, 'credits-proven', applying([ofCredits]), [
    ['unmet', 'credits-missing'],
    applying([foreign({ credits: 2.999 })]),
  ]),
  'result-reached': meets(result, 'result-reached', applying([held({ percent: 60 })]), [
    ['unmet', 'result-low'],
    applying([held({ percent: 59.9 })]),
  ]),
  'statement-accepted': meets(
    library,
    'statement-accepted',
    made('library', [{ item: 'statement:library', verdict: 'accepted' }]),
    [
      ['review', 'statement-to-review'],
      made('library', [{ item: 'statement:idea', verdict: 'accepted' }]),
    ],
  ),
  'parts-met': meets(both, 'parts-met', applying([own, ofCredits]), [
    ['unmet', 'parts-missing'],
    applying([own]),
  ]),
  'nothing-against': meets(against, 'nothing-against', applying([other]), [
    ['unmet', 'held-against'],
    applying([other, own]),
  ]),
  'rule-accepted': {
    requires: course,
    ends: ['waived', 'rule-accepted'],
    of: applying([], { reviews: [{ item: 'rule:asked', verdict: 'accepted' }] }),
    twinEnds: ['met', 'achievement-held'],
    twin: applying([own], { reviews: [{ item: 'rule:asked', verdict: 'accepted' }] }),
  },
  'achievement-missing': {
    requires: course,
    ends: ['unmet', 'achievement-missing'],
    // Others may call theirs as we do.
    of: applying([foreign({ achievement: 'course' })]),
    twinEnds: ['met', 'achievement-held'],
    twin: applying([held({ achievement: 'course' })]),
  },
  'skill-missing': {
    requires: { kind: 'skill', skill: 'singing', level: 1 },
    ends: ['unmet', 'skill-missing'],
    of: applying([own]),
    twinEnds: ['unmet', 'issuer-not-recognised'],
    twin: applying([own, foreign({ alignments: ['skill:singing'] })]),
  },
  'skill-level-low': {
    requires: { kind: 'skill', skill: 'searching', level: 7 },
    ends: ['unmet', 'skill-level-low'],
    of: applying([own]),
    twinEnds: ['review', 'level-not-stated'],
    twin: applying([own, foreign({ alignments: ['skill:searching'] })]),
  },
  'alignment-missing': {
    requires: chart,
    ends: ['unmet', 'alignment-missing'],
    of: applying([foreign({ alignments: ['https://framework.example/write'] })]),
    twinEnds: ['met', 'alignment-held'],
    twin: applying([other]),
  },
  'hours-missing': {
    requires: { kind: 'hours', atLeast: 41 },
    ends: ['unmet', 'hours-missing'],
    // No more than its issuer is believed.
    of: applying([foreign({ hours: 100 })]),
    twinEnds: ['met', 'hours-proven'],
    twin: applying([foreign({ hours: 100 }), own]),
  },
  'credits-missing': {
    requires: credits,
    ends: ['unmet', 'credits-missing'],
    // One study twice is one.
    of: applying([foreign({ credits: 2 }), foreign({ credits: 2 })]),
    twinEnds: ['met', 'credits-proven'],
    twin: applying([
      foreign({ credits: 2 }),
      foreign({ credits: 2, achievement: 'https://academy.example/b' }),
    ]),
  },
  'result-missing': {
    requires: { kind: 'result', reaches: { grade: { atLeast: 'B', order: ['C', 'B', 'A'] } } },
    ends: ['unmet', 'result-missing'],
    of: applying([held({ grade: 'very good' })]),
    twinEnds: ['met', 'result-reached'],
    twin: applying([held({ grade: 'A' })]),
  },
  'result-low': {
    requires: { kind: 'result', achievement: 'course', reaches: { distinction: true } },
    ends: ['unmet', 'result-low'],
    of: applying([own, held({ achievement: 'half', hasDistinction: true })]),
    twinEnds: ['met', 'result-reached'],
    twin: applying([held({ hasDistinction: true })]),
  },
  'awarded-outside-period': {
    requires: since,
    ends: ['unmet', 'awarded-outside-period'],
    of: applying([held({ awardedOn: '2026-01-31' })]),
    twinEnds: ['met', 'achievement-held'],
    twin: applying([held({ awardedOn: '2026-02-01' })]),
  },
  'issuer-not-recognised': {
    requires: { ...course, from: ['academy'] },
    ends: ['unmet', 'issuer-not-recognised'],
    of: applying([own]),
    twinEnds: ['unmet', 'achievement-missing'],
    twin: applying([held({ achievement: 'half' })]),
  },
  'credential-not-genuine': dead('not-genuine', 'credential-not-genuine'),
  'credential-revoked': dead('revoked', 'credential-revoked'),
  'credential-suspended': dead('suspended', 'credential-suspended'),
  'credential-replaced': dead('replaced', 'credential-replaced'),
  'credential-expired': dead('expired', 'credential-expired'),
  'credential-not-yet-valid': dead('not-yet-valid', 'credential-not-yet-valid'),
  'statement-not-made': {
    requires: library,
    ends: ['unmet', 'statement-not-made'],
    // Nothing is accepted that nobody said.
    of: applying([], { reviews: [{ item: 'statement:library', verdict: 'accepted' }] }),
    twinEnds: ['review', 'statement-to-review'],
    twin: made('library'),
  },
  'statement-without-document': {
    requires: idea,
    ends: ['unmet', 'statement-without-document'],
    of: made('idea', [{ item: 'statement:idea', verdict: 'accepted' }], false),
    twinEnds: ['met', 'statement-accepted'],
    twin: made('idea', [{ item: 'statement:idea', verdict: 'accepted' }]),
  },
  'statement-refused': {
    requires: library,
    ends: ['unmet', 'statement-refused'],
    of: made('library', [{ item: 'statement:library', verdict: 'refused' }]),
    twinEnds: ['met', 'statement-accepted'],
    // The last of an item counts.
    twin: made('library', [
      { item: 'statement:library', verdict: 'refused' },
      { item: 'statement:library', verdict: 'accepted' },
    ]),
  },
  'parts-missing': {
    requires: { kind: 'at-least', count: 2, of: [course, credits, library] },
    ends: ['unmet', 'parts-missing'],
    of: applying([own]),
    twinEnds: ['met', 'parts-met'],
    twin: applying([own, ofCredits]),
  },
  'held-against': {
    requires: against,
    ends: ['unmet', 'held-against'],
    of: applying([own]),
    twinEnds: ['met', 'nothing-against'],
    twin: of('revoked'),
  },
  'rule-refused': {
    requires: course,
    ends: ['unmet', 'rule-refused'],
    of: applying([own], { reviews: [{ item: 'rule:asked', verdict: 'refused' }] }),
    twinEnds: ['met', 'achievement-held'],
    twin: applying([own], { reviews: [{ item: 'rule:else', verdict: 'refused' }] }),
  },
  'credential-unclear': {
    requires: course,
    ends: ['review', 'credential-unclear'],
    of: of('unclear'),
    twinEnds: ['unmet', 'achievement-missing'],
    twin: applying([held({ standing: 'unclear', achievement: 'half' })]),
  },
  'level-not-stated': {
    requires: { kind: 'skill', skill: 'writing', level: 4 },
    ends: ['review', 'level-not-stated'],
    of: applying([foreign({ alignments: ['https://framework.example/write'] })]),
    twinEnds: ['met', 'skill-held'],
    twin: applying([foreign({ alignments: ['https://framework.example/write'] }), own]),
  },
  'persons-differ': {
    requires: course,
    ends: ['review', 'persons-differ'],
    of: applying([own, foreign({ name: 'Georg' })]),
    twinEnds: ['met', 'achievement-held'],
    twin: applying([own, foreign({ name: ' MARIA' })]),
  },
  'person-differs': {
    requires: course,
    ends: ['review', 'person-differs'],
    of: applying([own], { person: 'Georg' }),
    twinEnds: ['met', 'achievement-held'],
    twin: applying([own], { person: 'maria ' }),
  },
  'person-unclear': {
    requires: course,
    ends: ['review', 'person-unclear'],
    of: applying([held({ name: null })], { person: 'Maria' }),
    twinEnds: ['met', 'achievement-held'],
    twin: applying([held({ name: null })]),
  },
  'statement-to-review': {
    requires: library,
    ends: ['review', 'statement-to-review'],
    of: made('library'),
    twinEnds: ['unmet', 'statement-not-made'],
    twin: made('idea'),
  },
  'parts-to-review': {
    requires: { kind: 'any', of: [course, library] },
    ends: ['review', 'parts-to-review'],
    of: made('library'),
    twinEnds: ['unmet', 'parts-missing'],
    twin: made('library', [{ item: 'statement:library', verdict: 'refused' }]),
  },
}

describe('the reason of a rule', () => {
  test.each(ruleReasons.map((reason) => [reason, cases[reason]] as const))(
    '%s: there where it applies, and not where it does not',
    (reason, { requires, ends, of: applied, twinEnds, twin }) => {
      expect(ends[1]).toBe(reason)
      const result = ending(requires, applied)
      expect([result.outcome, result.reason]).toEqual(ends)
      const other = ending(requires, twin)
      expect([other.outcome, other.reason]).toEqual(twinEnds)
    },
  )
})
