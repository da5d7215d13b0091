/** What is printed on a certificate around the signed facts. Functions take values already formatted. */
export interface CertificateMessages {
  /** Headings by kind of achievement. */
  readonly headings: {
    readonly completion: string
    readonly badge: string
    readonly participation: string
    readonly eligibility: string
  }
  /** Line before the name, by kind of achievement: "This certifies that". */
  readonly intro: string
  /** Line between the name and the title, by kind of achievement. */
  readonly verbs: {
    readonly completion: string
    readonly badge: string
    readonly participation: string
    readonly eligibility: string
  }
  readonly withDistinction: string
  hours(count: number): string
  score(percent: string): string
  eqf(level: string): string
  /** Of what does not hold for ever. */
  validUntil(date: string): string
  /** Of an eligibility: points out of how many, and the beginning of the version of its rules. */
  priority(points: string, of: string): string
  rules(version: string): string
  awardedOn(date: string): string
  /** The same of an eligibility, which is no award. */
  decidedOn(date: string): string
  issuedBy(name: string): string
  /** Behind the name of an issuer: who mandated it. */
  onBehalfOf(programme: string): string
  /** Beside the QR code: how to check it. */
  readonly scanToVerify: string
  /** Text alternative of the QR code. */
  qrAlternative(url: string): string
  /** Text alternative of the emblem. */
  emblemAlternative(label: string): string
  /** Text alternatives of the issuer's logo and of the picture of a signature. */
  logoAlternative(issuer: string): string
  signatureAlternative(name: string): string
  /** Said on a file that bears a digital signature, of the certificate it was made with. */
  sealedBy(name: string): string
  /** The field of that signature, for those who hear the page. */
  readonly sealField: string
  /** Parts of the page in the list of bookmarks, beside the heading. */
  readonly bookmarks: { readonly signatories: string; readonly check: string }
  /** Description of the attached file `credential.json`, and of `page.jwt`. */
  readonly attachment: string
  readonly pageAttachment: string
  /** Shown on certificates of the catalogue that ships as a sample. */
  readonly illustrative: string
}

export const certificateEnglish: CertificateMessages = {
  headings: {
    completion: 'Certificate of completion',
    badge: 'Badge of achievement',
    participation: 'Statement of participation',
    eligibility: 'Confirmation of eligibility',
  },
  intro: 'This certifies that',
  verbs: {
    completion: 'has completed',
    badge: 'has earned',
    participation: 'took part in',
    eligibility: 'was found to be',
  },
  withDistinction: 'with distinction',
  hours: (count) => `${count} ${count === 1 ? 'hour' : 'hours'} of study`,
  score: (percent) => `Final score ${percent} %`,
  eqf: (level) => `EQF level ${level}, as stated by the programme`,
  validUntil: (date) => `Valid until ${date}`,
  priority: (points, of) => `Priority ${points} of ${of} points`,
  rules: (version) => `Rules ${version}`,
  awardedOn: (date) => `Awarded on ${date}`,
  decidedOn: (date) => `Decided on ${date}`,
  issuedBy: (name) => `Issued by ${name}`,
  onBehalfOf: (programme) => `on behalf of ${programme}`,
  scanToVerify: 'Scan the code or open the address to check this certificate',
  qrAlternative: (url) => `QR code leading to ${url}`,
  emblemAlternative: (label) => `Emblem: ${label}`,
  logoAlternative: (issuer) => `Logo of ${issuer}`,
  signatureAlternative: (name) => `Signature of ${name}`,
  sealedBy: (name) => `This file bears a digital signature of ${name}`,
  sealField: 'Digital signature of the file',
  bookmarks: { signatories: 'Signatures', check: 'How to check it' },
  attachment: 'The signed Open Badges 3.0 credential',
  pageAttachment: 'What the page prints beside the credential, signed by the issuer',
  illustrative: 'Sample programme, for illustration only',
}
