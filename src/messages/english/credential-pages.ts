import type { PageMessages } from '../page-messages.ts'

const plural = new Intl.PluralRules('en')

export const credentialPagesEnglish: Pick<PageMessages, 'credential' | 'achievement' | 'skill'> = {
  credential: {
    pageTitle: (achievement) => `Certificate check: ${achievement}`,
    earned: 'has received',
    issuedBy: 'Issued by',
    awardedOn: 'Awarded on',
    until: 'Counts until',
    howWeKnow: 'How we know',
    issuerKnown: (domain) =>
      `The signing key is published at ${domain}, and this issuer is on our list of known issuers.`,
    issuerUnknown: (domain) =>
      `The signing key is published at ${domain}. This issuer is not on our list of known issuers.`,
    withheld:
      'The content is not shown while its signature is not confirmed. Try again later, or check the file itself.',
    about: 'What it stands for',
    criteria: 'What had to be done',
    skills: 'Skills',
    results: 'Results',
    resultNames: {
      Percent: 'Final score',
      'ext:StudyHours': 'Hours of study',
      'ext:Distinction': 'Distinction',
      'ext:RuleVersion': 'Version of the admission rules',
      'ext:DecisionReason': 'How it was decided',
      'ext:PriorityPoints': 'Priority',
    },
    downloads: 'Files',
    formats: {
      pdf: { label: 'PDF', use: 'to print or to send with an application' },
      png: { label: 'PNG badge', use: 'for a website or a profile; holds the signed credential' },
      svg: { label: 'SVG badge', use: 'the same, sharp at every size' },
      json: { label: 'JSON', use: 'the signed original, for wallets and verifiers' },
      jwt: { label: 'JWT', use: 'the same facts as signed text, for programs' },
    },
    share: 'Share',
    shareNote: 'Whoever has the link can see this page. Search engines are asked to leave it out.',
    addToProfile: 'Add to LinkedIn profile',
    sharePost: 'Share on LinkedIn',
    revokedOn: (date) => `Revoked on ${date}`,
    revokedNote: 'A copy that was printed or saved earlier does not count either.',
    reason: 'Reason',
    scan: 'Check this page at',
    qrAlternative: (url) => `QR code leading to ${url}`,
    badgeAlternative: (name) => `Badge: ${name}`,
    eligibility: {
      found: 'was found to be',
      decidedOn: 'Decided on',
      priority: (points, of) => `${points} of ${of} points`,
      lost: {
        title: 'No longer supported',
        meaning:
          'It was signed by the issuer, but a certificate that it rests on has been withdrawn since.',
        advice: 'Do not enrol anybody on the strength of it. Ask for a new decision.',
      },
      restsOn: 'What it rests on',
      restsOnNothing: 'It rests on no certificate: a person looked and admitted the applicant.',
      states: {
        standing: 'Not withdrawn.',
        gone: 'Withdrawn by its issuer.',
        unclear: 'Whether it still counts could not be told.',
      },
      lookedAt: (day) => `Last looked at on ${day}.`,
    },
  },
  achievement: {
    listTitle: 'Achievements',
    listLead: 'What can be earned, what it takes, and what it stands for.',
    about: 'What it stands for',
    criteria: 'What has to be done',
    skills: 'Skills',
    profiles: 'Job profiles it leads to',
    labels: { hours: 'Study time', eqf: 'Level', version: 'Version', id: 'Identifier' },
    otherLanguages: 'In other languages',
    aboutSpecialization: 'About the specialization and who may enrol',
    hours: (count) => `${count} ${plural.select(count) === 'one' ? 'hour' : 'hours'}`,
    eqf: (level) => `EQF level ${level}, as stated by the programme`,
  },
  skill: {
    kind: 'Skill',
    area: 'Subject area',
    framework: 'European framework',
    level: 'Level',
    levelOf: (level) => `${level} of 8`,
    profiles: 'Job profiles it belongs to',
    includedIn: 'Achievements that include it',
    notIncluded: 'None yet.',
  },
}
