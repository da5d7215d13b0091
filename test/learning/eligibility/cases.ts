import {
  type Application,
  type HeldCredential,
  unsaid,
} from '../../../src/learning/eligibility/application.ts'
import type { RuleBook } from '../../../src/learning/eligibility/rule-book.ts'
import { decide } from '../../../src/learning/eligibility.ts'
import type { Requirement } from '../../../src/learning/specialization.ts'

export const academy = 'did:web:academy.example'

/** A book with three modules, an own course of two units, and one other issuer. */
export const book: RuleBook = {
  specialization: 'ceco',
  version: 'sha256-of-the-test',
  validDays: 90,
  rules: [],
  eligible: { kind: 'achievement', achievement: 'course' },
  considered: null,
  statements: [
    { id: 'library', needs: 'review' },
    { id: 'idea', needs: 'document' },
  ],
  modules: [
    { id: 'm1', hours: 4, skills: ['searching'] },
    { id: 'm2', hours: 6, skills: ['searching', 'writing'] },
    { id: 'm3', hours: 10, skills: ['singing'] },
  ],
  waiversFrom: ['ours', 'academy'],
  recognitions: [
    {
      id: 'ours',
      issuer: 'own',
      skills: null,
      maxHours: null,
      since: null,
      until: null,
      alignments: [],
    },
    {
      id: 'academy',
      issuer: academy,
      skills: ['searching', 'writing'],
      maxHours: 40,
      since: '2024-01-01',
      until: '2026-12-31',
      alignments: [
        { target: 'https://framework.example/search', skill: 'searching', level: 5 },
        { target: 'https://framework.example/write', skill: 'writing', level: null },
      ],
    },
  ],
  own: {
    course: {
      skills: [
        { skill: 'searching', level: 6 },
        { skill: 'writing', level: 4 },
      ],
      units: [
        { id: 'c/u1', hours: 3, skills: ['searching'] },
        { id: 'c/u2', hours: 2.5, skills: ['writing'] },
      ],
    },
    half: {
      skills: [{ skill: 'searching', level: 6 }],
      units: [{ id: 'c/u1', hours: 3, skills: ['searching'] }],
    },
  },
}

let count = 0

/** A current credential of Maria's, of our own course where nothing else is said. */
export function held(change: Partial<HeldCredential> = {}): HeldCredential {
  count += 1
  return {
    ...unsaid,
    id: `urn:example:${count}`,
    digest: `sha256-${count}`,
    standing: 'current',
    because: null,
    issuer: 'did:web:own.example',
    isOwn: true,
    name: 'Maria',
    awardedOn: '2026-03-01',
    achievement: 'course',
    ...change,
  }
}

/** One of the academy's, of forty hours. */
export const foreign = (change: Partial<HeldCredential> = {}): HeldCredential =>
  held({
    issuer: academy,
    isOwn: false,
    achievement: 'https://academy.example/search',
    hours: 40,
    alignments: ['https://framework.example/search'],
    ...change,
  })

export const applying = (
  credentials: readonly HeldCredential[],
  change: Partial<Application> = {},
): Application => ({
  person: null,
  credentials,
  statements: [],
  unreachable: 0,
  reviews: [],
  appliedAt: '2026-11-01T10:00:00Z',
  decidedAt: '2026-11-20T10:00:00Z',
  ...change,
})

/** How a rule of just this requirement ends. */
export function ending(requires: Requirement, application: Application, of: RuleBook = book) {
  const rules = [{ id: 'asked', requires, points: 1 }]
  const [result] = decide({ ...of, rules }, application).rules
  if (!result) throw new Error('the rule was not settled')
  return result
}
