import { admissionBulgarian } from './bulgarian/admission.ts'
import { certificateBulgarian } from './bulgarian/certificate.ts'
import { complaintsBulgarian } from './bulgarian/complaints.ts'
import { pagesBulgarian } from './bulgarian/pages.ts'
import { particularsBulgarian } from './bulgarian/particulars.ts'
import { reasonsBulgarian } from './bulgarian/reasons.ts'
import { receiptBulgarian } from './bulgarian/receipt.ts'
import { refusalsBulgarian } from './bulgarian/refusals.ts'
import { verdictsBulgarian } from './bulgarian/verdicts.ts'
import type { Messages } from './messages.ts'

export const bulgarian: Messages = {
  ...verdictsBulgarian,
  language: 'bg',
  certificate: certificateBulgarian,
  receipts: receiptBulgarian,
  reasons: reasonsBulgarian,
  refusals: refusalsBulgarian,
  complaints: complaintsBulgarian,
  particulars: particularsBulgarian,
  admission: admissionBulgarian,
  pages: pagesBulgarian,
}
