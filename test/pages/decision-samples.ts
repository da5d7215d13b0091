import type { Localised } from '../../src/language.ts'
import type { Catalogue } from '../../src/learning/catalogue.ts'
import { type HeldCredential, unsaid } from '../../src/learning/eligibility/application.ts'
import type { Decision, RuleResult } from '../../src/learning/eligibility/decision.ts'
import type { Specialization } from '../../src/learning/specialization.ts'
import { catalogue as withoutSpecializations } from './samples.ts'

const text = (en: string, el: string | null = null): Localised => ({
  en,
  it: null,
  el,
  bg: null,
  lv: null,
})

/** A specialization with what the real ones have: the names of two rules are owed in Greek. */
export const specialization: Specialization = {
  id: 'ceco',
  name: text('Community engagement and communication', 'Εξωστρέφεια και επικοινωνία'),
  description: text('A course after the MOOC, in the language of your country.'),
  profile: 'ceco',
  hours: {
    total: 240,
    parts: [
      { name: text('Face to face', 'Με φυσική παρουσία'), hours: 20 },
      { name: text('Online', 'Διαδικτυακά'), hours: 160 },
      { name: text('Work-based learning'), hours: 160 },
    ],
  },
  places: { total: 100, perCountry: 25 },
  countries: ['GR', 'IT', 'LV'],
  applications: { from: '2026-11-01', until: '2026-12-15' },
  modules: [
    { id: 'data', name: text('Managing data'), hours: 20, skills: ['managing-data'] },
    { id: 'safety', name: text('Data safety', 'Ασφάλεια'), hours: 10, skills: ['data-safety'] },
  ],
  admission: {
    validDays: 90,
    statements: [
      {
        id: 'host',
        name: text('A library hosts me', 'Με φιλοξενεί βιβλιοθήκη'),
        needs: 'document',
      },
      { id: 'idea', name: text('I have a project idea'), needs: 'review' },
    ],
    rules: [
      {
        id: 'mooc-completed',
        name: text('Completion of the MOOC', 'Ολοκλήρωση του μαθήματος'),
        advice: text('The MOOC is free and open to all.', 'Το μάθημα είναι δωρεάν.'),
        requires: { kind: 'achievement', achievement: 'mooc', from: ['own'] },
        points: 1,
      },
      {
        id: 'equal-hours',
        name: text('Other certificates of equal hours'),
        advice: text('Certificates of any recognised issuer count.'),
        requires: { kind: 'hours', atLeast: 80 },
        points: 0,
      },
      {
        id: 'library-host',
        name: text('A library for the work-based phase'),
        advice: text('Ask a library near you for a letter.'),
        requires: { kind: 'statement', statement: 'host' },
        points: 1,
      },
      {
        id: 'project-idea',
        name: text('A project idea'),
        advice: text('Describe it on one page.'),
        requires: { kind: 'statement', statement: 'idea' },
        points: 1,
      },
    ],
    eligible: { kind: 'rule', rule: 'mooc-completed' },
    considered: {
      kind: 'any',
      of: [
        { kind: 'rule', rule: 'equal-hours' },
        { kind: 'rule', rule: 'project-idea' },
      ],
    },
    waivers: { from: ['own'] },
  },
  eligibility: {
    version: '1',
    name: text('Eligible: community engagement'),
    description: text('May enrol.'),
    criteria: text('Met the conditions.'),
    emblem: { label: 'CECO', ink: '#ffffff', ground: '#1f4d3a' },
    issuer: null,
  },
}

export const catalogue: Catalogue = {
  ...withoutSpecializations,
  recognitions: [
    {
      id: 'own',
      issuer: 'own',
      skills: null,
      maxHours: null,
      since: null,
      until: null,
      alignments: [],
    },
  ],
  specializations: [specialization],
}

const certificate = 'https://badges.example.org/c/3vQB7B6MrGQZaxCuFg4oh'
const foreign = 'https://learn.example.net/credentials/1'

export const held: readonly HeldCredential[] = [
  {
    ...unsaid,
    id: certificate,
    digest: 'sha256-x',
    standing: 'current',
    because: null,
    issuer: 'did:web:badges.example.org',
    isOwn: true,
    name: 'Ελένη Παπαδοπούλου',
    awardedOn: '2026-11-20',
    achievement: 'mooc',
    title: 'Digital skills for library professionals',
    hours: 80,
    percent: 92,
    hasDistinction: true,
    keys: ['did:web:badges.example.org#2026-2'],
  },
]

