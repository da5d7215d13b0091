import type { Language } from '../../src/language.ts'
import type { Html } from '../../src/pages/html.ts'
import {
  type ActRow,
  actPage,
  actsPage,
  newActPage,
  type PreviewView,
} from '../../src/pages/operator/acts-pages.ts'
import { correctionsPage } from '../../src/pages/operator/corrections-page.ts'
import { credentialFilePage, learnerFilePage } from '../../src/pages/operator/file-pages.ts'
import { findPage } from '../../src/pages/operator/find-page.ts'
import type { OperatorFrame } from '../../src/pages/operator/frame.ts'
import type { FoundRow } from '../../src/pages/operator/many-parts.ts'
import { formToken } from './desk-samples.ts'
import { frame } from './samples.ts'

const id = '0123456789abcdefghjkmnpqrs'
const at = '2026-11-20T09:00:00.000Z'

const rows: readonly FoundRow[] = (
  ['issued', 'reserved', 'revoked', 'erased', 'void'] as const
).map((state, index) => ({
  id: `${index}${id.slice(1)}`,
  name: state === 'erased' ? null : 'Μαρία Παπαδοπούλου-Οζολίνα',
  title: state === 'erased' ? null : 'Digital skills in libraries',
  course: 'biblio-mooc',
  run: '2026-1',
  state,
  issuedAt: state === 'reserved' ? null : at,
  letter: (['waiting', 'sent', 'refused', 'unclear', null] as const)[index] ?? null,
}))
const [first] = rows as [FoundRow]

const counts = { open: 3, begun: 1, done: 40, failed: 2, 'left-out': 4 }
const act: ActRow = {
  id,
  kind: 'revoke',
  state: 'running',
  askedAt: at,
  askedBy: 'someone',
  endsAt: '2026-11-27T09:00:00.000Z',
  settledBy: 'somebody-else',
  note: 'the wrong <export>',
  answer: null,
  counts,
  outcomes: [
    { state: 'failed', code: 'already-revoked', count: 2 },
    { state: 'left-out', code: 'claimed', count: 4 },
  ],
}
const preview: PreviewView = {
  kind: 'correct',
  selection: 'ab'.repeat(32),
  selected: 3,
  toDo: 2,
  leftOut: { 'no-address': 1, 'credential-not-issued': 1 },
  courses: { 'biblio-mooc': 2 },
  achievements: { 'mooc-completion': 2 },
  needsApproval: true,
  first: [
    { id, name: 'Līga', title: 'x', run: '1', leftOut: null, changes: { name: 'Līga Ozoliņa' } },
    { id, name: null, title: null, run: null, leftOut: 'credential-not-found', changes: null },
  ],
}
const wish = {
  name: 'Maria Rossi',
  score: 91.5,
  awardedOn: '2026-05-04',
  note: 'as in my passport',
}
const correction = {
  id,
  credential: id,
  course: 'biblio-mooc',
  state: 'asked',
  wish,
  changes: null,
  askedAt: at,
  answer: null,
  says: { name: 'Marla Rosi' },
} as const
const problem = { title: 'It did not work', remedy: 'Try again.' }

/** Pages that find what was issued and act on many of it, by a name for the test. */
export function manyPages(language: Language): Readonly<Record<string, Html>> {
  const person = { name: 'Ada', role: 'admin', hasPassword: true } as const
  const own: OperatorFrame = { ...frame, language, formToken, person }
  const courses = [{ id: 'biblio-mooc', name: 'BIBLIO' }]
  const asked = { q: 'παπα', course: 'biblio-mooc', status: 'issued' }
  const fresh = { kind: 'revoke', fields: asked, rows: '', ids: '', code: 'replaced' } as const
  return {
    'find-empty': findPage({ asked: {}, courses, rows: null, next: null }, own),
    'find-found': findPage({ asked, courses, rows, next: id }, own),
    'find-none': findPage({ asked, courses, rows: [], next: null, problem }, own),
    'desk-credential': credentialFilePage(
      {
        ...first,
        learner: 'l',
        achievement: 'mooc-completion',
        revokedAt: null,
        versions: [{ issuedAt: at, replacedAt: at }],
        corrections: [{ askedAt: at, state: 'declined', wish, changes: null, answer: 'No.' }],
        history: [{ at, actor: 'system', action: 'credential-issued', detail: null }],
      },
      own,
    ),
    'desk-learner': learnerFilePage(
      {
        now: at,
        name: 'Līga',
        email: null,
        credentials: rows,
        letters: [{ state: 'refused', changedAt: at, reply: '550 no such user' }],
        claims: [{ createdAt: at, expiresAt: at, usedAt: null }],
        decisions: [],
      },
      own,
    ),
    'acts-list': actsPage({ acts: [{ ...act, state: 'asked' }, act], next: id }, own),
    'act-new': newActPage({ ...fresh, everybody: false, reason: '', preview, problem }, own),
    'act-new-resend': newActPage(
      { ...fresh, kind: 'resend', everybody: true, reason: 'x', preview: null },
      own,
    ),
    'act-new-ids': newActPage(
      { ...fresh, fields: {}, ids: id, everybody: false, reason: '', preview },
      own,
    ),
    'act-new-correct': newActPage(
      { ...fresh, kind: 'correct', rows: 'id,name', everybody: false, reason: '', preview },
      own,
    ),
    'act-asked': actPage(
      { act: { ...act, state: 'asked' }, preview, isOwn: false, reloads: false },
      own,
    ),
    'act-running': actPage({ act, preview: null, isOwn: true, reloads: true, problem }, own),
    'act-done': actPage(
      {
        act: { ...act, state: 'refused', answer: 'no' },
        preview: null,
        isOwn: true,
        reloads: false,
      },
      own,
    ),
    'corrections-asked': correctionsPage(
      {
        corrections: [
          correction,
          { ...correction, id: `1${id.slice(1)}`, state: 'done', changes: wish },
        ],
        next: id,
        isAll: true,
      },
      own,
    ),
    'corrections-none': correctionsPage({ corrections: [], next: null, isAll: false }, own),
  }
}
