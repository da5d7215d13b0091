import type { Messages } from '../messages.ts'

/** What whoever runs the service is refused: keys, ledger, catalogue and settings. */
export const houseRefusalsGreek: Pick<
  Messages['refusals'],
  | 'key-unusable'
  | 'key-permissions'
  | 'key-not-found'
  | 'ledger-mismatch'
  | 'ledger-busy'
  | 'catalogue-invalid'
  | 'settings-invalid'
> = {
  'key-unusable': {
    title: 'Το κλειδί υπογραφής δεν μπορεί να χρησιμοποιηθεί',
    remedy: 'Ο διαχειριστής πρέπει να ελέγξει το αρχείο κλειδιού που αναφέρεται στις λεπτομέρειες.',
  },
  'key-permissions': {
    title: 'Το αρχείο του κλειδιού διαβάζεται και από άλλους',
    remedy: 'Ο διαχειριστής πρέπει να επιτρέψει την ανάγνωση μόνο στην υπηρεσία: chmod 600.',
  },
  'key-not-found': {
    title: 'Δεν υπάρχει τέτοιο κλειδί',
    remedy:
      'Ο διαχειριστής πρέπει να δημιουργήσει κλειδί με την εντολή keygen ή να το επαναφέρει στη θέση του.',
  },
  'ledger-mismatch': {
    title: 'Το μητρώο ανήκει σε άλλη διεύθυνση',
    remedy:
      'Ορίστε στο PUBLIC_URL τη διεύθυνση για την οποία δημιουργήθηκε το μητρώο ή ξεκινήστε με νέο μητρώο.',
  },
  'ledger-busy': {
    title: 'Το μητρώο χρησιμοποιείται από άλλη διεργασία',
    remedy: 'Δοκιμάστε ξανά σε λίγα δευτερόλεπτα.',
  },
  'catalogue-invalid': {
    title: 'Ο κατάλογος έχει λάθη',
    remedy: 'Διορθώστε κάθε σημείο που αναφέρεται στις λεπτομέρειες.',
  },
  'settings-invalid': {
    title: 'Οι ρυθμίσεις έχουν λάθη',
    remedy: 'Διορθώστε κάθε ρύθμιση που αναφέρεται στις λεπτομέρειες και ξεκινήστε ξανά.',
  },
}
