import type { ActRefusals } from '../act-messages.ts'

/** What is refused to whoever acts on many credentials at once. */
export const actRefusalsEnglish: ActRefusals = {
  'act-not-found': {
    title: 'There is no such action',
    remedy:
      'Perhaps a part of the address was cut off, or it reaches courses that you have no say in. All that you may see are listed on the page of actions.',
  },
  'act-settled': {
    title: 'This was settled before',
    remedy:
      'Somebody else was quicker, or nobody answered within seven days. Look at the action again: its page says how it stands.',
  },
  'own-act': {
    title: 'Somebody else has to approve this',
    remedy:
      'It reaches so many certificates that a second person has to look at it. Ask a colleague to approve it; you can still take it back.',
  },
  'selection-changed': {
    title: 'The selection has changed',
    remedy:
      'Since you looked, certificates were issued, corrected, revoked or erased. Look at the new selection, and confirm that one.',
  },
  'nothing-to-do': {
    title: 'There is nothing to do here',
    remedy:
      'Everything that was selected is left out; the preview says why for each. Select others.',
  },
  'letters-off': {
    title: 'No letters are sent from here',
    remedy:
      'This service has no mail server. Whoever runs it can set SMTP_URL and MAIL_FROM; until then make a link for each learner and hand it over in another way.',
  },
}
