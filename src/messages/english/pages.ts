import type { PageMessages } from '../page-messages.ts'
import { applicantListEnglish } from './applicant-list.ts'
import { batchEnglish } from './batch.ts'
import { credentialPagesEnglish } from './credential-pages.ts'
import { deskEnglish } from './desk.ts'
import { enrolmentEnglish } from './enrolment.ts'
import { holderEnglish } from './holder.ts'
import { operatorEnglish } from './operator.ts'
import { publicPageEnglish } from './public-page.ts'
import { specializationEnglish } from './specialization.ts'

export const pagesEnglish: PageMessages = {
  ...credentialPagesEnglish,
  ...publicPageEnglish,
  applicantList: applicantListEnglish,
  ...specializationEnglish,
  batch: batchEnglish,
  desk: deskEnglish,
  enrolments: enrolmentEnglish,
  holder: holderEnglish,
  operator: operatorEnglish,
  frame: {
    skip: 'Skip to the content',
    mainNavigation: 'Main',
    menu: 'Menu',
    languages: 'Language',
    check: 'Check',
    achievements: 'Achievements',
    issuer: 'Issuer',
    illustrative: 'Sample programme, for illustration only. Nothing here was really awarded.',
    privacy: 'No trackers, no advertising, nothing loaded from other sites.',
    addressBar: (host) => `You are on the right page only if the address bar shows ${host}`,
  },
  home: {
    title: 'What you learnt, signed so that anyone can check it',
    lead: 'A colophon is the note at the end of a book that says who made it, where and when. This service writes one for learning: a certificate with a signature that no copy can fake.',
    forLearners: {
      title: 'For learners',
      text: 'Your certificate belongs to you: as a PDF to print, as a badge for your profile, as a file for your wallet. You need no account, and nobody finds it unless you share it.',
    },
    forEmployers: {
      title: 'For employers',
      text: 'Scan the code or drop in the file. You get a plain answer in a second: whether it is genuine, whether it still counts, and who stands behind it.',
    },
    forProviders: {
      title: 'For course and training providers',
      text: 'Import the completions of a course from your learning platform and issue everything in one go. Who may enrol, and what is missing, is decided by your rules, with reasons you can file.',
    },
    allAchievements: 'See everything that can be achieved',
    aboutIssuer: 'Who issues, and with which keys',
  },
  verify: {
    title: 'Check a credential',
    lead: 'Give us the file, a photograph, or the link. Certificates of any issuer are welcome.',
    file: 'File or photograph',
    fileHint:
      'The original PDF, PNG, SVG, JSON or JWT file; or a photograph or scan that shows the square code.',
    text: 'Text of a credential',
    textHint: 'Paste all of it, from the first character to the last.',
    link: 'Link',
    linkHint: 'The address printed on the certificate.',
    one: 'File, link or text: one is enough.',
    person: 'Name or e-mail of the person in front of you',
    personHint: 'May be left empty. We compare it with what is signed, and tell you both.',
    script: {
      dropHint: 'You can also drop or paste it anywhere on this page: it is checked at once.',
      dropHere: 'Let go, and it is checked.',
      checking: 'Checking…',
      oneFile: 'One file at a time, please.',
      useCamera: 'Scan the code with the camera',
      stopCamera: 'Stop the camera',
      cameraOn: 'Hold the square code in front of the camera.',
      cameraOff:
        'The camera could not be opened. Press the button again to take or choose a photograph.',
    },
    nothingGiven: {
      title: 'There is nothing to check yet',
      remedy: 'Choose a file, or paste a link or the text of a credential.',
    },
    submit: 'Check',
    privacy: 'What you send is checked and forgotten: nothing is stored.',
  },
  report: {
    title: 'Result of the check',
    checkedOn: (moment) => `Checked on ${moment}`,
    answers: 'Four questions',
    facts: 'What is signed',
    factsNote: 'Only this is covered by the signature. Anything else printed around it is not.',
    factsWithheld:
      'The content is not shown here, because nothing vouches for it: anyone could have written it.',
    how: 'How was this checked?',
    howNote: 'Each check on its own:',
    verdict: 'Verdict',
    status: 'Status',
    source: 'Read from',
    warnings: 'Remarks',
    person: {
      match: 'It is about this person',
      mismatch: 'It is not signed for this name',
      open: 'The person could not be compared',
      given: 'You asked for',
      signed: 'Signed for',
    },
    genuineInside:
      'What is signed is genuine and unchanged. The page around it says something else.',
    genuineOfImpostor:
      'Not what it seems. The signature is intact, but it is not that of the issuer whose name it bears.',
    differences: {
      title: 'What the page says, and what is signed',
      note: 'Only what is signed counts.',
      printed: 'On the page',
      signed: 'Signed',
      absent: 'not on the page',
      facts: {
        recipient: 'Awarded to',
        title: 'Title',
        awardedDate: 'Date',
        result: 'Result',
        id: 'Code on the page',
      },
    },
    skills: 'Skills',
    presentation: {
      count: (count) =>
        count === 1
          ? 'One credential was presented'
          : `${count} credentials were presented together`,
      note: 'Each was checked on its own. The result above is good only if all of them are.',
      notAll:
        'At least one of the credentials that were presented did not pass. Each has its own result below.',
      holder: 'Who handed it over',
      nth: (position) => `Credential ${position}`,
    },
    endorsements: {
      title: 'What somebody else says',
      note: 'Recommendations by third parties, each checked on its own. They do not change the result above.',
      says: 'In their words',
    },
    more: (count) => `and ${count} more, not shown here`,
    elsewhere: 'Check it elsewhere',
    elsewhereNote:
      'You need not take our word for it. Any verifier for Open Badges 3.0 can check the text below, for example this independent one:',
    elsewhereLink: 'verifierplus.org, by the Digital Credentials Consortium',
    raw: 'The credential, as received',
    rawTooLong: 'It is too long to be shown here. Use your file.',
    again: 'Check another one',
    onPaper: (address) =>
      `This sheet shows what ${address} found. A sheet of paper can be forged: check the credential itself.`,
    labels: {
      issuedBy: 'Issued by',
      issuerId: 'Identifier of the issuer',
      claimedName: 'Name it gives itself',
      recipient: 'Awarded to',
      credential: 'Title',
      achievement: 'Achievement',
      awarded: 'Awarded on',
      from: 'Counts from',
      until: 'Counts until',
      id: 'Identifier',
    },
    issuerNotListed: 'Not on our list',
    noDomain: 'No internet address: the issuer can be recognised by this key only.',
    mixedAlphabets:
      'This name mixes letters of different alphabets inside one word. Names that imitate others often do.',
  },
  issuer: {
    title: 'Who issues',
    lead: 'Every credential of this service is signed with a key of this issuer. Here is what you need to recognise one.',
    did: 'Identifier (DID)',
    site: 'Website',
    keys: 'Keys',
    keysNote:
      'Keys that are no longer in use stay published, so that what they signed can still be checked.',
    noKeys: 'There is no key yet.',
    keyStates: {
      active: { title: 'In use', text: 'Signs new credentials.' },
      'verify-only': {
        title: 'Retired',
        text: 'Signs nothing any more. What it signed still counts.',
      },
      compromised: {
        title: 'Compromised',
        text: 'No longer safe. What it signed does not count and has to be issued anew.',
      },
    },
    keySince: 'since',
    independent: 'Check without trusting this site',
    steps: [
      'Keep the JSON or JWT file of the credential.',
      'Read the key of the issuer from the DID document linked below, or from a copy you kept.',
      'Check the signature with a program of your choice: Data Integrity with eddsa-rdfc-2022, or JWT with ES256.',
      'Read the revocation list named in the credential, and check its signature in the same way.',
    ],
    didDocument: 'DID document',
  },
  problem: {
    listTitle: 'What the codes mean',
    listLead:
      'Programs get a short code with every answer. Here is what each one means and what to do about it.',
    refusals: 'When the service declines a request',
    reasons: 'What a check found',
    complaints: 'Rows of an import',
    warnings: 'Remarks on a credential',
    count: (codes) => (codes === 1 ? 'one code' : `${codes} codes`),
    code: 'Code',
    all: 'All codes',
    details: 'Details',
    faultTitle: 'Something went wrong on our side',
    faultRemedy: 'It is not your fault. Try again in a minute; if it stays, tell the operator.',
  },
}
