import type { DraftMessages, DraftRefusals } from '../draft-messages.ts'

export const draftsEnglish: DraftMessages = {
  mark: 'PREVIEW',
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
