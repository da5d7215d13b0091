import type { AdmissionMessages, FilledIn } from '../admission-messages.ts'
import { formatNumber } from '../format.ts'

const plural = new Intl.PluralRules('el')
const number = (value: number) => formatNumber(value, 'el')
const isOne = (count: number) => plural.select(count) === 'one'
const counted = (count: number, one: string, other: string) =>
  `${number(count)} ${isOne(count) ? one : other}`
const missing = (count: number) => `${isOne(count) ? 'λείπει' : 'λείπουν'} ${number(count)}`
const needed = (count: number) => `${isOne(count) ? 'χρειάζεται' : 'χρειάζονται'} ${number(count)}`

const about =
  (named: (what: string) => string, unnamed: string): FilledIn =>
  ({ what }) =>
    what === null ? unnamed : named(`«${what}»`)

const figures =
  (counting: (has: number, needs: number) => string, uncounted: string): FilledIn =>
  ({ has, needs }) =>
    has === null || needs === null ? uncounted : counting(has, needs)

const inIt = (what: string | null) => (what === null ? '' : ` για «${what}»`)

const credential = (happened: string) =>
  about(
    (what) => `Αυτό που προσκομίστηκε για: ${what} ${happened}.`,
    `Αυτό που προσκομίστηκε ${happened}.`,
  )

const result = (uncounted: string): FilledIn => {
  return ({ what, has, needs }) =>
    has === null || needs === null
      ? `Το αποτέλεσμα${inIt(what)} ${uncounted}.`
      : `Το αποτέλεσμα${inIt(what)} είναι ${number(has)} %· χρειάζεται τουλάχιστον ${number(needs)} %.`
}

