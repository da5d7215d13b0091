import type { Html } from '../../src/pages/html.ts'
import { batchUnderWayPage } from '../../src/pages/operator/batch-under-way-page.ts'
import { draftPage } from '../../src/pages/operator/draft-page.ts'
import type { OperatorFrame } from '../../src/pages/operator/frame.ts'
import { importsPage } from '../../src/pages/operator/imports-page.ts'

const problem = { title: 'Not so', remedy: 'Mend it.' }
const id = 'x7vb8h1y4y1agj6mq2jjn3m6q6'
const imports = {
  courses: [{ id: 'biblio-mooc', name: 'BIBLIO' }],
  drafts: [{ id, name: 'report.csv', course: 'biblio-mooc · 2026-1' }],
  batches: [
    {
      id,
      name: 'a-long-name-of-a-file-that-somebody-has-exported-from-somewhere.csv',
      course: 'biblio-mooc · 1',
      day: '28 November 2026',
      state: 'done',
      issued: 1_412,
    },
  ],
} as const
const draft = {
  id,
  fileName: 'report.csv',
  about: 'biblio-mooc · 2026-1',
  understood: {
    format: 'moodle',
    missing: ['email'],
    columns: [
      {
        header: 'Πλήρες όνομα',
        place: 1,
        role: 'name',
        how: 'place',
        confidence: 'likely',
        examples: ['Ελένη Παπαδοπούλου', 'Jānis Bērziņš'],
      },
      { header: '', place: 2, role: null, how: null, confidence: null, examples: [] },
      {
        header: 'Quiz 1',
        place: 3,
        role: 'module:m01',
        how: 'header',
        confidence: 'certain',
        examples: ['1/2/26'],
      },
    ],
    dates: [
      {
        column: 'Quiz 1',
        written: '1/2/26',
        day: null,
        either: { dmy: '2026-02-01', mdy: '2026-01-02', ymd: null },
      },
      { column: 'Quiz 1', written: 'nonsense', day: null, either: null },
    ],
  },
  roles: ['name', 'email', 'module:m01'],
  options: {
    dates: 'dmy',
    completedOn: null,
    language: 'el',
    matchByName: true,
    letters: false,
    undoMinutes: 10,
  },
  counts: { reserved: 412, 'differs-from-issued': 2, 'name-not-printable': 1 },
  total: 415,
  reserved: 412,
  samples: [{ number: 1, name: 'Ελένη Παπαδοπούλου' }],
  rows: [
    { line: 2, name: 'Ελένη Παπαδοπούλου', told: ['reserved'], differs: [] },
    {
      line: 3,
      name: 'Jānis',
      told: ['differs-from-issued', 'email-suspicious'],
      differs: ['Jānis Bērziņš'],
    },
    { line: 4, name: null, told: ['name-missing'], differs: [] },
  ],
  from: 50,
} as const
const batch = {
  id,
  name: 'report.csv',
  state: 'issuing',
  issued: 1_000,
  left: 412,
  perSecond: 33.4,
  mayUndo: true,
  undoUntil: '28 November 2026 at 10:00 UTC',
  counts: { reserved: 412, 'nothing-earned': 3 },
} as const

/** The pages of imports at the operator's desk, by a name for the test. */
export function importPages(frame: OperatorFrame): Readonly<Record<string, Html>> {
  return {
    imports: importsPage(imports, frame),
    'imports-none': importsPage({ ...imports, drafts: [], batches: [], problem }, frame),
    'import-draft': draftPage(draft, frame),
    'import-draft-filtered': draftPage({ ...draft, only: 'reserved', from: 0, problem }, frame),
    'import-draft-unread': draftPage(
      {
        ...draft,
        understood: null,
        rows: [],
        reserved: 0,
        samples: [],
        counts: {},
        total: 0,
        from: 0,
        problem,
      },
      frame,
    ),
    'import-under-way': batchUnderWayPage(batch, frame),
    'import-paused': batchUnderWayPage(
      { ...batch, state: 'paused', undoUntil: null, perSecond: null },
      frame,
    ),
    'import-done': batchUnderWayPage(
      { ...batch, state: 'done', left: 0, mayUndo: false, undoUntil: null },
      frame,
    ),
  }
}
