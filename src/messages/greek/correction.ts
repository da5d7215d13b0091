import type { CorrectionMessages } from '../correction-messages.ts'

export const correctionGreek: CorrectionMessages = {
  replacedOn: (day) => `Αντικαταστάθηκε στις ${day}`,
  changed: (facts) => `Αιτία: διορθώθηκαν τα εξής: ${facts}.`,
  facts: {
    recipient: 'το όνομα',
    title: 'ο τίτλος',
    results: 'τα αποτελέσματα',
    awardedDate: 'η ημερομηνία απονομής',
    validUntil: 'η ημερομηνία λήξης',
  },
  changedNothingShown: 'Αιτία: ο εκδότης το δημοσίευσε εκ νέου· όσα βεβαιώνει δεν έχουν αλλάξει.',
  openNewer: 'Δείτε την έκδοση που μετράει',
  newerAt: 'Η έκδοση που μετράει βρίσκεται στη διεύθυνση',
  correctedOn: (day) => `Διορθώθηκε στις ${day}`,
  correctedNote:
    'Αυτή είναι η έκδοση που μετράει. Αντίγραφο που τυπώθηκε ή αποθηκεύτηκε πριν από εκείνη την ημέρα δεν μετράει πια.',
}
