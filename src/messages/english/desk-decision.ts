import type { DeskDecisionMessages } from '../desk-decision-messages.ts'

export const deskDecisionEnglish: DeskDecisionMessages = {
  about: 'Decision about',
  of: (specialization) => `Decision about ${specialization}`,
  applicant: 'Applicant',
  labels: {
    person: 'Name as given',
    reference: 'Your reference',
    country: 'Country',
    applied: 'Applied on',
    credential: 'Signed answer',
    enrolment: 'Enrolment',
    id: 'Number of the decision',
  },
  advice: {
    eligible: 'This is not a place yet: enrol the applicant below.',
    'not-yet': 'What is missing, and where to get it, is listed below.',
    'needs-review': 'What is open is listed below, for you to settle.',
  },
  enrolledAdvice: 'The applicant is enrolled or waits for a place; see below.',
  statements: 'What the applicant stated',
  documentShown: (name) => `Document shown: ${name}`,
  documentNamed: (name) =>
    `Document named in the list: ${name}. It was not handed in here; look at yours.`,
  noDocument: 'No document was shown.',
  noName: 'names nobody',
  moreOpen: (count) => `Still to settle after these: ${count}`,
  personNamed:
    'Accept: all of them count as the applicant’s. Do not accept: only those in the applicant’s name count, and the others are left aside.',
  personNotNamed:
    'Accept: all of them count. Do not accept: none counts, for nobody said whose they are; decide again with the applicant’s name where only some are the applicant’s.',
  mayRevoke:
    'I know that the signed answer is revoked for good if the result is no longer “eligible”.',
  settled: 'What was settled',
  accepted: 'Accepted',
  refused: 'Not accepted',
  otherwise: 'Settle it otherwise',
  note: 'Why',
  noteHint: 'The note stays in the record of this decision.',
  accept: 'Accept',
  refuse: 'Do not accept',
  steps: 'What to do now',
  issue: 'Sign the answer as a credential',
  issueNote:
    'The applicant can show it to anybody. If a certificate it rests on is revoked, it is too.',
  seeCredential: 'See the signed answer',
  enrol: 'Enrol',
  anotherPerson: 'This is another person than the one who is enrolled or waiting already',
  enrolNote: 'Gives a place, or a position in the waiting list where all are taken.',
  seeEnrolments: 'All enrolments',
  enrolments: {
    enrolled: 'Enrolled',
    waiting: 'On the waiting list',
    withdrawn: 'Withdrawn',
  },
  supportGone: 'What it rests on has been withdrawn since.',
  receiptPdf: 'Receipt (PDF)',
  receiptJwt: 'Receipt (signed text)',
  receiptNote:
    'For your files: what was checked, when, and by which rules. Anybody can check it here.',
  again: 'Decide again',
  againNote: 'Opens the form with what is known. Hand in the files once more.',
  rerun: 'Does it still come out the same?',
  same: 'Made again by the rules and for the moment of its day, it comes out the same.',
  differs:
    'Made again by the rules and for the moment of its day, it comes out otherwise. Tell the operator of this service.',
  expired: 'This decision no longer holds. Decide again.',
  withdrawn:
    'The signed answer, or something this decision rests on, was revoked since. Nobody is enrolled by it: decide again.',
  stalePoints: (points, of) => `It was signed with ${points} of ${of} points, and still says so.`,
  former:
    'The catalogue has this specialization no longer, so names are ids. The decision can be read and filed; nothing more can be done with it.',
  trail: 'What was done',
  trailColumns: {
    when: 'When',
    who: 'Who',
    what: 'What',
    outcome: 'Result',
    rules: 'Rules',
  },
  actions: {
    decided: 'Decided',
    reviewed: 'Reviewed',
    issued: 'Signed as a credential',
    enrolled: 'Enrolled',
    waiting: 'Put on the waiting list',
    'moved-up': 'Moved up from the waiting list',
    'told-apart':
      'Said to be another person than the one of this name or reference who is enrolled',
    withdrawn: 'Withdrawn',
  },
  administrator: 'Administrator',
  service: 'This service',
  done: {
    decided: 'The decision is kept.',
    reviewed: 'Your verdict is kept, and the decision was made again with it.',
    issued: 'The answer is signed.',
    enrolled: 'The enrolment is kept.',
  },
}
