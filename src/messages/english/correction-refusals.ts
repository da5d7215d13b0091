import type { CorrectionRefusals } from '../correction-messages.ts'

export const correctionRefusalsEnglish: CorrectionRefusals = {
  'credential-erased': {
    title: 'This credential was erased',
    remedy:
      'Its holder, or whoever issued it, had its content removed for good. Whoever still has the file can show it; this service can no longer confirm it.',
  },
  'not-correctable': {
    title: 'This cannot be corrected',
    remedy:
      'Look at the details: such a credential has nothing of the kind, or is given anew instead.',
  },
  'nothing-to-correct': {
    title: 'It says that already',
    remedy: 'Compare what should be changed with what the credential says now.',
  },
  'correction-not-found': {
    title: 'There is no such correction',
    remedy: 'Look at the list of corrections, and compare the identifier.',
  },
  'correction-settled': {
    title: 'This correction was settled before',
    remedy: 'Look at what became of it. For another change, correct the credential anew.',
  },
  'correction-under-way': {
    title: 'Another correction of it is under way',
    remedy: 'Wait until it is settled, then ask again.',
  },
  'learner-not-found': {
    title: 'Nobody is kept here under this key',
    remedy:
      'Compare the address or number letter by letter. Whoever was erased is not found either.',
  },
}
