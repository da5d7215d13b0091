import type { Finding, Report } from '../../src/checking/report.ts'
import type { SignedBadge } from '../../src/credential/open-badge.ts'
import type { Localised } from '../../src/language.ts'
import type { Catalogue } from '../../src/learning/catalogue.ts'
import type { CredentialView } from '../../src/pages/credential-page.ts'
import type { SupportView } from '../../src/pages/eligibility-support.ts'
import type { IssuerView } from '../../src/pages/issuer-page.ts'
import type { Frame } from '../../src/pages/layout.ts'
import type { Preview } from '../../src/pages/preview-tags.ts'

export const frame: Frame = {
  language: 'en',
  path: '/here',
  host: 'badges.example.org',
  stylesheet: '/assets/style.css?v=1',
  script: '/assets/check.js?v=1',
  illustrative: true,
}

const passing: readonly Finding[] = [
  { check: 'form', outcome: 'passed', reason: 'form-conforms' },
  { check: 'signature', outcome: 'passed', reason: 'signature-holds' },
  { check: 'issuer-key', outcome: 'passed', reason: 'issuer-key-bound' },
  { check: 'dates', outcome: 'passed', reason: 'dates-current' },
  { check: 'status', outcome: 'passed', reason: 'status-not-revoked' },
  { check: 'issuer', outcome: 'passed', reason: 'issuer-known' },
]

const replaced = (finding: Finding) =>
  passing.map((each) => (each.check === finding.check ? finding : each))

export const valid: Report = {
  verdict: 'valid',
  status: 'active',
  answers: { genuine: 'yes', current: 'yes', issuer: 'known', person: 'not-asked' },
  warnings: [],
  findings: passing,
  facts: {
    id: 'https://badges.example.org/c/3vQB7B6MrGQZaxCuFg4oh',
    recipient: 'Ελένη Παπαδοπούλου',
    title: 'Digital skills for library professionals',
    achievement: {
      id: 'https://badges.example.org/achievements/mooc',
      name: 'Digital skills for library professionals',
    },
    issuer: { id: 'did:web:badges.example.org', name: 'BIBLIO consortium' },
    validFrom: '2026-11-22T10:00:00Z',
    awardedDate: '2026-11-20T00:00:00Z',
    results: [{ name: 'Final score', value: '92' }],
  },
  source: { kind: 'pdf', differences: [] },
  checkedAt: '2026-11-24T09:30:00Z',
}

export const strange: Report = {
  ...valid,
  answers: { ...valid.answers, issuer: 'unknown' },
  warnings: ['date-without-zone'],
  findings: replaced({ check: 'issuer', outcome: 'skipped', reason: 'issuer-unknown' }),
  facts: { ...valid.facts, issuer: { id: 'did:web:learn.example.net', name: 'BIBLIO Academy' } },
}

/** Of an issuer that is known, but not for this. */
export const outside: Report = {
  ...valid,
  answers: { ...valid.answers, issuer: 'unknown' },
  findings: replaced({ check: 'issuer', outcome: 'skipped', reason: 'issuer-outside-scope' }),
}

export const revoked: Report = {
  ...valid,
  verdict: 'invalid',
  status: 'revoked',
  answers: { ...valid.answers, current: 'no' },
  findings: replaced({ check: 'status', outcome: 'failed', reason: 'status-revoked' }),
}

export const expired: Report = {
  ...valid,
  verdict: 'invalid',
  status: 'expired',
  answers: { ...valid.answers, current: 'no' },
  findings: replaced({ check: 'dates', outcome: 'failed', reason: 'dates-expired' }),
}

export const impostor: Report = {
  ...valid,
  verdict: 'invalid',
  answers: { ...valid.answers, issuer: 'impostor' },
  findings: replaced({ check: 'issuer', outcome: 'failed', reason: 'issuer-impostor' }),
}

/** A forgery whose report still carries facts, which a page must not believe. */
export const broken: Report = {
  ...valid,
  verdict: 'invalid',
  status: 'unknown',
  answers: { genuine: 'no', current: 'unknown', issuer: 'unknown', person: 'not-asked' },
  findings: passing.map((each, index) =>
    index === 0
      ? each
      : index === 1
        ? { check: 'signature', outcome: 'failed', reason: 'signature-broken' }
        : { ...each, outcome: 'skipped', reason: 'earlier-check-failed' },
  ),
}

