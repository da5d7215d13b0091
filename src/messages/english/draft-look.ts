import type { DraftLookMessages } from '../draft-look-messages.ts'

export const draftLookEnglish: DraftLookMessages = {
  lead: 'Nothing is issued yet: see what the file would do, put right how it is read, then issue.',
  wouldIssue: (count) =>
    count === 0
      ? 'Nothing new would be issued.'
      : count === 1
        ? 'One credential would be issued.'
        : `${count} credentials would be issued.`,
  undoNote: (minutes) =>
    minutes === 0
      ? 'Learners are told at once, and it cannot be undone.'
      : `For ${minutes} minutes nobody is told, and all of it can be undone.`,
  tally: 'What becomes of the rows',
  all: 'All rows',
  columns: 'How the columns are read',
  columnHeads: { column: 'Column', role: 'Read as', how: 'How we know', examples: 'Examples' },
  leftAlone: 'left alone',
  module: (id) => `done: ${id}`,
  roles: {
    learner_id: 'learner number',
    id_number: 'ID number',
    username: 'user name',
    email: 'e-mail address',
    name: 'name',
    first_name: 'first name',
    last_name: 'last name',
    last_first_name: 'name, last name first',
    language: 'language',
    completed_on: 'completed on',
    completed: 'completed (yes/no)',
    score: 'score',
    modules: 'modules done',
  },
  hows: {
    stated: 'you said so',
    header: 'by the heading',
    place: 'by its place',
    content: 'by what it holds',
  },
  missing: 'Nothing can be read without',
  days: 'Dates as understood',
  dayHeads: { column: 'Column', written: 'As written', day: 'Understood as' },
  unread: 'not understood',
  reading: 'How to read and issue it',
  completedOn: 'Day of completion, where the file has none',
  language: 'Language of the credentials',
  ofCourse: 'that of each learner, else of the course',
  matchByName: 'Tell learners apart by name where there is nothing else',
  letters: 'Write to the learners',
  undoMinutes: 'Minutes in which it can be undone',
  rowHeads: {
    line: 'Line',
    name: 'Name',
    outcome: 'What becomes of it',
    remarks: 'What is wrong, or different',
  },
  shown: (rows, all) => `Rows ${rows} of ${all}`,
  earlier: 'Earlier rows',
  later: 'Later rows',
  noRows: 'There are no such rows.',
  issuedAs: (value) => `issued as ${value}`,
  progress: (done, all) => `${done} of ${all} signed`,
  rate: (count) => `about ${count} a second`,
}
