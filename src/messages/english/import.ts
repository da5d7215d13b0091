import type { ImportComplaints, ImportRefusals } from '../import-messages.ts'

export const importRefusalsEnglish: ImportRefusals = {
  'csv-unreadable': {
    title: 'The table could not be read',
    remedy: 'Save it again as CSV in UTF-8 and look at the line named in the details.',
  },
  'csv-unknown-format': {
    title: 'This kind of export was not recognised',
    remedy: 'Say which system it comes from, or use the column names of the sample file.',
  },
  'dates-order-needed': {
    title: 'The order of day and month is not clear',
    remedy: 'Say whether the dates are written day first, month first or year first.',
  },
  'completions-invalid': {
    title: 'Some rows cannot be taken as they are',
    remedy:
      'Correct the rows named in the details and send the file again. Nothing is issued twice.',
  },
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
