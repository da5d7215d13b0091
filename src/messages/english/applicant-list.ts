import type { ApplicantListMessages } from '../applicant-list-messages.ts'
import { formatNumber } from '../format.ts'

const number = (value: number) => formatNumber(value, 'en')

export const applicantListEnglish: ApplicantListMessages = {
  title: 'Lists of applicants',
  lead: 'Hand in a table with a row for each applicant. Every row is decided by itself and ranked with the others.',
  file: 'Table (CSV)',
  fileHint: 'Up to 10,000 rows and 16 MB. What is in a row is forgotten as soon as it is decided.',
  columns:
    'The first line has the names of the columns, in any order; there may be no others. Needed is one with certificates or statements.',
  columnHelp: {
    credentials: 'Links of the certificates, or the codes printed on them, with spaces between.',
    'credential, credential2, …': 'Instead: one certificate in each column.',
    reference: 'What you call this application, say a file number.',
    name: 'Name of the applicant, compared with the names on the certificates.',
    country: 'Country of the applicant, two letters.',
    applied: 'Day of the application, as year-month-day. Left empty, it is today.',
    statements:
      'What the applicant states, by its short name, with spaces between; where a document is needed, with the name of the one you have.',
  },
  example: 'An example',
  submit: 'Decide all',
  nothingGiven: {
    title: 'There is no table yet',
    remedy: 'Choose a CSV file with a line of headings and a row for each applicant.',
  },
  recent: 'Lists handed in before',
  none: 'There is none yet.',
  listOf: (moment) => `List of ${moment}`,
  progress: (done, total) => `${number(done)} of ${number(total)} decided`,
  reloads: 'This page loads itself anew every few seconds until all are decided.',
  stopReloading: 'Stop that',
  reload: 'Load anew',
  download: 'Take away as a table (CSV)',
  back: 'All lists',
  filter: 'Show only',
  all: 'All',
  refused: 'Not decided',
  waiting: 'Still to be decided',
  nothingHere: 'No row came to this.',
  table: 'The applicants by rank',
  heads: {
    rank: 'Rank',
    applicant: 'Applicant',
    outcome: 'Outcome',
    priority: 'Priority',
    why: 'Why',
  },
  line: (number) => `line ${number}`,
  applied: (day) => `applied on ${day}`,
  missing: 'Missing',
  order:
    'Who is eligible stands first, then who is still to be looked at; among them more points first, then who applied earlier.',
  pages: 'More applicants',
  range: (from, to) => `${number(from)} to ${number(to)}`,
}
