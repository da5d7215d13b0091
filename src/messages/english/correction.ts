import type { CorrectionMessages } from '../correction-messages.ts'

export const correctionEnglish: CorrectionMessages = {
  replacedOn: (day) => `Replaced on ${day}`,
  changed: (facts) => `Because this was corrected: ${facts}.`,
  facts: {
    recipient: 'the name',
    title: 'the title',
    results: 'the results',
    awardedDate: 'the day of the award',
    validUntil: 'the end date',
  },
  changedNothingShown:
    'Because its issuer published it anew; what it says about the award is the same.',
  openNewer: 'See the version that counts',
  newerAt: 'The version that counts stands at',
  correctedOn: (day) => `Corrected on ${day}`,
  correctedNote:
    'This is the version that counts. A copy that was printed or saved before that day no longer does.',
}
