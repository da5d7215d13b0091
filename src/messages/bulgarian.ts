import { admissionBulgarian } from './bulgarian/admission.ts'
import { apiDocsBulgarian } from './bulgarian/api-docs.ts'
import { certificateBulgarian } from './bulgarian/certificate.ts'
import { complaintsBulgarian } from './bulgarian/complaints.ts'
import { correctionBulgarian } from './bulgarian/correction.ts'
import { draftsBulgarian } from './bulgarian/drafts.ts'
import { inboundBulgarian } from './bulgarian/inbound.ts'
import { mailBulgarian } from './bulgarian/mail.ts'
import { openIdBulgarian } from './bulgarian/openid.ts'
import { pagesBulgarian } from './bulgarian/pages.ts'
import { particularsBulgarian } from './bulgarian/particulars.ts'
import { partnerBulgarian } from './bulgarian/partner.ts'
import { reasonsBulgarian } from './bulgarian/reasons.ts'
import { receiptBulgarian } from './bulgarian/receipt.ts'
import { refusalsBulgarian } from './bulgarian/refusals.ts'
import { safetyBulgarian } from './bulgarian/safety.ts'
import { verdictsBulgarian } from './bulgarian/verdicts.ts'
import { walletBulgarian } from './bulgarian/wallet.ts'
import { webhookDeskBulgarian } from './bulgarian/webhook.ts'
import type { Messages } from './messages.ts'

export const bulgarian: Messages = {
  ...verdictsBulgarian,
  language: 'bg',
  certificate: certificateBulgarian,
  receipts: receiptBulgarian,
  reasons: reasonsBulgarian,
  refusals: refusalsBulgarian,
  complaints: complaintsBulgarian,
  corrections: correctionBulgarian,
  particulars: particularsBulgarian,
  admission: admissionBulgarian,
  inbound: inboundBulgarian,
  mail: mailBulgarian,
  openId: openIdBulgarian,
  pages: pagesBulgarian,
  partners: partnerBulgarian,
  safety: safetyBulgarian,
  apiDocs: apiDocsBulgarian,
  webhooks: webhookDeskBulgarian,
  wallet: walletBulgarian,
  drafts: draftsBulgarian,
}
