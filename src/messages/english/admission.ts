import type { AdmissionMessages, FilledIn } from '../admission-messages.ts'
import { formatNumber } from '../format.ts'

const plural = new Intl.PluralRules('en')
const number = (value: number) => formatNumber(value, 'en')
const isOne = (count: number) => plural.select(count) === 'one'
const are = (count: number) => (isOne(count) ? 'is' : 'are')
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${isOne(count) ? one : other}`

/** A sentence that names what it is about, and another for where that has no name. */
const about =
  (named: (what: string) => string, unnamed: string): FilledIn =>
  ({ what }) =>
    what === null ? unnamed : named(`“${what}”`)

/** A sentence with both figures, and another for where there are none. */
const figures =
  (counting: (has: number, needs: number) => string, uncounted: string): FilledIn =>
  ({ has, needs }) =>
    has === null || needs === null ? uncounted : counting(has, needs)

const enough = (one: string, other: string, uncounted: string) =>
  figures((has, needs) => {
    const least = `${number(needs)} ${are(needs)} needed.`
    return `${counted(has, one, other)} ${are(has)} proven; ${least}`
  }, uncounted)

const tooFew = (other: string, uncounted: string) =>
  figures((has, needs) => {
    const missing = needs - has
    return `${number(has)} of ${number(needs)} ${other} are proven; ${number(missing)} ${are(missing)} missing.`
  }, uncounted)

const inIt = (what: string | null) => (what === null ? '' : ` in “${what}”`)

const credential = (happened: string) =>
  about(
    (what) => `What was handed in for ${what} ${happened}.`,
    `What was handed in for this ${happened}.`,
  )

export const admissionEnglish: AdmissionMessages = {
  outcomes: {
    eligible: {
      title: 'Eligible',
      meaning: 'The conditions of admission are met.',
      advice: 'This is not a place yet: places are given by enrolment, and may be limited.',
    },
    'not-yet': {
      title: 'Not yet eligible',
      meaning: 'Something that is needed for admission is missing.',
      advice: 'What is missing, and where to get it, is listed below.',
    },
    'needs-review': {
      title: 'A person has to decide',
      meaning: 'Not everything can be judged from certificates alone.',
      advice: 'What is open is listed below. The training provider decides on it.',
    },
  },
  outcomeReasons: {
    'conditions-met': 'All conditions of admission are met.',
    'conditions-open':
      'Whether the conditions of admission are met depends on something that is still open.',
    considered:
      'The conditions of admission are not met, but what was handed in is considered beside them.',
    'admitted-by-reviewer': 'A person looked at everything and admitted the applicant.',
    'conditions-unmet': 'The conditions of admission are not met.',
    'refused-by-reviewer': 'A person looked at everything and did not admit the applicant.',
    'persons-differ': 'The certificates do not clearly belong to one person.',
    'sources-unreachable':
      'Something that was handed in could not be had at the moment, so nobody knows what it would show.',
  },
  ruleOutcomes: { met: 'Met', unmet: 'Not met', waived: 'Accepted by a person', review: 'Open' },
  ruleReasons: {
    'achievement-held': about((what) => `${what} is held.`, 'The certificate needed is held.'),
    'skill-held': about(
      (what) => `The skill ${what} is shown at the level needed.`,
      'The skill needed is shown.',
    ),
    'alignment-held': about((what) => `${what} is shown.`, 'What is needed is shown.'),
    'hours-proven': enough('hour of study', 'hours of study', 'Enough hours of study are proven.'),
    'credits-proven': enough('credit', 'credits', 'Enough credits are proven.'),
    'result-reached': ({ what, has, needs }) =>
      has === null || needs === null
        ? `The result needed${inIt(what)} is reached.`
        : `The result${inIt(what)} is ${number(has)} %; at least ${number(needs)} % is needed.`,
    'statement-accepted': about(
      (what) => `A person looked at the statement ${what} and accepted it.`,
      'A person looked at the statement and accepted it.',
    ),
    'parts-met': () => 'Enough of what is asked for is shown.',
    'nothing-against': () => 'Nothing that would rule it out was handed in.',
    'rule-accepted': () => 'A person looked at this and accepted it.',
    'achievement-missing': about((what) => `${what} is missing.`, 'A certificate is missing.'),
    'skill-missing': about((what) => `The skill ${what} is not shown.`, 'A skill is not shown.'),
    'skill-level-low': ({ what, has, needs }) => {
      const skill = what === null ? 'The skill' : `The skill “${what}”`
      return has === null || needs === null
        ? `${skill} is shown at a lower level than needed.`
        : `${skill} is shown at level ${number(has)}; level ${number(needs)} is needed.`
    },
    'alignment-missing': about((what) => `${what} is not shown.`, 'What is needed is not shown.'),
    'hours-missing': tooFew('hours of study', 'Hours of study are missing.'),
    'credits-missing': tooFew('credits', 'Credits are missing.'),
    'result-missing': ({ what }) => `No result${inIt(what)} is stated.`,
    'result-low': ({ what, has, needs }) =>
      has === null || needs === null
        ? `The result${inIt(what)} is lower than needed.`
        : `The result${inIt(what)} is ${number(has)} %; at least ${number(needs)} % is needed.`,
    'awarded-outside-period': credential('was awarded outside the period that counts'),
    'issuer-not-recognised': credential('comes from an issuer that does not count for this'),
    'credential-not-genuine': credential('is not genuine'),
    'credential-revoked': credential('was revoked'),
    'credential-suspended': credential('is suspended for the time being'),
    'credential-replaced': credential('was replaced by a newer certificate; hand in the newer one'),
    'credential-expired': credential('has expired'),
    'credential-not-yet-valid': credential('does not count yet'),
    'statement-not-made': about(
      (what) => `The statement ${what} was not made.`,
      'A statement was not made.',
    ),
    'statement-without-document': about(
      (what) => `The statement ${what} was made, but the document it needs was not shown.`,
      'A statement was made, but the document it needs was not shown.',
    ),
    'statement-refused': about(
      (what) => `A person looked at the statement ${what} and did not accept it.`,
      'A person looked at the statement and did not accept it.',
    ),
    'parts-missing': figures(
      (has, needs) =>
        needs === 1
          ? 'Nothing of what would do is shown.'
          : `${number(has)} of ${number(needs)} things that are needed ${are(has)} shown.`,
      'Not enough of what is asked for is shown.',
    ),
    'held-against': about(
      (what) => `${what} is held, and that rules it out.`,
      'Something that rules it out was handed in.',
    ),
    'rule-refused': () => 'A person looked at this and did not accept it.',
    'credential-unclear': credential('could not be checked at the moment'),
    'level-not-stated': about(
      (what) => `${what} is shown, but not at which level; a person has to look at it.`,
      'A skill is shown, but not at which level; a person has to look at it.',
    ),
    'persons-differ': () =>
      'The certificates do not clearly belong to one person; a person has to look at them.',
    'person-differs': () =>
      'The certificate bears another name than the applicant; a person has to look at it.',
    'person-unclear': () =>
      'The certificate does not say clearly enough whose it is; a person has to look at it.',
    'statement-to-review': about(
      (what) => `The statement ${what} was made; a person has to look at it.`,
      'A statement was made; a person has to look at it.',
    ),
    'parts-to-review': () => 'A part of this is open; a person has to look at it.',
  },
  creditReasons: {
    counts: 'It is genuine and current, and it counts.',
    twice: 'It was handed in more than once; it counts once.',
    unclear: 'It could not be checked at the moment.',
    'not-genuine': 'It is not genuine.',
    impostor: 'It pretends to come from an issuer that did not sign it.',
    revoked: 'It was revoked.',
    suspended: 'It is suspended for the time being.',
    replaced: 'It was replaced by a newer one.',
    expired: 'It has expired.',
    'not-yet-valid': 'It does not count yet.',
    'issuer-not-recognised': 'It is genuine, but its issuer does not count for this admission.',
    'persons-differ': 'It is not clear that all certificates belong to one person.',
    'person-differs': 'It bears another name than the applicant.',
    'person-unclear': 'It does not say clearly enough whose it is.',
    'not-the-applicants': 'A person found that it is not the applicant’s.',
  },
  waiverStates: {
    none: 'to be taken',
    partial: 'proven in part',
    proven: 'proven; a person has to accept it',
    waived: 'may be skipped',
    refused: 'not accepted; to be taken',
  },
  moduleHours: (proven, needed) =>
    proven >= needed
      ? `All ${counted(needed, 'hour is', 'hours are')} proven.`
      : `${number(proven)} of ${counted(needed, 'hour is', 'hours are')} proven; ${number(needed - proven)} ${are(needed - proven)} missing.`,
  priority: ({ points, of, pending }) =>
    `${number(points)} of ${counted(of, 'point', 'points')}${pending > 0 ? `; ${number(pending)} more ${are(pending)} open` : ''}`,
  points: (points) => counted(points, 'point', 'points'),
  pointsOf: {
    met: (points) => `Gives ${counted(points, 'point', 'points')}.`,
    waived: (points) => `Gives no points; met, it would give ${number(points)}.`,
    review: (points) => `Gives ${counted(points, 'point', 'points')} if it is found to be met.`,
    unmet: (points) => `Would give ${counted(points, 'point', 'points')}.`,
  },
  decidedOn: (moment) => `Decided on ${moment}`,
  holdsUntil: (day) => `This answer holds until ${day}.`,
  reviewItems: {
    rule: (name) => `Condition: ${name}`,
    statement: (name) => `Statement: ${name}`,
    module: (name) => `Skipping the module: ${name}`,
    person: 'Whether all certificates belong to one person',
    admission: 'Admission although the conditions are not met in full',
  },
  labels: {
    rules: 'Each condition',
    missing: 'What is missing',
    helps: 'What would help as well',
    getIt: 'Where to get it',
    restsOn: 'Rests on',
    modules: 'Modules with proven hours',
    module: 'Module',
    state: 'State',
    modulesNote: 'Each hour is counted once. A module is skipped only after a person accepted it.',
    modulesInPart: 'Proven in part',
    modulesInPartNote: 'These are to be taken, unless more certificates prove the missing hours.',
    credentials: 'What was handed in',
    from: 'Issuer',
    untitled: 'A file without a readable title',
    priority: 'Priority',
    open: 'What a person has to settle',
    unread: 'What could not be read',
    details: 'How was this decided?',
    specialization: 'Specialization',
    ruleVersion: 'Version of the rules',
    decidedAt: 'Decided on',
    validUntil: 'Holds until',
    reason: 'Reason',
  },
}