const met: RuleResult = {
  rule: 'mooc-completed',
  outcome: 'met',
  reason: 'achievement-held',
  because: [certificate],
  figures: null,
  about: 'mooc',
  points: 1,
  lacks: [],
}

const result = (rule: string, changes: Partial<RuleResult>): RuleResult => ({
  ...met,
  rule,
  because: [],
  about: null,
  points: 0,
  ...changes,
})

const moocMissing = result('mooc-completed', {
  outcome: 'unmet',
  reason: 'achievement-missing',
  about: 'mooc',
})
const hoursMissing = result('equal-hours', {
  outcome: 'unmet',
  reason: 'hours-missing',
  figures: { has: 12, needs: 80 },
})
const noHost = result('library-host', {
  outcome: 'unmet',
  reason: 'statement-not-made',
  about: 'host',
})
const noIdea = result('project-idea', {
  outcome: 'unmet',
  reason: 'statement-not-made',
  about: 'idea',
})
const ideaMade = result('project-idea', {
  outcome: 'review',
  reason: 'statement-to-review',
  about: 'idea',
})

const module = { hours: 20, hoursProven: 0, hoursMissing: 20, because: [] } as const

const eligible: Decision = {
  specialization: 'ceco',
  outcome: 'eligible',
  reason: 'conditions-met',
  priority: { points: 1, of: 3, pending: 1 },
  rules: [
    met,
    result('equal-hours', { reason: 'hours-proven', figures: { has: 80, needs: 80 } }),
    noHost,
    ideaMade,
  ],
  modules: [
    {
      ...module,
      module: 'data',
      state: 'proven',
      hoursProven: 20,
      hoursMissing: 0,
      because: [certificate],
    },
    { module: 'safety', state: 'partial', hours: 10, hoursProven: 4, hoursMissing: 6, because: [] },
  ],
  credentials: [{ id: certificate, counts: 'yes', reason: 'counts' }],
  toReview: ['module:data', 'rule:project-idea', 'statement:idea'],
  ruleVersion: `sha256-${'ab'.repeat(32)}`,
  decidedAt: '2026-11-26T10:00:00Z',
  validUntil: '2027-02-24T10:00:00Z',
}

const notYet: Decision = {
  ...eligible,
  outcome: 'not-yet',
  reason: 'conditions-unmet',
  priority: { points: 0, of: 3, pending: 0 },
  rules: [moocMissing, hoursMissing, noHost, noIdea],
  modules: eligible.modules.map((each) => ({ ...each, ...module, state: 'none' })),
  credentials: [
    { id: foreign, counts: 'no', reason: 'issuer-not-recognised' },
    { id: certificate, counts: 'no', reason: 'expired' },
  ],
  toReview: [],
}

const needsReview: Decision = {
  ...notYet,
  outcome: 'needs-review',
  reason: 'considered',
  priority: { points: 0, of: 3, pending: 1 },
  rules: [moocMissing, hoursMissing, noHost, ideaMade],
  credentials: [],
  toReview: ['rule:project-idea', 'statement:idea', 'admission'],
}

/** Two persons' certificates handed in together. */
const mixture: Decision = {
  ...needsReview,
  reason: 'persons-differ',
  rules: [
    result('mooc-completed', {
      outcome: 'review',
      reason: 'parts-to-review',
      lacks: [
        { ...met, outcome: 'review', reason: 'persons-differ' },
        { ...hoursMissing, outcome: 'review', reason: 'credential-unclear', about: 'mooc' },
      ],
    }),
    result('equal-hours', { outcome: 'unmet', reason: 'rule-refused' }),
    result('library-host', { outcome: 'waived', reason: 'rule-accepted' }),
    noIdea,
  ],
  modules: [{ ...module, module: 'data', state: 'waived', hoursProven: 20, hoursMissing: 0 }],
  credentials: [
    { id: certificate, counts: 'unclear', reason: 'persons-differ' },
    { id: foreign, counts: 'unclear', reason: 'persons-differ' },
  ],
  toReview: ['person', 'rule:mooc-completed', 'admission'],
}

/** Everything that a decision was told about is gone from the catalogue since. */
const outdated: Decision = {
  ...notYet,
  rules: [
    result('gone-rule', { outcome: 'unmet', reason: 'skill-missing', about: 'gone-skill' }),
    result('other', { outcome: 'unmet', reason: 'achievement-missing', about: 'gone' }),
  ],
  modules: [{ ...module, module: 'gone-module', state: 'refused' }],
  toReview: ['rule:gone-rule', 'module:gone-module', 'strange'],
}

export const decisions = { eligible, notYet, needsReview, mixture, outdated }