/** Signed as it stands, and no badge by the rules. */
export const misshapen: Report = {
  ...broken,
  findings: passing.map((each) =>
    each.check === 'form'
      ? {
          ...each,
          outcome: 'failed',
          reason: 'form-nonconforming',
          places: ['$.credentialSubject.achievement.criteria', `$.${'unbroken'.repeat(24)}`],
        }
      : { ...each, outcome: 'skipped', reason: 'earlier-check-failed' },
  ),
}

export const undecided: Report = {
  ...valid,
  verdict: 'undecided',
  status: 'unknown',
  answers: { ...valid.answers, current: 'unknown' },
  findings: replaced({ check: 'status', outcome: 'unknown', reason: 'status-list-unreachable' }),
}

const invalid = (status: Report['status'], finding: Finding): Report => ({
  ...valid,
  verdict: 'invalid',
  status,
  answers: { ...valid.answers, current: 'no' },
  findings: [...passing.filter(({ check }) => check !== finding.check), finding],
})

export const early = invalid('not-yet-valid', {
  check: 'dates',
  outcome: 'failed',
  reason: 'dates-not-yet-valid',
})

export const suspended = invalid('suspended', {
  check: 'status',
  outcome: 'failed',
  reason: 'status-suspended',
})

export const outdated: Report = {
  ...invalid('replaced', { check: 'published', outcome: 'failed', reason: 'published-newer' }),
  replacement: {
    url: 'https://badges.example.org/c/w5mvsm5fkgggfjv99mzxpag4cw',
    since: '2026-11-08T09:00:00Z',
    changed: ['recipient', 'results', 'awardedDate'],
  },
}

/** The same of an issuer whom nobody vouches for, and who says nothing else than before. */
export const reissued: Report = {
  ...outdated,
  answers: { ...outdated.answers, issuer: 'unknown' },
  replacement: { url: 'https://school.example/1', since: '2026-11-11T09:00:00Z', changed: [] },
}

/** A genuine credential inside an edited page. */
export const edited: Report = {
  ...valid,
  verdict: 'invalid',
  findings: [...passing, { check: 'printed', outcome: 'failed', reason: 'printed-differs' }],
  source: {
    kind: 'pdf',
    differences: [
      { fact: 'recipient', printed: 'Κωνσταντίνος Αλεξόπουλος', signed: 'Ελένη Παπαδοπούλου' },
      { fact: 'awardedDate', printed: '20 May 2019', signed: '2026-11-20T00:00:00Z' },
      { fact: 'result', printed: '', signed: '92' },
    ],
  },
}

export const covered: Report = {
  ...valid,
  verdict: 'undecided',
  findings: [...passing, { check: 'printed', outcome: 'unknown', reason: 'printed-covered' }],
}

/** Good in itself, and somebody else's. */
export const another: Report = {
  ...valid,
  answers: { ...valid.answers, person: 'mismatch' },
  findings: [...passing, { check: 'person', outcome: 'failed', reason: 'person-differs' }],
}

export const matching: Report = {
  ...valid,
  answers: { ...valid.answers, person: 'match' },
  findings: [...passing, { check: 'person', outcome: 'passed', reason: 'person-matches' }],
}

const skills = [
  { name: 'Managing data, information and digital content', framework: 'DigComp', code: '1.3' },
  { name: 'Spotting opportunities', framework: 'EntreComp' },
  { name: 'Πληροφοριακός γραμματισμός' },
]

export const endorsed: Report = {
  ...valid,
  warnings: ['endorsement-not-verified'],
  facts: { ...valid.facts, alignments: skills },
  endorsements: [
    {
      comment: 'We hire people with this certificate, and we look for it.',
      report: {
        ...strange,
        facts: { issuer: { id: 'did:web:library.example.net', name: 'City Library' } },
      },
    },
    { comment: 'This was never signed by the ministry.', report: broken },
  ],
}

const proven: Finding = { check: 'presentation', outcome: 'passed', reason: 'presentation-proven' }

export const presented: Report = { ...valid, findings: [proven, ...passing], credentials: [valid] }

/** Several credentials presented together, one of them revoked. */
export const several: Report = {
  ...valid,
  verdict: 'invalid',
  status: 'revoked',
  facts: {},
  answers: { genuine: 'no', current: 'no', issuer: 'unknown', person: 'not-asked' },
  findings: [{ check: 'presentation', outcome: 'skipped', reason: 'presentation-unsigned' }],
  source: { kind: 'json', differences: [] },
  credentials: [valid, revoked, broken, edited],
}

