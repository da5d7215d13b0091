import type { SafetyMessages, SafetyRefusals } from '../safety-messages.ts'

export const safetyEnglish: SafetyMessages = {
  keyUnsafe:
    'The key it was signed with is no longer safe, so that what this file says cannot be relied on. The issuer has signed it anew with another key.',
  signedAnewOn: (day) => `Signed anew on ${day}`,
  signedAnewNote:
    'The award is the same; the issuer signed it with a new key. A file that was saved before that day no longer counts: download it again.',
  copyRevoked: (day) =>
    `The copy in your wallet was revoked on ${day}. The award itself stands: put it into your wallet once more, and delete the old one there.`,
}

export const safetyRefusalsEnglish: SafetyRefusals = {
  'key-in-use': {
    title: 'This key still signs',
    remedy: 'Take it out of use first: colophon keys retire, with --compromised if it was stolen.',
  },
  'ledger-rolled-back': {
    title: 'The database is older than what was published',
    remedy:
      'The operator should put the newest copy in place, or accept the loss knowingly with colophon restore.',
  },
  'ledger-there': {
    title: 'There is a database already',
    remedy: 'The operator should move it away, or say --replace.',
  },
  'backup-unusable': {
    title: 'This backup cannot be used',
    remedy: 'The operator should take another one, and look at the passphrase.',
  },
}
