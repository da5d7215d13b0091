import type { BatchMessages } from './batch-messages.ts'

export const batchEnglish: BatchMessages = {
  title: 'Check many at once',
  lead: 'Up to 200 files and links in one go. Each is judged by itself, and you can take the results away as a table.',
  files: 'Files',
  filesHint: 'PDF, PNG, SVG, JSON, JWT or photos; choose as many as you like, 50 MB together.',
  links: 'Links',
  linksHint: 'One on each line.',
  submit: 'Check all',
  privacy:
    'The files are checked and forgotten. The results stay for 15 minutes, at an address that only you are given.',
  invitation: 'Check many at once',
  nothingGiven: {
    title: 'There is nothing to check yet',
    remedy: 'Choose files, or paste links, one on each line.',
  },
  resultTitle: 'Results of the check',
  progress: (done, total) => `${done} of ${total} checked`,
  reloads: 'This page loads itself anew every 2 seconds until all are checked.',
  stopReloading: 'Stop that',
  reload: 'Load anew',
  kept: 'These results can be seen here for 15 minutes. Whoever has this address can see them too.',
  download: 'Take away as a table (CSV)',
  again: 'Check others',
  refused: 'Nothing to judge',
  table: 'Each item and what was found',
  columns: {
    item: 'File or link',
    verdict: 'Result',
    whose: 'Awarded to',
    what: 'For',
    issuer: 'Issuer',
    status: 'Status',
    why: 'Why',
  },
  pages: 'More results',
  range: (from, to) => `${from} to ${to}`,
}
