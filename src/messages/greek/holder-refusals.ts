import type { HolderRefusals } from '../holder-messages.ts'

/** What learners are refused, and whoever comes by their links. */
export const holderRefusalsGreek: HolderRefusals = {
  'share-not-found': {
    title: 'Αυτός ο σύνδεσμος δεν δείχνει τίποτα',
    remedy:
      'Ίσως λείπει ένα μέρος του: αντιγράψτε τον ολόκληρο, από τον πρώτο χαρακτήρα ως τον τελευταίο. Ή ρωτήστε όποιον τον έστειλε.',
  },
  'share-ended': {
    title: 'Αυτός ο σύνδεσμος έληξε',
    remedy:
      'Όποιος τον έφτιαξε όρισε τη λήξη του ή τον απέσυρε. Ζητήστε άλλον από τον κάτοχο του πιστοποιητικού.',
  },
  'share-end-wrong': {
    title: 'Αυτή η λήξη δεν γίνεται',
    remedy: 'Επιλέξτε ημέρα από αύριο και μετά, το πολύ δέκα χρόνια αργότερα.',
  },
  'too-many-shares': {
    title: 'Οι σύνδεσμοι είναι πάρα πολλοί',
    remedy:
      'Για ένα πιστοποιητικό μπορούν να είναι ανοιχτοί το πολύ 50. Αποσύρετε μερικούς και φτιάξτε έπειτα άλλον.',
  },
}
