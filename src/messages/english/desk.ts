import type { DeskMessages } from '../desk-messages.ts'
import { deskDecisionEnglish } from './desk-decision.ts'

export const deskEnglish: DeskMessages = {
  title: 'Provider’s desk',
  signOut: 'Sign out',
  forProviders: 'Provider’s desk',
  places: {
    apply: 'One applicant',
    decisions: 'Decisions',
    review: 'To review',
    lists: 'Lists',
    enrolments: 'Enrolments',
  },
  signIn: {
    title: 'Sign in at the provider’s desk',
    lead: 'For training providers: see who may enrol, why, and what is missing.',
    token: 'Access token',
    tokenHint:
      'Paste the token that the operator of this service gave you. It begins with “colophon_”.',
    submit: 'Sign in',
    privacy:
      'You stay signed in for up to 8 hours without a click, 12 hours in all, by one cookie of this site. The token itself is not kept.',
    problems: {
      unauthorised: {
        title: 'This token is not known here',
        remedy:
          'Paste all of it, from the first character to the last. If it was taken out of use, ask the operator of this service for another.',
      },
      forbidden: {
        title: 'This token does not open the desk',
        remedy: 'The desk is for tokens of providers. Ask the operator of this service for one.',
      },
      ended: {
        title: 'Please sign in',
        remedy: 'You are not signed in, or no longer. Nothing that was stored is lost.',
      },
      kept: {
        title: 'Please sign in',
        remedy:
          'You are no longer signed in, so nothing was decided. What you typed comes along and is there again once you have signed in; files have to be chosen again.',
      },
      'not-done': {
        title: 'Please sign in',
        remedy:
          'You are no longer signed in, so this was not done, and what you typed is not kept. Nothing that was stored is lost: sign in and do it again.',
      },
    },
  },
  home: {
    lead: 'The specializations that your token covers.',
    nothing: 'Your token covers no specialization of this service.',
    open: 'open',
    closed: 'closed',
    labels: {
      applications: 'Applications',
      decisions: 'Decisions',
      waiting: 'Waiting for a review',
      places: 'Places',
    },
    opensOn: (day) => `from ${day}`,
    until: (day) => `until ${day}`,
    placesTaken: (taken, total) => `${taken} of ${total} taken`,
    placesInAll: (total) => `${total} in all`,
    perCountry: (places) => `at most ${places} for each country`,
    newApplicant: 'Decide about one applicant',
    newList: 'Decide about many at once, from a table',
    seeEnrolments: 'Who has a place, and who waits',
  },
  apply: {
    title: 'Decide about one applicant',
    lead: 'Hand in what the applicant gave you. Everything is checked, compared with the rules, and answered on one page.',
    closed: {
      title: 'Applications are closed',
      remedy:
        'One may apply only on the days that the programme states. A decision is not made today.',
    },
    links: 'Links of certificates',
    linksHint: 'One on each line. The code printed on a certificate of this service is enough.',
    files: 'Files',
    filesHint: 'PDF, PNG, SVG, JSON, JWT or photographs; as many as you like, 10 MB each.',
    photo: 'Photograph of a certificate',
    photoHint: 'On a telephone this opens the camera. The square code has to be on it.',
    person: 'Name of the applicant',
    personHint:
      'As it stands in the application. It is compared with the names on the certificates.',
    country: 'Country',
    noCountry: 'not stated',
    reference: 'Your reference',
    referenceHint: 'What you call this application, say a file number.',
    statements: 'What the applicant states',
    statementsHint: 'Tick what the application says. A person of yours looks at it afterwards.',
    note: 'Note',
    document: 'Document',
    documentHint:
      'The file itself is not kept: only its name and its SHA-256, so that you can tell later that it was this one.',
    documentNeeded: 'It counts only with a document.',
    submit: 'Decide',
    privacy:
      'The decision is kept with what the certificates say, for you alone, and erased after the retention time. The files are not kept.',
    nothingGiven: {
      title: 'There is nothing to decide on yet',
      remedy: 'Hand in at least one certificate, or tick a statement.',
    },
    tooMuch: {
      title: 'That is too much for one applicant',
      remedy:
        'Hand in at most 50 certificates, each file at most 10 MB, and notes of at most 2,000 characters.',
    },
    formOld: {
      title: 'Please send it once more',
      remedy:
        'You have signed in anew since this form was opened, so nothing was decided. What you typed is still here.',
    },
    filesAgain: 'Please choose the files again: a browser does not keep them.',
  },
  decision: deskDecisionEnglish,
  list: {
    lead: 'Everybody you decided about, in the order in which places are given.',
    order:
      'Who is eligible stands before who is still looked at; then more points count, then the earlier application.',
    filter: 'Show',
    all: 'All',
    none: 'There is no such decision yet.',
    table: 'Decisions by rank',
    columns: {
      rank: 'Rank',
      applicant: 'Applicant',
      outcome: 'Result',
      points: 'Points',
      applied: 'Applied on',
      because: 'Why this rank',
    },
    behind: {
      first: 'The first of all',
      outcome: 'Another result than the one before',
      points: 'Fewer points than the one before',
      time: 'Applied later than the one before',
      id: 'Applied at the same moment; the number of the decision counts',
    },
    unnamed: 'Without a name',
    erased: 'Erased',
    download: 'Take away as a table (CSV)',
    pages: 'More decisions',
    range: (from, to) => `${from} to ${to}`,
  },
  queue: {
    lead: 'Decisions in which something waits for a person, the oldest first.',
    none: 'Nothing waits for a person.',
    table: 'What waits for a person',
    columns: {
      applicant: 'Applicant',
      decided: 'Decided on',
      outcome: 'Result so far',
      waits: 'What waits',
    },
    next: 'Next ones',
    start: 'Back to the oldest',
  },
}
