import type { ImportComplaints, ImportRefusals } from '../import-messages.ts'

export const importRefusalsEnglish: ImportRefusals = {
  'columns-invalid': {
    title: 'The columns that were stated do not fit the file',
    remedy:
      'Use the headers exactly as they stand in the first line, or the place of a column, such as #3. The details name each mistake.',
  },
  'profiles-unreadable': {
    title: 'The list of profiles cannot be used',
    remedy:
      'Hand in the student profile report of the same course: it needs the column name and one of id, username and email.',
  },
}

export const importComplaintsEnglish: ImportComplaints = {
  'completed-unreadable':
    'It cannot be told whether this was done. Write yes, no, a date or a score, or leave the column out.',
  'not-a-learner':
    'This row is the test student of the platform. It was left out; nothing has to be done.',
  'profiles-needed':
    'This report holds no names. Hand in the student profile report with it, or name the column in which the names stand.',
}
