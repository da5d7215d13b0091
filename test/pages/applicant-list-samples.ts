import {
  type ApplicantListView,
  applicantListPage,
  applicantsPerPage,
  type ListedRow,
} from '../../src/pages/applicant-list-page.ts'
import {
  type ApplicantListsView,
  applicantListsPage,
} from '../../src/pages/applicant-lists-page.ts'
import type { DeskFrame } from '../../src/pages/desk-frame.ts'

const why = 'What was handed in was looked at, and the conditions of admission are not met yet.'
const decided = (['eligible', 'needs-review', 'not-yet'] as const).map((state, at) => ({
  line: at + 2,
  reference: `Candidature ${at} of somebody with a long name`,
  rank: at + 1,
  state,
  decision: 'a'.repeat(26),
  priority: '2 of 3 points; 1 more is still open, applied on 2 November 2026',
  why,
  missing:
    state === 'eligible' ? [] : ['Completion of the MOOC', 'A library that hosts', 'An idea'],
}))
const others: readonly ListedRow[] = [
  { line: 7, reference: null, rank: null, state: 'refused', why: 'The row is too short (2 / 5)' },
  { line: 8, reference: 'A-8', rank: null, state: 'waiting' },
]
const kinds: readonly ListedRow[] = [...decided, ...others]

/** As many rows as a page has, of everything a line can come to. */
const rows = Array.from({ length: applicantsPerPage }, (_, at) => kinds[at % kinds.length]!)

/** A list that is done and fills hundreds of pages. */
const decidedList: ApplicantListView = {
  specialization: 'ceco',
  name: 'CECO',
  list: 'b'.repeat(26),
  createdAt: '2026-11-24T12:00:00.000Z',
  total: 9_000,
  done: 9_000,
  isDone: true,
  reloads: false,
  tallies: { eligible: 4_000, 'needs-review': 2_000, 'not-yet': 2_000, refused: 1_000, waiting: 0 },
  count: 9_000,
  rows,
  from: 100 * applicantsPerPage,
}

/** One that is under way, of which only those are shown that still wait. */
const openList: ApplicantListView = {
  ...decidedList,
  isDone: false,
  reloads: true,
  done: 8_990,
  tallies: { ...decidedList.tallies, waiting: 10 },
  only: 'waiting',
  count: 10,
  rows: others.slice(1),
  from: 0,
}

const applicantLists: ApplicantListsView = {
  specialization: 'ceco',
  name: 'CECO',
  columns: ['credentials', 'reference', 'name', 'country', 'statements'],
  statements: ['project-idea'],
  countries: ['GR', 'IT'],
  lists: [decidedList, openList].map(({ list, createdAt, done, total }) => ({
    id: list,
    createdAt,
    done,
    total,
  })),
}

/** The same when nothing reloads, and no line is there of what is shown. */
const stillList: ApplicantListView = {
  ...openList,
  reloads: false,
  only: 'refused',
  count: 0,
  rows: [],
}

const unreadableList: ApplicantListsView = {
  ...applicantLists,
  lists: [],
  problem: { code: 'list-unreadable', detail: 'Line 1: no such column, or twice: credentails' },
}

/** Every page about lists, by a name for the test. */
export const applicantListPages = (frame: DeskFrame) => ({
  'desk-lists': applicantListsPage(applicantLists, frame),
  'desk-lists-problem': applicantListsPage(unreadableList, frame),
  'desk-list': applicantListPage(decidedList, frame),
  'desk-list-under-way': applicantListPage(openList, frame),
  'desk-list-still': applicantListPage(stillList, frame),
})
