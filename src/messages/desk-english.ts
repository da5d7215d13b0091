import type { DeskMessages } from './desk-messages.ts'

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
  },
}
