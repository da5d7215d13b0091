import type { Messages } from '../messages.ts'

type Verdicts = Pick<
  Messages,
  | 'warnings'
  | 'checks'
  | 'outcomes'
  | 'verdicts'
  | 'statuses'
  | 'headlines'
  | 'answers'
  | 'sources'
  | 'revocations'
>

// A page on something revoked must not show the word for "valid" anywhere, so only the verdicts use that word.
export const verdictsEnglish: Verdicts = {
  warnings: {
    'single-value-for-array':
      'Some entries are written as one value where the standard asks for a list. The content is not affected.',
    'date-without-zone': 'A date names no time zone; it was read as Universal Time (UTC).',
    'jwt-claim-missing':
      'The signed envelope leaves out an entry that it should repeat. The content is not affected.',
    'proof-suite-unknown':
      'Beside the signature that was checked there is another, made with a method this service does not know.',
    'suite-deprecated':
      'The signature was made with an older method that the standards have since replaced. It is sound.',
    'shown-in-part':
      'Its holder chose which parts to show. What was left out cannot be seen here, and might be an end date, or the list in which the issuer withdraws credentials.',
    'endorsement-not-verified':
      'A recommendation by a third party inside the credential could not be confirmed. The credential itself is not affected.',
    'status-message':
      'The issuer has left a message about this credential in its public list. Ask the issuer about it.',
    'holder-not-subject':
      'Whoever presented it is not the person it is about, as far as the identifiers tell.',
  },
  checks: {
    form: 'Form',
    signature: 'Signature',
    'issuer-key': 'Issuer’s key',
    dates: 'Dates',
    status: 'Withdrawal',
    published: 'Newest version',
    issuer: 'Issuer',
    person: 'Person',
    printed: 'Printed page',
    presentation: 'Presentation',
  },
  outcomes: {
    passed: 'Passed',
    failed: 'Failed',
    unknown: 'Could not be checked',
    skipped: 'Not checked',
  },
  verdicts: { valid: 'valid', invalid: 'invalid', undecided: 'undecided' },
  statuses: {
    active: 'in force',
    revoked: 'revoked',
    suspended: 'suspended',
    expired: 'expired',
    'not-yet-valid': 'not in force yet',
    replaced: 'replaced',
    unknown: 'not known',
  },
  headlines: {
    valid: {
      title: 'Valid',
      meaning: 'It was signed by an issuer we know, has not been changed since, and is in force.',
      advice: 'Make sure that the person in front of you is the one named.',
    },
    'other-person': {
      title: 'Another name',
      meaning:
        'It is genuine and in force, but it was not signed for the name or address you gave.',
      advice: 'Compare both below. It may be a matter of spelling, or it belongs to somebody else.',
    },
    'issuer-unknown': {
      title: 'Issuer not known',
      meaning:
        'It has not been changed since it was signed, but we do not know who is behind the issuer’s address.',
      advice: 'Look at the address below first, and find out on your own whether you trust it.',
    },
    'issuer-outside': {
      title: 'Not vouched for',
      meaning:
        'It has not been changed since it was signed, and we know its issuer, but not for an award of this kind or time.',
      advice: 'Ask the issuer whether it may award this.',
    },
    impostor: {
      title: 'Impostor',
      meaning: 'Someone uses the name of a known issuer with a key that is not theirs.',
      advice: 'Treat it as a forgery, and tell the real issuer.',
    },
    'page-differs': {
      title: 'The page was changed',
      meaning:
        'The credential inside is genuine, but the page around it says something else than was signed.',
      advice:
        'Go by what is signed, never by the page. Ask the holder for the file as it was issued.',
    },
    'page-unread': {
      title: 'Page not compared',
      meaning:
        'The credential inside is genuine and in force, but what is printed around it could not be compared with it.',
      advice: 'Go by what is signed, as shown below, not by the page.',
    },
    revoked: {
      title: 'Revoked',
      meaning: 'It was really issued, but the issuer has withdrawn it since. It no longer counts.',
      advice: 'Ask the holder whether there is a newer one.',
    },
    suspended: {
      title: 'Suspended',
      meaning: 'It was really issued, but the issuer has put it on hold for now.',
      advice: 'Ask the issuer, and check again later.',
    },
    expired: {
      title: 'Expired',
      meaning: 'It was really issued, but the period it was issued for is over.',
      advice: 'Ask the holder whether it was renewed.',
    },
    'not-yet-valid': {
      title: 'Not in force yet',
      meaning: 'It was really issued, but it counts only from a later date.',
      advice: 'Check it again from that date on.',
    },
    replaced: {
      title: 'Replaced',
      meaning: 'It was really issued, but the issuer has published a corrected version since.',
      advice: 'Open the address in the credential to see the newest version.',
    },
    invalid: {
      title: 'Not valid',
      meaning: 'At least one check failed.',
      advice: 'Do not rely on it. Ask the holder for the original file, or ask the issuer.',
    },
    undecided: {
      title: 'Could not be checked',
      meaning:
        'The check could not be completed. That says nothing against the credential, and nothing for it.',
      advice: 'Until the check succeeds, treat it as unchecked.',
    },
  },
  answers: {
    genuine: {
      question: 'Is it genuine?',
      replies: {
        yes: 'Yes. The issuer’s signature is intact; nothing was changed.',
        no: 'No. Its form, its signature or the key is not right, or its issuer never issued it.',
        unknown: 'We cannot tell. The signature could not be checked completely.',
      },
    },
    current: {
      question: 'Does it still count?',
      replies: {
        yes: 'Yes. It is within its dates, and no withdrawal is published.',
        no: 'No. It was withdrawn, replaced, or is outside its dates.',
        unknown: 'We cannot tell. Dates or withdrawal could not be checked.',
      },
    },
    issuer: {
      question: 'Do we know the issuer?',
      replies: {
        known: 'Yes. It is on our list of known issuers.',
        unknown: 'No. It is not on our list of known issuers.',
        impostor: 'It uses the name of a known issuer, but it is someone else.',
      },
    },
    person: {
      question: 'Is it about this person?',
      replies: {
        match: 'Yes. It was signed for the name or address you gave.',
        mismatch: 'It was not signed for the name or address you gave. Look at both.',
        'not-asked': 'Not asked. Compare the name with the person’s identity document.',
      },
    },
  },
  sources: {
    pdf: 'PDF file',
    png: 'PNG image',
    svg: 'SVG image',
    json: 'JSON file',
    jwt: 'JWT (signed text)',
    url: 'internet address',
    photo: 'photograph',
  },
  revocations: {
    replaced: 'A corrected version was issued.',
    'issued-in-error': 'It was issued by mistake.',
    'requested-by-holder': 'The holder asked for it.',
    'achievement-withdrawn': 'The achievement was taken back.',
    'support-withdrawn': 'A certificate that it rests on was withdrawn.',
    'key-compromised': 'The signing key was no longer safe.',
    unspecified: 'The issuer has not made the reason public.',
  },
}
