import { admissionGreek } from './greek/admission.ts'
import { apiDocsGreek } from './greek/api-docs.ts'
import { certificateGreek } from './greek/certificate.ts'
import { complaintsGreek } from './greek/complaints.ts'
import { correctionGreek } from './greek/correction.ts'
import { draftsGreek } from './greek/drafts.ts'
import { inboundGreek } from './greek/inbound.ts'
import { mailGreek } from './greek/mail.ts'
import { openIdGreek } from './greek/openid.ts'
import { pagesGreek } from './greek/pages.ts'
import { particularsGreek } from './greek/particulars.ts'
import { partnerGreek } from './greek/partner.ts'
import { reasonsGreek } from './greek/reasons.ts'
import { receiptGreek } from './greek/receipt.ts'
import { refusalsGreek } from './greek/refusals.ts'
import { safetyGreek } from './greek/safety.ts'
import { verdictsGreek } from './greek/verdicts.ts'
import { walletGreek } from './greek/wallet.ts'
import { webhookDeskGreek } from './greek/webhook.ts'
import type { Messages } from './messages.ts'

export const greek: Messages = {
  ...verdictsGreek,
  language: 'el',
  certificate: certificateGreek,
  receipts: receiptGreek,
  reasons: reasonsGreek,
  refusals: refusalsGreek,
  complaints: complaintsGreek,
  corrections: correctionGreek,
  particulars: particularsGreek,
  admission: admissionGreek,
  inbound: inboundGreek,
  mail: mailGreek,
  openId: openIdGreek,
  pages: pagesGreek,
  partners: partnerGreek,
  safety: safetyGreek,
  apiDocs: apiDocsGreek,
  webhooks: webhookDeskGreek,
  wallet: walletGreek,
  drafts: draftsGreek,
}
