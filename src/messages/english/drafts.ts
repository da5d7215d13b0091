import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'

export const draftsEnglish: DraftMessages = {
  mark: 'PREVIEW',
  handIn: 'Hand in an export',
  file: 'File of completions',
  course: 'Course',
  run: 'Run, such as 2026-1',
  look: 'Look at it',
  drafts: 'Not issued yet',
  batches: 'Issued',
  none: 'None so far.',
  dates: 'Order of dates in figures',
  asWritten: 'As the file writes them',
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
  apply: 'Read it so',
  rows: 'Rows',
  outcome: 'What becomes of it',
  count: 'Rows',
  previews: 'How the certificates will look',
  discard: 'Discard',
  state: 'State',
  issued: 'Issued',
  left: 'To be signed',
  pause: 'Pause',
  resume: 'Resume',
  undo: 'Undo all of it',
  release: 'Tell the learners now',
  result: 'Result as a table (CSV)',
  refresh: 'Refresh',
  issue: (count) => `Issue ${count} ${count === 1 ? 'credential' : 'credentials'}`,
  undoUntil: (instant) => `It can be undone until ${instant}; until then nobody is told.`,
  outcomes: {
    reserved: 'would be issued',
    'already-issued': 'issued already',
    'differs-from-issued': 'differs from what was issued',
    'learner-erased': 'erased before',
    'issuer-out-of-scope': 'beyond the issuer’s scope',
    'nothing-earned': 'nothing earned',
    rejected: 'left out',
    warning: 'with a remark',
  },
  states: {
    reading: 'being read',
    failed: 'failed',
    issuing: 'being signed',
    paused: 'paused',
    undoing: 'being undone',
    undone: 'undone',
    done: 'done',
  },
}

export const draftRefusalsEnglish: DraftRefusals = {
  'draft-not-found': {
    title: 'There is no such draft',
    remedy: 'It may have been discarded; drafts are kept for seven days. Hand the file in again.',
  },
  'draft-issued': {
    title: 'This draft has been issued',
    remedy: 'Look at its batch: it says what came of every row.',
  },
  'draft-differs': {
    title: 'It would be another number of credentials by now',
    remedy: 'Look at the draft once more, and issue it if the new number is right.',
  },
  'batch-being-read': {
    title: 'The file is still being read',
    remedy: 'Try again in a moment.',
  },
  'batch-undone': {
    title: 'This import was undone',
    remedy: 'Hand in the corrected file as a new draft.',
  },
  'undo-over': {
    title: 'The time to undo this import is over',
    remedy:
      'Learners may have been told already. Correct or revoke the credentials that are wrong.',
  },
}
