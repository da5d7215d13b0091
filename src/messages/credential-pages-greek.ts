import type { PageMessages } from './page-messages.ts'

const plural = new Intl.PluralRules('el')

export const credentialPagesGreek: Pick<PageMessages, 'credential' | 'achievement' | 'skill'> = {
  credential: {
    pageTitle: (achievement) => `Έλεγχος πιστοποιητικού: ${achievement}`,
    earned: 'έλαβε',
    issuedBy: 'Εκδότης',
    awardedOn: 'Απονεμήθηκε στις',
    until: 'Ισχύει έως',
    howWeKnow: 'Πώς το γνωρίζουμε',
    issuerKnown: (domain) =>
      `Το κλειδί της υπογραφής δημοσιεύεται στη διεύθυνση ${domain} και ο εκδότης περιλαμβάνεται στον κατάλογο γνωστών εκδοτών μας.`,
    issuerUnknown: (domain) =>
      `Το κλειδί της υπογραφής δημοσιεύεται στη διεύθυνση ${domain}. Ο εκδότης δεν περιλαμβάνεται στον κατάλογο γνωστών εκδοτών μας.`,
    withheld:
      'Το περιεχόμενο δεν εμφανίζεται όσο η υπογραφή του δεν έχει επιβεβαιωθεί. Δοκιμάστε ξανά αργότερα ή ελέγξτε το ίδιο το αρχείο.',
    about: 'Τι πιστοποιεί',
    criteria: 'Τι χρειάστηκε να γίνει',
    skills: 'Δεξιότητες',
    results: 'Αποτελέσματα',
    resultNames: {
      Percent: 'Τελική βαθμολογία',
      'ext:StudyHours': 'Ώρες μελέτης',
      'ext:Distinction': 'Διάκριση',
    },
    downloads: 'Αρχεία',
    formats: {
      pdf: { label: 'PDF', use: 'για εκτύπωση ή για αίτηση εργασίας' },
      png: {
        label: 'Σήμα PNG',
        use: 'για ιστοσελίδα ή προφίλ· περιέχει το υπογεγραμμένο πιστοποιητικό',
      },
      svg: { label: 'Σήμα SVG', use: 'το ίδιο, ευκρινές σε κάθε μέγεθος' },
      json: {
        label: 'JSON',
        use: 'το υπογεγραμμένο πρωτότυπο, για πορτοφόλια και υπηρεσίες ελέγχου',
      },
      jwt: { label: 'JWT', use: 'τα ίδια στοιχεία ως υπογεγραμμένο κείμενο, για προγράμματα' },
    },
    share: 'Κοινοποίηση',
    shareNote:
      'Όποιος έχει τον σύνδεσμο μπορεί να δει αυτή τη σελίδα. Οι μηχανές αναζήτησης καλούνται να την παραλείψουν.',
    addToProfile: 'Προσθήκη στο προφίλ LinkedIn',
    sharePost: 'Κοινοποίηση στο LinkedIn',
    revokedOn: (date) => `Ανακλήθηκε στις ${date}`,
    revokedNote: 'Δεν ισχύει ούτε όποιο αντίγραφο τυπώθηκε ή αποθηκεύτηκε νωρίτερα.',
    reason: 'Λόγος',
    scan: 'Ελέγξτε αυτή τη σελίδα στη διεύθυνση',
    qrAlternative: (url) => `Κωδικός QR που οδηγεί στη διεύθυνση ${url}`,
    badgeAlternative: (name) => `Σήμα: ${name}`,
  },
  achievement: {
    listTitle: 'Επιτεύγματα',
    listLead: 'Τι μπορεί να αποκτήσει κανείς, τι χρειάζεται και τι πιστοποιεί.',
    about: 'Τι πιστοποιεί',
    criteria: 'Τι χρειάζεται να γίνει',
    skills: 'Δεξιότητες',
    profiles: 'Επαγγελματικά προφίλ στα οποία οδηγεί',
    labels: {
      hours: 'Χρόνος μελέτης',
      eqf: 'Επίπεδο',
      version: 'Έκδοση',
      id: 'Αναγνωριστικό',
    },
    otherLanguages: 'Σε άλλες γλώσσες',
    aboutSpecialization: 'Για την ειδίκευση και ποιοι μπορούν να εγγραφούν',
    hours: (count) => `${count} ${plural.select(count) === 'one' ? 'ώρα' : 'ώρες'}`,
    eqf: (level) =>
      `Επίπεδο ${level} του Ευρωπαϊκού Πλαισίου Προσόντων (EQF), όπως το δηλώνει το πρόγραμμα`,
  },
  skill: {
    kind: 'Δεξιότητα',
    area: 'Θεματική περιοχή',
    framework: 'Ευρωπαϊκό πλαίσιο',
    level: 'Επίπεδο',
    levelOf: (level) => `${level} από 8`,
    profiles: 'Επαγγελματικά προφίλ στα οποία ανήκει',
    includedIn: 'Επιτεύγματα που την περιλαμβάνουν',
    notIncluded: 'Κανένα ακόμη.',
  },
}
