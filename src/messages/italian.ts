import { admissionItalian } from './italian/admission.ts'
import { apiDocsItalian } from './italian/api-docs.ts'
import { certificateItalian } from './italian/certificate.ts'
import { complaintsItalian } from './italian/complaints.ts'
import { correctionItalian } from './italian/correction.ts'
import { draftsItalian } from './italian/drafts.ts'
import { inboundItalian } from './italian/inbound.ts'
import { mailItalian } from './italian/mail.ts'
import { openIdItalian } from './italian/openid.ts'
import { pagesItalian } from './italian/pages.ts'
import { particularsItalian } from './italian/particulars.ts'
import { partnerItalian } from './italian/partner.ts'
import { reasonsItalian } from './italian/reasons.ts'
import { receiptItalian } from './italian/receipt.ts'
import { refusalsItalian } from './italian/refusals.ts'
import { safetyItalian } from './italian/safety.ts'
import { verdictsItalian } from './italian/verdicts.ts'
import { walletItalian } from './italian/wallet.ts'
import { webhookDeskItalian } from './italian/webhook.ts'
import type { Messages } from './messages.ts'

export const italian: Messages = {
  ...verdictsItalian,
  language: 'it',
  certificate: certificateItalian,
  receipts: receiptItalian,
  reasons: reasonsItalian,
  refusals: refusalsItalian,
  complaints: complaintsItalian,
  corrections: correctionItalian,
  particulars: particularsItalian,
  admission: admissionItalian,
  inbound: inboundItalian,
  mail: mailItalian,
  openId: openIdItalian,
  pages: pagesItalian,
  partners: partnerItalian,
  safety: safetyItalian,
  apiDocs: apiDocsItalian,
  webhooks: webhookDeskItalian,
  wallet: walletItalian,
  drafts: draftsItalian,
}