export const reports = {
  valid,
  strange,
  outside,
  revoked,
  expired,
  suspended,
  outdated,
  reissued,
  impostor,
  edited,
  covered,
  another,
  matching,
  broken,
  misshapen,
  undecided,
  endorsed,
  presented,
  several,
}

const onlyEnglish = (en: string, el: string | null = null): Localised => ({
  en,
  it: null,
  el,
  bg: null,
  lv: null,
})

const emblem =
  'data:image/svg+xml;base64,' +
  Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160"><path d="M80 4l66 38v76l-66 38-66-38V42z" fill="#8c2b1d"/><path d="M80 16l55 32v64l-55 32-55-32V48z" fill="none" stroke="#f6e7cf" stroke-width="2"/><text x="80" y="90" font-family="serif" font-size="30" fill="#f6e7cf" text-anchor="middle">MOOC</text></svg>',
  ).toString('base64')

export const badge: SignedBadge = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://badges.example.org/c/3vQB7B6MrGQZaxCuFg4oh',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Digital skills for library professionals',
  issuer: { id: 'did:web:badges.example.org', type: ['Profile'], name: 'BIBLIO consortium' },
  validFrom: '2026-11-22T10:00:00Z',
  awardedDate: '2026-11-20T00:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [
      {
        type: 'IdentityObject',
        hashed: false,
        identityHash: 'Ελένη Παπαδοπούλου',
        identityType: 'name',
      },
    ],
    achievement: {
      id: 'https://badges.example.org/achievements/mooc',
      type: ['Achievement'],
      achievementType: 'CertificateOfCompletion',
      name: 'Digital skills for library professionals',
      description:
        'Twenty-six modules in eight weeks on the digital and transversal skills that people who work in libraries need today.',
      criteria: {
        narrative: 'Took part in all 26 modules.\n\nPassed the quiz of each with at least 60 %.',
      },
      inLanguage: 'en',
      alignment: [
        {
          type: ['Alignment'],
          targetName: 'EQF level 5',
          targetUrl: 'http://data.europa.eu/snb/eqf/5',
          targetCode: '5',
          targetFramework: 'EQF',
        },
        {
          type: ['Alignment'],
          targetName: 'Managing data, information and digital content',
          targetUrl: 'https://badges.example.org/skills/managing-data',
          targetFramework: 'DigComp',
          targetDescription: 'DigComp: Information and data literacy, level 5',
        },
        {
          type: ['Alignment'],
          targetName: 'Spotting opportunities',
          targetUrl: 'https://badges.example.org/skills/spotting-opportunities',
          targetFramework: 'EntreComp',
        },
        {
          type: ['Alignment'],
          targetName: 'Data safety and security',
          targetUrl: 'https://badges.example.org/skills/data-safety',
          targetFramework: 'DigComp',
          targetCode: 'level 6',
        },
      ],
      resultDescription: [
        { id: 'urn:1', type: ['ResultDescription'], name: 'Final score', resultType: 'Percent' },
        { id: 'urn:2', type: ['ResultDescription'], name: 'Study', resultType: 'ext:StudyHours' },
        {
          id: 'urn:3',
          type: ['ResultDescription'],
          name: 'Distinction',
          resultType: 'ext:Distinction',
        },
      ],
    },
    result: [
      { type: ['Result'], resultDescription: 'urn:1', value: '92' },
      { type: ['Result'], resultDescription: 'urn:2', value: '80' },
      { type: ['Result'], resultDescription: 'urn:3', value: 'with distinction' },
    ],
  },
  proof: [],
}

export const preview: Preview = {
  language: 'en',
  title: badge.name,
  description: 'Issued by BIBLIO consortium. Awarded on 20 November 2026.',
  url: badge.id,
  siteName: 'BIBLIO consortium',
  image: {
    url: `${badge.id}/card.png`,
    width: 1200,
    height: 627,
    alternative: 'Certificate of completion. Digital skills for library professionals.',
  },
  oembed: 'https://badges.example.org/oembed?url=x&format=json',
}

export const credentialView: CredentialView = {
  credential: badge,
  report: valid,
  badgeImage: emblem,
  preview,
  links: {
    page: badge.id,
    files: {
      pdf: '/c/3vQB7B6MrGQZaxCuFg4oh.pdf',
      png: '/c/3vQB7B6MrGQZaxCuFg4oh.png',
      svg: '/c/3vQB7B6MrGQZaxCuFg4oh.svg',
      json: '/c/3vQB7B6MrGQZaxCuFg4oh.json',
      jwt: '/c/3vQB7B6MrGQZaxCuFg4oh.jwt',
    },
    linkedInProfile: 'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME',
    linkedInPost: 'https://www.linkedin.com/sharing/share-offsite/?url=x',
    qrImage: emblem,
  },
}

