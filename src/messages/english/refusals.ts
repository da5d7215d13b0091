import type { Messages } from '../messages.ts'
import { actRefusalsEnglish } from './acts.ts'
import { correctionRefusalsEnglish } from './correction-refusals.ts'
import { draftRefusalsEnglish } from './drafts.ts'
import { holderRefusalsEnglish } from './holder-refusals.ts'
import { houseRefusalsEnglish } from './house-refusals.ts'
import { importRefusalsEnglish } from './import.ts'
import { inboundRefusalsEnglish } from './inbound.ts'
import { operatorRefusalsEnglish } from './operator-accounts.ts'
import { partnerRefusalsEnglish } from './partner.ts'
import { safetyRefusalsEnglish } from './safety.ts'
import { walletRefusalsEnglish } from './wallet.ts'
import { webhookRefusalsEnglish } from './webhook.ts'

export const refusalsEnglish: Messages['refusals'] = {
  'bad-request': {
    title: 'The request could not be understood',
    remedy: 'Go back, look at what you entered, and send it again.',
  },
  unauthorised: {
    title: 'You need to identify yourself',
    remedy: 'Send an access token that is still good. The operator of this service creates them.',
  },
  forbidden: {
    title: 'Your access does not cover this',
    remedy: 'Ask the operator of this service for a token with the right role and scope.',
  },
  'not-found': {
    title: 'There is nothing at this address',
    remedy:
      'Compare the address letter by letter with the one you were given, or scan the code again. Links that their owner keeps private are answered like this too.',
  },
  'not-acceptable': {
    title: 'It does not exist in the format asked for',
    remedy: 'Ask for HTML, JSON, JWT, PDF, PNG or SVG instead.',
  },
  'format-not-offered': {
    title: 'It is not offered in this format',
    remedy: 'Ask for JSON: leave out the format, or write format=json.',
  },
  'too-large': {
    title: 'What you sent is too large',
    remedy: 'Send a smaller file, or split it into several.',
  },
  'unsupported-media-type': {
    title: 'This kind of file is not accepted here',
    remedy: 'Send one of the formats named on the page or in the documentation.',
  },
  'too-many-requests': {
    title: 'Too many requests from your network',
    remedy: 'Wait a minute and try again.',
  },
  busy: {
    title: 'The service is busy right now',
    remedy: 'Try again in a few seconds. Nothing was lost.',
  },
  'idempotency-conflict': {
    title: 'This request key was already used for something else',
    remedy: 'Use a new Idempotency-Key for each different request.',
  },
  'idempotency-in-flight': {
    title: 'The same request is still being worked on',
    remedy: 'Wait for its answer, then ask again with the same key.',
  },
  ...importRefusalsEnglish,
  'course-unknown': {
    title: 'The catalogue has no such course',
    remedy: 'Compare the course id with the catalogue.',
  },
  'achievement-unknown': {
    title: 'The catalogue has no such achievement',
    remedy: 'Compare the achievement id with the list of achievements.',
  },
  'credential-not-found': {
    title: 'There is no such credential',
    remedy: 'Compare the code or the address letter by letter with the one on the certificate.',
  },
  'credential-not-issued': {
    title: 'The credential is not issued yet',
    remedy: 'It is in the queue. Try again in a minute.',
  },
  'credential-unverifiable': {
    title: 'The credential did not pass our own check',
    remedy: 'It was kept back. The operator should run the doctor command.',
  },
  'already-revoked': {
    title: 'The credential is already revoked',
    remedy: 'Nothing more is needed. A revocation cannot be undone.',
  },
  'reason-missing': {
    title: 'A reason is needed',
    remedy: 'Say why, in a few words; they stay private.',
  },
  ...correctionRefusalsEnglish,
  'name-not-printable': {
    title: 'The name cannot be printed',
    remedy:
      'No font of this service has all its letters, so there is no PDF. The other files carry the name in full.',
  },
  'no-credential-found': {
    title: 'No credential was found in it',
    remedy:
      'Use the original file, its whole text, or a sharp photograph that shows the whole square code. A picture that was saved anew has often lost the signed part.',
  },
  'open-badges-2': {
    title: 'This is an Open Badges 2.0 badge',
    remedy:
      'It is of an older kind that carries no signature: the website of its issuer confirms it instead. Only Open Badges 3.0 can be checked here, which says nothing against this one. Ask its issuer for a newer one, or how to check it.',
  },
  'address-unreachable': {
    title: 'Nothing could be had from this address',
    remedy:
      'Compare the address letter by letter. If it is right, try again later, or use the file: that the address did not answer says nothing about the credential.',
  },
  'input-unreadable': {
    title: 'The file could not be read',
    remedy: 'It may be damaged or protected by a password. Use the original file.',
  },
  'input-too-large': {
    title: 'The file is too large to be checked',
    remedy:
      'Use the original file: credentials are small, 2 MB at most. A photograph may have 10 MB.',
  },
  'not-strict-json': {
    title: 'The text is incomplete, or can be read in more than one way',
    remedy:
      'It is not strict JSON. Use the original file, or copy the whole text again from the first { to the last }.',
  },
  'specialization-unknown': {
    title: 'There is no such specialization here',
    remedy: 'Look at the list of specializations, and compare the spelling.',
  },
  'applications-closed': {
    title: 'Applications are not open',
    remedy: 'Look up the days between which one may apply, and come back then.',
  },
  'statement-unknown': {
    title: 'This statement is not asked for',
    remedy: 'Make only the statements that the specialization asks for.',
  },
  'text-too-long': {
    title: 'A text is too long',
    remedy: 'Shorten the text that is named to the number of characters it may have.',
  },
  'decision-not-found': {
    title: 'There is no such decision, or it is not yours to see',
    remedy:
      'Compare the address with the one you were given. A decision is seen only by the provider that made it.',
  },
  'decision-erased': {
    title: 'The application behind it has been erased',
    remedy:
      'The time for which it may be kept is over. Ask the applicant for the certificates again, and decide anew.',
  },
  'not-to-review': {
    title: 'Nothing waits for a review here',
    remedy: 'Load the decision again: it may have been settled in the meantime.',
  },
  'not-eligible': {
    title: 'The decision does not say eligible',
    remedy: 'Settle what waits for a review, or decide anew with more proof.',
  },
  'decision-expired': {
    title: 'The decision no longer holds',
    remedy: 'Decide anew: what it rests on may have ended.',
  },
  'country-needed': {
    title: 'The country of the applicant is needed',
    remedy: 'Give one of the countries where the specialization is offered, as two letters.',
  },
  'already-enrolled': {
    title: 'This person has a place already, or waits for one',
    remedy: 'One person has one place in a specialization. Withdraw the other enrolment first.',
  },
  'maybe-enrolled': {
    title: 'Somebody who may be this person has a place already, or waits for one',
    remedy:
      'Look at that enrolment. If it is the same person, withdraw it first; if it is another, say so and enrol again.',
  },
  'enrolment-not-found': {
    title: 'There is no such enrolment, or it is not yours to see',
    remedy: 'Look at the list of your enrolments.',
  },
  'list-unreadable': {
    title: 'The list of applicants could not be read',
    remedy:
      'Send a table as CSV in UTF-8. Its first line names the columns, and may name no others than the form and the API have.',
  },
  'list-not-found': {
    title: 'There is no such list, or it is not yours to see',
    remedy: 'Compare the address with the one you were given, or send the list again.',
  },
  'claim-not-valid': {
    title: 'This link does not work any more',
    remedy:
      'It was used before, its time is over, or it is not complete. Have a new one sent to the address that your certificates came to.',
  },
  'receipt-given': {
    title: 'This is a receipt of a check, not a credential',
    remedy:
      'Give it to the form at /verify, which tells what it is. To know what counts today, check the credential itself.',
  },
  ...actRefusalsEnglish,
  ...holderRefusalsEnglish,
  ...walletRefusalsEnglish,
  ...draftRefusalsEnglish,
  ...operatorRefusalsEnglish,
  ...webhookRefusalsEnglish,
  ...partnerRefusalsEnglish,
  ...safetyRefusalsEnglish,
  ...webhookRefusalsEnglish,
  ...houseRefusalsEnglish,
  ...inboundRefusalsEnglish,
}
