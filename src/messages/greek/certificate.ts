import type { CertificateMessages } from '../certificate.ts'

export const certificateGreek: CertificateMessages = {
  headings: {
    completion: 'Πιστοποιητικό ολοκλήρωσης',
    badge: 'Σήμα επίτευξης',
    participation: 'Βεβαίωση συμμετοχής',
    eligibility: 'Βεβαίωση επιλεξιμότητας',
  },
  intro: 'Βεβαιώνεται ότι ο/η',
  verbs: {
    completion: 'ολοκλήρωσε το πρόγραμμα',
    badge: 'απέκτησε το σήμα',
    participation: 'συμμετείχε στο πρόγραμμα',
    eligibility: 'κρίθηκε',
  },
  withDistinction: 'με διάκριση',
  hours: (count) => `${count} ${count === 1 ? 'ώρα' : 'ώρες'} μελέτης`,
  score: (percent) => `Τελική βαθμολογία ${percent} %`,
  eqf: (level) => `Επίπεδο EQF ${level}, όπως δηλώνεται από το πρόγραμμα`,
  validUntil: (date) => `Ισχύει έως ${date}`,
  priority: (points, of) => `Προτεραιότητα: ${points} από ${of} μόρια`,
  rules: (version) => `Κανόνες ${version}`,
  decidedOn: (date) => `Αποφασίστηκε στις ${date}`,
  awardedOn: (date) => `Απονεμήθηκε στις ${date}`,
  issuedBy: (name) => `Εκδότης: ${name}`,
  scanToVerify: 'Σαρώστε τον κωδικό ή ανοίξτε τη διεύθυνση για να ελέγξετε το πιστοποιητικό',
  qrAlternative: (url) => `Κωδικός QR που οδηγεί στη διεύθυνση ${url}`,
  emblemAlternative: (label) => `Έμβλημα: ${label}`,
  attachment: 'Το υπογεγραμμένο διαπιστευτήριο Open Badges 3.0',
  illustrative: 'Ενδεικτικό πρόγραμμα, μόνο ως παράδειγμα',
}
