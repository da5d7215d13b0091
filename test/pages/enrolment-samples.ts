import type { DeskFrame } from '../../src/pages/desk-frame.ts'
import {
  type EnrolmentRow,
  type EnrolmentsView,
  enrolmentsPage,
  enrolmentsPerPage,
} from '../../src/pages/enrolments-page.ts'
import { withdrawalPage } from '../../src/pages/withdrawal-page.ts'
import { specialization } from './decision-samples.ts'

const row = (over: Partial<EnrolmentRow>): EnrolmentRow => ({
  id: '0123456789abcdefghjkmnpqrs',
  decision: '0123456789abcdefghjkmnpqrs',
  reference: null,
  name: null,
  isErased: false,
  state: 'enrolled',
  position: null,
  country: 'GR',
  points: 40,
  appliedAt: '2026-11-03T08:00:00.000Z',
  supportGone: false,
  ...over,
})

const enrolmentsView: EnrolmentsView = {
  specialization,
  places: {
    total: 80,
    taken: 61,
    waiting: 12,
    perCountry: {
      limit: 20,
      countries: [
        { country: 'BG', taken: 11, waiting: 0 },
        { country: 'GR', taken: 20, waiting: 12 },
        { country: 'IT', taken: 18, waiting: 0 },
        { country: 'LV', taken: 12, waiting: 0 },
      ],
    },
  },
  rows: [
    row({ id: 'a', reference: 'A-17', name: 'Μαρία Παπαδοπούλου' }),
    row({ id: 'b', reference: '<b>"&', name: '\u202Eevil', points: 10, supportGone: true }),
    row({
      id: 'c',
      name: 'Ilze Bērziņa',
      state: 'waiting',
      position: 3,
      points: 10,
      country: 'LV',
    }),
    row({ id: 'd', state: 'withdrawn', country: null, points: 0 }),
    row({ id: 'e', state: 'withdrawn', isErased: true, points: 0 }),
  ],
  next: 'e',
  isLater: true,
  withdrawn: { movedUp: 1 },
}

const noEnrolments: EnrolmentsView = {
  specialization,
  places: {
    total: null,
    taken: 0,
    waiting: 0,
    perCountry: { limit: null, countries: [] },
  },
  only: 'waiting',
  rows: [],
  next: null,
  isLater: false,
}

/** As many as one page takes, each as long as it may be. */
const fullEnrolments: EnrolmentsView = {
  ...enrolmentsView,
  rows: Array.from({ length: enrolmentsPerPage }, (_, index) =>
    row({
      id: `0123456789abcdefghjkmnp${String(index).padStart(3, '0')}`,
      reference: `Applicant number ${index}`,
      name: 'Μαρία Παπαδοπούλου-Αναγνωστοπούλου',
      state: 'waiting',
      position: index + 1,
    }),
  ),
}

/** The pages of enrolment by name. */
export function enrolmentPages(frame: DeskFrame) {
  const [, second = row({})] = enrolmentsView.rows
  return {
    'desk-enrolments': enrolmentsPage(enrolmentsView, frame),
    'desk-enrolments-none': enrolmentsPage(noEnrolments, frame),
    'desk-enrolments-full': enrolmentsPage(fullEnrolments, frame),
    'desk-enrolment': withdrawalPage({ specialization, row: second }, frame),
  }
}
