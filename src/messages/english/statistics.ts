import type { StatisticsMessages } from '../statistics-messages.ts'

export const statisticsEnglish: StatisticsMessages = {
  title: 'Figures',
  lead: 'What came of a run, in counts alone: nothing here leads to a person.',
  course: 'Course',
  run: 'Run',
  show: 'Show',
  none: 'Nothing of this course has been imported yet. Figures begin with the first import.',
  inWords: (learners, completed) =>
    `Few complete an open course, and more gain from it. Learners: ${learners}. Completed the course: ${completed}.`,
  gainedInWords: (gained) =>
    `With something to show for it, be it an area, the course or the statement of participation: ${gained}.`,
  chart: (title) => `Bar chart: ${title}. The table beneath has the same numbers.`,
  takeAway: 'All figures as a table (CSV)',
  funnel: {
    title: 'How far learners came',
    columns: { stage: 'Stage', learners: 'Learners', share: 'Share' },
    stages: {
      learners: 'In the imports',
      began: 'Did a module at least',
      area: 'Finished an area',
      gained: 'Have something to show for it',
      completed: 'Completed the course',
      participated: 'Have the statement of participation',
      eligible: 'Found eligible for a specialization',
      enrolled: 'Got a place in a specialization',
    },
    note: 'Once counted as eligible or enrolled, a learner stays counted.',
  },
  badges: {
    title: 'What was issued',
    columns: { achievement: 'Achievement', issued: 'Issued', revoked: 'Of these revoked' },
  },
  specializations: {
    title: 'On to specializations',
    columns: { specialization: 'Specialization', eligible: 'Eligible', enrolled: 'Got a place' },
  },
  deliveries: {
    title: 'Letters and links',
    columns: { state: 'What became of them', count: 'Count' },
    states: {
      sent: 'Letters sent',
      waiting: 'Letters waiting',
      refused: 'Letters refused',
      bounced: 'Letters that came back',
      unclear: 'Letters perhaps sent',
      made: 'Links made',
      used: 'Links used',
    },
  },
  checks: {
    title: 'How often credentials were checked',
    columns: {
      day: 'Day',
      achievement: 'Achievement',
      way: 'How',
      verdict: 'Verdict',
      count: 'Count',
    },
    ways: { page: 'page looked at', 'handed-in': 'handed in' },
    none: 'No check has been counted yet.',
    note: 'Of all runs of the course, the newest days: which credential it was, and who asked, is not kept.',
  },
}
