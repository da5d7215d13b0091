import type { HolderRefusals } from '../holder-messages.ts'

/** What learners are refused, and whoever comes by their links. */
export const holderRefusalsEnglish: HolderRefusals = {
  'share-given': {
    title: 'This link shows a part of a certificate',
    remedy:
      'Open it in the browser: its page says whether the certificate counts today. To check all of it, ask its holder for the file, or for the link of the certificate itself.',
  },
  'share-not-found': {
    title: 'This link shows nothing',
    remedy:
      'Perhaps a part of it was cut off: copy all of it, from the first character to the last. Or ask whoever sent it.',
  },
  'share-ended': {
    title: 'This link has ended',
    remedy:
      'Whoever made it chose an end, or has withdrawn it. Ask the holder of the certificate for another.',
  },
  'share-end-wrong': {
    title: 'This end cannot be chosen',
    remedy: 'Choose a day from tomorrow on, at most ten years ahead.',
  },
  'too-many-shares': {
    title: 'There are too many links',
    remedy: 'At most 50 can be open for one certificate. Withdraw some, then make another.',
  },
}
