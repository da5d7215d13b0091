import { admissionEnglish } from './admission-english.ts'
import { certificateEnglish } from './certificate.ts'
import { complaintsEnglish } from './complaints-english.ts'
import type { Messages } from './messages.ts'
import { pagesEnglish } from './pages-english.ts'
import { reasonsEnglish } from './reasons-english.ts'
import { receiptEnglish } from './receipt-english.ts'
import { refusalsEnglish } from './refusals-english.ts'
import { verdictsEnglish } from './verdicts-english.ts'

export const english: Messages = {
  ...verdictsEnglish,
  language: 'en',
  certificate: certificateEnglish,
  receipts: receiptEnglish,
  reasons: reasonsEnglish,
  refusals: refusalsEnglish,
  complaints: complaintsEnglish,
  admission: admissionEnglish,
  pages: pagesEnglish,
}
