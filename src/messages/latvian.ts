import { admissionLatvian } from './latvian/admission.ts'
import { apiDocsLatvian } from './latvian/api-docs.ts'
import { certificateLatvian } from './latvian/certificate.ts'
import { complaintsLatvian } from './latvian/complaints.ts'
import { correctionLatvian } from './latvian/correction.ts'
import { draftsLatvian } from './latvian/drafts.ts'
import { inboundLatvian } from './latvian/inbound.ts'
import { mailLatvian } from './latvian/mail.ts'
import { openIdLatvian } from './latvian/openid.ts'
import { pagesLatvian } from './latvian/pages.ts'
import { particularsLatvian } from './latvian/particulars.ts'
import { partnerLatvian } from './latvian/partner.ts'
import { reasonsLatvian } from './latvian/reasons.ts'
import { receiptLatvian } from './latvian/receipt.ts'
import { refusalsLatvian } from './latvian/refusals.ts'
import { safetyLatvian } from './latvian/safety.ts'
import { verdictsLatvian } from './latvian/verdicts.ts'
import { walletLatvian } from './latvian/wallet.ts'
import { webhookDeskLatvian } from './latvian/webhook.ts'
import type { Messages } from './messages.ts'

export const latvian: Messages = {
  ...verdictsLatvian,
  language: 'lv',
  certificate: certificateLatvian,
  receipts: receiptLatvian,
  reasons: reasonsLatvian,
  refusals: refusalsLatvian,
  complaints: complaintsLatvian,
  corrections: correctionLatvian,
  particulars: particularsLatvian,
  admission: admissionLatvian,
  inbound: inboundLatvian,
  mail: mailLatvian,
  openId: openIdLatvian,
  pages: pagesLatvian,
  partners: partnerLatvian,
  safety: safetyLatvian,
  apiDocs: apiDocsLatvian,
  webhooks: webhookDeskLatvian,
  wallet: walletLatvian,
  drafts: draftsLatvian,
}
