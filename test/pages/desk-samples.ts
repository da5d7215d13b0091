import { type Language, tell } from '../../src/language.ts'
import type { Application } from '../../src/learning/eligibility/application.ts'
import type { Decision } from '../../src/learning/eligibility/decision.ts'
import { messagesFor } from '../../src/messages/offered.ts'
import { reviewItemName, tellDecision } from '../../src/messages/tell-decision.ts'
import type { DeskDecision } from '../../src/pages/desk-decision-view.ts'
import type { DeskRow } from '../../src/pages/desk-home-page.ts'
import type { DeskListView, RankedRow } from '../../src/pages/desk-list-page.ts'
import type { DeskQueueView } from '../../src/pages/desk-queue-page.ts'
import { catalogue, held, specialization } from './decision-samples.ts'

export const formToken = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

export const deskRows: readonly DeskRow[] = [
  { specialization, isOpen: true, decisions: 1204, waiting: 3, taken: 61 },
  {
    specialization: {
      ...specialization,
      applications: { from: '2027-10-01', until: null },
      places: { total: null, perCountry: 5 },
    },
    isOpen: false,
    decisions: 0,
    waiting: 0,
    taken: null,
  },
]

const digest = 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='

const application: Application = {
  person: 'Ελένη Παπαδοπούλου',
  credentials: [...held, { ...held[0]!, id: 'urn:x', title: null, name: null }],
  statements: [
    { statement: 'host', note: '', document: { name: 'letter.pdf', digest } },
    { statement: 'idea', note: 'Story hours\n\nin the hospital', document: null },
  ],
  unreachable: 0,
  reviews: [{ item: 'statement:host', verdict: 'accepted' }],
  appliedAt: '2026-11-26T09:00:00Z',
  decidedAt: '2026-11-26T10:00:00Z',
}

/** A decision as the desk shows it, settled in part. */
export function deskDecision(decision: Decision, language: Language): DeskDecision {
  const messages = messagesFor(language)
  const telling = { catalogue, specialization, messages, language: messages.language, held }
  const { outcome, ruleVersion } = decision
  const step = { outcome, ruleVersion, item: null, verdict: null, note: null }
  const item = 'statement:host'
  const name = reviewItemName(item, telling)
  return {
    id: '0123456789abcdefghjkmnpqrs',
    decision,
    told: tellDecision(decision, telling),
    messages,
    specialization,
    name: tell(specialization.name, messages.language),
    application,
    unread: [
      { name: 'holiday.jpg', code: 'no-credential-found' },
      { name: 'https://slow.example/c/1', code: 'fault' },
    ],
    reference: 'A-17',
    country: 'GR',
    credential: null,
    signedPoints: null,
    isWithdrawn: false,
    enrolment: null,
    isExpired: false,
    isFormer: false,
    settled: [{ item, name, verdict: 'accepted' }],
    trail: [
      { ...step, happenedAt: '2026-11-26T10:00:00Z', who: 'Eva', action: 'decided' },
      {
        ...step,
        happenedAt: '2026-11-26T11:00:00Z',
        who: 'Eva',
        action: 'reviewed',
        item: name,
        verdict: 'accepted',
        note: 'The letter is signed.',
      },
      { ...step, happenedAt: '2026-11-26T12:00:00Z', who: 'colophon', action: 'toString' },
    ],
  }
}

const row: RankedRow = {
  id: '0123456789abcdefghjkmnpqrs',
  rank: 1,
  behind: 'first',
  outcome: 'eligible',
  points: 2,
  appliedAt: '2026-11-26T09:00:00Z',
  reference: 'A-17',
  name: 'Ελένη Παπαδοπούλου',
  isErased: false,
}

export const deskList: DeskListView = {
  specialization,
  tally: { eligible: 260, 'needs-review': 2, 'not-yet': 1 },
  from: 50,
  rows: [
    row,
    { ...row, rank: 2, behind: 'points', points: 1, reference: null },
    { ...row, rank: 3, behind: 'outcome', outcome: 'needs-review', name: null },
    { ...row, rank: 4, behind: 'time', outcome: 'needs-review', reference: null, name: null },
    { ...row, rank: 5, behind: 'id', outcome: 'not-yet', isErased: true },
  ],
}

export const deskQueue: DeskQueueView = {
  specialization,
  rows: deskList.rows.map((each) => ({
    ...each,
    decidedAt: '2026-11-26T10:00:00Z',
    waits: ['Statement: I have a project idea', 'Module: Managing data'],
  })),
  next: 'mi1-0a',
  isFirst: false,
}

export const applyGiven = {
  links: 'https://badges.example.org/c/x',
  person: 'Ελένη',
  country: 'GR',
  reference: 'A-17',
  statements: new Map([['idea', 'Story hours']]),
}
