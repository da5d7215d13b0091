import type { CatalogueMessages } from '../catalogue-messages.ts'

export const catalogueGreek: CatalogueMessages = {
  lead: 'Τι μπορεί να αποκτηθεί, όπως ισχύει τώρα. Ό,τι εκδόθηκε κρατά τα λόγια που υπογράφηκαν, ό,τι κι αν αλλάξει αργότερα.',
  inForce: 'Σε ισχύ',
  version: (version, day) => `Έκδοση ${version}, από ${day}`,
  table: 'Επιτεύγματα του καταλόγου',
  columns: {
    achievement: 'Επίτευγμα',
    kind: 'Αποκτάται με',
    version: 'Έκδοση',
    issued: 'Εκδόθηκαν',
  },
  asCertificate: 'Ως πιστοποιητικό',
  asBadge: 'Ως σήμα',
  certificateOf: (achievement) => `Πιστοποιητικό: ${achievement}, με επινοημένο όνομα`,
  badgeOf: (achievement) => `Σήμα: ${achievement}`,
  sampleMark: 'ΔΕΙΓΜΑ',
  publicPage: 'Η δημόσια σελίδα του',
  changes: 'Εκδόσεις',
  versions: 'Κατάλογοι που ίσχυσαν, από τον νεότερο',
  takeAway: 'Λήψη',
  check: 'Έλεγχος άλλου καταλόγου',
  checkHint:
    'Τίποτα δεν αλλάζει: βλέπετε τι δεν πάει καλά, τι διαφέρει από τον κατάλογο που ισχύει, και τι σημαίνει αυτό για όσα εκδόθηκαν.',
  file: 'Κατάλογος, αρχείο JSON',
  howToUse:
    'Για να ισχύσει, αποθηκεύστε τον εκεί που δείχνει το CATALOGUE και ξεκινήστε ξανά την υπηρεσία.',
  complaints: 'Τι πρέπει πρώτα να διορθωθεί',
  none: 'Δεν έχει κανένα λάθος.',
  same: 'Λέει για κάθε επίτευγμα ό,τι λέει ο κατάλογος που ισχύει.',
  differences: 'Τι διαφέρει',
  differencesTable: 'Επιτεύγματα που διαφέρουν',
  differenceColumns: {
    achievement: 'Επίτευγμα',
    change: 'Αλλαγή',
    members: 'Τι',
    issued: 'Εκδόθηκαν',
    judgement: 'Κρίση',
  },
  kinds: { added: 'νέο', removed: 'λείπει', changed: 'άλλαξε' },
  judgements: {
    breaks: 'βλάπτει όσα εκδόθηκαν: κρατήστε id και νόημα, ή φτιάξτε νέο επίτευγμα',
    'same-version': 'άλλαξε με την ίδια έκδοση: δώστε του άλλη',
    fine: 'εντάξει',
  },
  untranslated: (count) =>
    count === 1
      ? 'Λείπει μία μετάφραση· στη θέση της είναι τα αγγλικά.'
      : `Λείπουν ${count} μεταφράσεις· στη θέση τους είναι τα αγγλικά.`,
}