export const admissionGreek: AdmissionMessages = {
  outcomes: {
    eligible: {
      title: 'Επιλέξιμος/-η',
      meaning: 'Οι όροι εισαγωγής πληρούνται.',
      advice: 'Αυτό δεν είναι ακόμη θέση: οι θέσεις δίνονται με την εγγραφή και ίσως είναι λίγες.',
    },
    'not-yet': {
      title: 'Όχι ακόμη επιλέξιμος/-η',
      meaning: 'Λείπει κάτι που χρειάζεται για την εισαγωγή.',
      advice: 'Τι λείπει, και πού αποκτάται, φαίνεται παρακάτω.',
    },
    'needs-review': {
      title: 'Αποφασίζει άνθρωπος',
      meaning: 'Δεν κρίνονται όλα μόνο από τα πιστοποιητικά.',
      advice: 'Τι μένει ανοιχτό φαίνεται παρακάτω. Αποφασίζει ο φορέας κατάρτισης.',
    },
  },
  outcomeReasons: {
    'conditions-met': 'Πληρούνται όλοι οι όροι εισαγωγής.',
    'conditions-open': 'Το αν πληρούνται οι όροι εισαγωγής εξαρτάται από κάτι που μένει ανοιχτό.',
    considered:
      'Οι όροι εισαγωγής δεν πληρούνται, αλλά ό,τι προσκομίστηκε εξετάζεται πέρα από αυτούς.',
    'admitted-by-reviewer': 'Υπεύθυνος εξέτασε το σύνολο και δέχτηκε την αίτηση.',
    'conditions-unmet': 'Οι όροι εισαγωγής δεν πληρούνται.',
    'refused-by-reviewer': 'Υπεύθυνος εξέτασε το σύνολο και δεν δέχτηκε την αίτηση.',
    'persons-differ': 'Δεν είναι σαφές ότι τα πιστοποιητικά ανήκουν σε ένα πρόσωπο.',
    'sources-unreachable':
      'Κάτι από όσα προσκομίστηκαν δεν ήταν προσβάσιμο, οπότε δεν ξέρουμε τι θα έδειχνε.',
  },
  ruleOutcomes: {
    met: 'Πληρούται',
    unmet: 'Δεν πληρούται',
    waived: 'Έγινε δεκτό από υπεύθυνο',
    review: 'Ανοιχτό',
  },
  ruleReasons: {
    'achievement-held': about((what) => `Υπάρχει: ${what}.`, 'Υπάρχει το πιστοποιητικό.'),
    'skill-held': about(
      (what) => `Η δεξιότητα ${what} αποδεικνύεται στο επίπεδο που χρειάζεται.`,
      'Η δεξιότητα που χρειάζεται αποδεικνύεται.',
    ),
    'alignment-held': about((what) => `Αποδεικνύεται: ${what}.`, 'Αποδεικνύεται ό,τι χρειάζεται.'),
    'hours-proven': figures(
      (has, needs) => `Ώρες μελέτης που αποδεικνύονται: ${number(has)}· ${needed(needs)}.`,
      'Αποδεικνύονται αρκετές ώρες μελέτης.',
    ),
    'credits-proven': figures(
      (has, needs) => `Πιστωτικές μονάδες που αποδεικνύονται: ${number(has)}· ${needed(needs)}.`,
      'Αποδεικνύονται αρκετές πιστωτικές μονάδες.',
    ),
    'result-reached': result('φτάνει εκεί που χρειάζεται'),
    'statement-accepted': about(
      (what) => `Υπεύθυνος εξέτασε τη δήλωση ${what} και τη δέχτηκε.`,
      'Υπεύθυνος εξέτασε τη δήλωση και τη δέχτηκε.',
    ),
    'parts-met': () => 'Αποδεικνύονται αρκετά από όσα ζητούνται.',
    'nothing-against': () => 'Δεν προσκομίστηκε κάτι που να αποκλείει.',
    'rule-accepted': () => 'Υπεύθυνος το εξέτασε και το δέχτηκε.',
    'achievement-missing': about((what) => `Λείπει: ${what}.`, 'Λείπει ένα πιστοποιητικό.'),
    'skill-missing': about(
      (what) => `Η δεξιότητα ${what} δεν αποδεικνύεται.`,
      'Μια δεξιότητα δεν αποδεικνύεται.',
    ),
    'skill-level-low': ({ what, has, needs }) => {
      const skill = what === null ? 'Η δεξιότητα' : `Η δεξιότητα «${what}»`
      return has === null || needs === null
        ? `${skill} αποδεικνύεται σε χαμηλότερο επίπεδο από όσο χρειάζεται.`
        : `${skill} αποδεικνύεται στο επίπεδο ${number(has)}· χρειάζεται το επίπεδο ${number(needs)}.`
    },
    'alignment-missing': about(
      (what) => `Δεν αποδεικνύεται: ${what}.`,
      'Δεν αποδεικνύεται ό,τι χρειάζεται.',
    ),
    'hours-missing': figures(
      (has, needs) =>
        `Αποδεικνύονται ${number(has)} από ${counted(needs, 'ώρα', 'ώρες')} μελέτης· ${missing(needs - has)}.`,
      'Λείπουν ώρες μελέτης.',
    ),
    'credits-missing': figures(
      (has, needs) =>
        `Αποδεικνύονται ${number(has)} από ${counted(needs, 'πιστωτική μονάδα', 'πιστωτικές μονάδες')}· ${missing(needs - has)}.`,
      'Λείπουν πιστωτικές μονάδες.',
    ),
    'result-missing': ({ what }) => `Δεν αναφέρεται αποτέλεσμα${inIt(what)}.`,
    'result-low': result('είναι χαμηλότερο από όσο χρειάζεται'),
    'awarded-outside-period': credential('απονεμήθηκε έξω από την περίοδο που μετρά'),
    'issuer-not-recognised': credential('προέρχεται από εκδότη που δεν μετρά εδώ'),
    'credential-not-genuine': credential('δεν είναι γνήσιο'),
    'credential-revoked': credential('ανακλήθηκε'),
    'credential-suspended': credential('είναι προσωρινά σε αναστολή'),
    'credential-replaced': credential(
      'αντικαταστάθηκε από νεότερο πιστοποιητικό· προσκομίστε το νεότερο',
    ),
    'credential-expired': credential('έληξε'),
    'credential-not-yet-valid': credential('δεν μετρά ακόμη'),
    'statement-not-made': about((what) => `Δεν έγινε η δήλωση ${what}.`, 'Δεν έγινε μια δήλωση.'),
    'statement-without-document': about(
      (what) => `Έγινε η δήλωση ${what}, αλλά δεν προσκομίστηκε το έγγραφο που τη συνοδεύει.`,
      'Έγινε μια δήλωση, αλλά δεν προσκομίστηκε το έγγραφο που τη συνοδεύει.',
    ),
    'statement-refused': about(
      (what) => `Υπεύθυνος εξέτασε τη δήλωση ${what} και δεν τη δέχτηκε.`,
      'Υπεύθυνος εξέτασε τη δήλωση και δεν τη δέχτηκε.',
    ),
    'parts-missing': figures(
      (has, needs) =>
        needs === 1
          ? 'Δεν αποδεικνύεται τίποτε από όσα θα αρκούσαν.'
          : `Από όσα χρειάζονται (${number(needs)}) ${isOne(has) ? 'αποδεικνύεται' : 'αποδεικνύονται'} ${number(has)}.`,
      'Δεν αποδεικνύονται αρκετά από όσα ζητούνται.',
    ),
    'held-against': about(
      (what) => `Υπάρχει ${what}, και αυτό αποκλείει.`,
      'Προσκομίστηκε κάτι που αποκλείει.',
    ),
    'rule-refused': () => 'Υπεύθυνος το εξέτασε και δεν το δέχτηκε.',
    'credential-unclear': credential('δεν μπόρεσε να ελεγχθεί αυτή τη στιγμή'),
    'level-not-stated': about(
      (what) => `Αποδεικνύεται ${what}, αλλά όχι σε ποιο επίπεδο· θα το εξετάσει υπεύθυνος.`,
      'Αποδεικνύεται μια δεξιότητα, αλλά όχι σε ποιο επίπεδο· θα το εξετάσει υπεύθυνος.',
    ),
    'persons-differ': () =>
      'Δεν είναι σαφές ότι τα πιστοποιητικά ανήκουν σε ένα πρόσωπο· θα το εξετάσει υπεύθυνος.',
    'person-differs': () =>
      'Το πιστοποιητικό φέρει άλλο όνομα από την αίτηση· θα το εξετάσει υπεύθυνος.',
    'person-unclear': () =>
      'Το πιστοποιητικό δεν λέει με σαφήνεια σε ποιον ανήκει· θα το εξετάσει υπεύθυνος.',
    'statement-to-review': about(
      (what) => `Έγινε η δήλωση ${what}· θα την εξετάσει υπεύθυνος.`,
      'Έγινε μια δήλωση· θα την εξετάσει υπεύθυνος.',
    ),
    'parts-to-review': () => 'Ένα μέρος μένει ανοιχτό· θα το εξετάσει υπεύθυνος.',
  },
  creditReasons: {
    counts: 'Είναι γνήσιο και σε ισχύ, και μετρά.',
    twice: 'Προσκομίστηκε πάνω από μία φορά· μετρά μία.',
    unclear: 'Δεν μπόρεσε να ελεγχθεί αυτή τη στιγμή.',
    'not-genuine': 'Δεν είναι γνήσιο.',
    impostor: 'Εμφανίζεται ως πιστοποιητικό εκδότη που δεν το υπέγραψε.',
    revoked: 'Ανακλήθηκε.',
    suspended: 'Είναι προσωρινά σε αναστολή.',
    replaced: 'Αντικαταστάθηκε από νεότερο.',
    expired: 'Έληξε.',
    'not-yet-valid': 'Δεν μετρά ακόμη.',
    'issuer-not-recognised': 'Είναι γνήσιο, αλλά ο εκδότης του δεν μετρά για αυτή την εισαγωγή.',
    'persons-differ': 'Δεν είναι σαφές ότι όλα τα πιστοποιητικά ανήκουν σε ένα πρόσωπο.',
    'person-differs': 'Φέρει άλλο όνομα από την αίτηση.',
    'person-unclear': 'Δεν λέει με σαφήνεια σε ποιον ανήκει.',
    'not-the-applicants': 'Υπεύθυνος έκρινε ότι δεν ανήκει σε όποιον υποβάλλει την αίτηση.',
  },
  waiverStates: {
    none: 'να παρακολουθηθεί',
    partial: 'αποδεικνύεται εν μέρει',
    proven: 'αποδεικνύεται· μένει να το δεχτεί υπεύθυνος',
    waived: 'μπορεί να παραλειφθεί',
    refused: 'δεν έγινε δεκτό· να παρακολουθηθεί',
  },
  moduleHours: (proven, all) =>
    proven >= all
      ? `Αποδεικνύονται όλες οι ώρες (${number(all)}).`
      : `Αποδεικνύονται ${number(proven)} από ${counted(all, 'ώρα', 'ώρες')}· ${missing(all - proven)}.`,
  priority: ({ points, of, pending }) =>
    `${number(points)} από ${counted(of, 'μόριο', 'μόρια')}${pending > 0 ? `· ${isOne(pending) ? 'μένει ανοιχτό' : 'μένουν ανοιχτά'} ακόμη ${number(pending)}` : ''}`,
  points: (points) => counted(points, 'μόριο', 'μόρια'),
  pointsOf: {
    met: (points) => `Δίνει ${counted(points, 'μόριο', 'μόρια')}.`,
    waived: (points) => `Δεν δίνει μόρια· αν πληρούνταν, θα έδινε ${number(points)}.`,
    review: (points) => `Δίνει ${counted(points, 'μόριο', 'μόρια')}, αν κριθεί ότι πληρούται.`,
    unmet: (points) => `Θα έδινε ${counted(points, 'μόριο', 'μόρια')}.`,
  },
  decidedOn: (moment) => `Αποφασίστηκε στις ${moment}`,
  holdsUntil: (day) => `Η απάντηση ισχύει έως ${day}.`,
  reviewItems: {
    rule: (name) => `Όρος: ${name}`,
    statement: (name) => `Δήλωση: ${name}`,
    module: (name) => `Παράλειψη της ενότητας: ${name}`,
    person: 'Αν όλα τα πιστοποιητικά ανήκουν σε ένα πρόσωπο',
    admission: 'Εισαγωγή, αν και δεν πληρούνται όλοι οι όροι',
  },
  labels: {
    rules: 'Κάθε όρος χωριστά',
    missing: 'Τι λείπει',
    helps: 'Τι άλλο θα βοηθούσε',
    getIt: 'Πού αποκτάται',
    restsOn: 'Στηρίζεται σε',
    modules: 'Ενότητες με ώρες που αποδεικνύονται',
    module: 'Ενότητα',
    state: 'Κατάσταση',
    modulesNote: 'Κάθε ώρα μετρά μία φορά. Μια ενότητα παραλείπεται μόνο αφού το δεχτεί υπεύθυνος.',
    modulesInPart: 'Αποδεικνύονται εν μέρει',
    modulesInPartNote:
      'Αυτές θα παρακολουθηθούν, εκτός αν και άλλα πιστοποιητικά αποδείξουν τις ώρες που λείπουν.',
    credentials: 'Τι προσκομίστηκε',
    from: 'Εκδότης',
    untitled: 'Αρχείο χωρίς αναγνώσιμο τίτλο',
    priority: 'Προτεραιότητα',
    open: 'Τι θα κρίνει υπεύθυνος',
    unread: 'Τι δεν διαβάστηκε',
    details: 'Πώς αποφασίστηκε;',
    specialization: 'Εξειδίκευση',
    ruleVersion: 'Έκδοση των κανόνων',
    decidedAt: 'Αποφασίστηκε στις',
    validUntil: 'Ισχύει έως',
    reason: 'Λόγος',
  },
}
