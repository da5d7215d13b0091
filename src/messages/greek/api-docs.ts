import type { ApiDocsMessages } from '../api-docs-messages.ts'

export const apiDocsGreek: ApiDocsMessages = {
  title: 'Το API',
  lead: 'Όλα όσα μπορεί να ζητήσει ένα πρόγραμμα από αυτή την υπηρεσία. Το διακριτικό πρόσβασης μπαίνει στην κεφαλίδα Authorization: Bearer. Οι περιγραφές είναι στα αγγλικά.',
  machine: 'Το ίδιο για μηχανές, ως OpenAPI 3.1',
  groups: 'Μέρη του API',
  all: 'Όλα',
  who: 'Ποιος μπορεί να το καλέσει',
  callers: {
    anyone: 'οποιοσδήποτε',
    admin: 'διαχειριστές',
    issuer: 'εκδότες και διαχειριστές',
    reviewer: 'αξιολογητές και διαχειριστές',
    provider: 'πάροχοι κατάρτισης και διαχειριστές',
    wallet: 'ένα ψηφιακό πορτοφόλι με το διακριτικό μιας προσφοράς',
    'vc-api': 'σουίτες δοκιμών, με το διακριτικό του VC-API όπου έχει οριστεί',
  },
  parameters: 'Παράμετροι',
  body: 'Σώμα του αιτήματος',
  answers: 'Απαντήσεις',
  refusals: 'Αρνήσεις',
  example: 'Παράδειγμα',
  schemas: 'Αντικείμενα με όνομα',
}
