import type { ParticularMessages } from '../particular-messages.ts'

export const particularsGreek: ParticularMessages = {
  missing: ({ at }) => `Λείπει το «${at}».`,
  'object-needed': () => 'Χρειάζεται ένα αντικείμενο JSON: { … }.',
  'unknown-member': ({ at, choices }) => `Τίποτα εδώ δεν ονομάζεται «${at}». Υπάρχουν: ${choices}.`,
  'not-one-of': ({ at, value, choices }) => `${at}: το «${value}» δεν είναι ένα από: ${choices}.`,
  'no-country': ({ at, value }) =>
    `${at}: το «${value}» δεν είναι χώρα με δύο γράμματα (ISO 3166-1), όπως LV.`,
  'statements-form': ({ at, choices }) =>
    `${at}: χρειάζεται αντικείμενο, όπως {"id": true}. Τα αναγνωριστικά είναι: ${choices}.`,
  'text-needed': ({ at }) => `Το «${at}» είναι κείμενο.`,
  'too-long': ({ at, limit }) => `${at}: το πολύ ${limit} χαρακτήρες.`,
  'too-many': ({ at, limit }) => `${at}: το πολύ ${limit}.`,
  'in-future': ({ at, value }) => `${at}: το ${value} είναι στο μέλλον.`,
  'no-instant': ({ at, value }) =>
    `${at}: το «${value}» δεν είναι ούτε ημέρα όπως 2026-11-30 ούτε χρονική στιγμή όπως 2026-11-30T12:00:00Z.`,
  'application-days': ({ value }) => `Αιτήσεις γίνονται αυτές τις ημέρες: ${value}.`,
  'columns-unknown': ({ at, value, choices }) =>
    `Γραμμή ${at}: άγνωστη στήλη ή στήλη που υπάρχει δύο φορές: ${value}. Οι στήλες είναι: ${choices}.`,
  'column-needed': ({ at, choices }) =>
    `Η γραμμή ${at} δεν ονομάζει στήλη με πιστοποιητικά ή δηλώσεις. Οι στήλες είναι: ${choices}.`,
  'headings-open': () => 'Στις επικεφαλίδες ανοίγουν εισαγωγικά που δεν κλείνουν.',
  'list-empty': () =>
    'Δεν υπάρχει τίποτα μέσα: στείλτε μια γραμμή επικεφαλίδων και μια γραμμή για τον καθένα.',
  'too-many-rows': ({ limit }) => `Μια λίστα έχει το πολύ ${limit} αιτούντες· χωρίστε την.`,
  'enrolled-elsewhere': () =>
    'Η θέση είναι σε άλλον φορέα κατάρτισης. Ρωτήστε εκείνον τον φορέα ή τον διαχειριστή αυτής της υπηρεσίας.',
  'maybe-elsewhere': () =>
    'Αν είναι το ίδιο άτομο, η θέση είναι σε άλλον φορέα κατάρτισης: ρωτήστε εκείνον τον φορέα ή τον διαχειριστή αυτής της υπηρεσίας. Αν είναι άλλο άτομο, δηλώστε το και εγγράψτε ξανά.',
}
