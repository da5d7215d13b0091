import type { ApplicantListMessages } from './applicant-list-messages.ts'
import { formatNumber } from './format.ts'

const number = (value: number) => formatNumber(value, 'el')

export const applicantListGreek: ApplicantListMessages = {
  title: 'Κατάλογοι υποψηφίων',
  lead: 'Υποβάλετε έναν πίνακα με μία γραμμή για κάθε υποψήφιο. Κάθε γραμμή κρίνεται ξεχωριστά και κατατάσσεται μαζί με τις άλλες.',
  file: 'Πίνακας (CSV)',
  fileHint:
    'Έως 10.000 γραμμές και 16 MB. Ό,τι υπάρχει σε μια γραμμή διαγράφεται μόλις ληφθεί η απόφαση.',
  columns: 'Οι στήλες που μετρούν, με οποιαδήποτε σειρά· άλλες δεν επιτρέπονται:',
  submit: 'Απόφαση για όλους',
  nothingGiven: {
    title: 'Δεν υπάρχει ακόμη πίνακας',
    remedy: 'Επιλέξτε ένα αρχείο CSV με γραμμή επικεφαλίδων και μία γραμμή για κάθε υποψήφιο.',
  },
  recent: 'Κατάλογοι που υποβλήθηκαν',
  none: 'Δεν υπάρχει ακόμη κανένας.',
  listOf: (moment) => `Κατάλογος της ${moment}`,
  progress: (done, total) => `Αποφασίστηκαν ${number(done)} από ${number(total)}`,
  reloads: 'Η σελίδα ανανεώνεται κάθε λίγα δευτερόλεπτα μέχρι να αποφασιστούν όλοι.',
  stopReloading: 'Διακοπή ανανέωσης',
  reload: 'Ανανέωση',
  download: 'Λήψη ως πίνακα (CSV)',
  back: 'Όλοι οι κατάλογοι',
  filter: 'Εμφάνιση μόνο',
  all: 'Όλοι',
  refused: 'Χωρίς απόφαση',
  waiting: 'Εκκρεμεί απόφαση',
  nothingHere: 'Καμία γραμμή δεν κατέληξε εδώ.',
  table: 'Οι υποψήφιοι κατά σειρά κατάταξης',
  heads: {
    rank: 'Σειρά',
    applicant: 'Υποψήφιος',
    outcome: 'Αποτέλεσμα',
    priority: 'Προτεραιότητα',
    why: 'Γιατί',
  },
  line: (number) => `γραμμή ${number}`,
  applied: (day) => `αίτηση στις ${day}`,
  missing: 'Λείπουν',
  order:
    'Πρώτοι όσοι γίνονται δεκτοί, μετά όσοι πρέπει ακόμη να εξεταστούν· μεταξύ τους προηγούνται οι περισσότερες μονάδες και μετά η παλαιότερη αίτηση.',
  pages: 'Περισσότεροι υποψήφιοι',
  range: (from, to) => `${number(from)} έως ${number(to)}`,
}