/** What an eligibility rests on: one of ours, one of others, and one that nobody could look at. */
export const support: SupportView = {
  specialization: 'ceco',
  items: [
    {
      id: 'https://badges.example.org/c/07vb8h1y4y1agj6mq2jjn3m6q6',
      own: '07vb8h1y4y1agj6mq2jjn3m6q6',
      state: 'standing',
      lookedAt: '2026-11-23T08:00:00Z',
    },
    { id: 'urn:uuid:5bb8ef40', own: null, state: 'unclear', lookedAt: '2026-11-23T08:00:00Z' },
  ],
}

export const lostSupport: SupportView = {
  ...support,
  items: support.items.map((item) => ({ ...item, state: 'gone' })),
}

const skill = { profiles: ['ceco'], framework: 'DigComp', level: 5 } as const

export const catalogue: Catalogue = {
  version: '1',
  illustrative: true,
  programme: { name: onlyEnglish('BIBLIO'), description: onlyEnglish('Skills'), url: null },
  issuer: {
    name: 'BIBLIO consortium',
    description: onlyEnglish(
      'Ten partners in five countries, for people who work in libraries.',
      'Δέκα εταίροι σε πέντε χώρες, για όσους εργάζονται σε βιβλιοθήκες.',
    ),
    url: 'https://www.biblio-project.eu',
    linkedInOrganizationId: null,
  },
  areas: [
    { id: 'data', name: onlyEnglish('Information and data', 'Πληροφορία και δεδομένα') },
    { id: 'safety', name: onlyEnglish('Safety', 'Ασφάλεια') },
  ],
  skills: [
    {
      ...skill,
      id: 'managing-data',
      name: onlyEnglish('Managing data and digital content', 'Διαχείριση δεδομένων'),
      area: 'data',
      frameworkArea: 'Information and data literacy',
    },
    {
      ...skill,
      id: 'data-safety',
      name: onlyEnglish('Data safety and security', 'Ασφάλεια δεδομένων'),
      area: 'safety',
      frameworkArea: 'Safety',
    },
  ],
  profiles: [
    {
      id: 'ceco',
      code: 'CECO',
      name: onlyEnglish('Community engagement and communication officer'),
      description: onlyEnglish('Brings the library and the people around it together.'),
    },
  ],
  courses: [
    {
      id: 'mooc',
      name: onlyEnglish('BIBLIO MOOC'),
      language: 'en',
      weeks: 8,
      modules: [],
      distinctionFrom: 90,
      certificate: null,
      achievements: [
        {
          id: 'mooc',
          version: '1.0',
          achievementType: 'CertificateOfCompletion',
          name: onlyEnglish(
            'Digital skills for library professionals',
            'Ψηφιακές δεξιότητες για επαγγελματίες βιβλιοθηκών',
          ),
          description: onlyEnglish(
            'Digital and transversal skills for people who work in libraries.',
          ),
          criteria: onlyEnglish('Complete all 26 modules and pass the quiz of each.'),
          earnedBy: { kind: 'course-completed' },
          tags: [],
          hours: 80,
          eqfLevel: 5,
          skills: ['managing-data', 'data-safety'],
          profiles: ['ceco'],
          hasScore: true,
          hasDistinction: true,
          emblem: { label: 'MOOC', ink: '#ffffff', ground: '#8c2b1d' },
          issuer: null,
        },
      ],
      issuer: null,
    },
  ],
  certificate: { layout: 'landscape', logo: null, signatories: [], partnerLine: null },
  issuers: [],
  recognitions: [],
  specializations: [],
}

export const issuerView: IssuerView = {
  issuer: catalogue.issuer,
  did: 'did:web:badges.example.org',
  didDocument: '/.well-known/did.json',
  partners: [],
  keys: [
    {
      id: 'did:web:badges.example.org#2026-2',
      algorithm: 'Ed25519',
      state: 'active',
      since: '2026-09-01T00:00:00Z',
    },
    {
      id: 'did:web:badges.example.org#2026-1',
      algorithm: 'P-256',
      state: 'verify-only',
      since: '2026-09-01T00:00:00Z',
    },
  ],
}
