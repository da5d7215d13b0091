import { certificateEnglish } from './certificate.ts'
import { admissionEnglish } from './english/admission.ts'
import { apiDocsEnglish } from './english/api-docs.ts'
import { complaintsEnglish } from './english/complaints.ts'
import { correctionEnglish } from './english/correction.ts'
import { draftsEnglish } from './english/drafts.ts'
import { inboundEnglish } from './english/inbound.ts'
import { mailEnglish } from './english/mail.ts'
import { openIdEnglish } from './english/openid.ts'
import { pagesEnglish } from './english/pages.ts'
import { particularsEnglish } from './english/particulars.ts'
import { partnerEnglish } from './english/partner.ts'
import { reasonsEnglish } from './english/reasons.ts'
import { receiptEnglish } from './english/receipt.ts'
import { refusalsEnglish } from './english/refusals.ts'
import { safetyEnglish } from './english/safety.ts'
import { verdictsEnglish } from './english/verdicts.ts'
import { walletEnglish } from './english/wallet.ts'
import { webhookDeskEnglish } from './english/webhook.ts'
import type { Messages } from './messages.ts'

export const english: Messages = {
  ...verdictsEnglish,
  language: 'en',
  certificate: certificateEnglish,
  receipts: receiptEnglish,
  reasons: reasonsEnglish,
  refusals: refusalsEnglish,
  complaints: complaintsEnglish,
  corrections: correctionEnglish,
  particulars: particularsEnglish,
  admission: admissionEnglish,
  inbound: inboundEnglish,
  mail: mailEnglish,
  openId: openIdEnglish,
  pages: pagesEnglish,
  partners: partnerEnglish,
  safety: safetyEnglish,
  apiDocs: apiDocsEnglish,
  webhooks: webhookDeskEnglish,
  wallet: walletEnglish,
  drafts: draftsEnglish,
}
