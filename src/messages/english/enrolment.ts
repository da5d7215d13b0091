import type { EnrolmentMessages } from '../enrolment-messages.ts'

export const enrolmentEnglish: EnrolmentMessages = {
  lead: 'Your applicants who have a place, and those who wait for one.',
  places: 'Places',
  taken: (taken, total) => `${taken} of ${total} taken`,
  takenWithoutLimit: (taken) => `${taken} taken, without a limit`,
  waiting: (count) => (count === 1 ? '1 person waits' : `${count} people wait`),
  overAll: 'Places are counted over all providers; the list below shows your own applicants.',
  countryTable: 'Places by country',
  countryColumns: { country: 'Country', taken: 'Taken', waiting: 'Waiting' },
  ofLimit: (taken, limit) => `${taken} of ${limit}`,
  filter: 'Show only',
  all: 'All',
  states: { enrolled: 'Has a place', waiting: 'Waiting', withdrawn: 'Withdrawn' },
  position: (position) => `number ${position} in the waiting list`,
  supportGone:
    'The decision no longer stands: look at it again. The place stays taken until you withdraw it.',
  table: 'Your enrolments',
  columns: {
    applicant: 'Applicant',
    state: 'State',
    country: 'Country',
    points: 'Points',
    applied: 'Applied',
    action: 'Withdraw',
  },
  unnamed: 'Without a name',
  erased: 'Erased after the retention time',
  order:
    'In the order of the waiting list: more points first, then who applied first, then who was enrolled first.',
  none: 'There is nobody here yet. Enrol an applicant from the page of the decision.',
  more: 'Further ones',
  fromTheStart: 'From the beginning',
  download: 'Take away as a table (CSV)',
  one: 'Enrolment',
  back: 'Back to all enrolments',
  withdraw: 'Withdraw',
  withdrawHint: 'The place goes at once to the next who waits. That cannot be taken back.',
  note: 'Why (kept in the audit trail)',
  confirm: 'Give the place back',
  withdrawn: 'The enrolment is withdrawn.',
  movedUp: (count) =>
    count === 0
      ? 'Nobody moved up.'
      : count === 1
        ? '1 person moved up from the waiting list.'
        : `${count} people moved up from the waiting list.`,
}
