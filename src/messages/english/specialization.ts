import type { PageMessages } from '../page-messages.ts'

const plural = new Intl.PluralRules('en')
const places = (count: number) => `${count} ${plural.select(count) === 'one' ? 'place' : 'places'}`

export const specializationEnglish: Pick<PageMessages, 'specialization' | 'selfCheck'> = {
  specialization: {
    listTitle: 'Specializations',
    listLead:
      'Courses with a training provider that follow on the open ones. Who is admitted is said for each of them.',
    none: 'There are none yet.',
    kind: 'Specialization',
    about: 'What it is about',
    labels: {
      profile: 'Job profile it leads to',
      hours: 'Hours',
      places: 'Places',
      countries: 'Countries',
      applications: 'Applications',
      howToApply: 'How to apply',
    },
    applyHere: 'Apply here',
    applyWithProvider:
      'Hand your certificates to the training provider. A place is given only by enrolment.',
    parts: 'Hours of each part',
    partsNote: 'As the programme states them; the parts need not add up to the total.',
    places,
    perCountry: (count) => `at most ${places(count)} in each country`,
    period: (from, until) =>
      [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ') ||
      'at any time',
    states: {
      'not-yet': 'Not open yet',
      open: 'Open for applications',
      closed: 'Closed for applications',
    },
    admission: 'Who is admitted',
    admissionNote:
      'Each condition, what it is for, and where to get what it asks for. Places are given in the order of priority.',
    needed: 'Leads to admission',
    considered: 'Can be considered instead: a person decides',
    priority: 'Priority',
    skipping: {
      title: 'Modules may be skipped',
      text: 'If certificates prove at least the hours of a module in its skills, it may be skipped, once a person has accepted that. Each hour is counted once.',
    },
    modules: 'Modules',
    asJson: 'For programs (JSON)',
  },
  selfCheck: {
    title: 'What am I eligible for?',
    lead: 'Hand in your certificates. For every specialization that is open you see whether you can be admitted, what is missing, and where to get it.',
    files: 'Files of your certificates',
    filesHint:
      'PDF, PNG, SVG, JSON, JWT or photos. At most 10 files and links together, 20 MB in all.',
    links: 'Links to your certificates',
    linksHint: 'One on each line.',
    statements: 'What you have beside certificates',
    statementsHint: 'May be left empty. Later the training provider looks at it.',
    submit: 'See what I am eligible for',
    privacy:
      'You need no account. What you hand in is checked and forgotten: nothing is stored, and nobody is told.',
    nothingGiven: {
      title: 'There is nothing to look at yet',
      remedy: 'Choose files, or paste links, one on each line.',
    },
    tooMany: {
      title: 'That is too much at once',
      remedy: 'Hand in at most 10 files and links together; those that matter most are enough.',
    },
    resultTitle: 'What you are eligible for',
    resultNote:
      'This is a look ahead, not a decision: you have not applied for anything. The training provider decides.',
    noneOpen: 'No specialization is open for applications at the moment.',
    others: 'Not open at the moment',
    counted: (title) => `“${title}” is counted already. Add others if you have them.`,
    askedNowhere: (title) =>
      `“${title}” is genuine and in force, but no specialization that is open asks for it. Add others if you have them.`,
    answerAlone: (title) =>
      `“${title}” says that you may be admitted; it proves nothing that you have learnt, and counts for nothing here. Hand in the certificates that it rests on.`,
    notAskedFor: 'It is genuine and current, but nothing here asks for it.',
    notCounted: 'This certificate does not count at the moment:',
    whatCounted: 'What was counted, and what was not',
    moreAbout: 'More about this specialization',
    again: 'Look again with other certificates',
    addMore: 'Add more certificates',
    person: 'Your name',
    personHint: 'Needed only where certificates bear different names: those in your name count.',
    filesAgain:
      'Files from before have to be chosen once more: nothing of them is kept, not even for this answer. Links stay.',
    personsDiffer: {
      title: 'The certificates bear different names',
      remedy:
        'Nothing of them counts until it is clear whose they are. Give your name below and hand all of them in again.',
    },
    openBelow:
      'What is open is listed below. The training provider decides on it once you have applied.',
    openElse: 'The training provider decides on it once you have applied.',
    documentLater: (names) => `The training provider will ask for the document: ${names}.`,
  },
}
