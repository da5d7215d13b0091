import type { ImportComplaints, ImportRefusals } from '../import-messages.ts'

export const importRefusalsGreek: ImportRefusals = {
  'columns-invalid': {
    title: 'Οι στήλες που δηλώθηκαν δεν ταιριάζουν με το αρχείο',
    remedy:
      'Χρησιμοποιήστε τις επικεφαλίδες ακριβώς όπως είναι στην πρώτη γραμμή ή τη θέση της στήλης, π.χ. #3. Οι λεπτομέρειες δείχνουν κάθε λάθος.',
  },
  'profiles-unreadable': {
    title: 'Ο κατάλογος των προφίλ δεν μπορεί να χρησιμοποιηθεί',
    remedy:
      'Δώστε την αναφορά προφίλ φοιτητών του ίδιου μαθήματος: χρειάζεται η στήλη name και μία από τις id, username και email.',
  },
}

export const importComplaintsGreek: ImportComplaints = {
  'completed-unreadable':
    'Δεν είναι σαφές αν αυτό ολοκληρώθηκε. Γράψτε ναι, όχι, ημερομηνία ή βαθμολογία, ή αφήστε έξω τη στήλη.',
  'not-a-learner':
    'Αυτή η γραμμή είναι ο δοκιμαστικός φοιτητής της πλατφόρμας. Παραλείφθηκε· δεν χρειάζεται να κάνετε κάτι.',
  'profiles-needed':
    'Αυτή η αναφορά δεν περιέχει ονόματα. Δώστε μαζί την αναφορά προφίλ φοιτητών ή δηλώστε τη στήλη με τα ονόματα.',
}
