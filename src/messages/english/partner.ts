import type { MandateReasons, PartnerMessages, PartnerRefusals } from '../partner-messages.ts'

export const partnerEnglish: PartnerMessages = {
  kind: 'Who issues',
  lead: (programme) =>
    `This issuer issues on behalf of ${programme}, and signs with keys of its own. Here is what you need to recognise one of its credentials.`,
  onBehalfOf: 'On behalf of',
  known: (domain, programme) =>
    `The signing key is published at ${domain}. This issuer acts on behalf of ${programme}, which is on our list of known issuers and has signed its mandate.`,
  mandate: 'Mandate',
  mandateText: (programme) =>
    `${programme} has signed what this issuer may issue on its behalf. Whatever else is signed in the name of this issuer is not covered by that.`,
  mandateDocument: 'The signed mandate',
  achievements: 'What it may issue',
  begins: 'Mandate begins',
  ends: 'Mandate ends',
  partners: 'Who else issues',
  partnersText:
    'These issuers issue on behalf of the programme, each for certain achievements and with keys of its own.',
  programmeLead:
    'Every credential of this service is signed with a key of this issuer, or of one that issues on its behalf. Here is what you need to recognise one.',
}

export const partnerRefusalsEnglish: PartnerRefusals = {
  'partner-unknown': {
    title: 'The catalogue has no such issuer',
    remedy: 'Compare the id of the issuer with the list of issuers.',
  },
  'issuer-out-of-scope': {
    title: 'This issuer may not issue that',
    remedy:
      'Its mandate does not cover this achievement, or not the day on which it was earned. Choose another issuer, or have the mandate extended in the catalogue.',
  },
}

export const mandateReasonsEnglish: MandateReasons = {
  'issuer-mandated':
    'The issuer acts on behalf of a known issuer, whose signed mandate covers this.',
  'issuer-mandate-broken':
    'The issuer shows a mandate of a known issuer, but that issuer’s signature under it is not right. Do not take it for a partner; ask the known issuer.',
  'issuer-mandate-unreachable':
    'The issuer shows a mandate of a known issuer, whose signature could not be checked just now. Try again later.',
  'issuer-mandate-other-issuer':
    'The issuer shows a mandate of a known issuer, but it was given to somebody else or under another name. Ask the known issuer.',
  'issuer-mandate-outside-scope':
    'The issuer has a mandate of a known issuer, but not for this achievement. Ask the known issuer whether this counts.',
  'issuer-mandate-outside-period':
    'The issuer has a mandate of a known issuer, but not for the day of this award. Ask the known issuer whether this counts.',
}
