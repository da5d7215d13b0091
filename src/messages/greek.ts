import { admissionGreek } from './admission-greek.ts'
import { certificateGreek } from './certificate-greek.ts'
import { complaintsGreek } from './complaints-greek.ts'
import type { Messages } from './messages.ts'
import { pagesGreek } from './pages-greek.ts'
import { reasonsGreek } from './reasons-greek.ts'
import { receiptGreek } from './receipt-greek.ts'
import { refusalsGreek } from './refusals-greek.ts'
import { verdictsGreek } from './verdicts-greek.ts'

export const greek: Messages = {
  ...verdictsGreek,
  language: 'el',
  certificate: certificateGreek,
  receipts: receiptGreek,
  reasons: reasonsGreek,
  refusals: refusalsGreek,
  complaints: complaintsGreek,
  admission: admissionGreek,
  pages: pagesGreek,
}
