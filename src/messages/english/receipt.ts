import type { ReceiptMessages } from '../receipt-messages.ts'

export const receiptEnglish: ReceiptMessages = {
  titles: { verification: 'Receipt of a check', decision: 'Receipt of a decision' },
  lead: 'It states what was found at the moment it names. It is no credential, and says nothing of the time after.',
  genuine: {
    yes: {
      title: 'A genuine receipt',
      meaning: 'It was signed by the service it names, and nothing in it was changed.',
    },
    elsewhere: {
      title: 'A receipt of another service',
      meaning:
        'It is the word of whoever made it, named first below. Nothing in it was checked here: rely on it only if you know and trust them.',
    },
    no: {
      title: 'Not a genuine receipt',
      meaning: 'The service it names did not sign it, or it was changed. Do not rely on it.',
    },
    unknown: {
      title: 'A receipt that could not be checked',
      meaning: 'The service it names does not answer at the moment. Try again later.',
    },
  },
  now: 'What it found may have changed since: the credential may have been withdrawn or have expired.',
  checkNow: 'Check the credential as it is today',
  labels: {
    by: 'Made by',
    at: 'Found on',
    outcome: 'Result',
    person: 'About',
    title: 'What',
    reasons: 'Because',
    credential: 'Credential',
    digest: 'Digest of what was checked',
    found: 'Found',
    issuer: 'Issuer',
    keys: 'Against the keys',
    statusLists: 'Lists of withdrawn ones',
    rules: 'Rules',
    ruleVersion: 'Version of the rules',
    priority: 'Priority',
    waived: 'Modules that may be skipped',
    validUntil: 'Holds until',
    number: 'Number of the receipt',
  },
  none: 'none',
  priority: (points, of) => `${points} of ${of} points`,
  get: {
    title: 'A receipt for your files',
    note: 'It states, signed, what was found just now. It holds what is shown above.',
    pdf: 'Receipt as PDF',
    jwt: 'Receipt as signed text',
  },
  attachment: 'The signed receipt, a compact JWS',
  howToCheck: (address) =>
    `This sheet carries its signature as an attachment: drop the file at ${address} to check it.`,
  more: (count) => `and ${count} more, in the attachment`,
}
